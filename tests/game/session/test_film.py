"""Which epochs make the film of a run."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from chairgame.game.session.film import FRAMES, distances_of, film_epochs, frame_of, neighbour
from tests.game.commands import learned

DISTANCE = st.one_of(st.floats(0.0, 500.0), st.just(np.nan))
RUNS = st.lists(DISTANCE, min_size=1, max_size=80).map(np.array)


@given(RUNS)
def test_frames_are_few_ascending_and_begin_and_end_with_the_first_and_the_best(distances: np.ndarray) -> None:
    epochs = film_epochs(distances)
    assert 1 <= len(epochs) <= FRAMES
    assert list(epochs) == sorted(set(epochs))
    known = np.flatnonzero(np.isfinite(distances))
    if len(known):
        assert epochs[0] == known[0]
        assert distances[epochs[-1]] == np.nanmin(distances)
        assert all(np.isfinite(distances[epoch]) for epoch in epochs)
        assert list(distances[list(epochs)]) == sorted(distances[list(epochs)], reverse=True)


def test_a_distance_that_shrinks_by_the_same_factor_makes_frames_at_equal_steps() -> None:
    assert film_epochs(60.0 * 0.9 ** np.arange(81)) == (0, 20, 40, 60, 80)


def test_no_run_has_no_frames_and_a_run_that_only_grows_has_one() -> None:
    assert film_epochs(np.array([])) == ()
    assert film_epochs(np.array([3.0, 4.0, np.nan])) == (0,)
    assert film_epochs(np.array([np.nan, np.nan])) == (0,)


@given(st.sets(st.integers(0, 99), min_size=1, max_size=5), st.integers(0, 99))
def test_the_next_frame_is_the_next(chosen: set[int], epoch: int) -> None:
    epochs = tuple(sorted(chosen))
    after, before = neighbour(epochs, epoch, 1), neighbour(epochs, epoch, -1)
    assert after == min((other for other in epochs if other > epoch), default=epoch)
    assert before == max((other for other in epochs if other < epoch), default=epoch)


def test_a_frame_is_the_epoch_as_it_was() -> None:
    session = learned(30)
    before = session.history.newest
    frame = frame_of(session.history, 7)
    assert (frame.epoch, frame.distance_cm) == (7, session.history.rows[7].distance_cm)
    assert session.history.newest == before
    assert distances_of(session.history)[7] == frame.distance_cm
