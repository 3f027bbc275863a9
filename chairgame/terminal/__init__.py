"""What a terminal can do: colours and glyphs. Knows no textual and no game."""
