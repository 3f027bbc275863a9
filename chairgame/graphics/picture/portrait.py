"""A still picture of something by itself, as large as its place allows. Knows no screen."""

from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.fitting import corners_of, fitted_camera
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.scene import FloatArray, Scene
from chairgame.terminal.depth import ColourDepth, GlyphSet

AZIMUTH, ELEVATION = 0.5, 0.3


def portrait(
    scene: Scene,
    height: int,
    width: int,
    depth: ColourDepth,
    glyphs: GlyphSet,
    azimuth: float = AZIMUTH,
    points: FloatArray | None = None,
) -> Cells:
    """The scene on so many cells, seen so that it fills them; or so that points in cm, shape (K, 3), would."""
    camera: Camera = fitted_camera(corners_of(scene) if points is None else points, width, height, azimuth, ELEVATION)
    return Renderer(width, height, depth, glyphs).render(scene, camera)
