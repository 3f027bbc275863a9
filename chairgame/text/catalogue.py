"""The words a player reads, in one language, from gettext PO files. English sentences are the ids.

A Catalogue belongs to whoever asked for it (an app, a command), never to the process: two players on one host can use
two languages. Knows nothing of screens.
"""

import gettext
from collections.abc import Mapping
from functools import cache
from io import BytesIO

from chairgame.text import figures
from chairgame.text.assets import assets_folder

LANGUAGES = ("en", "pl")
GROUPED = 10_000  # numbers from here on are hard to read as a row of digits


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "translate this later")
    """Mark a message for the translators where the catalogue is not at hand yet; returns it unchanged."""
    return message


def language_of_locale(environ: Mapping[str, str]) -> str:
    """The language that the locale variables ask for, in their order of precedence; else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return "pl" if value.lower().startswith("pl") else "en"
    return "en"


class Catalogue:
    """One language's messages. Called as `_("sentence with {field}", field=3)`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._translations = _translations(language)

    def __call__(self, message: str, **fields: object) -> str:
        """The message in this language, its {fields} filled in."""
        text = self._translations.gettext(message)
        return text.format(**fields) if fields else text

    def plural(self, one: str, many: str, n: int, **fields: object) -> str:
        """The form of the message that fits `n`, which is also the field {n}."""
        return self._translations.ngettext(one, many, n).format(n=self.whole(n), **fields)

    def context(self, context: str, message: str) -> str:
        """The message as it reads in a context (a grammatical gender, say)."""
        return self._translations.pgettext(context, message)

    def whole(self, n: int) -> str:
        """A whole number; a long one in groups of three digits."""
        if abs(n) < GROUPED:
            return str(n)
        return f"{n:,}".replace(",", "\u00a0") if self.language == "pl" else f"{n:,}"

    def number(self, value: float, digits: int) -> str:
        """A measure with so many digits behind the language's own decimal mark, and nothing that a keyboard has not;
        a huge one as `figure` writes it."""
        return self.decimal(f"{value:.{digits}f}") if abs(value) <= figures.MOST else self.figure(value)

    def figure(self, value: float, *, digits: int = 3, signed: bool = False) -> str:
        """A reading, with the figures that count, see `figures`."""
        return figures.figure(value, self.decimal("."), digits=digits, signed=signed)

    def exact(self, value: float) -> str:
        """A setting, as it was set."""
        return figures.exact(value, self.decimal("."))

    def tick(self, value: float) -> str:
        """A round number at an axis."""
        return figures.tick(value, self.decimal("."))

    def decimal(self, text: str) -> str:
        """A number already written, with the language's own decimal mark."""
        return text.replace(".", ",") if self.language == "pl" else text


@cache
def _translations(language: str) -> gettext.NullTranslations:
    if language == "en":  # the ids are English sentences already, and English plurals are gettext's default
        return gettext.NullTranslations()
    source = assets_folder() / "locale" / f"{language}.po"
    compiled = source.with_suffix(".mo")  # the wheel has one
    if compiled.exists():
        return gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    import polib  # noqa: PLC0415  (a tenth of a short command's time, and only a checkout needs it)

    return gettext.GNUTranslations(BytesIO(polib.pofile(str(source)).to_binary()))
