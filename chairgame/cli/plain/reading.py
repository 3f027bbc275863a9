"""Reads the words after a command. Every mistake is a PlayerError that says what was expected.

A decimal number may be written with a point or a comma.
"""

import re
from collections.abc import Mapping
from typing import cast

from chairgame.chair.parts import Chair
from chairgame.cli import values
from chairgame.cli.plain.vocabulary import Request
from chairgame.cli.values import Value
from chairgame.text.catalogue import Catalogue

_SIGNED = re.compile(r"[+-]?(?:[0-9]{1,12}\.?[0-9]{0,12}|\.[0-9]{1,12})")


def whole(request: Request, least: int, most: int, _: Catalogue, otherwise: int | None = None) -> int:
    """The whole number after a command, or `otherwise` where that is allowed to lack."""
    if not request.words and otherwise is not None:
        return otherwise
    return cast(int, _first(values.whole_number(request.command, least, most, _), request))


def positive(request: Request, _: Catalogue) -> float:
    """The number above 0 after a command."""
    value = values.positive_number(request.command, _)
    return cast(float, _first(value, Request(request.command, [pointed(word) for word in request.words])))


def signed(command: str, text: str, least: float, most: float, _: Catalogue) -> float:
    """A number of either sign within bounds."""

    def read(word: str) -> float | None:
        word = pointed(word)
        return float(word) if _SIGNED.fullmatch(word) and least <= float(word) <= most else None

    expected = _("a number from {least} to {most}", least=f"{least:g}", most=f"{most:g}")
    return cast(float, Value(command, expected, read)(text))


def fraction(request: Request, _: Catalogue) -> float:
    """The number from 0 up to, but without, 1 after a command."""

    def read(word: str) -> float | None:
        word = pointed(word)
        return float(word) if _SIGNED.fullmatch(word) and 0 <= float(word) < 1 else None

    return cast(float, _first(Value(request.command, _("a number from 0 to below 1"), read), request))


def one_of(request: Request, words: Mapping[str, str] | tuple[str, ...], _: Catalogue) -> str:
    """The word after a command, one of some words however they are capitalised."""
    value = values.word(request.command, tuple(words), _)
    return cast(str, _first(value, Request(request.command, [word.casefold() for word in request.words])))


def hidden_layers(request: Request, _: Catalogue) -> tuple[int, ...]:
    """The units per layer after a command, separated by commas, spaces or both."""
    text = ",".join(word for word in re.split(r"[\s,]+", " ".join(request.words)) if word)
    return cast("tuple[int, ...]", values.hidden_layers(request.command, _)(text))


def batch(request: Request, _: Catalogue) -> int | None:
    """The parts per signal after a command; None for the whole chair."""
    return cast(int, _first(values.batch(request.command, _), request)) or None


def part(request: Request, chair: Chair, _: Catalogue) -> int:
    """The index of the part whose label stands after a command, however that is capitalised."""
    indices = {label.casefold(): index for index, label in enumerate(chair.labels)}
    indices |= {label: index for index, label in enumerate(chair.labels)}
    expected = _("a part's label, like {example}", example=chair.labels[0])
    value = Value(request.command, expected, lambda text: indices.get(text, indices.get(text.casefold())))
    if not request.words:
        raise value.missing()
    return cast(int, value(" ".join(request.words)))


def pointed(text: str) -> str:
    """A decimal number with a point and a plain minus."""
    return text.replace(",", ".").replace("−", "-")


def _first(value: Value, request: Request) -> object:
    if not request.words:
        raise value.missing()
    return value(request.words[0])
