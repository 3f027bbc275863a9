"""The presenter's screen by keys: a clicker gives the whole lesson, and nothing leaves by accident."""

import numpy as np
import pytest

from chairgame.game import places
from chairgame.game.lesson.files import built_in_lesson
from chairgame.game.lesson.talk import Step
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.tui.widgets.lesson import fields_of
from tests.tui.driving import game

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
                told = (stop.title, stop.text, stop.question, *stop.answers)
                for words in told:
                    assert " ".join(words.spoken(_, **fields_of(talk, g.app.look)).split()) in shown
                await g.press(key)
            shown = " ".join(" ".join(_without_floor(g)).split())
            assert " ".join(stop.reveal.spoken(_, **fields_of(talk, g.app.look)).split()) in shown
            await g.press("pagedown")
        assert talk.is_at_end


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


async def test_a_digit_jumps_and_r_begins_again():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("6", "space")
        assert g.screen.talk.index == 5
        await g.press("r")
        assert (g.screen.talk.index, g.screen.talk.step) == (0, Step.ASK)


async def test_leaving_asks_and_any_other_key_stays():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("escape", "space")
        assert g.app.return_code is None
        assert g.screen.talk.step is Step.ASK  # the key only stayed
        await g.press("q", "q")
        assert g.app._exit


async def test_blank_hides_everything_and_a_press_brings_it_back():
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        await g.press("b")
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
        for _ in range(300):
            leaving = g.screen.talk.is_leaving
            keys = [key for key in CLICKER if not (leaving and key == "escape")]
            await g.press(str(rng.choice(keys)))
            assert not g.app._exit
