import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.instruments.wires import (
    Wire,
    activation_per_part,
    neuron_glyph,
    neuron_wires,
    signed_number,
    wire_glyph,
)
from tests.graphics.soundness import (
    ASCII,
    HALF,
    TRUE,
    Terminal,
    any_floats,
    assert_sound,
    heights,
    labels,
    picture,
    terminals,
    widths,
)

INCOMING = [("size x", 0.1, 0.2), ("leg A1", -0.83, 1.0), ("bias", 0.5, -0.5)]
OUTGOING = [("seat z", 1.2, -0.9), ("h2.3", -0.3, 0.0)]


def test_the_strongest_wires_come_first_and_meet_at_the_neuron() -> None:
    assert picture(neuron_wires(3, 60, INCOMING, OUTGOING, "h1.7", -0.72, TRUE, HALF)) == (
        "   leg A1 ● ━━━━━━ −0.83 ╮\n"
        "     bias ◇ ────── +0.50 ┼ ◆ h1.7 ┬ +1.20 ━━━━━━ ◆ seat z\n"
        "   size x ○ ╌╌╌╌╌╌ +0.10 ╯ −0.72  ╰ −0.30 ╌╌╌╌╌╌ ○ h2.3"
    )


def test_ascii_and_fewer_rows_than_wires() -> None:
    assert picture(neuron_wires(1, 60, INCOMING, OUTGOING, "h1.7", 0.9, TRUE, ASCII)) == (
        "   leg A1 @ ====== -0.83 - @ h1.7 - +1.20 ====== X seat z"
    )


def test_glyphs_of_activation_and_weight() -> None:
    values = (0.0, 0.3, 0.5, 1.0, 7.0, -0.1, -0.5, -1.0, math.nan)
    assert "".join(neuron_glyph(value, HALF) for value in values) == "○○◐●●○◇◆?"
    assert "".join(neuron_glyph(value, ASCII) for value in values) == "ooO@@oxX?"
    assert "".join(wire_glyph(share, HALF) for share in (0.0, 0.3, 0.5, 0.9, 1.0)) == "╌╌─━━"


def test_numbers_carry_their_sign_and_stay_short() -> None:
    values = (0.834, -0.2, 98.0, 1234.5, -1e-9, 1e300, math.inf)
    assert [signed_number(value, HALF) for value in values] == [
        "+0.83",
        "−0.20",
        "+98.00",
        "+1234",
        "−0.00",
        ">999 999",
        "?",
    ]
    assert signed_number(-0.2, ASCII) == "-0.20"


def test_a_wires_number_and_stroke_have_the_colour_of_its_sign() -> None:
    cells = neuron_wires(1, 40, [("a", -1.0, 1.0)], [("b", 1.0, 1.0)], "n", 0.5, TRUE, HALF)
    drawn = cells.lines()[0]
    assert cells.foreground[0, drawn.index("−1.00")] == TRUE.negative
    assert cells.foreground[0, drawn.index("+1.00")] == TRUE.positive


def test_activation_per_part_is_a_bar_either_way() -> None:
    values = np.array([1.0, -0.5, 0.0, np.nan])
    assert picture(activation_per_part(4, 18, values, ["seat", "leg", "rail", "back"], TRUE, HALF)) == (
        "seat       │━━━━━━\nleg     ━━━│\nrail       │\nback       │"
    )


def test_more_parts_than_rows_stand_in_columns() -> None:
    values = np.linspace(-1, 1, 5)
    assert picture(activation_per_part(3, 28, values, list("abcde"), TRUE, ASCII)) == (
        "a =====|      d      |==\nb    ==|      e      |=====\nc      |"
    )


wires = st.lists(st.tuples(labels, any_floats, any_floats), max_size=12)


@given(heights, widths, wires, wires, labels, any_floats, terminals)
def test_sound(
    height: int,
    width: int,
    incoming: list[Wire],
    outgoing: list[Wire],
    label: str,
    activation: float,
    terminal: Terminal,
) -> None:
    cells = neuron_wires(height, width, incoming, outgoing, label, activation, terminal.theme, terminal.glyphs)
    assert_sound(cells, height, width, terminal)


@given(heights, widths, st.lists(st.tuples(labels, any_floats), max_size=30), terminals)
def test_activations_sound(height: int, width: int, parts: list[tuple[str, float]], terminal: Terminal) -> None:
    values, names = np.array([value for _, value in parts]), [name for name, _ in parts]
    assert_sound(
        activation_per_part(height, width, values, names, terminal.theme, terminal.glyphs), height, width, terminal
    )
