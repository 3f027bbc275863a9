"""Changes of a session and how they are taken back: weights, branches, the hand, and looks into the box."""

from dataclasses import replace

import numpy as np
import pytest

from chairgame.game.session.commentary import OPEN_CM
from chairgame.game.session.model import GameSession
from chairgame.game.session.saving import save_session
from chairgame.text.catalogue import Catalogue
from chairgame.training.runs import history_of, load_run
from tests.game.commands import learned, small_session

ENGLISH = Catalogue("en")


def sentence(session: GameSession) -> str:
    return session.news.sentence(ENGLISH) if session.news else ""


def opened() -> GameSession:
    """A session whose box is open."""
    session = small_session(hidden=(24, 24))
    while not session.scanner.box_is_open and session.epoch < 400:
        session.next_epoch()
    assert session.scanner.box_is_open
    return session


# Changes, undo, branches


def test_a_weight_set_by_hand_changes_that_weight_alone() -> None:
    session = learned(4)
    before = session.rebuild.before.params
    session.change_parameter(3, 0.5)
    changed = np.flatnonzero(session.rebuild.before.params != before)
    assert changed.tolist() == [3]
    assert session.rebuild.before.params[3] == 0.5
    assert session.epoch == 4


def test_undo_restores_the_run_exactly_and_redo_does_it_again() -> None:
    session = learned(4)
    params, rows = session.rebuild.before.params, list(session.history.rows)
    session.change_parameter(3, 0.5)
    changed = session.rebuild.before.params
    session.undo()
    np.testing.assert_array_equal(session.rebuild.before.params, params)
    assert session.history.rows == rows
    session.redo()
    np.testing.assert_array_equal(session.rebuild.before.params, changed)


@pytest.mark.parametrize("change", ["change_volume", "fork", "new_brain", "change_parameter"])
def test_a_new_change_leaves_nothing_to_redo(change: str) -> None:
    session = learned(4)
    session.change_parameter(3, 0.5)
    session.undo()
    getattr(session, change)(*{"change_volume": (1,), "change_parameter": (5, 0.25)}.get(change, ()))
    bench = session.workshop.bench
    session.redo()
    assert sentence(session) == "There is nothing to do again."
    assert session.workshop.bench is bench


def test_undoing_nothing_says_so() -> None:
    session = small_session()
    session.undo()
    assert sentence(session) == "There is nothing to undo."
    session.redo()
    assert sentence(session) == "There is nothing to do again."


def test_undo_of_a_volume_keeps_the_selection_and_the_look_into_the_box() -> None:
    session = learned(3)
    session.hand.select(1)
    session.toggle_peek()
    session.change_volume(1)
    session.undo()
    assert (session.hand.selected, session.peeks.is_looking) == (1, True)


def test_changing_the_past_makes_a_branch_and_loses_nothing() -> None:
    session = learned(6)
    session.seek(2)
    session.change_volume(1)
    assert [branch.name for branch in session.workshop.bench.branches] == ["A", "B"]
    assert (session.workshop.bench.branch.name, session.newest) == ("B", 2)
    assert session.workshop.bench.branches[0].history.newest == 6
    assert "branch B" in sentence(session)


def test_a_fork_starts_as_the_very_same_brain_and_both_go_on_alone() -> None:
    session = learned(3)
    params = session.rebuild.before.params
    session.fork()
    np.testing.assert_array_equal(session.rebuild.before.params, params)
    session.change_volume(1)
    session.next_epoch()
    session.switch_branch()
    assert (session.workshop.bench.branch.name, session.newest) == ("A", 3)
    assert len(session.scanner.distances_of(1)) == 5
    assert len(session.scanner.distances_of(0)) == 4


def test_branches_never_share_a_name() -> None:
    session = small_session()
    session.fork()
    session.new_brain()
    session.undo()
    for _ in range(30):
        session.fork()
        names = [branch.name for branch in session.workshop.bench.branches]
        assert len(set(names)) == len(names)
    assert len(names) == 6


def test_one_branch_cannot_be_switched() -> None:
    session = small_session()
    session.switch_branch()
    assert "only one branch" in sentence(session)


def test_the_same_settings_change_nothing() -> None:
    session = learned(2)
    bench = session.workshop.bench
    session.change_settings(replace(session.settings))
    assert session.workshop.bench is bench


def test_a_saved_session_is_the_same_run_again(tmp_path: object) -> None:
    session = learned(5)
    session.change_parameter(3, 0.5)
    session.next_epoch()
    first, second = (save_session(session, tmp_path) for _ in range(2))  # type: ignore[arg-type]
    assert first == second
    again = history_of(load_run(first))
    np.testing.assert_array_equal(again.state(6).params, session.rebuild.before.params)


# Peeks and the hand


def test_a_peek_is_written_down_before_the_box_is_open() -> None:
    session = learned(2)
    session.toggle_peek()
    session.toggle_peek()
    assert session.peeks.ideal is None
    assert [(peek.epoch, peek.distance_cm) for peek in session.peeks.written] == [(2, session.row.distance_cm)]


def test_once_the_box_is_open_a_look_is_free() -> None:
    session = opened()
    assert session.scanner.best_cm is not None
    assert session.scanner.best_cm < OPEN_CM
    session.toggle_peek()
    assert session.peeks.ideal is not None
    assert session.peeks.written == ()


def test_the_hand_changes_the_assembly_and_never_the_brain() -> None:
    session = learned(3)
    params, poses = session.rebuild.before.params.copy(), session.rebuild.poses
    session.hand.select(1)
    session.grab()
    session.hand.move(1.0, 2.0, -3.0)
    np.testing.assert_allclose(session.hand.assembly.centres[1], poses.centres[1] + [1, 2, -3])
    np.testing.assert_array_equal(session.hand.assembly.centres[[0, 2]], poses.centres[[0, 2]])
    session.put_right()
    session.grab()
    np.testing.assert_array_equal(session.rebuild.before.params, params)
    np.testing.assert_array_equal(session.hand.assembly.centres, poses.centres)


def test_a_part_put_right_stands_where_the_box_wants_it_and_counts_as_a_look() -> None:
    session = learned(3)
    session.grab()
    held = session.hand.held
    assert held is not None
    assert held.part == session.rebuild.worst_parts()[0]
    session.put_right()
    ideal = session.history.task.chair_box.reveal()
    np.testing.assert_array_equal(session.hand.assembly.centres[held.part], ideal.centres[held.part])
    assert session.hand.measurement.distance_cm < session.rebuild.measurement.distance_cm
    assert len(session.peeks.written) == 1


@pytest.mark.parametrize("command", ["next_epoch", "next_phase", "toggle_play"])
def test_the_next_rebuild_is_the_brains_work_alone(command: str) -> None:
    session, alone = learned(3), learned(4)
    session.grab()
    session.put_right()
    getattr(session, command)()
    session.tick(0.01, lambda: False)
    assert session.hand.held is None
    assert "nobody fixed the brain" in sentence(session)
    np.testing.assert_array_equal(session.hand.assembly.centres, alone.rebuild.poses.centres)


def test_a_hand_holds_no_part_of_another_branch() -> None:
    session = learned(3)
    session.fork()
    session.grab()
    session.switch_branch()
    assert session.hand.held is None


def test_hiding_nothing_in_the_hand_does_nothing() -> None:
    session = learned(1)
    session.hand.move(1.0, 1.0, 1.0)
    session.put_right()
    assert session.hand.held is None
    assert session.peeks.written == ()
