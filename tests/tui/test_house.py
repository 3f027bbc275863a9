"""The house around the story: which door leads where, what is kept on the way, what is said when it cannot be."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from chairgame.game import places
from chairgame.game.preferences import Preferences
from chairgame.game.progress.file import FILE
from chairgame.game.progress.records import Result, first_stars
from chairgame.game.progress.whole import Progress
from chairgame.game.story.attempt import Stage
from chairgame.game.story.halves import FIRST_HALF, STORY_LEVELS, Bridge
from chairgame.game.story.level import Level, levels
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.tui.screens.about import AboutPage, AboutScreen
from chairgame.tui.screens.arrange import ArrangeScreen
from chairgame.tui.screens.help import HelpScreen
from chairgame.tui.screens.lab import LabScreen
from chairgame.tui.screens.level_map import LevelMapScreen
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.opening import OpeningScreen
from chairgame.tui.screens.present import PresentScreen
from chairgame.tui.screens.settings import ROWS, SettingsScreen
from chairgame.tui.screens.three import ThreeScreen
from chairgame.tui.screens.title import RESTS_AT_CM, TitleScreen
from chairgame.tui.widgets.level_card import LevelCard
from chairgame.tui.widgets.level_list import LevelList
from chairgame.tui.widgets.menu import ENTRIES, STORY, Menu
from tests.tui.driving import Game, game

LEVELS = levels()
FIRST, LAST = LEVELS[0], LEVELS[-1]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of a player who has been beyond the first minute."""
    progress = Progress(tmp_path, lambda: 1.0)
    progress.begin()
    progress.close()
    return tmp_path


def level_in(g: Game) -> LevelScreen:
    return cast(LevelScreen, g.screen)


def with_stars(home: Path, *won: Level, stars: int = 1) -> None:
    progress = Progress(home, lambda: 1.0)
    for level in won:
        progress.finish(level.id, Result(first_stars(stars), 9, level.seed, level.edition, 1.0))
    progress.close()


async def to_play(g: Game) -> None:
    """Beyond the pages."""
    while level_in(g).attempt.stage is Stage.PAGES:
        await g.press("space")


async def play_solution(g: Game) -> None:
    """The moves of the solution, and on to the result."""
    await to_play(g)
    for move in level_in(g).attempt.level.solution:
        level_in(g).move(move)
    level_in(g).finish()
    await g.settle()


# Doors


async def test_a_first_start_is_the_first_minute_and_later_ones_the_title(tmp_path: Path) -> None:
    async with game((80, 24), opening=True, home=tmp_path) as g:
        assert isinstance(g.screen, OpeningScreen)
    async with game((80, 24), opening=True, home=tmp_path) as g:
        assert isinstance(g.screen, OpeningScreen)  # whoever left during it has not seen it
        await g.press("space")
        assert level_in(g).attempt.level == FIRST
    async with game((80, 24), opening=True, home=tmp_path) as g:
        assert isinstance(g.screen, TitleScreen)


async def test_esc_leads_back_step_by_step_and_never_out(home: Path) -> None:
    async with game((80, 24), opening=True, home=home) as g:
        await g.press("s")
        assert level_in(g).attempt.level == FIRST
        for kind in (LevelMapScreen, TitleScreen, TitleScreen):
            await g.press("escape")
            assert isinstance(g.screen, kind)
        assert len(g.app.screen_stack) == 2
        assert g.app.return_value is None


DOORS = {
    "s": LevelScreen,
    "m": LevelMapScreen,
    "b": LabScreen,
    "k": ArrangeScreen,
    "p": PresentScreen,
    "o": SettingsScreen,
    "a": AboutScreen,
    "?": HelpScreen,
}


@pytest.mark.parametrize(("letter", "kind"), DOORS.items())
async def test_every_entry_opens_by_its_letter_and_by_enter(home: Path, letter: str, kind: type) -> None:
    async with game((80, 24), opening=True, home=home) as g:
        await g.press(letter)
        assert isinstance(g.screen, kind)
        await g.press(*["escape"] * (2 if letter in "sp" else 1))
        assert isinstance(g.screen, TitleScreen)
        for _ in range([entry.letter for entry in ENTRIES].index(letter)):
            await g.press("down")
        await g.press("enter")
        assert isinstance(g.screen, kind)


async def test_the_menu_goes_round(home: Path) -> None:
    async with game((80, 24), opening=True, home=home) as g:
        await g.press("up", "enter")
        assert g.app.return_value == 0


WAYS = [(), ("m",), ("b",), ("o",), ("a",), ("s",), ("s", "space", "space", "space"), ("?",), ("m", "?"), ("o", "?")]


@pytest.mark.parametrize("way", WAYS)
async def test_q_leaves_and_l_speaks_polish_everywhere(home: Path, way: tuple[str, ...]) -> None:
    async with game((80, 24), opening=True, home=home) as g:
        await g.press(*way)
        english = g.text()
        await g.press("l")
        assert g.app.look.language == "pl"
        assert g.text() != english
        await g.press("q")
        if isinstance(g.screen, LevelScreen):
            assert g.app.return_value is None
            assert "q jeszcze raz" in g.text()
            await g.press("q")
        assert g.app.return_value == 0
    async with game((80, 24), opening=True, home=home, language="en") as g:
        assert g.app.flow.progress.preferences.language == "pl"  # for the next start


async def test_the_lab_of_a_command_has_no_way_back_and_that_of_the_title_has(home: Path) -> None:
    async with game((80, 24)) as g:
        await g.press("escape", "escape")
        assert isinstance(g.screen, LabScreen)
    async with game((80, 24), opening=True, home=home) as g:
        await g.press("b", "n")
        g.lab.session.player.rest()
        session, epoch = g.session, g.session.epoch
        await g.press("tab", "escape")
        assert isinstance(g.screen, LabScreen)  # first the panel
        while isinstance(g.screen, LabScreen):
            await g.press("escape")
        await g.press("b")
        assert g.session is session  # as it was left
        assert g.session.epoch == epoch


# The title


async def test_the_title_is_alive_and_rests_once_it_is_a_chair(home: Path) -> None:
    async with game((80, 24), opening=True, home=home) as g:
        title = cast(TitleScreen, g.screen)
        assert title.session.playing
        for _ in range(400):
            await g.pass_time(0.5)
            if not title.session.playing:
                break
        distance = title.session.row.distance_cm
        assert distance is not None
        assert distance < RESTS_AT_CM
        assert not title.clockwork._timer._active.is_set()


async def test_behind_another_screen_nothing_moves(home: Path) -> None:
    async with game((80, 24), opening=True, home=home) as g:
        title = cast(TitleScreen, g.screen)
        await g.press("?")
        assert not title.clockwork._timer._active.is_set()
        await g.press("escape")
        assert title.clockwork._timer._active.is_set()
        await g.press("m")
        assert not title.clockwork._timer._active.is_set()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_title_says_where_the_story_goes_on(tmp_path: Path, language: str) -> None:
    _ = Catalogue(language)
    progress = Progress(tmp_path, lambda: 1.0)
    for title in ("", _(FIRST.title), _(LEVELS[1].title)):
        async with game((80, 24), language=language) as g:
            menu = Menu(progress, g.app.look)
            assert (menu.meaning() == _(STORY.meaning)) == (not title)
            assert title in menu.meaning()
            assert title in menu.beside(STORY)
        progress.finish(FIRST.id, Result(first_stars(bool(title)), 9, FIRST.seed, FIRST.edition, 1.0))
    progress.close()


@pytest.mark.parametrize("way", ["1", "1 enter x enter"])
async def test_nobody_leaves_a_thing_that_they_hide_by_accident(home: Path, way: str) -> None:
    async with game((80, 24), opening=True, home=home) as g:
        await g.press("k", *way.split(), "escape")
        assert "Esc once more" in g.text()
        hiding = g.screen
        await g.press("w", "escape")
        assert "Esc once more" in g.text()
        assert g.screen is hiding
        await g.press("escape")
        assert isinstance(g.screen, TitleScreen)


# Progress


async def test_stars_are_written_once_for_each_result(home: Path) -> None:
    async with game((80, 24), level=FIRST, home=home) as g:
        await play_solution(g)
        assert level_in(g).attempt.stage is Stage.RESULT
        await g.press("l", "K", "l")
        for _ in range(3):
            await g.pass_time(0.5)
        await g.press("space")
        assert level_in(g).attempt.stage is Stage.DEBRIEF
        record = g.app.flow.progress.records()[FIRST.id]
        assert record.best is not None
        assert (len(record.stars), record.played) == (3, 1)
        assert record.best.count == level_in(g).attempt.play.count
        await g.press("R")
        await play_solution(g)
        assert g.app.flow.progress.records()[FIRST.id].played == 2


async def test_after_a_result_another_thing_is_in_the_box_without_the_pages(home: Path) -> None:
    level = replace(FIRST, seeds=(FIRST.seed, 3))
    async with game((80, 24), level=level, home=home) as g:
        await play_solution(g)
        await g.press("R")
        assert (level_in(g).attempt.level.seed, level_in(g).attempt.stage) == (3, Stage.PLAY)
        level_in(g).move(FIRST.solution[0])
        await g.press("R")
        assert level_in(g).attempt.level.seed == 3, "nothing was seen yet"
        level_in(g).move(FIRST.solution[0])
        level_in(g).game.go(places.Level(level))
        await g.settle()
        assert (level_in(g).attempt.level.seed, len(level_in(g).attempt.play.moves)) == (3, 1)


async def test_a_level_that_was_left_goes_on_in_the_middle(home: Path) -> None:
    moves = FIRST.solution[:2]
    async with game((80, 24), level=FIRST, home=home) as g:
        await to_play(g)
        for move in moves:
            level_in(g).move(move)
        facts = dict(level_in(g).attempt.play.facts())
    async with game((80, 24), opening=True, home=home) as g:
        await g.press("s")
        assert (level_in(g).attempt.stage, tuple(level_in(g).attempt.play.moves)) == (Stage.PLAY, tuple(moves))
        assert dict(level_in(g).attempt.play.facts()) == facts
        assert "R" in "".join(g.rows()[-3:])
        await g.press("R", "escape")
        assert not g.app.flow.progress.attempts()


async def test_a_won_level_leads_to_the_next_and_a_lost_one_to_the_map(home: Path) -> None:
    async with game((80, 24), level=FIRST, home=home) as g:
        await to_play(g)
        await g.press("e", "e")
        await through_the_debrief(g)
        assert isinstance(g.screen, LevelMapScreen)
    async with game((80, 24), level=FIRST, home=home / "another") as g:  # there the box still hides what is solved here
        await play_solution(g)
        await through_the_debrief(g)
        if len(LEVELS) > 1:
            assert level_in(g).attempt.level == LEVELS[1]
        else:
            assert isinstance(g.screen, LevelMapScreen)


async def through_the_debrief(g: Game) -> None:
    first = g.screen
    assert level_in(g).attempt.stage is Stage.RESULT
    await g.press("space")
    for _ in level_in(g).attempt.pages:
        assert g.screen is first
        await g.press("space")
    assert g.screen is not first


async def test_after_the_first_half_comes_the_bridge_once(home: Path) -> None:
    level = next(level for level in LEVELS if level.number == FIRST_HALF)
    for kind in (ThreeScreen, LevelScreen):
        async with game((80, 24), level=level, home=home) as g:
            await play_solution(g)
            await through_the_debrief(g)
            assert isinstance(g.screen, kind)
            await g.press("escape")
            assert isinstance(g.screen, LevelMapScreen)


async def test_the_bridge_leads_into_part_two_and_is_there_again_from_the_map(home: Path) -> None:
    with_stars(home, *(level for level in LEVELS if level.number <= FIRST_HALF))
    async with game((80, 24), place=places.Title(), home=home) as g:
        await g.press("s")
        assert isinstance(g.screen, ThreeScreen)  # the story goes over it
        await g.press("escape")
        assert isinstance(g.screen, LevelMapScreen)
    async with game((80, 24), place=places.Beyond(), home=home) as g:
        assert level_in(g).attempt.level.number == FIRST_HALF + 1
    async with game((80, 24), place=places.Title(), home=home) as g:
        await g.press("s")
        assert level_in(g).attempt.level.number == FIRST_HALF + 1  # once is enough
    async with game((80, 24), place=places.Map(), home=home) as g:
        await g.press("up", "enter")
        assert isinstance(g.screen, ThreeScreen)


async def test_all_levels_stand_in_one_row_with_the_bridge_between_the_halves(home: Path) -> None:
    async with game((80, 24), place=places.Map(), home=home) as g:
        stops = g.screen.query_one(LevelList).atlas.stops
        numbers = [stop.number for stop in stops if not isinstance(stop, Bridge)]
        assert numbers == list(range(1, STORY_LEVELS + 1))
        assert isinstance(stops[FIRST_HALF], Bridge)


async def test_a_locked_level_names_the_one_that_opens_it(home: Path) -> None:
    async with game((80, 24), place=places.Map(), home=home) as g:
        stops, card = g.screen.query_one(LevelList), g.screen.query_one(LevelCard)
        await g.press(*["up"] * len(stops.atlas.stops))
        before = 0
        for stop in stops.atlas.stops:
            if isinstance(stop, Level):
                assert before == 0 or f"level {before} opens it" in card.advice()
                before = stop.number
            await g.press("down")


async def test_the_map_shows_the_thing_of_an_opened_box_and_nothing_of_any_other(home: Path) -> None:
    def picture(g: Game) -> list[str]:
        return [line[1:25] for line in g.screen.query_one(LevelCard).picture.lines()[1:11]]

    async with game((80, 24), place=places.Map(), home=home) as g:
        closed = picture(g)
        await g.press("down")
        assert picture(g) == closed
    async with game((80, 24), level=FIRST, home=home) as g:
        await play_solution(g)
    async with game((80, 24), place=places.Map(FIRST), home=home) as g:
        await g.pass_time(0.1)
        card = g.screen.query_one(LevelCard)
        assert picture(g) != closed
        assert card.memory is not None
        assert tuple(card.memory.play.moves) == FIRST.solution
        await g.press("s")
        assert list((home / "share-cards").glob(f"{FIRST.id}*.txt"))
        await g.press("R")
        assert level_in(g).attempt.stage is Stage.PAGES


@pytest.mark.skipif(len(LEVELS) < 2, reason="one level only")
@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_the_map_locks_what_has_no_star_before_it(home: Path, size: tuple[int, int]) -> None:
    async with game(size, opening=True, home=home) as g:
        _ = g.app.look.words
        await g.press("m", "down", "enter")
        assert isinstance(g.screen, LevelMapScreen)
        locked = _("Locked: one star in level {number} opens it.", number=FIRST.number)
        assert all(word in g.text().split() for word in locked.split())
    with_stars(home, FIRST)
    async with game(size, opening=True, home=home) as g:
        await g.press("m")
        assert "★☆☆" in g.text()
        await g.press("enter")
        assert level_in(g).attempt.level == LEVELS[1]


# Settings


async def test_every_setting_is_seen_at_once_and_there_at_the_next_start(home: Path) -> None:
    async with game((80, 24), opening=True, home=home, depth=ColourDepth.INDEXED) as g:
        await g.press("o")
        for _ in ROWS:
            await g.press("right", "down")
        look = g.app.look
        assert (look.language, look.depth, look.glyphs) == ("en", ColourDepth.TRUECOLOR, next(iter(GlyphSet)))
        assert (look.theme_name, look.reduced_motion, look.big) == ("high-contrast", True, True)
        await g.press("right", "down", "left", "down", "left")
        assert (g.app.look.language, g.app.look.depth) == ("pl", ColourDepth.INDEXED)
        assert g.app.look.glyphs is GlyphSet.BLOCKS
    progress = Progress(home)
    wanted = Preferences("pl", "auto", "auto", "high-contrast", reduced_motion=True, big=True)
    assert progress.preferences == wanted
    progress.close()


async def test_a_language_is_called_what_it_calls_itself(home: Path) -> None:
    async with game((80, 24), opening=True, home=home) as g:
        await g.press("o", "l")
        assert "◂ polski ▸" in g.text()
        await g.press("l")
        assert "◂ English ▸" in g.text()


async def test_options_of_the_command_line_stay_until_their_own_row_is_changed(home: Path) -> None:
    async with game((80, 24), opening=True, home=home, theme="high-contrast", language="pl") as g:
        await g.press("o", "down", "down", "down", "down", "right")
        assert (g.app.look.theme_name, g.app.look.language, g.app.look.reduced_motion) == ("high-contrast", "pl", True)


# About


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_about_is_said_whole_at_every_size(home: Path, size: tuple[int, int], language: str) -> None:
    from chairgame.tui.screens.about import CHAPTERS, EXPERIMENT, HONEST, SMALL_PRINT, WORDS

    _ = Catalogue(language)
    async with game(size, opening=True, home=home, language=language) as g:
        await g.press("a")
        seen = ""
        for page in range(len(g.screen.query_one(AboutPage).pages())):
            assert g.screen.query_one(AboutPage).page == page
            seen += g.text().replace("┃", " ")
            await g.press("space")
        assert g.screen.query_one(AboutPage).page == 0
        words = seen.split()
        for text in (*CHAPTERS, *EXPERIMENT, *HONEST, *SMALL_PRINT, *(word for row in WORDS for word in row)):
            assert all(word in words for word in _(text).split()), text
        assert "…" not in seen


# Trouble


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_damaged_file_is_said_on_the_title_until_a_key(home: Path, language: str) -> None:
    (home / FILE).write_bytes(b"rubbish" * 999)
    async with game((80, 24), opening=True, home=home, language=language) as g:
        assert isinstance(g.screen, TitleScreen)
        assert f"{FILE}.damaged" in "".join(g.rows())
        await g.press("down")
        assert f"{FILE}.damaged" not in "".join(g.rows())
        await g.press("up", "s")
        assert isinstance(g.screen, LevelScreen)


async def test_a_home_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    async with game((80, 24), opening=True, home=tmp_path / "file" / "home") as g:
        assert isinstance(g.screen, OpeningScreen)
        await g.press("space")
        await to_play(g)
        for _ in range(100):  # the heap on its way to the first build is told first
            g.clock.advance(0.05)
            level_in(g).clockwork.tick()
        await g.settle()
        assert FILE in "".join(g.rows()[-3:])
        await play_solution(g)
        await through_the_debrief(g)
        await g.press("escape")
        if isinstance(g.screen, LevelMapScreen):
            assert "★★★" in g.text()
        await g.press("q")
        assert g.app.return_value == 0
