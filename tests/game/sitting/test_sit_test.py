"""The sit test: what holds, what does not and who is to blame, whichever way the thing is turned."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses, ideal_poses, quaternion_product, quaternions_of_turns, rotation_matrices
from chairgame.game.session.model import GameSession
from chairgame.game.sitting.outcome import CAT, GRANDMOTHER, HIPPOPOTAMUS, SITTERS, Reason, Side, Sitter
from chairgame.game.sitting.sit_test import best_sitter, can_sit, sit_down
from chairgame.game.sitting.sit_words import next_sitter, verdict
from chairgame.text.catalogue import Catalogue
from chairgame.training.settings import Settings

KITCHEN, STOOL = load_chair("kitchen"), load_chair("stool")
ODD_ONES = load_chair("three-part-stool"), load_chair("rocking-chair")
MIRRORED = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
LEGS = [0, 1, 2, 3]


def moved(chair: Chair, part: int, *way: float, poses: Poses | None = None) -> Poses:
    """The ideal, but for one part some cm off."""
    poses = poses or ideal_poses(chair)
    centres = poses.centres.copy()
    centres[part] += way
    return Poses(centres, poses.quaternions)


def turned(poses: Poses, degrees: float, shift: tuple[float, float, float]) -> Poses:
    """Turned about the upright axis, then shifted."""
    turn = quaternions_of_turns(np.array([[0.0, 0.0, degrees]]))
    angle = np.radians(degrees)
    matrix = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    return Poses(poses.centres @ matrix.T + shift, quaternion_product(turn, poses.quaternions))


def monster(chair: Chair, cm: float, seed: int) -> tuple[Chair, Poses]:
    """A chair somewhere between ideal and heap."""
    random, ideal = np.random.default_rng(seed), ideal_poses(chair)
    quaternions = ideal.quaternions + random.normal(scale=cm / 60, size=ideal.quaternions.shape)
    quaternions /= np.linalg.norm(quaternions, axis=1, keepdims=True)
    return chair, Poses(ideal.centres + random.normal(scale=cm, size=ideal.centres.shape), quaternions)


def by_whole_centimetres(chair: Chair, seed: int) -> tuple[Chair, Poses]:
    """The ideal, but for a few parts moved along an axis: gaps of just what a sitter does not mind, and ties."""
    random, centres = np.random.default_rng(seed), ideal_poses(chair).centres.copy()
    for _ in range(int(random.integers(1, 5))):
        centres[random.integers(len(centres)), random.integers(3)] += random.integers(-8, 9)
    return chair, Poses(centres, ideal_poses(chair).quaternions)


@st.composite
def monsters(draw: st.DrawFn) -> tuple[Chair, Poses]:
    """Of all kinds."""
    chair = draw(st.sampled_from([KITCHEN, STOOL, *ODD_ONES]))
    seed, cm = draw(st.integers(0, 2**32 - 1)), draw(st.sampled_from([None, 0.3, 1.0, 3.0, 8.0]))
    return by_whole_centimetres(chair, seed) if cm is None else monster(chair, cm, seed)


SITTING = st.sampled_from(SITTERS)


@pytest.mark.parametrize("name", chair_names())
@pytest.mark.parametrize("sitter", SITTERS, ids=lambda sitter: sitter.name)
def test_every_chair_as_it_should_be_holds_everybody(name: str, sitter: Sitter) -> None:
    chair = load_chair(name)
    test = sit_down(chair, ideal_poses(chair), sitter)
    assert test.holds, (test.reason, test.guilty)
    assert test.structure.all()
    assert test.margin_cm >= sitter.safe_cm


def test_a_dog_lets_a_cat_sit_on_its_head_and_nobody_else() -> None:
    dog = load_chair("dog-in-crocs")
    assert best_sitter(dog, ideal_poses(dog)) is CAT


@settings(max_examples=60)
@given(monsters(), SITTING, st.floats(-180, 180), st.tuples(*[st.floats(-300, 300)] * 3))
def test_turned_and_shifted_it_is_the_same(
    drawn: tuple[Chair, Poses], sitter: Sitter, degrees: float, shift: tuple[float, float, float]
) -> None:
    check_turned_and_shifted(*drawn, sitter, degrees, shift)


@pytest.mark.parametrize(
    ("chair", "cm", "seed"),
    [(ODD_ONES[0], 8.0, 2494), (ODD_ONES[0], 8.0, 2654), (ODD_ONES[1], 0.3, 1971), (KITCHEN, 3.0, 1992)],
    ids=lambda value: value.name if isinstance(value, Chair) else str(value),
)
@pytest.mark.parametrize("sitter", SITTERS, ids=lambda sitter: sitter.name)
@pytest.mark.parametrize("degrees", [0.0, 90.0, 11.3])
def test_of_two_places_as_good_as_each_other_rounding_chooses_none(
    chair: Chair, cm: float, seed: int, sitter: Sitter, degrees: float
) -> None:
    for shift in ((0.0, 0.0, 0.0), (2e-7, 1.8e-7, -2.7e-7), (224.2, 120.6, 1.98), (196.5, -33.2, -215.4)):
        check_turned_and_shifted(*monster(chair, cm, seed), sitter, degrees, shift)


@pytest.mark.parametrize(("sitter", "holds"), [(CAT, True), (GRANDMOTHER, False)])
@pytest.mark.parametrize("shift", [0.0, 0.1, -217.38473651, 93.13])
def test_a_gap_of_just_what_a_sitter_does_not_mind_is_bridged_everywhere(
    sitter: Sitter, holds: bool, shift: float
) -> None:
    poses = turned(moved(KITCHEN, 1, 0, 0, 6.0), 17.0, (shift, shift, shift))
    assert sit_down(KITCHEN, poses, sitter).holds == holds


def check_turned_and_shifted(
    chair: Chair, poses: Poses, sitter: Sitter, degrees: float, shift: tuple[float, float, float]
) -> None:
    test, again = sit_down(chair, poses, sitter), sit_down(chair, turned(poses, degrees, shift), sitter)
    assert (again.holds, again.reason, again.guilty) == (test.holds, test.reason, test.guilty)
    assert again.gap_cm == pytest.approx(test.gap_cm, abs=1e-3)
    assert again.floor_cm == pytest.approx(test.floor_cm + shift[2], abs=1e-6)


@settings(max_examples=60)
@given(monsters(), SITTING)
def test_in_the_mirror_left_is_right_and_nothing_else_changes(drawn: tuple[Chair, Poses], sitter: Sitter) -> None:
    chair, poses = drawn
    mirrored = Poses(poses.centres * [-1, 1, 1], poses.quaternions * [1, 1, -1, -1])
    test, again = sit_down(chair, poses, sitter), sit_down(chair, mirrored, sitter)
    assert (again.holds, again.reason, again.guilty) == (test.holds, test.reason, test.guilty)
    assert again.side == MIRRORED.get(test.side, test.side) if test.side else again.side is None
    assert again.gap_cm == pytest.approx(test.gap_cm, abs=1e-3)
    if test.seat_point is None or again.seat_point is None or test.weight_point is None:
        return
    is_same_place = np.allclose(again.seat_point[:2], test.seat_point[:2] * [-1, 1], atol=1e-6)
    if is_same_place:  # of two places that are as good as each other either may be sat on
        assert again.weight_point == pytest.approx(test.weight_point * [-1, 1], abs=1e-6)


@given(st.sampled_from(LEGS), st.floats(1.5, 18.0))
def test_a_leg_that_is_lowered_is_to_blame(leg: int, cm: float) -> None:
    test = sit_down(KITCHEN, moved(KITCHEN, leg, 0, 0, -cm), HIPPOPOTAMUS)
    assert (test.holds, test.reason, test.guilty) == (False, Reason.LONG, leg)
    assert test.gap_cm == pytest.approx(cm, abs=0.01)


@given(st.sampled_from(LEGS), st.floats(1.5, 18.0))
def test_a_leg_that_is_raised_is_to_blame(leg: int, cm: float) -> None:
    test = sit_down(KITCHEN, moved(KITCHEN, leg, 0, 0, cm), HIPPOPOTAMUS)
    assert (test.holds, test.reason, test.guilty) == (False, Reason.FLOATS, leg)
    assert test.gap_cm == pytest.approx(cm, abs=0.01)


@pytest.mark.parametrize(("cm", "sitter"), [(0.5, HIPPOPOTAMUS), (2.0, GRANDMOTHER), (5.0, CAT), (9.0, None)])
def test_the_more_a_leg_floats_the_fewer_sit(cm: float, sitter: Sitter | None) -> None:
    assert best_sitter(KITCHEN, moved(KITCHEN, 1, 0, 0, cm)) is sitter


@given(st.floats(1.5, 25.0), SITTING)
def test_a_seat_that_hovers_is_joined_to_nothing(cm: float, sitter: Sitter) -> None:
    seat = len(STOOL.parts) - 1
    test = sit_down(STOOL, moved(STOOL, seat, 0, 0, cm), sitter)
    gap = test.gap_cm
    if gap is None:
        assert test.holds
        assert cm <= sitter.within_cm + 1  # the legs reach a little into the seat, or nearly so
    else:
        assert (test.reason, test.guilty) == (Reason.LOOSE, seat)
        assert gap == pytest.approx(cm, abs=1.0)
        assert gap > sitter.within_cm


def test_a_small_loss_can_collapse_and_a_large_one_hold() -> None:
    box = ChairBox(KITCHEN)
    short_leg = moved(KITCHEN, 0, 0, 0, 2.0)
    elsewhere = turned(ideal_poses(KITCHEN), 0.0, (30.0, 0.0, 0.0))
    distances = [
        box.measure(np.hstack([poses.centres / 50, poses.quaternions])).distance_cm for poses in (short_leg, elsewhere)
    ]
    assert distances[0] < 1
    assert distances[1] > 20
    assert not sit_down(KITCHEN, short_leg, HIPPOPOTAMUS).holds
    assert sit_down(KITCHEN, elsewhere, HIPPOPOTAMUS).holds


@pytest.mark.parametrize(("way", "side"), [((80, 0), Side.RIGHT), ((-80, 0), Side.LEFT), ((0, -80), Side.FRONT)])
def test_a_seat_beside_the_feet_tips_to_its_side(way: tuple[float, float], side: Side) -> None:
    long_seat = Chair("long", {}, (KITCHEN.parts[0], KITCHEN.parts[4]))
    poses = Poses(np.array([[0.0, 0, 22.5], [way[0] / 4, way[1] / 4, 47.0]]), ideal_poses(long_seat).quaternions)
    test = sit_down(long_seat, poses, HIPPOPOTAMUS)
    assert (test.reason, test.side) == (Reason.TIPS, side)


@pytest.mark.parametrize("turn", [[180.0, 0.0, 0.0], [90.0, 0.0, 0.0], [0.0, 90.0, 0.0]])
def test_upside_down_and_lying_down_nobody_sits(turn: list[float]) -> None:
    ideal, quaternion = ideal_poses(KITCHEN), quaternions_of_turns(np.array([turn]))
    centres = ideal.centres @ rotation_matrices(quaternion)[0].T
    poses = Poses(centres, quaternion_product(quaternion, ideal.quaternions))
    assert best_sitter(KITCHEN, poses) is None


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e9])
def test_on_smoke_nobody_sits(value: float) -> None:
    test = sit_down(KITCHEN, moved(KITCHEN, 2, value, 0, 0), CAT)
    assert (test.holds, test.reason) == (False, Reason.SMOKE)


@pytest.mark.parametrize("name", ["kitchen", "three-part-stool"])
def test_while_it_learns_the_cat_is_content_first_and_the_hippopotamus_last(name: str) -> None:
    for seed in (1, 2, 3):
        session = GameSession(load_chair(name), Settings(seed=seed))
        first: dict[Sitter, int] = {}
        while HIPPOPOTAMUS not in first and session.epoch < 80:
            for sitter in SITTERS:
                if sitter not in first and sit_down(session.chair, session.rebuild.poses, sitter).holds:
                    first[sitter] = session.epoch
            session.next_epoch()
        assert first[CAT] <= first[GRANDMOTHER] <= first[HIPPOPOTAMUS]
        assert first[CAT] < first[HIPPOPOTAMUS]


def test_the_guilty_part_is_named_in_both_languages() -> None:
    test = sit_down(KITCHEN, moved(KITCHEN, 1, 0, 0, 4.0), HIPPOPOTAMUS)
    news = verdict(test, KITCHEN)
    assert news.sentence(Catalogue("en")) == "The hippopotamus falls: leg A2 floats 4.0 cm above the floor."
    assert "noga A2 wisi 4,0 cm" in news.sentence(Catalogue("pl"))


@given(monsters(), SITTING, st.sampled_from(["en", "pl"]))
@settings(max_examples=40)
def test_every_verdict_is_a_sentence_with_nothing_left_open(
    drawn: tuple[Chair, Poses], sitter: Sitter, language: str
) -> None:
    said = verdict(sit_down(*drawn, sitter), drawn[0]).sentence(Catalogue(language))
    assert said.endswith(".")
    assert not {"{", "}", "None", "inf", "nan"} & set(said.replace(":", " ").split())


def test_they_take_turns() -> None:
    assert [next_sitter(sitter) for sitter in (None, *SITTERS)] == [*SITTERS, CAT]


@pytest.mark.parametrize("rebuild", range(20, 29))
def test_a_chair_with_uneven_legs_blames_one_and_never_a_stretcher_for_hanging_where_it_belongs(rebuild: int) -> None:
    session = GameSession(KITCHEN, Settings(seed=3))
    for _ in range(rebuild):
        session.next_epoch()
    test = sit_down(KITCHEN, session.rebuild.poses, GRANDMOTHER)
    assert test.falls
    assert test.guilty in LEGS
    assert test.gap_cm is not None
    assert GRANDMOTHER.within_cm / 2 < test.gap_cm < 7


@settings(max_examples=60, deadline=None)
@given(monsters(), st.sampled_from(SITTERS))
def test_whether_somebody_can_sit_is_what_the_test_comes_to(made: tuple[Chair, Poses], sitter: Sitter) -> None:
    assert can_sit(*made, sitter) == sit_down(*made, sitter).holds


def test_nobody_can_sit_on_smoke() -> None:
    poses = ideal_poses(KITCHEN)
    assert not can_sit(KITCHEN, Poses(poses.centres * np.nan, poses.quaternions), CAT)
