"""`chairgame record RUN`: writes a saved run as GIF, asciicast, SVG or postcard, without a screen."""

import re

from chairgame.cli.command import Group
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.cli.values import MOST_EPOCHS, Value, text_value, whole_number
from chairgame.text.catalogue import N_, Catalogue

NAME = "record"
GROUP = Group.SHARE
PURPOSE = N_("write a saved run as GIF, asciicast, SVG or postcard")
USUAL_SIZE = (80, 24)
LEAST, MOST = (20, 6), (300, 100)
"""Columns and rows of the smallest and the largest film."""

_SIZE = re.compile("([0-9]{1,4})[x×]([0-9]{1,4})")
_RANGE = re.compile("([0-9]{1,7})(?:-([0-9]{1,7}))?")


def add(options: Options, _: Catalogue) -> None:
    """Which run, where to write, and how the film looks."""
    missing = N_("record: expected a saved run's name or file, found nothing")
    options.take_words("run", _("RUN"), _("a saved run's name or file"), missing=missing)
    for option, purpose in (
        ("--gif", _("write a GIF, for chats and slides")),
        ("--cast", _("write an asciicast, for asciinema")),
        ("--svg", _("write the last picture as SVG")),
        ("--postcard", _("write the postcard: FILE.txt as text, FILE.svg as a picture")),
    ):
        options.value(text_value(option, _("a file")), _("FILE"), purpose)
    options.force()
    options.value(film_size(_), "80x24", _("columns and rows (80x24)"), default=USUAL_SIZE)
    options.value(epoch_range(_), "A-B", _("only these epochs"))
    speed = whole_number("--speed", 1, MOST_EPOCHS, _)
    options.value(speed, "N", _("every N-th epoch (else about sixty frames, closer together at the beginning)"))


def run(context: Context) -> int:
    """Raises PlayerError when there is no such run, nothing to write, or a file that cannot be written."""
    with loading():
        from chairgame.cli.record import record
    return record(context)


def film_size(_: Catalogue) -> Value:
    """Columns and rows, a pair."""
    least, most = (f"{columns}x{rows}" for columns, rows in (LEAST, MOST))
    return Value("--size", _("columns and rows from {least} to {most}, like 80x24", least=least, most=most), _size)


def epoch_range(_: Catalogue) -> Value:
    """A first and a last epoch, a pair; one number is both."""
    return Value("--epochs", _("a first and a last epoch, like 0-50"), _range)


def _size(text: str) -> tuple[int, int] | None:
    found = _SIZE.fullmatch(text)
    if found is None:
        return None
    columns, rows = int(found[1]), int(found[2])
    return (columns, rows) if LEAST[0] <= columns <= MOST[0] and LEAST[1] <= rows <= MOST[1] else None


def _range(text: str) -> tuple[int, int] | None:
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return (first, last) if first <= last else None
