"""The cable on its screen: played to its end by the keys that it names, small and large; and the lab's cable view."""

import asyncio

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.blanks import LETTERS
from chairgame.game.story.cable import Act
from chairgame.game.story.level import level_named
from chairgame.game.story.small_brain import FIRST_OUT, INPUTS, WIRES
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.tui.screens.lab import LabScreen
from chairgame.tui.screens.levels.cable import CableScreen
from chairgame.tui.screens.weight_cable import WeightCableScreen
from tests.tui.driving import FRAME, Game, game

LEVEL = level_named("cable")
SIZES = pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
LANGUAGES = pytest.mark.parametrize("language", ["en", "pl"])


def _screen(playing: Game) -> CableScreen:
    assert isinstance(playing.screen, CableScreen)
    return playing.screen


async def _begin(playing: Game) -> None:
    await playing.press(*["space"] * len(LEVEL.pages))
    assert _screen(playing).attempt.stage is Stage.PLAY


async def _to_its_end(playing: Game) -> None:
    """End, and as many frames as it takes until nothing moves."""
    await playing.press("end")
    while _screen(playing).play.is_moving:
        playing.clock.advance(FRAME)
        _screen(playing).clockwork.tick()
    await playing.settle()


async def _choose(playing: Game, name: str) -> None:
    """By arrows, as a player who looks at the brackets."""
    panel, wire = _screen(playing).panel, WIRES.index(name)
    if (panel.chosen < FIRST_OUT) != (wire < FIRST_OUT):
        await playing.press("right" if wire >= FIRST_OUT else "left")
    while panel.chosen != wire:
        await playing.press("down" if panel.chosen < wire else "up")


async def _answer(playing: Game, *, capital: bool = False) -> None:
    """The right letter, once the blank is to be seen."""
    screen = _screen(playing)
    while not screen.may.answer:
        await playing.press("end")
    blank = screen.play.blank
    assert blank is not None
    letter = LETTERS[blank.right]
    await playing.press(letter.upper() if capital else letter)


async def _begin_and_foretell(playing: Game) -> CableScreen:
    """To where a wire is to be accused."""
    await _begin(playing)
    screen = _screen(playing)
    while screen.play.blank is not None:
        await _answer(playing)
    await playing.press("end")
    return screen


async def _case(playing: Game) -> None:
    """One case by keys, to its end."""
    screen = _screen(playing)
    while screen.play.blank is not None:
        await _answer(playing)
    await playing.press("end")
    name = WIRES[screen.play.case.guilty]
    await _choose(playing, name)
    assert f"[{name} " in playing.text()
    await playing.press("enter")
    assert screen.play.case_is_closed


@SIZES
@LANGUAGES
def test_the_level_is_played_to_its_end_from_the_screen(size: tuple[int, int], language: str) -> None:
    async def play() -> None:
        async with game(size, level=LEVEL, language=language) as playing:
            await _begin(playing)
            screen = _screen(playing)
            for _ in range(4):
                await _case(playing)
                await _to_its_end(playing)
                await playing.press("space")
            assert screen.play.act is Act.MIDDLE
            await playing.press("m")
            assert ("20,0" if language == "pl" else "20.0") not in playing.text()
            await playing.press("m", "m")
            await _to_its_end(playing)
            await playing.press("space")
            assert screen.play.is_choosing_a_crew
            await playing.press("C")
            assert screen.play.is_moving
            await _to_its_end(playing)
            await playing.press("space")
            assert screen.play.act is Act.COUNT
            await playing.press("space")
            for _ in range(60):
                playing.clock.advance(FRAME)
                screen.clockwork.tick()
            await playing.settle()
            assert screen.play.slopes is not None
            assert 1 < screen.play.slopes.builds < 1208
            await _to_its_end(playing)
            await playing.press("space")
            assert screen.play.has_listened
            assert ("0,0000001" if language == "pl" else "0.0000001") in playing.text()
            assert screen.attempt.star_count == 3
            await playing.press("space")
            assert screen.attempt.stage is Stage.RESULT
            await playing.press("space")
            assert screen.attempt.stage is Stage.DEBRIEF
            assert "1208" in playing.text()

    asyncio.run(play())


@SIZES
@LANGUAGES
def test_nothing_is_cut(size: tuple[int, int], language: str) -> None:
    """At every move: the sentence, the caption, the sum and the options stand whole on the screen."""

    async def play() -> None:
        async with game(size, level=LEVEL, language=language) as playing:
            await _begin(playing)
            screen = _screen(playing)
            for move in ("", *LEVEL.solution):
                if move:
                    screen.move(move)
                screen.attempt.play.skip()
                screen.changed()
                await playing.settle()
                text = playing.text()
                assert "…" not in text.replace("wire …", "").replace("następny…", ""), text
                for word in screen.sentence().split():
                    assert word in text, text
                if screen.play.blank is not None:
                    assert all(f"{letter} " in text for letter in LETTERS)
                    assert "▢" in text

    asyncio.run(play())


def test_a_wrong_answer_is_crossed_out_and_the_right_one_goes_on_by_itself() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            screen = _screen(playing)
            blank = screen.play.blank
            assert blank is not None
            wrong = LETTERS[(blank.right + 1) % 3]
            await playing.press(wrong, wrong)
            assert "✗" in playing.text()
            assert "times" in playing.text()
            await playing.press("u")
            assert screen.play.walk.struck
            await _answer(playing)
            assert screen.play.is_moving
            await playing.pass_time(3.0)
            assert screen.may.answer
            assert screen.play.foretold == 0

    asyncio.run(play())


def test_arrows_and_enter_answer_as_letters_do() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            screen = _screen(playing)
            blank = screen.play.blank
            assert blank is not None
            await playing.press(*["right"] * blank.right)
            assert f"[{LETTERS[blank.right]} " in playing.text()
            await playing.press("enter")
            assert screen.play.answers == [True]
            await _answer(playing, capital=True)
            assert screen.play.answers == [True, True]

    asyncio.run(play())


def test_one_looks_back_number_by_number_and_on_again() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            screen = await _begin_and_foretell(playing)
            whole, pictures = screen.panel.picture.lines(), []
            for _ in range(18):
                await playing.press(",")
                pictures.append(screen.panel.picture.lines())
            assert len({"\n".join(lines) for lines in pictures}) == 18
            assert not any("◂−" in line or "cm" in line for line in pictures[-1][1:])
            for _ in range(18):
                await playing.press(".")
            assert screen.panel.picture.lines() == whole

    asyncio.run(play())


def test_keys_are_answered_while_all_three_learn() -> None:
    """Each tick learns no longer than it may, and a key between two of them acts at once."""

    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            screen = _screen(playing)
            for move in LEVEL.solution:
                screen.move(move)
                if move.startswith("foretell"):
                    break
            crews = screen.play.crews
            assert crews is not None
            seen = []
            for _ in range(20):
                playing.clock.advance(FRAME)
                screen.clockwork.tick()
                seen.append(crews.rebuilds)
            assert seen == sorted(seen)
            assert 0 < seen[-1] < 60
            await playing.press("l")
            assert crews.rebuilds == seen[-1]
            assert "Trzy mózgi" in playing.text()
            await _to_its_end(playing)
            assert crews.is_complete

    asyncio.run(play())


def test_space_holds_what_moves_and_faster_is_faster() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            screen = _screen(playing)

            async def shown_after(seconds: float) -> int:
                for _ in range(round(seconds / FRAME)):
                    playing.clock.advance(FRAME)
                    screen.clockwork.tick()
                await playing.settle()
                return screen.play.walk.shown

            await _answer(playing)
            first = await shown_after(0.35)
            assert "hold" in playing.row_of("keys")
            await playing.press("space")
            assert await shown_after(5.0) == first
            assert "go on" in playing.row_of("keys")
            assert "Held." in playing.text()
            await playing.press("space", ">")
            assert first < await shown_after(0.2)
            assert "×4" in playing.text()
            await playing.press("space", "end")
            assert screen.may.answer

    asyncio.run(play())


def test_another_play_has_other_numbers_once_something_was_said() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            await _begin(playing)
            first = _screen(playing).play.cases
            await playing.press("R")
            assert _screen(playing).play.cases == first
            await _answer(playing)
            await playing.press("R")
            screen = _screen(playing)
            assert screen.attempt.stage is Stage.PLAY
            assert screen.play.cases != first
            assert screen.play.answers == []

    asyncio.run(play())


@pytest.mark.parametrize(
    ("depth", "glyphs"), [(ColourDepth.NONE, GlyphSet.HALF), (ColourDepth.SIXTEEN, GlyphSet.ASCII)]
)
def test_without_colours_or_letters_beyond_ascii(depth: ColourDepth, glyphs: GlyphSet) -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL, depth=depth, glyphs=glyphs, language="pl") as playing:
            await _begin(playing)
            screen = _screen(playing)
            for move in LEVEL.solution:
                screen.move(move)
                await playing.settle()
                text = "\n".join(line for line in playing.rows() if "pomoc" not in line)
                assert glyphs is not GlyphSet.ASCII or text.isascii()
                for question in ("tu pasuje?", "Kto winny?", "zlozeniu?", "złożeniu?", "srodek?", "środek?"):
                    text = text.replace(question, "")
                assert screen.play.act is Act.EVERYBODY or "?" not in text, text

    asyncio.run(play())


def test_arrows_reach_every_wire() -> None:
    async def play() -> None:
        async with game((80, 24), level=LEVEL) as playing:
            screen = await _begin_and_foretell(playing)
            for name in (*WIRES, *WIRES[::-1]):
                await _choose(playing, name)
                assert f"[{name} " in playing.text()
            await _choose(playing, "C")
            await playing.press("right")
            assert screen.panel.chosen == FIRST_OUT + WIRES.index("C") // INPUTS

    asyncio.run(play())


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
def test_k_follows_the_cable_of_the_lab_s_chosen_weight(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with game(size) as playing:
            await playing.press("n", "n", "tab", "tab", "tab", "left", "k")
            view = playing.screen
            assert isinstance(view, WeightCableScreen)
            for label in view.session.chair.labels:
                assert label in playing.text()
            before = playing.text()
            await playing.press("left")
            assert playing.text() != before
            await playing.press("right")
            assert playing.text() == before
            epoch = view.session.epoch
            await playing.press(",")
            assert view.session.epoch == epoch - 1
            assert playing.text() != before
            await playing.press("escape")
            assert isinstance(playing.screen, LabScreen)
            assert playing.lab.panels.brain.focused

    asyncio.run(play())
