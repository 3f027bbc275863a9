"""The rules of a session in time: what a tick, a step and a speed do, what is told and when, and burn-out."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.game.session.beats import CUT_SECONDS, FULL, NORMAL, SPEEDS, Phase
from chairgame.game.session.commentary import OPEN_CM
from chairgame.game.session.model import GameSession
from chairgame.game.session.volume import louder, quieter
from chairgame.text.catalogue import Catalogue
from chairgame.training.settings import Settings
from tests.game.commands import learned, play, small_session

ENGLISH = Catalogue("en")
LOUD = {"optimizer": "sgd", "learning_rate": 100.0}


def sentence(session: GameSession) -> str:
    return session.news.sentence(ENGLISH) if session.news else ""


def burned() -> GameSession:
    """A session that shows its burn-out."""
    session = small_session(**LOUD)
    for _ in range(60):
        session.next_epoch()
        if session.rebuild.burned_out:
            return session
    raise AssertionError("a volume of 100 did not burn out")


# Time


def test_between_two_cuts_nothing_moves() -> None:
    session = small_session()
    session.player.set_speed(len(SPEEDS) - 2)
    session.toggle_play()
    assert session.tick(1.0, lambda: True)
    for _ in range(3):
        assert not session.tick(CUT_SECONDS / 4, lambda: True)
    assert session.tick(CUT_SECONDS / 2, lambda: True)


def test_nothing_moves_until_it_plays() -> None:
    session = small_session()
    assert not session.tick(100.0, lambda: True)
    assert (session.epoch, session.player.elapsed, session.player.moment.phase) == (0, 0.0, Phase.BUILD)


def test_the_first_rebuild_takes_its_five_and_a_half_seconds() -> None:
    session = small_session()
    play(session, 5.4)
    assert (session.epoch, session.player.moment.phase) == (0, Phase.ADJUST)
    play(session, 0.2)
    assert session.epoch == 1


@given(st.floats(0.001, 50), st.integers(0, len(SPEEDS) - 1))
def test_one_tick_shows_one_rebuild_or_one_cut_however_long_it_was(seconds: float, speed: int) -> None:
    session = small_session()
    session.change_speed(speed - NORMAL)
    session.toggle_play()
    session.tick(seconds, lambda: False)
    assert session.epoch <= max(1, SPEEDS[speed].epochs_per_cut)


@pytest.mark.parametrize(("steps", "epochs"), [(1, 4), (2, 16)])
def test_fast_speeds_pass_several_epochs_in_a_cut_and_never_wait_for_learning(steps: int, epochs: int) -> None:
    session = small_session()
    session.change_speed(steps)
    session.toggle_play()
    session.tick(1.0, lambda: True)
    assert session.epoch == epochs
    session.tick(1.0, lambda: False)
    assert session.epoch == epochs + 1


def test_at_most_speed_a_session_learns_for_as_long_as_it_may() -> None:
    session, asked = small_session(), iter([True] * 30)
    session.change_speed(len(SPEEDS))
    session.toggle_play()
    session.tick(1.0, lambda: next(asked, False))
    assert session.epoch == 31


def test_seconds_of_cuts_show_at_most_eight_rebuilds_each() -> None:
    session = learned(150)
    session.toggle_play()
    session.tick(1.0, lambda: False)
    before = session.epoch
    play(session, 3.0)
    assert 15 <= session.epoch - before <= 24


def test_next_epoch_while_it_plays_begins_at_the_pile() -> None:
    session = small_session()
    play(session, 1.0)
    session.next_epoch()
    assert (session.epoch, session.player.moment.phase, session.player.moment.progress) == (1, Phase.BUILD, 0.0)


def test_phase_by_phase_every_phase_is_shown_however_late_the_epoch() -> None:
    session, seen = learned(30), []
    for _ in range(8):
        session.next_phase()
        seen.append((session.epoch, session.player.moment.phase))
    assert seen == [(epoch, phase) for epoch in (31, 32) for phase in Phase]


def test_from_the_pile_the_next_phase_is_the_first_build() -> None:
    session = small_session()
    session.next_phase()
    assert (session.epoch, session.player.moment.phase) == (0, Phase.BUILD)


def test_a_step_at_the_newest_epoch_learns_one_more_and_elsewhere_only_looks() -> None:
    session = learned(3)
    session.step(1)
    assert (session.epoch, session.newest) == (4, 4)
    session.step(-3)
    session.step(1)
    assert (session.epoch, session.newest) == (2, 4)


@given(st.integers(-100, 100))
def test_seeking_stays_within_the_run(epoch: int) -> None:
    session = learned(5)
    session.seek(epoch)
    assert session.epoch == min(max(epoch, 0), 5)


def test_choosing_a_speed_before_the_start_does_not_skip_the_first_build() -> None:
    session = small_session()
    session.change_speed(-1)
    assert (session.player.moment.phase, session.player.moment.progress) == (Phase.BUILD, 0.0)


@pytest.mark.parametrize("change", ["new_brain", "chair"])
def test_a_new_brain_and_another_chair_start_at_their_pile(change: str) -> None:
    session = learned(5)
    session.new_brain() if change == "new_brain" else session.change_chair(load_chair("stool"))
    assert (session.epoch, session.player.moment.phase, session.player.moment.progress) == (0, Phase.BUILD, 0.0)
    assert session.player.beat == FULL


# Events and news


def test_at_events_it_slows_to_a_full_cycle() -> None:
    session, events = small_session(hidden=(24, 24)), []
    for _ in range(60):
        session.next_epoch()
        if "halved" in sentence(session):
            events.append(session.player.beat)
            session.voice.hush()
    assert events
    assert all(beat == FULL for beat in events)


def test_landmarks_are_told_once_and_below_them() -> None:
    session, told = small_session(hidden=(24, 24)), []
    while not session.scanner.box_is_open:
        session.next_epoch()
        told += [sentence(session)] if sentence(session).startswith("Under") else []
        session.voice.hush()
    assert told == sorted(told, key=lambda text: -int(text.split()[1]))
    assert told[-1].startswith(f"Under {OPEN_CM:.0f} cm: the box opens")


def test_the_best_distance_is_told_once_it_has_been_measured() -> None:
    session = small_session()
    seen = []
    session.toggle_play()
    while session.epoch < 3:
        best = session.scanner.best_cm
        rows = [row.distance_cm for row in session.history.rows[: session.epoch + 1]]
        is_known = session.player.moment.phase in (Phase.LISTEN, Phase.ADJUST)
        known = rows if is_known else rows[:-1]
        assert best == min((distance for distance in known if distance is not None), default=None)
        seen.append(best)
        session.tick(0.05, lambda: False)
    assert len(set(seen)) > 2


# Burn-out


def test_a_burn_out_stops_playing_and_says_so() -> None:
    session = small_session(**LOUD)
    play(session, 60.0)
    assert session.rebuild.burned_out
    assert not session.playing
    assert "burned out" in sentence(session)
    session.toggle_play()
    assert not session.playing


def test_a_burned_out_brain_learns_no_more() -> None:
    session = burned()
    epoch = session.epoch
    session.next_epoch()
    session.next_phase()
    session.step(1)
    session.grab()
    assert (session.epoch, session.newest, session.hand.held) == (epoch, epoch, None)


def test_looking_at_a_burn_out_again_says_what_it_is() -> None:
    session = burned()
    session.seek(0)
    session.voice.hush()
    session.seek(session.newest)
    assert "burned out" in sentence(session)


def test_undo_after_a_burn_out_goes_to_just_before_and_a_lower_volume_learns_on() -> None:
    session = burned()
    session.undo()
    assert session.row.distance_cm is not None
    assert not session.rebuild.burned_out
    session.change_settings(replace(session.settings, learning_rate=0.01))
    for _ in range(20):
        session.next_epoch()
        assert session.row.distance_cm is not None
    assert not session.rebuild.burned_out


@pytest.mark.parametrize("epochs", [0, 5])
def test_undo_takes_back_a_weight_that_burned_the_brain(epochs: int) -> None:
    session = learned(epochs)
    params = session.rebuild.before.params
    session.change_parameter(session.history.trainer.architecture.parameter_count - 7, 1e12)
    assert session.rebuild.burned_out
    session.undo()
    assert session.epoch == epochs
    np.testing.assert_array_equal(session.rebuild.before.params, params)


def test_a_weight_that_burns_the_brain_says_so_at_once() -> None:
    session = learned(3)
    parameters = session.history.trainer.architecture.parameter_count
    session.change_parameter(parameters - 7, 1e12)
    assert session.rebuild.burned_out
    assert "burned out" in sentence(session)


def test_no_news_runs_ahead_of_the_scanner() -> None:
    session = GameSession(load_chair("three-part-stool"), Settings())
    while session.news is None:
        session.next_phase()
    assert (session.player.moment.phase, session.spoken) == (Phase.BUILD, None)
    session.next_phase()
    assert session.spoken is None
    session.next_phase()
    assert session.spoken is session.news is not None


def test_a_look_earned_by_one_run_shows_nothing_to_the_next() -> None:
    session = small_session()
    while not session.scanner.box_is_open:
        session.next_epoch()
    session.toggle_peek()
    assert (session.peeks.ideal is not None, session.peeks.written) == (True, ())
    session.new_brain()
    assert session.peeks.ideal is None
    session.toggle_peek()
    assert (session.peeks.ideal is not None, len(session.peeks.written)) == (True, 1)


@pytest.mark.parametrize("rate", [1e-5, 0.001, 0.02, 100.0, 1000.0])
def test_louder_is_never_quieter_nor_quieter_louder(rate: float) -> None:
    assert quieter(rate) <= rate <= louder(rate)
