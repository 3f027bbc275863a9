"""Cells of samples, matched against block characters with two colours. Knows no palettes.

A cell has 8 rows of 4 or of 8 samples: 4 make square ones, 8 show the eighths of a cell in both directions.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from chairgame.terminal.depth import GlyphSet

IntArray = NDArray[np.int32]
Field = NDArray[np.float32]
Ids = NDArray[np.signedinteger]

CELL_ROWS, CELL_COLUMNS = 8, 4  # square samples, the unit of pictures
FINE_COLUMNS = 8
SAMPLES = CELL_ROWS * CELL_COLUMNS
CHUNK = 128  # cells matched at once: they fit the cache
_LARGEST_PRODUCT = 500000  # multiplications in a product of matrices; a larger one wakes other threads, and waits
LOWER_HALF = ord("▄")
QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"  # bit 0 upper left, 1 upper right, 2 lower left, 3 lower right
_LOWER = "▁▂▃▄▅▆▇"
_LEFT = "▏▎▍▌▋▊▉"
_LEFT_COLUMN, _RIGHT_COLUMN = 0b010101, 0b101010
_PATTERNS = [pattern for pattern in range(1, 63) if pattern not in (_LEFT_COLUMN, _RIGHT_COLUMN)]
SEXTANTS = {chr(0x1FB00 + place): pattern for place, pattern in enumerate(_PATTERNS)}
"""Which sixths of a cell each fills: bits from the upper left one on, row by row. Older characters fill the others."""
BLOCKS = QUADRANTS + "▁▂▃▅▆▇▏▎▍▋▊▉"
"""The characters of which `mask_of` knows the shape, but for the sextants."""


def sixths_of(sextant: str) -> NDArray[np.bool_]:
    """Which sixths of a cell a sextant fills; shape (3, 2). Raises KeyError for any other character."""
    return np.array([SEXTANTS[sextant] >> bit & 1 == 1 for bit in range(6)]).reshape(3, 2)


@cache
def mask_of(glyph: str) -> Field:
    """How much of each of a cell's samples a block character fills, 0 to 1; shape (8, 8). Only of sextants, whose rows
    are thirds, is a sample filled in part. Raises ValueError for any other character."""
    if glyph in SEXTANTS:
        thirds = sixths_of(glyph).repeat(CELL_ROWS, axis=0).reshape(CELL_ROWS, 3, 2).mean(axis=1, dtype=np.float32)
        return np.asarray(thirds.repeat(FINE_COLUMNS // 2, axis=1))
    row, column = np.mgrid[0:CELL_ROWS, 0:FINE_COLUMNS]
    if glyph in _LOWER:
        filled = row >= CELL_ROWS - 1 - _LOWER.index(glyph)
    elif glyph in _LEFT:
        filled = column <= _LEFT.index(glyph)
    else:
        bit = 2 * (row >= CELL_ROWS // 2) + (column >= FINE_COLUMNS // 2)
        filled = QUADRANTS.index(glyph) >> bit & 1 == 1
    return np.asarray(filled, np.float32)


@dataclass(frozen=True, eq=False)
class BlockTable:
    """Glyphs, no two of which are each other's negative, and what the best two colours for each are made of.

    With a mask m of the samples s, the front f and the back b of the least squares solve a system of two equations,
    whose inverse matrix (`front`, `mixed`; `mixed`, `back`) depends on the mask alone: f and b are its products with
    (m·s, (1-m)·s). Where no sample is filled in part they are means.
    """

    glyphs: IntArray
    """Code points, (G,)."""
    masks: Field
    """(G, 8 * columns)."""
    columns: int
    """How many columns of samples a cell has."""
    front: Field
    """(G,)."""
    mixed: Field
    back: Field

    @classmethod
    def of(cls, glyphs: str, columns: int = FINE_COLUMNS) -> "BlockTable":
        """The table of some block characters, for cells of 4 or 8 columns."""
        fine = np.stack([mask_of(glyph) for glyph in glyphs])
        masks = fine.reshape(len(glyphs), CELL_ROWS, columns, -1).mean(axis=3).reshape(len(glyphs), -1)
        inside, across, outside = (masks**2).sum(1), (masks * (1 - masks)).sum(1), ((1 - masks) ** 2).sum(1)
        size = inside * outside - across**2
        codes = np.array([ord(glyph) for glyph in glyphs], np.int32)
        return cls(codes, masks, columns, outside / size, -across / size, inside / size)


@cache
def block_table(glyphs: GlyphSet) -> BlockTable:
    """Splits of a cell in two colours. The upper half is a lower half with swapped colours: drawn from a font,
    a glyph that hangs from the top leaves seams. Terminals that know sextants draw them themselves."""
    quadrants, eighths = "▄▌▚▘▝▖▗", "▁▂▃▅▆▇▏▎▍▋▊▉"
    match glyphs:
        case GlyphSet.HALF:
            return BlockTable.of("▄", CELL_COLUMNS)
        case GlyphSet.QUADRANT:
            return BlockTable.of(quadrants, CELL_COLUMNS)
        case GlyphSet.SEXTANT:
            splits = [glyph for glyph, pattern in SEXTANTS.items() if pattern < 32]  # the others are their negatives
            return BlockTable.of(quadrants + eighths + "".join(splits))
        case _:
            return BlockTable.of(quadrants + eighths)


def uniform_ids(ids: Ids, columns: int) -> tuple[Ids, NDArray[np.bool_]]:
    """The smallest id of every cell and whether a cell holds more than one; ids of (rows * 8, width * columns)."""
    rows, width = ids.shape[0] // CELL_ROWS, ids.shape[1] // columns
    bands = ids.reshape(rows, CELL_ROWS, width * columns)
    low = bands.min(axis=1).reshape(rows, width, columns).min(axis=2)
    high = bands.max(axis=1).reshape(rows, width, columns).max(axis=2)
    return low, low != high


def samples_of(ids: Ids, cells: NDArray[np.bool_]) -> Ids:
    """The samples of the K chosen cells, cell by cell and row by row, shape (K, 8 * columns); cells of shape
    (rows, width)."""
    rows, width = cells.shape
    columns = ids.shape[1] // width
    chosen = ids.reshape(rows, CELL_ROWS, width, columns).transpose(0, 2, 1, 3)[cells]
    return chosen.reshape(-1, CELL_ROWS * columns)


def match_blocks(samples: Field, table: BlockTable) -> tuple[NDArray[np.intp], Field, Field]:
    """The best split of every cell by least squares: indices into the table (K,), and the best colours (3, K) inside
    and outside of the glyph. Samples have shape (3, K, 8 * columns)."""
    chunk = min(CHUNK, _LARGEST_PRODUCT // (3 * table.masks.size))
    chunks = [_match_chunk(samples[:, i : i + chunk], table) for i in range(0, samples.shape[1], chunk)]
    best, inside, outside = zip(*chunks, strict=True)
    return np.concatenate(best), np.concatenate(inside, axis=1), np.concatenate(outside, axis=1)


def _match_chunk(samples: Field, table: BlockTable) -> tuple[NDArray[np.intp], Field, Field]:
    """The squared error of a split is a constant minus f m·s + b (1-m)·s, summed over the channels."""
    inside = (samples.reshape(-1, table.masks.shape[1]) @ table.masks.T).reshape(3, -1, len(table.glyphs))
    outside = samples.sum(axis=2)[..., None] - inside
    explained = np.square(inside).sum(axis=0) * table.front + np.square(outside).sum(axis=0) * table.back
    if table.mixed.any():
        explained += (inside * outside).sum(axis=0) * (2 * table.mixed)
    best = explained.argmax(axis=1)
    cell = np.arange(len(best))
    inside, outside, mixed = inside[:, cell, best], outside[:, cell, best], table.mixed[best]
    front = table.front[best] * inside + mixed * outside
    return best, front, mixed * inside + table.back[best] * outside


def nearest_samples(samples: Field, means: Field, among: NDArray[np.bool_]) -> NDArray[np.intp]:
    """For every cell the sample, among the chosen ones (K, 8 * columns), whose colour is nearest to the mean (3, K):
    where colours cannot be mixed it stands for its side of the split. Shape (K,)."""
    error = np.square(samples - means[..., None]).sum(axis=0)
    return np.asarray(np.where(among, error, np.inf).argmin(axis=1))
