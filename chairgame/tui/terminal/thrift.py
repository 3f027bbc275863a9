"""How dear pictures may be: cheaper ones for a link that cannot keep up, better ones again once it is calm.

Judges a link by windows of play. Knows no looks: a step of 0 is the best picture, every further one a cheaper one.
"""

from math import inf

REMOTE_BYTES = 140_000.0  # a second: a network is shared with others, however fast it is
WINDOW = 2.0  # seconds over which the link is judged
SHORTEST_WINDOW = 0.75  # seconds whose allowance may be spent at once: a screen painted anew is no habit
FEWEST_SHOWN = 8.0  # frames a second: below this, cheaper pictures come before fewer of them
BUSY = 0.4  # of the time, by which ticks come late: then the processor is slow, and cheaper pictures help nobody
CALM = 8.0  # seconds of play after which a better picture is tried
LONGEST_CALM = 240.0  # once better pictures have proved too dear again and again
CALM_REFUSALS = 0.1  # of the frames
CALM_BYTES = 0.4  # of the allowance: a better picture takes about twice as many
RELAPSE = 10.0  # seconds within which a better picture proves too dear


def allowance_for(asked: float | None, *, is_remote: bool) -> float:
    """Bytes a second: without an end, but over a network where no rate was asked for."""
    return REMOTE_BYTES if is_remote and asked is None else inf


class Thrift:
    """Goes down a ladder of pictures, and climbs back."""

    def __init__(self, steps: int, allowance: float = inf) -> None:
        """`steps` lead down from the best picture; `allowance` is in bytes a second."""
        self.allowance = allowance
        self.step = 0
        self._steps = steps
        self._began: float | None = None
        self._shown = self._refused = self._sent_before = 0
        self._late = 0.0
        self._calm, self._calm_for, self._climbed_at = CALM, 0.0, -inf

    def begin_at(self, step: int, steps: int) -> None:
        """Another ladder."""
        self.step, self._steps = min(step, steps), steps

    def drawn(self) -> None:
        """A frame has been drawn."""
        self._shown += 1

    def refused(self) -> None:
        """A frame had to wait for the link."""
        self._refused += 1

    def judge(self, now: float, sent: int = 0, late: float = 0.0) -> bool:
        """Something has moved: after a while, pictures too dear for the link, or for what it may carry, become cheaper,
        and better again after a while of calm. True if they did.

        `sent` counts all bytes since the start; `late` are the seconds by which the clock's last tick was late.
        """
        self._late += late
        if self._began is None:
            self._began, self._sent_before = now, sent
            return False
        seconds, spent = now - self._began, sent - self._sent_before
        is_dear = spent > self.allowance * max(seconds, SHORTEST_WINDOW)
        if seconds < WINDOW and not is_dear:
            return False
        is_starved = self._refused > 0 and self._shown < FEWEST_SHOWN * seconds and self._late < BUSY * seconds
        few_refused = self._refused < CALM_REFUSALS * (self._shown + self._refused)
        is_calm = few_refused and spent < CALM_BYTES * self.allowance * seconds
        self.rest()
        self._began, self._sent_before = now, sent
        if is_starved or is_dear:
            return self._go_down(now)
        self._calm_for = self._calm_for + seconds if is_calm else 0.0
        return self._calm_for >= self._calm and self._climb(now)

    def rest(self) -> None:
        """Nothing moves: there is nothing to judge the link by."""
        self._began, self._shown, self._refused, self._late = None, 0, 0, 0.0

    def _go_down(self, now: float) -> bool:
        """Who has climbed too early waits twice as long the next time."""
        if now - self._climbed_at < RELAPSE:
            self._calm, self._climbed_at = min(LONGEST_CALM, 2 * self._calm), -inf
        self._calm_for = 0.0
        if self.step >= self._steps:
            return False
        self.step += 1
        return True

    def _climb(self, now: float) -> bool:
        if self.step == 0:
            return False
        self.step, self._calm_for, self._climbed_at = self.step - 1, 0.0, now
        return True
