"""The film strip's picture: names and figures of all frames, one marked, one large."""

import pytest

from chairgame.game.session.film import distances_of, film_epochs, frame_of
from chairgame.game.sitting.sit_test import best_sitter
from chairgame.graphics.cells.cells import DEFAULT, Cells
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.film_strip import film_camera, film_strip, frame_picture
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
        return frame_picture(frame, rows, columns, depth, glyphs, is_last=frame is STRIP[-1])

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


def test_on_the_last_frame_sits_whoever_can() -> None:
    last = STRIP[-1]
    assert best_sitter(last.chair, last.rebuild.poses) is not None
    pictures = [
        frame_picture(last, 20, 40, ColourDepth.TRUECOLOR, GlyphSet.HALF, is_last=is_last) for is_last in (True, False)
    ]
    alone = Renderer(40, 20, ColourDepth.TRUECOLOR, GlyphSet.HALF).render(
        still_of(last.chair, last.rebuild.poses), film_camera(last.chair)
    )
    assert pictures[1].lines() == alone.lines()
    assert (pictures[0].background != pictures[1].background).mean() > 0.05


def test_nobody_sits_on_a_monster() -> None:
    first = STRIP[0]
    assert best_sitter(first.chair, first.rebuild.poses) is None
    one, other = (
        frame_picture(first, 20, 40, ColourDepth.NONE, GlyphSet.ASCII, is_last=is_last) for is_last in (True, False)
    )
    assert one.lines() == other.lines()
