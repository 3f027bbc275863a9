"""A language of marks: every letter that has passed the catalogue is another letter on the screen, so that what has not
is seen. One letter stands for one, so that everything fits as it does in English.
"""

import gettext
import re
from collections.abc import Collection
from functools import cache
from string import Formatter, ascii_letters, ascii_lowercase

import polib
import pytest

from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.text import catalogue
from chairgame.text.assets import assets_folder

LANGUAGE = "marked"
MARKS = str.maketrans({letter: "ж" if letter in ascii_lowercase else "Ж" for letter in ascii_letters})
WORD = re.compile(r"[^\W\d_жЖ][^\W_жЖ]+")
LABEL = re.compile(r"[A-Za-z]\d+")  # a part's, or a cell's
TITLES = " ".join(title for name in chair_names() for title in load_chair(name).title.values())
NOT_WORDS = {
    *("cm", "m"),  # units are symbols
    *("Esc", "Tab", "Home", "End", "PgUp", "PgDn", "BkSp", "Enter", "Shift"),  # on every keyboard
    *("English", "polski"),  # each language's own name for itself
}


class Marked(gettext.NullTranslations):
    """Gettext's part of it: marks what a translator has seen, and nothing else."""

    def gettext(self, message: str) -> str:
        return self._marked(None, message, message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self._marked(None, one, one if n == 1 else many)

    def pgettext(self, context: str, message: str) -> str:
        return "n" if context == "gender" else self._marked(context, message, message)

    def _marked(self, context: str | None, key: str, message: str) -> str:
        return marked(message) if (context, key) in _translated() else message


@cache
def _translated() -> frozenset[tuple[str | None, str]]:
    entries = polib.pofile(str(assets_folder() / "locale" / "pl.po"))
    return frozenset((entry.msgctxt, entry.msgid) for entry in entries if entry.translated())


def marked(message: str) -> str:
    """The message with all its letters marked, but for its fields."""
    text = ""
    for literal, field, spec, _conversion in Formatter().parse(message):
        text += literal.translate(MARKS)
        if field is not None:
            text += "{" + field + (f":{spec}" if spec else "") + "}"
    return text


def speak(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every catalogue that is opened from now on speak it."""
    monkeypatch.setattr(catalogue, "_translations", lambda _language: Marked())


def unmarked(text: str, allowed: Collection[str] = ()) -> set[str]:
    """The words on a screen that did not pass the catalogue: two letters or more in a row, none of them a mark."""
    words = {word for word in WORD.findall(text) if not LABEL.fullmatch(word)}
    return words - NOT_WORDS - set(WORD.findall(TITLES)) - set(allowed)
