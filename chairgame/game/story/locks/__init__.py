"""The seven locks of the last box: each shows something that was worked out for it alone, and asks one question."""
