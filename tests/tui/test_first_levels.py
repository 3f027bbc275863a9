"""Levels 1 to 3 played to their end by keys alone, at the smallest sizes and in both languages."""

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import level_named
from chairgame.text.catalogue import LANGUAGES
from chairgame.tui.widgets.pages import PagesPanel
from tests.tui.driving import Game, game

KEYS = {"scan": "enter", "step": "enter", "listen": "space"}


def keys_of(move: str, recipe: list[list[int]]) -> list[str]:
    """The keys that make a move. `recipe` is where the parts are before it, and is kept up to date."""
    verb, *words = move.split()
    if verb == "place":
        part, *cell = map(int, words)
        ways = (("left", "right"), ("left_square_bracket", "right_square_bracket"), ("down", "up"))
        keys = [str(part + 1)]
        for axis, (less, more) in enumerate(ways):
            steps = cell[axis] - recipe[part][axis]
            keys += [more if steps > 0 else less] * abs(steps)
        recipe[part] = cell
        return keys
    if verb == "turn":
        clicks = int(words[1])
        return [str(int(words[0]) + 1), *["right" if clicks > 0 else "left"] * abs(clicks)]
    if verb == "volume":
        return ["plus" if words[0] == "1" else "minus"]
    return [KEYS[verb]]


async def _read(g: Game) -> None:
    while g.screen.attempt.stage is Stage.PAGES:
        await g.press("space")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
@pytest.mark.parametrize("name", ["scanner", "headphones"])  # the first one's board has tests of its own
async def test_the_solution_can_be_played_by_keys(name, size, language):
    level = level_named(name)
    async with game(size, level=level, language=language) as g:
        await _read(g)
        recipe = [list(cell) for cell in getattr(g.screen.attempt.play, "plan", ())]
        for move in level.solution:
            await g.press(*keys_of(move, recipe))
            g.screen.attempt.play.skip()
        g.clock.advance(0.1)
        g.screen.clockwork.tick()
        await g.settle()
        assert g.screen.attempt.stage is Stage.RESULT
        assert g.screen.attempt.star_count == 3
        for _ in range(60):
            g.clock.advance(0.05)
            g.screen.clockwork.tick()
        await g.settle()
        assert sum(row.count("★") for row in g.rows()) >= 3
        await g.press("space")
        assert g.screen.attempt.stage is Stage.DEBRIEF


async def test_nobody_listens_before_two_steps_by_hand():
    async with game((80, 24), level=level_named("3")) as g:
        await _read(g)
        await g.press("space")
        assert g.screen.attempt.play.count == 0
        assert "by hand" in g.text()


async def test_random_search_goes_on_behind_the_debrief_until_it_has_caught_up():
    level = level_named("1")
    async with game((80, 24), level=level) as g:
        await _read(g)
        play = g.screen.attempt.play
        await g.press("e", "e", "space", "space")
        assert g.screen.attempt.stage is Stage.DEBRIEF
        for _ in range(40):
            g.clock.advance(0.2)
            g.screen.clockwork.tick()
        assert play.search.count > 0
        assert play.search.best is not None
        assert play.search.best <= play.best.points


async def test_a_panel_that_comes_back_never_shows_what_it_showed_before(monkeypatch):
    async with game((80, 24), level=level_named("1")) as g:
        await _read(g)
        written, render_lines = [], PagesPanel.render_lines

        def seen(panel, crop):
            written.append("\n".join(panel.picture.lines()))
            return render_lines(panel, crop)

        monkeypatch.setattr(PagesPanel, "render_lines", seen)
        await g.press("e", "e", "space")
        assert written
        assert all("objective" in picture for picture in written)
