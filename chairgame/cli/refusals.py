"""What argparse would let through, or complain about in English: words too few or too many, options at odds."""

import argparse
from collections.abc import Sequence
from difflib import get_close_matches

from chairgame.cli import values
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError

LIKENESS = 0.75  # of a misspelt option to one that exists, before it is proposed


def refuse_too_few_or_many(arguments: argparse.Namespace) -> None:
    """Raises PlayerError for a word too few or too many, and for options that contradict one another."""
    if arguments.command == "chairs check" and not arguments.files:
        raise PlayerError(N_("chairs check: expected a chair file, found nothing"))
    if arguments.command == "play" and len(arguments.level) != 1:
        if not arguments.level:
            raise PlayerError(N_("play: expected a level's name or number, found nothing"))
        raise PlayerError(N_("argument {found}: expected nothing more"), found=values.shown(arguments.level[1]))
    if arguments.command == "present" and len(arguments.file) > 1:
        raise PlayerError(N_("argument {found}: expected nothing more"), found=values.shown(arguments.file[1]))
    if arguments.command == "progress":
        _refuse_contradictions(arguments)
    if arguments.command in ("replay", "record"):
        if not arguments.run:
            message = N_("{command}: expected a saved run's name or file, found nothing")
            raise PlayerError(message, command=arguments.command)
        if len(arguments.run) > 1:
            raise PlayerError(N_("argument {found}: expected nothing more"), found=values.shown(arguments.run[1]))


def _refuse_contradictions(arguments: argparse.Namespace) -> None:
    given = {
        "--export": arguments.export_file is not None,
        "--import": arguments.import_file is not None,
        "--reset": arguments.reset,
    }
    chosen = [option for option, is_given in given.items() if is_given]
    if len(chosen) > 1:
        raise PlayerError(N_("{option}: expected without {other}"), option=chosen[0], other=chosen[1])
    if arguments.yes and not arguments.reset:
        raise PlayerError(N_("{option}: expected only with {other}"), option="--yes", other="--reset")


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
