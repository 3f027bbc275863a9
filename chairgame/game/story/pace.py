"""How fast a run runs, and whether it does: the loop slowly at first, the rest in cuts. Knows seconds and no run."""

SPEEDS = (1, 4, 16)
"""Rebuilds a second of a run's beginning, by the step of the speed control."""
RUN_ON = (16, 16, 64)
"""Rebuilds a second of all that comes after it."""
CUTS = 8
"""Rebuilds a second from which on there is no time to show more than what stands."""


class Pace:
    """The player's: it can be held, sped and slowed."""

    def __init__(self) -> None:
        self.runs = False
        self._step = 0
        self._is_chosen = False
        self._waited = 0.0

    @property
    def speed(self) -> int:
        """How many times as fast as the first time."""
        return SPEEDS[self._step]

    def rate(self, *, is_beginning: bool) -> int:
        """Rebuilds a second."""
        return (SPEEDS if is_beginning else RUN_ON)[self._step]

    def toggle(self) -> None:
        """Run, or hold on at this very moment."""
        self.runs = not self.runs

    def hold(self) -> None:
        """Stand; what comes next begins with a whole rebuild."""
        self.runs, self._waited = False, 0.0

    def change(self, steps: int) -> None:
        """Faster or slower; beyond the ends as fast or slow as there is."""
        self._step, self._is_chosen = min(max(0, self._step + steps), len(SPEEDS) - 1), True

    def quicken(self) -> None:
        """The loop has been seen: from now on it runs faster, unless somebody has chosen how fast."""
        if not self._is_chosen:
            self._step = 1

    def passed(self, seconds: float, rate: int) -> bool:
        """Let time pass, unless it has passed already. Whether a rebuild is over by now; then the next one begins."""
        self._waited += seconds
        if self._waited * rate < 1 - 1e-9:
            return False
        self._waited -= 1 / rate
        return True

    def share(self, rate: int) -> float:
        """How much of the rebuild that is shown has passed, 0 to 1."""
        return min(1.0, self._waited * rate)
