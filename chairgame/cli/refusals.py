"""What there is to say about a word that nothing on the command line takes, and what was probably meant."""

from collections.abc import Sequence
from difflib import get_close_matches

from chairgame.cli import values
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError

LIKENESS = 0.75  # of a misspelt option to one that exists, before it is proposed


def unknown(word: str, known: Sequence[str]) -> PlayerError:
    """What there is to say about a word that no rule of the command line takes."""
    if not word.startswith("-"):
        return PlayerError(N_("argument {found}: expected nothing more"), found=values.shown(word))
    option = word.partition("=")[0]
    if option_meant := meant(option, known):
        return PlayerError(
            N_("option {found}: unknown; did you mean {option}?"), found=values.shown(option), option=option_meant
        )
    return PlayerError(N_("option {found}: unknown; expected one that --help lists"), found=values.shown(option))


def meant(option: str, known: Sequence[str]) -> str | None:
    """The only option that begins so, or the one most like it; the dashes are no likeness."""
    begun = [name for name in known if name.startswith(option)]
    names = {name.lstrip("-"): name for name in known}
    like = get_close_matches(option.lstrip("-"), names, 1, LIKENESS)
    return begun[0] if len(begun) == 1 else names[like[0]] if like else None
