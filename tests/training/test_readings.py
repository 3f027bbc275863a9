"""A text through a window, in the loop of all learning: what is read and what is not, saved, replayed, forked."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from chairgame.blackbox.wordbox import softmax
from chairgame.training.first_reading import MOST_IN_TOKENS, PACES, first_reading, first_settings
from chairgame.training.history import History
from chairgame.training.listener import Listener
from chairgame.training.practice import Practice
from chairgame.training.runs import history_of, load_run, run_bytes, run_of, save_run
from chairgame.training.settings import Settings
from chairgame.training.tasks import PORTION, reading_task
from chairgame.words.reading import FEWEST_TO_HOLD_BACK, Reading
from tests.training.beginning import begun
from tests.training.kept import contents

SENTENCE = Reading("Ala ma kota a kot ma Alę", 3, 6)
WORDS = ["Ala", "ma", "kota", "a", "kot", "Alę", "pies", "psa", ",", "."]
QUICK = Settings(hidden=(12,), learning_rate=0.05, batch=32)


def prose(words: int, seed: int = 0) -> str:
    """Words of a small language, in no order that could be learned."""
    return " ".join(
        np.random.default_rng(seed).choice(["Ala", "ma", "kota", "a", "kot", "Alę", "pies", "psa", ",", "."], words)
    )


def test_a_text_of_endless_words_is_not_cut_into_tokens() -> None:
    text = prose(2001)
    assert first_reading(text).merges
    assert not first_reading(text + " " + "01" * (MOST_IN_TOKENS // 2)).merges


def begun_with(content: str, **changes: object) -> History:
    reading = first_reading(content)
    return begun(reading, replace(first_settings(reading), **changes))


@pytest.mark.parametrize(
    ("words", "embedding", "hidden", "rate", "batch"),
    [
        (2, 6, 12, 0.05, 32),
        (20, 6, 12, 0.05, 32),
        (21, 12, 32, 0.02, 32),
        (201, 16, 64, 0.005, 32),
        (2001, 16, 64, 0.003, 64),
    ],
)
def test_a_texts_length_sets_the_brain_and_the_pace(words, embedding, hidden, rate, batch) -> None:
    reading = first_reading("kot " * words)
    settings = first_settings(reading)
    found = (reading.embedding, settings.hidden, settings.learning_rate, settings.batch)
    assert found == (embedding, (hidden,), rate, batch)
    assert PACES[-1].words == 20_000


def test_what_is_asked_for_is_not_set_by_the_length() -> None:
    reading = first_reading("Ala ma kota", window=5)
    assert reading.window == 5
    settings = first_settings(reading, seed=3, hidden=(7,), learning_rate=0.5)
    assert (settings.seed, settings.hidden, settings.learning_rate) == (3, (7,), 0.5)


@pytest.mark.parametrize("words", [FEWEST_TO_HOLD_BACK - 1, FEWEST_TO_HOLD_BACK])
def test_of_a_long_text_the_last_tenth_is_never_learned_from(words: int) -> None:
    text = prose(words)
    history, unread = begun_with(text), words >= FEWEST_TO_HOLD_BACK
    assert len(history.task.inputs) == (180 if unread else 198)
    assert (history.task.unread is not None) is unread
    assert history.task.beside == (("unread", "unread_loss") if unread else ())
    head, tail = text.split()[:181], text.split()[181:]
    turned = begun_with(" ".join([*head, *reversed(tail)]))
    for each in (history, turned):
        for _ in range(2):
            each.advance()
    assert (contents(history.state(2)) == contents(turned.state(2))) is unread


def test_what_was_never_read_is_asked_all_the_same() -> None:
    history = begun_with(prose(400))
    row = history.advance()
    reading = history.task.about
    assert isinstance(reading, Reading)
    asked = reading.windows.part(reading.unread)
    outputs = history.trainer.activations(history.state(0), asked.contexts)[-1]
    right = outputs.argmax(axis=1) == asked.targets
    doubt = -np.log(softmax(outputs)[np.arange(len(asked)), asked.targets])
    assert row.beside == pytest.approx((right.mean(), doubt.mean()))
    assert history.rows.beside(0).tolist() == [row.beside[0]]
    assert history.rows.beside(1).tolist() == [row.beside[1]]


def test_known_is_the_share_of_the_certain_questions() -> None:
    history = begun(Reading("Ala ma kota a kot ma Alę", 1, 6), QUICK)
    for _ in range(60):
        row = history.advance()
    assert row.score == 1.0
    assert row.loss > 0.2  # kota or Alę: nobody can know


def test_many_questions_are_measured_portion_by_portion_as_if_all_at_once() -> None:
    history = begun_with(prose(PORTION * 3))
    task = history.task
    assert len(task.inputs) > 2 * PORTION
    _, tally, gradient, norm = Listener(task).listen(history.state(0), "squared")
    gradient = gradient.copy()
    _, whole, its, its_norm = Listener(replace(task, portion=None)).listen(history.state(0), "squared")
    tolerance = 1e-5 if task.dtype == np.float32 else 1e-12
    assert (tally.loss, tally.score, norm) == pytest.approx((whole.loss, whole.score, its_norm), rel=tolerance)
    np.testing.assert_allclose(gradient, its, atol=tolerance)


@pytest.mark.parametrize("words", [1100, 2400])
def test_events_and_practice_agree_to_the_bit_whatever_the_size(words: int) -> None:
    history = begun_with(prose(words))
    listening = begun_with(prose(words))
    for _ in range(2):
        history.advance()
        for _event in listening.run_epoch():
            pass
    assert contents(history.state(2)) == contents(listening.state(2))
    assert history.rows == listening.rows
    assert history.state(2).params.dtype == (np.float32 if words > 2000 else np.float64)


@pytest.mark.parametrize(
    "content", ["Ala ma kota", "łódź 犬 🐕 ала", "👩\u200d🚀 हिन्दी שָׁלוֹם مرحبا 我爱北京 👩\u200d🚀", prose(300)]
)
def test_a_run_is_saved_and_lived_through_again_to_the_bit(content: str, tmp_path: Path) -> None:
    history = begun_with(content)
    for _ in range(3):
        history.advance()
    history.change_settings(replace(history.first_settings, learning_rate=0.2))
    history.change_parameter(4, -1.25)
    history.advance()
    run, path = run_of(history, "epochs"), tmp_path / "a.run"
    assert run.version == 2
    save_run(run, path)
    loaded = load_run(path)
    assert loaded == run
    again = history_of(loaded)
    assert again.rows == history.rows
    assert contents(again.state(4)) == contents(history.state(4))
    assert run_bytes(run_of(again, "epochs")) == run_bytes(run)


def test_a_fork_goes_its_own_way_from_a_shared_past() -> None:
    history = begun(SENTENCE, QUICK)
    for _ in range(6):
        history.advance()
    fork = history.fork(3)
    fork.change_settings(replace(QUICK, learning_rate=0.5))
    for _ in range(3):
        fork.advance()
    assert fork.rows[:3] == history.rows[:3]
    assert fork.rows[4] != history.rows[4]
    assert contents(fork.state(2)) == contents(history.state(2))


def test_too_loud_it_burns_out_or_at_least_never_raises() -> None:
    history = begun(SENTENCE, replace(QUICK, optimizer="sgd", learning_rate=1e200))
    while history.newest < 50 and not history.burned_out:
        history.advance()
    assert history.burned_out


def test_practice_broken_off_leaves_nothing() -> None:
    history = begun_with(prose(300))
    state, settings = history.moment
    assert Practice(history.task).epoch(state, settings, lambda: False) is None


@pytest.mark.parametrize(
    "reading",
    [
        Reading("Ala", 3, 6),
        Reading("Ala ma", 0, 6),
        Reading("Ala ma", 9, 6),
        Reading("e\u0301 ma", 3, 6),
        Reading("Ala \udcff", 3, 6),
    ],
)
def test_what_is_not_sound_is_refused(reading: Reading) -> None:
    with pytest.raises(ValueError, match="no text"):
        reading_task(reading, QUICK)
