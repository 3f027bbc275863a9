"""Honest motion: from the pile, at 0, to exactly where the brain put the parts, at 1, and nothing else in between."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.chair.poses import Poses
from chairgame.game.session.beats import Moment, Phase
from chairgame.game.session.model import GameSession
from chairgame.graphics.picture.staging import (
    ARC_CM,
    LONGEST_ARROW_CM,
    SCAN_GLOW,
    SELECTED_GLOW,
    SHORTEST_ARROW_CM,
    assembled_at,
    scene_of,
)
from chairgame.training.settings import Settings
from tests.game.commands import learned, play, small_session

PROGRESS = st.floats(0, 1)


def build(progress: float) -> Moment:
    return Moment(Phase.BUILD, progress)


def assert_same(poses: Poses, wanted: Poses) -> None:
    np.testing.assert_allclose(poses.centres, wanted.centres, atol=1e-9)
    same = np.abs(np.sum(poses.quaternions * wanted.quaternions, axis=1))  # q and -q are one turn
    np.testing.assert_allclose(same, 1, atol=1e-9)


def test_a_build_starts_as_the_pile_and_ends_as_the_assembly() -> None:
    session = learned(3)
    assert_same(assembled_at(session.pile, session.hand.assembly, build(0.0)), session.pile)
    assert assembled_at(session.pile, session.hand.assembly, build(1.0)) is session.hand.assembly
    assert_same(assembled_at(session.pile, session.hand.assembly, build(1 - 1e-7)), session.hand.assembly)


@pytest.mark.parametrize("phase", [Phase.MEASURE, Phase.LISTEN, Phase.ADJUST, None])
@given(progress=PROGRESS)
def test_after_the_build_nothing_moves(phase: Phase | None, progress: float) -> None:
    session = learned(2)
    assert assembled_at(session.pile, session.hand.assembly, Moment(phase, progress)) is session.hand.assembly


@given(PROGRESS)
def test_in_flight_every_part_is_on_its_own_arc_from_the_pile(progress: float) -> None:
    session = learned(2)
    start, end = session.pile.centres, session.hand.assembly.centres
    poses = assembled_at(session.pile, session.hand.assembly, build(progress))
    way = end[:, :2] - start[:, :2]
    share = np.sum((poses.centres[:, :2] - start[:, :2]) * way, axis=1) / np.sum(way * way, axis=1)
    assert ((share >= -1e-9) & (share <= 1 + 1e-9)).all()
    straight = start + share[:, None] * (end - start)
    lift = poses.centres - straight
    np.testing.assert_allclose(lift[:, :2], 0, atol=1e-9)
    assert ((lift[:, 2] >= -1e-9) & (lift[:, 2] <= ARC_CM + 1e-9)).all()
    np.testing.assert_allclose(np.linalg.norm(poses.quaternions, axis=1), 1)


@given(PROGRESS, PROGRESS)
def test_parts_take_off_one_after_the_other_and_never_turn_back(one: float, other: float) -> None:
    session = learned(2)
    start, way = session.pile.centres, session.hand.assembly.centres - session.pile.centres

    def shares(progress: float) -> np.ndarray:
        moved = assembled_at(session.pile, session.hand.assembly, build(progress)).centres[:, 0] - start[:, 0]
        return np.asarray(moved / way[:, 0])

    early, late = shares(min(one, other)), shares(max(one, other))
    assert (late >= early - 1e-9).all()
    assert (np.diff(early) <= 1e-9).all()


@given(PROGRESS)
def test_parts_of_a_burned_out_brain_fly_without_a_number_lost(progress: float) -> None:
    pile = small_session().pile
    lost = Poses(np.array([[np.nan] * 3, [np.inf, -np.inf, 1e300], [0.0, 0.0, 1e9]]), np.full((3, 4), np.nan))
    poses = assembled_at(pile, lost, build(min(progress, 0.999)))
    assert np.isfinite(poses.centres).all()
    np.testing.assert_allclose(np.linalg.norm(poses.quaternions, axis=1), 1)


def poses_shown(session: GameSession, frames: int) -> list[tuple[int, bool, np.ndarray]]:
    """Epoch, whether it is a cut, and the parts' centres of every frame while it plays."""
    shown = []
    session.toggle_play()
    for _ in range(frames):
        shown.append((session.epoch, session.player.beat.is_cut, scene_of(session).centres))
        session.tick(0.04, lambda: False)
    return shown


@pytest.mark.parametrize("start", [0, 2, 6])
def test_between_two_epochs_stands_the_pile(start: int) -> None:
    session = learned(start)
    frames = poses_shown(session, 260)
    assert frames[-1][0] > start + 1
    for before, after in pairwise(frames):
        if after[0] != before[0] and not after[1]:
            np.testing.assert_allclose(after[2], session.pile.centres, atol=1e-9)


def test_a_cut_shows_the_assembly_alone() -> None:
    session = learned(150)
    for epoch, is_cut, centres in poses_shown(session, 40)[1:]:
        assert is_cut
        outputs = session.history.trainer.build(session.history.state(epoch))
        np.testing.assert_array_equal(centres, outputs[:, :3] * 50)


def test_reduced_motion_shows_the_pile_and_then_the_whole_assembly() -> None:
    session = small_session()
    np.testing.assert_allclose(scene_of(session, reduced_motion=True).centres, session.pile.centres)
    play(session, 0.2)
    np.testing.assert_array_equal(scene_of(session, reduced_motion=True).centres, session.hand.assembly.centres)


def test_the_scanner_lights_every_part_in_turn() -> None:
    session, lit = learned(1), []
    session.change_speed(-1)
    session.seek(1)
    session.toggle_play()
    session.next_epoch()
    while session.epoch == 2:
        glow = scene_of(session).glow
        if glow.max() > 0:
            assert (glow > 0).sum() == 1
            lit.append((int(glow.argmax()), session.player.moment.phase))
        session.tick(0.05, lambda: False)
    assert {phase for _, phase in lit} == {Phase.MEASURE}
    assert list(dict.fromkeys(part for part, _ in lit)) == [0, 1, 2]
    assert scene_of(session).glow.max() < SCAN_GLOW


def test_a_selected_part_keeps_its_light() -> None:
    session = learned(1)
    session.hand.select(2)
    assert scene_of(session).glow.tolist() == [0, 0, SELECTED_GLOW]


def test_arrows_show_while_the_signals_arrive_and_point_where_the_box_wants_the_parts() -> None:
    session = learned(1)
    assert scene_of(session).arrows is None
    for _ in range(3):
        session.next_phase()
    assert session.player.moment.phase is Phase.LISTEN
    arrows = scene_of(session).arrows
    assert arrows is not None
    signals = session.rebuild.measurement.signals_cm
    far = np.linalg.norm(signals, axis=1) >= SHORTEST_ARROW_CM
    np.testing.assert_array_equal(arrows.tails, session.hand.assembly.centres[far])
    ways = arrows.tips - arrows.tails
    lengths = np.linalg.norm(ways, axis=1)
    assert (lengths <= LONGEST_ARROW_CM + 1e-9).all()
    cosines = np.sum(ways * signals[far], axis=1) / lengths / np.linalg.norm(signals[far], axis=1)
    np.testing.assert_allclose(cosines, 1)


def listening(chair: str = "kitchen") -> GameSession:
    session = GameSession(load_chair(chair), Settings())
    session.player.hold_after(Phase.LISTEN)
    return session


def test_the_three_worst_arrows_are_bright_and_the_rest_faint() -> None:
    session = listening()
    arrows = scene_of(session).arrows
    assert arrows is not None
    assert arrows.faint is not None
    bright = arrows.tails[~arrows.faint]
    worst = sorted(session.rebuild.worst_parts()[:3])
    np.testing.assert_array_equal(bright, session.rebuild.poses.centres[worst])


def test_the_chosen_parts_arrow_alone_is_bright() -> None:
    session = listening()
    session.hand.select(5)
    arrows = scene_of(session).arrows
    assert arrows is not None
    assert arrows.faint is not None
    np.testing.assert_array_equal(arrows.tails[~arrows.faint], session.rebuild.poses.centres[[5]])


def test_ghosts_say_which_way_and_never_where_a_part_belongs() -> None:
    session = listening()
    scene, ideal = scene_of(session), session.history.task.chair_box.reveal()
    count, signals = len(session.chair.parts), session.rebuild.measurement.signals_cm
    shown = np.flatnonzero(np.isfinite(scene.centres[count:]).all(axis=1))
    assert sorted(shown) == sorted(session.rebuild.worst_parts()[:3])
    ways = (scene.centres[count:] - scene.centres[:count])[shown]
    cosines = np.sum(ways * signals[shown], axis=1) / np.linalg.norm(ways, axis=1)
    np.testing.assert_allclose(cosines, np.linalg.norm(signals[shown], axis=1))
    np.testing.assert_array_equal(scene.rotations[count:], scene.rotations[:count])  # turned as they are
    rest = np.linalg.norm((scene.centres[count:] - ideal.centres)[shown], axis=1)
    assert (rest >= 0.5 * np.linalg.norm(signals[shown], axis=1) - 1e-9).all()
    assert not session.peeks.is_looking


def test_the_arrow_of_a_held_part_ends_where_it_belongs() -> None:
    session = learned(3)
    session.grab()
    held = session.hand.held
    assert held is not None
    session.hand.move(5.0, 0.0, 0.0)
    arrows = scene_of(session).arrows
    assert arrows is not None
    assert len(arrows.tails) == 1
    way = session.history.task.chair_box.reveal().centres[held.part] - session.hand.assembly.centres[held.part]
    shown = (arrows.tips - arrows.tails)[0]
    np.testing.assert_allclose(np.dot(shown, way), np.linalg.norm(shown) * np.linalg.norm(way))
    session.put_right()
    assert scene_of(session).arrows is None


def test_the_ideal_shows_as_a_ghost_only_while_the_player_looks() -> None:
    session = learned(1)
    assert scene_of(session).ghost is None
    session.toggle_peek()
    scene = scene_of(session)
    assert scene.ghost is not None
    assert scene.ghost.tolist() == [False] * 3 + [True] * 3
    np.testing.assert_array_equal(scene.centres[3:], session.history.task.chair_box.reveal().centres)
