"""The pile before a build: flat on the floor or on one another, near the chair, the same for the same seed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.chair.parts import Chair, Part, Shape
from chairgame.chair.pile import pile_poses
from chairgame.chair.poses import standing_box
from tests.chair.solids import lowest_points, touching

cm = st.floats(0.1, 1000)
BOX: Shape = "box"
CYLINDER: Shape = "cylinder"
boxes = st.tuples(st.just(BOX), st.tuples(cm, cm, cm))
cylinders = st.builds(lambda across, height: (CYLINDER, (across, across, height)), cm, cm)


@st.composite
def chairs(draw: st.DrawFn) -> Chair:
    solids = draw(st.lists(st.one_of(boxes, cylinders), min_size=1, max_size=12))
    places = st.tuples(*[st.floats(-1000, 1000)] * 3)
    return Chair(
        "any",
        {"en": "Any"},
        tuple(
            Part(f"P{number}", "part", shape, size, draw(places), (0.0, 0.0, 0.0), "oak")
            for number, (shape, size) in enumerate(solids)
        ),
    )


@settings(max_examples=40)
@given(chairs(), st.integers(0, 2**63 - 1))
def test_every_part_lies_on_its_largest_face_and_none_below_the_floor(chair: Chair, seed: int) -> None:
    pile = pile_poses(chair, np.random.default_rng(seed))
    lowest = lowest_points(chair, pile)
    assert np.min(lowest) == pytest.approx(0, abs=1e-6)
    np.testing.assert_allclose(pile.centres[:, 2] - lowest, np.min(chair.sizes, axis=1) / 2, rtol=1e-6)


@settings(max_examples=40)
@given(chairs(), st.integers(0, 2**63 - 1))
def test_the_pile_is_before_and_left_of_the_chair_and_not_wider_than_needed(chair: Chair, seed: int) -> None:
    pile = pile_poses(chair, np.random.default_rng(seed))
    low, high = standing_box(chair)
    radius = max(0.3 * np.max(high - low), 1.1 * np.cbrt(np.sum(np.prod(chair.sizes, axis=1))))
    x, y = np.mean(pile.centres[:, :2], axis=0) - low[:2]
    assert x <= 0.6 * radius + 1e-6
    assert y <= 1.2 * radius + 1e-6
    distances = np.linalg.norm(pile.centres[:, None, :2] - pile.centres[None, :, :2], axis=2)
    assert np.max(distances) <= 2 * radius + 1e-6


@pytest.mark.parametrize("name", chair_names(include_hidden=True))
@pytest.mark.parametrize("seed", range(3))
def test_a_pile_is_no_tower(name: str, seed: int) -> None:
    chair = load_chair(name)
    pile = pile_poses(chair, np.random.default_rng(seed))
    spread = np.max(pile.centres[:, :2], axis=0) - np.min(pile.centres[:, :2], axis=0)
    tops = pile.centres[:, 2] + np.min(chair.sizes, axis=1) / 2
    assert np.max(tops) < max(0.7 * np.max(spread), np.max(np.min(chair.sizes, axis=1)) * 3)


@pytest.mark.parametrize("name", chair_names(include_hidden=True))
def test_the_same_seed_gives_the_same_pile_and_another_another(name: str) -> None:
    chair = load_chair(name)
    first, again, other = (pile_poses(chair, np.random.default_rng(seed)) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first.centres, again.centres)
    np.testing.assert_array_equal(first.quaternions, again.quaternions)
    assert not np.allclose(first.centres, other.centres)
    assert not np.allclose(first.quaternions, other.quaternions)


@pytest.mark.parametrize("seed", range(3))
def test_the_parts_of_a_pile_do_not_run_through_one_another(seed: int) -> None:
    chair = load_chair("kitchen")
    pile = pile_poses(chair, np.random.default_rng(seed))
    through = touching(chair, pile, -0.1) & ~np.eye(len(chair.parts), dtype=bool)
    assert not np.any(through)
