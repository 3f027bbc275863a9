"""Networks and optimizers on plain arrays. Knows no chair and cannot see the objective."""
