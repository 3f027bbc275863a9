"""Which epochs of a run a film shows, and for how long. Pure: knows no picture and no file.

Motion does not lie: the first rebuild flies from the heap, all later ones are stop-motion cuts; nothing in between.
"""

from dataclasses import dataclass

from chairgame.game.session.beats import CUT_SECONDS

MOST_FRAMES = 2000
USUAL_FRAMES = 60
FLIGHT_FRAMES, FLIGHT_SECONDS = 12, 0.12
FIRST_SECONDS, LAST_SECONDS = 1.5, 2.5
EARLY_SECONDS = ((2, 0.7), (5, 0.4), (10, 0.25))
"""The first rebuilds stand longer, so that their names can be read: up to this epoch, for so long."""


@dataclass(frozen=True)
class Frame:
    """A rebuild on the screen for so many seconds. `flight`: how far the parts have come from the heap, 0 to 1."""

    epoch: int
    seconds: float
    flight: float = 1.0


def frame_count(first: int, last: int, speed: int | None, *, flight: bool) -> int:
    """How many frames `reel` makes."""
    return len(_epochs(first, last, speed, _room(flight))) + FLIGHT_FRAMES * flight


def reel(first: int, last: int, speed: int | None = None, *, flight: bool = True) -> tuple[Frame, ...]:
    """The frames from one epoch to another, both shown: every `speed`-th one; without a speed about sixty in all,
    each of the first and later ever fewer, since a brain learns most at the beginning."""
    start = tuple(Frame(first, FLIGHT_SECONDS, step / FLIGHT_FRAMES) for step in range(FLIGHT_FRAMES * flight))
    epochs = _epochs(first, last, speed, _room(flight))
    return start + tuple(Frame(epoch, _seconds(epoch, first, last)) for epoch in epochs)


def _room(flight: bool) -> int:
    return USUAL_FRAMES - FLIGHT_FRAMES * flight


def _epochs(first: int, last: int, speed: int | None, room: int) -> list[int]:
    if speed is not None:
        return sorted({*range(first, last, speed), last})
    if last - first < room:
        return list(range(first, last + 1))
    return [first + step for step in _growing_steps(last - first, room)]


def _growing_steps(end: int, count: int) -> list[int]:
    """`count` different whole numbers from 0 to `end`, their gaps growing by a constant factor from 1 on."""
    low, high = 1.0, float(end)
    for _ in range(60):
        factor = (low * high) ** 0.5
        reached = sum(factor**gap for gap in range(count - 1))
        low, high = (factor, high) if reached < end else (low, factor)
    steps, at = [0], 0.0
    for gap in range(count - 1):
        at += high**gap
        steps.append(max(steps[-1] + 1, round(at)))
    return [*steps[:-1], end]


def _seconds(epoch: int, first: int, last: int) -> float:
    if epoch == last:
        return LAST_SECONDS
    if epoch == first:
        return FIRST_SECONDS
    return next((seconds for until, seconds in EARLY_SECONDS if epoch <= until), CUT_SECONDS)
