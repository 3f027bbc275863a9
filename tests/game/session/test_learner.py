"""Learning beside the screen: whoever does the work, the run is the same to the bit, and nothing else waits for it."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.game.session.learner import InlineLearner, Work, seconds_of
from chairgame.game.session.limits import Limits
from chairgame.game.session.model import GameSession
from chairgame.game.session.turns import MOST
from chairgame.text.catalogue import Catalogue
from chairgame.training.practice import always
from chairgame.training.settings import Settings
from chairgame.training.tasks import chair_task
from chairgame.tui.learning import Attended, BackgroundLearner
from tests.game.commands import COMMANDS, SEQUENCES, SMALL, Command, small_session
from tests.game.test_commands import check

ENGLISH = Catalogue("en")


class PatientLearner(InlineLearner):
    """Does nothing before it is told to, and takes everything for long."""

    def __init__(self) -> None:
        self._job: tuple[Work[object], Callable[[object], object]] | None = None
        self.begun = 0

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def is_long(self, seconds: float) -> bool:
        return seconds > 0

    def do(self, work: Work, then: Callable, seconds: float) -> None:
        self.begun += 1
        self._job = (work, then) if self.is_long(seconds) else None
        if self._job is None:
            super().do(work, then, seconds)

    def poll(self) -> bool:
        if self._job is None:
            return False
        (work, then), self._job = self._job, None
        result = work(always)
        if result is not None:
            then(result)
        return True

    def drop(self) -> None:
        self._job = None


def waiting_session(learner: PatientLearner | BackgroundLearner | None = None, **changes: object) -> GameSession:
    return GameSession(load_chair("three-part-stool"), replace(SMALL, **changes), None, learner or PatientLearner())


def settle(session: GameSession) -> None:
    """Until nothing is being worked out any more."""
    for _ in range(2000):
        if not session.journey.is_busy:
            return
        if not session.journey.poll():  # a tick would let time pass as well
            time.sleep(0.001)
    raise AssertionError("it never ends")


def same_run(one: GameSession, other: GameSession) -> None:
    """The same branches with the same rows, changes and states; the same epoch is shown."""
    assert (one.epoch, one.newest, one.settings) == (other.epoch, other.newest, other.settings)
    assert one.player.moment == other.player.moment
    assert one.news == other.news
    for mine, its in zip(one.workshop.bench.branches, other.workshop.bench.branches, strict=True):
        assert (mine.name, mine.forked_at, mine.history.changes) == (its.name, its.forked_at, its.history.changes)
        assert mine.history.rows == its.history.rows
        for epoch in range(0, mine.history.newest + 1, 7):
            np.testing.assert_array_equal(mine.history.state(epoch).params, its.history.state(epoch).params)
    np.testing.assert_array_equal(one.rebuild.before.params, other.rebuild.before.params)
    np.testing.assert_array_equal(one.rebuild.outputs, other.rebuild.outputs)
    assert (one.rebuild.after is None) == (other.rebuild.after is None)
    if one.rebuild.after is not None and other.rebuild.after is not None:
        np.testing.assert_array_equal(one.rebuild.after.params, other.rebuild.after.params)


@given(SEQUENCES, st.sampled_from([PatientLearner, lambda: BackgroundLearner(0.0)]))
@settings(max_examples=60, deadline=None)
def test_whoever_learns_the_run_is_the_same_to_the_bit(commands: list[Command], learner: Callable) -> None:
    inline, beside = small_session(), waiting_session(learner())
    for command in commands:
        command.do(inline)
        command.do(beside)
        settle(beside)
        check(beside)
    same_run(inline, beside)


@given(SEQUENCES)
@settings(max_examples=60, deadline=None)
def test_whatever_is_asked_for_while_it_learns_the_session_stays_sound(commands: list[Command]) -> None:
    session = waiting_session()
    for index, command in enumerate(commands):
        command.do(session)
        check(session)
        if index % 3 == 0:
            session.tick(0.0, lambda: False)
            check(session)
    settle(session)
    check(session)
    assert not session.journey.is_waiting
    for branch in session.workshop.bench.branches:
        assert len(branch.history.rows) in (branch.history.newest, branch.history.newest + 1)


def test_the_epoch_shown_stays_until_the_next_one_is_there() -> None:
    session = waiting_session()
    session.next_epoch()
    assert (session.epoch, session.journey.is_waiting) == (0, True)
    session.change_volume(1)
    assert (session.epoch, session.journey.is_waiting) == (0, False), "what was asked for was about other headphones"
    session.next_epoch()
    assert session.tick(0.1, lambda: False)
    assert (session.epoch, session.journey.is_waiting) == (1, False)


def test_time_stands_while_it_waits_and_goes_on_by_itself() -> None:
    session = waiting_session()
    settle(session)
    session.toggle_play()
    for _ in range(30):
        session.tick(1.0, lambda: True)
    assert 10 <= session.epoch <= 30


def test_going_back_waits_too_and_another_wish_comes_first() -> None:
    session = waiting_session()
    for _ in range(9):
        settle(session)
        session.next_epoch()
    settle(session)
    session.history.limit_memory(0)
    session.seek(3)
    assert (session.epoch, session.journey.is_waiting) == (9, True)
    session.seek(5)
    settle(session)
    assert (session.epoch, session.rebuild.epoch, session.journey.is_waiting) == (5, 5, False)


def test_undo_far_back_shows_the_former_run_until_the_way_is_gone() -> None:
    session = waiting_session()
    for _ in range(9):
        settle(session)
        session.next_epoch()
    settle(session)
    session.seek(4)
    settle(session)
    session.change_volume(1)
    settle(session)
    session.seek(0)
    settle(session)
    session.undo()
    settle(session)
    assert (session.epoch, session.newest) == (4, 9)


def test_a_run_rests_at_its_limit_and_says_why() -> None:
    session = GameSession(load_chair("three-part-stool"), SMALL, None, None, Limits(longest_run=5))
    session.change_speed(9)
    session.toggle_play()
    for _ in range(4):
        session.tick(10.0, lambda: True)
    assert (session.newest, session.epoch, session.playing) == (5, 5, False)
    assert session.news is not None
    assert session.news.sentence(ENGLISH).startswith("A run rests after 5 epochs.")
    session.voice.hush()
    session.next_epoch()
    session.next_phase()
    assert (session.newest, session.news is None) == (5, False)
    session.seek(2)
    session.change_volume(-1)
    session.next_epoch()
    assert session.epoch == 3, "where the past was changed there is room again"
    session.new_brain()
    session.toggle_play()
    for _ in range(4):
        session.tick(10.0, lambda: True)
    assert session.newest == 5


# The thread


def _take_up(learner: BackgroundLearner) -> None:
    while not learner.poll():
        time.sleep(0.001)


def test_long_work_is_done_elsewhere_and_short_work_here() -> None:
    learner, seen = BackgroundLearner(0.02), []
    work = lambda _: threading.current_thread()  # noqa: E731
    learner.do(work, seen.append, 0.01)
    assert seen == [threading.main_thread()]
    learner.do(work, seen.append, 1.0)
    _take_up(learner)
    assert seen[1].daemon
    assert not learner.is_busy


def test_what_was_dropped_is_broken_off_and_never_handed_over() -> None:
    learner, seen, ended = BackgroundLearner(0.0), [], threading.Event()

    def work(may_go_on: Callable[[], bool]) -> int:
        while may_go_on():
            time.sleep(0.001)
        ended.set()
        return 1

    learner.do(work, seen.append, 1.0)
    learner.do(lambda _: 2, seen.append, 1.0)
    assert ended.wait(10)
    _take_up(learner)
    assert seen == [2]


def test_a_defect_in_the_thread_shows_itself() -> None:
    learner = BackgroundLearner(0.0)
    learner.do(lambda _: 1 // 0, print, 1.0)
    with pytest.raises(ZeroDivisionError):
        _take_up(learner)


def test_the_clock_goes_on_while_only_the_learner_works() -> None:
    session = waiting_session()
    attended = Attended(session)
    assert attended.playing
    assert not session.playing
    settle(session)
    assert not attended.playing


def test_the_guess_of_an_epochs_time_knows_small_from_large() -> None:
    chair = load_chair("three-part-stool")
    usual, large = Settings(), Settings(hidden=(512,) * 8)
    task = chair_task(chair, large)
    assert seconds_of(chair_task(chair, usual), usual) < 0.001
    assert seconds_of(task, large) > 0.01
    assert seconds_of(task, replace(large, batch=1)) > 2 * seconds_of(task, large)


def test_a_held_key_does_not_begin_the_same_way_again_and_again() -> None:
    learner = PatientLearner()
    session = waiting_session(learner)
    for _ in range(20):
        session.next_epoch()
        learner.poll()
        learner.poll()
    before = learner.begun
    newest = session.epoch
    for _ in range(30):
        session.step(-1)
    assert learner.begun == before + 1
    learner.poll()
    assert session.epoch == newest - 1


def test_broken_off_work_never_runs_beside_the_next() -> None:
    learner, may_end, begun = BackgroundLearner(longest_wait=0.0), threading.Event(), threading.Event()
    taken: list[int] = []
    ran: list[int] = []

    def stubborn(_: object) -> int:
        begun.set()
        may_end.wait(30)
        return 1

    def quick(number: int) -> int:
        ran.append(number)
        return number

    before = set(threading.enumerate())
    learner.do(stubborn, taken.append, 1.0)
    assert begun.wait(30)
    (thread,) = set(threading.enumerate()) - before
    for number in range(2, 9):
        learner.do(lambda _, number=number: quick(number), taken.append, 1.0)
    for other in set(threading.enumerate()) - before - {thread}:
        other.join(30)
    assert ran == []
    may_end.set()
    until = time.monotonic() + 30
    while not learner.poll() and time.monotonic() < until:
        time.sleep(0.001)
    assert taken == [8]


# What is asked for while something else is being worked out


ASKED = COMMANDS.filter(lambda command: not command.name.startswith("tick"))  # how far time comes depends on time
POLLS = st.integers(0, 2)


@given(st.lists(st.tuples(ASKED, POLLS), min_size=8, max_size=30))
@settings(max_examples=60, deadline=None)
def test_keys_pressed_while_it_learns_end_where_they_end_with_an_instant_learner(asked: list) -> None:
    inline, beside = small_session(), waiting_session()
    for command, polls in asked:
        if beside.turns.waiting == MOST:
            settle(beside)
        command.do(inline)
        beside.in_turn(command.do, beside)
        for _ in range(polls):
            beside.journey.poll()
        check(beside)
    settle(beside)
    assert (beside.turns.waiting, beside.turns.are_held) == (0, False)
    same_run(inline, beside)
    for session in (inline, beside):  # and all that undo and redo bring back
        while session.workshop.undone() is not None:
            session.undo()
            settle(session)
    same_run(inline, beside)


def test_a_new_brain_and_undo_before_it_is_there_leave_the_old_one() -> None:
    session = waiting_session()
    before = session.history
    session.in_turn(session.new_brain)
    session.in_turn(session.undo)
    assert session.turns.waiting == 1
    settle(session)
    assert session.history is before
    session.redo()
    settle(session)
    assert session.history is not before


def test_next_after_a_way_back_from_the_newest_epoch_is_not_lost() -> None:
    session = waiting_session()
    for _ in range(9):
        settle(session)
        session.next_epoch()
    session.history.limit_memory(0)
    session.in_turn(session.seek, 3)
    session.in_turn(session.next_epoch)
    settle(session)
    assert session.epoch == 4


def test_a_held_key_goes_all_the_way_back_in_two() -> None:
    learner = PatientLearner()
    session = waiting_session(learner)
    for _ in range(20):
        settle(session)
        session.next_epoch()
    settle(session)
    session.history.limit_memory(0)
    for _ in range(12):
        session.in_turn(session.step, -1)
    assert (session.turns.waiting, session.epoch) == (1, 20)
    settle(session)
    assert session.epoch == 8


def test_more_keys_than_anybody_means_are_left_out_and_that_is_said() -> None:
    session = waiting_session()
    for _ in range(MOST + 2):
        session.in_turn(session.next_epoch)
    assert session.turns.waiting == MOST
    assert session.news is not None
    assert session.news.sentence(ENGLISH).startswith("8 keys wait already")
    settle(session)
    assert session.epoch == MOST + 1


def test_whoever_breaks_off_waits_for_nothing_any_more() -> None:
    session = waiting_session()
    for command in (session.next_epoch, session.new_brain, session.undo):
        session.in_turn(command)
    session.journey.break_off()
    assert (session.turns.waiting, session.turns.are_held, session.journey.is_waiting) == (0, False, False)
    settle(session)
    assert (session.epoch, session.newest) == (0, 0)
    session.in_turn(session.new_brain)
    session.journey.break_off()
    settle(session)
    assert session.settings.seed == SMALL.seed


def test_what_time_asked_for_makes_way_for_a_key(monkeypatch) -> None:
    monkeypatch.setattr(PatientLearner, "poll", lambda _: False)
    session = waiting_session()
    session.toggle_play()
    session.tick(100.0, lambda: False)
    assert session.journey.is_waiting
    assert not session.turns.are_held


@pytest.mark.parametrize("speed", [0, 4])
def test_somebody_sits_beside_the_screen_and_it_is_told_all_the_same(speed: int) -> None:
    inline, beside = (
        GameSession(load_chair("stool"), Settings()),
        GameSession(load_chair("stool"), Settings(), None, PatientLearner()),
    )
    for session in (inline, beside):
        settle(session)
        session.change_speed(speed)
        session.toggle_play()
        for _ in range(160):
            session.tick(10.0, lambda: False)
            settle(session)
    assert inline.epoch == beside.epoch > 20
    noted = [[note.news.sentence(ENGLISH) for note in session.journal.notes] for session in (inline, beside)]
    assert noted[0] == noted[1]
    assert any(sentence.startswith("It stands!") for sentence in noted[0])
