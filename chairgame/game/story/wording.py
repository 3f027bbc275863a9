"""A level's texts with the facts of a play in them, as they are written in the reader's language. Knows no screen."""

import re
from collections.abc import Mapping
from string import Formatter

from chairgame.game.news import Cm, Count, Value
from chairgame.game.story.level import Fact, Star
from chairgame.text.catalogue import Catalogue

_NOT_KNOWN = "\N{OBJECT REPLACEMENT CHARACTER}"
_BLANKS = re.compile("\n{3,}")


def worded(text: str, facts: Mapping[str, Fact], catalogue: Catalogue) -> str:
    """A text with the facts in it; a dash for what is not known yet: a player may have had enough before the start."""
    unknown = dict.fromkeys(_fields(text), "–")
    return catalogue(text, **unknown | written(facts, catalogue))


def told(text: str, facts: Mapping[str, Fact], catalogue: Catalogue) -> str:
    """A page's text with the facts in it, without the lines about what did not come to pass in this play; a page that
    says nothing else keeps them, with a dash for each.
    """
    unknown = dict.fromkeys(_fields(text), _NOT_KNOWN)
    lines = catalogue(text, **unknown | written(facts, catalogue)).split("\n")
    known = "\n".join(line for line in lines if _NOT_KNOWN not in line).strip()
    return _BLANKS.sub("\n\n", known) if known else worded(text, facts, catalogue)


def figure_of(star: Star, facts: Mapping[str, Fact], catalogue: Catalogue) -> str:
    """What a star's rule is about as it is now; nothing where that is not known yet."""
    return worded(star.now, facts, catalogue) if star.now and set(_fields(star.now)) <= facts.keys() else ""


def written(facts: Mapping[str, Fact], catalogue: Catalogue) -> dict[str, Fact]:
    """Facts as a text's fields, as numbers are written in the reader's language."""
    return {name: _written(value, catalogue) for name, value in facts.items()}


def values_of(facts: Mapping[str, Fact]) -> dict[str, Value]:
    """Facts as the values of news: a fraction is a distance, since plays know no others."""
    return {name: _value(fact) for name, fact in facts.items()}


def _fields(text: str) -> list[str]:
    return [name for _literal, name, _format, _conversion in Formatter().parse(text) if name]


def _written(value: Fact, catalogue: Catalogue) -> Fact:
    """With one decimal, if it is no whole number."""
    if isinstance(value, str):
        return catalogue(value)
    if isinstance(value, bool):
        return value
    return catalogue.number(value, 1) if isinstance(value, float) else catalogue.whole(value)


def _value(fact: Fact) -> Value:
    if isinstance(fact, str):
        return fact
    return Cm(fact) if isinstance(fact, float) else Count(fact)
