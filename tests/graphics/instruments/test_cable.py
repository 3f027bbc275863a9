"""The circuit shows what the walk has reached and nothing else; what a line of arithmetic says is true."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.game.story.small_brain import FORWARD, WALK, WIRES, SmallBrain
from chairgame.graphics.instruments.arithmetic import reason_of, sum_of
from chairgame.graphics.instruments.cable import LEAST_HEIGHT, LEAST_WIDTH, CableView, brain_circuit, shown
from chairgame.graphics.instruments.slope_board import slope_board
from chairgame.graphics.instruments.verdict import verdict_bars
from chairgame.text.catalogue import LANGUAGES, Catalogue
from tests.graphics.soundness import ASCII, HALF, TRUE, Terminal, assert_sound, heights, picture, terminals, widths

BRAIN = SmallBrain((0.6, 1.0), (0.2, 0.9, -0.7, 0.2, -2.7, -1.1, -0.5, 1.6, -2.4), 1.3)
VIEW = CableView(BRAIN, len(WALK), 3, None, ("length", "width"), "height", "error")
tenths = st.integers(-9, 9).map(lambda n: n / 10)
brains = st.builds(SmallBrain, st.tuples(tenths, tenths), st.tuples(*[tenths] * 9), tenths)
steps = st.integers(0, len(WALK))


def test_the_circuit_with_every_number() -> None:
    assert picture(brain_circuit(LEAST_HEIGHT, LEAST_WIDTH, VIEW, TRUE, HALF)) == (
        "                      ╭─ 1 ─────╮\n"
        "length  ├╌╌ A +0.20 ╌╌│Σ +1.02  │\n"
        "+0.60 ◐─│   ◂ −0.085  │● +0.77  │╌ G −0.50 ╌┐\n"
        "        │ ├─ B +0.90 ─│◂ −0.142 │  ◂ +0.536 ╎  height\n"
        "        │ │  ◂ −0.142 ╰─────────╯           ╎ ╭────────╮\n"
        "        │ │           ╭─ 2 ─────╮           ╎ │Σ +1.65 │\n"
        "        ├╌╌ C −0.70 ╌╌│Σ −0.22  │           └╌│error   │\n"
        "        │ │ ◂ +0.637  │○ −0.22  │─ H +1.60 ───│  +0.35 │\n"
        "        │ ├╌[D +0.20]╌│◂ +1.061 │  ◂ −0.151 ┏━│17.4 cm │\n"
        "        │ │  ◂ +1.061 ╰─────────╯           ┃ │◂ +0.696│\n"
        "        │ │           ╭─ 3 ─────╮           ┃ ╰────────╯\n"
        "width   ├━━ E −2.70 ━━│Σ −2.72  │           ┃\n"
        "+1.00 ●───│ ◂ −0.017  │◆ −0.99  │━ I −2.40 ━┛\n"
        "          ├─ F −1.10 ─│◂ −0.029 │  ◂ −0.690\n"
        "             ◂ −0.029 ╰─────────╯"
    )


@given(heights, widths, terminals, brains, steps, st.none() | st.integers(0, 8), st.none() | st.integers(0, 8))
def test_the_circuit_is_sound_at_every_size(
    height: int, width: int, terminal: Terminal, brain: SmallBrain, step: int, chosen: int | None, guilty: int | None
) -> None:
    view = CableView(brain, step, chosen, guilty, ("długość", "szerok."), "wysokość", "błąd", ",")
    assert_sound(brain_circuit(height, width, view, terminal.theme, terminal.glyphs), height, width, terminal)


@given(brains, steps, st.sampled_from([(15, 56), (26, 86), (10, 36)]))
def test_slopes_and_signals_appear_with_their_step(brain: SmallBrain, step: int, size: tuple[int, int]) -> None:
    view = replace(VIEW, brain=brain, step=step)
    text = picture(brain_circuit(*size, view, TRUE, HALF))
    back = sum(place.kind in ("gradient", "signal", "output_signal") for place in WALK[:step])
    assert len(re.findall(r"◂ [+−]\d+\.\d{3}", text)) == back


@pytest.mark.parametrize("size", [(15, 56), (31, 86), (10, 36)])
def test_every_wire_and_input_is_named(size: tuple[int, int]) -> None:
    text = picture(brain_circuit(*size, VIEW, TRUE, HALF))
    for wire, weight in zip(WIRES, BRAIN.weights, strict=True):
        assert f"{wire} {shown(weight, 2, HALF)}" in text
    assert "length" in text
    assert "width" in text
    assert "[D +0.20]" in text


def test_the_walk_changes_one_place_at_a_time() -> None:
    """Lit is the last number alone, also where there are no colours."""
    for step in range(1, len(WALK) + 1):
        cells = brain_circuit(15, 56, replace(VIEW, step=step, chosen=None), TRUE, HALF)
        lit = cells.background == TRUE.selection
        assert lit.any(axis=1).sum() == 1, WALK[step - 1]


@given(brains, st.sampled_from(WALK))
def test_an_exact_line_of_arithmetic_is_exact_and_a_rounded_one_close(brain: SmallBrain, step: object) -> None:
    line = sum_of(brain, step, Catalogue("en"), ASCII)  # type: ignore[arg-type]
    left, sign, right = re.split(r" ([=~]) ", line)
    if "tanh" in left:
        return
    left = left.replace("^2", "**2")
    value = eval(left, {})  # its own digits, times and plus
    assert (abs(value - float(right)) < 1e-9) == (sign == "=")
    assert abs(value - float(right)) < 0.2


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_and_sums_fit_beside_the_goals(language: str) -> None:
    for index in range(len(WALK)):
        assert len(reason_of(BRAIN, WALK[index], Catalogue(language))) <= 2 * 54
        assert len(sum_of(BRAIN, WALK[index], Catalogue(language), HALF)) <= 54


def test_nothing_is_explained_before_anything_is_known() -> None:
    assert sum_of(BRAIN, None, Catalogue("en"), HALF) == ""
    assert "n" in reason_of(BRAIN, None, Catalogue("en"))
    assert "17,4" in reason_of(BRAIN, FORWARD[-1], Catalogue("pl"))


@given(heights, widths, terminals, st.floats(-20, 20), st.floats(0, 20))
def test_a_verdict_is_sound(height: int, width: int, terminal: Terminal, saved: float, most: float) -> None:
    rows = (("wire C", saved), ("the guilty one", most))
    cells = verdict_bars(width, "tried", rows, terminal.theme, terminal.glyphs)
    assert_sound(cells, 3, width, terminal)


def test_the_longer_bar_is_the_larger_number() -> None:
    title, accused, guilty = picture(
        verdict_bars(50, "tried", (("wire C", -1.0), ("guilty", 4.0)), TRUE, HALF)
    ).splitlines()
    assert title.strip() == "tried"
    assert "−1.0 cm" in accused
    assert accused.count("━") * 3 < guilty.count("━")


@given(heights, widths, terminals, st.floats(0, 1), st.booleans())
def test_the_board_of_slopes_is_sound(height: int, width: int, terminal: Terminal, share: float, heard: bool) -> None:
    layers = [BRAIN.gradients.reshape(3, 3), BRAIN.gradients.reshape(9, 1)]
    layers[0][0, 0] = float("nan")
    cells = slope_board(
        height,
        width,
        layers,
        layers if heard else None,
        share,
        ("1208", "1"),
        ("by nudging", "by one pass"),
        "largest difference: 0.0000001",
        terminal.theme,
        terminal.glyphs,
    )
    assert_sound(cells, height, width, terminal)
