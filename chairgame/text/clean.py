"""Text fit for a terminal, whoever wrote it: nothing in it that a terminal obeys. Knows no streams and no terminals.

What comes from a file, an argument or an environment variable may hold anything: escape sequences that rename the
window or clear the screen, marks that turn the writing direction and show one name as another.
"""

import unicodedata


def clean(text: str) -> str:
    """The text with a `?` in the place of every character that is not to be seen; as long as it was.

    Those are control characters (C0 with tab and line feed, DEL, C1; without them an escape sequence is mere text),
    what changes the writing direction or is invisible (Unicode's category Cf), separators of lines and paragraphs, lone
    surrogates, and what has no meaning yet. Blanks of any width stay.
    """
    return text if text.isprintable() else "".join(c if _is_fit(c) else "?" for c in text)


def one_line(text: str) -> str:
    """The clean text with a single space for whatever blanks, tabs and line feeds stand between two words."""
    return clean(" ".join(text.split()))


def _is_fit(character: str) -> bool:
    """Python calls a no-break or a thin space unprintable; a terminal has nothing against them."""
    return character.isprintable() or unicodedata.category(character) == "Zs"
