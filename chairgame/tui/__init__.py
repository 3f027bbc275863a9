"""The screens, and the only importer of textual. Holds no game state: it shows a GameSession and sends it commands."""
