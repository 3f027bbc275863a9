"""How loud a run is in each of its epochs, where nobody turns the knob. Pure, and knows no task."""

from math import cos, pi


def along_cosine(rate: float, epoch: int, epochs: int) -> float:
    """From `rate` in epoch 0 to nothing in epoch `epochs`, by half a cosine. Source: Loshchilov & Hutter (2017)."""
    return rate * 0.5 * (1 + cos(pi * min(epoch, epochs) / epochs))
