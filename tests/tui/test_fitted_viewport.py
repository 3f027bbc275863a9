"""The floor of title and opening: what its picture leaves out is written at the edge, once it stands."""

import pytest

from chairgame.game.session.model import GameSession
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.tui.look import Look
from chairgame.tui.widgets.fitted_viewport import FittedViewport
from tests.tui.driving import OPTIONS

ROWS, COLUMNS = 20, 50


@pytest.mark.parametrize("captions", [True, False])
def test_what_is_beyond_the_edge_is_told_once_it_stands(captions: bool) -> None:
    session = GameSession(OPTIONS.chair, OPTIONS.settings)
    floor = FittedViewport(session, Look(ColourDepth.TRUECOLOR, GlyphSet.BLOCKS, "en"), captions=captions)
    whole, near = floor.camera.zoomed(3.0), floor.camera.zoomed(0.2)

    def noted() -> list[int]:
        return [row for row, line in enumerate(floor.paint(ROWS, COLUMNS).lines()) if "cm away" in line]

    session.player.show_end()
    floor.camera = whole
    assert not noted()
    floor.camera = near
    rows = noted()
    assert rows
    if captions:
        assert {0, ROWS - 1}.isdisjoint(rows), "the name and the count of rebuilds stand there"
    session.player.show_start()
    assert not noted()
