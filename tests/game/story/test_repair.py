"""Level 7: wires turned by hand against learning, the bet, and sentences of one's own."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.level import level_named
from chairgame.game.story.own_sentence import MOST, OwnSentence, is_sentence
from chairgame.game.story.play import IllegalMoveError
from chairgame.game.story.repair import Act, RepairPlay
from chairgame.game.story.word_brain import WordBrain

LEVEL = level_named("ala-ma-kota")
TEXT, CLICK, SURE = "Ala ma kota", 0.5, 0.9
FIRST, LAST = 0, 1
"""The questions: after "Ala", and after "Ala ma"."""

Chooses = Callable[[WordBrain, np.random.Generator], tuple[int, float]]
"""A wire, and by how much it is turned."""


def guiltiest(brain: WordBrain, _rng: np.random.Generator) -> tuple[int, float]:
    return _steepest(brain.guilt(LAST))


def guiltiest_of_both(brain: WordBrain, _rng: np.random.Generator) -> tuple[int, float]:
    return _steepest(brain.guilt(FIRST) + brain.guilt(LAST))


def _steepest(guilt: np.ndarray) -> tuple[int, float]:
    wire = int(np.abs(guilt).argmax())
    return wire, -CLICK * float(np.sign(guilt.ravel()[wire]))


def into_kota(brain: WordBrain, rng: np.random.Generator) -> tuple[int, float]:
    neuron = int(rng.integers(brain.neurons))
    return 3 * neuron + 2, CLICK * float(np.sign(brain.middle[LAST, neuron]))


def anything(brain: WordBrain, rng: np.random.Generator) -> tuple[int, float]:
    return int(rng.integers(brain.wires)), CLICK * float(rng.choice([-1, 1]))


def mended(seed: int, chooses: Chooses, most: int, questions: Sequence[int] = (LAST,)) -> tuple[WordBrain, int | None]:
    """The brain, and after how many clicks it is sure; None if never."""
    brain, rng = WordBrain.newborn(TEXT, seed), np.random.default_rng(seed)
    for clicks in range(most + 1):
        if min(map(brain.share, questions)) > SURE:
            return brain, clicks
        brain = brain.turned(*chooses(brain, rng))
    return brain, None


def learned(seed: int) -> int:
    """After how many epochs both answers are sure."""
    brain = WordBrain.newborn(TEXT, seed)
    for epoch in range(500):
        if min(brain.share(FIRST), brain.share(LAST)) > SURE:
            return epoch
        brain = brain.learned()
    raise AssertionError("never")


def moves_of(seed: int, bets_on: str | None = None) -> Iterator[str]:
    """Always the guiltiest wire, then the bet, learning, a sentence; without a word to bet on, the right one."""
    brain, rng = WordBrain.newborn(TEXT, seed), np.random.default_rng(0)
    while brain.share(LAST) <= SURE:
        wire, by = guiltiest(brain, rng)
        brain = brain.turned(wire, by)
        yield f"turn {wire + 1} {round(by / CLICK)}"
    yield f"bet {bets_on or brain.words[int(brain.answers[FIRST].argmax())]}"
    yield from ("epoch 500", "own Ala ma kota a Ola ma psa", "epoch 100")


def played(moves: Sequence[str], seed: int = LEVEL.seed) -> Attempt:
    attempt = Attempt(LEVEL.with_seed(seed))
    attempt.stage = Stage.PLAY
    for move in moves:
        assert attempt.do(move), move
    return attempt


def play_of(attempt: Attempt) -> RepairPlay:
    assert isinstance(attempt.play, RepairPlay)
    return attempt.play


@pytest.mark.parametrize("seed", LEVEL.seeds)
def test_every_brain_begins_with_the_wrong_word_and_is_mended_by_its_guiltiest_wires(seed: int) -> None:
    brain = WordBrain.newborn(TEXT, seed)
    assert brain.words[brain.answers[LAST].argmax()] == "Ala"
    assert brain.words[brain.answers[FIRST].argmax()] == "ma"
    attempt = played([*moves_of(seed)], seed)
    assert attempt.star_count == 3
    assert 7 <= attempt.play.count <= LEVEL.par


def test_what_the_bet_is_about_differs_from_brain_to_brain() -> None:
    """Who has seen one play does not know the next one's answer."""
    assert {play_of(played([*moves_of(seed)], seed)).said for seed in LEVEL.seeds} == {"ma", "kota"}


@pytest.mark.parametrize("cut", range(len(LEVEL.solution)))
def test_an_attempt_cut_off_anywhere_is_gone_on_with(cut: int) -> None:
    attempt = Attempt(LEVEL, LEVEL.solution[:cut])
    attempt.stage = Stage.PLAY
    for move in LEVEL.solution[cut:]:
        assert attempt.do(move)
    assert attempt.star_count == 3


@pytest.mark.parametrize("word", ["Ala", "ma"])
def test_a_bet_that_is_lost_costs_one_star_and_is_not_taken_back(word: str) -> None:
    attempt = played([*moves_of(LEVEL.seed, word)])
    assert attempt.earned == {1, 2}
    assert attempt.is_missed(LEVEL.stars[2])
    while attempt.undo():
        pass
    assert play_of(attempt).bet == word


def test_a_click_that_is_taken_back_is_not_counted() -> None:
    attempt = played(["turn 1 1", "turn 1 1"])
    attempt.undo()
    assert attempt.play.count == 1
    assert np.array_equal(play_of(attempt).brain.weights, play_of(played(["turn 1 1"])).brain.weights)


def test_a_wire_is_not_wound_up_for_ever() -> None:
    attempt = played([])
    while attempt.do("turn 1 1"):
        assert attempt.play.count < 100
    assert attempt.do("turn 1 -1")


@pytest.mark.parametrize("seed", range(5))
def test_guilt_is_what_a_nudge_does_to_the_loss(seed: int) -> None:
    brain, nudge = WordBrain.newborn(TEXT, seed), 1e-6
    slopes = [
        (np.log(brain.turned(wire, -nudge).share(LAST)) - np.log(brain.turned(wire, nudge).share(LAST))) / (2 * nudge)
        for wire in range(brain.wires)
    ]
    np.testing.assert_allclose(slopes, brain.guilt(LAST).ravel(), atol=1e-8)


def test_backpropagation_is_the_loop_s_own() -> None:
    """An epoch turns the wires into the words by their guilt at all questions, each the same share of it."""
    brain = WordBrain.newborn(TEXT, 14)
    step = 0.4 * (brain.guilt(FIRST) + brain.guilt(LAST)) / 2
    np.testing.assert_allclose(brain.learned().weights, brain.weights - step, atol=1e-12)


# Sentences of one's own

SENTENCES = (
    "Ala ma kota",
    "Ala ma kota a kot ma Alę",
    "Ala ma kota , a Ola ma psa , a pies ma pchły",
    "to be or not to be that is the question",
    "W Szczebrzeszynie chrząszcz brzmi w trzcinie i Szczebrzeszyn z tego słynie",
    "ala ala ala ala",
    "łódź 犬 🐕 ala",
)


def recites(sentence: str, seed: int) -> OwnSentence:
    own = OwnSentence(sentence.split(), seed)
    own.learn(100)
    return own


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_recited(sentence: str) -> None:
    own = recites(sentence, 14)
    assert own.is_recited
    assert own.recitation() == own.words


@pytest.mark.slow
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_recited_by_every_brain_within_100_epochs(sentence: str) -> None:
    for seed in range(20):
        assert recites(sentence, seed).is_recited, seed


def test_the_window_grows_where_the_same_words_come_again() -> None:
    assert OwnSentence(["Ala", "ma", "kota", "a", "kot", "ma", "Alę"], 0).window == 3
    own = recites("a b c d x a b c d y", 0)
    assert own.window == 4 + 1
    assert own.is_recited
    assert own.uncertain == 0


def test_what_nobody_can_know_is_said() -> None:
    attempt = played([*LEVEL.solution[:11], "own a a a a a a a a a a a b", "epoch 200"])
    own = play_of(attempt).own
    assert own is not None
    assert own.uncertain > 0
    assert not own.is_recited
    assert attempt.play.news is not None
    assert "nobody can know" in attempt.play.news.message
    assert attempt.facts()["recited"] == 0


def test_a_sentence_has_its_bounds() -> None:
    play = played(LEVEL.solution[:11]).play
    for words in ("", "Ala ma", " ".join(["a"] * (MOST + 1)), f"{'a' * 300} b c", "\u200b \u200b \u200b"):
        with pytest.raises(IllegalMoveError):
            play.do(f"own {words}")
    play.do(f"own {' '.join(['a'] * MOST)}")


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=14))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_is_learned_or_refused(words: list[str]) -> None:
    cut = " ".join(words).split()
    if is_sentence(cut):
        own = OwnSentence(cut, 0)
        own.learn(3)
        assert len(own.recitation()) == len(own.words)
        assert own.answers().shape == (len(own.words) - 1, len(own.vocabulary))


# The design's table

ROOM, WORST = 1.1, 1.5


def assert_measured(values: Sequence[int], least: int, median: float, most: int) -> None:
    """Within a tenth of the design's median, its extremes not passed by half as much again; a whole click is room."""
    assert np.median(values) == pytest.approx(median, rel=ROOM - 1, abs=1)
    assert min(values) >= least / WORST
    assert max(values) <= most * WORST


def clicks_of(chooses: Chooses, most: int, seeds: int, questions: Sequence[int] = (LAST,)) -> list[int | None]:
    return [mended(seed, chooses, most, questions)[1] for seed in range(seeds)]


@pytest.mark.slow
def test_always_the_guiltiest_wire_needs_3_7_13_clicks() -> None:
    clicks = [count for count in clicks_of(guiltiest, 80, 200) if count is not None]
    assert len(clicks) == 200
    assert_measured(clicks, 3, 7, 13)
    assert mended(LEVEL.seed, guiltiest, 80)[1] == LEVEL.par == 9


@pytest.mark.slow
def test_a_random_wire_into_kota_needs_4_9_21_clicks() -> None:
    clicks = [count for count in clicks_of(into_kota, 60, 100) if count is not None]
    assert len(clicks) == 100
    assert_measured(clicks, 4, 9, 21)
    assert 65 <= sum(count <= 12 for count in clicks) <= 85


@pytest.mark.slow
def test_random_clicks_mend_hardly_ever() -> None:
    clicks = clicks_of(anything, 40, 200)
    assert sum(count is not None and count <= 12 for count in clicks) <= 3
    assert sum(count is None for count in clicks) >= 160


@pytest.mark.slow
def test_a_repair_makes_the_other_answer_wrong_on_87_of_100_brains() -> None:
    says_kota = sum(int(mended(seed, guiltiest, 80)[0].answers[FIRST].argmax()) == LAST + 1 for seed in range(100))
    assert says_kota == pytest.approx(87, rel=ROOM - 1)


@pytest.mark.slow
def test_both_by_hand_take_9_21_77_clicks_and_chance_never_does_it() -> None:
    both = (FIRST, LAST)
    clicks = [count for count in clicks_of(guiltiest_of_both, 80, 200, both) if count is not None]
    assert len(clicks) >= 190
    assert_measured(clicks, 9, 21, 77)
    assert clicks_of(anything, 40, 200, both) == [None] * 200


@pytest.mark.slow
def test_backpropagation_needs_10_21_51_epochs() -> None:
    assert_measured([learned(seed) for seed in range(100)], 10, 21, 51)
    assert learned(LEVEL.seed) == 19


@pytest.mark.slow
def test_chance_earns_three_stars_in_at_most_one_play_of_a_hundred() -> None:
    plays, lucky = 1000, 0
    for player in range(plays):
        rng = np.random.default_rng([7, player])
        attempt = Attempt(LEVEL.with_seed(LEVEL.seeds[player % len(LEVEL.seeds)]))
        attempt.stage = Stage.PLAY
        for _ in range(80):
            attempt.do(attempt.play.random_move(rng))
        lucky += attempt.star_count == 3
    assert lucky <= plays / 100


def test_the_play_goes_through_its_acts_in_order() -> None:
    attempt = played([])
    seen = [play_of(attempt).act]
    for move in LEVEL.solution:
        attempt.do(move)
        if play_of(attempt).act is not seen[-1]:
            seen.append(play_of(attempt).act)
    assert seen == [*Act]


def test_time_makes_an_epoch_a_beat_and_holds_at_the_end() -> None:
    attempt = played(LEVEL.solution[:10])
    play = play_of(attempt)
    play.toggle()
    attempt.tick(0.3, lambda: True)
    assert 0 < play.epochs < 5
    for _ in range(80):
        attempt.tick(0.05, lambda: True)
    assert play.has_learned
    assert not play.is_moving
