"""Characters that are areas, not lines: blanks, blocks, shades, the square. As rectangles, for pixels and for SVG."""

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.blocks import BLOCKS, SEXTANTS, mask_of, sixths_of

Area = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of a cell."""

SHADES = {"░": 0.25, "▒": 0.5, "▓": 0.75}
_SQUARES = {"■": (1 / 6, 7 / 24, 5 / 6, 17 / 24)}


def is_tile(character: str) -> bool:
    """Whether the character is an area."""
    return character in BLOCKS or character in SEXTANTS or character in SHADES or character in _SQUARES


def areas_of(character: str) -> tuple[Area, ...]:
    """The rectangles that a tile inks, none of them over another. Raises ValueError for what is no tile."""
    if character in SHADES:
        return ((0.0, 0.0, 1.0, 1.0),)
    if character in _SQUARES:
        return (_SQUARES[character],)
    filled = sixths_of(character) if character in SEXTANTS else mask_of(character) == 1
    rows, columns = filled.shape
    areas: list[Area] = []
    for row in range(rows):
        for left, right in _runs(filled[row]):
            above = (left / columns, right / columns, row / rows)
            joined = next((area for area in areas if (area[0], area[2], area[3]) == above), None)
            if joined is not None:
                areas.remove(joined)
            top = joined[1] if joined is not None else row / rows
            areas.append((above[0], top, above[1], (row + 1) / rows))
    return tuple(areas)


def tile_of(character: str, height: int, width: int) -> NDArray[np.float64]:
    """How much ink each pixel of a cell gets, 0 to 1; shape (height, width)."""
    ink = np.zeros((height, width))
    for left, top, right, bottom in areas_of(character):
        rows, columns = (
            slice(round(top * height), round(bottom * height)),
            slice(round(left * width), round(right * width)),
        )
        ink[rows, columns] = SHADES.get(character, 1.0)
    return ink


def _runs(row: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], row.astype(int), [0]])))
    return [(int(left), int(right)) for left, right in edges.reshape(-1, 2)]
