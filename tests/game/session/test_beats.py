"""The design's timings, and that a moment is always a phase and a share of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.game.session.beats import FULL, NORMAL, SPEEDS, Beat, Phase, beat_for

SECONDS = st.floats(0, 20)
EPOCHS = st.integers(0, 100_000)
BEATS = st.builds(beat_for, EPOCHS, st.sampled_from(SPEEDS), event=st.booleans())


def normal(epoch: int, *, event: bool = False) -> Beat:
    return beat_for(epoch, SPEEDS[NORMAL], event=event)


def test_the_first_rebuild_is_shown_in_full() -> None:
    first = normal(0)
    assert (first.build, first.measure, first.listen, first.adjust) == (2.0, 1.0, 1.5, 1.0)


@pytest.mark.parametrize(("epochs", "seconds"), [(range(1, 3), 2.5), (range(3, 10), 0.6)])
def test_early_rebuilds_grow_shorter(epochs: range, seconds: float) -> None:
    for epoch in epochs:
        assert normal(epoch).seconds == pytest.approx(seconds)
        assert not normal(epoch).is_cut


@given(st.integers(10, 100_000))
def test_later_rebuilds_are_cuts_at_most_eight_a_second(epoch: int) -> None:
    assert normal(epoch).is_cut
    assert normal(epoch).seconds >= 1 / 8


@given(EPOCHS, st.sampled_from(SPEEDS), st.booleans())
def test_no_speed_cuts_more_than_eight_times_a_second(epoch: int, speed: object, event: bool) -> None:
    beat = beat_for(epoch, speed, event=event)  # type: ignore[arg-type]
    assert beat.seconds >= 1 / 8


@given(EPOCHS)
def test_an_event_gets_a_full_cycle_at_the_normal_speed(epoch: int) -> None:
    assert normal(epoch, event=True) == FULL


@given(EPOCHS, st.booleans())
def test_slow_shows_every_rebuild_in_full(epoch: int, event: bool) -> None:
    assert beat_for(epoch, SPEEDS[0], event=event) == FULL


@given(BEATS, SECONDS, SECONDS)
def test_phases_follow_one_another_and_progress_grows_from_0_to_1(beat: Beat, one: float, other: float) -> None:
    earlier, later = beat.at(min(one, other)), beat.at(max(one, other))
    for moment in (earlier, later):
        assert 0 <= moment.progress <= 1
        assert moment.phase is None or moment.progress < 1
    order = [len(Phase) if moment.phase is None else moment.phase for moment in (earlier, later)]
    assert order[0] <= order[1]
    if order[0] == order[1]:
        assert earlier.progress <= later.progress


@given(BEATS, SECONDS)
def test_a_beat_is_over_after_its_seconds(beat: Beat, seconds: float) -> None:
    assert beat.at(beat.seconds).phase is None
    if seconds >= beat.seconds or beat.is_cut:
        assert beat.at(seconds).phase is None
    elif seconds < beat.seconds - 1e-9:
        assert beat.at(seconds).phase is not None


@pytest.mark.parametrize("phase", Phase)
def test_the_end_of_a_phase_still_belongs_to_it(phase: Phase) -> None:
    moment = FULL.at(FULL.end_of(phase))
    assert moment.phase is phase
    assert moment.progress > 0.999
