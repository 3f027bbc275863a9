"""The colours of surfaces and of the backdrop in each colour depth, as `cells` writes them. Knows no geometry."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from chairgame.graphics.cells.cells import DEFAULT, INDEXED
from chairgame.graphics.picture.materials import GLOWING, Material
from chairgame.terminal.depth import ColourDepth

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int32]
Field = NDArray[np.float32]

_SPACE = ord(" ")
_LUMINANCE = np.array([0.30, 0.59, 0.11], np.float32)
_SHADES = {" ": 0.0, "░": 0.25, "▒": 0.5, "▓": 0.75}
_DARKEST_TONE, _TONE_RANGE = 0.36, 0.62  # what faces really get of the tones 0 to 1
GLOWS_FROM = 0.4
_LIGHT_TILE = 39.0  # of 255
_CUBE = (0, 95, 135, 175, 215, 255)
_SYSTEM = (
    *((0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 110, 40), (0, 0, 170), (170, 0, 170), (0, 170, 170), (180, 180, 180)),
    *((90, 90, 90), (255, 85, 85), (85, 255, 85), (250, 220, 100), (90, 90, 255), (255, 85, 255)),
    *((90, 250, 250), (255, 255, 255)),
)


def xterm_colours() -> FloatArray:
    """Red, green, blue of the 256 colours, shape (256, 3); the first sixteen vary between terminals."""
    cube = [(r, g, b) for r in _CUBE for g in _CUBE for b in _CUBE]
    greys = [(8 + 10 * i,) * 3 for i in range(24)]
    return np.array([*_SYSTEM, *cube, *greys], float)


@dataclass(frozen=True, eq=False)
class Paint:
    """How K surfaces look: a colour to compare and mix (K, 3), one solid colour, and for a cell that shows nothing
    else a glyph in a foreground on a background; all but the first of shape (K,)."""

    colour: Field
    solid: IntArray
    glyph: IntArray
    foreground: IntArray
    background: IntArray

    @classmethod
    def plain(cls, colour: NDArray[np.floating], solid: IntArray) -> "Paint":
        """Surfaces of one solid colour each."""
        return cls(colour.astype(np.float32), solid, np.full_like(solid, _SPACE), np.full_like(solid, DEFAULT), solid)

    def joined(self, other: Self) -> Self:
        """These surfaces and behind them others."""
        return type(self)(
            *(np.concatenate([own, theirs]) for own, theirs in zip(self._all(), other._all(), strict=True))
        )

    def chosen(self, surfaces: NDArray[np.integer]) -> Self:
        """The surfaces of these numbers."""
        return type(self)(*(own[surfaces] for own in self._all()))

    def _all(self) -> tuple[NDArray[Any], ...]:
        return self.colour, self.solid, self.glyph, self.foreground, self.background


@dataclass(frozen=True, eq=False)
class Looks:
    """What is known of K surfaces: materials, colours under light (K, 3), tones and glow of 0 to 1 (K,)."""

    materials: list[Material]
    colours: FloatArray
    tones: FloatArray
    glow: FloatArray

    def shown(self) -> list[Material]:
        """The materials where a glowing part cannot be lightened smoothly."""
        return [
            GLOWING if glow > GLOWS_FROM else material for material, glow in zip(self.materials, self.glow, strict=True)
        ]


def pack(colours: NDArray[np.floating]) -> IntArray:
    """0xRRGGBB of colours 0 to 255, shape (..., 3)."""
    whole = np.rint(np.clip(colours, 0, 255)).astype(np.int32)
    return np.asarray(whole[..., 0] << 16 | whole[..., 1] << 8 | whole[..., 2])


class Palette(ABC):
    """One colour depth."""

    mixes: ClassVar[bool] = False
    """Whether any mean of colours can be shown."""

    @abstractmethod
    def surfaces(self, looks: Looks) -> Paint:
        """The paint of K surfaces."""

    @abstractmethod
    def ground(self, colours: Field) -> IntArray:
        """The colours of the backdrop, from 0 to 255 in shape (..., 3)."""

    def texture(self, colours: Field) -> IntArray:
        """The glyphs, in dark grey, that lighten cells of the backdrop where colours are too few; (..., 3)."""
        return np.full(colours.shape[:-1], _SPACE, np.int32)


class Truecolor(Palette):
    """24 bits a colour."""

    mixes = True

    def surfaces(self, looks: Looks) -> Paint:
        """The lit colours as they are."""
        return Paint.plain(looks.colours, pack(looks.colours))

    def ground(self, colours: Field) -> IntArray:
        """The colours as they are."""
        return pack(colours)


def _step(length: int, tone: float) -> int:
    """The step of a ramp for a tone."""
    return min(length - 1, max(0, int((tone - _DARKEST_TONE) / _TONE_RANGE * length)))


class Indexed(Palette):
    """256 colours: a ramp for each material, and greys for the floor."""

    _colours: ClassVar[FloatArray] = xterm_colours()

    def surfaces(self, looks: Looks) -> Paint:
        """The steps of the materials' ramps."""
        ramps = [material.indexed for material in looks.shown()]
        index = np.array([ramp[_step(len(ramp), t)] for ramp, t in zip(ramps, looks.tones, strict=True)], np.int32)
        return Paint.plain(self._colours[index], index + INDEXED)

    def ground(self, colours: Field) -> IntArray:
        """The nearest greys."""
        grey = np.clip(np.rint((colours @ _LUMINANCE - 8) / 10), 0, 23)
        return np.asarray(grey.astype(np.int32) + (INDEXED + 232))


class Sixteen(Palette):
    """16 colours, mixed by the shades ░▒▓."""

    _colours: ClassVar[FloatArray] = xterm_colours()

    def surfaces(self, looks: Looks) -> Paint:
        """The steps of the materials' ramps."""
        ramps = [material.sixteen for material in looks.shown()]
        steps = [ramp[_step(len(ramp), t)] for ramp, t in zip(ramps, looks.tones, strict=True)]
        front = np.array([step[0] for step in steps], np.int32)
        back = np.array([step[1] for step in steps], np.int32)
        share = np.array([_SHADES[step[2]] for step in steps])
        glyph = np.array([ord(step[2]) for step in steps], np.int32)
        mixed = self._colours[front] * share[:, None] + self._colours[back] * (1 - share[:, None])
        solid = np.where((share >= 0.5) | (back == 0), front, back).astype(np.int32)
        return Paint(mixed.astype(np.float32), solid + INDEXED, glyph, front + INDEXED, back + INDEXED)

    def ground(self, colours: Field) -> IntArray:
        """Black: the darkest grey there is is far too light for a floor."""
        return np.full(colours.shape[:-1], INDEXED, np.int32)

    def texture(self, colours: Field) -> IntArray:
        """The lightest shade on the light tiles."""
        return np.where(colours @ _LUMINANCE > _LIGHT_TILE, ord("░"), _SPACE).astype(np.int32)


def palette_for(depth: ColourDepth) -> Palette:
    """The palette of a colour depth; without colours that of 16, of which then only the tones are used."""
    return {ColourDepth.TRUECOLOR: Truecolor, ColourDepth.INDEXED: Indexed}.get(depth, Sixteen)()
