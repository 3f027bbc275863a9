"""Real time becomes the session's; where nothing will move for a while, nobody wakes."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from chairgame.chair.catalogue import load_chair
from chairgame.game.session.model import GameSession
from chairgame.training.settings import Settings
from chairgame.tui.clockwork import LATE, OVERSLEEPING, Clockwork
from chairgame.tui.terminal.pacing import LOCAL_RATE, REMOTE_RATE

RATE = LOCAL_RATE


@dataclass
class Timer:
    due: float
    call: Callable[[], None]
    period: float | None = None
    is_active: bool = True

    def pause(self) -> None:
        self.is_active = False

    stop = pause

    def resume(self) -> None:
        self.is_active = True


@dataclass
class Screen:
    """Timers and a clock of its own, as textual's screens have them."""

    now: float = 0.0
    timers: list[Timer] = field(default_factory=list)
    wakes: int = 0

    def set_interval(self, period: float, call: Callable[[], None], *, pause: bool) -> Timer:
        self.timers.append(Timer(period, call, period, not pause))
        return self.timers[-1]

    def set_timer(self, seconds: float, call: Callable[[], None]) -> Timer:
        self.timers.append(Timer(self.now + seconds, call))
        return self.timers[-1]

    def pass_time(self, seconds: float) -> None:
        end = self.now + seconds
        while due := [timer for timer in self.timers if timer.is_active and timer.due <= end]:
            timer = min(due, key=lambda timer: timer.due)
            self.now = max(self.now, timer.due)
            if timer.period is None:
                timer.is_active = False
            else:
                timer.due = self.now + timer.period
            self.wakes += 1
            timer.call()
        self.now = end


@dataclass
class Stepping:
    """Moves every so many seconds, and knows it."""

    every: float
    playing: bool = True
    elapsed: float = 0.0
    steps: int = 0

    def tick(self, seconds: float, _: Callable[[], bool]) -> bool:
        self.elapsed += seconds
        if self.elapsed < self.every:
            return False
        self.elapsed, self.steps = 0.0, self.steps + 1
        return True

    def stillness(self) -> float:
        return self.every - self.elapsed


def clockwork(
    screen: Screen, session: Stepping, stillness: Callable[[], float] | None = None, rate: float = RATE
) -> Clockwork:
    sleeping = {} if stillness is None else {"stillness": stillness}
    return Clockwork(screen, lambda: session, lambda: screen.now, rate, lambda: None, **sleeping)  # type: ignore[arg-type]


@pytest.mark.parametrize("rate", [REMOTE_RATE, LOCAL_RATE])
def test_who_knows_when_something_moves_next_is_woken_then_and_not_before(rate: float) -> None:
    screen, session = Screen(), Stepping(1 / 8)
    clockwork(screen, session, session.stillness, rate).follow()
    screen.pass_time(10.0)
    assert session.steps == pytest.approx(10.0 / (1 / 8 + OVERSLEEPING), abs=1)
    assert screen.wakes <= session.steps + 2


def test_who_does_not_know_is_asked_at_every_tick() -> None:
    screen, session = Screen(), Stepping(1 / 8)
    clockwork(screen, session).follow()
    screen.pass_time(10.0)
    assert screen.wakes == pytest.approx(10 * RATE, abs=1)


def test_a_key_ends_the_sleep() -> None:
    screen, session = Screen(), Stepping(5.0)
    works = clockwork(screen, session, session.stillness)
    works.follow()
    screen.pass_time(1.0)
    session.every = 0.01
    works.follow()
    screen.pass_time(0.5)
    assert session.steps >= 0.4 * RATE


@pytest.mark.parametrize("ending", ["pause", "stand"])
def test_a_sleeper_who_is_stopped_is_not_woken(ending: str) -> None:
    screen, session = Screen(), Stepping(1.0)
    works = clockwork(screen, session, session.stillness)
    works.follow()
    screen.pass_time(0.5)
    if ending == "pause":
        session.playing = False
        works.follow()
    else:
        works.stand()
    screen.wakes = 0
    screen.pass_time(5.0)
    assert screen.wakes == session.steps == 0


def test_a_session_is_still_between_two_cuts_and_moves_when_it_said_so() -> None:
    session = GameSession(load_chair("three-part-stool"), Settings())
    session.change_speed(1)  # all cuts
    session.toggle_play()
    session.tick(10.0, lambda: False)
    for _ in range(60):
        still = session.journey.seconds_of_stillness
        if still > 0.002:
            assert not session.tick(still - 0.001, lambda: False)
        assert session.tick(0.0011 if still > 0.002 else still + 0.0001, lambda: False)


def test_a_session_whose_parts_fly_is_never_still() -> None:
    session = GameSession(load_chair("three-part-stool"), Settings())
    session.toggle_play()
    session.tick(0.5, lambda: False)
    assert session.journey.seconds_of_stillness == 0.0


def test_how_late_a_tick_came_is_told_once() -> None:
    screen = Screen()
    works = clockwork(screen, Stepping(1 / 8))
    works.follow()
    screen.now = 0.5
    works.tick()
    assert works.lateness() == pytest.approx(0.5 - LATE / RATE)
    assert works.lateness() == 0.0


@pytest.mark.parametrize("sleeps", [True, False])
def test_who_comes_in_time_is_never_late(sleeps: bool) -> None:
    screen, session = Screen(), Stepping(1 / 8)
    works = clockwork(screen, session, session.stillness if sleeps else None)
    works.follow()
    screen.pass_time(5.0)
    session.playing = False
    works.follow()
    screen.pass_time(60.0)  # rest is not lateness
    session.playing = True
    works.follow()
    screen.pass_time(5.0)
    assert works.lateness() == pytest.approx(0.0)
