"""Small films of real runs."""

from functools import cache

from chairgame.chair.catalogue import load_chair
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.film.reel import Frame, reel
from chairgame.graphics.film.stage import FilmStage, Shape
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from chairgame.training.history import History
from chairgame.training.settings import Settings
from tests.training.beginning import begun

TRUE, BLOCKS = ColourDepth.TRUECOLOR, GlyphSet.BLOCKS


def shape(width: int = 80, height: int = 24, depth: ColourDepth = TRUE, glyphs: GlyphSet = BLOCKS) -> Shape:
    return Shape(width, height, depth, glyphs, theme_for(depth))


def history(epochs: int, chair: str = "three-part-stool", **settings: object) -> History:
    made = begun(load_chair(chair), Settings(**{"hidden": (8,), **settings}))  # type: ignore[arg-type]
    while made.newest < epochs and not made.burned_out:
        made.advance()
    made.measure_newest()
    return made


@cache
def film(depth: ColourDepth = TRUE, glyphs: GlyphSet = BLOCKS) -> tuple[tuple[Frame, ...], tuple[Cells, ...]]:
    """Twenty-odd frames of a run."""
    stage = FilmStage(history(12), shape(64, 16, depth, glyphs), Catalogue("pl"))
    frames = reel(0, 12)
    return frames, tuple(stage.picture(frame) for frame in frames)
