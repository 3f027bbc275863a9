"""A text cut into what people call characters: letters with their marks, flags, pictures made of several.

The part of Unicode's rules (UAX 29) that keeps together what is one sign on a screen. Whatever comes, the pieces put
together are the text. Knows no word.
"""

import unicodedata

LONGEST = 32
"""Code points of one sign, three times what any picture needs: what goes on longer is another sign."""
_JOINER = "\u200d"
_PARTER = "\u200c"  # keeps two letters of a word apart, and goes with the first
_TAGS = range(0xE0020, 0xE0080)  # a region's letters behind a black flag
_SKIN = range(0x1F3FB, 0x1F400)  # a colour for the picture before it
_FLAG = range(0x1F1E6, 0x1F200)  # letters of which two are a country


def graphemes(text: str) -> list[str]:
    """The characters of a text, each a string of one code point or more."""
    if text.isascii():  # nothing to join, and nearly all there is
        return list(text)
    signs: list[str] = []
    for character in text:
        if signs and len(signs[-1]) < LONGEST and _belongs_to(signs[-1], character):
            signs[-1] += character
        else:
            signs.append(character)
    return signs


def _belongs_to(sign: str, character: str) -> bool:
    """Whether a code point only goes on with the sign before it."""
    if character.isascii() or sign[-1].isspace():
        return False
    if character in (_JOINER, _PARTER) or unicodedata.category(character)[0] == "M":
        return True
    if ord(character) in _SKIN or ord(character) in _TAGS:
        return True
    if sign[-1] == _JOINER and unicodedata.category(character) == "So":
        return True
    return ord(character) in _FLAG and len(sign) == 1 and ord(sign) in _FLAG
