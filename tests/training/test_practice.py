"""Epochs at full speed are the epochs of the slow motion, bit for bit, and may be lived through beside a run."""

import threading
from dataclasses import replace
from struct import pack

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.blackbox.losses import LOSSES
from chairgame.blackbox.wordbox import WordBox
from chairgame.chair.catalogue import load_chair
from chairgame.neural.activations import ACTIVATIONS
from chairgame.neural.optimizers import OPTIMIZERS
from chairgame.training.events import Adjusted, BurnedOut, Listened, Measured
from chairgame.training.history import History
from chairgame.training.practice import Outcome, Practice
from chairgame.training.settings import Settings
from chairgame.training.state import TrainState
from chairgame.training.tasks import FAR_AWAY, Task, chair_task, task_of, word_task
from chairgame.training.trainer import Trainer, with_settings
from chairgame.words.text import Text
from tests.training.beginning import begun
from tests.training.kept import contents

STOOL = load_chair("three-part-stool")
KITCHEN = load_chair("kitchen")
TEXT = Text("Ala ma kota a kot ma Alę")
SMALL = Settings(hidden=(3, 3))

WAYS = st.builds(
    replace,
    st.just(SMALL),
    loss=st.sampled_from(sorted(LOSSES)),
    optimizer=st.sampled_from(OPTIMIZERS),
    learning_rate=st.sampled_from([0.001, 0.02, 1.0, 1e5]),
    momentum=st.sampled_from([0.0, 0.9]),
    batch=st.sampled_from([None, 1, 2, 5, 200]),
)


def slow_motion(trainer: Trainer, state: TrainState, practised: Settings) -> tuple[bytes, TrainState | None]:
    """An epoch's figures and its last state, from its events."""
    after = None
    for event in trainer.epoch(state, practised):
        if isinstance(event, Measured):
            figures = [event.measurement.loss, event.measurement.score]
        elif isinstance(event, Listened) and event.rows is None:
            figures.append(event.gradient_norm)
        elif isinstance(event, Adjusted):
            after = event.after
        elif isinstance(event, BurnedOut):
            after = None
    return pack("3d", *figures), after


def same(outcome: Outcome, slow: tuple[bytes, TrainState | None]) -> bool:
    figures = pack("3d", outcome.figures.loss, outcome.figures.score, outcome.figures.gradient_norm)
    if outcome.after is None or slow[1] is None:
        return figures == slow[0] and outcome.after is slow[1] and outcome.figures.burned_out
    return figures == slow[0] and contents(outcome.after) == contents(slow[1])


@pytest.mark.parametrize("about", [STOOL, KITCHEN, TEXT], ids=["stool", "kitchen", "text"])
@pytest.mark.parametrize("activation", ACTIVATIONS)
@settings(max_examples=25)
@given(ways=st.lists(st.tuples(WAYS, st.integers(1, 4)), min_size=1, max_size=5), seed=st.integers(0, 99))
def test_fast_and_slow_are_equal_bit_for_bit(about, activation, ways, seed):
    first = replace(SMALL, seed=seed, activation=activation)
    trainer = Trainer(task_of(about, first), first)
    practice, state, before = Practice(trainer.task), trainer.first_state(first), first
    for way, epochs in ways:
        practised = replace(way, seed=seed, activation=activation)
        state, before = with_settings(state, before, practised), practised
        for _ in range(epochs):
            outcome = practice.epoch(state, practised)
            assert same(outcome, slow_motion(trainer, state, practised))
            assert practice.figures(state, practised)[:3] == pytest.approx(outcome.figures[:3], rel=0, nan_ok=True)
            if outcome.after is None:
                return
            state = outcome.after


def test_states_never_share_the_memory_that_is_used_again():
    practised = Settings(batch=5)
    trainer = Trainer(chair_task(KITCHEN, practised), practised)
    practice, state, kept = Practice(trainer.task), trainer.first_state(practised), []
    for _ in range(20):
        kept.append((state, contents(state)))
        state = practice.epoch(state, practised).after
        for array in (state.params, *state.optimizer_state):
            assert array.base is None
            assert not array.flags.writeable
    assert all(contents(earlier) == then for earlier, then in kept)


# Burning out


def with_outputs(trainer: Trainer, outputs: list[float]) -> TrainState:
    """A brain that says the same for every part."""
    params = np.zeros(trainer.task.network.parameter_count)
    params[-7:] = outputs
    return replace(trainer.first_state(Settings()), params=params)


@pytest.mark.parametrize("axis", range(3))
@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("length", [1.0, 1e6])
@pytest.mark.parametrize(
    ("distance", "burned"), [(FAR_AWAY, False), (np.nextafter(FAR_AWAY, 0), False), (np.nextafter(FAR_AWAY, 300), True)]
)
def test_a_part_within_100_m_has_not_burned_and_one_beyond_has(axis, sign, length, distance, burned):
    assert FAR_AWAY * 50 == 100_00  # cm
    trainer, outputs = Trainer(chair_task(STOOL, Settings()), Settings()), [0.0, 0.0, 0.8, length, 0.0, 0.0, 0.0]
    outputs[axis] = sign * distance
    state = with_outputs(trainer, outputs)
    outcome = Practice(trainer.task).epoch(state, Settings())
    assert outcome.figures.burned_out is burned
    assert (outcome.after is None) is burned
    assert isinstance(list(trainer.epoch(state, Settings()))[-1], BurnedOut) is burned


@pytest.mark.parametrize("turn", [[1e6, 0, 0, 0], [0, 0, 0, 0], [300, -300, 1e-9, 0]])
def test_only_places_burn_however_long_a_quaternion_is(turn):
    trainer = Trainer(chair_task(STOOL, Settings()), Settings())
    outcome = Practice(trainer.task).epoch(with_outputs(trainer, [0.0, 0.0, 0.8, *turn]), Settings())
    assert not outcome.figures.burned_out


def test_a_text_burns_only_when_its_numbers_lose_their_meaning():
    loud = Settings(hidden=(3, 3), optimizer="sgd", learning_rate=1e6)
    history = begun(TEXT, loud)
    for _ in range(20):
        history.advance()
    assert not history.burned_out
    beyond = begun(TEXT, replace(loud, learning_rate=1e308))
    while not beyond.burned_out:
        assert beyond.newest < 20
        beyond.advance()
    assert (beyond.rows[-1].loss, beyond.rows[-1].score) == (None, None)


# Beside a run


@pytest.mark.parametrize("batches", range(4))
def test_an_epoch_is_broken_off_between_two_batches_and_nothing_has_happened(batches):
    practised = Settings(batch=4)  # of 14 parts: four batches
    history, other = begun(KITCHEN, practised), begun(KITCHEN, practised)
    history.advance()
    other.advance()
    practice, asked = Practice(history.task), []
    before = contents(history.moment[0])
    assert practice.epoch(*history.moment, lambda: asked.append(1) or len(asked) <= batches) is None
    assert len(asked) == batches + 1
    assert contents(history.moment[0]) == before
    assert history.append(practice.epoch(*history.moment))
    other.advance()
    assert contents(history.state(2)) == contents(other.state(2))


def test_an_outcome_is_taken_only_at_the_moment_that_it_was_computed_for():
    history = begun(STOOL, SMALL)
    practice = Practice(history.task)
    late = practice.epoch(*history.moment)
    assert history.append(late)
    assert not history.append(late)  # it has happened already
    late = practice.epoch(*history.moment)
    history.change_settings(replace(SMALL, learning_rate=0.5))
    assert not history.append(late)  # practised otherwise
    late = practice.epoch(*history.moment)
    history.change_parameter(0, 0.25)
    assert not history.append(late)  # from another state
    assert (history.newest, len(history.rows)) == (1, 1)
    fork = history.fork(1)
    assert fork.append(practice.epoch(*fork.moment))
    assert history.newest == 1
    resting = History(task_of(STOOL, SMALL), SMALL, maximum_epochs=0)
    assert not resting.append(practice.epoch(*resting.moment))


@pytest.mark.parametrize("about", [STOOL, TEXT], ids=["chair", "text"])
def test_a_run_grown_by_a_thread_is_the_run(about):
    practised = replace(SMALL, batch=2)
    history, alone = begun(about, practised, budget=2000), begun(about, practised)
    outcomes: list[Outcome] = []

    def work() -> None:
        practice, state = Practice(history.task), history.moment[0]
        for _ in range(200):
            outcomes.append(practice.epoch(state, practised))
            state = outcomes[-1].after

    thread = threading.Thread(target=work)
    thread.start()
    taken = 0
    while taken < 200:
        if taken < len(outcomes):
            assert history.append(outcomes[taken])
            taken += 1
            history.state(taken // 2)  # computed anew meanwhile, in memory of its own
    thread.join()
    for _ in range(200):
        alone.advance()
    assert history.rows == alone.rows
    assert contents(history.state(200)) == contents(alone.state(200))
    assert contents(history.state(77)) == contents(alone.state(77))


# Other tasks than chairs and texts as they are


def with_fresh_questions(practised: Settings) -> Task:
    """Other questions in every epoch: after two random words, the first of them again."""

    def fresh(epoch: int) -> tuple[np.ndarray, WordBox]:
        words = np.random.default_rng([7, epoch]).integers(0, 6, (8, 2))
        inputs = np.zeros((8, 6))
        inputs[np.arange(8), words[:, 0]] = 1
        inputs[np.arange(8), words[:, 1]] += 0.5
        return inputs, WordBox(words[:, 0])

    return replace(word_task(TEXT, practised), fresh=fresh)


@pytest.mark.parametrize("batch", [None, 3])
def test_a_task_with_fresh_questions_rewinds_exactly(batch):
    practised = replace(SMALL, batch=batch)
    task = with_fresh_questions(practised)
    history, lived = History(task, practised, budget=0), []
    for _ in range(30):
        lived.append(contents(history.moment[0]))
        row = history.advance()
        state = history.state(row.epoch)
        inputs, box = task.fresh(row.epoch)
        assert row.loss == box.measure(history.trainer.activations(state, inputs)[-1]).loss
        figures, _after = slow_motion(history.trainer, state, practised)
        assert figures == pack("3d", row.loss, row.score, row.gradient_norm)
    assert [contents(history.state(epoch)) for epoch in range(30)] == lived
    assert len({row.loss for row in history.rows}) == 30
    assert history.rows[-1].loss < history.rows[0].loss


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_a_task_of_single_precision_stays_so(optimizer, activation):
    practised = Settings(hidden=(4,), optimizer=optimizer, activation=activation, learning_rate=0.05, batch=4)
    task = word_task(TEXT, practised)
    task = replace(task, inputs=task.inputs.astype(np.float32), dtype=np.float32)
    history = History(task, practised)
    for _ in range(40):
        state = history.moment[0]
        assert {array.dtype for array in (state.params, *state.optimizer_state)} == {np.dtype(np.float32)}
        history.advance()
    history.change_parameter(0, 0.1)
    assert history.moment[0].params.dtype == np.float32
    assert history.rows[-1].loss < history.rows[0].loss
