"""At 80×24 nothing is cut: every page of every level, its goals, news, hints and stars, and every room of the house."""

import re
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap
from typing import cast

import pytest

from chairgame.game import places
from chairgame.game.progress.records import KeptAttempt, Result, first_stars
from chairgame.game.progress.whole import Progress
from chairgame.game.story.attempt import Stage
from chairgame.game.story.crossing import Station
from chairgame.game.story.halves import STORY_LEVELS, Bridge, second_half
from chairgame.game.story.level import Level, levels
from chairgame.game.story.play import Score
from chairgame.game.story.plays import new_play
from chairgame.game.story.wording import told, values_of, worded
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.tui.screens.help import HelpPage
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.settings import ROWS
from chairgame.tui.screens.three import SENTENCES, ThreeScreen
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.level_card import LevelCard
from chairgame.tui.widgets.level_list import LevelList
from chairgame.tui.widgets.menu import ENTRIES, Menu
from tests.tui.driving import Game, game

SIZE = (80, 24)
FRAME = re.compile("[┏┓┗┛┃━╭╮╰╯│─]")
EACH = pytest.mark.parametrize("level", levels(), ids=lambda level: level.id)
SPOKEN = pytest.mark.parametrize("language", LANGUAGES)


def level_in(g: Game) -> LevelScreen:
    return cast(LevelScreen, g.screen)


def words_of(g: Game, name: str) -> list[str]:
    """What a widget shows, word by word."""
    return FRAME.sub(" ", " ".join(g.screen.query_one(f"#{name}", CellsWidget).picture.lines())).split()


def assert_said(g: Game, name: str, *texts: str) -> None:
    """The texts stand there whole, each word behind the other."""
    shown = " ".join(words_of(g, name))
    for text in texts:
        assert " ".join(text.split()) in shown, f"{text!r} is cut in {name}: {shown}"


def assert_sentence_whole(g: Game) -> None:
    assert words_of(g, "news") == level_in(g).sentence().split()


@EACH
@SPOKEN
async def test_every_page_of_a_level_is_whole(level: Level, language: str) -> None:
    async with game(SIZE, level=level, language=language) as g:
        _, attempt = g.app.look.words, level_in(g).attempt
        for page in level.pages:
            assert_said(g, "pages", worded(page, attempt.play.facts(), _), f"{attempt.page + 1} / ")
            await g.press("space")
        assert attempt.stage is Stage.PLAY


@EACH
@SPOKEN
async def test_goals_news_notes_and_hints_are_whole_from_the_first_move_to_the_last(
    level: Level, language: str
) -> None:
    async with game(SIZE, level=level, language=language) as g:
        await to_play(g)
        assert_stage_whole(g)
        for hint in level.hints:
            level_in(g).attempt.play.say(hint.text, **values_of(level_in(g).attempt.play.facts()))
            g.screen.show()
            assert_sentence_whole(g)
        for move in level.solution:
            level_in(g).move(move)
            level_in(g).attempt.play.skip()
            level_in(g).changed()
            if level_in(g).attempt.stage is Stage.PLAY:
                assert_stage_whole(g)


def assert_stage_whole(g: Game) -> None:
    _, screen = g.app.look.words, level_in(g)
    facts = screen.attempt.play.facts()
    assert_said(g, "goals", *(worded(goal.text, facts, _) for goal, _held in screen.attempt.goals()), *screen.notes())
    stars = screen.attempt.stars()
    assert_said(g, "goals", *(f"{'★' if is_lit else '☆'} {worded(star.text, facts, _)}" for star, is_lit in stars))
    assert_said(g, "title", _(screen.attempt.level.title))
    assert_sentence_whole(g)


@EACH
@SPOKEN
@pytest.mark.parametrize("is_solved", [True, False])
async def test_every_page_of_the_debrief_is_whole(level: Level, language: str, is_solved: bool) -> None:
    async with game(SIZE, level=level, language=language) as g:
        await to_play(g)
        for move in level.solution if is_solved else ():
            level_in(g).move(move)
        level_in(g).finish()
        await g.press("space")
        _, attempt = g.app.look.words, level_in(g).attempt
        for page in level.debrief:
            facts = attempt.play.facts()
            assert_said(g, "pages", told(page, facts, _), *(worded(s.text, facts, _) for s, _earned in attempt.stars()))
            assert_said(g, "pages", *(said(score, _) for score in attempt.play.scores()))
            assert_said(g, "pages", *(_(score.who) for score in attempt.play.scores()))
            if page != level.debrief[-1]:
                await g.press("space")


def said(score: Score, _: Catalogue) -> str:
    return _("counting …") if score.n is None else _.plural(score.count, score.plural, score.n)


async def to_play(g: Game) -> None:
    while level_in(g).attempt.stage is Stage.PAGES:
        await g.press("space")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Of somebody who has won the first half and left the next level in the middle."""
    progress = Progress(tmp_path, lambda: 1.0)
    story = levels()
    for level in story[: (len(story) + 1) // 2]:
        progress.finish(level.id, Result(first_stars(3), 12, level.seed, level.edition, 1.0))
    last = story[-1]
    progress.keep(last.id, KeptAttempt(last.seed, last.edition, last.solution[:1]))
    progress.begin()
    progress.close()
    return tmp_path


def wrapped(texts: Sequence[str], width: int) -> list[str]:
    return [line for text in texts for line in wrap(text, width)]


@SPOKEN
@pytest.mark.parametrize("size", [(60, 18), SIZE, (120, 40)])
@pytest.mark.parametrize("is_new", [True, False])
async def test_the_title_is_whole(
    home: Path, tmp_path_factory: pytest.TempPathFactory, language: str, size: tuple[int, int], is_new: bool
) -> None:
    where = tmp_path_factory.mktemp("new") if is_new else home
    async with game(size, place=places.Title(), home=where, language=language) as g:
        _, menu = g.app.look.words, g.screen.query_one(Menu)
        for entry in ENTRIES:
            assert menu.entry is entry
            assert_said(g, "menu", f"{entry.letter} {_(entry.name)}", menu.meaning())
            if size[0] >= 100:
                assert_said(g, "menu", *(f"{_(each.name)} {menu.beside(each)}" for each in ENTRIES))
            assert "…" not in " ".join(words_of(g, "menu"))
            await g.press("down")
        if size != (60, 18):
            assert_said(g, "menu", _("A neural network learns. You live through it."))


@SPOKEN
@pytest.mark.parametrize("size", [SIZE, (60, 18), (120, 40)])
@pytest.mark.parametrize("is_new", [True, False])
async def test_the_map_is_whole(
    home: Path, tmp_path_factory: pytest.TempPathFactory, language: str, size: tuple[int, int], is_new: bool
) -> None:
    where = tmp_path_factory.mktemp("new") if is_new else home
    async with game(size, place=places.Map(), home=where, language=language) as g:
        _, card, stops = g.app.look.words, g.screen.query_one(LevelCard), g.screen.query_one(LevelList)
        assert len([stop for stop in stops.atlas.stops if not isinstance(stop, Bridge)]) == STORY_LEVELS
        await g.press(*["up"] * len(stops.atlas.stops))
        for stop in stops.atlas.stops:
            assert stops.stop is stop
            assert_said(g, "map", _(stop.title))
            assert_said(g, "card", _(stop.title), card.advice())
            assert all(word in words_of(g, "card") for word in _(stop.about).split())
            if isinstance(stop, Level):
                facts = new_play(card._next(stop)).facts()  # the rules of the thing that it would hide next
                assert_said(g, "card", *(worded(star.text, facts, _) for star in stop.stars))
                assert words_of(g, "card").count("★") == len(stops.atlas.stars(stop))
                assert words_of(g, "card").count("☆") == len(stop.stars) - len(stops.atlas.stars(stop))
            if stops.atlas.stars(stop):
                assert_said(g, "map", f"★★★ {_(stop.title)}")
            assert "…" not in " ".join(words_of(g, "map") + words_of(g, "card"))
            await g.press("down")


@SPOKEN
@pytest.mark.parametrize("size", [SIZE, (120, 40)])
async def test_the_bridge_is_whole(home: Path, language: str, size: tuple[int, int]) -> None:
    async with game(size, place=places.Bridge(), home=home, language=language) as g:
        crossing, _ = cast(ThreeScreen, g.screen).crossing, g.app.look.words
        while crossing.program is None:
            await g.pass_time(0.25)
        await g.settle()
        assert_said(g, "title", _("Every network needs these three"))
        assert_said(g, "three", _("Which of them told the wires what to do? 1, 2 or 3."))
        assert _("loss").upper() not in words_of(g, "three")  # names are told with the answer
        await g.press("2")
        for name in ("objective", "loss", "backpropagation"):
            assert_said(g, "three", _(name).upper())
        assert_said(g, "three", _("It was 3, backpropagation."), _("Take one away with 1, 2 or 3, and nothing learns."))
        await g.press("1")
        await g.pass_time(3.0)
        assert_said(g, "three", _("taken away"), _("Without the objective:"))
        assert "…" not in words_of(g, "three")
        await g.press("space")
        question = _("Which of them is the front left leg? Arrows choose one, 0 strikes it out.")
        assert all(word in words_of(g, "program") for word in question.split())
        assert_said(g, "news", _(SENTENCES[Station.READ]))
        await g.press("right", "down", "0")
        assert "−−−−]" in words_of(g, "program")
        moral = _("It wrote this program itself. It works. Nobody can read it, not even who built it.")
        assert all(word in words_of(g, "program") for word in moral.split())
        await g.press("space")
        await g.pass_time(2.0)
        assert_said(g, "words", "44 %", "40 %", "16 %", "[ Ala ma … ]")
        assert_said(g, "news", _(SENTENCES[Station.WORDS]))
        await g.press("space")
        await g.pass_time(3.0)
        assert_said(g, "words", *(_(level.title) for level in second_half()))
        assert_said(g, "news", _(SENTENCES[Station.COMING]))
        await g.press("space")
        assert level_in(g).attempt.level.id == second_half()[0].id


@SPOKEN
async def test_the_settings_are_whole(home: Path, language: str) -> None:
    async with game(SIZE, opening=True, home=home, language=language) as g:
        await g.press("o")
        _ = g.app.look.words
        for row in ROWS:
            assert_said(g, "preferences", _(row.name), _(row.meaning))
            if row.field != "language":
                for _value in row.values:
                    await g.press("right")
                    assert "…" not in " ".join(words_of(g, "preferences"))
            await g.press("down")


@SPOKEN
@pytest.mark.parametrize("way", [(), ("m",), ("o",), ("a",)])
async def test_every_room_explains_its_keys_whole(home: Path, language: str, way: tuple[str, ...]) -> None:
    async with game(SIZE, opening=True, home=home, language=language) as g:
        await g.press(*way, "?")
        _, page = g.app.look.words, g.screen.query_one(HelpPage)
        seen = ""
        for _turn in range(20):
            seen += " ".join(words_of(g, "help")) + " "
            await g.press("down")
        for key in page.keys:
            assert all(word in seen for word in _(key.label).split()), key.label
        assert "…" not in seen


@EACH
@SPOKEN
async def test_every_level_explains_its_keys_whole(level: Level, language: str) -> None:
    async with game(SIZE, level=level, language=language) as g:
        await g.press("?")
        _, page = g.app.look.words, g.screen.query_one(HelpPage)
        seen = ""
        for _turn in range(30):
            seen += " ".join(words_of(g, "help")) + " "
            await g.press("down")
        for key in page.keys:
            assert all(word in seen for word in _(key.label).split()), key.label


@SPOKEN
async def test_footers_name_the_way_out_in_every_room(home: Path, language: str) -> None:
    for way in ((), ("m",), ("o",), ("a",), ("s",)):
        async with game(SIZE, opening=True, home=home, language=language) as g:
            await g.press(*way)
            _ = g.app.look.words
            assert_said(g, "keys", f"q {_('leave')}", f"l {_('polski')}")
