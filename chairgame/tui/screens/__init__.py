"""The screens, one per file: they bind keys to commands of the session."""
