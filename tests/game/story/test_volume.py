"""The volume's play: what is asked and when, the row of readings, going back from the smoke, runs that agree with
learning."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.first_setups import VolumeSetup
from chairgame.game.story.hearings import AGAIN, BURN, CRAWL, LEARN, OUTCOMES, RIGHT, TOO_EARLY, Hearing, row_of
from chairgame.game.story.level import level_named
from chairgame.game.story.play import IllegalMoveError
from chairgame.game.story.volume_run import VolumePlay
from chairgame.game.story.volumes import course_of
from chairgame.training.history import History
from chairgame.training.practice import Practice
from chairgame.training.settings import Settings
from tests.game.story.hearing import END, READ_AT, beginning_of, end_of, read
from tests.training.beginning import begun

LEVEL = level_named("volume")
SETUP = LEVEL.setup_as(VolumeSetup)
SLOW_BURNER = 0.07

MOVES = st.one_of(
    st.builds("volume {}".format, st.integers(-11, 11)),
    st.builds("epoch {}".format, st.sampled_from([1, 3, END])),
    st.sampled_from(["back", "anew", "brain", "undo"]),
)


def _played(*moves: str) -> VolumePlay:
    play = VolumePlay(LEVEL)
    for move in moves:
        play.do(move)
    return play


def _to(rate: float, start: float = SETUP.start) -> str:
    return f"volume {SETUP.rates.index(rate) - SETUP.rates.index(start)}"


def _independent(rate: float, turns: dict[int, float], epochs: int = END) -> History:
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


@pytest.mark.slow
@pytest.mark.parametrize("seed", LEVEL.seeds)
def test_every_seed_has_a_slow_burner_and_can_be_read_as_the_hint_says(seed: int) -> None:
    kinds = []
    for rate in SETUP.rates:
        beginning = beginning_of(seed, rate)
        if len(beginning) <= READ_AT:
            continue  # burned before anybody could guess
        outcome, distance = end_of(seed, rate)
        kinds.append(outcome)
        assert read(beginning) == outcome, f"{rate} begins {beginning} and ends with {distance}"
    assert kinds == sorted(kinds, key=OUTCOMES.index), "the knob goes from too quiet to too loud"
    assert [kinds.count(kind) > 0 for kind in OUTCOMES] == [True] * 3
    assert kinds[-1] == BURN


@pytest.mark.parametrize("rate", [0.005, 0.02, 0.05])
def test_a_run_is_what_learning_makes_of_it(rate: float) -> None:
    turn = [] if rate == SETUP.start else [_to(rate)]
    play = _played(*turn, f"epoch {READ_AT}", "read learn", f"epoch {END}")
    assert play.hearings[0].distance_cm == _independent(rate, {}).rows[END].distance_cm
    rows = _independent(rate, {}, READ_AT).rows
    assert play.beginnings[LEVEL.seed, rate] == tuple(row.distance_cm for row in rows)


@pytest.mark.parametrize("rate", SETUP.rates)
@pytest.mark.parametrize("steps", [1, 5, END])
def test_a_run_stops_by_itself_and_asks_unless_it_has_burned_before(rate: float, steps: int) -> None:
    play = _played(*([] if rate == SETUP.start else [_to(rate)]))
    for _ in range(END):
        if not (play.is_asking or play.is_over_now):
            play.do(f"epoch {steps}")
    if len(beginning_of(LEVEL.seed, rate)) > READ_AT:
        assert (play.epoch, play.is_asking) == (READ_AT, True)
        with pytest.raises(IllegalMoveError):
            play.do("epoch")
    else:
        assert play.is_burned
        assert play.epoch < READ_AT
        assert play.hearings[0].reading is None
        assert play.missed == 0


@pytest.mark.parametrize(("rate", "outcome"), [(0.007, CRAWL), (0.015, LEARN), (SLOW_BURNER, BURN)])
@pytest.mark.parametrize("said", OUTCOMES)
def test_a_reading_is_right_or_missed(rate: float, outcome: str, said: str) -> None:
    play = _played(_to(rate), f"epoch {END}", f"read {said}", f"epoch {END}")
    assert play.hearings[0].outcome == outcome
    assert play.row == ((outcome,) if said == outcome else ())
    assert play.missed == (said != outcome)


def test_what_has_been_heard_is_not_asked_again() -> None:
    play = _played(f"epoch {END}", "read burn", f"epoch {END}", "anew", f"epoch {END}")
    assert play.epoch == END
    assert [hearing.reading for hearing in play.hearings] == [BURN, None]
    assert play.row == ()
    assert play.missed == 1


@pytest.mark.parametrize(("rate", "words"), [(0.1, TOO_EARLY), (SLOW_BURNER, RIGHT[BURN])])
def test_smoke_is_told_by_when_it_came_and_otherwise_when_it_comes_again(rate: float, words: str) -> None:
    play = _played(_to(rate), f"epoch {END}")
    if play.is_asking:
        play.do("read burn")
        play.do(f"epoch {END}")
    assert play.news is not None
    assert play.news.message == words
    play.do("anew")
    play.do(f"epoch {END}")
    assert play.news.message == AGAIN[BURN]
    assert play.row == ((BURN,) if rate == SLOW_BURNER else ())


def test_a_run_that_nobody_read_is_still_unheard() -> None:
    play = _played(f"epoch {END}", "volume 1", "volume -1", f"epoch {END}")
    assert play.is_asking
    assert play.hearings == []


@given(said=st.lists(st.tuples(st.sampled_from(OUTCOMES), st.none() | st.sampled_from(OUTCOMES)), max_size=12))
def test_the_row_is_what_was_read_right_since_the_last_miss(said: list[tuple[str, str | None]]) -> None:
    row = row_of([Hearing(1, 0.1, outcome, 1.0, reading) for outcome, reading in said])
    asked = [(outcome, reading) for outcome, reading in said if reading is not None]
    misses = [index for index, (outcome, reading) in enumerate(asked) if outcome != reading]
    since = asked[misses[-1] + 1 :] if misses else asked
    assert list(row) == [outcome for outcome, _reading in since]


@settings(max_examples=60, deadline=None)
@given(st.lists(MOVES, max_size=30))
def test_a_perfect_reader_loses_nothing_whatever_else_is_pressed(moves: list[str]) -> None:
    attempt, length = Attempt(LEVEL), 0
    attempt.stage = Stage.PLAY
    for move in moves:
        play = _play(attempt)
        if play.is_asking:
            assert attempt.do(f"read {end_of(play.brain, play.rate)[0]}")
        if move == "undo":
            attempt.undo()
        else:
            attempt.do(move)
        play = _play(attempt)
        assert play.missed == 0
        assert len(play.row) >= length
        length = len(play.row)


@settings(max_examples=60, deadline=None)
@given(st.lists(MOVES | st.builds("read {}".format, st.sampled_from(OUTCOMES)), max_size=30))
def test_nobody_sees_the_end_of_an_unheard_volume_without_having_said_what_it_will_be(moves: list[str]) -> None:
    attempt, known = Attempt(LEVEL), set[tuple[int, float]]()
    attempt.stage = Stage.PLAY
    misses = 0
    for move in moves:
        if move == "undo":
            attempt.undo()
        else:
            attempt.do(move)
        play = _play(attempt)
        known |= {(hearing.brain, hearing.rate) for hearing in play.hearings if hearing.rate is not None}
        if play.epoch > READ_AT and not play.is_steered:
            assert play.reading is not None or (play.brain, play.rate) in known
        assert play.missed >= misses, "nothing takes a miss back"
        misses = play.missed


def _play(attempt: Attempt) -> VolumePlay:
    assert isinstance(attempt.play, VolumePlay)
    return attempt.play


@settings(max_examples=10, deadline=None)
@given(steps=st.integers(-4, -1), later=st.integers(1, 10))
def test_back_from_the_smoke_a_steered_run_is_what_learning_makes_of_it(steps: int, later: int) -> None:
    play = _played(_to(SLOW_BURNER), f"epoch {END}", "read burn", f"epoch {END}", "back")
    sound = play.epoch
    assert 0 < sound < _independent(SLOW_BURNER, {}).newest
    play.do(f"volume {steps}")
    turns = {sound: play.rate}
    play.do(f"epoch {later}")
    if play.is_over_now:
        return
    play.do("volume 1")
    turns[sound + later] = play.rate
    play.do(f"epoch {END}")
    history = _independent(SLOW_BURNER, turns)
    steered = play.hearings[1]
    assert (steered.rate, steered.reading) == (None, None)
    assert steered.distance_cm == (None if history.burned_out else history.rows[END].distance_cm)
    assert play.row == (BURN,)


def test_before_a_smoke_at_once_there_is_only_a_newborn_brain_whose_volume_is_still_unheard() -> None:
    play = _played(_to(0.15), f"epoch {END}", "back", _to(SLOW_BURNER, 0.15), f"epoch {END}")
    assert play.is_asking


def test_another_brain_has_other_weights_and_the_row_goes_on() -> None:
    play = _played(f"epoch {END}", "read crawl", f"epoch {END}")
    before = play.session.rebuild.before.params
    play.do("brain")
    assert (play.brain, play.epoch, play.row) == (LEVEL.seeds[1], 0, (CRAWL,))
    assert not play.heard
    assert play.session.rebuild.before.params.tolist() != before.tolist()
    for _ in LEVEL.seeds[1:]:
        play.do("brain")
    assert play.brain == LEVEL.seed
    assert play.heard == {SETUP.start}


@pytest.mark.parametrize("move", ["volume 3", "anew", "brain"])
def test_what_is_read_is_settled_before_anything_else_happens(move: str) -> None:
    play = _played(f"epoch {END}", "read crawl", "epoch 5", move)
    assert play.row == (CRAWL,)
    assert play.epoch == 0


def test_undo_never_brings_the_smoke_back_nor_takes_back_what_was_said() -> None:
    attempt = Attempt(LEVEL, moves=[_to(0.1), f"epoch {END}", "back"])
    assert attempt.undo()
    assert attempt.play.moves == []
    assert not Attempt(LEVEL, moves=[f"epoch {END}", "read burn", f"epoch {END}"]).undo()


def _seconds_until(play: VolumePlay, is_so: Callable[[], bool]) -> float:
    seconds = 0.0
    while not is_so() and seconds < 60:
        play.tick(1 / 16, lambda: True)
        seconds += 1 / 16
    return seconds


def test_eight_seconds_to_the_question_two_to_the_end_and_later_a_quarter_of_it() -> None:
    play = VolumePlay(LEVEL)
    play.toggle()
    assert _seconds_until(play, lambda: play.is_asking) == READ_AT
    assert not play.is_moving
    play.do("read crawl")
    play.toggle()
    assert _seconds_until(play, lambda: play.is_over_now) == 2
    play.do("volume 3")
    play.toggle()
    assert _seconds_until(play, lambda: play.is_asking) == READ_AT / 4


def test_a_wait_is_held_and_sped_and_what_was_chosen_stays() -> None:
    play = VolumePlay(LEVEL)
    play.toggle()
    for _ in range(40):
        play.tick(1 / 16, lambda: True)
    play.toggle()
    assert not play.tick(5.0, lambda: True)
    assert play.epoch == 2
    play.pace.change(2)
    play.toggle()
    assert _seconds_until(play, lambda: play.is_asking) <= 6 / 16
    play.pace.change(-2)
    play.do("read crawl")
    play.do(f"epoch {END}")
    assert play.pace.speed == 1, "whoever has chosen how fast is not hurried"


def test_smoke_makes_parts_fly_and_a_key_ends_it() -> None:
    play = _played(_to(0.1), f"epoch {END}")
    assert play.flight == 0
    assert play.is_moving
    play.tick(0.3, lambda: True)
    assert 0 < play.flight < 1
    play.skip()
    assert not play.is_moving
    assert play.last_sound is not None
    assert play.last_sound[0] == 0


def test_the_session_shows_the_epoch_of_the_play() -> None:
    play = _played("epoch 5")
    assert play.session.epoch == 5
    play.do("epoch 2")
    session = play.session
    assert session.epoch == session.newest == 7, "nothing is shown of what has not been played"
    assert session.row.distance_cm == play.course.distance_cm(7)
    assert session.settings.learning_rate == play.rate


def test_attempts_do_not_disturb_each_other() -> None:
    course = course_of(SETUP, LEVEL.seed)
    before = [course.distance_cm(epoch) for epoch in range(10)]
    play = _played("epoch 3", "volume 5", f"epoch {END}")
    play.session.change_volume(3)
    play.session.next_epoch()
    assert [course.distance_cm(epoch) for epoch in range(10)] == before


def test_a_kept_play_comes_back_in_slices_as_it_was() -> None:
    """Nobody waits for twelve runs: a slice a frame, and meanwhile nothing can be done wrong."""
    once = Attempt(LEVEL, moves=LEVEL.solution)
    told: list[object] = []
    attempt = Attempt(LEVEL, moves=LEVEL.solution, earn=told.append, in_slices=True)
    attempt.when_back(lambda: told.append("back"))
    slices = 0
    while attempt.stage is Stage.RETURN:
        assert attempt.playing
        assert not attempt.do("volume 1")
        assert not attempt.undo()
        assert attempt.tick(0.03, lambda: False)
        slices += 1
    assert slices == len(LEVEL.solution)
    assert attempt.play.moves == once.play.moves
    assert attempt.facts() == once.facts()
    assert attempt.earned == once.earned
    assert told[-1] == "back"


def test_what_cannot_come_back_is_begun_anew() -> None:
    attempt = Attempt(LEVEL, moves=["epoch 8", "fly"], in_slices=True)
    while attempt.stage is Stage.RETURN:
        attempt.tick(0.03, lambda: True)
    assert attempt.is_anew
    assert attempt.stage is Stage.PAGES
    assert not attempt.play.moves


def test_who_looks_at_a_run_learns_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The widgets' session sees again what the moves have learned."""
    play = VolumePlay(LEVEL)
    for move in LEVEL.solution:
        play.do(move)
        with monkeypatch.context() as forbidden:
            forbidden.setattr(Practice, "epoch", lambda *_: pytest.fail("a getter trains"))
            assert play.session.epoch == play.session.newest == play.epoch
