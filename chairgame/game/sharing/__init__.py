"""What a player takes away and sends to others."""
