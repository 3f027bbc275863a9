import numpy as np
import pytest

from chairgame.graphics.cells.cells import BOLD, DIM, REVERSE
from chairgame.graphics.cells.emphasis import blend, chosen, depth_of, faded, quiet, signed
from chairgame.graphics.cells.theme import theme_for
from chairgame.terminal.depth import ColourDepth
from tests.graphics.soundness import MONO, TRUE


@pytest.mark.parametrize("depth", ColourDepth)
def test_a_theme_tells_its_depth(depth: ColourDepth) -> None:
    assert depth_of(theme_for(depth)) is depth


def test_attributes_step_in_where_colours_are_missing() -> None:
    assert (quiet(TRUE), chosen(TRUE)) == (0, 0)
    assert (quiet(MONO), chosen(MONO)) == (DIM, REVERSE)


@pytest.mark.parametrize("depth", ColourDepth)
def test_a_word_comes_out_of_the_dark_in_as_many_steps_as_there_are_colours(depth: ColourDepth) -> None:
    theme = theme_for(depth)
    ways = [faded(theme, share) for share in np.linspace(0, 1, 11)]
    assert ways[-1] == (theme.focus, theme.panel, BOLD)
    assert len(set(ways)) == (11 if depth is ColourDepth.TRUECOLOR else 2)


def test_blending_goes_by_channel() -> None:
    start = np.array([0x000000, 0xFF8000, 0x102030], np.int32)
    mixed = blend(start, 0x00FF40, np.array([0.5, 0.0, 1.0]))
    assert [f"{colour:06x}" for colour in mixed] == ["008020", "ff8000", "00ff40"]


def test_a_sign_has_its_colour() -> None:
    assert [signed(TRUE, value) for value in (2, -2, 0, float("nan"))] == [
        TRUE.positive,
        TRUE.negative,
        TRUE.dim,
        TRUE.dim,
    ]
