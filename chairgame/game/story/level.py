"""A level as its file says: what the box hides, what may be done, goals, stars, hints, par and a solution.

Levels are TOML in `assets/levels`; their texts are English sentences, ids of the catalogue. Knows no screen and none of
the verbs: what a level's `setup` means is its play's business (`play`, `plays`).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from chairgame.text.assets import assets_folder
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError

FORMAT = 1
STARS = 3
TESTS = ("at_least", "at_most", "above", "below")
TABLE = Mapping[str, Any]

Fact = bool | int | float | str


@dataclass(frozen=True)
class Condition:
    """A fact of a play compared with a number, or with another fact where `bound` is that fact's name."""

    fact: str
    test: str
    bound: float | str

    def holds(self, facts: Mapping[str, Fact]) -> bool:
        """Whether it is so. A fact that nobody knows yet (None is not a Fact: it is left out) is no fact."""
        value, bound = facts.get(self.fact), self.bound
        limit = facts.get(bound) if isinstance(bound, str) else bound
        if value is None or limit is None or isinstance(value, str) or isinstance(limit, str):
            return False
        match self.test:
            case "at_least":
                return value >= limit
            case "at_most":
                return value <= limit
            case "above":
                return value > limit
            case _:
                return value < limit


@dataclass(frozen=True)
class Check:
    """A sentence and what must hold for it: a goal, a star, or a hint that fits the moment."""

    text: str
    conditions: tuple[Condition, ...]

    def holds(self, facts: Mapping[str, Fact]) -> bool:
        """Whether all of it is so."""
        return all(condition.holds(facts) for condition in self.conditions)


@dataclass(frozen=True)
class Level:
    """One level. `play` names its kind of play; `objective` and `setup` are what that play reads."""

    id: str
    number: int
    play: str
    seed: int
    title: str
    term: str
    """The field's word that the player has earned, an id of the catalogue."""
    objective: TABLE
    setup: TABLE
    commands: tuple[str, ...]
    """The verbs that moves may begin with."""
    pages: tuple[str, ...]
    goals: tuple[Check, ...]
    stars: tuple[Check, ...]
    hints: tuple[Check, ...]
    par: int
    solution: tuple[str, ...]
    debrief: tuple[str, ...]
    about: str = ""
    """What the player does there, in a line for the level map."""


@cache
def levels() -> tuple[Level, ...]:
    """The story's levels in their order."""
    files = sorted((assets_folder() / "levels").glob("*.toml"))
    return tuple(sorted((read_level(file) for file in files), key=lambda level: level.number))


def level_named(name: str) -> Level:
    """A level by its id or its number. Raises PlayerError with the ids that there are."""
    for level in levels():
        if name in (level.id, str(level.number)):
            return level
    names = ", ".join(level.id for level in levels())
    raise PlayerError(N_("level {name}: unknown, expected one of {names}"), name=f'"{name}"', names=names)


def read_level(path: Path) -> Level:
    """The level in a file. Raises PlayerError that names the file and the field."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PlayerError(N_("{file}: cannot be read as a level ({reason})"), file=path.name, reason=error) from error
    return parse_level(table, path.name)


def parse_level(table: TABLE, file: str) -> Level:
    """The level in a table. Raises PlayerError that names the file and the field."""
    if table.get("format") != FORMAT:
        raise _mistake(file, "format", "format = 1")
    unknown = [key for key in table if key not in _FIELDS]
    if unknown:
        raise PlayerError(
            N_("{file}: {field}: unknown, expected only {keys}"), file=file, field=unknown[0], keys=", ".join(_FIELDS)
        )
    table = {"about": "", **table}
    values = {name: _typed(table, name, kind, file) for name, kind in _FIELDS.items() if name != "format"}
    checks = {name: _checks(values.pop(name), name, file) for name in ("goal", "star", "hint")}
    if len(checks["star"]) != STARS:
        raise _mistake(file, "star", N_("three tables [[star]]"))
    texts: dict[str, Any] = {
        name: _texts(values.pop(name), name, file) for name in ("commands", "pages", "solution", "debrief")
    }
    return Level(
        **values,
        **texts,
        goals=checks["goal"],
        stars=checks["star"],
        hints=checks["hint"],
    )


_FIELDS: Mapping[str, type] = {
    "format": int,
    "id": str,
    "number": int,
    "play": str,
    "seed": int,
    "title": str,
    "term": str,
    "objective": dict,
    "setup": dict,
    "commands": list,
    "pages": list,
    "goal": list,
    "star": list,
    "hint": list,
    "par": int,
    "solution": list,
    "debrief": list,
    "about": str,
}
_EXAMPLES = {int: N_("a whole number"), str: N_("a text"), dict: N_("a table"), list: N_("a list")}


def _typed(table: TABLE, name: str, kind: type, file: str) -> Any:
    value = table.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise _mistake(file, name, _EXAMPLES[kind])
    return value


def _texts(values: list[object], name: str, file: str) -> tuple[str, ...]:
    if not all(isinstance(value, str) for value in values):
        raise _mistake(file, name, N_("a list of texts"))
    return tuple(str(value) for value in values)


def _checks(tables: list[object], name: str, file: str) -> tuple[Check, ...]:
    return tuple(_check(table, f"{name}[{index}]", file) for index, table in enumerate(tables))


def _check(table: object, place: str, file: str) -> Check:
    """`{ text = "…", when = [{ fact = "scans", at_least = 12 }] }`; without `when` it always holds."""
    if not isinstance(table, dict) or not isinstance(table.get("text"), str):
        raise _mistake(file, f"{place}, text", N_("a text"))
    return Check(table["text"], tuple(_condition(entry, place, file) for entry in table.get("when", [])))


def _condition(entry: object, place: str, file: str) -> Condition:
    if isinstance(entry, dict) and isinstance(entry.get("fact"), str) and len(entry) == 2:
        (test,) = set(entry) - {"fact"}
        if test in TESTS and isinstance(entry[test], int | float | str):
            return Condition(entry["fact"], test, entry[test])
    raise _mistake(file, f"{place}, when", '{ fact = "scans", at_least = 12 }')


def _mistake(file: str, field: str, expected: str) -> PlayerError:
    return PlayerError(N_("{file}: {field}: expected {expected}"), file=file, field=field, expected=expected)
