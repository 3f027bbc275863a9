"""One widget per file: each shows a part of the session as cells."""
