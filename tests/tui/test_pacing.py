"""Frames as fast as the terminal answers: never more than two under way, never stuck, cheaper before fewer."""

from hypothesis import given
from hypothesis import strategies as st

from chairgame.tui.terminal.pacing import (
    CHEAPEST,
    FEWEST_SHOWN,
    IN_FLIGHT,
    REMOTE_BYTES,
    TIMEOUT,
    WINDOW,
    FramePacer,
    allowance_for,
    rate_for,
)

STEP = 1 / 30
MOMENTS = 20  # between two ticks, at which an answer may come


def proven() -> FramePacer:
    """A pacer whose terminal has answered once."""
    pacer = FramePacer()
    pacer.drawn(0.0)
    pacer.answered(0.001)
    return pacer


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 1)), max_size=200))
def test_never_more_than_two_frames_are_under_way(events: list[tuple[bool, float]]) -> None:
    pacer, now = proven(), 0.0
    for is_answer, seconds in events:
        now += seconds
        if is_answer:
            pacer.answered(now)
        elif pacer.may_draw(now):
            pacer.drawn(now)
        assert 0 <= pacer.in_flight <= IN_FLIGHT


def test_a_lost_answer_holds_nothing_up_for_longer_than_the_time_out() -> None:
    pacer = proven()
    for _ in range(IN_FLIGHT):
        pacer.drawn(1.0)
    assert not pacer.may_draw(1.0 + TIMEOUT)
    assert pacer.may_draw(1.01 + TIMEOUT)


def test_a_terminal_that_never_answers_is_asked_no_more_and_drawn_on_all_the_same() -> None:
    pacer, drawn, now = FramePacer(), 0, 0.0
    while now < 10:
        if pacer.may_draw(now):
            pacer.drawn(now)
            drawn += 1
        now += STEP
    assert not pacer.asks
    assert drawn > 0.7 * 10 / STEP
    pacer.answered(now)
    assert pacer.asks


def test_writes_that_wait_hold_back_even_a_mute_terminals_frames() -> None:
    pacer = FramePacer()
    assert pacer.may_draw(0.0, backlog=0)
    assert not pacer.may_draw(0.0, backlog=20)


def play(pacer: FramePacer, answer_seconds: float, seconds: float, way: float = 0.0) -> tuple[float, int]:
    """Thirty ticks a second on a link that takes so long for each frame, after a way there and back.

    The frames shown a second, and the thrift.
    """
    shown, _ = link(pacer, answer_seconds, seconds, way)
    return shown, pacer.thrift


def link(pacer: FramePacer, answer_seconds: float, seconds: float, way: float) -> tuple[float, float]:
    """The frames shown a second, and the longest that one of the later ones had to wait for its answer."""
    shown, free_at, longest, is_owed = 0, 0.0, 0.0, False
    arrivals: list[float] = []
    for moment in range(round(seconds / STEP) * MOMENTS):
        now, is_due = moment * STEP / MOMENTS, moment % MOMENTS == 0
        while arrivals and arrivals[0] <= now:
            arrivals.pop(0)
            pacer.answered(now)
            is_due |= is_owed
        if not is_due:
            continue
        is_owed = not pacer.may_draw(now)
        if not is_owed:
            pacer.drawn(now)
            shown += 1
            free_at = max(free_at, now) + answer_seconds
            arrivals.append(free_at + way)
            longest = max(longest, arrivals[-1] - now) if now > seconds / 2 else 0.0
        pacer.judge(now)
    return shown / seconds, longest


def far(way: float) -> FramePacer:
    """A pacer that has seen how long a small frame's answer takes."""
    pacer = FramePacer()
    pacer.drawn(0.0)
    pacer.answered(way)
    return pacer


@given(st.floats(0.03, 0.25), st.floats(0.0, 0.5))
def test_a_frame_waits_for_its_own_way_alone_and_not_for_the_one_before(carrying: float, way: float) -> None:
    _, longest = link(far(way), carrying, 10, way)
    assert longest < way + carrying + 2 * STEP


@given(st.floats(0.05, 0.25))
def test_a_long_way_is_kept_as_busy_as_a_short_one(carrying: float) -> None:
    near, remote = (link(far(way), carrying, 10, way)[0] for way in (0.0, 0.6 * carrying))
    assert remote > 0.75 * near


def test_a_fast_link_keeps_its_colours_and_its_rate() -> None:
    shown, thrift = play(proven(), 0.01, 10)
    assert thrift == 0
    assert shown > 28


def test_a_slow_link_gets_cheaper_pictures_one_step_a_window() -> None:
    pacer = proven()
    assert play(pacer, 0.25, WINDOW * 1.5)[1] == 1
    assert play(pacer, 0.25, WINDOW * 8)[1] == CHEAPEST


def test_a_link_that_carries_enough_is_left_alone() -> None:
    assert play(proven(), 0.8 / FEWEST_SHOWN, 10)[1] == 0


def test_rest_is_not_held_against_the_link() -> None:
    pacer = proven()
    pacer.judge(0.0)
    pacer.rest()
    assert not pacer.judge(100.0)
    assert pacer.thrift == 0


def spend(pacer: FramePacer, a_second: float, seconds: float, cheaper: float = 0.4) -> float:
    """Bytes a second on a link that never is too slow, when a step down the ladder leaves so much of a frame."""
    sent, now, rate = 0.0, 0.0, 12
    while now < seconds:
        pacer.judge(now, round(sent))
        sent, now = sent + a_second / rate * cheaper**pacer.thrift, now + 1 / rate
    return sent / seconds


@given(st.floats(1.05, 2.2))
def test_what_a_network_may_carry_is_kept_to_by_one_step_within_a_flight(excess: float) -> None:
    pacer = FramePacer(allowance=REMOTE_BYTES)
    spend(pacer, excess * REMOTE_BYTES, 1.7)
    assert pacer.thrift == 1
    assert spend(pacer, excess * REMOTE_BYTES, 20) < REMOTE_BYTES


@given(st.floats(0.0, 0.95))
def test_who_keeps_to_it_keeps_the_best_picture(share: float) -> None:
    pacer = FramePacer(allowance=REMOTE_BYTES)
    spend(pacer, share * REMOTE_BYTES, 20)
    assert pacer.thrift == 0


def test_a_screen_painted_anew_and_a_rest_are_no_habit() -> None:
    pacer = FramePacer(allowance=REMOTE_BYTES)
    pacer.judge(0.0, 0)
    assert not pacer.judge(0.1, 60_000)
    assert not pacer.judge(1.0, 100_000)
    pacer.rest()
    assert not pacer.judge(100.0, 10_000_000)
    assert not pacer.judge(101.0, 10_000_000)


def test_only_a_network_and_no_rate_that_was_asked_for_has_an_allowance() -> None:
    assert allowance_for(None, is_remote=True) == REMOTE_BYTES
    assert allowance_for(30.0, is_remote=True) == allowance_for(None, is_remote=False) == float("inf")


def test_the_rate_is_what_was_asked_for_else_what_suits_the_way() -> None:
    assert rate_for(7.0, is_remote=True) == 7.0
    assert 10 <= rate_for(None, is_remote=True) <= 15
    assert rate_for(None, is_remote=False) == 30
