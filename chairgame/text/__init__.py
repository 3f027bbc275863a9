"""Assets, catalogues of translations, and errors that a player reads. Imports no other room."""
