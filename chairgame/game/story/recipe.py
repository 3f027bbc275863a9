"""Level 1: the player is the network and writes a recipe, blind; the box answers with points.

Fourteen builds, of which the first is given; a recipe that is known already costs nothing. Knows no screen.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

import numpy as np

from chairgame.chair.parts import Chair
from chairgame.chair.pile import pile_poses
from chairgame.chair.poses import Poses
from chairgame.game.news import Count, Kind, News
from chairgame.game.session.beats import Phase
from chairgame.game.story.building import BuildingPlay, Pace
from chairgame.game.story.first_setups import RecipeSetup
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.play import Assembled, IllegalMoveError, Score, Verbs
from chairgame.game.story.recipe_search import RandomSearch
from chairgame.game.story.recipe_slopes import Build, Line, Slopes, differences, signed, slopes_of, written_down
from chairgame.game.story.recipe_thing import CELLS, RIVALS, Recipe, first_recipe, poses_of, thing_of
from chairgame.game.story.reveal import Gap, Reveal
from chairgame.text.catalogue import N_

HEAP_CM = (-14.0, -68.0)  # the middle of the heap


class RecipePlay(BuildingPlay):
    """A plan, the builds that were made, and the last of them on the floor."""

    final = ("build", "recall")
    pace = Pace(apart=0.4, build=0.9, scan=0.6)

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        setup = level.setup_as(RecipeSetup)
        self.thing = thing_of(level.seed, setup.parts)
        self.most = setup.builds
        self.plan = first_recipe(setup.parts)
        self.builds = [Build(self.plan, self.thing.points(self.plan))]
        self.search = RandomSearch(self.thing, level.seed)
        self._at = 0
        """The build from which the plan was changed."""
        self._have_shared = False

    # What there is

    @property
    def count(self) -> int:
        """What par counts: builds."""
        return len(self.builds)

    @property
    def best(self) -> Build:
        """The build that was least far off."""
        return min(self.builds, key=lambda build: build.points)

    @property
    def is_told(self) -> bool:
        """The number counts while the box measures; what is known is known at its end."""
        return not self.is_moving

    @property
    def known(self) -> Sequence[Build]:
        """The builds whose points may be read: of the one under way nothing is known yet."""
        return self.builds if self.is_told else self.builds[:-1]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The known builds as they are written down."""
        return written_down(self.known)

    def assembled(self) -> Assembled:
        """The last build."""
        return self.thing.chair, poses_of(self.builds[-1].recipe)

    @property
    def slopes(self) -> Slopes:
        """What one tile of one part changed, of all that is known."""
        return slopes_of(self.known)

    @property
    def shown_points(self) -> int | None:
        """What the number says now: it counts from the last one to the new one while the box measures."""
        if self.is_told:
            return self.builds[-1].points
        before = self.builds[-2].points if len(self.builds) > 1 else None
        if self.moment.phase is not Phase.MEASURE:
            return before
        return before if before is None else round(before + (self.builds[-1].points - before) * self.moment.progress)

    @property
    def is_solved(self) -> bool:
        """Whether the last build is the thing itself."""
        return self.builds[-1].points == 0

    @property
    def is_over(self) -> bool:
        """After the last build, or the thing itself."""
        return self.is_solved or len(self.builds) >= self.most

    def points_of(self, recipe: Recipe) -> int | None:
        """What a recipe is known to come to."""
        return next((build.points for build in self.builds if build.recipe == recipe), None)

    @property
    def earlier(self) -> int | None:
        """The build to which the plan may be taken back, if it is one already and can still be built."""
        is_build = self.plan == self.builds[self._at].recipe
        return self._at - 1 if self._at and is_build and not self.is_over else None

    def figure(self) -> tuple[float, float, str]:
        """From the first build to the best."""
        return self.builds[0].points, self.best.points, N_("points")

    def reveal(self) -> Reveal:
        """The best build beside the thing; how far each part is off is told in tiles."""
        best, thing = self.best.recipe, self.thing.recipe
        tiles = [sum(abs(a - b) for a, b in zip(*cells, strict=True)) for cells in zip(best, thing, strict=True)]
        gaps = tuple(Gap(part, off) for part, off in enumerate(tiles) if off)
        return Reveal(self.thing.chair, poses_of(best), poses_of(thing), gaps)

    def facts(self) -> Mapping[str, Fact]:
        """Builds and their points, what random builds reach, how large the space is, and how much the table says."""
        slopes = slopes_of(self.builds)
        return {
            "thing": self.thing.chair.title["en"],
            "builds": len(self.builds),
            "builds_left": self.most - len(self.builds),
            "points": self.builds[-1].points,
            "best_points": self.best.points,
            **{f"random_{count}_points": int(self.thing.random_points[count - 1]) for count in RIVALS},
            "space": len(CELLS) ** len(self.plan),
            "searched": self.search.count,
            "average": self.thing.builds_needed(self.best.points),
            "filled": len(slopes),
            "all_filled": len(slopes) == 3 * len(self.plan),
            "last_tiles": written_down(self.builds)[-1].tiles,
        }

    def random_move(self, rng: np.random.Generator) -> str:
        """A part anywhere, or a build."""
        if rng.random() < 0.5 and self.points_of(self.plan) is None:
            return "build"
        cell = CELLS[int(rng.integers(len(CELLS)))]
        return f"place {rng.integers(len(self.plan))} {' '.join(map(str, cell))}"

    # Pictures in between

    def begin(self) -> None:
        """The given build, free of charge."""
        self.build(is_first=True)

    @property
    def chair(self) -> Chair:
        """The parts that are built."""
        return self.thing.chair

    @cached_property
    def pile(self) -> Poses:
        """The heap from which everything is built, in front of the board: beside it, it would make the board small."""
        pile = pile_poses(self.thing.chair, np.random.default_rng(self.level.seed))
        way = np.append(HEAP_CM - pile.centres[:, :2].mean(axis=0), 0.0)
        return Poses(pile.centres + way, pile.quaternions)

    @property
    def standing(self) -> Recipe:
        """The build that is on the floor, on its way there or back."""
        is_last = self.is_coming_apart and len(self.builds) > 1
        return self.builds[-2 if is_last else -1].recipe

    # The debrief

    def tick_debrief(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Random search goes on until it has caught up with the player."""
        is_reckoning = super().tick_debrief(seconds, may_learn)
        return self.search.tick(seconds, self.best.points) or is_reckoning

    def scores(self) -> tuple[Score, ...]:
        """The player, the search that goes on, and how long such a search takes on average."""
        best = self.best.points
        return (
            _score(N_("you"), len(self.builds), best),
            _score(N_("random search"), self.search.count, self.search.best),
            _score(N_("on average"), self.thing.builds_needed(best), best),
        )

    # Moves

    def _place(self, part: int, column: int, row: int, storey: int) -> None:
        cell = (column, row, storey)
        if self.is_over or not 0 <= part < len(self.plan) or cell not in CELLS:
            raise IllegalMoveError("no such part or cell")
        self.plan = (*self.plan[:part], cell, *self.plan[part + 1 :])
        if len(set(self.plan)) < len(self.plan) and not self._have_shared:
            self._have_shared = True
            self.say(N_("They may share a tile."))

    def _build(self) -> None:
        if self.is_over or self.points_of(self.plan) is not None:
            raise IllegalMoveError("no build is left, or it is known what it comes to")
        self.builds.append(Build(self.plan, self.thing.points(self.plan)))
        self._at = len(self.builds) - 1
        self.build()
        self.news = self._account()

    def _recall(self, number: int) -> None:
        if self.is_over or not 0 <= number < len(self.builds):
            raise IllegalMoveError("no such build")
        self._at, self.plan = number, self.builds[number].recipe
        self.news = News.counted(
            "The plan is build {number} again: {n} point.",
            "The plan is build {number} again: {n} points.",
            self.builds[number].points,
            number=Count(number + 1),
        )

    VERBS: ClassVar[Verbs] = {"place": _place, "build": _build, "recall": _recall}

    def _account(self) -> News:
        """What the last build has told."""
        line, points = written_down(self.builds)[-1], self.builds[-1].points
        if points == 0:
            return News(N_("That is it. Nobody ever showed you."))
        change = signed(line.change)
        if line.tiles == 1:
            (step,) = line.differences
            part = self.thing.chair.parts[step.part]
            return News.counted(
                "{label} {kind} {way}: {n} point, {change}.",
                "{label} {kind} {way}: {n} points, {change}.",
                points,
                label=part.label,
                kind=Kind(part.kind),
                way=step.way,
                change=change,
            )
        return News.counted("{n} point, together {change}.", "{n} points, together {change}.", points, change=change)

    @property
    def planned(self) -> Line:
        """How the plan differs from the build that is on the floor."""
        return Line(self.builds[-1], differences(self.builds[-1].recipe, self.plan), 0)


def _score(who: str, builds: int, points: int | None) -> Score:
    return Score(who, "{n} build", "{n} builds", builds, points=points)
