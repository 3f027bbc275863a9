"""The lesson that a presenter gives: stops with a question each, and the motion that answers it."""
