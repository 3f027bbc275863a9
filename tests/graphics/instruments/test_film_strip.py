"""The film strip's picture: names and figures of all frames, one marked, one large."""

import pytest

from chairgame.game.session.film import distances_of, film_epochs, frame_of
from chairgame.graphics.cells.cells import DEFAULT, Cells
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.film_strip import film_camera, film_strip
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.staging import still_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from tests.game.commands import learned

SESSION = learned(60, hidden=(24, 24))
EPOCHS = film_epochs(distances_of(SESSION.history))
STRIP = [frame_of(SESSION.history, epoch) for epoch in EPOCHS]


def strip(height: int, width: int, depth: ColourDepth, glyphs: GlyphSet, language: str = "en", shown: int = 2) -> Cells:
    def picture(frame, rows, columns):
        scene = still_of(frame.chair, frame.rebuild.poses)
        return Renderer(columns, rows, depth, glyphs).render(scene, film_camera(frame.chair))

    words = Catalogue(language)
    return film_strip(height, width, STRIP, STRIP[shown], picture, theme_for(depth), glyphs, words)


@pytest.mark.parametrize("depth", ColourDepth)
@pytest.mark.parametrize("glyphs", [GlyphSet.HALF, GlyphSet.ASCII])
@pytest.mark.parametrize(("width", "height"), [(58, 12), (78, 18), (118, 34), (198, 50)])
def test_it_fills_its_rectangle_in_every_look(depth: ColourDepth, glyphs: GlyphSet, width: int, height: int) -> None:
    cells = strip(height, width, depth, glyphs, "pl")
    lines = "".join(cells.lines())
    assert cells.glyph.shape == (height, width)
    assert lines.isprintable()
    assert glyphs is not GlyphSet.ASCII or lines.isascii()
    assert depth is not ColourDepth.NONE or (cells.foreground == DEFAULT).all()


@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_frame_tells_its_epoch_and_distance_and_one_is_marked(language: str) -> None:
    rows = strip(18, 78, ColourDepth.TRUECOLOR, GlyphSet.HALF, language).lines()
    words = Catalogue(language)
    figures = next(row for row in rows if "▸" in row)
    for epoch, frame in zip(EPOCHS, STRIP, strict=True):
        assert f"{epoch} · {words.number(frame.distance_cm, 1)} cm" in figures
    assert figures.count("▸") == 1
    assert f"▸{EPOCHS[2]} ·" in figures
    assert any(STRIP[2].name_in(words) in row and words("epoch") in row for row in rows)
