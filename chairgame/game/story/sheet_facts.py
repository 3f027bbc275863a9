"""What the play of the instruction sheet tells of itself: to goals, stars, hints and texts. Knows no rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chairgame.game.story.level import Fact
from chairgame.game.story.sheet import AT

if TYPE_CHECKING:
    from chairgame.game.story.sheet_play import SheetPlay


def facts_of(play: SheetPlay) -> dict[str, Fact]:
    """What is known; a figure only once it has been seen."""
    survived = len(play.sheet_off) > 1 and play.sheet_off[1] < play.setup.built_cm
    facts: dict[str, Fact] = {
        "swaps": play.swaps,
        "wasted": play.wasted,
        "sorted": play.is_sorted,
        "writing": play.is_writing and not play.watched,
        "unwritten": sum(not line.kind for line in play.lines),
        "numbers": sum(line.kind == AT for line in play.lines),
        "hanging": play.hangs,
        "runs": play.runs,
        "built": play.is_built,
        "watched": play.watched,
        "survived": survived,
        "failed": play.watched > 1 and not survived,
        "needs_bet": play.needs_bet,
    }
    if play.scanned_cm is not None:
        facts["sheet_cm"] = play.scanned_cm
    if play.bet is not None:
        facts["bet"] = play.bet
    names = ("first", "second", "third")
    facts |= {name: stage.rebuilds for name, stage in zip(names, play.stages[: play.watched], strict=False)}
    if play.bet is not None and play.has_watched_all:
        facts["bet_off"] = abs(play.bet - play.truth)
    return facts
