"""How runs of the volume level begin and end, and how somebody who has read the hint reads a beginning."""

from collections.abc import Sequence
from functools import cache

from chairgame.game.story.first_setups import VolumeSetup
from chairgame.game.story.hearings import BURN, CRAWL, LEARN
from chairgame.game.story.level import level_named
from chairgame.game.story.volumes import course_of

SETUP = level_named("volume").setup_as(VolumeSetup)
READ_AT, END = SETUP.asked, SETUP.epochs
STILL_HIGH, LEARNER_CM = 0.85, 10.0


@cache
def beginning_of(seed: int, rate: float) -> tuple[float, ...]:
    """How far off a run is until it would ask; shorter where it has burned before."""
    course = course_of(SETUP, seed).turned(0, rate)
    distances = (course.distance_cm(epoch) for epoch in range(course.grown_to(READ_AT) + 1))
    return tuple(distance for distance in distances if distance is not None)


@cache
def end_of(seed: int, rate: float) -> tuple[str, float | None]:
    """What a run comes to."""
    course = course_of(SETUP, seed).turned(0, rate)
    distance = course.distance_cm(course.grown_to(END))
    return BURN if distance is None else LEARN if distance < SETUP.learned_cm else CRAWL, distance


def read(beginning: Sequence[float]) -> str:
    """Still as high as at first: it burns. Low by now: it learns."""
    if beginning[-1] > STILL_HIGH * beginning[0]:
        return BURN
    return LEARN if beginning[-1] < LEARNER_CM else CRAWL
