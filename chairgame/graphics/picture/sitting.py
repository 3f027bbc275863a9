"""A sit test as scenes: the parts, whoever sits on them as a solid figure, and on the floor what decides it. Knows no
screen; what happens in which picture is the game's (`game.sitting.collapse`).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses, quaternion_product, quaternions_of_turns, rotation_matrices
from chairgame.game.sitting.collapse import Cut, cuts_of
from chairgame.game.sitting.outcome import SitTest
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.figures import Body, figure, standing_figure
from chairgame.graphics.picture.fitting import bounded, corners_of, fitted_camera
from chairgame.graphics.picture.scene import Scene

AZIMUTH, ELEVATION = 0.62, 0.24
"""From where one sees best who sits, and on what."""
_BLAME_GLOW, _LINE_GLOW = 0.8, 0.5
_LINE_CM = 1.8  # how thick what is drawn on the floor is
_EDGE, _EDGE_OF_A_FALL, _WEIGHT = "white", "gold", "red"


@dataclass(frozen=True, eq=False)
class Sitting:
    """Somebody who sits down on an assembly, and how that goes."""

    chair: Chair
    poses: Poses
    test: SitTest

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        """The still pictures, one after the other."""
        return cuts_of(self.chair, self.poses, self.test)

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """What there is to draw in each of them: first the chair's parts in their order, then the rest."""
        return tuple(_scene(self.chair, self.test, cut) for cut in self.cuts)

    def camera(self, columns: int, rows: int, azimuth: float = AZIMUTH, elevation: float = ELEVATION) -> Camera:
        """One eye for all pictures. Parts flung far from what stands, and from whoever sits there, are left out."""
        needed = np.concatenate([corners_of(_only(scene, self._is_needed(scene))) for scene in self.scenes])
        points = np.concatenate([corners_of(scene) for scene in self.scenes])
        return fitted_camera(bounded(points, needed, most=1.0), columns, rows, azimuth, elevation)

    def _is_needed(self, scene: Scene) -> NDArray[np.bool_]:
        """Which bodies of a scene have to be seen, shape (N,): who sits, what stands, who is to blame."""
        needed, test = np.ones(len(scene.shapes), bool), self.test
        needed[: len(self.chair.parts)] = test.structure
        needed[[*test.contact_parts, *([] if test.guilty is None else [test.guilty])]] = True
        return needed


def collapse_frames(chair: Chair, poses: Poses, test: SitTest) -> tuple[Scene, ...]:
    """The scenes of a sit test: four of a fall, two of what holds, one where nobody sits down, none of smoke."""
    return Sitting(chair, poses, test).scenes


def _scene(chair: Chair, test: SitTest, cut: Cut) -> Scene:
    height = float(cut.at[2])
    bodies = figure(test.sitter, height) if cut.sits else standing_figure(test.sitter)
    lines = [*(_feet(test) if cut.shows_support else ()), *(_plumb_line(test, height) if cut.shows_weight else ())]
    glow = np.zeros(len(chair.parts))
    if cut.blames and test.guilty is not None:
        glow[test.guilty] = _BLAME_GLOW
    turns = quaternion_product(cut.turn, _quaternions(bodies))
    places = cut.at + _array(bodies) @ rotation_matrices(cut.turn[None])[0].T
    return Scene(
        shapes=(*(part.shape for part in chair.parts), *(body.shape for body in (*bodies, *lines))),
        sizes=np.vstack([chair.sizes, [body.size for body in (*bodies, *lines)]]),
        centres=np.vstack([cut.poses.centres, places, _array(lines)]),
        rotations=rotation_matrices(np.vstack([cut.poses.quaternions, turns, _quaternions(lines)])),
        materials=(*(part.material for part in chair.parts), *(body.material for body in (*bodies, *lines))),
        glow=np.concatenate([glow, np.zeros(len(bodies)), np.full(len(lines), _LINE_GLOW)]),
    )


def _feet(test: SitTest) -> list[Body]:
    """The sides of the polygon between the feet, on the floor."""
    material = _EDGE if test.holds else _EDGE_OF_A_FALL
    lines = []
    for start, end in zip(test.polygon, np.roll(test.polygon, -1, axis=0), strict=True):
        (x, y), way = (start + end) / 2, end - start
        yaw = float(np.degrees(np.arctan2(way[1], way[0])))
        size = (float(np.linalg.norm(way)) + _LINE_CM, _LINE_CM, _LINE_CM / 2)
        lines.append(Body(size, (float(x), float(y), _LINE_CM / 4), material, (0.0, 0.0, yaw)))
    return lines


def _plumb_line(test: SitTest, height_cm: float) -> list[Body]:
    """From where somebody sits down to where the weight falls."""
    if test.weight_point is None:
        return []
    x, y = (float(value) for value in test.weight_point)
    return [Body((_LINE_CM, _LINE_CM, height_cm), (x, y, height_cm / 2), _WEIGHT)]


def _array(bodies: tuple[Body, ...] | list[Body]) -> FloatArray:
    return np.array([body.at for body in bodies], float).reshape(-1, 3)


def _quaternions(bodies: tuple[Body, ...] | list[Body]) -> FloatArray:
    return quaternions_of_turns(np.array([body.turn for body in bodies], float).reshape(-1, 3))


def _only(scene: Scene, chosen: NDArray[np.bool_]) -> Scene:
    """Some of a scene's bodies."""
    numbers = np.flatnonzero(chosen)
    return Scene(
        tuple(scene.shapes[i] for i in numbers),
        scene.sizes[numbers],
        scene.centres[numbers],
        scene.rotations[numbers],
        tuple(scene.materials[i] for i in numbers),
        scene.glow[numbers],
    )
