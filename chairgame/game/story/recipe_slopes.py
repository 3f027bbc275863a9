"""What level 1's builds have told: what one tile of one part changed, and nothing that was not built.

Two builds that differ by one tile of one part are a slope, however far apart they were made; of builds that differ by
more only the whole change is known. Knows no thing and no play.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chairgame.game.story.recipe_thing import Recipe

WAYS = ("→", "]", "↑")
"""Along the three axes of a cell: to the right, to the back, up."""
WAYS_BACK = ("←", "[", "↓")
AXES = (0, 2, 1)
"""In the order of the table's columns."""

Slopes = Mapping[tuple[int, int], tuple["Slope", ...]]
"""By part and axis, in the order in which they were found."""


@dataclass(frozen=True)
class Build:
    """A recipe and how many points it was off."""

    recipe: Recipe
    points: int


@dataclass(frozen=True)
class Difference:
    """A part that stands elsewhere in another build: along which axis, and by how many tiles."""

    part: int
    axis: int
    tiles: int

    @property
    def way(self) -> str:
        """An arrow for each tile."""
        return (WAYS if self.tiles > 0 else WAYS_BACK)[self.axis] * abs(self.tiles)


@dataclass(frozen=True)
class Slope:
    """What a tile → ↑ or ] changed, between two tiles of which `low` is the nearer to the board's corner."""

    low: int
    change: int
    is_turned: bool
    """Whether the step was made the other way, so that the sign is turned."""


@dataclass(frozen=True)
class Line:
    """A build as it is written down: what was different, and what that changed."""

    build: Build
    differences: tuple[Difference, ...]
    """From the earlier build that it is most like, the newest of those; none for the first."""
    change: int

    @property
    def tiles(self) -> int:
        """By how many tiles it is different."""
        return sum(abs(difference.tiles) for difference in self.differences)


def differences(before: Recipe, after: Recipe) -> tuple[Difference, ...]:
    """Every part and axis that is not the same."""
    return tuple(
        Difference(part, axis, new[axis] - old[axis])
        for part, (old, new) in enumerate(zip(before, after, strict=True))
        for axis in AXES
        if old[axis] != new[axis]
    )


def written_down(builds: Sequence[Build]) -> tuple[Line, ...]:
    """The builds as lines."""
    return tuple(_line(builds[:number], build) for number, build in enumerate(builds))


def _line(earlier: Sequence[Build], build: Build) -> Line:
    if not earlier:
        return Line(build, (), 0)
    lines = [
        Line(build, differences(other.recipe, build.recipe), build.points - other.points) for other in reversed(earlier)
    ]
    return min(lines, key=lambda line: line.tiles)


def slopes_of(builds: Sequence[Build]) -> Slopes:
    """All slopes: each tile's once, in the way in which it was found first."""
    found: dict[tuple[int, int], dict[int, Slope]] = {}
    for number, build in enumerate(builds):
        for other in builds[:number]:
            steps = differences(other.recipe, build.recipe)
            if len(steps) == 1 and abs(steps[0].tiles) == 1:
                step = steps[0]
                low = min(build.recipe[step.part][step.axis], other.recipe[step.part][step.axis])
                slope = Slope(low, (build.points - other.points) * step.tiles, step.tiles < 0)
                found.setdefault((step.part, step.axis), {}).setdefault(low, slope)
    return {cell: tuple(slopes.values()) for cell, slopes in found.items()}


def signed(change: int) -> str:
    """`−3`, `+1`; `±0` for builds that are as good."""
    return f"{change:+d}".replace("-", "−").replace("+0", "±0")
