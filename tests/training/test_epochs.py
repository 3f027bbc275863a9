"""One epoch: its events in order, minibatches that listen to every part once, and nothing changed in place."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.neural.optimizers import OPTIMIZERS
from chairgame.training.settings import Settings
from chairgame.training.trainer import Adjusted, Built, BurnedOut, Listened, Measured, TrainState
from tests.training.beginning import begun, trainer_of

STOOL = load_chair("three-part-stool")
KITCHEN = load_chair("kitchen")


def begin(settings, chair=KITCHEN):
    trainer = trainer_of(chair, settings)
    return trainer, trainer.first_state(settings)


def arrays_of(state: TrainState) -> list[np.ndarray]:
    return [state.params, *state.optimizer_state]


@pytest.mark.parametrize("batch", [None, len(KITCHEN.parts), 200])
def test_an_epoch_builds_measures_listens_and_adjusts(batch):
    trainer, state = begin(Settings(batch=batch))
    built, measured, listened, adjusted = trainer.epoch(state, Settings(batch=batch))
    assert [type(event) for event in (built, measured, listened, adjusted)] == [Built, Measured, Listened, Adjusted]
    assert built.state is measured.state is adjusted.before is state
    assert (built.outputs == trainer.build(state)).all()
    assert listened.rows is None
    assert listened.gradient_norm == pytest.approx(np.linalg.norm(listened.gradient))
    assert (adjusted.after.step, adjusted.after.epoch) == (1, 1)


@given(batch=st.integers(1, len(KITCHEN.parts) - 1), seed=st.integers(0, 2**63 - 1), epoch=st.integers(0, 3))
def test_minibatches_listen_to_every_part_once(batch, seed, epoch):
    settings = Settings(seed=seed, batch=batch)
    trainer, state = begin(settings)
    for _ in range(epoch):
        state = [event.after for event in trainer.epoch(state, settings) if isinstance(event, Adjusted)][-1]
    built, measured, listened, *rest = trainer.epoch(state, settings)
    assert (type(built), type(measured), type(listened), listened.rows) == (Built, Measured, Listened, None)
    signals, changes = rest[::2], rest[1::2]
    assert all(isinstance(event, Listened) for event in signals)
    assert all(isinstance(event, Adjusted) for event in changes)
    assert len(signals) == len(changes) == -(-len(KITCHEN.parts) // batch)
    assert sorted(np.concatenate([event.rows for event in signals])) == list(range(len(KITCHEN.parts)))
    for earlier, later in zip([None, *changes], changes, strict=False):
        assert later.before is (earlier.after if earlier else state)
    assert [change.after.epoch for change in changes] == [epoch] * (len(changes) - 1) + [epoch + 1]
    assert changes[-1].after.step == state.step + len(changes)


def test_every_epoch_shuffles_anew_and_every_seed_otherwise():
    def order_of(seed, epochs):
        history = begun(KITCHEN, Settings(seed=seed, batch=3))
        for _ in range(epochs):
            history.advance()
        heard = [event for event in history.run_epoch() if isinstance(event, Listened) and event.rows is not None]
        return tuple(np.concatenate([event.rows for event in heard]))

    assert order_of(1, 0) == order_of(1, 0)
    assert len({order_of(1, 0), order_of(1, 1), order_of(2, 0)}) == 3


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("batch", [None, 4])
def test_states_are_read_only_and_stay_what_they_were(optimizer, batch):
    settings = Settings(optimizer=optimizer, batch=batch)
    trainer, state = begin(settings)
    kept = []
    for _ in range(5):
        kept.append((state, [array.tobytes() for array in arrays_of(state)]))
        for event in trainer.epoch(state, settings):
            if isinstance(event, Adjusted):
                state = event.after
    for earlier, contents in kept:
        assert [array.tobytes() for array in arrays_of(earlier)] == contents
        for array in arrays_of(earlier):
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 1.0


def test_whoever_listens_cannot_change_what_is_learned():
    trainer, state = begin(Settings())
    for event in trainer.epoch(state, Settings()):
        found = {
            Built: lambda e: e.outputs,
            Measured: lambda e: e.measurement.output_gradient,
            Listened: lambda e: e.gradient,
            Adjusted: lambda e: e.after.params,
        }[type(event)](event)
        assert not found.flags.writeable


def test_the_step_goes_down_the_gradient():
    settings = Settings(optimizer="sgd", learning_rate=1e-4)
    trainer, state = begin(settings)
    *_, listened, adjusted = trainer.epoch(state, settings)
    moved = adjusted.after.params - state.params
    assert moved == pytest.approx(-1e-4 * listened.gradient, rel=1e-6, abs=1e-12)
    assert trainer.measure(adjusted.after, "squared").loss < trainer.measure(state, "squared").loss


@pytest.mark.parametrize("activation", ["tanh", "relu", "linear", "sigmoid"])
@pytest.mark.parametrize("batch", [None, 3])
@pytest.mark.parametrize("optimizer", ["sgd", "momentum"])
def test_too_loud_burns_out_with_numbers_or_none_but_never_nan(activation, batch, optimizer):
    settings = Settings(activation=activation, optimizer=optimizer, learning_rate=1e4, batch=batch)
    history = begun(KITCHEN, settings)
    last = []
    while not history.burned_out:
        assert history.newest < 50
        last = list(history.run_epoch())
    assert isinstance(last[-1], BurnedOut)
    assert last[-1].state is history.state(history.newest)
    assert not any(isinstance(event, Adjusted) for event in last)
    figures = [figure for row in history.rows for figure in (row.loss, row.distance_cm, row.gradient_norm)]
    assert all(figure is None or np.isfinite(figure) for figure in figures)
    assert len(history.rows) == history.newest + 1
    good = history.state(history.newest - 1)
    assert np.isfinite(history.trainer.build(good)).all()
    assert list(history.run_epoch()) == []
    assert history.advance() == history.rows[-1]


@pytest.mark.parametrize("settings", [Settings(learning_rate=1e200), Settings(optimizer="sgd", learning_rate=1e308)])
def test_a_brain_beyond_all_numbers_has_rows_of_none(settings):
    history = begun(STOOL, settings)
    while not history.burned_out:
        assert history.newest < 50
        history.advance()
    assert history.rows[-1].loss is None
    assert history.rows[-1].distance_cm is None


def test_a_burned_out_brain_can_be_calmed_and_goes_on():
    loud = Settings(optimizer="sgd", learning_rate=1e3)
    history = begun(KITCHEN, loud)
    while not history.burned_out:
        history.advance()
    good = history.newest - 1
    rescued = history.fork(good)
    rescued.change_settings(replace(loud, learning_rate=1e-6))
    rescued.advance()
    assert not rescued.burned_out
    assert rescued.newest == good + 1
    history.change_settings(replace(loud, learning_rate=1e-9))
    assert not history.burned_out
    history.advance()  # beyond 100 m it burns out again, at once and without a crash
    assert len(history.rows) >= history.newest
