"""The workshop's scene at one moment of the loop: parts in flight, under the scanner, with their signals.

Motion does not lie: parts fly only from the pile to where the brain puts them, never from one epoch to the next.
"""

import numpy as np
from numpy.typing import NDArray

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses, rotation_matrices, slerp
from chairgame.game.session.beats import Moment, Phase
from chairgame.game.session.model import GameSession
from chairgame.graphics.picture.scene import Arrows, Scene

FloatArray = NDArray[np.float64]

STAGGER = 0.55  # the share of a build that passes before the last part takes off
ARC_CM = 25.0  # how high a part's way bends over the straight line
ARROW_SHARE = 0.85  # of the way that a signal asks for: an arrow to its end would hide where it points
SHORTEST_ARROW_CM = 2.0
LONGEST_ARROW_CM = 60.0
POINTED_OUT = 3  # parts whose arrows are bright: of fourteen nobody reads any
GROWN = 0.5  # of the listening: then the arrows are whole
GHOST_SHARE, LONGEST_GHOST_CM = 0.5, 30.0  # of a signal's way, for the ghost that shows its direction
SCAN_GLOW, SELECTED_GLOW = 0.8, 0.45
FAR_CM = 1e5  # beyond this nothing is drawn


def scene_of(session: GameSession, *, reduced_motion: bool = False) -> Scene:
    """What lies and stands on the floor now."""
    moment = session.player.moment
    if reduced_motion and moment.phase is not None and moment.progress > 0:
        moment = Moment(moment.phase, 1.0)
    poses = assembled_at(session.pile, session.hand.assembly, moment)
    scene = _parts(session.chair, poses, _glow(session, moment), _arrows(session, poses, moment))
    ideal = session.peeks.ideal
    if ideal is None and moment.phase is Phase.LISTEN and moment.progress >= GROWN and session.hand.held is None:
        return ghosted(scene, session.chair, _asked_for(session, poses))
    return scene if ideal is None else ghosted(scene, session.chair, ideal)


def _pointed_out(session: GameSession) -> list[int]:
    """The parts whose signals are told apart: the chosen one, else those that are farthest from their places."""
    selected = session.hand.selected
    return [selected] if selected is not None else session.rebuild.worst_parts()[:POINTED_OUT]


def _asked_for(session: GameSession, poses: Poses) -> Poses:
    """The parts that are pointed out, moved a little along their signals as they are: which way, and never the goal."""
    signals = session.rebuild.measurement.signals_cm
    length = np.linalg.norm(signals, axis=1)
    shown = np.zeros(len(poses), bool)
    shown[_pointed_out(session)] = True
    shown &= np.isfinite(length) & (length >= SHORTEST_ARROW_CM)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        ways = signals * (np.minimum(GHOST_SHARE * length, LONGEST_GHOST_CM) / length)[:, None]
    return Poses(np.where(shown[:, None], poses.centres + ways, np.nan), poses.quaternions)


def still_of(chair: Chair, poses: Poses, lit: int | None = None) -> Scene:
    """An assembly by itself, at rest; one part may be lit."""
    glow = np.zeros(len(chair.parts))
    if lit is not None:
        glow[lit] = SELECTED_GLOW
    return _parts(chair, poses, glow, None)


def assembled_at(pile: Poses, assembly: Poses, moment: Moment) -> Poses:
    """The parts between the pile and where the brain puts them, one after the other, each with ease and an arc."""
    if moment.phase is not Phase.BUILD or moment.progress >= 1:
        return assembly
    count = len(pile)
    start = STAGGER * np.arange(count) / max(1, count - 1)
    time = np.clip((moment.progress - start) / (1 - STAGGER), 0, 1)
    ease = time * time * (3 - 2 * time)
    target = np.clip(np.nan_to_num(assembly.centres), -FAR_CM, FAR_CM)
    centres = pile.centres + ease[:, None] * (target - pile.centres)
    centres[:, 2] += ARC_CM * np.sin(np.pi * ease)
    is_turn = np.isfinite(assembly.quaternions).all(axis=1, keepdims=True)
    turns = slerp(pile.quaternions, np.where(is_turn, assembly.quaternions, pile.quaternions), ease)
    return Poses(centres, turns)


def _parts(chair: Chair, poses: Poses, glow: FloatArray, arrows: Arrows | None) -> Scene:
    return Scene(
        shapes=tuple(part.shape for part in chair.parts),
        sizes=chair.sizes,
        centres=poses.centres,
        rotations=rotation_matrices(poses.quaternions),
        materials=tuple(part.material for part in chair.parts),
        glow=glow,
        arrows=arrows,
    )


def _glow(session: GameSession, moment: Moment) -> FloatArray:
    """The scanner lights one part after the other; a selected or held part keeps a light of its own, and
    so does the one to blame while somebody sits there."""
    glow = np.zeros(len(session.chair.parts))
    if session.hand.selected is not None:
        glow[session.hand.selected] = SELECTED_GLOW
    test = session.seat.test
    if test is not None and test.guilty is not None and moment.phase is not Phase.BUILD:
        glow[test.guilty] = SCAN_GLOW
    if moment.phase is Phase.MEASURE and moment.progress < 1:
        glow[min(int(moment.progress * len(glow)), len(glow) - 1)] = SCAN_GLOW
    return glow


def _arrows(session: GameSession, poses: Poses, moment: Moment) -> Arrows | None:
    """Where the box wants each part, growing out of it while the signals arrive."""
    if moment.phase is not Phase.LISTEN and session.hand.held is None:
        return None
    signals = session.rebuild.measurement.signals_cm
    if session.hand.held is not None:
        part = session.hand.held.part
        tails = poses.centres[part][None]
        ways = (session.rebuild.poses.centres + signals)[part][None] - tails
        return _clipped_arrows(tails, ways, 1.0, 1.0)
    faint = np.ones(len(poses), bool)
    faint[_pointed_out(session)] = False
    return _clipped_arrows(poses.centres, signals, ARROW_SHARE, min(1.0, moment.progress / GROWN), faint)


def _clipped_arrows(
    tails: FloatArray, ways: FloatArray, share: float, grown: float, faint: NDArray[np.bool_] | None = None
) -> Arrows | None:
    length = np.linalg.norm(ways, axis=1)
    shown = np.isfinite(length) & (length >= SHORTEST_ARROW_CM) & (np.abs(tails).max(axis=1) < FAR_CM)
    if not shown.any() or grown <= 0:
        return None
    drawn = np.minimum(share * length[shown], LONGEST_ARROW_CM) * grown
    tips = tails[shown] + ways[shown] * (drawn / length[shown])[:, None]
    return Arrows(tails[shown], tips, None if faint is None else faint[shown])


def ghosted(scene: Scene, chair: Chair, pale: Poses) -> Scene:
    """The same with another assembly as a pale glimpse among the parts: the ideal one, say."""
    count = len(chair.parts)
    return Scene(
        shapes=scene.shapes * 2,
        sizes=np.vstack([scene.sizes, chair.sizes]),
        centres=np.vstack([scene.centres, pale.centres]),
        rotations=np.concatenate([scene.rotations, rotation_matrices(pale.quaternions)]),
        materials=scene.materials * 2,
        glow=np.concatenate([scene.glow, np.zeros(count)]),
        ghost=np.arange(2 * count) >= count,
        arrows=scene.arrows,
    )
