"""The key on its screen: seven locks by letters, a guess, the chart, the build, the lid; then the ending."""

from pathlib import Path

import pytest

from chairgame.game import places
from chairgame.game.progress.records import Result
from chairgame.game.progress.whole import Progress
from chairgame.game.story.attempt import Stage
from chairgame.game.story.key import Act, KeyPlay
from chairgame.game.story.key_setup import KINDS
from chairgame.game.story.level import level_named, levels
from chairgame.game.story.locks.lock import right_answer
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.tui.screens.ending import EndingScreen
from chairgame.tui.screens.lab import LabScreen
from chairgame.tui.screens.level_map import LevelMapScreen
from chairgame.tui.screens.levels.key import KeyScreen
from chairgame.tui.screens.title import TitleScreen
from chairgame.tui.widgets.key import without_figures
from tests.tui.driving import Game, game

LEVEL = level_named("key")
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
LANGUAGES = pytest.mark.parametrize("language", ["en", "pl"])


def _screen(playing: Game) -> KeyScreen:
    assert isinstance(playing.screen, KeyScreen)
    return playing.screen


async def _begin(playing: Game) -> None:
    await playing.press(*["space"] * len(LEVEL.pages))
    assert _screen(playing).attempt.stage is Stage.PLAY


async def forged(playing: Game) -> None:
    """The lock that asks is there, however long that takes."""
    if _screen(playing).play.act is Act.LOCKS:
        _screen(playing).play.forging.finished()
    _screen(playing).changed()
    await playing.settle()


def _letter(playing: Game) -> str:
    play = _screen(playing).play
    return "abc"[right_answer(LEVEL.seed, play.number, play.instance)]


async def _open_all(playing: Game) -> None:
    while _screen(playing).play.act is Act.LOCKS:
        await forged(playing)
        await playing.press(_letter(playing))


def _assert_whole(playing: Game) -> None:
    """The sentence, the rules of the stars, and on the stage no word that is cut."""
    screen, text, _ = _screen(playing), playing.text(), playing.app.look.words
    for sentence in (
        screen.reading.told(screen.sentence, screen.result_sentence),
        *(_(star.text) for star in LEVEL.stars),
    ):
        for word in sentence.split():
            assert word in text, f"{word}\n{text}"
    stage = [row[: -screen.GOALS_COLUMNS[playing.app.size.width > 80]] for row in playing.rows()[1:-3]]
    cut = [row for row in stage if "…" in row and not row.rstrip().endswith(" …")]
    assert not cut, text


def _footer(playing: Game) -> dict[str, str]:
    return {key.shown: key.short for key in _screen(playing).working_keys() if key.footer}


@SIZES
@LANGUAGES
async def test_the_level_is_played_to_three_stars_from_the_screen(size: tuple[int, int], language: str) -> None:
    async with game(size, level=LEVEL, language=language) as playing:
        await _begin(playing)
        screen = _screen(playing)
        for number in range(7):
            await forged(playing)
            assert screen.play.number == number
            assert {"a b c", "i", "t"} <= {*_footer(playing)}
            _assert_whole(playing)
            await playing.press(_letter(playing))
            _assert_whole(playing)
        assert screen.play.act is Act.CHART
        assert all(level.title[:8] in playing.text() or language == "pl" for level in levels())
        _assert_whole(playing)
        await playing.press("space")
        assert screen.play.act is Act.BUILD
        await playing.pass_time(2.0)
        assert 12 <= screen.play.shown <= 18
        _assert_whole(playing)
        await playing.press("end")
        assert screen.play.has_built
        _assert_whole(playing)
        assert screen.attempt.star_count == 0
        await playing.press("space")
        assert screen.attempt.earned == {1, 2, 3}
        await playing.pass_time(4.0)
        assert screen.attempt.stage is Stage.RESULT
        assert ("kroks" if language == "pl" else "crocs") in playing.text()
        await playing.press("space")
        assert screen.attempt.stage is Stage.DEBRIEF


async def test_a_wrong_answer_says_what_was_right_and_asks_anew() -> None:
    async with game((80, 24), level=LEVEL) as playing:
        await _begin(playing)
        await forged(playing)
        right = _letter(playing)
        await playing.press("abc"["abc".index(right) - 1])
        play = _screen(playing).play
        assert (play.number, play.instance, play.wrong) == (0, 1, 1)
        assert f"It was {right.upper()}. A is" in playing.text()
        await forged(playing)
        assert "lock 1 of 7" in playing.text()


async def test_a_letter_does_nothing_while_the_lock_is_still_forged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(KeyPlay, "lock", None)
    async with game((80, 24), level=LEVEL) as playing:
        screen = _screen(playing)
        await playing.press(*["space"] * len(LEVEL.pages))
        await playing.press("a", "b")
        assert screen.play.count == 0
        assert "a b c" not in _footer(playing)
        assert "A moment." in playing.text()


async def test_i_opens_the_page_that_named_the_thing_and_space_comes_back() -> None:
    async with game((80, 24), level=LEVEL) as playing:
        await _begin(playing)
        for number, word in enumerate(
            ("L O S S", "L O S S", "B A C K P R O P A G A T I O N", "L E A R N I N G   R A T E")
        ):
            await forged(playing)
            await playing.press("i")
            assert word in playing.text()
            assert "a b c" not in _footer(playing)
            await playing.press("a", "b", "c")
            assert _screen(playing).play.number == number
            assert "{" not in playing.text()
            await playing.press("space")
            assert word not in playing.text()
            await playing.press(_letter(playing))


@LANGUAGES
async def test_every_page_that_is_reopened_names_no_figure(language: str) -> None:
    async with game((80, 24), level=LEVEL, language=language) as playing:
        await _begin(playing)
        for _lock in KINDS:
            await forged(playing)
            title, _term, text = _screen(playing).panel.page()
            told = without_figures(playing.app.look.words(text))
            assert len(told.split()) >= 12
            await playing.press("i")
            assert title
            assert all(word in playing.text() for word in told.split())
            assert "{" not in playing.text()
            await playing.press("i", _letter(playing))


async def test_a_guess_swallows_every_letter_and_is_shown_at_the_end() -> None:
    async with game((80, 24), level=LEVEL) as playing:
        await _begin(playing)
        await forged(playing)
        await playing.press("t", *"a cab", "backspace", *"t?", "enter")
        play = _screen(playing).play
        assert play.guess == "a cat?"
        assert play.count == 0
        await playing.press("t", *"zebra", "escape")
        assert play.guess == "a cat?"
        await _open_all(playing)
        await playing.press("space", "end", "space")
        await playing.pass_time(2.0)
        assert "You guessed: a cat?" in playing.text()


@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
async def test_every_lock_reads_in_all_colours_and_glyphs(depth: ColourDepth, glyphs: GlyphSet) -> None:
    async with game((80, 24), level=LEVEL, depth=depth, glyphs=glyphs) as playing:
        await _begin(playing)
        while _screen(playing).play.act is Act.LOCKS:
            await forged(playing)
            text = playing.text()
            assert all(f" {letter} " in text for letter in "ABC"), text
            assert glyphs is GlyphSet.BLOCKS or text.isascii(), text
            await playing.press(_letter(playing))
        assert glyphs is GlyphSet.BLOCKS or playing.text().isascii()


# The ending


@LANGUAGES
@SIZES
async def test_behind_the_last_debrief_come_the_credits(size: tuple[int, int], language: str, tmp_path: Path) -> None:
    async with game(size, level=LEVEL, language=language, home=tmp_path) as playing:
        await _begin(playing)
        await forged(playing)
        await playing.press("t", *"a teapot", "enter")
        await _open_all(playing)
        await playing.press("space", "end", "space")
        await playing.pass_time(5.0)
        await playing.press("space", *["space"] * len(LEVEL.debrief))
        assert isinstance(playing.screen, EndingScreen)
        for _tick in range(20):
            playing.clock.advance(0.05)
            playing.screen.clockwork.tick()
        await playing.settle()
        text = playing.text()
        assert "a teapot" in text
        assert ("kroksach" if language == "pl" else "in crocs") in text
        assert "12" in text, "the last build is there"
        assert "{" not in text
        await playing.press("P")
        await playing.settle()
        assert list(tmp_path.rglob("dog-in-crocs-*.svg"))


@pytest.mark.parametrize(("key", "screen"), [("b", LabScreen), ("m", LevelMapScreen), ("escape", TitleScreen)])
async def test_the_ending_leads_everywhere(key: str, screen: type, tmp_path: Path) -> None:
    progress = Progress(tmp_path, lambda: 1.0)
    progress.finish(LEVEL.id, Result(frozenset({1}), 7, LEVEL.seed, LEVEL.edition, 1.0))
    progress.close()
    async with game((80, 24), place=places.Ending(), home=tmp_path) as playing:
        assert isinstance(playing.screen, EndingScreen)
        await playing.press("P", "l")
        await playing.press(key)
        assert isinstance(playing.screen, screen)
