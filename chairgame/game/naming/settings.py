"""What the values of a brain's settings are called. Their own names are the words of the command line's options."""

from collections.abc import Mapping

from chairgame.text.catalogue import N_, Catalogue

WORDS: Mapping[str, str] = {
    "sgd": N_("sgd"),
    "momentum": N_("momentum"),
    "adam": N_("adam"),
    "tanh": N_("tanh"),
    "relu": N_("relu"),
    "sigmoid": N_("sigmoid"),
    "linear": N_("linear"),
    "squared": N_("squared"),
    "absolute": N_("absolute"),
    "huber": N_("huber"),
}


def value_in(name: str, catalogue: Catalogue) -> str:
    """The value's word in a language."""
    return catalogue(WORDS[name])
