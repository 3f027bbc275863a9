"""How loud it is in each epoch of a run that knows its length: loud at first, and quiet in the end. Knows no task."""

from dataclasses import replace
from math import cos, pi

from chairgame.training.settings import Settings

LEAST_SHARE = 0.005  # of a rate: no epoch is for nothing


def along_cosine(settings: Settings, epoch: int, epochs: int) -> Settings:
    """The settings of an epoch, counted from 0: the rate falls from all of it towards 0 along half a cosine.

    Source: Loshchilov & Hutter, "SGDR" (2017), without restarts.
    """
    return replace(settings, learning_rate=settings.learning_rate * (1 + cos(pi * epoch / epochs)) / 2)


def at_rest_at_last(settings: Settings, epoch: int, epochs: int, since: int) -> Settings:
    """The settings of an epoch, counted from 0: all of the rate before epoch `since`, then straight down to the end."""
    share = 1.0 if epoch < since else max(LEAST_SHARE, (epochs - epoch) / (epochs - since))
    return replace(settings, learning_rate=settings.learning_rate * share)
