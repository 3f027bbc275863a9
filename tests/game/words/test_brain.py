"""The bench as a model: time, changes, branches, undo, speech; and its learner may be anywhere."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.game.words.brain import SPEEDS, BrainBench
from chairgame.game.words.desk import Desk, Wishes, desk_of_run
from chairgame.game.words.samples import SAMPLES, agreement, grammar_of
from chairgame.game.words.saying import TEMPERATURES, heated, lifts, recital
from chairgame.game.words.shelf import new_run
from chairgame.game.words.source import typed_text
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.training.first_reading import first_reading, first_settings
from chairgame.training.runs import run_of
from tests.training.kept import contents

ALA = "Ala ma kota a kot ma Alę"


class Patient:
    """A learner that hands over only when it is told to."""

    def __init__(self) -> None:
        self.waiting: tuple[Callable[..., Any], Callable[..., Any]] | None = None

    @property
    def is_busy(self) -> bool:
        return self.waiting is not None

    def is_long(self, _seconds: float) -> bool:
        return True

    def do(self, work: Callable[..., Any], then: Callable[..., Any], _seconds: float) -> None:
        self.waiting = work, then

    def poll(self) -> bool:
        return False

    def drop(self) -> None:
        self.waiting = None

    def finish(self) -> None:
        assert self.waiting is not None
        (work, then), self.waiting = self.waiting, None
        result = work(lambda: True)
        if result is not None:
            then(result)


def begun(text: str = ALA, learner: Any = None, window: int | None = None) -> BrainBench:
    reading = first_reading(text, window)
    return BrainBench(new_run(reading, first_settings(reading)), learner)


def news_of(bench: BrainBench) -> str:
    return "" if bench.news is None else bench.news.sentence(Catalogue("en"))


def live(bench: BrainBench, seconds: float) -> None:
    for _ in range(round(seconds * 20)):
        bench.tick(0.05, lambda: True)


def test_time_learns_at_the_speed_that_is_set() -> None:
    bench = begun()
    bench.toggle_play()
    live(bench, 1.0)
    assert abs(bench.epoch - SPEEDS[1]) <= 2
    bench.change_speed(1)
    before = bench.epoch
    live(bench, 1.0)
    assert abs(bench.epoch - before - SPEEDS[2]) <= 3
    bench.hold()
    before = bench.epoch
    live(bench, 1.0)
    assert bench.epoch == before


def test_the_same_is_learned_beside_the_screen_and_at_once() -> None:
    learner = Patient()
    one, other = begun(learner=learner), begun()
    for _ in range(5):
        one.next_epoch()
        learner.finish()
        other.next_epoch()
    assert contents(one.state) == contents(other.state)
    assert one.history.rows == other.history.rows


def test_what_is_learned_for_a_run_that_was_changed_meanwhile_is_not_taken() -> None:
    learner = Patient()
    bench = begun(learner=learner)
    bench.next_epoch()
    waiting = learner.waiting
    bench.change_volume(1)
    assert not learner.is_busy
    assert waiting is not None
    waiting[1](waiting[0](lambda: True))  # it comes all the same
    assert bench.history.newest == 0


def test_a_new_brain_comes_when_it_is_wired_and_the_old_one_stays_till_then() -> None:
    learner = Patient()
    bench = begun(learner=learner)
    bench.widen(2)
    assert bench.reading.window == 3
    learner.finish()
    assert bench.reading.window == 5
    bench.undo()
    assert bench.reading.window == 3


def test_looking_back_changes_nothing_and_playing_goes_on_from_there() -> None:
    bench = begun()
    for _ in range(6):
        bench.next_epoch()
    newest = contents(bench.state)
    bench.seek(2)
    bench.next_epoch()
    assert (bench.epoch, bench.history.newest) == (3, 6)
    bench.seek(99)
    assert contents(bench.state) == newest
    assert bench.row == bench.history.rows[6]


def test_a_change_in_the_past_makes_a_branch_and_undo_takes_it_back() -> None:
    bench = begun()
    for _ in range(4):
        bench.next_epoch()
    bench.seek(2)
    bench.change_volume(1)
    assert [branch.name for branch in bench.branches] == ["A", "B"]
    assert bench.row == bench.branches[0].history.rows[2]
    bench.next_epoch()
    bench.switch_branch()
    assert (bench.branch.name, bench.epoch) == ("A", 4)
    bench.undo()
    assert [branch.name for branch in bench.branches] == ["A"]


def test_what_stays_uncertain_is_said() -> None:
    bench = begun("a b a c a b a c a b", window=1)
    for _ in range(80):
        bench.next_epoch()
        if bench.news is not None:
            break
    assert "questions stay open" in news_of(bench)
    bench = begun(ALA)
    for _ in range(40):
        bench.next_epoch()
        if bench.news is not None:
            break
    assert "it answers every question" in news_of(bench)


def test_the_window_of_an_own_sentence_grows_until_all_is_certain() -> None:
    assert begun("a b c d x a b c d y").reading.window == 5
    bench = begun(" ".join(["a"] * 11 + ["b"]))
    assert bench.reading.window == 8
    assert bench.certain[0] < bench.certain[1]


def test_speech_stops_with_the_text_and_begins_anew() -> None:
    bench = begun()
    for _ in range(20):
        bench.next_epoch()
    bench.speaker.change_temperature(-9)
    bench.speaker.toggle()
    live(bench, 5.0)
    assert bench.reading.spelled(bench.speaker.said) == ALA == recital(bench.history, bench.state)
    assert not bench.runs
    bench.say_word()
    assert len(bench.speaker.said) == 2


@given(shares=st.lists(st.floats(1e-6, 1), min_size=2, max_size=8), temperature=st.sampled_from(TEMPERATURES))
def test_heat_keeps_the_order_and_the_sum(shares: list[float], temperature: float) -> None:
    given_ = np.array(shares) / sum(shares)
    hot = heated(given_, temperature)
    assert hot.sum() == pytest.approx(1)
    assert (np.diff(hot[np.argsort(given_, kind="stable")]) >= -1e-12).all()
    if temperature == 1.0:
        np.testing.assert_allclose(hot, given_)


def test_the_lifts_and_the_bias_are_the_answer() -> None:
    bench = begun()
    for _ in range(5):
        bench.next_epoch()
    task, state = bench.history.task, bench.state
    found = lifts(bench.history, state, bench.gaze.context, bench.gaze.target)
    bias = task.network.layers(state.params)[-1][1][bench.gaze.target]
    context = bench.reading.windows.contexts[[bench.gaze.place - 1]]
    answer = bench.history.trainer.activations(state, context)[-1][0, bench.gaze.target]
    assert sum(lift.share for lift in found) + bias == pytest.approx(answer)
    assert [abs(lift.share) for lift in found] == sorted((abs(lift.share) for lift in found), reverse=True)


def test_too_loud_it_burns_out_and_undo_saves_it() -> None:
    bench = begun()
    for _ in range(60):
        bench.change_volume(1)
    for _ in range(200):
        bench.next_epoch()
        if bench.history.burned_out:
            break
    if bench.history.burned_out:  # Adam survives much
        assert "burned out" in news_of(bench)
    bench.undo()
    assert not bench.history.burned_out


DEEDS = ["next_epoch", "toggle_play", "hold", "new_brain", "fork", "switch_branch", "undo", "say_word"]
STEPS = ["seek", "change_speed", "gaze.move", "gaze.choose", "change_volume", "widen"]


@settings(max_examples=40, deadline=None)
@given(deeds=st.lists(st.tuples(st.sampled_from(DEEDS + STEPS), st.integers(-3, 9)), max_size=25))
def test_no_commands_in_any_order_break_it(deeds: list[tuple[str, int]]) -> None:
    bench = begun("Ala ma kota a kot")
    for name, number in deeds:
        attrgetter(name)(bench)(*([number] if name in STEPS else []))
        bench.tick(0.1, lambda: True)
        assert bench.row.epoch == bench.epoch
        assert 1 <= bench.gaze.place < len(bench.reading.numbers)
        assert len(bench.gaze.expected) == len(bench.reading.vocabulary.words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("index", range(len(SAMPLES)))
def test_every_sample_can_be_learned(index: int, language: str) -> None:
    desk = Desk.with_sample(index, Catalogue(language), Wishes(seed=3))
    bench = desk.brain()
    assert bench.history.first_settings.seed == 3
    before = bench.row.loss
    for _ in range(3):
        bench.next_epoch()
    assert bench.row.loss < before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_small_language_keeps_pairs_back_and_agrees(language: str) -> None:
    found = agreement(grammar_of(language), 5)
    said = {(name, verb) for name, verb, _ in found.read}
    for name, verb in found.unread:
        assert (name, found.grammar.form(name, verb)) not in said
    assert set(found.read) <= found.sentences
    assert len(found.read) == 115
    assert len(found.unread) == 16
    assert len(found.sentences) == 512


def test_a_desk_brings_a_saved_run_back() -> None:
    bench = begun()
    for _ in range(4):
        bench.next_epoch()
    desk = desk_of_run(run_of(bench.history, "epochs"))
    again = desk.brain()
    assert (again.epoch, again.history.newest, again.playing) == (0, 4, True)
    again.seek(again.history.newest)
    assert contents(again.state) == contents(bench.state)
    desk.take(typed_text("kot ma psa"))
    assert desk.brain().reading.content == "kot ma psa"


def test_tokens_are_read_when_they_are_asked_for() -> None:
    desk = Desk(typed_text("Ala ma kota , a kot ma Alę"))
    words = desk.brain().reading.pieces
    desk.read_in_tokens(3)
    bench = desk.brain()
    assert bench.reading.merges == 3
    assert bench.reading.pieces != words
    assert bench.reading.spelled(bench.reading.numbers.tolist()) == "Ala ma kota , a kot ma Alę"
