"""Text fit for a terminal, whoever wrote it: nothing in it that a terminal obeys. Knows no streams and no terminals.

What comes from a file, an argument or an environment variable may hold anything: escape sequences that rename the
window or clear the screen, marks that turn the writing direction and show one name as another.
"""

import re
import unicodedata

_JOINERS = "\u200c\u200d"
_JOINED_LETTERS = range(0x0600, 0x1900)  # scripts in which joiners are spelling: Arabic, those of India, Mongolian
_REGION = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,16}\U000e007f")  # the flag of a region


def clean(text: str) -> str:
    """The text with a `?` in the place of every character that is not to be seen; as long as it was.

    Those are control characters (C0 with tab and line feed, DEL, C1; without them an escape sequence is mere text),
    what changes the writing direction or is invisible (Unicode's category Cf), separators of lines and paragraphs, lone
    surrogates, and what has no meaning yet. Blanks of any width stay, and so does what makes one picture of several.
    """
    if text.isprintable():
        return text
    flags = {place for found in _REGION.finditer(text) for place in range(*found.span())}
    return "".join(c if _is_fit(c) or place in flags or _joins(text, place) else "?" for place, c in enumerate(text))


def one_line(text: str) -> str:
    """The clean text with a single space for whatever blanks, tabs and line feeds stand between two words."""
    return clean(" ".join(text.split()))


def _is_fit(character: str) -> bool:
    """Python calls a no-break or a thin space unprintable; a terminal has nothing against them."""
    return character.isprintable() or unicodedata.category(character) == "Zs"


def _joins(text: str, place: int) -> bool:
    """Whether a joiner stands where it belongs: between two pictures, or between letters that are joined in writing."""
    if text[place] not in _JOINERS or not 0 < place < len(text) - 1:
        return False
    before, behind = text[place - 1], text[place + 1]
    if _is_joined_letter(before) and _is_joined_letter(behind):
        return True
    return text[place] == "\u200d" and _ends_picture(before) and unicodedata.category(behind) == "So"


def _is_joined_letter(character: str) -> bool:
    """A letter, or a mark on one, of a script in which joiners are spelling."""
    return ord(character) in _JOINED_LETTERS and unicodedata.category(character)[0] in "LM"


def _ends_picture(character: str) -> bool:
    """A picture, the mark that makes a picture of a sign, or a colour of skin."""
    return unicodedata.category(character) == "So" or character == "\ufe0f" or "\U0001f3fb" <= character <= "\U0001f3ff"
