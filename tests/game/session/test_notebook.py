"""The notebook: what was changed, seen and tried, where and when; and the first time that it stands."""

from dataclasses import replace

import numpy as np

from chairgame.chair.catalogue import load_chair
from chairgame.game.session.beats import FULL
from chairgame.game.session.model import GameSession
from chairgame.game.session.notebook import notes_of
from chairgame.game.sitting.outcome import CAT, GRANDMOTHER, SITTERS
from chairgame.game.sitting.sit_test import sit_down
from chairgame.text.catalogue import Catalogue
from chairgame.training.settings import Settings
from tests.game.commands import learned, small_session

ENGLISH = Catalogue("en")


def lines(session: GameSession) -> list[tuple[int, str]]:
    return [(note.epoch, note.news.sentence(ENGLISH)) for note in notes_of(session)]


def test_what_was_changed_looked_at_and_tried_stands_at_its_epoch() -> None:
    session = learned(2)
    session.change_settings(replace(session.settings, learning_rate=0.005))
    session.next_epoch()
    session.change_parameter(7, -0.25)
    session.toggle_peek()
    session.sit_down()
    found = lines(session)
    assert found[0] == (0, "a new brain, number 0; volume 0.02")
    for epoch, words in (
        (2, "volume 0.02 → 0.005"),
        (3, "weight 7 set to −0.25 by hand"),
        (3, "you looked into the box"),
    ):
        assert (epoch, words) in found
    assert any(epoch == 3 and "cat" in words for epoch, words in found)
    assert [epoch for epoch, _ in found] == sorted(epoch for epoch, _ in found)


def test_every_setting_that_changes_has_its_line() -> None:
    session = learned(1)
    session.change_settings(replace(session.settings, optimizer="momentum", loss="huber", momentum=0.5, batch=1))
    words = [text for _, text in lines(session)]
    assert {"optimizer: momentum", "echo (momentum): 0.5", "the signals come after each part"} <= set(words)


def test_a_branch_has_its_own_changes_and_its_pasts() -> None:
    session = learned(3)
    session.fork()
    session.next_epoch()
    session.change_volume(1)
    assert (3, "branch B leaves here") in lines(session)
    count = len(lines(session))
    session.switch_branch()
    assert len(lines(session)) < count
    assert "leaves" not in str(lines(session))


def test_another_brain_has_an_empty_notebook_and_undo_brings_the_old_one_back() -> None:
    session = learned(3)
    session.sit_down()
    before = lines(session)
    session.new_brain()
    assert lines(session) == [(0, "a new brain, number 1; volume 0.02")]
    session.undo()
    assert lines(session) == before


def test_a_note_is_written_once_however_often_one_sits() -> None:
    session = learned(3)
    for _ in range(6):
        session.sit_down()
    said = [note for note in session.journal.notes if "halved" not in note.news.message]
    assert len(said) == len(SITTERS)


def test_sitting_down_goes_around_and_holds_the_time() -> None:
    session = small_session()
    session.toggle_play()
    seen = []
    for _ in range(4):
        session.sit_down()
        seen.append(session.seat.sitter)
    assert seen == [*SITTERS, CAT]
    assert not session.playing
    assert session.player.moment.phase is None
    session.seat.clear()
    assert session.seat.test is None


def test_the_sit_test_follows_the_epoch_and_the_hand() -> None:
    session = learned(60, hidden=(24, 24))
    session.sit_down()
    assert session.seat.test is session.seat.test
    now = session.seat.test
    session.seek(0)
    assert session.seat.test is not now
    session.seek(60)
    session.grab()
    session.hand.move(0, 0, 40.0)
    held = session.seat.test
    assert held is not None
    assert held.holds == sit_down(session.chair, session.hand.assembly, CAT).holds
    assert np.allclose(
        session.hand.assembly.centres[session.hand.held.part, 2]
        - session.rebuild.poses.centres[session.hand.held.part, 2],
        40,
    )


def test_the_first_time_that_it_stands_is_told_once_and_shown_in_full() -> None:
    session = GameSession(load_chair("kitchen"), Settings(seed=2))
    told = []
    for _ in range(60):
        session.next_epoch()
        if session.news is not None and session.news.message.startswith("It stands"):
            told.append((session.epoch, session.player.beat))
        session.voice.hush()
    assert [beat for _, beat in told] == [FULL]
    epoch = told[0][0]
    held = []
    for earlier in range(epoch + 1):
        session.seek(earlier)
        held.append(sit_down(session.chair, session.rebuild.poses, GRANDMOTHER).holds)
    assert held[-1]
    assert sum(held) <= 2  # a landmark of the same epoch comes first
    assert [note.epoch for note in session.journal.notes if note.news.message.startswith("It stands")] == [epoch]
