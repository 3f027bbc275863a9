"""A film as a GIF: cells to pixels, one palette for all frames. Pillow writes the file; nothing else here needs it.

Block characters fill exactly their pixels; letters come from `pen`. The same frames give the same bytes.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import Cells, IntArray
from chairgame.graphics.film.paint import Painted, channels, painted
from chairgame.graphics.film.pen import drawn
from chairgame.graphics.film.tiles import is_tile, tile_of

if TYPE_CHECKING:
    from PIL import Image

LARGE, SMALL = (24, 12), (16, 8)
"""Pixels of a cell, height and width: large ones up to so many columns."""
LARGE_COLUMNS = 80
LEVELS = 5  # of ink on paper that a pixel can have, none and all among them
COLOURS = 256
_CHUNK = 4096
COMMENT = b"made by chairgame"

Indices = NDArray[np.uint8]


def gif_bytes(
    pictures: Sequence[Cells],
    seconds: Sequence[float],
    kept: Sequence[int] = (),
    progress: Callable[[], None] = lambda: None,
) -> bytes:
    """The pictures, all of one size, each shown for so many seconds, over and over.

    `kept` are colours 0xRRGGBB that the palette must have; `progress` is called after each frame.
    """
    from PIL import Image  # noqa: PLC0415  (nothing but a GIF needs it)

    frames = [painted(picture) for picture in pictures]
    palette = palette_of(frames, kept)
    images = _images(frames, palette, progress)
    times = [10 * ceil(round(100 * time, 6)) for time in seconds]  # GIF counts hundredths; never faster than asked
    first = next(images)
    stream = BytesIO()
    rest = {"save_all": True, "append_images": images, "duration": times, "loop": 0, "disposal": 1, "optimize": False}
    rest["comment"] = COMMENT
    assert isinstance(first, Image.Image)
    first.save(stream, "GIF", **rest)
    return stream.getvalue()


def palette_of(frames: Sequence[Painted], kept: Sequence[int] = ()) -> NDArray[np.float64]:
    """At most 256 colours, shape (K, 3), that stand for all inks and papers; those to be kept come first."""
    from PIL import Image  # noqa: PLC0415

    first = np.unique(np.array([*kept], np.int32)) if len(kept) else np.zeros(0, np.int32)
    used = np.unique(np.concatenate([np.concatenate([f.ink.ravel(), f.paper.ravel()]) for f in frames]))
    rest = np.setdiff1d(used, first)
    room = COLOURS - len(first)
    if len(rest) > room:
        every = np.concatenate([np.concatenate([f.ink.ravel(), f.paper.ravel()]) for f in frames])
        image = Image.fromarray(channels(every)[None].astype(np.uint8))
        table = image.quantize(room, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).getpalette() or []
        return np.vstack([channels(first), np.array(table[: 3 * room], float).reshape(-1, 3)])
    return np.vstack([channels(first), channels(rest)])


def pixels_of(frame: Painted, palette: NDArray[np.float64], size: tuple[int, int]) -> Indices:
    """Indices into the palette, shape (height of all cells, width of all cells) in pixels."""
    height, width = size
    rows, columns = frame.glyph.shape
    looks, which = np.unique(
        np.stack([frame.glyph, frame.bold, frame.underlined], axis=-1).reshape(-1, 3), axis=0, return_inverse=True
    )
    tiles = np.stack([_tile(int(g), bool(b), bool(u), height, width) for g, b, u in looks])
    levels = tiles[which.ravel()]
    pairs, pair = np.unique(np.stack([frame.ink.ravel(), frame.paper.ravel()], axis=-1), axis=0, return_inverse=True)
    table = _nearest(pairs, palette)
    coloured = table[pair.ravel()[:, None, None], levels]
    return np.asarray(
        coloured.reshape(rows, columns, height, width).transpose(0, 2, 1, 3).reshape(rows * height, columns * width)
    )


def _images(
    frames: Sequence[Painted], palette: NDArray[np.float64], progress: Callable[[], None]
) -> "Iterator[Image.Image]":
    from PIL import Image  # noqa: PLC0415

    size = LARGE if frames[0].glyph.shape[1] <= LARGE_COLUMNS else SMALL
    table = np.rint(palette).astype(np.uint8).tobytes()
    for frame in frames:
        image = Image.fromarray(pixels_of(frame, palette, size))
        image.putpalette(table)
        progress()
        yield image


def _nearest(pairs: IntArray, palette: NDArray[np.float64]) -> Indices:
    """For pairs of ink and paper (P, 2) the palette's index of each level between paper and ink, shape (P, LEVELS)."""
    ink, paper = channels(pairs[:, 0]), channels(pairs[:, 1])
    shares = np.linspace(0, 1, LEVELS)[None, :, None]
    wanted = (paper[:, None] + shares * (ink - paper)[:, None]).reshape(-1, 3)
    square = np.square(palette).sum(axis=1)
    chunks = [wanted[i : i + _CHUNK] for i in range(0, len(wanted), _CHUNK)]
    best = [(square - 2 * chunk @ palette.T).argmin(axis=1) for chunk in chunks]
    return np.concatenate(best).astype(np.uint8).reshape(-1, LEVELS)


@cache
def _tile(glyph: int, bold: bool, underlined: bool, height: int, width: int) -> Indices:
    """Levels of ink of one cell's pixels."""
    character = chr(glyph)
    ink = tile_of(character, height, width) if is_tile(character) else drawn(character, width, height, bold=bold)
    levels = np.rint(ink * (LEVELS - 1)).astype(np.uint8)
    if underlined:
        levels[-max(1, height // 12) :] = LEVELS - 1
    return levels
