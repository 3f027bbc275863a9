"""The play of the instruction sheet: seven numbers by hand, then six lines for a machine that never thinks, then a box
that swaps the chair.

Moves: `swap I` swaps a number with its right neighbour, `next` goes on to the sheet; `part N LABEL` says which part a
line builds (the line that had it gets this one's), `how N KIND OF CORNER` how; `run` executes and scans. `watch` gives
the chair in the box to the network, then swaps it: three times; before the third `bet N` says how many rebuilds it will
take. The machine that sorts and all films belong to no move.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import ClassVar

import numpy as np

from chairgame.game.news import Cm, Count
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.play import Assembled, IllegalMoveError, LevelPlay, Score, Verbs
from chairgame.game.story.program_space import programs, sorts
from chairgame.game.story.sheet import CORNERS, KINDS, LABELS, Line, built, is_hanging, off_cm, poses_of
from chairgame.game.story.sheet_facts import facts_of
from chairgame.game.story.sheet_network import Stage, chairs_of, newborn_rebuilds, stages_of
from chairgame.game.story.sheet_setup import SheetSetup
from chairgame.game.story.sorting import SortRace, row_of
from chairgame.text.catalogue import N_

RUN_SECONDS, WATCH_SECONDS = 1.5, 3.0
STEPS = 5
"""Of the programs that are searched."""
WATCHED = (
    N_("Your sheet built it at once; the network took {n} rebuilds to under 3 cm. Now the box swaps the chair."),
    N_("The same parts, other sizes. Your sheet: {sheet} cm. The network: {n} rebuilds. b: what comes next?"),
    N_("A sledge. Your sheet: {sheet} cm. The network: {n} rebuilds, your bet: {bet}. Tab: both programs."),
)


class Act(Enum):
    """Sort, write, watch."""

    SORT = "sort"
    WRITE = "write"
    WATCH = "watch"


class SheetPlay(LevelPlay):
    """An algorithm against learning."""

    final = ("swap", "next", "run", "watch", "bet")

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        self.setup = level.setup_as(SheetSetup)
        self.row = list(row_of(self.setup.row, self.setup.swaps, level.seed))
        self.swaps = self.wasted = self.runs = self.watched = 0
        self.is_writing = False
        self.lines = [Line(label) for label in LABELS]
        self.scanned_cm: float | None = None
        """What the scanner said of the sheet as it is; nothing since a line was changed."""
        self.bet: int | None = None
        self.sheet_off: list[float] = []
        """How far off the sheet's build was from each chair that was watched, in cm."""
        self.race: SortRace | None = None
        """The machine, from the first swap on."""
        self.seconds = 0.0
        """Since then, until the seven were in order."""
        self._film: float | None = None
        self._sorting: list[bool] = []

    # What is so

    @property
    def act(self) -> Act:
        """What is being done."""
        return Act.WATCH if self.watched else Act.WRITE if self.is_writing else Act.SORT

    @property
    def is_sorted(self) -> bool:
        """Whether the row is in order."""
        return self.row == sorted(self.row)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The network's way through all three chairs."""
        return stages_of(self.setup, self.level.seed)

    @property
    def stage(self) -> int:
        """Which chair lies in the box, counted from 0: the one that was watched last, or the first."""
        return max(0, self.watched - 1)

    @property
    def is_built(self) -> bool:
        """Whether the sheet as it is builds the first chair."""
        return self.scanned_cm is not None and self.scanned_cm < self.setup.built_cm

    @property
    def needs_bet(self) -> bool:
        """Whether it asks for one."""
        return self.watched == 2 and self.bet is None

    @property
    def has_watched_all(self) -> bool:
        """Whether the box has no other chair."""
        return self.watched == len(self.stages)

    @property
    def truth(self) -> int:
        """How many rebuilds the last chair took."""
        return self.stages[-1].rebuilds

    @property
    def count(self) -> int:
        """Par counts swaps and scans of the sheet."""
        return self.swaps + self.runs

    @property
    def is_spent(self) -> bool:
        """Whoever has seen what the network takes gets another brain."""
        return self.watched > 0

    @property
    def weight_changes(self) -> int:
        """Every weight in every rebuild that was watched."""
        return sum(stage.rebuilds * len(stage.weights[0]) for stage in self.stages[: self.watched])

    def figure(self) -> tuple[float, float, str] | None:
        """The network: from its first rebuild to the last one that was watched."""
        watched = self.stages[: self.watched]
        return (watched[0].distances[0], watched[-1].distances[-1], "cm") if watched else None

    def assembled(self) -> Assembled | None:
        """What the network built in the end; before that what the sheet does."""
        if self.watched:
            return self.stages[self.stage].chair, self.stages[self.stage].last
        plan = chairs_of(self.setup)[0]
        return (plan, poses_of(built(self.lines, plan, plan))) if self.is_writing else None

    # Moves

    def _swap(self, index: int) -> None:
        if self.is_sorted or not 0 <= index < len(self.row) - 1:
            raise IllegalMoveError("nothing to swap there")
        if self.race is None:
            self.race = SortRace(self.setup.machine, self.level.seed)
        left, right = self.row[index : index + 2]
        self.row[index : index + 2] = right, left
        self.swaps, self.wasted = self.swaps + 1, self.wasted + (left < right)

    def _next(self) -> None:
        if not self.is_sorted or self.is_writing:
            raise IllegalMoveError("first the seven, and only once")
        self.is_writing = True

    def _part(self, number: int, label: str) -> None:
        self._write(number)
        if label not in LABELS or label == self.lines[number].part:
            raise IllegalMoveError("no such part, or it is there already")
        other = next(index for index, line in enumerate(self.lines) if line.part == label)
        own = self.lines[number].part
        self.lines[number] = replace(self.lines[number], part=label)
        self.lines[other] = replace(self.lines[other], part=own)
        self.scanned_cm = None

    def _how(self, number: int, kind: str, of: str, corner: int = 0) -> None:
        self._write(number)
        line = Line(self.lines[number].part, kind, of, corner)
        if kind not in KINDS or of not in LABELS or not 0 <= corner < CORNERS or line == self.lines[number]:
            raise IllegalMoveError("no such instruction, or it is there already")
        self.lines[number], self.scanned_cm = line, None

    def _write(self, number: int) -> None:
        if self.act is not Act.WRITE or not 0 <= number < len(self.lines):
            raise IllegalMoveError("no sheet is being written, or no such line")

    def _run(self) -> None:
        if self.act is not Act.WRITE or self.scanned_cm is not None:
            raise IllegalMoveError("nothing to run, or it has been scanned as it is")
        plan = chairs_of(self.setup)[0]
        self.runs, self.scanned_cm, self._film = self.runs + 1, off_cm(built(self.lines, plan, plan), plan), 0.0
        if self.is_built:
            words = N_("{cm} cm: your sheet builds it. Space: the network gets this chair; then the box swaps it.")
        else:
            words = N_("{cm} cm off. What stands where the plan does not want it?")
        self.say(words, cm=Cm(self.scanned_cm))

    def _watch(self) -> None:
        if not self.is_built or self.needs_bet or self.has_watched_all:
            raise IllegalMoveError("nothing to watch now")
        plan, chair = chairs_of(self.setup)[0], self.stages[self.watched].chair
        self.sheet_off.append(off_cm(built(self.lines, chair, plan), chair))
        words = WATCHED[self.watched]
        self.watched, self._film = self.watched + 1, 0.0
        rebuilds, off = Count(self.stages[self.stage].rebuilds), Cm(self.sheet_off[-1])
        self.say(words, n=rebuilds, sheet=off, bet=Count(self.bet or 0))

    def _bet(self, rebuilds: int) -> None:
        if not self.needs_bet or not 1 <= rebuilds <= self.setup.highest_bet:
            raise IllegalMoveError("no bet now, or not that one")
        self.bet = rebuilds

    VERBS: ClassVar[Verbs] = {
        "swap": _swap,
        "next": _next,
        "part": _part,
        "how": _how,
        "run": _run,
        "watch": _watch,
        "bet": _bet,
    }

    def random_move(self, rng: np.random.Generator) -> str:
        """Any swap; any words on the sheet, and sometimes a run; any bet."""
        if self.act is Act.SORT:
            return "next" if self.is_sorted else f"swap {rng.integers(len(self.row) - 1)}"
        if self.needs_bet:
            return f"bet {rng.integers(1, self.setup.highest_bet + 1)}"
        if self.is_built:
            return "watch"
        line, label = rng.integers(len(self.lines)), rng.choice(LABELS)
        how = f"how {line} {rng.choice(KINDS)} {label} {rng.integers(CORNERS)}"
        return str(rng.choice([how, f"part {line} {label}", "run"], p=[0.7, 0.2, 0.1]))

    # Facts

    def facts(self) -> Mapping[str, Fact]:
        """See `sheet_facts`."""
        return facts_of(self)

    @property
    def hangs(self) -> bool:
        """Whether a line is to hang on what does not stand yet."""
        return is_hanging(self.lines)

    def scores(self) -> tuple[Score, ...]:
        """Swaps and scans; the network on the last chair, a newborn one there; how many programs there are."""
        is_known = len(self._sorting) > 0
        newborn = newborn_rebuilds(self.setup, self.level.seed) if is_known else None
        sorting = sum(self._sorting) if len(self._sorting) == len(tuple(programs(STEPS))) else None
        return (
            Score(N_("you"), "{n} swap or scan", "{n} swaps and scans", self.count),
            Score(N_("par"), "{n} swap or scan", "{n} swaps and scans", self.level.par),
            Score(N_("a newborn network, last chair"), "{n} rebuild", "{n} rebuilds", newborn),
            Score(
                N_("programs of 5 steps that sort 4"),
                "{n} of 7,776",
                "{n} of 7,776",
                sorting,
            ),
        )

    def reckon(self) -> Iterator[None]:
        """Let a newborn brain learn the last chair; try every program."""
        self._sorting.clear()
        newborn_rebuilds(self.setup, self.level.seed)
        yield
        for program in programs(STEPS):
            self._sorting.append(sorts(program))
            yield

    # Time

    @property
    def film(self) -> float:
        """How much of the film has passed, 0 to 1; 1 where none runs."""
        seconds = WATCH_SECONDS if self.watched else RUN_SECONDS
        return 1.0 if self._film is None else min(1.0, self._film / seconds)

    @property
    def is_racing(self) -> bool:
        """Whether hand or machine are still at work."""
        return self.act is Act.SORT and self.race is not None and not (self.is_sorted and self.race.is_over)

    @property
    def is_moving(self) -> bool:
        """While anything is sorted, built or learned on the screen."""
        return self.film < 1 or self.is_racing

    @property
    def is_told(self) -> bool:
        """Not before the film's end."""
        return self.film >= 1

    def skip(self) -> None:
        """To the film's end."""
        self._film = None

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Film and machine go on."""
        was_moving = self.is_moving
        if self._film is not None:
            self._film = self._film + seconds if self.film < 1 else None
        race = self.race
        if self.is_racing and race is not None:
            self.seconds += 0.0 if self.is_sorted else seconds
            race.seconds += 0.0 if race.plain.is_over else seconds
            while not race.is_over:
                race.step()
                if not may_learn():
                    break
        return was_moving
