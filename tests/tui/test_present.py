"""The presenter's screen by keys: a clicker gives the whole lesson, and nothing leaves by accident."""

import numpy as np
import pytest

from chairgame.game import places
from chairgame.game.lesson.files import built_in_lesson
from chairgame.game.lesson.talk import Step
from chairgame.graphics.cells.block_letters import Size, block_letters, lines_of
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.theme import theme_for
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.tui.screens.lab import LabScreen
from chairgame.tui.widgets.lesson import fields_of
from chairgame.tui.widgets.title import PHASE_NAMES
from tests.tui.driving import game

THEME = theme_for(ColourDepth.NONE)
CLICKER = [
    "pagedown",
    "pageup",
    "space",
    "b",
    "full_stop",
    "right",
    "left",
    "escape",
    "x",
    "f5",
    "1",
    "8",
    "A",
    "7",
    "enter",
    "r",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_one_key_gives_the_whole_lesson_and_every_word_can_be_read(language, size):
    _ = Catalogue(language)
    async with game(size, place=places.Lesson(built_in_lesson()), language=language) as g:
        talk = g.screen.talk
        for index, stop in enumerate(talk.lesson.stops):
            assert (talk.index, talk.step) == (index, Step.ASK)
            for key in ("pagedown", "pagedown"):
                shown = " ".join(" ".join(_without_floor(g)).split())
                question = stop.question.spoken(_, **fields_of(talk, g.app.look))
                assert question in shown or _in_block_letters(question, g.screen.query_one("#question").picture)
                assert (question in shown) == (talk.step is not Step.ASK)
                for words in (stop.title, stop.text, *stop.answers):
                    assert " ".join(words.spoken(_, **fields_of(talk, g.app.look)).split()) in shown
                await g.press(key)
            shown = " ".join(" ".join(_without_floor(g)).split())
            assert " ".join(stop.reveal.spoken(_, **fields_of(talk, g.app.look)).split()) in shown
            await g.press("pagedown")
        assert talk.is_at_end


def _in_block_letters(text: str, picture: Cells) -> bool:
    """Whether the picture begins with the whole text, as large as the letters are."""
    lines = lines_of(text, picture.width - 2, Size.SMALL)
    letters = block_letters(lines, picture.width - 2, Size.SMALL, 0, THEME).lines()
    return [line[1 : 1 + len(letters[0])] for line in picture.lines()[: len(letters)]] == letters


def _without_floor(g) -> list[str]:
    """The text of each widget by itself: words that are wrapped in one go on in its next row."""
    return [line for widget in g.widgets() if widget.id != "viewport" for line in widget.picture.lines()]


async def test_hands_are_typed_and_compared_with_what_happens():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("A", "1", "2", "enter", "B", "3", "0", "enter")
        assert g.screen.talk.hands[0] == {"A": 12, "B": 30}
        await g.press("space", "space")
        lines = g.screen.query_one("#question").picture.lines()
        bars = {line[3]: line.count("█") for line in lines if line[3] in "ABC" and line[4] == " "}
        assert bars["B"] > 2 * bars["A"] > 0
        assert next(line for line in lines if line[3] == "B").lstrip().startswith("✓")


async def test_a_room_is_counted_blind_with_either_case_and_nothing_jumps_or_blanks():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("a", "1", "2", "B", "3", "0", "c", "5", "space")
        talk = g.screen.talk
        assert talk.hands[0] == {"A": 12, "B": 30, "C": 5}
        assert (talk.index, talk.step, talk.is_blank) == (0, Step.MOVE, False)


async def test_a_number_without_a_letter_asks_whose_hands_it_counts():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("7")
        assert (g.screen.talk.index, g.screen.talk.hands[0]) == (0, {})
        assert "a, b or c" in g.row_of("keys")
        await g.press("b", "7")
        assert (g.screen.talk.index, g.screen.talk.typed) == (0, "7")


async def test_with_no_question_open_a_digit_jumps_and_b_blanks():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("space", "b")
        assert g.screen.talk.is_blank
        await g.press("b", "6")
        assert (g.screen.talk.index, g.screen.talk.step, g.screen.talk.is_blank) == (5, Step.ASK, False)
        await g.press("space", "r")
        assert (g.screen.talk.index, g.screen.talk.step) == (0, Step.ASK)


async def test_a_full_stop_blanks_even_a_question():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("full_stop")
        assert g.text().strip() == ""
        await g.press("a", "4")  # behind a blank screen nothing is counted, and a digit jumps
        assert (g.screen.talk.index, g.screen.talk.hands[0]) == (3, {})


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_words_network_says_nothing_before_it_is_asked(language):
    async with game((80, 24), place=places.Lesson(built_in_lesson()), language=language) as g:
        await g.press("space", "7")
        shown = "\n".join(g.screen.query_one("#word-net").picture.lines())
        assert (shown.count("?"), shown.count("%"), shown.count("█")) == (3, 0, 0)
        await g.press("space")
        shown = "\n".join(g.screen.query_one("#word-net").picture.lines())
        assert (shown.count("?"), shown.count("%"), g.screen.talk.words.epoch) == (0, 3, 0)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_title_eats_the_phases(language):
    async with game((80, 24), place=places.Lesson(built_in_lesson()), language=language) as g:
        talk, _ = g.screen.talk, g.app.look.words
        for index in range(8):
            talk.jump(index + 1)
            g.screen.changed()
            await g.settle()
            shown = " ".join(g.screen.query_one("#stop").picture.lines())
            assert all(_(name) in shown for name in PHASE_NAMES)
            assert talk.stop.title.spoken(_) in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_the_last_box_hid_stands_there_large_turning_and_named_in_block_letters(size, language):
    async with game(size, place=places.Lesson(built_in_lesson()), language=language) as g:
        await g.press("space", "8", "space")
        assert not g.screen.query_one("#unveiling").region.area
        await g.press("space")
        thing, board = (g.screen.query_one(f"#{name}").picture for name in ("unveiling", "board"))
        name = g.screen.talk.session.chair.title_in(language)
        width = board.width - 1  # a row and a column of air come first
        letters = block_letters(lines_of(name, width, Size.LARGE), width, Size.LARGE, 0, THEME)
        assert [line[1:] for line in board.lines()[1 : letters.height + 1]] == letters.lines()
        before = thing.foreground.copy()
        for _ in range(20):
            g.clock.advance(0.2)
            g.screen.clockwork.tick()
        await g.settle()
        assert (g.screen.query_one("#unveiling").picture.foreground != before).mean() > 0.05


async def test_with_reduced_motion_it_stands_still():
    async with game((80, 24), place=places.Lesson(built_in_lesson()), reduced_motion=True) as g:
        await g.press("space", "8", "space", "space")
        before = g.screen.query_one("#unveiling").picture
        g.clock.advance(0.2)
        g.screen.clockwork.tick()
        assert g.screen.query_one("#unveiling").picture is before


@pytest.mark.parametrize("glyphs", [GlyphSet.ASCII, GlyphSet.HALF])
async def test_without_quadrants_the_question_is_plain_text(glyphs):
    async with game((80, 24), place=places.Lesson(built_in_lesson()), glyphs=glyphs) as g:
        assert "You have never seen it." in g.text()
        await g.press("space", "8", "space", "space")
        assert ("D O G" in g.text()) == (glyphs is GlyphSet.ASCII)


async def test_leaving_asks_and_any_other_key_goes_on():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("escape")
        assert "q once more" in g.row_of("keys")
        await g.press("space")
        assert (g.app._exit, g.screen.talk.step) == (False, Step.MOVE)
        await g.press("q", "q")
        assert g.app._exit


async def test_leaving_from_the_help_page_asks_as_well():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("question_mark", "q")
        assert (g.app._exit, "q once more" in g.row_of("keys")) == (False, True)
        await g.press("q")
        assert g.app._exit


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_footer_names_only_keys_that_do_something(language):
    async with game((80, 24), place=places.Lesson(built_in_lesson()), language=language) as g:
        _ = g.app.look.words
        assert "a b c" in g.row_of("keys")
        await g.press("space")
        assert "a b c" not in g.row_of("keys")
        await g.press("8", "space", "space")
        assert (g.screen.talk.is_at_end, _("again") in g.row_of("keys")) == (True, True)
        assert _("space") not in g.row_of("keys")


async def test_blank_hides_everything_and_a_press_brings_it_back():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("full_stop")
        assert g.text().strip() == ""
        await g.press("space")
        assert "1/8" in g.text()


async def test_at_a_stand_any_key_gives_the_lesson_to_whoever_pressed():
    async with game((80, 24), place=places.Lesson(built_in_lesson(), goes_on=True)) as g:
        for _ in range(200):
            g.clock.advance(0.2)
            g.screen.clockwork.tick()
        assert g.screen.talk.index > 0
        await g.press("space")
        assert (g.screen.talk.index, g.screen.talk.goes_on) == (0, False)


async def test_random_clicker_keys_never_leave_by_accident():
    rng = np.random.default_rng(3)
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        for _ in range(100):
            keys = [key for key in CLICKER if not (g.screen.asking.question and key == "escape")]
            await g.press(str(rng.choice(keys)))
            assert not g.app._exit


async def test_wait_opens_the_lab_on_the_very_state_and_comes_back():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("space", "4", "space")
        lesson, talk = g.screen, g.screen.talk
        g.clock.advance(0.2)
        g.screen.clockwork.tick()
        shown, moment = talk.session, talk.session.player.moment
        await g.press("w")
        lab = g.screen
        assert isinstance(lab, LabScreen)
        assert (lab.session.epoch, lab.session.player.moment) == (shown.epoch, moment)
        assert np.array_equal(lab.session.rebuild.before.params, shown.rebuild.before.params)
        await g.press("n", "n", "plus", "R", "escape")
        assert (g.screen, talk.session, talk.session.player.moment) == (lesson, shown, moment)
        assert talk.session.settings == talk.stop.scene.settings
        await g.press("w", "q")
        assert (g.screen, g.app._exit) == (lesson, False)


async def test_there_is_no_lab_of_words_to_wait_in():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("space", "7")
        assert "wait" not in g.row_of("keys")
        screen = g.screen
        await g.press("w")
        assert g.screen is screen


async def test_a_timer_shows_only_when_the_speaker_wants_it():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        g.clock.advance(61.5)
        await g.press("x")
        assert "1:01" not in g.row_of("keys")
        await g.press("T")
        assert g.row_of("keys").rstrip().endswith("1:01")
        g.clock.advance(600)
        await g.press("q")
        assert "q once more" in g.row_of("keys")
        assert g.row_of("keys").rstrip().endswith("11:01")
        await g.press("r")
        assert g.row_of("keys").rstrip().endswith("0:00")
        await g.press("T")
        assert ":" not in g.row_of("keys")
