"""Moves of the mouse that come together are one move: a terminal tells every cell on the way, which nobody can see."""

from collections.abc import Iterable, Iterator

from textual.events import MouseMove
from textual.message import Message


def moves_joined(messages: Iterable[Message]) -> Iterator[Message]:
    """The messages, with every row of moves under the same buttons as one: from its beginning to its end."""
    move: MouseMove | None = None
    for message in messages:
        if isinstance(message, MouseMove):
            if move is not None and _hold(move) != _hold(message):
                yield move
                move = None
            move = message if move is None else _joined(move, message)
            continue
        if move is not None:
            yield move
            move = None
        yield message
    if move is not None:
        yield move


def _hold(move: MouseMove) -> tuple[int, bool, bool, bool]:
    return move.button, move.shift, move.meta, move.ctrl


def _joined(first: MouseMove, second: MouseMove) -> MouseMove:
    return MouseMove(
        second.widget,
        second.pointer_x,
        second.pointer_y,
        first.delta_x + second.delta_x,
        first.delta_y + second.delta_y,
        *_hold(second),
        second.pointer_screen_x,
        second.pointer_screen_y,
        second.style,
    )
