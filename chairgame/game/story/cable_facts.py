"""What the play of the cable tells of itself: for stars, hints and texts. See the registry for their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from chairgame.game.story.cable_words import product
from chairgame.game.story.small_brain import factors, is_about_silence

if TYPE_CHECKING:
    from chairgame.game.story.cable import CablePlay
    from chairgame.game.story.level import Fact

RIGHT_BET = 2  # all wires, each by its share: what the runs show


def case_facts(play: CablePlay) -> dict[str, Fact]:
    """The cases: how far they are, and what is asked at the moment."""
    walk, blank = play.walk, play.blank
    facts: dict[str, Fact] = {
        "case": play.number + 1,
        "cases": len(play.cases),
        "found": play.found,
        "accusations": play.accusations,
        "blanks": play.blanks,
        "answered": len(play.answers),
        "foretold": play.foretold,
        "misread": len(play.answers) - play.foretold + bool(walk.struck),
        "adding": blank is not None and blank.step.kind in ("neuron", "output", "error"),
        "multiplying": blank is not None and blank.step.kind in ("output_signal", "signal", "gradient"),
        "silent": blank is not None and is_about_silence(walk.case.brain, blank.step),
        "minus": blank is not None and min(factors(walk.case.brain, blank.step), default=0) < 0,
        "accusing": play.is_accusing,
        "wrong": play.is_accusing and walk.verdict is not None,
        "closed": play.case_is_closed,
    }
    suspects = (walk.verdict.wire, walk.case.guilty) if walk.verdict is not None and play.is_accusing else ()
    products = [product(walk.case.brain, wire) for wire in suspects] or ["–", "–"]
    return facts | dict(zip(("accused", "guilty"), products, strict=True))


def end_facts(play: CablePlay) -> dict[str, Fact]:
    """What comes after the cases; a figure only when it is known."""
    crews, slopes = play.crews, play.slopes
    facts: dict[str, Fact] = {
        "middle": play.is_before_the_middle,
        "without_middle": play.middle is not None and play.is_before_the_middle and not play.middle.has_middle,
        "everybody": play.is_choosing_a_crew,
        "bet": play.bet is not None,
        "bet_right": play.bet == RIGHT_BET,
        "bet_wrong": play.bet not in (None, RIGHT_BET),
        "finale": slopes is not None,
        "nudging": play.is_nudging,
        "listened": play.has_listened,
    }
    if crews is not None and slopes is not None:
        one, ten, everybody = (run.distances for run in crews.runs)
        facts |= {"start_cm": one[0], "one_cm": one[-1], "ten_cm": ten[-1], "all_cm": everybody[-1]}
    if slopes is not None:
        facts["builds_needed"] = slopes.needed
    if slopes is not None and play.has_listened:
        facts["digits"] = int(-np.log10(slopes.largest_difference / slopes.steepest))
    return facts
