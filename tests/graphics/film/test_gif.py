"""A GIF opened again: every frame's pixels are those of its cells, block by block; the same frames, the same bytes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("PIL")

import io

from PIL import Image

from chairgame.graphics.cells.cells import BOLD, DIM, INDEXED, REVERSE, UNDERLINE, Cells
from chairgame.graphics.film.gif import LARGE, SMALL, gif_bytes, palette_of, pixels_of
from chairgame.graphics.film.paint import INK, PAPER, channels, painted
from chairgame.graphics.film.tiles import tile_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from tests.graphics.film.films import film

BLOCKS = "▘▝▀▖▌▞▛▗▚▐▜▄▙▟█▁▂▃▅▆▇▎▊ "


def opened(data: bytes) -> tuple[list[np.ndarray], list[float], dict[str, object]]:
    """Every frame's colours, shape (height, width, 3), the seconds that each is shown, and what the file says."""
    image = Image.open(io.BytesIO(data))
    frames, seconds = [], []
    for index in range(getattr(image, "n_frames", 1)):
        image.seek(index)
        frames.append(np.asarray(image.convert("RGB")).astype(int))
        seconds.append(image.info["duration"] / 1000)
    return frames, seconds, image.info


def blocks(seed: int, rows: int, columns: int, colours: int) -> Cells:
    rng, cells = np.random.default_rng(seed), Cells.blank(rows, columns)
    palette = rng.integers(0, 1 << 24, colours)
    cells.glyph[:] = rng.choice([ord(block) for block in BLOCKS], (rows, columns))
    cells.foreground[:] = rng.choice(palette, (rows, columns))
    cells.background[:] = rng.choice(palette, (rows, columns))
    return cells


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000), st.integers(1, 6), st.integers(1, 12))
def test_blocks_become_exactly_their_pixels(seed: int, rows: int, columns: int) -> None:
    cells = blocks(seed, rows, columns, 40)
    (shown,), _, _ = opened(gif_bytes([cells], [1.0]))
    height, width = LARGE
    for row in range(rows):
        for column in range(columns):
            ink = tile_of(chr(cells.glyph[row, column]), height, width)[..., None]
            front, back = channels(cells.foreground[row, column]), channels(cells.background[row, column])
            pixels = shown[row * height : (row + 1) * height, column * width : (column + 1) * width]
            np.testing.assert_array_equal(pixels, ink * front + (1 - ink) * back)


def test_frames_follow_one_another_as_they_were_and_for_as_long() -> None:
    pictures = [blocks(seed, 4, 9, 12) for seed in range(5)]
    seconds = [0.125, 0.7, 1.5, 0.12, 2.5]
    shown, times, info = opened(gif_bytes(pictures, seconds))
    assert times == pytest.approx([0.13, 0.7, 1.5, 0.12, 2.5])  # hundredths of a second, never faster than asked
    assert info["loop"] == 0
    palette = palette_of([painted(picture) for picture in pictures])
    for picture, pixels in zip(pictures, shown, strict=True):
        wanted = palette[pixels_of(painted(picture), palette, LARGE)]
        np.testing.assert_array_equal(pixels, wanted)


def test_of_many_colours_the_palette_keeps_those_it_must_and_comes_near_the_others() -> None:
    _frames, pictures = film()
    kept = [0x86E5D6, 0xF4F1E8]
    frames = [painted(picture) for picture in pictures]
    palette = palette_of(frames, kept)
    assert len(palette) <= 256
    assert all((palette == channels(np.int32(colour))).all(axis=1).any() for colour in kept)
    every = channels(np.unique(np.concatenate([np.concatenate([f.ink.ravel(), f.paper.ravel()]) for f in frames])))
    off = np.sqrt(((every[:, None] - palette[None]) ** 2).sum(axis=2)).min(axis=1)
    assert off.max() < 24
    assert np.median(off) < 5


@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
def test_the_same_film_gives_the_same_bytes(glyphs: GlyphSet) -> None:
    frames, pictures = film(ColourDepth.TRUECOLOR, glyphs)
    seconds = [frame.seconds for frame in frames]
    first, second = (gif_bytes(pictures, seconds) for _ in range(2))
    assert first == second
    shown, _, _ = opened(first)
    assert len(shown) == len(pictures)


def test_attributes_are_seen() -> None:
    cells = Cells.blank(1, 5)
    for column, attributes in enumerate((0, BOLD, DIM, REVERSE, UNDERLINE)):
        cells.put(0, column, "x", attributes=attributes)
    frame = painted(cells)
    assert frame.ink[0, 0] == INK
    assert frame.paper[0, 0] == PAPER
    assert (frame.ink[0, 3], frame.paper[0, 3]) == (PAPER, INK)
    dim = channels(frame.ink[0, 2])
    assert (dim < channels(np.int32(INK))).all()
    assert (dim > channels(np.int32(PAPER))).all()
    (pixels,), _, _ = opened(gif_bytes([cells], [1.0]))
    ink = [(pixels[:, 12 * i : 12 * i + 12].sum(axis=2) > 300).sum() for i in range(5)]
    assert ink[1] > ink[0]
    assert ink[4] > ink[0]


def test_indexed_colours_are_xterms() -> None:
    cells = Cells.blank(1, 2, INDEXED + 196, INDEXED + 232)
    cells.put(0, 0, "█")
    (pixels,), _, _ = opened(gif_bytes([cells], [1.0]))
    assert pixels[0, 0].tolist() == [255, 0, 0]
    assert pixels[0, 12].tolist() == [8, 8, 8]


def test_wide_films_have_smaller_cells() -> None:
    (pixels,), _, _ = opened(gif_bytes([Cells.blank(3, 81)], [1.0]))
    assert pixels.shape == (3 * SMALL[0], 81 * SMALL[1], 3)
