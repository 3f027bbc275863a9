"""What monsters and parts are called."""
