"""What the player has reached, on disk and between machines."""
