"""Strict readers for the values of options: ASCII digits only, ranges checked, one sentence for each mistake.

A reader is made for a catalogue, because what it expected is said in the player's language.
"""

import re
from collections.abc import Callable, Sequence
from math import isfinite

from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.clean import clean
from chairgame.text.errors import PlayerError

MOST_EPOCHS = 1_000_000
LONGEST_SHOWN = 60

_WHOLE = re.compile("[0-9]{1,20}")
_DECIMAL = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")


class Value:
    """Reads the value of one option; argparse calls it. Raises PlayerError for a value that is none."""

    def __init__(
        self, option: str, expected: str, read: Callable[[str], object | None], words: Sequence[str] = ()
    ) -> None:
        self.option = option
        self.expected = expected
        self.words = tuple(words)
        """All that it can be, where that can be listed."""
        self._read = read

    def __call__(self, text: str) -> object:
        """The value of a text."""
        value = self._read(text)
        if value is None:
            message = N_("{option}: expected {expected}, found {found}")
            raise PlayerError(message, option=self.option, expected=self.expected, found=shown(text))
        return value

    def missing(self) -> PlayerError:
        """The mistake of giving no value at all."""
        return PlayerError(
            N_("{option}: expected {expected}, found nothing"), option=self.option, expected=self.expected
        )


def shown(text: str) -> str:
    """A player's text in quotes, on one line, short, and fit for a terminal."""
    return f'"{clean(text)}"' if len(text) <= LONGEST_SHOWN else f'"{clean(text[:LONGEST_SHOWN])}…"'


def word(option: str, words: Sequence[str], _: Catalogue) -> Value:
    """One of some words, spelled exactly so; its value is the word."""
    expected = _("one of {words}", words=", ".join(words))
    return Value(option, expected, lambda text: text if text in words else None, words)


def whole_number(option: str, least: int, most: int, _: Catalogue) -> Value:
    """A whole number within bounds."""
    expected = _("a whole number from {least} to {most}", least=least, most=most)
    return Value(option, expected, lambda text: _whole(text, least, most))


def seed(option: str, _: Catalogue) -> Value:
    """A number to draw a brain from."""
    from chairgame.training.settings import MAXIMUM_SEED

    return whole_number(option, 0, MAXIMUM_SEED, _)


def positive_number(option: str, _: Catalogue) -> Value:
    """A finite number above 0."""
    return Value(option, _("a finite number above 0"), _positive)


def hidden_layers(option: str, _: Catalogue) -> Value:
    """Units per hidden layer, like 24,24; its value is a tuple."""
    from chairgame.training.settings import MAXIMUM_LAYERS, MAXIMUM_UNITS

    expected = _(
        "1 to {layers} layers of 1 to {units} units, like {example}",
        layers=MAXIMUM_LAYERS,
        units=MAXIMUM_UNITS,
        example="24,24",
    )
    return Value(option, expected, lambda text: _hidden(text, MAXIMUM_LAYERS, MAXIMUM_UNITS))


def window(option: str, _: Catalogue) -> Value:
    """How many words are seen at once."""
    from chairgame.words.windows import WIDEST

    return whole_number(option, 1, WIDEST, _)


def neurons(option: str, _: Catalogue) -> Value:
    """Units of one hidden layer; its value is a tuple, as of several."""
    from chairgame.training.settings import MAXIMUM_UNITS

    expected = _("a whole number from {least} to {most}", least=1, most=MAXIMUM_UNITS)
    return Value(option, expected, lambda text: _hidden(text, 1, MAXIMUM_UNITS))


def batch(option: str, _: Catalogue) -> Value:
    """The number of parts per signal; its value is 0 for the whole chair, since argparse's None means "not given"."""
    from chairgame.training.settings import MAXIMUM_BATCH

    return Value(option, _("all, or a whole number from 1"), lambda text: _batch(text, MAXIMUM_BATCH))


STANDARD_OUTPUT = "-"
"""The name of a file that means standard output."""


def text_value(option: str, expected: str) -> Value:
    """Any text but an empty one."""
    return Value(option, expected, lambda text: text or None)


def _whole(text: str, least: int, most: int) -> int | None:
    if not _WHOLE.fullmatch(text):
        return None
    number = int(text)
    return number if least <= number <= most else None


def _positive(text: str) -> float | None:
    if not _DECIMAL.fullmatch(text):
        return None
    number = float(text)
    return number if isfinite(number) and number > 0 else None


def _hidden(text: str, most_layers: int, most_units: int) -> tuple[int, ...] | None:
    layers = tuple(_whole(units, 1, most_units) for units in text.split(",", most_layers))
    whole = tuple(units for units in layers if units is not None)
    return whole if len(whole) == len(layers) <= most_layers else None


def _batch(text: str, most: int) -> int | None:
    if text == "all":
        return 0
    number = int(text) if re.fullmatch("[0-9]{1,20}", text) else 0
    if number < 1:
        return None
    return number if number <= most else 0  # more than any chair has is the whole chair
