"""What is kept of a session: whole at any moment, worth an offer, and the very epoch again, bit for bit."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from chairgame.blackbox.measurement import Unit
from chairgame.chair.catalogue import load_chair
from chairgame.game.session.autosave import FILE, Autosave, Offer, Resumption
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import Catalogue
from chairgame.training.history import MAXIMUM_EPOCHS
from chairgame.training.rows import Rows
from chairgame.training.runs import MAXIMUM_BYTES, history_of, load_run, run_bytes, run_of
from chairgame.training.settings import Settings
from tests.game.commands import SEQUENCES, Command, learned, small_session

ENGLISH = Catalogue("en")


def kept(session: GameSession, home: Path) -> Autosave:
    """An autosave that has written a session."""
    autosave = Autosave(home)
    autosave.follow(session)
    autosave.keep()
    return autosave


def offered(home: Path) -> Offer:
    offer, news = Autosave(home).offer()
    assert news is None
    assert offer is not None
    return offer


def gone_on_with(offer: Offer) -> GameSession:
    """A later start, in which the offer is taken."""
    resumption = Resumption(offer)
    assert resumption.go_on(lambda: True)
    session = GameSession(load_chair("armchair"), Settings())
    session.go_on_with(resumption.history, offer.epoch)
    return session


@settings(max_examples=25, deadline=None)
@given(SEQUENCES)
def test_after_any_game_it_goes_on_from_the_very_epoch(
    tmp_path_factory: pytest.TempPathFactory, commands: list[Command]
) -> None:
    home, session = tmp_path_factory.mktemp("home"), small_session()
    for command in commands:
        command.do(session)
    kept(session, home)
    if session.newest == 0 or session.rebuild.burned_out:
        assert not (home / FILE).exists()
        return
    again = gone_on_with(offered(home))
    assert (again.epoch, again.chair.name, again.settings) == (session.epoch, session.chair.name, session.settings)
    for epoch in {0, session.epoch, min(session.newest, again.newest)}:
        assert np.array_equal(again.history.state(epoch).params, session.history.state(epoch).params)
    assert again.rebuild.measurement.distance_cm == session.rebuild.measurement.distance_cm


def test_what_is_learned_after_going_on_is_what_would_have_been_learned(tmp_path: Path) -> None:
    session = learned(9)
    kept(session, tmp_path)
    again = gone_on_with(offered(tmp_path))
    for _ in range(5):
        session.next_epoch()
        again.next_epoch()
    assert np.array_equal(again.rebuild.before.params, session.rebuild.before.params)
    assert again.history.rows == session.history.rows


def with_another_optimizer(session: GameSession) -> None:
    session.change_settings(replace(session.settings, optimizer="sgd", learning_rate=0.01))


def with_a_weight_by_hand(session: GameSession) -> None:
    session.change_parameter(3, 0.25)


CHANGES = [with_another_optimizer, with_a_weight_by_hand]


@pytest.mark.parametrize("is_replay", [False, True])
@pytest.mark.parametrize("change", CHANGES)
def test_what_was_changed_on_the_way_is_changed_again(
    change: Callable[[GameSession], None], is_replay: bool, tmp_path: Path
) -> None:
    session, unchanged = learned(4), learned(7)
    if is_replay:
        kept(session, tmp_path)
        history = history_of(load_run(tmp_path / FILE))
        session = GameSession(history.chair, history.settings_at(history.newest), history)
        session.seek(history.newest)
    autosave = Autosave(tmp_path)
    autosave.follow(session, is_replay=is_replay)
    change(session)
    for _ in range(3):
        session.next_epoch()
    autosave.keep()
    again = gone_on_with(offered(tmp_path))
    assert (again.epoch, again.newest, again.settings) == (7, 7, session.settings)
    for epoch in range(8):
        assert np.array_equal(again.history.state(epoch).params, session.history.state(epoch).params)
    assert not np.array_equal(again.history.state(7).params, unchanged.history.state(7).params)


def test_the_epoch_shown_is_kept_though_the_run_is_longer(tmp_path: Path) -> None:
    session = learned(9)
    session.seek(4)
    kept(session, tmp_path)
    again = gone_on_with(offered(tmp_path))
    assert (again.epoch, again.newest) == (4, 9)
    assert "epoch 4" in offered(tmp_path).sentence(ENGLISH)


def test_undo_brings_back_what_was_there_before_going_on(tmp_path: Path) -> None:
    kept(learned(3), tmp_path)
    again = gone_on_with(offered(tmp_path))
    again.undo()
    assert (again.chair.name, again.epoch) == ("armchair", 0)


def test_nothing_is_kept_that_is_not_worth_an_offer(tmp_path: Path) -> None:
    kept(small_session(), tmp_path)
    assert not (tmp_path / FILE).exists()
    session = learned(5)
    kept(session, tmp_path)
    before = (tmp_path / FILE).read_bytes()
    burned = small_session(optimizer="sgd", learning_rate=100.0)
    while not burned.rebuild.burned_out:
        burned.next_epoch()
    kept(burned, tmp_path)
    kept(small_session(), tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


def test_looking_at_a_replay_keeps_nothing_until_something_is_added(tmp_path: Path) -> None:
    session = learned(5)
    session.seek(0)
    autosave = Autosave(tmp_path)
    autosave.follow(session, is_replay=True)
    session.seek(3)
    autosave.keep()
    assert not autosave.exists
    session.seek(5)
    session.next_epoch()
    autosave.keep()
    assert autosave.exists


def test_what_has_been_written_is_not_written_again(tmp_path: Path) -> None:
    session = learned(5)
    autosave = kept(session, tmp_path)
    (tmp_path / FILE).unlink()
    autosave.keep()
    assert not autosave.exists
    session.seek(2)
    autosave.keep()
    assert offered(tmp_path).epoch == 2


def test_it_is_written_meanwhile_at_most_every_ten_seconds(tmp_path: Path) -> None:
    now = [100.0]
    session = learned(5)
    autosave = Autosave(tmp_path, lambda: now[0])
    autosave.follow(session)
    for seconds, is_written in ((9.9, False), (0.2, True), (5.0, False), (5.1, True)):
        now[0] += seconds
        session.next_epoch()
        (tmp_path / FILE).unlink(missing_ok=True)
        autosave.keep_meanwhile()
        wait_for_writing()
        assert autosave.exists == is_written


def test_a_system_without_threads_keeps_it_on_leaving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    autosave = Autosave(tmp_path, lambda: 100.0)
    autosave.follow(learned(2))
    monkeypatch.setattr(threading.Thread, "start", refused)
    autosave.keep_meanwhile()
    autosave.keep()
    assert offered(tmp_path).epoch == 2


def test_the_longer_writing_takes_the_rarer_it_is_done(tmp_path: Path) -> None:
    now = [0.0]

    def slow_clock() -> float:
        now[0] += 0.5
        return now[0]

    autosave = Autosave(tmp_path, slow_clock)
    autosave.follow(learned(2))
    autosave.keep()
    assert autosave._next - now[0] >= 0.5 / 0.02


def test_what_a_killed_game_left_half_written_is_cleared_away_later(tmp_path: Path) -> None:
    kept(learned(2), tmp_path)
    old, young = tmp_path / ".chairgame-old", tmp_path / ".chairgame-young"
    for file in (old, young):
        file.write_text("half")
    os.utime(old, (time.time() - 7200,) * 2)
    offered(tmp_path)
    assert sorted(os.listdir(tmp_path)) == [young.name, FILE]


@pytest.mark.parametrize("damage", [b"", b"garbage", None])
def test_what_is_damaged_is_set_aside_and_said(tmp_path: Path, damage: bytes | None) -> None:
    kept(learned(5), tmp_path)
    file = tmp_path / FILE
    file.write_bytes(file.read_bytes()[:-9] if damage is None else damage)
    before = file.read_bytes()
    for copy in ("damaged-autosave.run", "damaged-2-autosave.run"):
        offer, news = Autosave(tmp_path).offer()
        assert offer is None
        assert news is not None
        assert copy in news.sentence(ENGLISH)
        assert (tmp_path / copy).read_bytes() == before
        assert not file.exists()
        file.write_bytes(before)


@pytest.mark.parametrize("is_cut", [True, False])
def test_damaged_at_any_byte_it_is_set_aside_unharmed(is_cut: bool, tmp_path: Path) -> None:
    kept(learned(2), tmp_path)
    file, aside = tmp_path / FILE, tmp_path / f"damaged-{FILE}"
    whole = file.read_bytes()
    for at, byte in enumerate(whole):
        damaged = whole[:at] if is_cut else whole[:at] + bytes([byte ^ 1 << at % 8]) + whole[at + 1 :]
        file.write_bytes(damaged)
        offer, news = Autosave(tmp_path).offer()
        assert offer is None, at
        assert news is not None, at
        assert news.sentence(ENGLISH) == f"The kept run is damaged; it now lies in {aside.name}."
        assert os.listdir(tmp_path) == [aside.name]
        assert aside.read_bytes() == damaged
        aside.unlink()


def test_without_anything_kept_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert Autosave(tmp_path / "nowhere").offer() == (None, None)


def test_a_folder_that_cannot_be_written_is_a_reason_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    autosave = kept(learned(2), tmp_path / "home")
    assert autosave.failure is not None
    assert str(tmp_path / "home") in autosave.failure.sentence(ENGLISH)


def test_a_long_run_is_lived_through_in_slices(tmp_path: Path) -> None:
    kept(learned(9), tmp_path)
    resumption = Resumption(offered(tmp_path))
    slices = 0
    while not resumption.go_on(lambda: False):
        slices += 1
        assert resumption.history.newest == slices
    assert slices == 9


def test_of_two_games_the_last_one_to_write_wins(tmp_path: Path) -> None:
    sessions = [learned(3), learned(6)]
    autosaves = [kept(session, tmp_path) for session in sessions]
    assert offered(tmp_path).epoch == 6
    sessions[0].next_epoch()
    autosaves[0].keep()
    assert offered(tmp_path).epoch == 4
    autosaves[1].keep()  # has nothing new to say
    assert offered(tmp_path).epoch == 4


def test_two_games_at_once_leave_one_whole_run(tmp_path: Path) -> None:
    sessions = [learned(40), learned(60)]

    def write(session: GameSession) -> None:
        autosave = Autosave(tmp_path)
        autosave.follow(session)
        for epoch in range(30):
            session.seek(epoch)
            autosave.keep()

    threads = [threading.Thread(target=write, args=(session,)) for session in sessions]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        if (tmp_path / FILE).exists():
            assert len(load_run(tmp_path / FILE).rows) in (41, 61)
    assert offered(tmp_path).epoch == 29
    assert os.listdir(tmp_path) == [FILE]


KILLED = """
import sys
from pathlib import Path
from chairgame.game.session.autosave import Autosave
from tests.game.commands import small_session
session, autosave = small_session(), Autosave(Path(sys.argv[1]))
autosave.follow(session)
session.next_epoch()  # the first one loads what all the others need, which takes a busy machine a while
print("begun", flush=True)
while True:
    session.next_epoch()
    autosave.keep()
"""


def test_killed_at_any_moment_it_is_whole_or_absent(tmp_path: Path) -> None:
    found = 0
    for attempt, seconds in enumerate(np.random.default_rng(3).uniform(0.0, 0.12, 8)):
        home = tmp_path / str(attempt)
        with subprocess.Popen([sys.executable, "-c", KILLED, str(home)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(seconds)  # the moment is the point
            process.kill()
        if (home / FILE).exists():
            found += 1
            again = gone_on_with(offered(home))
            assert again.epoch == again.newest
    assert found > 1


def wait_for_writing() -> None:
    for thread in threading.enumerate():
        if thread.name == "autosave":
            thread.join(20)


def test_the_longest_run_is_far_from_the_limit_of_what_is_read_again() -> None:
    """Whatever its figures: a run rests at its limit, and so does its file."""
    widest = np.full((MAXIMUM_EPOCHS + 1, 3), -1.2345678901234567e-300)
    run = replace(run_of(small_session().history, "interrupted"), rows=Rows.of(widest, Unit.CM))
    assert 10 * len(run_bytes(run)) < MAXIMUM_BYTES
