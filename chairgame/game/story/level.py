"""A level as its file says: what the box hides, what may be done, goals, stars, hints, par and a solution.

Levels are TOML in `assets/levels`; their texts are English sentences, ids of the catalogue. What a level may say to its
play, and which facts its texts and conditions may name, its play declares (`registry`). Knows no screen and no rules.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TypeVar

from chairgame.game.story.registry import KINDS, Facts, Kind, Setup
from chairgame.text.assets import assets_folder
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.text.tables import Field, Table, read_toml
from chairgame.training.settings import MAXIMUM_SEED

FORMAT = 1
STARS = 3
TESTS = ("at_least", "at_most", "above", "below")
MOST_LEVELS, MOST_EDITIONS, MOST_SEEDS, MOST_CHECKS, MOST_PAGES, MOST_MOVES = 99, 99, 30, 30, 9, 1000
LONGEST_NAME, LONGEST_TEXT = 60, 1000

SetupT = TypeVar("SetupT", bound=Setup)
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
class Star(Check):
    """A star's rule. `now` is a text with the figure that the rule is about, as it is at present."""

    now: str

    def is_missed(self, facts: Mapping[str, Fact], growing: Collection[str]) -> bool:
        """Whether no move can earn it any more: something that only grows within a play is beyond its limit."""
        limits = (limit for limit in self.conditions if limit.fact in growing and limit.test in ("at_most", "below"))
        return any(limit.fact in facts and not limit.holds(facts) for limit in limits)


@dataclass(frozen=True)
class Level:
    """One level. `play` names its kind of play, and `setup` is what that kind declares."""

    id: str
    number: int
    play: str
    edition: int
    """Raised when rules change: a play that was left in another edition is not gone on with."""
    seeds: tuple[int, ...]
    """Checked ones, of which each play after a result takes the next: knowing an answer is worth nothing. The solution
    is the first one's."""
    seed: int
    """The one that is played."""
    title: str
    term: str
    """The field's word that the player has earned, an id of the catalogue."""
    setup: Setup
    commands: tuple[str, ...]
    """The verbs that moves may begin with."""
    pages: tuple[str, ...]
    goals: tuple[Check, ...]
    stars: tuple[Star, ...]
    hints: tuple[Check, ...]
    par: int
    solution: tuple[str, ...]
    debrief: tuple[str, ...]
    about: str = ""
    """What the player does there, in a line for the level map."""

    def with_seed(self, seed: int) -> "Level":
        """The same level with another thing in the box."""
        return replace(self, seed=seed)

    def setup_as(self, kind: type[SetupT]) -> SetupT:
        """The set-up as its play knows it. Raises TypeError for another play's."""
        if not isinstance(self.setup, kind):
            raise TypeError(f"{self.id} is no level of {kind.__name__}")
        return self.setup


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
    return parse_level(read_toml(path))


def parse_level(root: Table) -> Level:
    """The level in a table. Raises PlayerError that names the file and the field."""
    root.of_format(FORMAT).only(*_KEYS)
    play = root["play"].one_of(KINDS)
    kind = KINDS[play]
    commands = tuple(entry.one_of(kind.verbs) for entry in root["commands"].entries(1, len(kind.verbs)))
    seeds = tuple(entry.whole(0, MAXIMUM_SEED) for entry in root["seeds"].entries(1, MOST_SEEDS))
    return Level(
        id=root["id"].text(LONGEST_NAME),
        number=root["number"].whole(1, MOST_LEVELS),
        play=play,
        edition=root["edition"].whole(1, MOST_EDITIONS),
        seeds=seeds,
        seed=seeds[0],
        title=root["title"].text(LONGEST_NAME),
        term=root["term"].text(LONGEST_NAME),
        setup=kind.setup.read(root["objective"].table(), root["setup"].table()),
        commands=commands,
        pages=_texts(root["pages"], kind),
        goals=_checks(root.get("goal", []), kind.facts, 0),
        stars=tuple(_star(table, kind.facts) for table in root["star"].tables(STARS, STARS)),
        hints=_checks(root["hint"], kind.facts, 1),
        par=root["par"].whole(1, MOST_MOVES),
        solution=tuple(_move(entry, commands) for entry in root["solution"].entries(1, MOST_MOVES)),
        debrief=_texts(root["debrief"], kind),
        about=root.get("about", "").prose(LONGEST_TEXT),
    )


_KEYS = (
    *(
        "format",
        "id",
        "number",
        "play",
        "edition",
        "seeds",
        "title",
        "about",
        "term",
        "objective",
        "setup",
        "commands",
        "par",
    ),
    *("pages", "debrief", "solution", "goal", "star", "hint"),
)


def _texts(field: Field, kind: Kind) -> tuple[str, ...]:
    return tuple(_worded(entry, kind.facts) for entry in field.entries(1, MOST_PAGES))


def _worded(field: Field, facts: Facts) -> str:
    """A text whose {fields} are facts of the play."""
    text = field.prose(LONGEST_TEXT, 1)
    try:
        names = [name for _literal, name, _format, _conversion in Formatter().parse(text) if name is not None]
    except ValueError as error:
        raise field.mistake(N_("{file}: {field}: expected braces only around facts: {reason}"), reason=error) from error
    for name in names:
        Field(field.file, f"{field.place}, {{{name}}}", name).one_of(facts)
    return text


def _move(field: Field, commands: tuple[str, ...]) -> str:
    move = field.text(LONGEST_TEXT)
    Field(field.file, field.place, move.split()[0]).one_of(commands)
    return move


def _checks(field: Field, facts: Facts, least: int) -> tuple[Check, ...]:
    """`{ text = "…", when = [{ fact = "scans", at_least = 12 }] }`; without `when` it always holds."""
    tables = tuple(table.only("text", "when") for table in field.tables(least, MOST_CHECKS))
    return tuple(Check(_worded(table["text"], facts), _conditions(table.get("when", []), facts, 0)) for table in tables)


def _star(table: Table, facts: Facts) -> Star:
    """Like a check, with the present figure; a star that always holds would be no star."""
    table.only("text", "when", "now")
    now = _worded(table["now"], facts) if "now" in table else ""
    return Star(_worded(table["text"], facts), _conditions(table["when"], facts, 1), now)


def _conditions(field: Field, facts: Facts, least: int) -> tuple[Condition, ...]:
    return tuple(_condition(table, facts) for table in field.tables(least, MOST_CHECKS))


def _condition(table: Table, facts: Facts) -> Condition:
    """A fact that is a number or a yes, one test, and a number or the name of another such fact."""
    table.only("fact", *TESTS)
    numbers = [name for name, kind in facts.items() if kind is not str]
    tests = [test for test in TESTS if test in table]
    if len(tests) != 1:
        message = N_("{file}: {field}: expected one of {words}, and one only")
        raise Field(table.file, table.place, len(tests)).mistake(message, words=", ".join(TESTS))
    bound = table[tests[0]]
    is_fact = isinstance(bound.value, str)
    return Condition(table["fact"].one_of(numbers), tests[0], bound.one_of(numbers) if is_fact else bound.number())
