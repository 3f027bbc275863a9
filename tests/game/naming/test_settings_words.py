"""Every value that a setting can have has a word."""

from chairgame.blackbox.losses import LOSSES
from chairgame.game.naming.settings import WORDS
from chairgame.neural.activations import ACTIVATIONS
from chairgame.neural.optimizers import OPTIMIZERS


def test_every_value_has_a_word() -> None:
    assert set(WORDS) == {*OPTIMIZERS, *ACTIVATIONS, *LOSSES}
