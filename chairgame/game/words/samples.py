"""Texts at hand for words mode: a sentence, facts, a small language with a grammar, and what this game itself says.

Pure: the same seed gives the same text. Written in the player's language, with each language's own grammar.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from chairgame.game.story.halves import FIRST_HALF
from chairgame.game.story.level import levels
from chairgame.text.catalogue import N_, Catalogue
from chairgame.training.first_reading import Pace

SEED = 1
READ_SENTENCES = 115  # of 512: most of what is right to say is never read
UNREAD_PAIRS = 16  # of 64 pairs of a name and a verb


@dataclass(frozen=True)
class Grammar:
    """A small language: someone did something to something, and the verb agrees with who."""

    ones: tuple[str, ...]
    others: tuple[str, ...]
    verbs: tuple[tuple[str, str], ...]
    """As the ones do it, and as the others do."""
    things: tuple[str, ...]

    def form(self, name: str, verb: int) -> str:
        """The verb as it agrees with a name."""
        return self.verbs[verb][name in self.others]

    @property
    def pairs(self) -> list[tuple[str, int]]:
        """All names with all verbs."""
        return [(name, verb) for name in (*self.ones, *self.others) for verb in range(len(self.verbs))]

    def said_of(self, pairs: Iterable[tuple[str, int]]) -> list[tuple[str, str, str]]:
        """Every sentence with one of some pairs."""
        return [(name, self.form(name, verb), thing) for name, verb in pairs for thing in self.things]


POLISH = Grammar(
    ("Ala", "Ola", "Ewa", "Iza", "Zosia", "Hania", "Maja", "Basia"),
    ("Jan", "Olek", "Adam", "Tomek", "Kuba", "Franek", "Leon", "Staś"),
    (("kupiła", "kupił"), ("widziała", "widział"), ("lubiła", "lubił"), ("złożyła", "złożył")),
    ("kota", "psa", "rybę", "konia", "krzesło", "stół", "kanapę", "taboret"),
)
ENGLISH = Grammar(
    ("Ann", "Ben", "Eve", "Tom", "Zoe", "Max", "Mia", "Leo"),
    ("Cats", "Dogs", "Kids", "Twins", "Aunts", "Cooks", "Elves", "Ants"),
    (("buys", "buy"), ("sees", "see"), ("likes", "like"), ("builds", "build")),
    ("chairs", "tables", "sofas", "stools", "boats", "kites", "cakes", "shoes"),
)


@dataclass(frozen=True)
class Agreement:
    """What is read of a small language, and which pairs of a name and a verb are never read."""

    grammar: Grammar
    read: tuple[tuple[str, str, str], ...]
    unread: frozenset[tuple[str, int]]

    @property
    def text(self) -> str:
        """The sentences that are read, one a line."""
        return "\n".join(" ".join((*sentence, ".")) for sentence in self.read)

    @property
    def sentences(self) -> frozenset[tuple[str, str, str]]:
        """All that is right to say, read or not."""
        grammar = self.grammar
        return frozenset(
            (name, grammar.form(name, verb), thing) for name, verb in grammar.pairs for thing in grammar.things
        )


def agreement(grammar: Grammar, seed: int = SEED, sentences: int = READ_SENTENCES) -> Agreement:
    """So many sentences of a small language in any order, none with a pair that is kept unread."""
    rng = np.random.default_rng(seed)
    pairs = grammar.pairs
    unread = frozenset(pairs[i] for i in rng.permutation(len(pairs))[:UNREAD_PAIRS].tolist())
    read = [
        (name, grammar.form(name, verb), thing)
        for name, verb in pairs
        if (name, verb) not in unread
        for thing in grammar.things
    ]
    return Agreement(grammar, tuple(read[i] for i in rng.permutation(len(read))[:sentences].tolist()), unread)


def grammar_of(language: str) -> Grammar:
    """The small language in a player's language."""
    return POLISH if language == "pl" else ENGLISH


@dataclass(frozen=True)
class Sample:
    """A text at hand and what it is called."""

    name: str
    """Marked for the catalogue."""
    text: Callable[[Catalogue], str]
    window: int | None = None
    """How many words are seen at once; None where the text's length decides, as it then decides the pace."""
    pace: Pace | None = None
    language: Callable[[Catalogue], Agreement] | None = None
    """The small language that it is written in, if that is what it is."""


def _language(_: Catalogue) -> Agreement:
    return agreement(grammar_of(_.language))


def _bought(_: Catalogue) -> str:
    return _language(_).text


def page_in(_: Catalogue) -> str:
    """What the story's first half says on its pages and after its levels; a dash where it would name a number."""
    texts = [text for level in levels()[:FIRST_HALF] for text in (*level.pages, *level.debrief)]
    return "\n".join(re.sub(r"\{\w+\}", "–", _(text)) for text in texts)


GRAMMAR_PACE = Pace(1000, 8, 24, 0.01, 16)
SAMPLES = (
    Sample("Ala ma kota", lambda _: _("Ala ma kota a kot ma Alę")),
    Sample(N_("who has what"), lambda _: _("Ann has cats . Ben has dogs . Eve has horses . Leo has fish .")),
    Sample(N_("who bought what"), _bought, 2, GRAMMAR_PACE, _language),
    Sample(N_("what this game says"), page_in),
)
