"""What a lock says when it has been answered: that it is open, and why; or what would have been right."""

from chairgame.game.news import Count, News, Value
from chairgame.game.story.blanks import LETTERS
from chairgame.game.story.locks.lock import Lock
from chairgame.game.story.locks.smithy import reason_of
from chairgame.text.catalogue import N_

OPEN = N_("Open: {rebuilds} rebuilds more. {reason}")
OPEN_LATE = N_("Open, but not at the first try: no rebuilds. {reason}")
CLOSED = N_("It was {letter}. {reason} The bolt holds: another one.")


def open_words(lock: Lock | None, rebuilds: int) -> News:
    """The right answer: what it has earned, and why it is right."""
    message = OPEN if rebuilds else OPEN_LATE
    return News(message, {"rebuilds": Count(rebuilds), "reason": _reason(lock)})


def closed_words(lock: Lock | None) -> News:
    """A wrong one: which one was right, and why."""
    letter = LETTERS[lock.right].upper() if lock is not None else "–"
    return News(CLOSED, {"letter": letter, "reason": _reason(lock)})


def _reason(lock: Lock | None) -> Value:
    return "" if lock is None else reason_of(lock)
