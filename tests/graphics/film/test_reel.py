"""Which epochs a film shows: both ends, ascending, none twice; a flight for the first; at most eight a second."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.game.session.beats import CUT_SECONDS
from chairgame.graphics.film.reel import FLIGHT_FRAMES, USUAL_FRAMES, frame_count, reel

EPOCHS = st.integers(0, 100_000)


@given(EPOCHS, EPOCHS, st.none() | st.integers(1, 5000), st.booleans())
def test_a_reel_goes_from_the_first_epoch_to_the_last(one: int, other: int, speed: int | None, flight: bool) -> None:
    first, last = sorted((one, other))
    if speed is not None:
        last = min(last, first + 100 * speed)
    frames = reel(first, last, speed, flight=flight)
    assert len(frames) == frame_count(first, last, speed, flight=flight)
    built = [frame for frame in frames if frame.flight == 1]
    epochs = [frame.epoch for frame in built]
    assert epochs[0] == first
    assert epochs[-1] == last
    assert epochs == sorted(set(epochs))
    flying = [frame for frame in frames if frame.flight < 1]
    assert flying == list(frames[: FLIGHT_FRAMES * flight])
    assert all(frame.epoch == first for frame in flying)
    assert [frame.flight for frame in flying] == sorted({frame.flight for frame in flying})
    assert all(frame.seconds >= CUT_SECONDS for frame in built)


@given(EPOCHS, EPOCHS, st.booleans())
def test_without_a_speed_there_are_about_sixty_frames(one: int, other: int, flight: bool) -> None:
    first, last = sorted((one, other))
    frames = reel(first, last, flight=flight)
    assert len(frames) == min(last - first + 1 + FLIGHT_FRAMES * flight, USUAL_FRAMES)


@given(st.integers(100, 1_000_000))
def test_later_epochs_are_ever_farther_apart(last: int) -> None:
    epochs = [frame.epoch for frame in reel(0, last, flight=False)]
    gaps = [after - before for before, after in pairwise(epochs)]
    assert gaps[0] <= 2
    assert all(later >= earlier - 1 for earlier, later in pairwise(gaps))  # they are rounded


@pytest.mark.parametrize("speed", [1, 7, 1000])
def test_a_speed_is_the_step(speed: int) -> None:
    epochs = [frame.epoch for frame in reel(3, 3 + 10 * speed + 1, speed, flight=False)]
    assert epochs == [*range(3, 3 + 10 * speed + 1, speed), 3 + 10 * speed + 1]
