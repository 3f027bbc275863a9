"""The volume's play: what counts as foretold, steering, going back from the smoke, runs that agree with learning."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.level import level_named
from chairgame.game.story.play import IllegalMoveError
from chairgame.game.story.registry import VolumeSetup
from chairgame.game.story.volume_run import BURN, CRAWL, LEARN, OUTCOMES, VolumePlay, course_of
from chairgame.training.history import History
from chairgame.training.settings import Settings
from tests.training.beginning import begun

LEVEL = level_named("volume")
CLIFF = 0.07  # the first volume of the knob that burns out


def _played(*moves: str) -> VolumePlay:
    play = VolumePlay(LEVEL)
    for move in moves:
        play.do(move)
    return play


def _to(rate: float) -> str:
    setup = LEVEL.setup_as(VolumeSetup)
    return f"volume {setup.rates.index(rate) - setup.rates.index(setup.start)}"


def _independent(rate: float, turns: dict[int, float], epochs: int = 40) -> History:
    """The same run without any of the story's code."""
    settings = Settings(seed=LEVEL.seed, optimizer="sgd", learning_rate=rate, batch=1)
    history = begun(load_chair("kitchen"), settings)
    while history.newest < epochs and not history.burned_out:
        if history.newest in turns:
            history.change_settings(replace(settings, learning_rate=turns[history.newest]))
        history.advance()
    history.measure_newest()
    return history


def test_the_knob_teaches_a_crawl_then_learning_ever_better_then_a_cliff() -> None:
    play = VolumePlay(LEVEL)
    for _step in play.reckon():
        pass
    distances = list(play.constant.values())
    sound = [distance for distance in distances if distance is not None]
    assert sound == sorted(sound, reverse=True), "louder is better, up to the cliff"
    assert distances[: len(sound)] == sound, "beyond the cliff all is smoke"
    assert len(distances) - len(sound) >= 2
    assert sum(distance >= 3 for distance in sound) >= 3
    assert sum(distance < 3 for distance in sound) >= 3
    assert 1 <= sum(distance < 2 for distance in sound) <= 2, "under 2 cm only just below burn-out"


@pytest.mark.parametrize("rate", [0.005, 0.02, 0.05])
def test_a_run_is_what_learning_makes_of_it(rate: float) -> None:
    play = _played("predict learn", _to(rate), "epoch 40") if rate != 0.005 else _played("predict learn", "epoch 40")
    assert play.results[0].distance_cm == _independent(rate, {}).rows[40].distance_cm


@settings(max_examples=10, deadline=None)
@given(turn=st.integers(1, 39), steps=st.integers(-2, 3).filter(bool))
def test_a_steered_run_is_what_learning_makes_of_it(turn: int, steps: int) -> None:
    play = _played("predict crawl", "volume 4", f"epoch {turn}", f"volume {steps}", f"epoch {40 - turn}")
    history = _independent(0.02, {turn: play.rate})
    assert play.results[0].distance_cm == history.rows[40].distance_cm
    assert play.results[0].predicted is None, "who steers has not foretold"
    assert play.results[0].rate is None


@pytest.mark.parametrize(("rate", "outcome"), [(0.007, CRAWL), (0.015, LEARN), (0.1, BURN)])
@pytest.mark.parametrize("predicted", OUTCOMES)
def test_a_prediction_is_right_or_missed(rate: float, outcome: str, predicted: str) -> None:
    play = _played(f"predict {predicted}", _to(rate), "epoch 40")
    assert play.results[0].outcome == outcome
    assert (outcome in play.foretold) == (predicted == outcome)
    assert play.missed == (predicted != outcome)


def test_what_is_known_already_cannot_be_foretold() -> None:
    play = _played("predict burn", "epoch 40", "predict crawl", "epoch 40")
    assert [result.is_foretold for result in play.results] == [False, True]
    assert not play.foretold
    assert play.missed == 1


def test_nothing_runs_before_a_prediction() -> None:
    play = VolumePlay(LEVEL)
    play.toggle()
    assert not play.is_moving
    with pytest.raises(IllegalMoveError):
        play.do("epoch")


def test_back_from_the_smoke_is_before_it_and_a_quieter_knob_saves_the_run() -> None:
    play = _played("predict burn", _to(CLIFF), "epoch 40")
    assert play.is_burned
    smoke = play.epoch
    play.do("back")
    assert play.epoch < smoke
    assert not play.is_burned
    play.do("volume -3")
    play.do("epoch 40")
    assert play.results[0].outcome == BURN
    assert play.results[1].distance_cm is not None
    assert play.foretold == {BURN}


def test_undo_never_brings_the_smoke_back() -> None:
    attempt = Attempt(LEVEL, moves=["predict burn", _to(CLIFF), "epoch 40", "back"])
    assert attempt.undo()
    assert attempt.play.moves == ["predict burn"]


def test_time_makes_a_run_of_the_level_s_epochs_and_then_stands() -> None:
    play = _played("predict crawl")
    play.toggle()
    seconds = 0.0
    while play.is_moving and seconds < 60:
        play.tick(0.05, lambda: True)
        seconds += 0.05
    assert play.epoch == 40
    assert play.results[0].outcome == CRAWL
    assert seconds < 18
    first, seconds = seconds, 0.0
    play.do("volume 1")
    play.do("predict crawl")
    play.toggle()
    while play.is_moving and seconds < 60:
        play.tick(0.05, lambda: True)
        seconds += 0.05
    assert seconds < first / 2, "later runs are shorter: the loop is known by then"


def test_the_session_shows_the_epoch_of_the_play() -> None:
    play = _played("predict learn", "epoch 12", "volume 3", "epoch 5")
    assert play.session.epoch == 17
    assert play.session.row.distance_cm == play.course.distance_cm(17)
    assert play.session.settings.learning_rate == play.rate
    assert play.session.newest == 17, "nothing is shown of what has not been played"


def test_attempts_do_not_disturb_each_other() -> None:
    course = course_of(LEVEL)
    before = [course.distance_cm(epoch) for epoch in range(10)]
    play = _played("predict learn", "epoch 3", "volume 5", "epoch 30")
    play.session.change_volume(3)
    play.session.next_epoch()
    assert [course.distance_cm(epoch) for epoch in range(10)] == before
