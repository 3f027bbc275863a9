"""Cells of 8 rows by 4 columns of samples, matched against block characters with two colours. Knows no palettes."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from chairgame.terminal.depth import GlyphSet

IntArray = NDArray[np.int32]
Field = NDArray[np.float32]

CELL_ROWS, CELL_COLUMNS = 8, 4
SAMPLES = CELL_ROWS * CELL_COLUMNS
CHUNK = 128  # cells matched at once: they fit the cache, and stay below where a matrix product wakes other threads
LOWER_HALF = ord("▄")
_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"  # bit 0 upper left, 1 upper right, 2 lower left, 3 lower right
_LOWER = "▁▂▃▄▅▆▇"
_LEFT = "▎▌▊"


def mask_of(glyph: str) -> NDArray[np.bool_]:
    """Which samples of a cell a block character fills; shape (8, 4). Raises ValueError for any other character."""
    row, column = np.mgrid[0:CELL_ROWS, 0:CELL_COLUMNS]
    if glyph in _LOWER:
        return np.asarray(row >= CELL_ROWS - 1 - _LOWER.index(glyph))
    if glyph in _LEFT:
        return np.asarray(column <= _LEFT.index(glyph))
    bit = 2 * (row >= CELL_ROWS // 2) + (column >= CELL_COLUMNS // 2)
    return np.asarray(_QUADRANTS.index(glyph) >> bit & 1 == 1)


@dataclass(frozen=True, eq=False)
class BlockTable:
    """Code points (G,) and masks (G, 32) of glyphs, no two of which are each other's negative."""

    glyphs: IntArray
    masks: Field

    @classmethod
    def of(cls, glyphs: str) -> "BlockTable":
        """The table of some block characters."""
        masks = np.stack([mask_of(glyph).ravel() for glyph in glyphs]).astype(np.float32)
        return cls(np.array([ord(glyph) for glyph in glyphs], np.int32), masks)


@cache
def block_table(glyphs: GlyphSet) -> BlockTable:
    """Splits of a cell in two colours. The upper half is a lower half with swapped colours: drawn from a font,
    a glyph that hangs from the top leaves seams."""
    if glyphs is GlyphSet.HALF:
        return BlockTable.of("▄")
    quadrants = "▄▌▚▘▝▖▗"
    return BlockTable.of(quadrants if glyphs is GlyphSet.QUADRANT else quadrants + "▁▂▃▅▆▇▎▊")


def uniform_ids(ids: IntArray) -> tuple[IntArray, NDArray[np.bool_]]:
    """The smallest id of every cell and whether a cell holds more than one; ids of shape (rows * 8, columns * 4)."""
    rows, columns = ids.shape[0] // CELL_ROWS, ids.shape[1] // CELL_COLUMNS
    bands = ids.reshape(rows, CELL_ROWS, columns * CELL_COLUMNS)
    low = bands.min(axis=1).reshape(rows, columns, CELL_COLUMNS).min(axis=2)
    high = bands.max(axis=1).reshape(rows, columns, CELL_COLUMNS).max(axis=2)
    return low, low != high


def samples_of(ids: IntArray, cells: NDArray[np.bool_]) -> IntArray:
    """The samples of the chosen cells, row by row, shape (K, 32); cells of shape (rows, columns)."""
    rows, columns = cells.shape
    return ids.reshape(rows, CELL_ROWS, columns, CELL_COLUMNS).transpose(0, 2, 1, 3)[cells].reshape(-1, SAMPLES)


def match_blocks(samples: Field, table: BlockTable) -> tuple[NDArray[np.intp], Field, Field]:
    """The best split of every cell by least squares: indices into the table (K,), and the mean colours (3, K) inside
    and outside of the glyph. Samples have shape (3, K, 32)."""
    chunks = [_match_chunk(samples[:, i : i + CHUNK], table) for i in range(0, samples.shape[1], CHUNK)]
    best, inside, outside = zip(*chunks, strict=True)
    return np.concatenate(best), np.concatenate(inside, axis=1), np.concatenate(outside, axis=1)


def _match_chunk(samples: Field, table: BlockTable) -> tuple[NDArray[np.intp], Field, Field]:
    """The squared error of a split is a constant minus |sum inside|² / n - |sum outside|² / (32 - n)."""
    inside = (samples.reshape(-1, SAMPLES) @ table.masks.T).reshape(3, -1, len(table.glyphs))
    outside = samples.sum(axis=2)[..., None] - inside
    count = table.masks.sum(axis=1)
    explained = np.square(inside).sum(axis=0) / count + np.square(outside).sum(axis=0) / (SAMPLES - count)
    best = explained.argmax(axis=1)
    cell = np.arange(len(best))
    return best, inside[:, cell, best] / count[best], outside[:, cell, best] / (SAMPLES - count[best])


def nearest_samples(samples: Field, means: Field, among: NDArray[np.bool_]) -> NDArray[np.intp]:
    """For every cell the sample, among the chosen ones (K, 32), whose colour is nearest to the mean (3, K): where
    colours cannot be mixed it stands for its side of the split. Shape (K,)."""
    error = np.square(samples - means[..., None]).sum(axis=0)
    return np.asarray(np.where(among, error, np.inf).argmin(axis=1))
