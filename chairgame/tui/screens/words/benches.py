"""Which benches words mode has: their names, their keys' numbers, and the modules behind them. Loads none of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from chairgame.game.words.desk import Desk
from chairgame.text.catalogue import N_

if TYPE_CHECKING:
    from chairgame.tui.screens.base import GameScreen

_PACKAGE = "chairgame.tui.screens.words"


@dataclass(frozen=True)
class BenchEntry:
    """A bench's name, which is its module's as well, and what it is called."""

    name: str
    title: str

    @property
    def module(self) -> str:
        """Has a class SCREEN, a WordsScreen made from a desk and whether there is a way back."""
        return f"{_PACKAGE}.{self.name}"


_ALL = (
    BenchEntry("brain", N_("brain")),
    BenchEntry("tokens", N_("tokens")),
    BenchEntry("attention", N_("attention")),
)


@cache
def benches() -> tuple[BenchEntry, ...]:
    """Those that are there, in their order."""
    return tuple(entry for entry in _ALL if find_spec(entry.module) is not None)


def bench_screen(name: str, desk: Desk, *, has_way_back: bool) -> "GameScreen":
    """The screen of a bench; of one that is not there the first bench's."""
    entry = next((entry for entry in benches() if entry.name == name), benches()[0])
    make = cast("Callable[..., GameScreen]", import_module(entry.module).SCREEN)
    return make(desk, has_way_back=has_way_back)
