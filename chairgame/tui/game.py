"""What a screen may ask of the game that it belongs to. Whoever shows a screen answers; the screen never learns who."""

from collections.abc import Callable, Mapping
from typing import Protocol

from chairgame.game.options import PlayOptions
from chairgame.game.places import Place
from chairgame.game.progress.records import Record
from chairgame.game.session.autosave import Autosave
from chairgame.game.story.attempt import Attempt
from chairgame.tui.keys import Key
from chairgame.tui.look import Look


class Game(Protocol):
    """One player's game, as its screens see it."""

    @property
    def options(self) -> PlayOptions:
        """With what it was opened."""

    @property
    def look(self) -> Look:
        """How it looks and speaks now."""

    @property
    def clock(self) -> Callable[[], float]:
        """Seconds, from any beginning."""

    @property
    def frame_rate(self) -> float:
        """Frames a second."""

    @property
    def autosave(self) -> Autosave:
        """The kept run."""

    # Where to

    def go(self, place: Place) -> None:
        """Another place instead of this one."""

    def show_keys(self, keys: tuple[Key, ...]) -> None:
        """All of them on a page, over the screen."""

    def leave(self, code: int) -> None:
        """Out of the game, with the run kept and an exit code."""

    # What is kept

    def keep(self) -> None:
        """Write down the run that is being learned, if it is worth it."""

    def records(self) -> Mapping[str, Record]:
        """What has come of the levels, by their ids."""

    def level_ended(self, attempt: Attempt) -> None:
        """The result is on the screen: it is written down, once for each play."""

    # How it looks

    def next_language(self) -> None:
        """The other language, everywhere at once."""

    def next_colours(self) -> None:
        """The next step down the ladder of colours."""

    def take_preference(self, field: str) -> None:
        """One of the player's preferences has changed: it is seen at once."""

    # When it may be painted

    def may_draw(self) -> bool:
        """Whether the terminal has kept up with what was drawn so far."""

    def judge_link(self, late: float) -> None:
        """Something has moved, by a clock that was so many seconds late: after a while pictures become cheaper for a
        link that cannot keep up, and better again for one that can."""

    def nothing_moves(self) -> None:
        """There is nothing to judge the link by; it may have time for the best picture there is."""
