"""A small language is understood, and the bench tells of how much of it."""

import pytest

from chairgame.game.words.desk import Desk, Wishes
from chairgame.game.words.samples import SAMPLES, agreement, grammar_of
from chairgame.game.words.understanding import right_forms
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.brain_bench import BenchPicture
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES, Catalogue

BOUGHT = next(index for index, sample in enumerate(SAMPLES) if sample.language is not None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_never_read_is_said_right(language: str) -> None:
    desk = Desk.with_sample(BOUGHT, Catalogue(language), Wishes())
    bench, spoken = desk.brain(), desk.language
    assert spoken is not None
    assert spoken.text == desk.source.content
    right, asked = right_forms(spoken, bench.history, bench.state)
    assert asked == 16
    assert right <= 12  # a newborn brain guesses
    for _ in range(20):
        bench.next_epoch()
    assert right_forms(spoken, bench.history, bench.state)[0] >= 14
    picture = BenchPicture(bench, theme_for(ColourDepth.NONE), GlyphSet.BLOCKS, Catalogue("en"), language=spoken)
    lines = picture.drawn(20, 80).lines()
    assert any("grammar 1" in line for line in lines)


def test_another_text_has_no_language() -> None:
    desk = Desk.with_sample(BOUGHT, Catalogue("en"), Wishes())
    desk.take_next_sample(Catalogue("en"))
    assert desk.language is None


def test_a_text_that_lacks_its_words_has_nothing_to_ask() -> None:
    desk = Desk.with_sample(0, Catalogue("en"), Wishes())
    bench = desk.brain()
    assert right_forms(agreement(grammar_of("en")), bench.history, bench.state) == (0, 0)
