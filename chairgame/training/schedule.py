"""How loud it is in each epoch of a run that knows its length: loud at first, and quiet in the end. Knows no task."""

from dataclasses import replace
from math import cos, pi

from chairgame.training.settings import Settings


def along_cosine(settings: Settings, epoch: int, epochs: int) -> Settings:
    """The settings of an epoch, counted from 0: the rate falls from all of it towards 0 along half a cosine.

    Source: Loshchilov & Hutter, "SGDR" (2017), without restarts.
    """
    return replace(settings, learning_rate=settings.learning_rate * (1 + cos(pi * epoch / epochs)) / 2)
