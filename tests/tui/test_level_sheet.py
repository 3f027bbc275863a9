"""The instruction sheet on its screen: sorted, written, bet and struck out by the keys that it names, in every look."""

from typing import cast

import pytest

from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import level_named
from chairgame.game.story.sheet import LABELS
from chairgame.game.story.sheet_play import Act
from chairgame.graphics.cells.lettering import legible
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES
from chairgame.tui.screens.levels.sheet import SheetScreen
from chairgame.tui.widgets.cells import CellsWidget
from tests.game.story.test_sheet import MIXED, NUMBERS_SHEET, RELATIONS, sorted_moves
from tests.tui.driving import FRAME, Game, game
from tests.tui.snapshots import Snapshots
from tests.tui.test_level_screens import to_play

LEVEL = level_named("instruction-sheet")
SIZES = pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])


def screen_in(g: Game) -> SheetScreen:
    return cast(SheetScreen, g.screen)


def footer(g: Game) -> list[str]:
    return [key.shown for key in screen_in(g).working_keys() if key.footer]


def assert_whole(g: Game) -> None:
    """The sentence, the stars' rules and the notes stand on the screen with all their words."""
    screen, text, _, glyphs = screen_in(g), g.text(), g.app.look.words, g.app.look.glyphs
    stars = tuple(_(star.text) for star in LEVEL.stars)
    for sentence in (screen.sentence(), *stars, *(screen.notes() if g.app.size.height > 18 else ())):
        for word in sentence.split():
            assert legible(word, glyphs) in text, text


async def rest(g: Game) -> None:
    while screen_in(g).attempt.playing:
        g.clock.advance(FRAME)
        screen_in(g).clockwork.tick()
    await g.settle()


async def sort(g: Game) -> None:
    """By hand; the machine is not waited for."""
    for move in sorted_moves(screen_in(g).play.row):
        wanted = int(move.split()[1])
        while (at := screen_in(g).desk.number) != wanted:
            await g.press("right" if at < wanted else "left")
        await g.press("enter")
    assert screen_in(g).play.is_sorted
    await g.press("space")
    assert screen_in(g).play.act is Act.WRITE


async def choose(g: Game, word: int, wanted: str) -> None:
    """Turn a word of the line until it says what it should."""
    while screen_in(g).desk.word != word:
        await g.press("tab")
    for _ in range(7):
        line = screen_in(g).play.lines[screen_in(g).desk.line]
        if (line.part, line.kind, line.of, str(line.corner))[word] == wanted:
            return
        await g.press("right")
    raise AssertionError(f"{wanted} never came")


async def write(g: Game, lines: list) -> None:
    for number, line in enumerate(lines):
        while screen_in(g).desk.line != number:
            await g.press("down" if screen_in(g).desk.line < number else "up")
        await choose(g, 0, line.part)
        await choose(g, 1, line.kind)
        await choose(g, 2, line.of)
        if line.kind == "corner":
            await choose(g, 3, str(line.corner))
        assert_whole(g)
    assert list(screen_in(g).play.lines) == lines


async def watch(g: Game) -> None:
    """A film, ended by its key."""
    await g.press("space")
    assert "End" in footer(g)
    assert_whole(g)
    await g.pass_time(0.5)
    assert_whole(g)
    await g.press("end")
    assert_whole(g)


@SIZES
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_level_is_played_to_three_stars_from_the_screen(size: tuple[int, int], language: str) -> None:
    async with game(size, level=LEVEL, language=language) as g:
        await to_play(g)
        assert_whole(g)
        await sort(g)
        assert_whole(g)
        await write(g, RELATIONS)
        await g.press("enter")
        assert_whole(g)
        await g.press("end")
        assert screen_in(g).play.is_built
        await watch(g)
        await watch(g)
        assert {"b"} <= {*footer(g)}
        assert "space" not in footer(g)
        await g.press("b", "up", "up", "up", "left", "left")
        assert screen_in(g).desk.bet == 38
        assert_whole(g)
        await g.press("enter", "end")
        assert_whole(g)
        assert screen_in(g).attempt.earned == {1, 2, 3}
        await g.press("tab", "0")
        assert_whole(g)
        await g.press("right", "down", "down", "0")
        assert_whole(g)
        assert screen_in(g).desk.struck_neuron == 2
        assert {"en": "moved: 6", "pl": "ruszone: 6"}[language] in g.text()
        await g.press("escape", "e", "e")
        await rest(g)
        await g.press("space")
        assert screen_in(g).attempt.stage is Stage.DEBRIEF


async def test_a_sheet_of_numbers_is_the_quick_way_to_one_star_and_the_second_is_for_another_play() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        await sort(g)
        for number in range(len(LABELS)):
            await g.press("right", *["down"] * (number < 5))
        assert list(screen_in(g).play.lines) == NUMBERS_SHEET
        await g.press("enter", "end", "space", "end", "space", "end")
        assert "15.1" in g.text()
        assert "next play: R" in g.text()
        await g.press("space", "enter", "end")
        assert screen_in(g).attempt.earned == {1}
        await g.press("R")
        assert screen_in(g).attempt.level.seed == LEVEL.seeds[1]


async def test_a_changed_word_can_be_taken_back_and_the_cursor_stays_on_the_line() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        await sort(g)
        await write(g, MIXED)
        await g.press("right")
        assert list(screen_in(g).play.lines) != MIXED
        await g.press("u")
        assert list(screen_in(g).play.lines) == MIXED
        assert screen_in(g).desk.line == 5
        await g.press("enter")
        await g.pass_time(0.4)
        assert "0.0 cm" not in g.text(), "it is still being built"
        await g.press("space")
        assert "0.0 cm" in g.text()


async def test_the_machine_sorts_beside_the_player_and_a_key_is_answered_meanwhile() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        assert "10,000" in g.text()
        index = next(i for i, row in enumerate(g.rows()) if "The machine waits" in row)
        await g.press("enter")
        await g.pass_time(1.0)
        race = screen_in(g).play.race
        assert race is not None
        assert 0 < race.plain.done < 10_000
        assert any(0x2800 < ord(glyph) < 0x2900 for row in g.rows()[index:] for glyph in row)
        before = screen_in(g).desk.number
        await g.press("right")
        assert screen_in(g).desk.number == before + 1


@pytest.mark.parametrize("language", ["en", "pl"])
async def test_what_the_machine_took_is_told_whole(language: str) -> None:
    async with game((80, 24), level=LEVEL, language=language) as g:
        await to_play(g)
        await g.press("enter")
        race = screen_in(g).play.race
        assert race is not None
        while not race.better.is_over:
            await g.pass_time(1.0)
        await g.settle()
        _ = g.app.look.words
        told = _("a better sheet (merge sort): {n}", n=_.whole(race.better.comparisons))
        assert " ".join(told.split()) in " ".join(g.text().split())
        assert "…" not in g.text()


async def test_no_bet_is_won_by_enter_alone_and_esc_takes_it_back() -> None:
    async with game((80, 24), level=LEVEL) as g:
        await to_play(g)
        for move in LEVEL.solution[:-2]:
            screen_in(g).move(move)
        screen_in(g).attempt.play.skip()
        screen_in(g).changed()
        await g.press("b", "escape")
        assert screen_in(g).desk.bet is None
        await g.press("space", "enter", "end")
        assert screen_in(g).play.bet == 10
        assert screen_in(g).attempt.earned == {1, 2}


@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_line_reads_in_all_colours_and_glyphs(depth: ColourDepth, glyphs: GlyphSet, language: str) -> None:
    async with game((80, 24), level=LEVEL, language=language, depth=depth, glyphs=glyphs) as g:
        await to_play(g)
        for move in LEVEL.solution[:-5]:
            screen_in(g).move(move)
        await g.settle()
        sheet = "\n".join(g.screen.query_one("#sheet", CellsWidget).picture.lines())
        assert legible({"en": "leg A2 CORNER seat 2", "pl": "noga A2 RÓG siedzisko 2"}[language], glyphs) in sheet
        assert "[" in sheet
        if glyphs is GlyphSet.ASCII:
            assert g.text().isascii()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_snapshots_of_the_instruction_sheet(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    async with game(size, level=LEVEL, language=language, reduced_motion=True) as g:
        await snapshot(g, "instruction-sheet-page")
        await to_play(g)
        await snapshot(g, "instruction-sheet-row")
        for move in LEVEL.solution:
            screen_in(g).move(move)
            screen_in(g).attempt.play.skip()
            screen_in(g).changed()
            if move == "run":
                await g.settle()
                await snapshot(g, "instruction-sheet-built")
        await g.settle()
        await snapshot(g, "instruction-sheet-sledge")
        await g.press("tab", "right", "0")
        await snapshot(g, "instruction-sheet-programs")
        screen_in(g).finish()
        await rest(g)
        for _step in screen_in(g).attempt.play.reckon():
            pass
        await g.press("space")
        await snapshot(g, "instruction-sheet-debrief")
