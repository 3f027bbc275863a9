"""From the model to arrays of cells (glyph, foreground, background). Pure numpy; knows no textual."""
