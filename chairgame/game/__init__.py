"""The rules: one mutable GameSession, the beats of the loop, the monsters' names. Knows no screen."""
