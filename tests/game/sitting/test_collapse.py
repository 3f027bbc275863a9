"""How a fall looks: what moves, over which line, and what stays, as the sit test says."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses, ideal_poses, rotation_matrices
from chairgame.game.sitting.collapse import TIPPED, UPRIGHT, Cut, cuts_of
from chairgame.game.sitting.outcome import CAT, GRANDMOTHER, HIPPOPOTAMUS, SITTERS, Reason, Sitter, SitTest
from chairgame.game.sitting.sit_test import sit_down
from chairgame.game.sitting.solids import Solids
from tests.game.sitting.test_sit_test import KITCHEN, SITTING, STOOL, monsters, moved, turned

SEAT = len(STOOL.parts) - 1


def played(chair: Chair, poses: Poses, sitter: Sitter) -> tuple[SitTest, tuple[Cut, ...]]:
    test = sit_down(chair, poses, sitter)
    return test, cuts_of(chair, poses, test)


def degrees_of(cut: Cut) -> float:
    return float(np.degrees(2 * np.arccos(np.clip(cut.turn[0], -1, 1))))


@settings(max_examples=60)
@given(monsters(), SITTING)
def test_what_moves_moves_as_one_and_the_rest_stays(drawn: tuple[Chair, Poses], sitter: Sitter) -> None:
    test, cuts = played(*drawn, sitter)
    assert len(cuts) == (4 if test.falls else 2 if test.holds else 1)
    first, last = cuts[0], cuts[-1]
    assert first.sits == last.sits == (test.seat_point is not None)
    still = np.ones(len(first.poses), bool) if test.holds else ~test.structure
    for cut in cuts:
        np.testing.assert_allclose(cut.poses.centres[still], first.poses.centres[still], atol=1e-9)
        bodies = [np.vstack([one.poses.centres[test.structure], one.at]) for one in (first, cut)]
        apart = [np.linalg.norm(body[:, None] - body[None], axis=2) for body in bodies]
        np.testing.assert_allclose(*apart, atol=1e-6)


@settings(max_examples=60)
@given(monsters(), SITTING)
def test_the_floor_is_where_the_feet_are(drawn: tuple[Chair, Poses], sitter: Sitter) -> None:
    chair = drawn[0]
    test, cuts = played(*drawn, sitter)
    assert Solids.of(chair, cuts[0].poses).lowest[list(test.contact_parts)].min() == pytest.approx(0, abs=1e-6)


@settings(max_examples=60)
@given(monsters(), SITTING)
def test_it_tips_over_a_line_between_feet(drawn: tuple[Chair, Poses], sitter: Sitter) -> None:
    test, cuts = played(*drawn, sitter)
    if not test.falls or test.reason not in (Reason.TIPS, Reason.FLOATS) or len(test.polygon) < 2:
        return
    assert [degrees_of(cut) for cut in cuts] == pytest.approx([0, 0, *TIPPED], abs=1e-6)
    axis = cuts[-1].turn[1:] / np.linalg.norm(cuts[-1].turn[1:])
    assert axis[2] == 0
    matrix = rotation_matrices(cuts[-1].turn[None])[0]
    moved_by = cuts[-1].at - matrix @ cuts[0].at  # what the pivot adds: the same for every point
    staying = [
        corner for corner in np.insert(test.polygon, 2, 0, axis=1) if np.allclose(matrix @ corner + moved_by, corner)
    ]
    assert len(staying) >= 2
    outward = np.array([axis[1], -axis[0]])  # the head goes that way
    depths = (np.array(staying)[0, :2] - test.polygon) @ outward
    assert depths.min() > -1e-6  # and all feet lie on the other side


@settings(max_examples=40)
@given(monsters(), SITTING)
def test_turned_and_shifted_it_falls_the_same_way(drawn: tuple[Chair, Poses], sitter: Sitter) -> None:
    chair, poses = drawn
    uneven = np.random.default_rng(1).normal(scale=0.01, size=poses.centres.shape)
    poses = replace(poses, centres=poses.centres + uneven)  # what is even falls either way
    test, cuts = played(chair, poses, sitter)
    _, others = played(chair, turned(poses, 90.0, (120.0, -60.0, 33.0)), sitter)
    if not test.falls:
        return
    for cut, other in zip(cuts, others, strict=True):
        there = turned(cut.poses, 90.0, (120.0, -60.0, 0.0))
        np.testing.assert_allclose(other.poses.centres, there.centres, atol=1e-5)


def test_what_holds_does_not_move_and_shows_why() -> None:
    seated, weighed = played(KITCHEN, ideal_poses(KITCHEN), GRANDMOTHER)[1]
    assert not seated.shows_support
    assert weighed.shows_support
    assert weighed.shows_weight
    assert seated.poses is weighed.poses
    assert (seated.turn == UPRIGHT).all()


@pytest.mark.parametrize("sitter", SITTERS, ids=lambda sitter: sitter.name)
def test_where_there_is_no_seat_somebody_looks_and_does_not_fall(sitter: Sitter) -> None:
    low = moved(KITCHEN, 4, 0, 0, -30.0)
    test, (cut,) = played(KITCHEN, low, sitter)
    assert test.reason is Reason.LOW
    assert not test.falls
    assert not cut.sits
    assert cut.at[2] == 0
    assert cut.at[0] < (Solids.of(KITCHEN, low).centres[:, 0]).min() - 30


def test_on_smoke_there_is_nothing_to_see() -> None:
    assert played(KITCHEN, moved(KITCHEN, 2, np.nan, 0, 0), CAT)[1] == ()


def test_a_loose_seat_comes_down_on_what_is_left_standing() -> None:
    test, cuts = played(STOOL, moved(STOOL, SEAT, 0, 0, 9.0), GRANDMOTHER)
    assert (test.reason, test.guilty, test.falls) == (Reason.LOOSE, SEAT, True)
    assert test.gap_cm is not None
    drops = [cuts[0].at[2] - cut.at[2] for cut in cuts]
    assert drops == pytest.approx([0, 0, test.gap_cm / 2, test.gap_cm])
    legs = [i for i in range(len(STOOL.parts)) if i != SEAT]
    assert Solids.of(STOOL, cuts[-1].poses).joined(1.0)[SEAT, legs].any()


def test_a_loose_leg_is_left_standing_and_the_rest_comes_down_upon_it() -> None:
    poses = moved(KITCHEN, 1, 30.0, -30.0, 0.0)
    test, cuts = played(KITCHEN, poses, HIPPOPOTAMUS)
    assert (test.reason, test.guilty) == (Reason.LOOSE, 1)
    assert (cuts[-1].poses.centres[1] == cuts[0].poses.centres[1]).all()
    assert 0 < degrees_of(cuts[2]) < degrees_of(cuts[3]) <= TIPPED[1] + 1e-9
    assert cuts[3].at[2] < cuts[0].at[2]


def test_over_a_long_leg_it_rocks() -> None:
    test, cuts = played(KITCHEN, moved(KITCHEN, 1, 0, 0, -6.0), GRANDMOTHER)
    assert (test.reason, test.guilty) == (Reason.LONG, 1)
    foot = cuts[0].poses.centres[1] * [1, 1, 0]
    matrix = rotation_matrices(cuts[-1].turn[None])[0]
    stayed = matrix @ (foot - cuts[0].at) + cuts[-1].at
    assert stayed == pytest.approx(foot, abs=1e-6)
    assert test.weight_point is not None
    assert (cuts[-1].at[:2] - cuts[0].at[:2]) @ (test.weight_point - foot[:2]) > 0
