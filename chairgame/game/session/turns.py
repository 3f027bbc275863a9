"""What was asked for while something else is still being worked out: it waits for its turn, and nothing is lost.

It knows neither what is asked nor who works; whoever works holds the turns, and lets them go on when that is done.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from chairgame.game.news import Count
from chairgame.game.session.voice import Voice
from chairgame.text.catalogue import N_

MOST = 8  # that wait, at the most: whoever holds a key down does not mean all of them


@dataclass(frozen=True)
class _Turn:
    """A command, and what it is told."""

    command: Callable[..., object]
    arguments: tuple[Any, ...]
    adds_up: bool


class Turns:
    """Commands in the order in which they were given; each sees what the one before it has done."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._waiting: deque[_Turn] = deque()
        self._is_held = False
        self._goes_on = False

    @property
    def are_held(self) -> bool:
        """Whether what was asked for last has yet to happen."""
        return self._is_held

    @property
    def waiting(self) -> int:
        """How many commands wait."""
        return len(self._waiting)

    def take(self, command: Callable[..., object], *arguments: Any, adds_up: bool = False) -> None:
        """Do something, now or when it is its turn. Where too much waits already it is left out, and that is said.

        `adds_up`: its argument is steps, and those of the same command in a row are one: a held key goes no way twice.
        """
        last = self._waiting[-1] if self._waiting else None
        if not self._is_held:
            command(*arguments)
        elif adds_up and last is not None and last.adds_up and last.command == command:
            self._waiting[-1] = replace(last, arguments=(last.arguments[0] + arguments[0],))
        elif len(self._waiting) == MOST:
            self._voice.say(N_("{n} keys wait already; this one is left out. Space: drop them all."), n=Count(MOST))
        else:
            self._waiting.append(_Turn(command, arguments, adds_up))

    def hold(self) -> None:
        """From now on commands wait."""
        self._is_held = True

    def let_go(self) -> None:
        """Nothing has to be waited for any more; `go_on` does what waits."""
        self._is_held = False

    def go_on(self) -> None:
        """Do what waits, until something has to be waited for again."""
        if self._goes_on:  # a command on its turn has come to its end at once
            return
        self._goes_on = True
        try:
            while self._waiting and not self._is_held:
                turn = self._waiting.popleft()
                turn.command(*turn.arguments)
        finally:
            self._goes_on = False

    def forget(self) -> None:
        """Nothing of what waits is wanted any more."""
        self._waiting.clear()
