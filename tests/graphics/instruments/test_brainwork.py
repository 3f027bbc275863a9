"""Names and places of weights agree with the network itself: what stands at a place is that wire's weight."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.instruments.brainwork import (
    OUTPUT_NAMES,
    WeightPlace,
    incoming_wires,
    layer_arrays,
    moved,
    neuron_name,
    outgoing_wires,
    parameter_index,
    source_name,
)
from chairgame.neural.mlp import Architecture, forward
from tests.game.commands import learned

LABELS = ("A1", "A2", "seat")
BUILDS = st.lists(st.integers(1, 5), min_size=1, max_size=3).map(lambda hidden: Architecture((6, *hidden, 7), "tanh"))


@st.composite
def places(draw: st.DrawFn) -> tuple[Architecture, WeightPlace]:
    architecture = draw(BUILDS)
    layer = draw(st.integers(0, len(architecture.units) - 2))
    row = draw(st.integers(0, architecture.units[layer]))
    return architecture, WeightPlace(layer, row, draw(st.integers(0, architecture.units[layer + 1] - 1)))


@given(places())
def test_the_index_of_a_place_leads_to_its_weight(given_place: tuple[Architecture, WeightPlace]) -> None:
    architecture, place = given_place
    params = np.arange(architecture.parameter_count, dtype=float)
    arrays = layer_arrays(architecture, params)
    assert arrays[place.layer][place.row, place.column] == parameter_index(architecture, place)
    assert sum(array.size for array in arrays) == architecture.parameter_count


@given(places())
def test_a_weight_reaches_the_neuron_that_its_column_names(given_place: tuple[Architecture, WeightPlace]) -> None:
    """In a linear network, turning one first-layer weight moves exactly its column's activation."""
    architecture, place = given_place
    if place.layer:
        return
    inputs, params = np.ones((1, 6)), np.zeros(architecture.parameter_count)
    before = forward(architecture, params, inputs).activations[1]
    params[parameter_index(architecture, place)] = 0.5
    after = forward(architecture, params, inputs).activations[1]
    assert np.flatnonzero(after != before).tolist() == [place.column]


@given(places(), st.lists(st.sampled_from([(0, 1), (0, -1), (1, 0), (-1, 0)]), max_size=60))
def test_walking_never_leaves_the_network(
    given_place: tuple[Architecture, WeightPlace], steps: list[tuple[int, int]]
) -> None:
    architecture, place = given_place
    for rows, columns in steps:
        place = moved(architecture, place, rows, columns)
        assert 0 <= parameter_index(architecture, place) < architecture.parameter_count
        assert 0 <= place.column < architecture.units[place.layer + 1]
        assert 0 <= place.row <= architecture.units[place.layer]


def test_sideways_a_walk_goes_through_every_layer_and_back() -> None:
    architecture = Architecture((6, 2, 3, 7), "tanh")
    place, seen = WeightPlace(0, 0, 0), []
    for _ in range(15):
        seen.append((place.layer, place.column))
        place = moved(architecture, place, 0, 1)
    assert seen[:12] == [(layer, column) for layer, units in enumerate((2, 3, 7)) for column in range(units)]
    assert seen[12:] == [(2, 6)] * 3
    for _ in range(15):
        place = moved(architecture, place, 0, -1)
    assert (place.layer, place.column) == (0, 0)


@pytest.mark.parametrize(
    ("layer", "index", "name"),
    [(0, 0, "A1"), (0, 2, "seat"), (0, 3, "w"), (0, 5, "h"), (1, 0, "1·1"), (2, 4, "2·5"), (3, 0, "x"), (3, 6, "qz")],
)
def test_neurons_are_called_by_what_they_stand_for(layer: int, index: int, name: str) -> None:
    assert neuron_name(Architecture((6, 4, 5, 7), "tanh"), LABELS, layer, index) == name


def test_the_last_row_is_the_bias() -> None:
    architecture = Architecture((6, 4, 7), "tanh")
    assert source_name(architecture, LABELS, WeightPlace(0, 6, 0), "bias") == "bias"
    assert source_name(architecture, LABELS, WeightPlace(0, 5, 0), "bias") == "h"
    assert source_name(architecture, LABELS, WeightPlace(1, 3, 0), "bias") == "1·4"


def test_wires_are_the_strongest_first_with_their_real_weights() -> None:
    session = learned(5)
    architecture, rebuild = session.history.trainer.architecture, session.rebuild
    first, last = layer_arrays(architecture, rebuild.before.params)
    incoming = incoming_wires(architecture, LABELS, rebuild, 0, 2, 4)
    assert [abs(weight) for _, weight, _ in incoming] == sorted(np.abs(first[:-1, 2]), reverse=True)[:4]
    outgoing = outgoing_wires(architecture, LABELS, rebuild, 0, 2, 99)
    assert {name: weight for name, weight, _ in outgoing} == dict(zip(OUTPUT_NAMES, last[2].tolist(), strict=True))
    assert outgoing_wires(architecture, LABELS, rebuild, 1, 2, 99) == []
    means = rebuild.activations[1].mean(axis=0)
    for name, _, activation in incoming_wires(architecture, LABELS, rebuild, 1, 0, 99):
        assert activation == pytest.approx(means[int(name.split("·")[1]) - 1])
