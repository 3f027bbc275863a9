"""The box of chains: beads lie where bends put them, only those let out count, and the signal is the slope."""

from math import cos, sin

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.blackbox.chain_box import ChainBox, beads_of
from chairgame.blackbox.chains import BEADS, HEARD, LETTERS, RULES, Chains, rule_by_chance

H = 1e-6
SEEDS = st.integers(0, 2**32)


def walked(bends: list[float]) -> list[list[float]]:
    """Bead after bead."""
    x = y = direction = 0.0
    places = []
    for bend in bends:
        direction += bend
        x, y = x + cos(direction), y + sin(direction)
        places.append([x, y])
    return places


@given(st.lists(st.floats(-3, 3), min_size=1, max_size=BEADS))
def test_each_bead_is_a_length_from_the_one_before_it(bends: list[float]) -> None:
    assert np.allclose(beads_of(np.array([bends]))[0], walked(bends))


@given(seed=SEEDS, count=st.integers(1, 4), let_out=st.integers(1, BEADS))
def test_the_signal_of_every_bend_is_the_slope(seed: int, count: int, let_out: int) -> None:
    rng = np.random.default_rng(seed)
    box = ChainBox(beads_of(rng.uniform(-1.3, 1.3, (count, BEADS))), let_out)
    bends = rng.uniform(-1.3, 1.3, (count * BEADS, 1))
    found = box.measure(bends).output_gradient
    steps = H * np.eye(len(bends))[:, :, None]
    wanted = np.array([(box.measure(bends + s).loss - box.measure(bends - s).loss) / (2 * H) for s in steps])
    assert np.linalg.norm(found[:, 0] - wanted) <= 1e-6 * max(1e-3, float(np.linalg.norm(wanted)))


@given(seed=SEEDS, let_out=st.integers(1, BEADS - 1))
def test_beads_that_are_not_let_out_do_not_count(seed: int, let_out: int) -> None:
    rng = np.random.default_rng(seed)
    box = ChainBox(beads_of(rng.uniform(-1, 1, (1, BEADS))), let_out)
    bends = rng.uniform(-1, 1, (BEADS, 1))
    others = bends.copy()
    others[let_out:] = rng.uniform(-1, 1, (BEADS - let_out, 1))
    assert box.measure(bends).loss == pytest.approx(box.measure(others).loss)
    assert not box.measure(bends).output_gradient[let_out:].any()


def test_a_chain_as_it_should_lie_is_no_way_off_and_a_straight_one_is_as_far_as_it_looks() -> None:
    bends = np.full((1, 3), np.pi / 2)
    box = ChainBox(beads_of(bends))
    assert box.measure(bends.reshape(-1, 1)).score == pytest.approx(0, abs=1e-12)
    straight = box.measure(np.zeros((3, 1)))
    assert straight.score == pytest.approx(np.sqrt(((1 - 0) ** 2 + 1 + (2 + 1) ** 2 + 1 + (3 + 1) ** 2 + 0) / 3))
    assert box.reusing() is box


def test_some_rows_of_a_chain_cannot_be_measured() -> None:
    with pytest.raises(ValueError, match="as a whole"):
        ChainBox(np.zeros((1, BEADS, 2))).measure(np.zeros((3, 1)), rows=np.array([0, 1, 2]))


@given(SEEDS)
def test_a_rule_is_read_off_a_letter_and_its_neighbours(seed: int) -> None:
    rng = np.random.default_rng(seed)
    chains, rule = Chains.drawn(3, rng), rule_by_chance(rng)
    heard = chains.inputs()
    assert heard.shape == (3 * BEADS, HEARD)
    assert (heard.sum(axis=1) == 3).all()
    for number, letters in enumerate(chains.letters):
        triples = [letters[place : place + 3] for place in range(BEADS)]
        bends = [rule[9 * a + 3 * b + c] for a, b, c in triples]
        assert np.allclose(chains.folded(rule)[number], walked(bends))
        for place, triple in enumerate(triples):
            assert heard[number * BEADS + place].reshape(3, LETTERS).argmax(axis=1).tolist() == triple.tolist()
    assert len(rule) == RULES
