"""Who sits down, where, and whether it holds: geometry and its words."""
