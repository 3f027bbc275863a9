"""TrainState, the epoch as events, history with exact rewind, runs on disk."""
