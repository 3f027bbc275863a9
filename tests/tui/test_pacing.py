"""Frames as fast as the terminal answers: never more than two under way, never stuck, cheaper before fewer."""

from itertools import pairwise
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.tui.terminal.pacing import (
    IN_FLIGHT,
    TELLING,
    TIMEOUT,
    FramePacer,
    rate_for,
)
from chairgame.tui.terminal.thrift import (
    CALM,
    FEWEST_SHOWN,
    LONGEST_CALM,
    RELAPSE,
    REMOTE_BYTES,
    WINDOW,
    Thrift,
    allowance_for,
)
from tests.tui.terminal import Terminal

STEP = 1 / 30
CHEAPEST = 2  # steps down the ladder
FRAME, QUESTION = b"\x1b[?2026h", b"\x1b[6n"
MOMENTS = 20  # between two ticks, at which an answer may come


def pacing(allowance: float = inf) -> FramePacer:
    """A pacer with a ladder of three pictures."""
    return FramePacer(Thrift(CHEAPEST, allowance))


def proven() -> FramePacer:
    """A pacer whose terminal has answered once."""
    pacer = pacing()
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


def test_without_answers_two_frames_leave_and_no_third() -> None:
    pacer, drawn, now = proven(), 0, 1.0
    while now < 1.0 + TIMEOUT:
        if pacer.may_draw(now):
            pacer.drawn(now)
            drawn += 1
        now += STEP
    assert drawn == pacer.in_flight == 2


class Withholding(Terminal):
    """A terminal that answers for the first frames, and then not until it is told to."""

    is_silent = False

    def _answer(self, data: bytes) -> None:
        if not self.is_silent:
            super()._answer(data)


def test_the_game_sends_two_frames_to_a_terminal_that_falls_silent(tmp_path: Path) -> None:
    with Withholding("lab", home=tmp_path, is_blind=True, COLORTERM="truecolor") as terminal:
        terminal.wait_for(lambda: b"?1049h" in terminal.written)
        terminal.settle(1.0)
        terminal.press("<", " ")
        terminal.bytes_within(0.5)  # parts fly
        terminal.is_silent = True
        terminal.bytes_within(0.2)
        before = len(terminal.written)
        terminal.bytes_within(TIMEOUT / 2)
        assert terminal.written.count(FRAME, before) == 0
        asked = terminal.written.rfind(FRAME)
        assert terminal.written.count(QUESTION, 0, asked) > 2  # it was drawing
        terminal.is_silent = False
        terminal._answer(QUESTION * 2)
        terminal.bytes_within(0.5)
        assert terminal.written.count(FRAME, before) > 2


def test_a_terminal_that_never_answers_is_asked_no_more_and_drawn_on_all_the_same() -> None:
    pacer, drawn, now = pacing(), 0, 0.0
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
    pacer = pacing()
    assert pacer.may_draw(0.0, backlog=0)
    assert not pacer.may_draw(0.0, backlog=20)


def play(pacer: FramePacer, answer_seconds: float, seconds: float, way: float = 0.0) -> tuple[float, int]:
    """Thirty ticks a second on a link that takes so long for each frame, after a way there and back.

    The frames shown a second, and the thrift.
    """
    shown, _ = link(pacer, answer_seconds, seconds, way)
    return shown, pacer.thrift.step


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
        pacer.thrift.judge(now)
    return shown / seconds, longest


def far(way: float) -> FramePacer:
    """A pacer that has seen how long a small frame's answer takes."""
    pacer = pacing()
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
    thrift = Thrift(CHEAPEST)
    thrift.judge(0.0)
    thrift.refused()
    thrift.rest()
    assert not thrift.judge(100.0)
    assert not thrift.judge(200.0)
    assert thrift.step == 0


def spend(thrift: Thrift, a_second: float, seconds: float, cheaper: float = 0.4) -> float:
    """Bytes a second on a link that never is too slow, when a step down the ladder leaves so much of a frame."""
    sent, now, rate = 0.0, 0.0, 12
    while now < seconds:
        thrift.judge(now, round(sent))
        sent, now = sent + a_second / rate * cheaper**thrift.step, now + 1 / rate
    return sent / seconds


@given(st.floats(1.05, 2.2))
def test_what_a_network_may_carry_is_kept_to_by_one_step_within_a_flight(excess: float) -> None:
    thrift = Thrift(CHEAPEST, REMOTE_BYTES)
    spend(thrift, excess * REMOTE_BYTES, 1.7)
    assert thrift.step == 1
    thrift.rest()
    assert spend(thrift, excess * REMOTE_BYTES, 20) < REMOTE_BYTES


@given(st.floats(0.0, 0.95))
def test_who_keeps_to_it_keeps_the_best_picture(share: float) -> None:
    thrift = Thrift(CHEAPEST, REMOTE_BYTES)
    spend(thrift, share * REMOTE_BYTES, 20)
    assert thrift.step == 0


def test_a_screen_painted_anew_and_a_rest_are_no_habit() -> None:
    thrift = Thrift(CHEAPEST, REMOTE_BYTES)
    thrift.judge(0.0, 0)
    assert not thrift.judge(0.1, 60_000)
    assert not thrift.judge(1.0, 100_000)
    thrift.rest()
    assert not thrift.judge(100.0, 10_000_000)
    assert not thrift.judge(101.0, 10_000_000)


class Link:
    """A link that carries so many bytes a second, and a game that draws thirty frames a second on it.

    A frame has so many bytes for each step down the ladder.
    """

    def __init__(self, sizes: tuple[int, ...] = (8000, 3600, 1800)) -> None:
        self.pacer, self.sizes, self.now = pacing(), sizes, 0.0
        self.steps = [(0.0, 0)]
        self.sent = self.carried = 0.0
        self.ends: list[float] = []  # of the frames under way, in bytes since the start
        self.pacer.drawn(0.0)
        self.pacer.answered(0.001)

    def play(self, seconds: float, rate: float, late: float = 0.0) -> "Link":
        """`rate` is in bytes a second; `late` are seconds a tick."""
        end = self.now + seconds
        while self.now < end:
            began, self.now = self.now, self.now + STEP + late
            before, self.carried = self.carried, min(self.sent, self.carried + rate * (STEP + late))
            while self.ends and self.ends[0] <= self.carried:
                self.pacer.answered(began + (self.ends.pop(0) - before) / rate)
            if self.pacer.may_draw(self.now):
                size = self.sizes[self.pacer.thrift.step]
                self.sent += size
                self.pacer.drawn(self.now, size)
                self.ends.append(self.sent)
            if self.pacer.thrift.judge(self.now, round(self.sent), late):
                self.steps.append((self.now, self.pacer.thrift.step))
        return self

    @property
    def step(self) -> int:
        return self.pacer.thrift.step


FAST = 2_000_000.0


def test_after_a_hiccup_the_colours_come_back() -> None:
    link = Link().play(10, FAST).play(3, 2000)
    assert link.step > 0
    assert link.play(24, FAST).step == 0


def test_after_a_long_bad_time_the_best_picture_comes_back_step_by_step() -> None:
    link = Link().play(10, FAST).play(20, 10_000)
    assert link.step == CHEAPEST
    link.play(26, FAST)
    assert [step for _, step in link.steps][-2:] == [1, 0]
    assert link.steps[-1][0] - link.steps[-2][0] >= CALM


@pytest.mark.parametrize("rate", [30_000.0, 60_000.0, 150_000.0])
def test_a_steady_slow_link_finds_its_picture_and_keeps_it(rate: float) -> None:
    link = Link().play(10, rate)
    found = len(link.steps)
    assert len(link.play(120, rate).steps) == found


def test_who_climbs_in_vain_waits_twice_as_long_each_time() -> None:
    link = Link((40_000, 2000, 1000)).play(900, 150_000.0)  # carries the second picture with ease, the first not at all
    climbs = [now for now, step in link.steps if step == 0][1:]
    waits = [later - earlier for earlier, later in pairwise(climbs)]
    assert waits[0] > 1.5 * CALM
    assert all(later > 1.4 * earlier for earlier, later in pairwise(waits) if later < LONGEST_CALM)
    assert max(waits) < LONGEST_CALM + 2 * RELAPSE


def test_a_busy_processor_is_no_slow_link() -> None:
    assert Link().play(20, 30_000).step == CHEAPEST
    assert Link().play(20, 30_000, late=0.2).step == 0


def test_the_link_carries_what_it_has_carried_of_late() -> None:
    assert not pacing().carries(1, 10.0)  # nobody knows
    pacer = Link().play(5, 100_000.0).pacer
    assert pacer.carries(20_000, 0.3)
    assert not pacer.carries(45_000, 0.3)


def test_small_frames_say_nothing_about_the_link() -> None:
    pacer = proven()
    for now in (1.0, 2.0, 3.0):
        pacer.drawn(now, TELLING - 1)
        pacer.answered(now + 0.2)
    assert not pacer.carries(1, 10.0)


def test_only_a_network_and_no_rate_that_was_asked_for_has_an_allowance() -> None:
    assert allowance_for(None, is_remote=True) == REMOTE_BYTES
    assert allowance_for(30.0, is_remote=True) == allowance_for(None, is_remote=False) == float("inf")


def test_the_rate_is_what_was_asked_for_else_what_suits_the_way() -> None:
    assert rate_for(7.0, is_remote=True) == 7.0
    assert 10 <= rate_for(None, is_remote=True) <= 15
    assert rate_for(None, is_remote=False) == 30
