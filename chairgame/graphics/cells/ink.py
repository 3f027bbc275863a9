"""Cells matched by shape and density against characters: plain ASCII, or block characters without colours.

A character covers some of each of the 8 by 4 samples of a cell with ink. Knows no colours.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.blocks import CELL_COLUMNS, CELL_ROWS, CHUNK, QUADRANTS, SAMPLES, SEXTANTS, mask_of
from chairgame.terminal.depth import GlyphSet

IntArray = NDArray[np.int32]
Field = NDArray[np.float32]

# A character and its ink in fifteenths as 32 hexadecimal digits, row by row. Made once with Pillow: DejaVu Sans Mono
# drawn 53 pixels high in a cell of 32 by 64 pixels, then averaged over squares of 8 by 8 pixels.
_ASCII = (
    " 00000000000000000000000000000000"
    ".00000000000000000000054002100000"
    ",00000000000000000000045008200100"
    "'00000330044001100000000000000000"
    "`00000810011000000000000000000000"
    "-00000000000000000660000000000000"
    "_00000000000000000000000000008887"
    "~00000000000013014585000000000000"
    "^00000550466410010000000000000000"
    '"00000550088001100000000000000000'
    "!00000330055005500330033001100000"
    ":00000000011005500000054002100000"
    ";00000000011005500000045008200100"
    "|00000330044004400440044004400440"
    "/00000033009102700810180062000000"
    "\\00005100270009000360009000440000"
    "(00000060044008100900063001700010"
    ")00000600054001800190036007100100"
    "<00000000001438826840004600000000"
    ">00000000410028830486640000000000"
    "[00000670081008100810081008600120"
    "]00000760027002700270027006700210"
    "{00000192045006402a20045004710052"
    "}000028100540045002a2054017302500"
    "?00001881105502900530042002100000"
    "i00000340162005500450278224420000"
    "=00000000000058855885000000000000"
    "+00000000021004405a95043000000000"
    "*00001221199126620110000000000000"
    "x00000000311318910880377320020000"
    "o00000000066064568128566504400000"
    "X00005216198207800a90733730030000"
    "O00001881733791199129577504400000"
    "T00006886055005500550055001100000"
    "L00003300550055005500584314430000"
    "Y00006006467309900550055001100000"
    "V00006006723736630990088002200000"
    "700004884007300a00460091003000000"
    "v00000000300354451881099002200000"
    "J0000069100810081008152a015200000"
    "I00003882055005500550187114410000"
    "l00004910081008100810066100310000"
    "#0000042429772a948bb5547021100000"
    "%00002400872069644586027800210000"
    "$000001303992484004a6358704600010"
    "&0000187036004b129197848805330000"
    "@000001304757848a7807838748420131"
    "000001881644685588338477404400000"
    "B00004871733779b37319766824300000"
)
_ASCII_RAMP = " .:+=oXO0@"
_BLOCK_RAMP = " ░▒▓█"
_SHADES = {"░": 0.25, "▒": 0.5, "▓": 0.75}
_LEVELS = 256


@dataclass(frozen=True, eq=False)
class InkTable:
    """Code points (G,) and ink 0 to 1 (G, 32) of characters; `ramp` has a code point for each of 256 tones of a
    cell in one tone; a tone of 1 is `full` ink."""

    glyphs: IntArray
    ink: Field
    ramp: IntArray
    full: float
    contrast: float
    """The ink that stands for the difference between tones of 0 and 1 inside a cell."""
    density_weight: float
    """How much a wrong density counts against a wrong shape; as many as samples for a plain squared error."""


@cache
def ink_table(glyphs: GlyphSet) -> InkTable:
    """The characters that a glyph set allows where there is one colour."""
    if glyphs is GlyphSet.ASCII:
        codes = [ord(entry) for entry in _ASCII[::33]]
        ink = np.array([int(digit, 16) / 15 for i, digit in enumerate(_ASCII) if i % 33])
        return _table(codes, ink, _ASCII_RAMP, full=0.27, contrast=0.55, density_weight=40)
    solid = " ▀▄█" if glyphs is GlyphSet.HALF else QUADRANTS
    solid += "▁▂▃▅▆▇▎▊" if glyphs in (GlyphSet.BLOCKS, GlyphSet.SEXTANT) else ""
    solid += "".join(SEXTANTS) if glyphs is GlyphSet.SEXTANT else ""
    masks = [_coarse(mask_of(glyph)) for glyph in solid] + [np.full(SAMPLES, shade) for shade in _SHADES.values()]
    return _table([ord(glyph) for glyph in solid + "".join(_SHADES)], np.stack(masks), _BLOCK_RAMP, 1, 1, SAMPLES)


def _coarse(mask: Field) -> Field:
    """A mask of square samples, shape (32,)."""
    return np.asarray(mask.reshape(CELL_ROWS, CELL_COLUMNS, -1).mean(axis=2).ravel())


def _table(
    codes: list[int], ink: NDArray[np.float64], ramp: str, full: float, contrast: float, density_weight: float
) -> InkTable:
    """A table whose ramp is spread evenly over the tones."""
    steps = np.rint(np.linspace(0, len(ramp) - 1, _LEVELS)).astype(int)
    points = np.array([ord(glyph) for glyph in ramp], np.int32)[steps]
    shaped = ink.astype(np.float32).reshape(-1, SAMPLES)
    return InkTable(np.array(codes, np.int32), shaped, points, full, contrast, density_weight)


def glyphs_of_tones(tones: Field, table: InkTable) -> IntArray:
    """The code points for cells in one tone of 0 to 1 each; any shape."""
    return np.asarray(table.ramp[np.rint(np.clip(tones, 0, 1) * (_LEVELS - 1)).astype(int)])


def match_ink(tones: Field, table: InkTable) -> IntArray:
    """The code points whose ink is nearest to tones of 0 to 1, shape (K, 32): by squared error of the shape (tones
    less their mean), and of the mean, weighted. Shape (K,)."""
    chunks = [_match_chunk(tones[i : i + CHUNK], table) for i in range(0, len(tones), CHUNK)]
    return np.concatenate([np.zeros(0, np.int32), *chunks])


def _match_chunk(tones: Field, table: InkTable) -> IntArray:
    """See `match_ink`."""
    mean, ink_mean = tones.mean(axis=1, keepdims=True), table.ink.mean(axis=1, keepdims=True)
    shape, ink_shape = (tones - mean) * np.float32(table.contrast), table.ink - ink_mean
    density = np.square(mean * np.float32(table.full) - ink_mean.T) * np.float32(table.density_weight)
    error = np.square(ink_shape).sum(axis=1) - 2 * shape @ ink_shape.T + density
    return np.asarray(table.glyphs[error.argmin(axis=1)])
