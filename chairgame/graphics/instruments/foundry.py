"""The foundry's numbers on their way down, and the algorithm that they have become. Knows no search."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet, signed
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet

LEFT, RIGHT, OUT = "abcd", "efgh", "pqrs"
NUMBER_COLUMNS = 5
TABLE_ROWS = 1 + 4 + 1 + 4 + 1 + 4
SMALL = 0.25  # what is less is quiet: it will be nothing
MINUS = "−"

Numbers = NDArray[np.floating]
Whole = NDArray[np.integer]


def table_columns(products: int) -> int:
    """How wide the table of so many products is."""
    return 2 + NUMBER_COLUMNS * products


def number_table(
    factors: tuple[Numbers, Numbers, Numbers], number: Callable[[float], str], theme: Theme, glyphs: GlyphSet
) -> Cells:
    """A column for each product m1, m2 …: what it takes of a to d, of e to h, and what it gives to p to s."""
    products = factors[0].shape[1]
    cells = Cells.blank(TABLE_ROWS, table_columns(products), theme.text, theme.panel)
    for product in range(products):
        name = f"m{product + 1}"
        column = 2 + NUMBER_COLUMNS * product
        cells.put(0, column, f"{name:>{NUMBER_COLUMNS}}", theme.dim, attributes=quiet(theme))
    row = 1
    for names, table in zip((LEFT, RIGHT, OUT), factors, strict=True):
        for name, values in zip(names, table, strict=True):
            cells.put(row, 0, name, theme.bright, attributes=BOLD)
            _put_values(cells, row, values, number, theme, glyphs)
            row += 1
        row += 1
    return cells


def _put_values(
    cells: Cells, row: int, values: Numbers, number: Callable[[float], str], theme: Theme, glyphs: GlyphSet
) -> None:
    for product, value in enumerate(values):
        text = fitted(f"{number(float(value)):>{NUMBER_COLUMNS}}", NUMBER_COLUMNS, glyphs)
        is_small = abs(value) < SMALL
        colour = theme.dim if is_small else signed(theme, float(value))
        attributes = quiet(theme) if is_small else BOLD
        cells.put(row, 2 + NUMBER_COLUMNS * product, text, colour, attributes=attributes)


def formulas(left: Whole, right: Whole, out: Whole) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The products, `m1 = (a + d)·(e + h)`, and the sums that they are added to, `p = m1 + m4 − m5`."""
    products = tuple(
        f"m{index + 1} = {_bracketed(_sum(LEFT, left[:, index]))}·{_bracketed(_sum(RIGHT, right[:, index]))}"
        for index in range(left.shape[1])
    )
    names = [f"m{index + 1}" for index in range(left.shape[1])]
    return products, tuple(f"{name} = {_sum(names, row)}" for name, row in zip(OUT, out, strict=True))


def _sum(names: Sequence[str], signs: Whole) -> str:
    """`−a + b − c`; 0 for nothing."""
    terms = [(sign, name) for sign, name in zip(signs, names, strict=True) if sign]
    if not terms:
        return "0"
    (first, name), *others = terms
    start = f"{MINUS if first < 0 else ''}{name}"
    return start + "".join(f" {MINUS if sign < 0 else '+'} {name}" for sign, name in others)


def _bracketed(text: str) -> str:
    return f"({text})" if " " in text or text.startswith(MINUS) else text
