"""How good a picture of 100×45 cells is and how soon it is made, beside chafa, which encodes a picture made by others.

Quality is the PSNR of the cells, read back as colours, against a source drawn several times finer. Ours is everything
from the scene to the text; chafa's (its library, where it is installed) only from ready pixels to the text, with the
same kinds of characters, on one thread and on all.
Run by hand: python -m tests.benchmarks.bench_picture
"""

import ctypes
import ctypes.util
from dataclasses import replace
from typing import Any

import numpy as np
import pyte
from numpy.typing import NDArray

from chairgame.chair.catalogue import load_chair
from chairgame.chair.poses import ideal_poses, rotation_matrices
from chairgame.graphics.cells.ansi import ansi_row
from chairgame.graphics.picture.camera import camera_framing
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.scene import Scene
from chairgame.terminal.depth import ColourDepth, GlyphSet
from tests.benchmarks.bench_render import milliseconds
from tests.graphics.render_scenes import decoded, psnr, supersampled

WIDTH, HEIGHT = 100, 45
WANTED_DB = 32.5
FINER = 4
RGB8, TRUECOLOR = 8, 0  # of chafa's enumerations
CHAFA_CELL = 8  # pixels, both ways
SYMBOLS = b"space+solid+block+quad+half"
AZIMUTHS = (-2.1, -1.0, 0.0, 0.52, 1.6, 2.8)

Picture = NDArray[np.float64]


def standing(name: str) -> Scene:
    """A chair as it should stand."""
    chair = load_chair(name)
    poses = ideal_poses(chair)
    return Scene(
        shapes=tuple(part.shape for part in chair.parts),
        sizes=chair.sizes,
        centres=poses.centres,
        rotations=rotation_matrices(poses.quaternions),
        materials=tuple(part.material for part in chair.parts),
        glow=np.zeros(len(chair.parts)),
    )


class Chafa:
    """chafa's library with a canvas of our size. Raises OSError where there is none."""

    def __init__(self, threads: int) -> None:
        self._library: Any = ctypes.CDLL(ctypes.util.find_library("chafa") or "libchafa.so.0")
        for name in ("symbol_map_new", "canvas_config_new", "canvas_new", "canvas_print"):
            getattr(self._library, f"chafa_{name}").restype = ctypes.c_void_p
        self._library.chafa_set_n_threads(threads)
        symbols = ctypes.c_void_p(self._library.chafa_symbol_map_new())
        assert self._library.chafa_symbol_map_apply_selectors(symbols, SYMBOLS, None)
        settings = ctypes.c_void_p(self._library.chafa_canvas_config_new())
        self._library.chafa_canvas_config_set_geometry(settings, WIDTH, HEIGHT)
        self._library.chafa_canvas_config_set_canvas_mode(settings, TRUECOLOR)
        self._library.chafa_canvas_config_set_symbol_map(settings, symbols)
        self._canvas = ctypes.c_void_p(self._library.chafa_canvas_new(settings))

    def encode(self, pixels: NDArray[np.uint8]) -> bytes:
        """The text of a picture of shape (rows, columns, 3)."""
        rows, columns, _ = pixels.shape
        data = ctypes.c_void_p(pixels.ctypes.data)
        self._library.chafa_canvas_draw_all_pixels(self._canvas, RGB8, data, columns, rows, columns * 3)
        text = self._library.chafa_canvas_print(self._canvas, None)
        address, length = (ctypes.c_size_t * 2).from_address(text)  # GString: its characters, how many
        found = ctypes.string_at(address, length)
        self._library.g_string_free(ctypes.c_void_p(text), 1)
        return found


def chafa_decoded(text: bytes) -> Picture:
    """The colours that a terminal would show, shape (rows * 8, columns * 8, 3)."""
    screen = pyte.Screen(WIDTH, HEIGHT)
    pyte.ByteStream(screen).feed(text.replace(b"\n", b"\r\n"))
    picture = np.zeros((HEIGHT * CHAFA_CELL, WIDTH * CHAFA_CELL, 3))
    for row in range(HEIGHT):
        for column in range(WIDTH):
            cell = screen.buffer[row][column]
            ink, ground = (_channels(one) for one in ((cell.bg, cell.fg) if cell.reverse else (cell.fg, cell.bg)))
            place = (
                slice(row * CHAFA_CELL, (row + 1) * CHAFA_CELL),
                slice(column * CHAFA_CELL, (column + 1) * CHAFA_CELL),
            )
            picture[place] = np.where(_filled(cell.data)[..., None], ink, ground)
    return picture


def _channels(colour: str) -> list[int]:
    return [0, 0, 0] if colour == "default" else [int(colour[i : i + 2], 16) for i in (0, 2, 4)]


def _filled(glyph: str) -> NDArray[np.bool_]:
    """Which of 8 by 8 pixels a block character fills."""
    row, column = np.mgrid[0:8, 0:8]
    if glyph in "▁▂▃▄▅▆▇":
        return np.asarray(row >= 7 - "▁▂▃▄▅▆▇".index(glyph))
    if glyph in "▏▎▍▌▋▊▉":
        return np.asarray(column <= "▏▎▍▌▋▊▉".index(glyph))
    if glyph in "▔▕":
        return np.asarray(row == 0 if glyph == "▔" else column == 7)
    quadrant = 2 * (row >= 4) + (column >= 4)
    return np.asarray(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".index(glyph) >> quadrant & 1 == 1)


def tell_quality(scene: Scene, name: str) -> None:
    """From several sides, so that no lucky angle speaks for all."""
    chair = load_chair(name)
    camera = camera_framing(55.0, float(ideal_poses(chair).centres[:, 2].max()))
    found = []
    for azimuth in AZIMUTHS:
        view = replace(camera, azimuth=azimuth)
        ours = decoded(Renderer(WIDTH, HEIGHT, ColourDepth.TRUECOLOR, GlyphSet.BLOCKS).render(scene, view))
        found.append(psnr(ours, supersampled(scene, view, WIDTH, HEIGHT, FINER)))
    all_of_them = " ".join(f"{quality:.1f}" for quality in found)
    print(f"{name}, standing: least {min(found):.1f} dB of {all_of_them} (wanted ≥ {WANTED_DB})")


def tell_speed(scene: Scene, name: str) -> None:
    """Ours and chafa's, in turns of the same run."""
    camera = camera_framing(55.0, 60.0)
    renderer = Renderer(WIDTH, HEIGHT, ColourDepth.TRUECOLOR, GlyphSet.BLOCKS)

    def ours() -> None:
        cells = renderer.render(scene, camera)
        for row in range(HEIGHT):
            ansi_row(cells, row)

    fine = Renderer(WIDTH * FINER, HEIGHT * FINER, ColourDepth.TRUECOLOR, GlyphSet.BLOCKS)
    source = decoded(fine.render(scene, camera))  # FINER * 8 rows and FINER * 4 columns a cell
    source = source.reshape(HEIGHT * CHAFA_CELL, FINER, WIDTH * CHAFA_CELL, FINER // 2, 3).mean(axis=(1, 3))
    pixels = np.ascontiguousarray(source.round().astype(np.uint8))
    print(f"{name}, {WIDTH}×{HEIGHT} cells  median ms   best ms")
    median, best = milliseconds(ours)
    print(f"scene to text, ours     {median:9.2f} {best:9.2f}")
    for threads in (1, -1):
        try:
            chafa = Chafa(threads)
        except OSError:
            print("chafa is not installed: nothing to compare with")
            return
        theirs, fastest = milliseconds(lambda c=chafa: c.encode(pixels))
        quality = psnr(chafa_decoded(chafa.encode(pixels)), source)
        on = "one thread" if threads == 1 else "all threads"
        print(
            f"pixels to text, chafa   {theirs:9.2f} {fastest:9.2f}   {on}, {quality:.1f} dB; "
            f"{theirs / median:.1f} times ours"
        )


if __name__ == "__main__":
    SCENE = standing("kitchen")
    tell_quality(SCENE, "kitchen")
    tell_speed(SCENE, "kitchen")
