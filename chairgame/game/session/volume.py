"""The loudness of the headphones as a knob: learning rates on a logarithmic ladder."""

from bisect import bisect_left, bisect_right

_STEPS = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)
LADDER = tuple(float(f"{step * 10.0**power:.3g}") for power in range(-3, 2) for step in _STEPS) + (100.0,)  # noqa: RUF005


def louder(learning_rate: float) -> float:
    """The next learning rate up the ladder; at its end or beyond it stays."""
    return max(learning_rate, LADDER[min(bisect_right(LADDER, learning_rate), len(LADDER) - 1)])


def quieter(learning_rate: float) -> float:
    """The next learning rate down the ladder; at its beginning or below it stays."""
    return min(learning_rate, LADDER[max(bisect_left(LADDER, learning_rate) - 1, 0)])
