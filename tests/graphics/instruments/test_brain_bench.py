"""The first bench as a picture: of any size, in any look, at any moment, and it tells what the bench knows."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.game.words.brain import BrainBench
from chairgame.game.words.shelf import new_run
from chairgame.graphics.cells.signs import width_of
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.brain_bench import BenchPicture
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from chairgame.training.first_reading import first_reading, first_settings

EN = Catalogue("en")


def bench(text: str, epochs: int = 6) -> BrainBench:
    reading = first_reading(text)
    made = BrainBench(new_run(reading, first_settings(reading)))
    for _ in range(epochs):
        made.next_epoch()
    return made


SHORT = bench("Ala ma kota a kot ma Alę")
PROSE = " ".join(np.random.default_rng(0).choice(["Ala", "ma", "kota", "a", "kot", "pies", ",", "."], 240))
LONG = bench(PROSE, 20)  # in no order: what was never read is doubted more and more


def drawn(shown: BrainBench, height: int, width: int, glyphs: GlyphSet = GlyphSet.BLOCKS, **more: object) -> list[str]:
    return BenchPicture(shown, theme_for(ColourDepth.TRUECOLOR), glyphs, EN, **more).drawn(height, width).lines()


@settings(max_examples=60, deadline=None)
@given(height=st.integers(1, 60), width=st.integers(1, 160), wires=st.booleans(), long=st.booleans())
def test_it_fits_any_size(height: int, width: int, wires: bool, long: bool) -> None:
    lines = drawn(LONG if long else SHORT, height, width, shows_wires=wires)
    assert len(lines) == height
    assert all(width_of(line) == width for line in lines)


def test_it_tells_loss_by_heart_unread_and_certain() -> None:
    text = "\n".join(drawn(SHORT, 20, 80))
    assert "by heart 6 of 6" in text
    assert "unread –" in text
    assert "certain 100 %" in text
    assert "epoch 6" in text
    assert "it was ma" in text
    text = "\n".join(drawn(LONG, 20, 80))
    assert f"unread {round(100 * LONG.row.beside[0])} %" in text
    assert "▾" in text  # where the unread was doubted least


def test_in_ascii_it_is_ascii() -> None:
    assert all(line.isascii() for line in drawn(bench("łódź ma kota"), 20, 80, GlyphSet.ASCII))


def test_what_lifts_a_word_adds_up_to_its_answer() -> None:
    text = "\n".join(drawn(SHORT, 40, 120, shows_wires=True))
    assert "what lifts ma" in text
    assert "= " in text


@pytest.mark.parametrize("temperature", ["a parrot", "a storyteller", "a drunkard"])
def test_temperatures_have_names(temperature: str) -> None:
    shown = bench("Ala ma kota", 0)
    shown.speaker.change_temperature({"a parrot": -1, "a storyteller": 2, "a drunkard": 9}[temperature])
    assert temperature in "\n".join(drawn(shown, 20, 80))
