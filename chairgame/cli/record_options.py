"""The options of `chairgame record` and their readers. Does nothing that was asked."""

import argparse
import re

from chairgame.cli.values import MOST_EPOCHS, Value, text_value, whole_number
from chairgame.text.catalogue import Catalogue

USUAL_SIZE = (80, 24)
LEAST, MOST = (20, 6), (300, 100)
"""Columns and rows of the smallest and the largest film."""
OUTPUTS = ("gif", "cast", "svg", "postcard")

_SIZE = re.compile("([0-9]{1,4})[x×]([0-9]{1,4})")
_RANGE = re.compile("([0-9]{1,7})(?:-([0-9]{1,7}))?")


def add_record_options(options: argparse._ArgumentGroup, _: Catalogue) -> None:
    """Where to write, and how the film looks."""
    file, add = _("a file"), options.add_argument
    for name, purpose in (
        ("gif", _("write a GIF, for chats and slides (needs Pillow)")),
        ("cast", _("write an asciicast, for asciinema")),
        ("svg", _("write the last picture as SVG")),
        ("postcard", _("write the postcard: FILE.txt as text, FILE.svg as a picture")),
    ):
        add(f"--{name}", type=text_value(f"--{name}", file), metavar=_("FILE"), help=purpose)
    add("--size", type=film_size(_), default=USUAL_SIZE, metavar="80x24", help=_("columns and rows (80x24)"))
    add("--epochs", type=epoch_range(_), metavar="A-B", help=_("only these epochs"))
    add(
        "--speed",
        type=whole_number("--speed", 1, MOST_EPOCHS, _),
        metavar="N",
        help=_("every N-th epoch (else about sixty frames, closer together at the beginning)"),
    )


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
