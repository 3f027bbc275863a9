"""A sit test from above: the thing, its feet, the polygon between them, the guilty part, and where the weight falls.
All of it in characters, so that it can be read without colours, too.
"""

import numpy as np
from numpy.typing import NDArray

from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses
from chairgame.game.sitting.outcome import SitTest
from chairgame.game.sitting.solids import Solids
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import Catalogue

_ROW_CM = 2.0  # a cell is twice as high as it is wide
_MARGIN_CM = 6.0  # around what is shown from above
_SMALLEST_CM = 60.0
_SHAPE, _FOOT, _GUILTY, _WEIGHT, _INSIDE = "░", "█", "▓", "✚", "·"
_IN_ASCII = {"░": ":", "█": "#", "▓": "!", "✚": "X", "·": ".", "•": "o"}
_EDGE = "•"


def sit_plan(
    height: int, width: int, test: SitTest, chair: Chair, poses: Poses, theme: Theme, glyphs: GlyphSet, words: Catalogue
) -> Cells:
    """Height times width cells: the plan, and below it what its signs mean."""
    signs = _signs(test, chair, theme, words)
    cells = Cells.blank(height, width, theme.text, theme.panel)
    cells.blit(plan_of(max(1, height - len(signs)), width, test, chair, poses, theme, glyphs), 0, 0)
    for row, (sign, text, colour) in enumerate(signs, start=height - len(signs)):
        column = cells.put(row, 1, _sign(sign, glyphs), colour, attributes=BOLD)
        cells.put(row, column + 1, fitted(text, width - column - 1, glyphs), theme.text)
    return cells


def _signs(test: SitTest, chair: Chair, theme: Theme, words: Catalogue) -> list[tuple[str, str, int]]:
    """Sign, meaning and colour."""
    signs = [(_FOOT, words("feet; below is the front"), theme.good)]
    if test.weight_point is not None:
        inside, away = test.margin_cm, words.number(abs(test.margin_cm), 0)
        text = words("weight, {cm} cm inside", cm=away) if inside >= 0 else words("weight, {cm} cm outside", cm=away)
        signs.append((_WEIGHT, text, theme.bright))
    if test.guilty is not None:
        signs.append((_GUILTY, chair.labels[test.guilty], theme.warning))
    return signs


def plan_of(
    height: int, width: int, test: SitTest, chair: Chair, poses: Poses, theme: Theme, glyphs: GlyphSet
) -> Cells:
    """The thing from above, its front below: all of it shaded, the polygon between the feet, the weight, the guilty."""
    cells = Cells.blank(height, width, theme.text, theme.panel)
    solids = Solids.of(chair, poses)
    plan = _Plan(cells, theme, glyphs, _shown_places(solids, test), quiet(theme))
    tops = solids.tops(plan.places())
    over = np.isfinite(tops)
    plan.fill(np.asarray(over.any(axis=1)), _SHAPE, theme.dim)
    plan.fill(_inside(plan.places(), test.polygon), _INSIDE, theme.dim)
    plan.line(test.polygon, _EDGE, theme.measure)
    if test.guilty is not None:
        plan.fill(over[:, test.guilty], _GUILTY, theme.warning, BOLD)
        plan.mark(solids.centres[test.guilty, :2], _GUILTY, theme.warning)
    for place in test.contacts:
        plan.mark(place, _FOOT, theme.good)
    if test.guilty is not None:
        plan.label(solids.centres[test.guilty, :2], chair.labels[test.guilty], theme.warning)
    if test.weight_point is not None:
        plan.mark(test.weight_point, _WEIGHT, theme.bright)
    return cells


def _shown_places(solids: Solids, test: SitTest) -> FloatArray:
    """What has to be seen: the parts that hang together, what stands, the guilty one, the weight; shape (K, 2)."""
    shown = test.structure.copy()
    shown[list(test.contact_parts)] = True
    if test.guilty is not None:
        shown[test.guilty] = True
    reach = np.einsum("nij,nj->ni", np.abs(solids.rotations), solids.halves)[shown, :2]
    centres = solids.centres[shown, :2]
    weight = np.zeros((0, 2)) if test.weight_point is None else test.weight_point[None]
    return np.concatenate([centres - reach, centres + reach, weight])


def _inside(places: FloatArray, polygon: FloatArray) -> NDArray[np.bool_]:
    """Which places a convex polygon holds, shape (K,)."""
    if len(polygon) < 3:
        return np.zeros(len(places), bool)
    along = np.roll(polygon, -1, axis=0) - polygon
    away = places[:, None] - polygon[None]
    return np.asarray((along[:, 0] * away[..., 1] - along[:, 1] * away[..., 0] >= 0).all(axis=1))


class _Plan:
    """Places on the floor in cm to cells: x to the right, the front (-y) below."""

    def __init__(self, cells: Cells, theme: Theme, glyphs: GlyphSet, shown: FloatArray, faint: int) -> None:
        self.cells, self.theme, self.glyphs, self.faint = cells, theme, glyphs, faint
        low, high = shown.min(axis=0) - _MARGIN_CM, shown.max(axis=0) + _MARGIN_CM
        self.middle = (low + high) / 2
        span = np.maximum(high - low, _SMALLEST_CM)
        self.cm = float(max(span[0] / cells.width, span[1] / (_ROW_CM * cells.height)))

    def places(self) -> FloatArray:
        """The middle of every cell, row by row, shape (height * width, 2)."""
        rows, columns = np.mgrid[0 : self.cells.height, 0 : self.cells.width]
        x = (columns + 0.5 - self.cells.width / 2) * self.cm
        y = -(rows + 0.5 - self.cells.height / 2) * self.cm * _ROW_CM
        return np.asarray(np.stack([x.ravel(), y.ravel()], axis=1) + self.middle)

    def cell(self, place: FloatArray) -> tuple[int, int]:
        """The row and column of a place."""
        x, y = (place - self.middle) / self.cm
        row, column = np.floor([self.cells.height / 2 - y / _ROW_CM, self.cells.width / 2 + x]).astype(int)
        return min(max(int(row), 0), self.cells.height - 1), min(max(int(column), 0), self.cells.width - 1)

    def fill(self, chosen: NDArray[np.bool_], sign: str, colour: int, attributes: int | None = None) -> None:
        """A sign in every chosen cell."""
        mask = chosen.reshape(self.cells.height, self.cells.width)
        self.cells.glyph[mask] = ord(_sign(sign, self.glyphs))
        self.cells.foreground[mask] = colour
        self.cells.attributes[mask] = self.faint if attributes is None else attributes

    def line(self, polygon: FloatArray, sign: str, colour: int) -> None:
        """The sides of a polygon."""
        for start, end in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
            steps = int(np.ceil(np.abs(end - start).max() / self.cm * 2)) + 1
            for share in np.linspace(0, 1, steps):
                self.mark(start + share * (end - start), sign, colour)

    def mark(self, place: FloatArray, sign: str, colour: int) -> None:
        """One sign."""
        self.cells.put(*self.cell(place), _sign(sign, self.glyphs), colour, attributes=BOLD)

    def label(self, place: FloatArray, label: str, colour: int) -> None:
        """A part's label beside it."""
        row, column = self.cell(place)
        text = fitted(f" {label} ", self.cells.width, self.glyphs)
        left = column + 2 if column + 2 + len(text) <= self.cells.width else column - 1 - len(text)
        self.cells.put(row, left, text, colour, attributes=BOLD)


def _sign(sign: str, glyphs: GlyphSet) -> str:
    return _IN_ASCII[sign] if glyphs is GlyphSet.ASCII else sign
