import numpy as np
import pytest

from chairgame.graphics.cells.cells import DIM, REVERSE
from chairgame.graphics.cells.emphasis import blend, chosen, depth_of, quiet, signed
from chairgame.graphics.cells.theme import theme_for
from chairgame.terminal.depth import ColourDepth
from tests.graphics.soundness import MONO, TRUE


@pytest.mark.parametrize("depth", ColourDepth)
def test_a_theme_tells_its_depth(depth: ColourDepth) -> None:
    assert depth_of(theme_for(depth)) is depth


def test_attributes_step_in_where_colours_are_missing() -> None:
    assert (quiet(TRUE), chosen(TRUE)) == (0, 0)
    assert (quiet(MONO), chosen(MONO)) == (DIM, REVERSE)


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
