"""Texts as training data: vocabularies, and which word follows which. numpy only."""
