"""One screen per kind of play; `base` is what they share, `kinds` says which screen shows which play."""
