"""The text that a command line names, from a file or from the line itself, and the desk that it lies on."""

from pathlib import Path

from chairgame.cli.context import Context
from chairgame.cli.output import tell
from chairgame.game.words.desk import Desk, Wishes
from chairgame.game.words.source import Source, text_file, typed_text
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError


def source_of(option: str, file: str | None, words: str | None) -> Source | None:
    """The text of a file, named by an option, or of the line; None where neither is named.

    Raises PlayerError for both, and for one that cannot be learned.
    """
    if file is not None and words is not None:
        raise PlayerError(N_("--words: expected it or {option}, found both"), option=option)
    if file is not None:
        return text_file(Path(file))
    return None if words is None else typed_text(words)


def desk_for(context: Context) -> Desk:
    """The desk with the text that was asked for, else with the first one at hand."""
    arguments = context.arguments
    wishes = Wishes(arguments.seed, arguments.window, arguments.hidden)
    source = source_of("FILE", next(iter(arguments.file), None), arguments.words)
    if source is None:
        return Desk.with_sample(0, context.catalogue, wishes)
    if source.left_out is not None:
        tell(source.left_out.sentence(context.catalogue))
    return Desk(source, wishes)
