"""`chairgame lab --plain`: the dialogue over standard input and output. Needs no terminal and sends no escape codes."""

import io
import sys
from collections.abc import Iterator
from typing import TextIO

from chairgame.chair.catalogue import load_chair
from chairgame.cli.arguments import settings_of
from chairgame.cli.context import Context
from chairgame.cli.output import finish_output, print_line, print_lines
from chairgame.cli.plain.dialogue import Dialogue
from chairgame.game.session import GameSession
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError

PROMPT = "> "


def open_plain_lab(context: Context) -> int:
    """Talk until the player leaves or the input ends. Raises PlayerError for a mistake in the arguments."""
    session = GameSession(load_chair(context.arguments.chair), settings_of(context.arguments))
    dialogue = Dialogue(session, context.catalogue, context.home)
    print_lines(dialogue.opening(), context.glyphs)
    for line in _typed():
        print_lines(dialogue.answer(line), context.glyphs)
        if dialogue.over:
            return 0
    print_lines(dialogue.ending(), context.glyphs)
    return 0


def _typed() -> Iterator[str]:
    """The lines of standard input, each asked for only once the one before is answered."""
    stream = sys.stdin
    if stream is None:
        return
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    prompts = stream.isatty()
    while line := _asked(stream, prompts):
        yield line
    if prompts:
        print_line()  # the terminal's cursor still stands behind the prompt


def _asked(stream: TextIO, prompts: bool) -> str:
    if prompts:
        sys.stdout.write(PROMPT)
        finish_output()
    try:
        return stream.readline()
    except OSError as error:
        raise PlayerError(N_("standard input: cannot be read ({why})"), why=error.strerror) from error
