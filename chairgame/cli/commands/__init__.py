"""The commands, a module each: what it can be asked, what is checked, what it does."""
