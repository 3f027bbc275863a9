"""How good a picture of 100×45 cells is and how soon it is made, beside chafa, which encodes a picture made by others.

Quality is the PSNR of the text, read back as 8 by 8 colours a cell, against a source drawn four times finer both ways:
one ruler for both. Ours is everything from the scene to the text; chafa's (its library, where it is installed) only
from ready pixels to the text, with the same kinds of characters, on one thread.
Run by hand: python -m tests.benchmarks.bench_picture
"""

import ctypes
import ctypes.util
from collections.abc import Callable
from dataclasses import replace
from math import nan
from statistics import median
from time import process_time
from typing import Any

import numpy as np
import pyte
from numpy.typing import NDArray

from chairgame.chair.catalogue import load_chair
from chairgame.chair.poses import ideal_poses, rotation_matrices
from chairgame.graphics.cells.ansi import ansi_rows
from chairgame.graphics.cells.blocks import mask_of
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.picture.camera import Camera, camera_framing
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.scene import Scene
from chairgame.terminal.depth import ColourDepth, GlyphSet
from tests.graphics.render_scenes import psnr, supersampled

WIDTH, HEIGHT = 100, 45
WANTED_DB = {GlyphSet.BLOCKS: 34.8, GlyphSet.SEXTANT: 35.7}
WANTED_TIMES = 2.3  # as fast as chafa
FINER = 4
RGB8, TRUECOLOR = 8, 0  # of chafa's enumerations
CELL = 8  # pixels, both ways
ROUNDS = 100
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


def read_back(text: bytes) -> Picture:
    """The colours that a terminal would show, shape (rows * 8, columns * 8, 3)."""
    screen = pyte.Screen(WIDTH, HEIGHT)
    pyte.ByteStream(screen).feed(text.replace(b"\n", b"\r\n"))
    picture = np.zeros((HEIGHT * CELL, WIDTH * CELL, 3))
    for row in range(HEIGHT):
        for column in range(WIDTH):
            cell = screen.buffer[row][column]
            ink, ground = (_channels(one) for one in ((cell.bg, cell.fg) if cell.reverse else (cell.fg, cell.bg)))
            share = _filled(cell.data)[..., None]
            place = (slice(row * CELL, (row + 1) * CELL), slice(column * CELL, (column + 1) * CELL))
            picture[place] = ink * share + ground * (1 - share)
    return picture


def _channels(colour: str) -> NDArray[np.float64]:
    return np.array([0, 0, 0] if colour == "default" else [int(colour[i : i + 2], 16) for i in (0, 2, 4)], float)


def _filled(glyph: str) -> NDArray[np.floating[Any]]:
    """How much of each of 8 by 8 pixels a block character fills."""
    row, column = np.mgrid[0:CELL, 0:CELL]
    if glyph in "▔▕":  # which we never draw
        return np.asarray(row == 0 if glyph == "▔" else column == CELL - 1, float)
    return mask_of(glyph)


def text_of(cells: Cells) -> bytes:
    """A picture of ours as a terminal gets it."""
    return "\n".join(ansi_rows(cells)).encode()


def source_of(scene: Scene, view: Camera) -> NDArray[np.uint8]:
    """Ready pixels, 8 by 8 a cell, from a picture drawn FINER times as fine both ways."""
    return np.ascontiguousarray(supersampled(scene, view, WIDTH, HEIGHT, FINER).round().astype(np.uint8))


def tell_quality(scene: Scene, name: str) -> None:
    """From several sides, so that no lucky angle speaks for all."""
    camera = camera_framing(55.0, float(ideal_poses(load_chair(name)).centres[:, 2].max()))
    views = [replace(camera, azimuth=azimuth) for azimuth in AZIMUTHS]
    sources = [source_of(scene, view) for view in views]
    for glyphs, wanted in WANTED_DB.items():
        renderer = Renderer(WIDTH, HEIGHT, ColourDepth.TRUECOLOR, glyphs)
        texts = [text_of(renderer.render(scene, view)) for view in views]
        tell_side(f"{name}, {glyphs.value}", texts, sources, f"(wanted ≥ {wanted})")
    try:
        chafa = Chafa(1)
    except OSError:
        print("chafa is not installed: nothing to compare with")
        return
    tell_side(f"{name}, chafa", [chafa.encode(source) for source in sources], sources, "")


def tell_side(name: str, texts: list[bytes], sources: list[NDArray[np.uint8]], wanted: str) -> None:
    """One line."""
    found = [psnr(read_back(text), source.astype(float)) for text, source in zip(texts, sources, strict=True)]
    all_of_them = " ".join(f"{quality:.2f}" for quality in found)
    print(f"{name:18} least {min(found):.2f} dB, mean {np.mean(found):.2f} of {all_of_them} {wanted}", flush=True)


def tell_speed(scene: Scene, name: str) -> None:
    """Ours and chafa's, in turns of the same run and in CPU time: a busy machine is unfair to neither."""
    camera = camera_framing(55.0, 60.0)
    pixels = source_of(scene, camera)
    ways: dict[str, Callable[[], object]] = {}
    for glyphs in WANTED_DB:
        renderer = Renderer(WIDTH, HEIGHT, ColourDepth.TRUECOLOR, glyphs)
        ways[f"scene to text, {glyphs.value}"] = lambda r=renderer: text_of(r.render(scene, camera))
    try:
        chafa = Chafa(1)
    except OSError:
        print("chafa is not installed: nothing to compare with")
    else:
        ways["pixels to text, chafa"] = lambda: chafa.encode(pixels)
    taken: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way, work in ways.items():
            begun = process_time()
            work()
            taken[way].append(1e3 * (process_time() - begun))
    print(f"{name}, {WIDTH}×{HEIGHT} cells  median ms   best ms   chafa's time over this (wanted ≥ {WANTED_TIMES})")
    theirs = median(taken.get("pixels to text, chafa", [nan]))
    for way, found in taken.items():
        print(f"{way:25} {median(found):9.2f} {min(found):9.2f} {theirs / median(found):9.2f}")


if __name__ == "__main__":
    SCENE = standing("kitchen")
    tell_quality(SCENE, "kitchen")
    tell_speed(SCENE, "kitchen")
