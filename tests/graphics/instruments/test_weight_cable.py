"""The cable view of a weight: the parts' shares add up to its slope, its ways out are the network's strongest."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.game.session.model import GameSession
from chairgame.graphics.instruments.brainwork import OUTPUT_NAMES, WeightPlace, layer_arrays, parameter_index
from chairgame.graphics.instruments.weight_cable import CableText, fine_number, weight_cable
from chairgame.graphics.instruments.weight_case import WeightCase, routes_to_outputs, weight_case
from chairgame.neural.mlp import Architecture
from chairgame.terminal.depth import ColourDepth
from tests.game.commands import learned
from tests.graphics.soundness import HALF, TRUE, Terminal, assert_sound, heights, picture, terminals, widths

TEXT = CableText("part", "came in", "signal", "share", "all parts: the slope", "adam turns it", "From here:")
SESSION = learned(3, hidden=(5, 4))
ARCHITECTURE = SESSION.history.trainer.architecture
PLACES = [
    WeightPlace(layer, row, column)
    for layer, (fan_in, fan_out) in enumerate(zip(ARCHITECTURE.units, ARCHITECTURE.units[1:], strict=False))
    for row in range(fan_in + 1)
    for column in range(fan_out)
]


def _case(place: WeightPlace, session: GameSession = SESSION) -> WeightCase:
    architecture = session.history.trainer.architecture
    return weight_case(architecture, session.chair.labels, session.rebuild, place, "bias")


@pytest.mark.parametrize("batch", [None, 1])
def test_the_shares_of_the_parts_add_up_to_the_slope_of_every_weight(batch: int | None) -> None:
    session = learned(3, hidden=(5, 4), batch=batch)
    for place in PLACES:
        case = _case(place, session)
        assert np.isclose(case.shares.sum(), case.gradient, rtol=1e-9, atol=1e-12)
        assert case.gradient == session.rebuild.gradient[parameter_index(ARCHITECTURE, place)]


def test_the_step_is_the_one_that_the_optimizer_takes() -> None:
    after = SESSION.rebuild.after
    assert after is not None
    for place in PLACES:
        index = parameter_index(ARCHITECTURE, place)
        case = _case(place)
        assert (case.before, case.after) == (SESSION.rebuild.before.params[index], after.params[index])


@given(st.integers(0, 99), st.integers(1, 2))
@settings(max_examples=30)
def test_the_strongest_ways_are_the_strongest_of_all_ways(seed: int, layer: int) -> None:
    architecture = Architecture((4, 3, 4, 7), "tanh")
    params = np.random.default_rng(seed).normal(size=architecture.parameter_count)
    arrays = [array[:-1] for array in layer_arrays(architecture, params)][layer:]
    routes = routes_to_outputs(architecture, params, ("A",), layer, 1)
    assert sorted(route.names[-1] for route in routes) == sorted(OUTPUT_NAMES)
    strengths = [abs(route.strength) for route in routes]
    assert strengths == sorted(strengths, reverse=True)
    for route in routes:
        output = OUTPUT_NAMES.index(route.names[-1])
        inner = [range(units) for units in architecture.units[layer + 1 : -1]]
        ways = [(1, *between, output) for between in product(*inner)]
        best = max(abs(np.prod([a[i, j] for a, i, j in zip(arrays, way, way[1:], strict=False)])) for way in ways)
        assert np.isclose(abs(route.strength), best)


def test_an_output_leads_nowhere_further() -> None:
    assert _case(WeightPlace(len(ARCHITECTURE.units) - 2, 0, 0)).routes == ()


def test_a_burned_out_brain_has_no_step() -> None:
    session = learned(0, optimizer="sgd", learning_rate=1e6)
    while not session.rebuild.burned_out:
        session.next_epoch()
    case = _case(WeightPlace(0, 0, 0), session)
    assert case.after is None
    cells = weight_cable(20, 80, case, session.chair.labels, TEXT, TRUE, HALF)
    assert_sound(cells, 20, 80, Terminal(ColourDepth.TRUECOLOR, HALF))


def test_what_adds_most_comes_first() -> None:
    case = _case(WeightPlace(1, 0, 0))
    rows = picture(weight_cable(16, 70, case, SESSION.chair.labels, TEXT, TRUE, HALF)).splitlines()
    shares = np.abs(case.shares)
    order = [SESSION.chair.labels[part] for part in np.argsort(-shares, kind="stable")]
    assert [row.split()[0] for row in rows[1:4]] == order
    assert rows[4].startswith(" all parts: the slope")
    assert fine_number(case.gradient, HALF) in rows[4]
    assert rows[8].split()[0] == case.target


@given(heights, widths, terminals, st.sampled_from(PLACES))
@settings(max_examples=60)
def test_the_view_is_sound_at_every_size(height: int, width: int, terminal: Terminal, place: WeightPlace) -> None:
    case = _case(place)
    cells = weight_cable(height, width, case, SESSION.chair.labels, TEXT, terminal.theme, terminal.glyphs)
    assert_sound(cells, height, width, terminal)


def test_small_numbers_are_written_short() -> None:
    values = (0.0, 0.00421, -0.000042, 12.5, -1234.5, float("nan"))
    assert [fine_number(value, HALF) for value in values] == ["0", "+0.00421", "−0.00004", "+12.50", "−1234", "?"]
