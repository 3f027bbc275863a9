"""Level 1: the player is the network and writes a recipe, blind; the box answers with one number.

Twelve scans, and the stars compare them with builds at random. Knows no screen.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import ClassVar

import numpy as np

from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.encoding import OUTPUTS, UNIT_CM
from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.pile import pile_poses
from chairgame.chair.poses import Poses
from chairgame.chair.sculpture import COLUMNS, ROWS, STOREYS, place_of, sculpture
from chairgame.game.news import Cm
from chairgame.game.session.beats import Moment, Phase
from chairgame.game.story.building import BUILD_SECONDS, SCAN_SECONDS, BuildingPlay
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.play import Assembled, IllegalMoveError, Score, Verbs
from chairgame.game.story.registry import RecipeSetup
from chairgame.text.catalogue import N_
from chairgame.training.history import History
from chairgame.training.settings import Settings
from chairgame.training.tasks import chair_task

Cell = tuple[int, int, int]
Recipe = tuple[Cell, ...]

CELLS = tuple(product(range(COLUMNS), range(ROWS), range(STOREYS)))
REST_SECONDS, APART_SECONDS = 0.9, 0.7  # to look at what was built; then it goes back to the heap
ALL_SECONDS = BUILD_SECONDS + SCAN_SECONDS + REST_SECONDS + APART_SECONDS
# The debrief's random search goes slowly at first, so that somebody sees it count, and ever faster, so that a million
# builds pass while a page is read.
FIRST_BUILDS_A_SECOND, FASTER_EACH_SECOND, MOST_BUILDS_A_SECOND = 8.0, 3.0, 150_000.0
SAME_CM = 1e-9
RIVALS = (12, 100, 1000)  # builds at random
MOST_EPOCHS = 400
NEAR_ENOUGH_CM = 1.0  # the network's cells are endless: it never stands exactly on one


@dataclass(frozen=True)
class Scan:
    """A recipe and what the box said: how far off it was, in cm."""

    recipe: Recipe
    distance_cm: float


@dataclass(frozen=True, eq=False)
class Thing:
    """What a level hides: the parts, and the squared distance in cm² of each part in each cell, shape (N, 100)."""

    chair: Chair
    squares: FloatArray
    random_cm: FloatArray
    """The best of the first 1, 2, 3 … builds at random, in cm; shape (1000,)."""

    def distance_cm(self, recipe: Recipe) -> float:
        """What the scanner says of a build."""
        squares = [self.squares[part, CELLS.index(cell)] for part, cell in enumerate(recipe)]
        return float(np.sqrt(np.mean(squares)))


@cache
def thing_of(seed: int, parts: int) -> Thing:
    """The hidden thing of a level. The box itself has measured every part in every cell."""
    chair = sculpture(seed, parts)
    box = ChairBox(chair)
    squares = np.empty((parts, len(CELLS)))
    for index, cell in enumerate(CELLS):
        outputs = np.zeros((parts, OUTPUTS))
        outputs[:, :3] = np.array(place_of(*cell)) / UNIT_CM
        outputs[:, 3] = 1
        squares[:, index] = box.measure(outputs).part_distances_cm ** 2
    rng = np.random.default_rng([seed, 12])
    return Thing(chair, squares, np.minimum.accumulate(_random_builds(squares, rng, 1000)))


def first_recipe(parts: int) -> Recipe:
    """Where a recipe begins: side by side on the floor, in the middle row, so that every part can be seen."""
    left = (COLUMNS - min(parts, COLUMNS)) // 2
    return tuple((left + index % COLUMNS, ROWS // 2, 0) for index in range(parts))


def _random_builds(squares: FloatArray, rng: np.random.Generator, count: int) -> FloatArray:
    """The distances in cm of so many builds at random, shape (count,)."""
    cells = rng.integers(len(CELLS), size=(count, len(squares)))
    return np.asarray(np.sqrt(squares[np.arange(len(squares)), cells].mean(axis=1)))


class RecipePlay(BuildingPlay):
    """A recipe, the notebook, and the build that is on the floor."""

    final = ("scan",)

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        setup = level.setup_as(RecipeSetup)
        self.thing = thing_of(level.seed, setup.parts)
        self.most = setup.scans
        self.recipe = first_recipe(len(self.thing.chair.parts))
        self.notebook: list[Scan] = []
        self.elapsed = ALL_SECONDS
        self._search_rng = np.random.default_rng([level.seed, 13])
        self._searching, self._owed = 0.0, 0.0
        self.searched, self.searched_cm = 0, np.inf
        self._network_scans: int | None = None
        self._network_cm: float | None = None

    @property
    def count(self) -> int:
        """What par counts: scans."""
        return len(self.notebook)

    @property
    def best(self) -> Scan | None:
        """The scan that was least far off."""
        return min(self.notebook, key=lambda scan: scan.distance_cm, default=None)

    @property
    def known(self) -> Sequence[Scan]:
        """The scans that may be read: of the one under way nothing is known yet."""
        return self.notebook if self.is_scanned else self.notebook[:-1]

    @property
    def best_known(self) -> Scan | None:
        """The scan of those that was least far off."""
        return min(self.known, key=lambda scan: scan.distance_cm, default=None)

    def figure(self) -> tuple[float, float, str] | None:
        """From the first scan to the best."""
        best = self.best
        return None if best is None else (self.notebook[0].distance_cm, best.distance_cm, "cm")

    def assembled(self) -> Assembled | None:
        """The last scan's recipe."""
        if not self.notebook:
            return None
        places = np.array([place_of(*cell) for cell in self.notebook[-1].recipe])
        return self.thing.chair, Poses(places, np.tile([1.0, 0.0, 0.0, 0.0], (len(places), 1)))

    def rivals(self) -> tuple[tuple[int, float], ...]:
        """Numbers of builds at random that the stars are about, and how near the best of them comes, in cm."""
        return tuple((count, float(self.thing.random_cm[count - 1])) for count in RIVALS)

    def facts(self) -> Mapping[str, Fact]:
        """Scans, distances, what random builds reach, how large the space is, what changed since the last scan."""
        notes = self.notebook
        facts: dict[str, Fact] = {
            "thing": self.thing.chair.title["en"],  # nonsense in every language
            "scans": len(notes),
            "scans_left": self.most - len(notes),
            **{f"random_{count}_cm": distance for count, distance in self.rivals()},
            "space": len(CELLS) ** len(self.recipe),
            "searched": self.searched,
            "changed": self._changed(),
            "still": len(self._still()),
            "still_part": next(iter(self._still()), 0),
            "repeats": len(notes) - len({scan.recipe for scan in notes}),
            "last_changed": self._last_changed(),
        }
        if self.best is not None:
            facts["best_cm"] = self.best.distance_cm
            facts["last_cm"] = notes[-1].distance_cm
        return facts

    def random_move(self, rng: np.random.Generator) -> str:
        """A part anywhere, or a scan."""
        if rng.random() < 0.5:
            return "scan"
        cell = CELLS[int(rng.integers(len(CELLS)))]
        return f"place {rng.integers(len(self.recipe))} {' '.join(map(str, cell))}"

    @property
    def is_over(self) -> bool:
        """After the twelfth scan."""
        return len(self.notebook) >= self.most

    # Pictures in between

    @cached_property
    def pile(self) -> Poses:
        """The heap from which everything is built."""
        return pile_poses(self.thing.chair, np.random.default_rng(self.level.seed))

    @property
    def is_moving(self) -> bool:
        """While it is built, scanned, looked at and taken apart."""
        return self.elapsed < ALL_SECONDS

    @property
    def is_built(self) -> bool:
        """Whether the floor shows what is being built, not what is planned."""
        return self.is_moving

    @property
    def is_coming_apart(self) -> bool:
        """On the way back to the heap."""
        return ALL_SECONDS - APART_SECONDS < self.elapsed < ALL_SECONDS

    @property
    def moment(self) -> Moment:
        """The phase of the loop that the floor shows; coming apart is a build that runs backwards."""
        if self.is_coming_apart:
            return Moment(Phase.BUILD, (ALL_SECONDS - self.elapsed) / APART_SECONDS)
        if self.elapsed >= BUILD_SECONDS + SCAN_SECONDS:
            return Moment(None, 1.0)
        return super().moment

    def skip(self) -> None:
        """Built, scanned and apart again at once."""
        self.elapsed = ALL_SECONDS

    # The debrief

    def tick_debrief(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Random search goes on until it has caught up with the player; so does the network."""
        is_reckoning = super().tick_debrief(seconds, may_learn)
        if self.best is None or self.searched_cm <= self.best.distance_cm + SAME_CM:
            return is_reckoning
        rate = min(FIRST_BUILDS_A_SECOND * FASTER_EACH_SECOND**self._searching, MOST_BUILDS_A_SECOND)
        self._searching += seconds
        self._owed += rate * seconds
        count = int(self._owed)
        self._owed -= count
        if count:
            self._search(count, self.best.distance_cm + SAME_CM)
        return True

    def _search(self, count: int, wanted_cm: float) -> None:
        """So many more builds at random, or fewer if one is good enough."""
        builds = _random_builds(self.thing.squares, self._search_rng, count)
        reached = np.flatnonzero(builds <= wanted_cm)
        builds = builds[: reached[0] + 1] if len(reached) else builds
        self.searched += len(builds)
        self.searched_cm = min(self.searched_cm, float(builds.min()))

    def scores(self) -> tuple[Score, ...]:
        """The player, builds at random, the search that goes on, and a network with headphones on the same thing.

        The best of all random builds stands in the last star already.
        """
        best = self.best
        if best is None:
            return ()
        rows = [_score(N_("you"), len(self.notebook), best.distance_cm)]
        rows += [_score(N_("at random"), count, distance) for count, distance in self.rivals()[:-1]]
        if self.searched:
            rows.append(_score(N_("random search"), self.searched, self.searched_cm))
        return (*rows, _score(N_("the network"), self._network_scans, self._network_cm))

    def reckon(self) -> Iterator[None]:
        """A real network on the same thing: the scans that it needs to come closer than the player, and where it is."""
        if self.best is None:
            return
        wanted = max(self.best.distance_cm, NEAR_ENOUGH_CM)
        settings = Settings(seed=self.level.seed)
        history = History(chair_task(self.thing.chair, settings), settings)
        while history.newest < MOST_EPOCHS and not history.burned_out:
            row = history.advance()
            yield
            if row.distance_cm is not None and row.distance_cm < wanted:
                break
        self._network_scans, self._network_cm = len(history.rows), history.rows[-1].distance_cm

    # Moves

    def _place(self, part: int, column: int, row: int, storey: int) -> None:
        cell = (column, row, storey)
        if self.is_over or not 0 <= part < len(self.recipe) or cell not in CELLS:
            raise IllegalMoveError("no such part or cell")
        self.recipe = (*self.recipe[:part], cell, *self.recipe[part + 1 :])

    def _scan(self) -> None:
        if self.is_over:
            raise IllegalMoveError("no scan is left")
        before = self.best
        scan = Scan(self.recipe, self.thing.distance_cm(self.recipe))
        self.notebook.append(scan)
        self.build()
        if before is None:
            self.say(
                N_("{now} cm off. Is that good? Only another build can tell. Change something."),
                now=Cm(scan.distance_cm),
            )
        elif scan.distance_cm < before.distance_cm:
            self.say(N_("{now} cm: closer than ever. Keep what you changed."), now=Cm(scan.distance_cm))
        else:
            self.say(N_("{now} cm; your best is {best} cm."), now=Cm(scan.distance_cm), best=Cm(before.distance_cm))

    VERBS: ClassVar[Verbs] = {"place": _place, "scan": _scan}

    def _still(self) -> list[int]:
        """The parts, counted from 1, that stood in every scan where they stood at first; none before the first."""
        first = first_recipe(len(self.recipe))
        return [
            index + 1
            for index, cell in enumerate(first)
            if self.notebook and all(scan.recipe[index] == cell for scan in self.notebook)
        ]

    def _changed(self) -> int:
        """Parts that are planned elsewhere than in the last scan."""
        if not self.notebook:
            return 0
        return sum(a != b for a, b in zip(self.recipe, self.notebook[-1].recipe, strict=True))

    def _last_changed(self) -> int:
        """Parts that were elsewhere in the last scan than in the one before."""
        if len(self.notebook) < 2:
            return 0
        return sum(a != b for a, b in zip(self.notebook[-1].recipe, self.notebook[-2].recipe, strict=True))


def _score(who: str, scans: int | None, distance_cm: float | None) -> Score:
    return Score(who, "{n} scan", "{n} scans", scans, distance_cm)
