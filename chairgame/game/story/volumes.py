"""The runs that the volume's play is about, one for each brain and each volume, and what they are compared with."""

from collections.abc import Iterator, Mapping, Sequence

from chairgame.game.story.course import Course
from chairgame.game.story.first_setups import VolumeSetup
from chairgame.game.story.hearings import Hearing
from chairgame.game.story.play import Score
from chairgame.text.catalogue import N_
from chairgame.training.settings import Settings


def course_of(setup: VolumeSetup, brain: int) -> Course:
    """The run of a level's set-up, at its first volume: plain gradient descent."""
    settings = Settings(seed=brain, optimizer="sgd", learning_rate=setup.start, batch=setup.batch)
    return Course(setup.chair, settings)


def every_volume(setup: VolumeSetup, brain: int, found: dict[float, float | None]) -> Iterator[None]:
    """Run every volume of the knob, quietest first, as nobody turns it, an epoch at a time. What each comes to, in cm,
    is written into `found`; None for smoke."""
    for rate in setup.rates:
        course = course_of(setup, brain).turned(0, rate)
        for epoch in range(setup.epochs):
            course.grown_to(epoch + 1)
            yield
        found[rate] = course.distance_cm(course.grown_to(setup.epochs))


def compared(
    runs: int, best: Hearing | None, constant: Mapping[float, float | None], rates: Sequence[float]
) -> tuple[Score, ...]:
    """Runs and what they came to; the same for all volumes, the best of them, and for the quietest. `constant` is how
    far off each volume is at the end, as far as that has been reckoned, the quietest first; None for smoke."""
    sound = [distance for distance in constant.values() if distance is not None]
    nearest, every = (min(sound), len(rates)) if len(constant) == len(rates) else (None, None)
    quietest = (1, constant[rates[0]]) if constant else (None, None)
    return (
        Score(N_("you"), "{n} run", "{n} runs", runs, None if best is None else best.distance_cm),
        Score(N_("every volume once"), "{n} run", "{n} runs", every, nearest),
        Score(N_("the quietest one"), "{n} run", "{n} runs", *quietest),
    )
