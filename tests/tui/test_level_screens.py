"""What all levels' screens share: questions before an end, the result, stars that stay, footers that are true."""

from inspect import signature
from operator import attrgetter
from typing import cast

import pytest
from textual.actions import parse

from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import Level, levels
from chairgame.text.catalogue import LANGUAGES
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.keys import LEVEL_KEYS
from chairgame.tui.widgets.lines import KeysLine
from tests.tui.driving import Game, game

EACH = pytest.mark.parametrize("level", levels(), ids=lambda level: level.id)


def level_in(g: Game) -> LevelScreen:
    return cast(LevelScreen, g.screen)


async def to_play(g: Game) -> None:
    while level_in(g).attempt.stage is Stage.PAGES:
        await g.press("space")


def footer(g: Game) -> list[str]:
    return [key.action for key in g.screen.query_one(KeysLine).keys]


@EACH
@pytest.mark.parametrize("other", ["q", *(pytest.param(key, marks=pytest.mark.slow) for key in ("d", "h", "9", "F5"))])
async def test_e_ends_a_play_only_when_it_is_pressed_twice_in_a_row(level: Level, other: str) -> None:
    async with game((80, 24), level=level) as g:
        await to_play(g)
        await g.press("e")
        assert level_in(g).attempt.stage is Stage.PLAY
        assert "No star yet" in g.text()
        await g.press(other, "e")
        assert level_in(g).attempt.stage is Stage.PLAY, f"{other} means no"
        assert g.app.return_value is None
        await g.press("e")
        assert level_in(g).attempt.stage is Stage.RESULT


@EACH
async def test_q_leaves_only_when_it_is_pressed_twice_in_a_row(level: Level) -> None:
    async with game((80, 24), level=level) as g:
        for _stage in (Stage.PAGES, Stage.PLAY, Stage.RESULT, Stage.DEBRIEF):
            await g.press("q")
            assert "q once more" in g.text()
            await g.press("d", "q", "h")
            assert g.app.return_value is None
            assert "q once more" not in g.text()
            if level_in(g).attempt.stage is Stage.PAGES:
                await to_play(g)
            elif level_in(g).attempt.stage is Stage.PLAY:
                level_in(g).finish()
            elif level_in(g).attempt.stage is Stage.RESULT:
                await g.press("space")
        await g.press("q", "q")
        assert g.app.return_value == 0


@EACH
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_rules_of_the_stars_are_always_on_the_screen(level: Level, language: str, size: tuple[int, int]) -> None:
    async with game(size, level=level, language=language) as g:
        _ = g.app.look.words
        await to_play(g)
        for move in ("", *level.solution):
            if move:
                level_in(g).move(move)
            level_in(g).attempt.play.skip()
            level_in(g).changed()
            await g.settle()
            rows = [row[-level_in(g).GOALS_COLUMNS[size[0] > 100] :] for row in g.rows()]
            words = " ".join(" ".join(rows).replace("│", " ").split())
            for star in level.stars:
                assert all(word in words for word in _(star.text).format(**_texts(level_in(g))).split()), words
            if level_in(g).attempt.stage is not Stage.PLAY:
                break


def _texts(screen: LevelScreen) -> dict[str, object]:
    return dict.fromkeys(screen.attempt.play.facts(), "")


@EACH
async def test_stars_stay_lit_whatever_is_pressed_after(level: Level) -> None:
    async with game((80, 24), level=level) as g:
        await to_play(g)
        for move in level.solution:
            level_in(g).move(move)
        level_in(g).attempt.play.skip()
        level_in(g).changed()
        await g.press("u", "u", "R", "d")
        level_in(g).changed()
        await g.settle()
        assert level_in(g).attempt.earned == {1, 2, 3}
        assert g.text().count("★") >= 3
        assert g.app.flow.progress.records()[level.id].stars == {1, 2, 3}, "written at that moment"


@EACH
async def test_the_result_stands_until_space(level: Level) -> None:
    async with game((80, 24), level=level) as g:
        await to_play(g)
        for move in level.solution:
            level_in(g).move(move)
        level_in(g).finish()
        for _frame in range(200):
            g.clock.advance(0.05)
            level_in(g).clockwork.tick()
        await g.settle()
        assert level_in(g).attempt.stage is Stage.RESULT
        assert not level_in(g).attempt.playing
        await g.press("n", "1", "up", "d")
        assert level_in(g).attempt.stage is Stage.RESULT
        await g.press("space")
        assert level_in(g).attempt.stage is Stage.DEBRIEF


@EACH
async def test_a_footer_names_only_keys_that_do_something_now(level: Level) -> None:
    async with game((120, 40), level=level) as g:
        assert "turn(-1)" not in footer(g)
        await to_play(g)
        assert "undo" not in footer(g)
        assert "finish" not in footer(g), "nothing is earned, and there is something left"
        for move in level.solution:
            level_in(g).move(move)
            await g.settle()
            attempt = level_in(g).attempt
            assert ("undo" in footer(g)) == level_in(g).can_undo
            if attempt.stage is Stage.PLAY:
                assert ("finish" in footer(g)) == (bool(attempt.earned) or attempt.play.is_over)
        level_in(g).finish()
        await g.settle()
        assert footer(g)[0] == "turn(1)"
        assert not {key.action for key in LEVEL_KEYS if key.action in ("hint", "finish")} & set(footer(g))


@EACH
async def test_what_a_key_tells_and_what_its_footer_asks_is_there(level: Level) -> None:
    async with game((80, 24), level=level) as g:
        screen = level_in(g)
        told = [parse(key.action)[2] for key in screen.KEYS if key.action.startswith("tell(")]
        for command, *arguments in told:
            assert len(arguments) <= 1, "textual hands on no more"
            signature(attrgetter(command)(screen)).bind(*arguments)
        for condition in filter(None, (key.when for key in screen.KEYS)):
            attrgetter(condition)(screen)
