"""Cells as a page shows them, in plain colours: what a terminal would make of its own colours and of attributes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, DEFAULT, DIM, INDEXED, REVERSE, UNDERLINE, Cells, IntArray
from chairgame.graphics.cells.palette import xterm_colours

INK, PAPER = 0xC8C8D8, 0x161822
"""What stands for the terminal's own colours."""
_DIMMED = 0.5  # of the way from the paper to the ink


@dataclass(frozen=True, eq=False)
class Painted:
    """Code points, ink and paper 0xRRGGBB, bold and underlined; five arrays of shape (height, width)."""

    glyph: IntArray
    ink: IntArray
    paper: IntArray
    bold: NDArray[np.bool_]
    underlined: NDArray[np.bool_]


def painted(cells: Cells) -> Painted:
    """The cells with every colour known."""
    ink, paper = _known(cells.foreground, INK), _known(cells.background, PAPER)
    swapped, dim = cells.attributes & REVERSE > 0, cells.attributes & DIM > 0
    ink, paper = np.where(swapped, paper, ink), np.where(swapped, ink, paper)
    ink = np.where(dim, _mixed(ink, paper), ink)
    return Painted(cells.glyph, ink, paper, cells.attributes & BOLD > 0, cells.attributes & UNDERLINE > 0)


def channels(colours: IntArray) -> NDArray[np.float64]:
    """Red, green, blue of 0 to 255 of colours 0xRRGGBB; one more axis of three."""
    return np.stack([colours >> shift & 255 for shift in (16, 8, 0)], axis=-1).astype(float)


def _known(colours: IntArray, own: int) -> IntArray:
    table = np.rint(xterm_colours()).astype(np.int32)
    indexed = (table[:, 0] << 16 | table[:, 1] << 8 | table[:, 2])[np.clip(colours - INDEXED, 0, 255)]
    return np.where(colours == DEFAULT, own, np.where(colours >= INDEXED, indexed, colours)).astype(np.int32)


def _mixed(ink: IntArray, paper: IntArray) -> IntArray:
    mixed = np.rint(channels(paper) + _DIMMED * (channels(ink) - channels(paper))).astype(np.int32)
    return np.asarray(mixed[..., 0] << 16 | mixed[..., 1] << 8 | mixed[..., 2])
