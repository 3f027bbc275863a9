"""What the play of the blind scanners tells of itself: for stars, hints and texts. Their kinds: `blind_setup`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chairgame.game.story.probes import left_by

if TYPE_CHECKING:
    from chairgame.game.story.blind import BlindPlay
    from chairgame.game.story.level import Fact

LOUD, QUIET = 0.003, 0.0004  # volumes beyond which the hiss, or the time, is the matter


def case_facts(play: BlindPlay) -> dict[str, Fact]:
    """The scanners: how far they are, and what was asked of them."""
    case, is_before = play.case, play.noise is None
    facts: dict[str, Fact] = {
        "case": play.number + 1,
        "cases": len(play.cases),
        "learned": is_before and case.has_learned,
        "sat": is_before and case.has_sat,
        "probes": play.probes,
        "probes_here": len(case.scans),
        "told_nothing": is_before and not case.is_closed and _told_nothing(play),
        "left": len(play.left),
        "named": play.named,
        "wrong": play.wrong,
        "closed": play.can_go_on,
    }
    first = play.cases[0]
    return facts | ({"reads_cm": first.reads_cm, "true_cm": first.true_cm} if first.is_closed else {})


def noise_facts(play: BlindPlay) -> dict[str, Fact]:
    """The runs in the hiss; a figure only when it is known."""
    noise = play.noise
    best = None if noise is None else noise.best_cm
    is_good = best is not None and best < play.setup.enough_cm
    has_failed = noise is not None and noise.is_over and not is_good
    facts: dict[str, Fact] = {
        "static": noise is not None,
        "runs": 0 if noise is None else noise.runs,
        "too_loud": noise is not None and has_failed and noise.rate > LOUD,
        "too_quiet": noise is not None and has_failed and noise.rate < QUIET,
        "done": play.named + is_good,
    }
    return facts if best is None else facts | {"best_cm": best}


def _told_nothing(play: BlindPlay) -> bool:
    """Whether the last scan has ruled out nothing that was possible before it."""
    scans = play.case.scans
    return bool(scans) and left_by(play.chair_name, scans) == left_by(play.chair_name, scans[:-1])
