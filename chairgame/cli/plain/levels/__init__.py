"""`chairgame play LEVEL --plain`: the first three levels as a dialogue in lines of text."""
