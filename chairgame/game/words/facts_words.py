"""The words of who has what in a player's language, and such words as a player types them. Knows no brain."""

from chairgame.text.catalogue import Catalogue
from chairgame.words.facts import HOW_MANY, Facts


def facts_in(_: Catalogue) -> Facts:
    """Eight names and eight things, with each language's own ending."""
    names, things = _("Ann Ben Eve Tom Zoe Max Mia Leo"), _("cats dogs horses fish hens frogs mice goats")
    return Facts(tuple(names.split()), tuple(things.split()), _.context("who has what", "has"))


def facts_typed(typed: str, facts: Facts) -> Facts | None:
    """Sixteen words as the names and things of other facts; None where they are not sixteen different ones."""
    words = tuple(typed.split())
    named = Facts(words[:HOW_MANY], words[HOW_MANY:], facts.verb, facts.stop)
    return named if named.is_sound() else None


def as_typed(facts: Facts) -> str:
    """Names and things in one line, as they would be typed."""
    return " ".join((*facts.names, *facts.things))
