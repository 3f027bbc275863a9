"""The family of chairs: drawn within its ranges, standing as a chair stands, heard by label and sizes alone."""

from dataclasses import astuple, replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from chairgame.chair.encoding import LABEL_CODE
from chairgame.chair.family import (
    LARGEST,
    PARTS,
    SMALLEST,
    USUAL,
    Measures,
    crate,
    encode_family,
    family_chair,
    most_alike,
)
from chairgame.chair.poses import ideal_poses, standing_box

SEEDS = st.integers(0, 2**32)


def drawn(seed: int) -> Measures:
    return Measures.drawn(np.random.default_rng(seed))


@given(SEEDS)
def test_a_chair_of_the_family_is_drawn_within_its_ranges_and_stands_on_the_floor(seed: int) -> None:
    measures = drawn(seed)
    for low, value, high in zip(astuple(SMALLEST), astuple(measures), astuple(LARGEST), strict=True):
        assert low <= value <= high
    chair = family_chair(measures)
    low, high = standing_box(chair)
    assert np.allclose(low, (-measures.width / 2, -measures.depth / 2, 0))
    assert np.allclose(high, (measures.width / 2, measures.depth / 2, measures.height + measures.back))
    assert len(chair.parts) == PARTS
    assert (chair.sizes > 0).all()


@given(SEEDS)
def test_its_parts_touch_where_a_chair_s_parts_do(seed: int) -> None:
    m, parts = drawn(seed), family_chair(drawn(seed)).parts
    tops = {part.label: part.at[2] + part.size[2] / 2 for part in parts}
    feet = {part.label: part.at[2] - part.size[2] / 2 for part in parts}
    assert np.isclose(tops["S"], m.height)
    assert np.allclose([tops[f"L{number}"] for number in range(1, 5)], feet["S"])
    assert np.allclose([feet["P1"], feet["P2"]], m.height)
    assert np.isclose(tops["B1"], tops["P1"])
    assert feet["B1"] > tops["B2"] > feet["B2"] > tops["B3"] > feet["B3"] > m.height


@given(SEEDS, SEEDS)
def test_a_brain_hears_label_and_sizes_and_nothing_of_places(first: int, second: int) -> None:
    chairs = [family_chair(drawn(first)), family_chair(drawn(second))]
    heard = encode_family(chairs)
    assert heard.shape == (2 * PARTS, PARTS + 3 + 3 * PARTS)
    assert np.array_equal(heard[:PARTS, :PARTS], LABEL_CODE * np.eye(PARTS))
    for number, chair in enumerate(chairs):
        mine = heard[number * PARTS : (number + 1) * PARTS]
        assert np.allclose(50 * mine[:, PARTS : PARTS + 3], chair.sizes)
        assert np.allclose(50 * mine[:, PARTS + 3 :], chair.sizes.ravel())
    assert crate(chairs).parts == chairs[0].parts + chairs[1].parts


def test_a_higher_seat_moves_all_that_hangs_on_it_and_nothing_else() -> None:
    low, high = (ideal_poses(family_chair(replace(USUAL, height=height))).centres for height in (45, 75))
    ways = high - low
    assert np.allclose(ways[:, :2], 0)
    assert np.allclose(ways[:, 2], [30, 15, 15, 15, 15, 30, 30, 30, 30, 30])


@given(SEEDS)
def test_the_most_alike_of_some_chairs_is_the_chair_itself_where_it_is_among_them(seed: int) -> None:
    known = [family_chair(drawn(seed + step)) for step in range(5)]
    assert all(most_alike(chair, known) is chair for chair in known)
    bent = family_chair(replace(drawn(seed), height=drawn(seed).height + 0.1))
    assert most_alike(bent, known) is known[0]
