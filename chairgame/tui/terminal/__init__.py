"""Textual's way to the terminal: driver, emission, pacing, and a good end."""
