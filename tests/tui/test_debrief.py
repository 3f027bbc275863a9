"""The debrief: a live picture beside the text, and a table of at most three rows of which nothing is cut."""

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.halves import FIRST_HALF
from chairgame.game.story.level import Level, levels
from chairgame.text.catalogue import LANGUAGES
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.widgets.pages import PagesPanel
from chairgame.tui.widgets.reveal import RevealPicture
from tests.tui.driving import Game, game

MOST_ROWS = 3
FIRST = [level for level in levels() if level.number <= FIRST_HALF]


def _screen(g: Game) -> LevelScreen:
    assert isinstance(g.screen, LevelScreen)
    return g.screen


async def _to_debrief(g: Game, level: Level) -> None:
    await g.press(*["space"] * len(level.pages))
    screen = _screen(g)
    for move in level.solution:
        screen.move(move)
        screen.attempt.play.skip()
    if screen.attempt.stage is Stage.PLAY:
        screen.finish()
    for _step in screen.attempt.play.reckon():
        pass
    await g.press("space")
    assert screen.attempt.stage is Stage.DEBRIEF


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", FIRST, ids=lambda level: level.id)
async def test_of_the_table_nothing_is_cut(level: Level, language: str) -> None:
    async with game((80, 24), level=level, language=language, reduced_motion=True) as g:
        assert _screen(g).query_one(RevealPicture).is_there, "a page is never text in an empty frame"
        await _to_debrief(g, level)
        screen = _screen(g)
        panel, scores = screen.query_one(PagesPanel), screen.attempt.play.scores()
        assert len(scores) <= MOST_ROWS
        assert screen.query_one(RevealPicture).display
        _ = g.app.look.words
        for score in scores:
            wanted = f"{_(score.who)} {panel._count(score)} {panel._off(score)}".split()
            line = next(line for line in panel.picture.lines() if line.strip("┃ ").startswith(_(score.who)))
            assert line.strip("┃ ").split() == wanted
