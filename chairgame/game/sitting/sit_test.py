"""The sit test: somebody sits down, and whether the thing holds follows from its parts' sizes and places alone.

It knows neither the ideal nor the loss: a small loss can still collapse. What counts as touching depends on who sits:
a cat does not mind a gap of 6 cm, a grandmother one of 3, a hippopotamus one of 1.
"""

import numpy as np

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses
from chairgame.game.sitting.outcome import SITTERS, Reason, Sitter, SitTest
from chairgame.game.sitting.trial import Trial

FAR_CM = 10_000.0  # what is farther away is smoke


def sit_down(chair: Chair, poses: Poses, sitter: Sitter) -> SitTest:
    """Let somebody sit down on an assembly."""
    if not _is_solid(poses):
        return SitTest(sitter, False, Reason.SMOKE)
    # Who minds little sits as well where nothing but small gaps are bridged: then less hangs on the thing.
    own, *smaller = _gaps_for(sitter)
    trial = Trial(chair, poses, sitter, own)
    first = trial.result()
    if first.holds:
        return first
    tests = (trial.minding(within_cm).seated() for within_cm in smaller)
    return next((test for test in tests if test is not None), first)


def can_sit(chair: Chair, poses: Poses, sitter: Sitter) -> bool:
    """Whether it would hold somebody, without asking what is to blame if it does not: that is half of the work."""
    if not _is_solid(poses):
        return False
    own, *smaller = _gaps_for(sitter)
    trial = Trial(chair, poses, sitter, own)
    return trial.seated() is not None or any(trial.minding(gap).seated() is not None for gap in smaller)


def best_sitter(chair: Chair, poses: Poses) -> Sitter | None:
    """The one who minds most of those whom it holds; nobody if it holds none."""
    return next((sitter for sitter in reversed(SITTERS) if can_sit(chair, poses, sitter)), None)


def _is_solid(poses: Poses) -> bool:
    finite = np.isfinite(poses.centres).all() and np.isfinite(poses.quaternions).all()
    return bool(finite and np.abs(poses.centres).max() <= FAR_CM)


def _gaps_for(sitter: Sitter) -> list[float]:
    """The sitter's own gap first, then the smaller ones of the others."""
    return [sitter.within_cm, *(other.within_cm for other in SITTERS if other.within_cm < sitter.within_cm)]
