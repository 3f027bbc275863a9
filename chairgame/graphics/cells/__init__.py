"""Cells: glyphs, colours, letters, and their way to a terminal."""
