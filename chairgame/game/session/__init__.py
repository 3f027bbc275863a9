"""One player's runs: the model that takes commands, its player of time, and what is kept of it."""
