"""A run as a film: which epochs are shown for how long, each frame as cells, and the files it can be written to."""
