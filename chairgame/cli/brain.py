"""The options that choose a chair and a brain, and the settings that they make."""

import argparse
from dataclasses import replace

from chairgame.blackbox.losses import LOSSES
from chairgame.cli import values
from chairgame.cli.options import Options
from chairgame.neural.activations import ACTIVATIONS
from chairgame.neural.optimizers import OPTIMIZERS
from chairgame.text.catalogue import Catalogue
from chairgame.text.figures import exact
from chairgame.training.settings import DEFAULT_RATES, Settings

DEFAULT_CHAIR = "kitchen"


def add_learning(options: Options, _: Catalogue) -> None:
    """Which chair to learn, and by which brain."""
    rates = ", ".join(f"{optimizer} {exact(rate)}" for optimizer, rate in DEFAULT_RATES.items())
    chair = values.text_value("--chair", _("a chair's name or file"))
    options.value(chair, _("NAME"), _("the chair to learn: a name or a file"), default=DEFAULT_CHAIR)
    options.value(values.seed("--seed", _), "N", _("the number that the brain is drawn from (0)"))
    for option, words, purpose in (
        ("--optimizer", OPTIMIZERS, _("how weights change (adam)")),
        ("--activation", ACTIVATIONS, _("what a neuron does (tanh)")),
        ("--loss", LOSSES, _("how the scanner counts a distance (squared)")),
    ):
        options.value(values.word(option, tuple(words), _), "|".join(words), purpose)
    rate = values.positive_number("--learning-rate", _)
    options.value(rate, _("X"), _("the headphones' volume ({rates})", rates=rates))
    options.value(values.hidden_layers("--hidden", _), "24,24", _("neurons per hidden layer (24,24)"))
    options.value(values.batch("--batch", _), "all|N", _("listen after so many parts, or after the whole chair (all)"))


def text_settings_of(arguments: argparse.Namespace, usual: Settings) -> Settings:
    """How to learn a text: as is usual for its length but for what was asked for. Another optimizer brings its rate."""
    given = {name: value for name, value in vars(arguments).items() if name in Settings.__dataclass_fields__}
    given = {name: value for name, value in given.items() if value is not None}
    if given.get("optimizer", usual.optimizer) != usual.optimizer:
        given.setdefault("learning_rate", DEFAULT_RATES[given["optimizer"]])
    if "batch" in given:
        given["batch"] = given["batch"] or None
    return replace(usual, **given)


def settings_of(arguments: argparse.Namespace) -> Settings:
    """How to learn; another optimizer without a learning rate takes the one that suits it."""
    given = {name: value for name, value in vars(arguments).items() if name in Settings.__dataclass_fields__}
    given = {name: value for name, value in given.items() if value is not None}
    rate = DEFAULT_RATES[given.get("optimizer", Settings.optimizer)]
    given["batch"] = given.get("batch") or None
    return Settings(**{"learning_rate": rate, **given})
