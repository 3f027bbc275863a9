"""The black box against the slow scanner of reference.py, and what must count as equal."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from chairgame.blackbox.chairbox import ChairBox, ChairMeasurement
from chairgame.blackbox.losses import LOSSES
from chairgame.blackbox.symmetry import CUBE_TURNS
from chairgame.chair.parts import Chair, Part
from chairgame.chair.poses import ideal_poses, quaternion_product, rotation_matrices
from tests.blackbox import reference
from tests.blackbox.drawn import chairs, random_outputs

SEEDS = st.integers(0, 2**32)
HALF = np.sqrt(0.5)


def one_part(size: tuple[float, float, float], shape: str = "box") -> Chair:
    part = Part("A", "leg", shape, size, (3.0, -20.0, 40.0), (25.0, -40.0, 110.0), "oak")  # type: ignore[arg-type]
    return Chair("one", {"en": "One"}, (part,))


def ideal_outputs(chair: Chair) -> np.ndarray:
    poses = ideal_poses(chair)
    return np.hstack([poses.centres / 50, poses.quaternions])


def after_own_turn(chair: Chair, turn: np.ndarray) -> np.ndarray:
    """The ideal chair, each part turned by a quaternion about its own axes first."""
    outputs = ideal_outputs(chair)
    outputs[:, 3:] = quaternion_product(outputs[:, 3:], np.broadcast_to(turn, (len(outputs), 4)))
    return outputs


def figures(measurement: ChairMeasurement) -> np.ndarray:
    return np.concatenate(
        [
            [measurement.loss, measurement.distance_cm],
            measurement.part_distances_cm,
            measurement.signals_cm.ravel(),
            measurement.output_gradient[:, :3].ravel(),
        ]
    )


@pytest.mark.parametrize("loss", LOSSES)
@settings(max_examples=15)  # the slow scanner is slow
@given(chair=chairs(), seed=SEEDS)
def test_measures_what_the_slow_scanner_measures(loss, chair, seed):
    outputs = random_outputs(seed, len(chair.parts))
    measurement = ChairBox(chair).measure(outputs, loss)
    assert measurement.loss == pytest.approx(reference.loss_of(chair, outputs, loss), rel=1e-9)
    assert measurement.distance_cm == pytest.approx(reference.distance_cm(chair, outputs), rel=1e-9)
    assert measurement.part_distances_cm == pytest.approx(reference.part_distances_cm(chair, outputs), rel=1e-9)


@given(chair=chairs(), seed=SEEDS)
def test_distance_and_signals_do_not_depend_on_the_loss(chair, seed):
    outputs = random_outputs(seed, len(chair.parts))
    box = ChairBox(chair)
    squared, absolute, huber = (box.measure(outputs, loss) for loss in ("squared", "absolute", "huber"))
    assert squared.distance_cm == pytest.approx(absolute.distance_cm)
    assert absolute.distance_cm == huber.distance_cm
    assert squared.loss == pytest.approx((squared.distance_cm / 50) ** 2)
    wanted = np.array([part.at for part in chair.parts])
    assert outputs[:, :3] * 50 + squared.signals_cm == pytest.approx(wanted)


@given(chair=chairs())
def test_the_ideal_chair_is_at_no_distance_and_plays_no_signal(chair):
    for loss in ("squared", "huber"):
        measurement = ChairBox(chair).measure(ideal_outputs(chair), loss)
        assert measurement.distance_cm < 1e-9
        assert np.abs(measurement.output_gradient).max() < 1e-12


@given(chair=chairs(), seed=SEEDS, data=st.data())
def test_some_parts_measured_alone_are_measured_as_in_the_chair(chair, seed, data):
    count = len(chair.parts)
    outputs = random_outputs(seed, count)
    some = np.array(data.draw(st.permutations(range(count)))[: data.draw(st.integers(1, count))])
    whole, few = ChairBox(chair).measure(outputs), ChairBox(chair).measure(outputs[some], rows=some)
    assert few.part_distances_cm == pytest.approx(whole.part_distances_cm[some])
    assert few.output_gradient * len(some) == pytest.approx(whole.output_gradient[some] * count)
    assert few.loudness == pytest.approx(np.sqrt((few.output_gradient**2).sum(axis=1)))


@given(angle=st.floats(-np.pi, np.pi), flipped=st.booleans())
def test_a_cylinder_may_be_turned_about_its_axis_and_swapped_end_for_end(angle, flipped):
    chair = one_part((6.0, 6.0, 45.0), "cylinder")
    turn = np.array([np.cos(angle / 2), 0, 0, np.sin(angle / 2)])
    if flipped:
        turn = quaternion_product(turn, np.array([0.0, 1.0, 0.0, 0.0]))
    assert ChairBox(chair).measure(after_own_turn(chair, turn)).distance_cm < 1e-9


def test_a_cylinder_lying_across_its_place_is_noticed():
    chair = one_part((6.0, 6.0, 45.0), "cylinder")
    measured = ChairBox(chair).measure(after_own_turn(chair, np.array([HALF, HALF, 0, 0])))
    assert measured.distance_cm == pytest.approx(22.5 * np.sqrt(2))


@pytest.mark.parametrize(
    ("size", "counted"), [((30.0, 30.0, 30.0), 24), ((30.0, 30.0, 8.0), 8), ((30.0, 20.0, 8.0), 4)]
)
def test_of_a_cubes_24_turns_those_count_as_nothing_that_leave_the_box_looking_the_same(size, counted):
    chair, unnoticed = one_part(size), 0
    everything = [np.array(q, float) for q in np.ndindex(3, 3, 3, 3)]
    for turn in CUBE_TURNS:
        quaternion = next(
            q - 1
            for q in everything
            if (q != 1).any() and np.allclose(rotation_matrices((q - 1)[None] / np.linalg.norm(q - 1))[0], turn)
        )
        unnoticed += ChairBox(chair).measure(after_own_turn(chair, quaternion)).distance_cm < 1e-9
    assert unnoticed == counted


@given(chair=chairs(), seed=SEEDS, scale=st.floats(1e-6, 1e6), sign=st.sampled_from([-1.0, 1.0]))
def test_a_quaternions_sign_and_length_mean_nothing(chair, seed, scale, sign):
    outputs = random_outputs(seed, len(chair.parts))
    for part, output in zip(chair.parts, outputs, strict=True):
        best, *rest = sorted(reference.products(part, output[3:]), reverse=True)
        assume(not rest or best - rest[0] > 1e-9)  # at a tie rounding may choose either turn
    scaled = outputs.copy()
    scaled[:, 3:] *= sign * scale
    box = ChairBox(chair)
    assert figures(box.measure(scaled)) == pytest.approx(figures(box.measure(outputs)), rel=1e-9, abs=1e-9)
    louder = box.measure(scaled).output_gradient[:, 3:] * (sign * scale)
    assert louder == pytest.approx(box.measure(outputs).output_gradient[:, 3:], rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("loss", LOSSES)
@given(chair=chairs(), seed=SEEDS, tiny=st.sampled_from([0.0, 1e-200, 1e-13]))
def test_a_quaternion_of_no_length_is_measured_like_no_turn_and_has_a_finite_signal(loss, chair, seed, tiny):
    outputs = random_outputs(seed, len(chair.parts))
    outputs[0, 3:] = tiny
    measurement = ChairBox(chair).measure(outputs, loss)
    assert np.isfinite(figures(measurement)).all()
    assert (measurement.output_gradient[0, 3:] == 0).all()
    outputs[0, 3:] = (1, 0, 0, 0)
    assert measurement.loss == ChairBox(chair).measure(outputs, loss).loss


def test_outputs_are_only_looked_at():
    chair = one_part((30.0, 20.0, 8.0))
    outputs = random_outputs(1, 1)
    before = outputs.copy()
    outputs.setflags(write=False)
    ChairBox(chair).measure(outputs)
    assert (outputs == before).all()


@given(chair=chairs())
def test_the_box_opens_on_the_ideal_chair(chair):
    revealed = ChairBox(chair).reveal()
    assert revealed.centres == pytest.approx(np.array([part.at for part in chair.parts]))
    wanted = np.array([reference.ideal_rotation(part) for part in chair.parts])
    assert rotation_matrices(revealed.quaternions) == pytest.approx(wanted)
