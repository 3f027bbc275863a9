"""The lab as a dialogue in lines of text, for screen readers, teletypes and pipes. Loads nothing of the screens."""
