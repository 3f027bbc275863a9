"""History: any epoch again, bit for bit, in little memory, whatever the player did on the way."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.training.events import Adjusted, Listened
from chairgame.training.history import MAXIMUM_EPOCHS, History
from chairgame.training.runs import history_of, load_run, run_of, save_run
from chairgame.training.settings import Settings
from chairgame.training.tasks import task_of
from chairgame.words.reading import Reading
from chairgame.words.text import Text
from tests.training.beginning import begun
from tests.training.kept import Kept, contents

STOOL = load_chair("three-part-stool")
KITCHEN = load_chair("kitchen")
TEXT = Text("Ala ma kota a kot ma Alę")
SMALL = Settings(hidden=(3, 3))
STATE_BYTES = begun(STOOL, SMALL).nbytes
READING = Reading("Ala ma kota a kot ma Alę", 2, 2)
SUBJECTS = pytest.mark.parametrize("about", [STOOL, TEXT, READING], ids=["chair", "text", "window"])

RATES = st.sampled_from([0.001, 0.02, 0.5, 30.0, 1e5])
OTHER_WAYS = st.builds(
    replace,
    st.just(SMALL),
    optimizer=st.sampled_from(["sgd", "momentum", "adam"]),
    learning_rate=RATES,
    momentum=st.sampled_from([0.0, 0.9]),
    loss=st.sampled_from(["squared", "absolute", "huber"]),
    batch=st.sampled_from([None, 1, 2]),
)
BUDGETS = st.integers(0, 12).map(lambda states: states * STATE_BYTES)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("advance"), st.integers(1, 15)),
        st.tuples(st.just("settings"), OTHER_WAYS),
        st.tuples(st.just("parameter"), st.tuples(st.integers(0, 56), st.floats(-5, 5))),
        st.tuples(st.just("fork"), st.floats(0, 1)),
        st.tuples(st.just("budget"), BUDGETS),
        st.tuples(st.just("look"), st.floats(0, 1)),
        st.tuples(st.just("measure"), st.none()),
        st.tuples(st.just("break off"), OTHER_WAYS),
    ),
    max_size=15,
)


def at(fraction: float, history: History) -> int:
    return round(fraction * history.newest)


def do(deed: str, detail: object, history: History, kept: Kept) -> tuple[History, Kept]:
    match deed, detail:
        case "advance", int(epochs):
            for _ in range(epochs):
                history.advance()
                kept.advance()
        case "settings", Settings() as settings:
            history.change_settings(settings)
            kept.change_settings(settings)
        case "parameter", (int(index), float(value)):
            history.change_parameter(index, value)
            kept.change_parameter(index, value)
        case "fork", float(fraction):
            epoch = at(fraction, history)
            return history.fork(epoch), kept.fork(epoch, history.settings_at(epoch))
        case "budget", int(budget):
            history.limit_memory(budget)
            assert history.nbytes <= budget
        case "look", float(fraction):
            epoch = at(fraction, history)
            assert contents(history.state(epoch)) == contents(kept.states[epoch])
        case "measure", None:
            assert history.measure_newest() == history.rows[-1]
        case "break off", Settings() as settings:
            epoch, changes = history.run_epoch(), settings != kept.settings
            next(epoch, None)
            history.change_settings(settings)
            kept.change_settings(settings)
            rest = list(epoch)
            if changes:
                assert rest == []
            else:
                kept.advance()
    return history, kept


@SUBJECTS
@settings(max_examples=150)
@given(deeds=DEEDS, budget=BUDGETS)
def test_every_epoch_is_exact_whatever_was_done(about, deeds, budget):
    history, kept = begun(about, SMALL, budget), Kept.begin(about, SMALL)
    for deed, detail in deeds:
        history, kept = do(deed, detail, history, kept)
        assert history.newest == len(kept.states) - 1
    history.advance()
    kept.advance()
    assert history.rows == kept.rows
    assert history.burned_out == kept.burned_out
    for epoch in (*range(history.newest + 1), *range(history.newest, -1, -3)):
        assert contents(history.state(epoch)) == contents(kept.states[epoch])


@SUBJECTS
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(deeds=DEEDS)
def test_a_saved_run_replays_bit_for_bit(about, deeds, tmp_path_factory):
    history, kept = begun(about, SMALL), Kept.begin(about, SMALL)
    for deed, detail in deeds:
        history, kept = do(deed, detail, history, kept)
    path = tmp_path_factory.mktemp("runs") / "a.run"
    run = run_of(history, "interrupted", epochs=9, until=0.5)
    save_run(run, path)
    loaded = load_run(path)
    assert loaded == run
    again = history_of(loaded)
    assert again.rows == history.rows
    assert again.burned_out == history.burned_out
    assert contents(again.state(again.newest)) == contents(history.state(history.newest))


@SUBJECTS
@given(fraction=st.floats(0, 1), deeds=DEEDS)
def test_what_a_fork_does_leaves_the_first_run_alone(about, fraction, deeds):
    history = begun(about, SMALL, budget=3 * STATE_BYTES)
    for _ in range(20):
        history.advance()
    before = [contents(history.state(epoch)) for epoch in range(21)], list(history.rows), list(history.changes)
    fork, kept = history.fork(at(fraction, history)), Kept.begin(about, SMALL)  # kept is of no use here
    for deed, detail in deeds:
        if deed not in ("look", "fork"):
            fork, kept = do(deed, detail, fork, kept)
    assert before == ([contents(history.state(e)) for e in range(21)], history.rows, history.changes)


def test_a_fork_that_goes_on_alike_stays_alike():
    history = begun(KITCHEN, Settings(seed=3, batch=5))
    for _ in range(40):
        history.advance()
    fork = history.fork(13)
    while fork.newest < 40:
        fork.advance()
    assert fork.rows == history.rows
    assert contents(fork.state(40)) == contents(history.state(40))


@pytest.mark.parametrize("batch", [None, 4])
def test_a_seed_is_a_run(batch):
    def run(seed):
        history = begun(KITCHEN, Settings(seed=seed, batch=batch))
        for _ in range(30):
            history.advance()
        return history.rows, contents(history.state(30))

    assert run(7) == run(7)
    rows, state = run(7)
    other_rows, other_state = run(8)
    assert all(one.loss != other.loss for one, other in zip(rows, other_rows, strict=True))
    assert state != other_state


def test_thousands_of_epochs_fit_a_small_budget_and_any_of_them_is_exact():
    budget = 1_000_000
    history, kept = begun(KITCHEN, Settings(seed=5), budget), Kept.begin(KITCHEN, Settings(seed=5))
    for _ in range(3000):
        history.advance()
        kept.advance()
        assert history.nbytes <= budget
    assert history.rows == kept.rows
    for epoch in (0, 1, 1500, 2999, 3000, 7, 2047, 2048, 2049):
        assert contents(history.state(epoch)) == contents(kept.states[epoch])


@given(deeds=DEEDS, budget=BUDGETS)
def test_memory_stays_within_the_budget_after_every_deed(deeds, budget):
    small = replace(SMALL, optimizer="sgd")  # whose states are a third of Adam's
    history, kept = begun(STOOL, small, budget), Kept.begin(STOOL, small)
    assert history.nbytes <= budget
    for deed, detail in deeds:
        if deed not in ("look", "budget"):
            history, kept = do(deed, detail, history, kept)
            assert history.nbytes <= budget


def test_epochs_that_were_not_reached_have_no_state():
    history = begun(STOOL, SMALL)
    history.advance()
    for epoch in (-1, 2):
        with pytest.raises(IndexError):
            history.state(epoch)


@pytest.mark.parametrize("change", [{"seed": 1}, {"hidden": (4,)}, {"activation": "relu"}])
def test_another_brain_needs_another_run(change):
    history = begun(STOOL, SMALL)
    with pytest.raises(ValueError, match="another brain"):
        history.change_settings(replace(SMALL, **change))
    assert history.changes == []


def test_a_parameter_is_set_only_where_there_is_one_and_to_a_number():
    history = begun(STOOL, SMALL)
    count = history.trainer.architecture.parameter_count
    for index in (-1, count):
        with pytest.raises(IndexError):
            history.change_parameter(index, 0.0)
    for value in (np.nan, np.inf):
        with pytest.raises(ValueError, match=str(value)):
            history.change_parameter(0, value)
    assert history.changes == []
    history.change_parameter(np.int64(count - 1), np.float64(0.25))
    assert history.state(0).params[-1] == 0.25


def test_what_was_seen_of_an_epoch_is_seen_again():
    history = begun(KITCHEN, Settings(batch=5))
    for _ in range(5):
        history.advance()
    lived = list(history.run_epoch())
    seen = list(history.events_of(5))
    assert [type(event) for event in lived] == [type(event) for event in seen]
    for one, other in zip(lived, seen, strict=True):
        if isinstance(one, Adjusted):
            assert contents(one.after) == contents(other.after)
        if isinstance(one, Listened):
            assert one.gradient.tobytes() == other.gradient.tobytes()


@SUBJECTS
@pytest.mark.parametrize("batch", [None, 2])
def test_the_way_to_a_state_may_be_broken_off_and_taken_up_again(about, batch):
    history, kept = begun(about, replace(SMALL, batch=batch), budget=0), Kept.begin(about, replace(SMALL, batch=batch))
    for _ in range(30):
        history.advance()
        kept.advance()
    steps = 0

    def a_step_at_a_time() -> bool:
        nonlocal steps
        steps += 1
        return steps % 7 != 0

    calls = 1
    while (state := history.state_unless(20, a_step_at_a_time)) is None:
        calls += 1
    assert calls > 2
    assert contents(state) == contents(kept.states[20])
    assert contents(history.state(3)) == contents(kept.states[3])


def test_at_its_greatest_length_a_run_rests():
    history = History(task_of(STOOL, SMALL), SMALL, maximum_epochs=5)
    rows = [history.advance() for _ in range(8)]
    assert (history.newest, history.rests, len(history.rows)) == (5, True, 6)
    assert rows[5] == rows[6] == rows[7] == history.rows[5]
    assert list(history.run_epoch()) == []
    fork = history.fork(3)
    assert not fork.rests
    while not fork.rests:
        fork.advance()
    assert contents(fork.state(5)) == contents(history.state(5))
    assert begun(STOOL, SMALL).maximum_epochs == MAXIMUM_EPOCHS


def test_a_task_for_another_brain_is_refused():
    for other in (replace(SMALL, hidden=(4,)), replace(SMALL, activation="relu")):
        with pytest.raises(ValueError, match="another brain"):
            History(task_of(STOOL, SMALL), other)
    History(task_of(STOOL, SMALL), replace(SMALL, seed=5))


def test_an_epoch_left_in_the_middle_has_not_happened():
    history, kept = begun(STOOL, SMALL), Kept.begin(STOOL, SMALL)
    for count in range(5):
        for _, _event in zip(range(count), history.run_epoch(), strict=False):
            pass
    assert history.newest == 0
    history.advance()
    kept.advance()
    assert history.rows == kept.rows


def test_a_knob_turned_to_and_fro_at_one_epoch_is_one_change() -> None:
    history = begun(STOOL, Settings(hidden=(4,)))
    for _ in range(3):
        history.advance()
    for _ in range(500):
        for rate in (0.5, 0.25):
            history.change_settings(replace(history.settings_at(3), learning_rate=rate))
    for name in ("sgd", "adam"):  # its memory begins anew: that can be told
        history.change_settings(replace(history.settings_at(3), optimizer=name))
    assert len(history.changes) == 3
    history.advance()
    again = history_of(run_of(history, "epochs"))
    assert again.rows == history.rows
    assert contents(again.state(4)) == contents(history.state(4))
