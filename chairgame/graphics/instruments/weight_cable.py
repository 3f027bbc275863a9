"""The cable view of one weight: per part what came in × what signal came back, the sum, the step, the ways out.

Takes the case and finished sentences; knows no session.
"""

import math
from dataclasses import dataclass

import numpy as np

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet, signed
from chairgame.graphics.cells.lettering import fitted, legible
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.instruments.weight_case import Route, WeightCase
from chairgame.graphics.instruments.wires import neuron_glyph, signed_number, wire_glyph
from chairgame.terminal.depth import GlyphSet
from chairgame.text.figures import figure

NUMBER = 10  # columns of `+0.00421`, and a blank or two
MOST_ROUTES = 7


@dataclass(frozen=True)
class CableText:
    """The view's words: over the columns, beside the sum, below it, over the ways out."""

    part: str
    came_in: str
    signal: str
    share: str
    total: str
    step: str
    leads: str
    mark: str = "."


def fine_number(value: float, glyphs: GlyphSet, mark: str = ".") -> str:
    """A number with its sign in eight cells, nine for a huge one: `+0.00421`, `−12.34`."""
    return legible(figure(value, mark, digits=4, signed=True), glyphs)


def weight_cable(
    height: int, width: int, case: WeightCase, labels: tuple[str, ...], text: CableText, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """The view of shape (height, width); what adds most comes first, what has no room is left out."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    routes = case.routes[: min(MOST_ROUTES, max(2, height // 5))]
    parts = max(1, min(len(labels), height - 5 - (len(routes) + 1 if routes else 0)))
    name = min(16, max(len(legible(label, glyphs)) for label in (*labels, text.part)) + 2, width - 3 * NUMBER)
    _put_headings(cells, name, text, theme, glyphs)
    shares = np.nan_to_num(case.shares)
    strongest = float(np.abs(shares).max()) or 1.0
    for row, part in enumerate(np.argsort(-np.abs(shares), kind="stable")[:parts], start=1):
        _put_part(cells, row, name, labels[part], case, int(part), theme, glyphs, text.mark)
        _put_bar(cells, row, name, float(shares[part]) / strongest, theme, glyphs)
    row = parts + 1
    cells.put(row, 1, fitted(text.total, name + 2 * NUMBER, glyphs), theme.bright, attributes=BOLD)
    slope = fine_number(case.gradient, glyphs, text.mark)
    cells.put(row, 1 + name + 2 * NUMBER, slope.rjust(NUMBER), signed(theme, case.gradient), attributes=BOLD)
    cells.put(row + 1, 1, fitted(text.step, width - 2, glyphs), theme.adjust, attributes=BOLD)
    if routes:
        cells.put(row + 3, 1, fitted(text.leads, width - 2, glyphs), theme.bright)
        for offset, route in enumerate(routes):
            _put_route(cells, row + 4 + offset, route, theme, glyphs, text.mark)
    return cells


def _put_headings(cells: Cells, name: int, text: CableText, theme: Theme, glyphs: GlyphSet) -> None:
    cells.put(0, 1, fitted(text.part, name, glyphs), theme.dim, attributes=quiet(theme))
    for column, heading in enumerate((text.came_in, f"× {text.signal}", f"= {text.share}")):
        place = 1 + name + column * NUMBER
        cells.put(0, place, fitted(heading, NUMBER, glyphs).rjust(NUMBER), theme.dim, attributes=quiet(theme))


def _put_part(
    cells: Cells,
    row: int,
    name: int,
    label: str,
    case: WeightCase,
    part: int,
    theme: Theme,
    glyphs: GlyphSet,
    mark: str,
) -> None:
    """`leg A1  ● +1.0000  +0.0042  +0.0042`."""
    cells.put(row, 1, fitted(label, name, glyphs), theme.text)
    activation = float(case.activations[part])
    values = (activation, float(case.signals[part]), float(case.shares[part]))
    for column, value in enumerate(values):
        number = fine_number(value, glyphs, mark).rjust(NUMBER)
        cells.put(row, 1 + name + column * NUMBER, number, signed(theme, value))
    cells.put(row, 1 + name, neuron_glyph(activation, glyphs), signed(theme, activation))


def _put_bar(cells: Cells, row: int, name: int, share: float, theme: Theme, glyphs: GlyphSet) -> None:
    """How much of the largest share it is."""
    start = 3 + name + 3 * NUMBER
    room = min(30, cells.width - start - 1)
    if room > 0:
        bar = ("=" if glyphs is GlyphSet.ASCII else "━") * round(abs(share) * room)
        cells.put(row, start, bar, signed(theme, share), attributes=BOLD)


def _put_route(cells: Cells, row: int, route: Route, theme: Theme, glyphs: GlyphSet, mark: str) -> None:
    """`1·5 ━ +0.83 ━ 2·7 ─ −0.44 ─ z   × −0.365`."""
    strongest = max(map(abs, route.weights)) or 1.0
    column = cells.put(row, 1, fitted(route.names[0], 12, glyphs), theme.bright)
    for name, weight in zip(route.names[1:], route.weights, strict=True):
        stroke = wire_glyph(min(1.0, abs(weight) / strongest) if math.isfinite(weight) else 0.0, glyphs)
        wire = f" {stroke} {signed_number(weight, glyphs, mark)} {stroke} "
        column = cells.put(row, column, wire, signed(theme, weight))
        column = cells.put(row, column, fitted(name, 12, glyphs), theme.bright)
    strength = fitted(f"× {fine_number(route.strength, glyphs, mark)}", 12, glyphs)
    cells.put(row, max(column + 2, min(40, cells.width - 12)), strength, signed(theme, route.strength), attributes=BOLD)
