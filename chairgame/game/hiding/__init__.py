"""A thing of the player's own in the box, and the network that looks for it."""
