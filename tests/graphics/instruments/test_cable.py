"""The circuit shows what the walk has reached and nothing else; what a line of arithmetic says is exactly true."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.game.story.cable_words import signed_whole
from chairgame.game.story.small_brain import WALK, WIRES, SmallBrain, Step, lit_wires
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.arithmetic import BLANK, reason_of, sum_of
from chairgame.graphics.instruments.cable import LEAST_HEIGHT, LEAST_WIDTH, LIST_ROWS, CableView, brain_circuit
from chairgame.graphics.instruments.cord import TALLEST_CM, Hanging, cord_slice
from chairgame.graphics.instruments.crew_board import CrewColumn, crew_board
from chairgame.graphics.instruments.middle_board import middle_board
from chairgame.graphics.instruments.slope_board import slope_board
from chairgame.graphics.instruments.verdict import verdict_bars
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES, Catalogue
from tests.graphics.soundness import ASCII, HALF, TRUE, Terminal, assert_sound, heights, picture, terminals, widths

BRAIN = SmallBrain.of((2, 3), (-1, 1, 2, -1, 1, -1, 2, 1, -3), 5)
VIEW = CableView(BRAIN, len(WALK), inputs=("length", "width"), silent="silent", chosen=1)
WORDS = Catalogue("en")
wholes = st.integers(-3, 3)
brains = st.builds(SmallBrain.of, st.tuples(*[st.integers(1, 3)] * 2), st.tuples(*[wholes] * 9), st.integers(1, 12))
steps = st.integers(0, len(WALK))
SIZES = st.sampled_from([(LEAST_HEIGHT, LEAST_WIDTH), (31, 60), (LIST_ROWS, 36)])


def test_the_circuit_with_every_number() -> None:
    assert picture(brain_circuit(LEAST_HEIGHT, LEAST_WIDTH, VIEW, TRUE, HALF)) == (
        "                 ╭─ 1 ──╮\n"
        "length ├╌╌ A −1 ╌│  1   │\n"
        "2 ─────│   ◂−16  │      │─ G +2 ┐\n"
        "       │├╌[B +1]╌│ ◂−8  │  ◂−4  │\n"
        "       ││  ◂−24  ╰──────╯       │\n"
        "       ││        ╭─ 2 ──╮       │╭───╮\n"
        "       ├── C +2 ─│  1   │       └│ 3 │\n"
        "       ││  ◂−8   │      │╌ H +1 ╌│−2 │\n"
        "       │├╌ D −1 ╌│ ◂−4  │  ◂−4  ┏│◂−4│\n"
        "       ││  ◂−12  ╰──────╯       ┃╰───╯\n"
        "       ││        ╭─ 3 ──╮       ┃\n"
        "width  ├╌╌ E +1 ╌│  0   │       ┃\n"
        "3 ──────│  ◂0    │silent│━ I −3 ┛\n"
        "        ├╌ F −1 ╌│ ◂0   │  ◂0\n"
        "           ◂0    ╰──────╯"
    )


@given(heights, widths, terminals, brains, steps, st.none() | st.integers(0, 8), st.none() | st.integers(0, 8))
def test_the_circuit_is_sound_at_every_size(
    height: int, width: int, terminal: Terminal, brain: SmallBrain, known: int, chosen: int | None, guilty: int | None
) -> None:
    asks = known < len(WALK) and chosen is None
    view = CableView(brain, known, asks, chosen, guilty, ("długość", "szerok."), "milczy")
    assert_sound(brain_circuit(height, width, view, terminal.theme, terminal.glyphs), height, width, terminal)


@given(brains, steps, SIZES)
def test_what_runs_back_appears_with_its_step(brain: SmallBrain, known: int, size: tuple[int, int]) -> None:
    view = replace(VIEW, brain=brain, known=known, chosen=None)
    text = picture(brain_circuit(*size, view, TRUE, HALF))
    back = sum(step.kind in ("gradient", "signal", "output_signal") for step in WALK[:known])
    assert len(re.findall(r"◂−?\d", text)) == back


@given(brains, st.integers(0, len(WALK) - 1), SIZES)
def test_the_blank_stands_where_the_number_will_be(brain: SmallBrain, known: int, size: tuple[int, int]) -> None:
    view = replace(VIEW, brain=brain, known=known, is_asking=True, chosen=None)
    asked = brain_circuit(*size, view, TRUE, HALF)
    given_ = brain_circuit(*size, replace(view, known=known + 1, is_asking=False), TRUE, HALF)
    places = [place for place, line in enumerate(asked.lines()) if BLANK in line]
    assert len(places) == 1
    assert picture(asked).count(BLANK) == 1
    column = asked.lines()[places[0]].index(BLANK)
    assert given_.lines()[places[0]][column] not in f"{BLANK}· "


@pytest.mark.parametrize("size", [(15, 38), (31, 60), (LIST_ROWS, 36)])
def test_every_wire_and_input_is_named(size: tuple[int, int]) -> None:
    text = picture(brain_circuit(*size, VIEW, TRUE, HALF))
    for wire, weight in zip(WIRES, BRAIN.weights, strict=True):
        assert f"{wire} {signed_whole(weight)}" in text
    assert "length" in text
    assert "[B +1]" in text


@pytest.mark.parametrize("glyphs", [HALF, ASCII])
def test_one_path_is_lit_and_colour_does_not_say_it_alone(glyphs: GlyphSet) -> None:
    stroke = "#" if glyphs is ASCII else "═"
    for known, step in enumerate(WALK):
        view = replace(VIEW, known=known, is_asking=True, chosen=None)
        lines = brain_circuit(15, 38, view, TRUE, glyphs).lines()
        lit = [wire for wire in range(9) if any(_is_on(line, wire, stroke) for line in lines)]
        assert tuple(lit) == lit_wires(step)


def _is_on(line: str, wire: int, stroke: str) -> bool:
    place = line.find(f"{WIRES[wire]} ")
    return place >= 0 and stroke in line[max(0, place - 3) : place + 6]


# Arithmetic


@given(brains, st.sampled_from(WALK))
def test_every_line_of_arithmetic_multiplies_out(brain: SmallBrain, step: Step) -> None:
    left, right = sum_of(brain, step, HALF, WORDS).replace("−", "-").replace("×", "*").split(" = ")
    shown = int(re.findall(r"-?\d+", right)[0 if step.kind != "neuron" or "→" not in right else -1])
    assert shown == brain.number(step)
    if not (step.kind in ("neuron", "signal") and brain.is_silent(step.index)):
        assert eval(left, {}) == shown  # its own digits, times and plus
    elif step.kind == "neuron":
        assert eval(left, {}) <= 0 == shown


@given(brains, st.sampled_from(WALK))
def test_a_blank_line_tells_all_but_the_result(brain: SmallBrain, step: Step) -> None:
    whole, asked = sum_of(brain, step, HALF, WORDS), sum_of(brain, step, HALF, WORDS, is_blank=True)
    assert asked == f"{whole.split(' = ')[0]} = {BLANK}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_and_sums_fit_beside_the_stars(language: str) -> None:
    for step in WALK:
        assert len(reason_of(step, Catalogue(language))) <= 2 * 50
        assert len(sum_of(BRAIN, step, HALF, Catalogue(language))) <= 54


# The part on its cord


@given(
    heights,
    widths,
    terminals,
    st.integers(1, 3),
    st.integers(1, 3),
    st.none() | st.floats(-500, 500),
    st.floats(10, 120),
)
def test_the_slice_is_sound(
    height: int, width: int, terminal: Terminal, length: int, thickness: int, cm: float | None, wanted: float
) -> None:
    part = Hanging(length, thickness, cm, wanted)
    assert_sound(cord_slice(height, width, part, terminal.theme, terminal.glyphs), height, width, terminal)


def test_the_slice_tells_both_heights_and_what_lies_between() -> None:
    text = picture(cord_slice(15, 18, Hanging(2, 1, 90.0, 50.0), TRUE, HALF))
    assert "90 cm" in text
    assert "┘ 50" in text
    assert "40 cm" in text
    assert "cm" not in picture(cord_slice(15, 18, Hanging(2, 1, None, None), TRUE, HALF))


@given(st.floats(0, 100), st.floats(1, 20), st.sampled_from([15, 31]))
def test_what_hangs_higher_is_drawn_higher_by_its_share(cm: float, more: float, height: int) -> None:
    lower, higher = (_lower_edge(cord_slice(height, 26, Hanging(2, 1, at, None), TRUE, HALF)) for at in (cm, cm + more))
    assert higher - lower == pytest.approx(more / TALLEST_CM * (height - 2), abs=0.13)


def _lower_edge(cells: Cells) -> float:
    """Rows above the floor, from the glyph in the part's lowest row: what it fills from above, or all of it."""
    column = cells.glyph[1:-1, 2]
    rows = np.flatnonzero((column >= ord("▁")) & (column <= ord("█")))
    lowest = int(rows.max())
    is_cut = cells.background[1 + lowest, 2] == TRUE.build
    return float(len(column) - 1 - lowest + (int(column[lowest]) - ord("▁") + 1) / 8 * is_cut)


# Verdict and boards


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


@given(heights, widths, terminals, st.lists(st.floats(0, 1e9) | st.just(float("nan")), min_size=1, max_size=61))
def test_the_board_of_crews_is_sound(height: int, width: int, terminal: Terminal, distances: list[float]) -> None:
    still = Cells.blank(max(1, height - 7), max(1, width // 3 - 1))
    distances = [58.1, *distances]
    columns = [CrewColumn("a one wire", still, distances, index == 1) for index in range(3)]
    cells = crew_board(height, width, columns, 60, terminal.theme, terminal.glyphs, Catalogue("pl"))
    assert (cells.height, cells.width) == (height, width)
    assert_sound(cells, height, width, terminal)


@given(heights, widths, terminals, st.lists(st.floats(-1e3, 1e3), min_size=4, max_size=4))
def test_the_board_of_the_middle_is_sound(height: int, width: int, terminal: Terminal, cm: list[float]) -> None:
    cells = middle_board(
        height, width, cm, [40.0, 80.0, 80.0, 40.0], "a", "b", terminal.theme, terminal.glyphs, Catalogue("pl")
    )
    assert_sound(cells, height, width, terminal)


def _slopes(rows: int) -> list[np.ndarray[tuple[int, int], np.dtype[np.float64]]]:
    rng = np.random.default_rng(1)
    return [rng.normal(size=(rows, 24)), rng.normal(size=(25, 24)), rng.normal(size=(25, 7))]


def _board(height: int, width: int, terminal: Terminal, share: float, *, heard: bool) -> Cells:
    layers = _slopes(18)
    unknown = [layer.copy() for layer in layers]
    if not heard:
        unknown[0][0, 0] = np.nan
    return slope_board(
        height,
        width,
        unknown,
        layers if heard else None,
        share,
        ("1208", "1"),
        ("by nudging", "by one pass"),
        "largest difference: 0.0000001",
        terminal.theme,
        terminal.glyphs,
    )


@given(heights, widths, terminals, st.floats(0, 1), st.booleans())
def test_the_board_of_slopes_is_sound(height: int, width: int, terminal: Terminal, share: float, heard: bool) -> None:
    assert_sound(_board(height, width, terminal, share, heard=heard), height, width, terminal)


@pytest.mark.parametrize(("height", "width"), [(20, 56), (36, 86)])
def test_both_maps_lie_on_one_grid(height: int, width: int) -> None:
    cells = _board(height, width, Terminal(ColourDepth.TRUECOLOR, HALF), 1.0, heard=True)
    half, head = (height - 1) // 2, 6  # below title, figure and bar
    upper, lower = (cells.part(slice(top + head, top + half), slice(None)) for top in (0, half))
    assert (upper.glyph == ord("▄")).sum() > 100
    for one, other in ((upper.glyph, lower.glyph), (upper.background, lower.background)):
        assert np.array_equal(one, other)
