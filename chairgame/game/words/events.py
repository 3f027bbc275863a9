"""What is worth telling while a text is learned: each once a run. Pure: it knows no bench."""

from enum import Enum, auto
from typing import NamedTuple

from chairgame.game.news import Count, News
from chairgame.text.catalogue import N_
from chairgame.training.history import History
from chairgame.training.rows import Row

PAST_BEST = 5  # epochs after which it is no wobble


class Kind(Enum):
    """What has happened."""

    BY_HEART = auto()
    PAST_ITS_BEST = auto()


class Told(NamedTuple):
    """An event and its sentence."""

    kind: Kind
    news: News


def event_at(row: Row, certain: tuple[int, int], best_unread: int | None, told: frozenset[Kind]) -> Told | None:
    """What an epoch brings that has not been told: `certain` are the questions with one answer, and how many there are;
    `best_unread` is the epoch that doubted least what it never read."""
    if row.score == 1.0 and Kind.BY_HEART not in told:
        return Told(Kind.BY_HEART, _by_heart(row.epoch, certain[1] - certain[0]))
    if best_unread is not None and row.epoch - best_unread >= PAST_BEST and Kind.PAST_ITS_BEST not in told:
        message = N_("What it never read it knew best at epoch {epoch}. Since then it only learns by heart.")
        return Told(Kind.PAST_ITS_BEST, News(message, {"epoch": Count(best_unread)}))
    return None


def ending(history: History) -> News:
    """Why nothing more is learned."""
    if history.burned_out:
        return News(N_("The brain burned out: its numbers grew past all bounds. u: back to before."))
    return News(N_("A run rests after {n} epochs. R: a new brain."), {"n": Count(history.newest)})


def window_told(window: int, certain: tuple[int, int]) -> News:
    """What a window of another width can see."""
    return News.counted(
        "A window of {n} word takes a new brain. Certain questions: {certain} of {all}.",
        "A window of {n} words takes a new brain. Certain questions: {certain} of {all}.",
        window,
        certain=Count(certain[0]),
        all=Count(certain[1]),
    )


def _by_heart(epoch: int, uncertain: int) -> News:
    if not uncertain:
        return News(N_("By heart at epoch {epoch}: it answers every question of the text."), {"epoch": Count(epoch)})
    return News.counted(
        "By heart at epoch {epoch}. {n} question stays open: after the same words different ones came.",
        "By heart at epoch {epoch}. {n} questions stay open: after the same words different ones came.",
        uncertain,
        epoch=Count(epoch),
    )
