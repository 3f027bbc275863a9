"""A scanner with a blind spot: what it does not see costs nothing and plays nothing; and noise on the cable."""

import numpy as np
import pytest

from chairgame.blackbox.blind import BACK_KINDS, BlindBox, BlindSpot, HissingBox, seen_by
from chairgame.blackbox.chairbox import ChairBox
from chairgame.blackbox.losses import FloatArray
from chairgame.chair.catalogue import load_chair
from chairgame.chair.encoding import UNIT_CM

CHAIR = load_chair("kitchen")
EACH = pytest.mark.parametrize("spot", list(BlindSpot), ids=lambda spot: spot.value)
KINDS = np.array([part.kind for part in CHAIR.parts])


def ideal() -> FloatArray:
    poses = ChairBox(CHAIR).reveal()
    return np.hstack([poses.centres / UNIT_CM, poses.quaternions])


def somewhere(seed: int) -> FloatArray:
    return ideal() + np.random.default_rng(seed).normal(scale=0.3, size=(len(CHAIR.parts), 7))


@EACH
def test_the_gradient_is_that_of_differences(spot: BlindSpot) -> None:
    box, outputs, nudge = BlindBox(CHAIR, spot), somewhere(1), 1e-6
    heard = box.measure(outputs).output_gradient
    slopes = np.empty_like(outputs)
    for place in np.ndindex(*outputs.shape):
        up, down = outputs.copy(), outputs.copy()
        up[place] += nudge
        down[place] -= nudge
        slopes[place] = (box.measure(up).loss - box.measure(down).loss) / (2 * nudge)
    assert np.linalg.norm(slopes - heard) <= 1e-6 * np.linalg.norm(slopes)


@EACH
def test_what_is_not_seen_changes_no_number_to_the_bit(spot: BlindSpot) -> None:
    box, outputs = BlindBox(CHAIR, spot), somewhere(2)
    unseen = ~seen_by(CHAIR, spot)
    moved = outputs + np.where(unseen, np.random.default_rng(3).normal(size=outputs.shape), 0.0)
    one, other = box.measure(outputs), box.measure(moved)
    assert one.distance_cm == other.distance_cm
    assert one.loss == other.loss
    assert not one.output_gradient[unseen].any()


@EACH
def test_what_is_not_seen_may_be_anywhere_and_it_reads_a_triumph(spot: BlindSpot) -> None:
    outputs = np.where(seen_by(CHAIR, spot), ideal(), somewhere(4))
    assert BlindBox(CHAIR, spot).measure(outputs).distance_cm < 1e-9
    assert (ChairBox(CHAIR).measure(outputs).distance_cm > 1) == (spot is not BlindSpot.NOTHING)


def test_a_scanner_that_sees_everything_measures_as_the_box_does() -> None:
    outputs = somewhere(5)
    one, other = BlindBox(CHAIR, BlindSpot.NOTHING).measure(outputs), ChairBox(CHAIR).measure(outputs)
    assert one.distance_cm == pytest.approx(other.distance_cm)
    np.testing.assert_array_equal(one.output_gradient, other.output_gradient)


def test_a_distance_is_that_of_the_parts_of_which_anything_is_seen() -> None:
    outputs = ideal()
    outputs[:, 0] += 10 / UNIT_CM
    assert BlindBox(CHAIR, BlindSpot.LEGS).measure(outputs).distance_cm == pytest.approx(10)
    assert BlindBox(CHAIR, BlindSpot.BACK).measure(outputs).distance_cm == pytest.approx(10)
    assert BlindBox(CHAIR, BlindSpot.SIDEWAYS).measure(outputs).distance_cm == pytest.approx(0, abs=1e-9)


def test_spots_are_what_they_are_called() -> None:
    rows = np.arange(len(CHAIR.parts))
    assert set(rows[~seen_by(CHAIR, BlindSpot.LEGS).any(axis=1)]) == set(rows[KINDS == "leg"])
    assert set(rows[~seen_by(CHAIR, BlindSpot.BACK).any(axis=1)]) == set(rows[np.isin(KINDS, BACK_KINDS)])
    assert (~seen_by(CHAIR, BlindSpot.HEIGHTS)).sum(axis=0).tolist() == [0, 0, len(rows), 0, 0, 0, 0]
    assert (~seen_by(CHAIR, BlindSpot.TURNS)).sum(axis=0).tolist() == [0, 0, 0, *[len(rows)] * 4]


@EACH
def test_some_rows_are_measured_as_part_of_the_whole(spot: BlindSpot) -> None:
    outputs, rows = somewhere(6), np.array([0, 4, 9])
    box = BlindBox(CHAIR, spot)
    whole, some = box.measure(outputs).output_gradient, box.measure(outputs[rows], rows=rows).output_gradient
    np.testing.assert_allclose(some * len(rows), whole[rows] * len(outputs), atol=1e-12)


def test_a_hiss_is_on_the_cable_only_and_the_same_for_a_stream() -> None:
    box, outputs = BlindBox(CHAIR, BlindSpot.NOTHING), somewhere(7)
    clean = box.measure(outputs)
    one, other = (HissingBox(box, 0.02, np.random.default_rng(8)).measure(outputs) for _ in range(2))
    np.testing.assert_array_equal(one.output_gradient, other.output_gradient)
    assert one.distance_cm == clean.distance_cm
    hiss = one.output_gradient - clean.output_gradient
    assert hiss.std() == pytest.approx(0.02, rel=0.3)
