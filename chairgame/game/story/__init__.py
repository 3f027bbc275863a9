"""The story: levels as files, one attempt at a level as a fold of moves, goals, stars and hints."""
