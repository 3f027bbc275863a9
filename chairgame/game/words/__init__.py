"""The words mode's games: pure rules on texts, no screen and no clock."""
