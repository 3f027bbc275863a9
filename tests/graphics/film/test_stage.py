"""A film's frame: the rebuild of that very epoch, its name and figures; parts fly from the heap alone."""

import numpy as np
import pytest

from chairgame.game.naming.names import monster_name
from chairgame.game.session.rebuild import rebuild_of
from chairgame.graphics.film.reel import Frame
from chairgame.graphics.film.stage import FilmStage
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.staging import scene_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from tests.graphics.film.films import history, shape
from tests.graphics.soundness import Terminal, assert_sound

ENGLISH = Catalogue("en")


@pytest.mark.parametrize("size", [(80, 24), (60, 14), (59, 24), (20, 6), (120, 40), (300, 100), (80, 6)])
def test_a_frame_names_its_epoch_its_monster_and_its_distance(size: tuple[int, int]) -> None:
    run = history(7)
    stage = FilmStage(run, shape(*size), ENGLISH)
    for epoch in (0, 3, 7):
        cells = stage.picture(Frame(epoch, 1.0))
        assert (cells.height, cells.width) == (size[1], size[0])
        rebuild, text = rebuild_of(run, epoch), "\n".join(cells.lines())
        name = monster_name(run.chair, rebuild.poses, rebuild.measurement.part_distances_cm, ENGLISH)
        assert name[: size[0] - stage._side - 4] in text
        assert f"epoch {epoch}" in text
        if size[0] < 60 or size[1] < 14:
            assert f"{run.rows[epoch].distance_cm:.1f} cm"[:6] in text


def test_every_part_is_where_the_brain_put_it() -> None:
    run = history(9)
    stage = FilmStage(run, shape(), ENGLISH)
    for epoch in (9, 2, 5):
        stage.picture(Frame(epoch, 1.0))
        np.testing.assert_array_equal(scene_of(stage.session).centres, rebuild_of(run, epoch).poses.centres)


def test_a_flight_begins_as_the_heap_and_tells_nothing_yet() -> None:
    run = history(4)
    stage = FilmStage(run, shape(), ENGLISH)
    text = "\n".join(stage.picture(Frame(3, 1.0, 0.0)).lines())
    np.testing.assert_allclose(scene_of(stage.session).centres, stage.session.pile.centres, atol=1e-9)
    rebuild = rebuild_of(run, 3)
    assert monster_name(run.chair, rebuild.poses, rebuild.measurement.part_distances_cm, ENGLISH) not in text
    built = stage.picture(Frame(3, 1.0))
    again = FilmStage(run, shape(), ENGLISH).picture(Frame(3, 1.0))
    np.testing.assert_array_equal(built.glyph, again.glyph)


def test_the_curve_does_not_tell_the_future() -> None:
    run = history(40)
    first, last = (FilmStage(run, shape(), ENGLISH).picture(Frame(epoch, 1.0)) for epoch in (1, 40))

    def farthest_dot(glyphs: np.ndarray) -> int:
        return int(np.nonzero((glyphs > 0x2800) & (glyphs < 0x2900))[1].max())

    assert farthest_dot(first.glyph) < 62
    assert farthest_dot(last.glyph) > 74


def test_the_floor_is_the_renderers() -> None:
    run = history(4)
    stage = FilmStage(run, shape(), ENGLISH)
    cells = stage.picture(Frame(4, 1.0))
    own = Renderer(80 - stage._side, 23, ColourDepth.TRUECOLOR, GlyphSet.BLOCKS)
    floor = own.render(scene_of(stage.session), stage.camera)
    np.testing.assert_array_equal(cells.glyph[1:23, : floor.width], floor.glyph[1:])
    np.testing.assert_array_equal(cells.background[1:23, : floor.width], floor.background[1:])


@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("glyphs", list(GlyphSet))
def test_a_frame_holds_to_its_colours_and_glyphs(depth: ColourDepth, glyphs: GlyphSet) -> None:
    stage = FilmStage(history(3), shape(80, 24, depth, glyphs), Catalogue("pl"))
    assert_sound(stage.picture(Frame(3, 1.0)), 24, 80, Terminal(depth, glyphs))


def test_a_burned_out_brain_can_be_filmed() -> None:
    run = history(60, optimizer="sgd", learning_rate=50.0)
    assert run.burned_out
    stage = FilmStage(run, shape(), ENGLISH)
    for epoch in range(run.newest + 1):
        stage.picture(Frame(epoch, 1.0, 0.5))
        text = "\n".join(stage.picture(Frame(epoch, 1.0)).lines())
    assert "Puff of Smoke" in text
