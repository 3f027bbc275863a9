"""A dialogue over standard input and output, and `chairgame lab --plain`. Needs no terminal, sends no escape codes.

However it ends, the run is kept, and the next one offers to go on with it.
"""

import io
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Protocol, TextIO

from chairgame.chair.catalogue import load_chair
from chairgame.cli.brain import settings_of
from chairgame.cli.context import Context
from chairgame.cli.output import print_line, print_lines, prompt, tell
from chairgame.cli.plain.dialogue import Dialogue
from chairgame.game.session.autosave import Autosave
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError

PROMPT = "> "
ENDING = ("SIGTERM", "SIGHUP")  # those that the platform has; Ctrl-C raises by itself


def open_plain_lab(context: Context) -> int:
    """Talk until the player leaves or the input ends. Raises PlayerError for a mistake in the arguments."""
    session = GameSession(load_chair(context.arguments.chair), settings_of(context.arguments))
    autosave = Autosave(context.home)
    offer, news = autosave.offer()
    if news is not None:
        tell(news.sentence(context.catalogue))
    autosave.follow(session)
    with ended_by_signals():
        try:
            return converse(Dialogue(session, context.catalogue, context.home, offer), context)
        finally:
            autosave.keep()
            if autosave.failure is not None:
                tell(autosave.failure.sentence(context.catalogue))


class Conversation(Protocol):
    """What answers lines."""

    @property
    def over(self) -> bool:
        """Whether the player has left."""
        ...

    def opening(self) -> Iterator[str]:
        """What is told first."""
        ...

    def answer(self, line: str) -> Iterator[str]:
        """The answer to a line."""
        ...

    def ending(self) -> Iterator[str]:
        """The farewell to a player who has no more to say."""
        ...


def converse(dialogue: Conversation, context: Context) -> int:
    """Answer standard input line by line."""
    print_lines(dialogue.opening(), context.glyphs)
    for line in _typed():
        print_lines(dialogue.answer(line), context.glyphs)
        if dialogue.over:
            return 0
    print_lines(dialogue.ending(), context.glyphs)
    return 0


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Inside, a signal that asks the process to end raises SystemExit. Those that were ignored stay ignored."""
    before = {}
    if threading.current_thread() is threading.main_thread():
        numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
        heard = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
        before = {number: signal.signal(number, _end) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


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
        prompt(PROMPT)
    try:
        return stream.readline()
    except OSError as error:
        raise PlayerError(N_("standard input: cannot be read ({why})"), why=error.strerror) from error
