"""Pictures of scenes in terminal cells, for every colour depth and glyph set. Knows no screen and no game.

The picture is drawn as surfaces in 8 rows of 4 or 8 samples a cell. A cell with one surface takes that surface's paint;
only a cell with more than one is matched against glyphs, so that edges come out finer than cells.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.blocks import (
    CELL_COLUMNS,
    CELL_ROWS,
    LOWER_HALF,
    block_table,
    match_blocks,
    nearest_samples,
    samples_of,
    uniform_ids,
)
from chairgame.graphics.cells.cells import DEFAULT, INDEXED, Cells
from chairgame.graphics.cells.ink import glyphs_of_tones, ink_table, match_ink
from chairgame.graphics.cells.palette import Looks, Paint, palette_for
from chairgame.graphics.picture.backdrop import Backdrop, backdrop
from chairgame.graphics.picture.camera import Camera, Projection
from chairgame.graphics.picture.drawing import ARROW, FAINT_ARROW, Drawing, draw
from chairgame.graphics.picture.materials import ARROW as ARROW_LOOKS
from chairgame.graphics.picture.materials import FAINT_ARROW as FAINT_ARROW_LOOKS
from chairgame.graphics.picture.materials import GHOST, Material, material
from chairgame.graphics.picture.rasterizer import Ids
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.shading import illumination, lit_colours, tones
from chairgame.terminal.depth import ColourDepth, GlyphSet

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int32]
Field = NDArray[np.float32]

_SPACE = ord(" ")
_SAME_HALVES = 8.0  # of 255: closer colours than this in the two halves of a cell are shown as one
_COARSE_STIPPLE = 4  # where colours cannot be mixed, a ghost is a checker of half cells
_TINT = 0.05  # how much neighbouring parts of one material differ, so that their joints can be seen
_DIM = 0.22  # how dark the colour behind characters is at least
_BRIGHT_INK = 1.5  # light on the colours of characters, which fill little of their cells
_GOLDEN = 0.6180339887
_FAINT_INK = 0.4
_ARROWS = {ARROW: ARROW_LOOKS, FAINT_ARROW: FAINT_ARROW_LOOKS}


@dataclass(frozen=True, eq=False)
class Surfaces:
    """How the surfaces of a drawing look: paint, and a tone of 0 to 1 where there is only ink; shape (K,)."""

    paint: Paint
    tone: Field


class Renderer:
    """Draws scenes on width times height cells. Remembers the backdrop of the last view, and the last picture's
    parts for `part_at`."""

    def __init__(self, width: int, height: int, depth: ColourDepth, glyphs: GlyphSet) -> None:
        self.width, self.height = max(0, width), max(0, height)
        self.depth, self.glyphs = depth, glyphs
        self._palette = palette_for(depth)
        self._camera: Camera | None = None
        self._backdrop: Backdrop | None = None
        self._empty = Cells.blank(self.height, self.width)
        self._drawing: Drawing | None = None

    def render(self, scene: Scene, camera: Camera) -> Cells:
        """The picture of a scene; parts behind the eye, at places that are not finite or too far away are left out."""
        self._drawing = None
        if not self.width or not self.height:
            return Cells.blank(self.height, self.width)
        view = camera.projection(self.width * CELL_COLUMNS, self.height * CELL_ROWS)
        behind = self._behind(camera, view)
        picture = Cells(
            self._empty.glyph.copy(),
            self._empty.foreground.copy(),
            self._empty.background.copy(),
            self._empty.attributes.copy(),
        )
        stipple = 1 if self._inked or self._palette.mixes else _COARSE_STIPPLE
        across = CELL_COLUMNS if self._inked else block_table(self.glyphs).columns
        drawing = draw(scene, view, self.height, self.width, stipple, across)
        if drawing is not None:
            self._drawing = drawing
            surfaces = self._surfaces(scene, drawing, view)
            colours = behind.cut(drawing.rows, drawing.columns).shadowed(drawing.shadow)
            encode = self._in_ink if self._inked else self._in_blocks
            picture.blit(encode(drawing, surfaces, colours), drawing.rows.start, drawing.columns.start)
        return picture

    def part_at(self, row: int, column: int) -> int | None:
        """The part that fills most of a cell of the last picture; None where there is none."""
        drawing = self._drawing
        if drawing is None:
            return None
        row, column = row - drawing.rows.start, column - drawing.columns.start
        if row < 0 or column < 0:
            return None
        top, left = row * CELL_ROWS, column * drawing.across
        ids = drawing.ids[top : top + CELL_ROWS, left : left + drawing.across]
        parts = drawing.part[ids[ids >= 0]]
        parts = parts[parts >= 0]
        return int(np.bincount(parts).argmax()) if len(parts) else None

    @property
    def _inked(self) -> bool:
        """Whether the picture is made of ink on the backdrop instead of two colours a cell."""
        return self.depth is ColourDepth.NONE or self.glyphs is GlyphSet.ASCII

    def _behind(self, camera: Camera, view: Projection) -> Backdrop:
        """The backdrop of a camera, with its cells, made anew only when the camera has moved."""
        if self._backdrop is None or camera != self._camera:
            self._backdrop = backdrop(view, self.height, self.width, gradient=self._palette.mixes)
            self._camera = camera
            self._empty = self._ground(self._backdrop.colours)
        return self._backdrop

    def _ground(self, colours: Field) -> Cells:
        """Cells of the backdrop alone; colours of shape (rows, 2, columns, 3)."""
        cells = Cells.blank(colours.shape[0], colours.shape[2])
        if self.depth is ColourDepth.NONE:
            return cells
        if self._inked:
            cells.background[:] = self._palette.ground(colours.mean(axis=1))
            return cells
        upper, lower = colours[:, 0], colours[:, 1]
        alike = np.abs(upper - lower).max(axis=-1) <= _SAME_HALVES
        joined = np.where(alike[..., None], (upper + lower) / 2, upper)
        back, front = self._palette.ground(joined), self._palette.ground(lower)
        alike |= back == front
        texture = self._palette.texture(joined)
        cells.glyph[:] = np.where(alike, texture, LOWER_HALF)
        cells.background[:] = back
        cells.foreground[:] = np.where(alike, np.where(texture == _SPACE, DEFAULT, INDEXED + 8), front)
        return cells

    def _surfaces(self, scene: Scene, drawing: Drawing, view: Projection) -> Surfaces:
        """Light and paint of the surfaces of a drawing."""
        part, arrow = drawing.part, drawing.part < 0
        looks = [material(name) for name in scene.materials]
        if scene.ghost is not None:
            looks = [GHOST if pale else own for pale, own in zip(scene.ghost, looks, strict=True)]
        chosen: list[Material] = [looks[i] if i >= 0 else _ARROWS[int(i)] for i in part]
        base = np.array([[m.colour >> 16, m.colour >> 8 & 255, m.colour & 255] for m in chosen], float).reshape(-1, 3)
        light = illumination(drawing.normals, view.axes[2])
        light *= 1 + _TINT * (2 * (part * _GOLDEN % 1) - 1)[:, None]
        glow = np.where(arrow, 0, np.nan_to_num(np.clip(scene.glow, 0, 1))[part] if len(scene.glow) else 0)
        tone = tones(light)
        ink = np.where(arrow, np.where(part == ARROW, 1, _FAINT_INK), _ink_of(tone, base, glow))
        if self._inked:  # the ink alone is darker or lighter
            light, tone = np.full_like(light, _BRIGHT_INK), np.ones_like(tone)
        colours = np.where(arrow[:, None], base, lit_colours(base, light, glow))
        paint = self._palette.surfaces(Looks(chosen, colours, tone, glow))
        return Surfaces(paint, ink.astype(np.float32))

    def _in_blocks(self, drawing: Drawing, surfaces: Surfaces, ground: Field) -> Cells:
        """Two colours a cell, split by block characters."""
        cells, paint = self._ground(ground), surfaces.paint
        low, mixed = uniform_ids(drawing.ids, drawing.across)
        whole = ~mixed & (low >= 0)
        cells.glyph[whole] = paint.glyph[low[whole]]
        cells.foreground[whole] = paint.foreground[low[whole]]
        cells.background[whole] = paint.background[low[whole]]
        if mixed.any():
            self._match(cells, mixed, drawing.ids, paint, ground)
        return cells

    def _match(self, cells: Cells, mixed: NDArray[np.bool_], ids: Ids, paint: Paint, ground: Field) -> None:
        """Write the cells that hold more than one surface."""
        halves = ground.transpose(0, 2, 1, 3)[mixed].reshape(-1, 3)
        picked = _with_ground(samples_of(ids, mixed), len(paint.solid))
        lookup = np.concatenate([paint.colour, halves]).T
        samples = np.stack([channel[picked] for channel in lookup])
        table = block_table(self.glyphs)
        best, inside, outside = match_blocks(samples, table)
        if self._palette.mixes:
            front, back = self._palette.ground(inside.T), self._palette.ground(outside.T)
            plain = Paint.plain(inside.T, front)
        else:
            known = paint.joined(Paint.plain(halves, self._palette.ground(halves)))
            mask, cell = table.masks[best] > 0.5, np.arange(len(best))
            chosen = picked[cell, nearest_samples(samples, inside, mask)]
            front, back = known.solid[chosen], known.solid[picked[cell, nearest_samples(samples, outside, ~mask)]]
            plain = known.chosen(chosen)
        alike = front == back  # such a cell shows one surface, in all that its paint can do
        cells.glyph[mixed] = np.where(alike, plain.glyph, table.glyphs[best])
        cells.foreground[mixed] = np.where(alike, plain.foreground, front)
        cells.background[mixed] = np.where(alike, plain.background, back)

    def _in_ink(self, drawing: Drawing, surfaces: Surfaces, ground: Field) -> Cells:
        """Ink on the backdrop: the density and the shape of characters show the tone."""
        cells, table = self._ground(ground), ink_table(self.glyphs)
        low, mixed = uniform_ids(drawing.ids, drawing.across)
        tone = np.append(surfaces.tone, np.float32(0))  # the backdrop's id of -1 finds the last one
        cells.glyph[:] = glyphs_of_tones(tone[low], table)
        samples = samples_of(drawing.ids, mixed)
        cells.glyph[mixed] = match_ink(tone[samples], table)
        if self.depth is not ColourDepth.NONE:
            nearest = drawing.ids.reshape(len(low), CELL_ROWS, -1, CELL_COLUMNS).max(axis=(1, 3))
            colour = np.append(surfaces.paint.solid, np.int32(DEFAULT))
            cells.foreground[:] = colour[nearest]
        if self._palette.mixes:
            cells.background[:] = self._palette.ground(_tinted(drawing.ids, surfaces, ground))
        return cells


def _tinted(ids: Ids, surfaces: Surfaces, ground: Field) -> Field:
    """Colours behind characters, shape (rows, columns, 3): the surfaces, dimmed, over the backdrop."""
    dim = surfaces.paint.colour * (_DIM + _DIM * surfaces.tone[:, None])
    behind = ground.mean(axis=1)
    low, mixed = uniform_ids(ids, CELL_COLUMNS)
    tinted = np.where((low < 0)[..., None], behind, np.append(dim, np.zeros((1, 3), np.float32), axis=0)[low])
    samples = samples_of(ids, mixed)
    seen = (samples >= 0)[..., None]
    tinted[mixed] = np.where(seen, dim[samples], behind[mixed][:, None]).mean(axis=1)
    return tinted


def _with_ground(samples: Ids, surfaces: int) -> IntArray:
    """Samples (K, S) with an index behind the surfaces for each half of each cell in the place of the backdrop."""
    half = np.arange(samples.shape[1]) // (samples.shape[1] // 2)
    return np.asarray(np.where(samples < 0, surfaces + 2 * np.arange(len(samples))[:, None] + half, samples), np.int32)


def _ink_of(tone: FloatArray, base: FloatArray, glow: FloatArray) -> FloatArray:
    """How much ink stands for a surface: its light, a little its material, and its glow."""
    lit = np.clip((tone - 0.36) / 0.62, 0, 1)
    ink = (0.18 + 0.82 * lit**1.6) * (0.6 + 0.4 * base.max(axis=1, initial=0) / 255)
    return np.asarray(ink + (1 - ink) * glow)
