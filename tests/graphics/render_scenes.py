"""Scenes to draw, and cells decoded back to colours, for the tests and the benchmark of the renderer."""

import numpy as np
from numpy.typing import NDArray

from chairgame.chair.poses import rotation_matrices
from chairgame.graphics.cells.blocks import CELL_ROWS, FINE_COLUMNS, mask_of
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.scene import Arrows, Scene
from chairgame.terminal.depth import ColourDepth, GlyphSet

CHAIR = (  # centre, size, material
    ((0, 0, 46), (47, 47, 5), "teal"),
    *(((x, -20, 22), (4.4, 4.4, 44), "oak") for x in (-20, 20)),
    *(((x, 20, 50), (4.4, 4.4, 100), "oak") for x in (-20, 20)),
    ((0, 20, 94), (36, 3.2, 9), "birch"),
    ((0, 20, 72), (36, 2.4, 5), "birch"),
    *(((x, 20, 60), (3.2, 2, 22), "walnut") for x in (-10, 0, 10)),
    *(((x, 0, 15), (2.4, 36, 2.8), "walnut") for x in (-20, 20)),
    ((0, -20, 18), (36, 2.4, 2.8), "walnut"),
    ((0, -21, 40), (36, 2.4, 6), "oak"),
)


def boxes(centres, sizes, materials=None, rotations=None, **others) -> Scene:
    count = len(centres)
    return Scene(
        shapes=others.pop("shapes", ("box",) * count),
        sizes=np.array(sizes, float).reshape(count, 3),
        centres=np.array(centres, float).reshape(count, 3),
        rotations=np.tile(np.eye(3), (count, 1, 1)) if rotations is None else rotations,
        materials=tuple(materials or ["oak"] * count),
        glow=others.pop("glow", np.zeros(count)),
        **others,
    )


def chair_scene() -> Scene:
    return boxes([part[0] for part in CHAIR], [part[1] for part in CHAIR], [part[2] for part in CHAIR])


def pile_scene(count: int, seed: int = 1) -> Scene:
    """Boxes of the chair's sizes, and more like them, flying at random turns; arrows from some."""
    rng = np.random.default_rng(seed)
    sizes = np.array([CHAIR[i % len(CHAIR)][1] for i in range(count)], float) * (14 / max(14, count)) ** 0.33
    turns = rng.normal(size=(count, 4))
    turns /= np.linalg.norm(turns, axis=1, keepdims=True)
    centres = rng.uniform(-1, 1, (count, 3)) * [65, 65, 40] + [0, 0, 50]
    materials = [CHAIR[i % len(CHAIR)][2] for i in range(count)]
    arrows = Arrows(centres[:14], centres[:14] * 0.7)
    return boxes(centres, sizes, materials, rotation_matrices(turns), arrows=arrows)


def decoded(cells: Cells) -> NDArray[np.float64]:
    """The colours 0 to 255 of truecolor cells, shape (rows * 8, columns * 8, 3)."""
    masks = np.zeros((*cells.glyph.shape, CELL_ROWS, FINE_COLUMNS))
    for code in np.unique(cells.glyph):
        masks[cells.glyph == code] = mask_of(chr(code))
    shares = masks[..., None]
    colours = _channels(cells.foreground) * shares + _channels(cells.background) * (1 - shares)
    return colours.transpose(0, 2, 1, 3, 4).reshape(cells.height * CELL_ROWS, cells.width * FINE_COLUMNS, 3)


def _channels(packed: NDArray[np.int32]) -> NDArray[np.float64]:
    """Red, green and blue of cells, shape (rows, columns, 1, 1, 3)."""
    return np.stack([packed >> 16 & 255, packed >> 8 & 255, packed & 255], axis=-1)[:, :, None, None].astype(float)


def supersampled(scene: Scene, camera: Camera, width: int, height: int, times: int = 4) -> NDArray[np.float64]:
    """The same picture drawn several times finer and averaged down to 8 by 8 samples a cell."""
    renderer = Renderer(width * times, height * times, ColourDepth.TRUECOLOR, GlyphSet.BLOCKS)
    fine = decoded(renderer.render(scene, camera))
    rows, columns = height * CELL_ROWS, width * FINE_COLUMNS
    return fine.reshape(rows, times, columns, times, 3).mean(axis=(1, 3))


def psnr(picture: NDArray[np.float64], source: NDArray[np.float64]) -> float:
    """Peak signal-to-noise ratio in dB."""
    return float(10 * np.log10(255**2 / np.mean((picture - source) ** 2)))
