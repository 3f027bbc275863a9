"""A player at a level: pages, play, debrief; undo, restart and hints. The one mutable model of a level's screen.

Knows neither screen nor disk: whoever keeps progress passes `keep`, which is told all moves after every change.
"""

from collections.abc import Callable, Sequence
from enum import Enum

from chairgame.game.story.level import Check, Level
from chairgame.game.story.play import IllegalMoveError, LevelPlay
from chairgame.game.story.plays import new_play


class Stage(Enum):
    """Text first, then motion, then what it was."""

    PAGES = "pages"
    PLAY = "play"
    DEBRIEF = "debrief"


class Attempt:
    """One level being played. `moves` are those of an attempt that was left in the middle."""

    def __init__(
        self, level: Level, keep: Callable[[Sequence[str]], None] = lambda _moves: None, moves: Sequence[str] = ()
    ) -> None:
        self.level, self._keep = level, keep
        self.page = 0
        self.is_anew = False
        """Whether the attempt that was left could not be gone on with: its moves were made in another edition."""
        try:
            self.play = _replayed(level, moves)
        except IllegalMoveError:
            self.play, moves, self.is_anew = new_play(level), (), True
        self.stage = Stage.PAGES if level.pages and not moves else Stage.PLAY
        self.play.skip()
        self._hint = -1
        self._debrief_runs = True

    # Pages

    @property
    def pages(self) -> tuple[str, ...]:
        """The texts of the stage."""
        return self.level.debrief if self.stage is Stage.DEBRIEF else self.level.pages

    def turn(self, pages: int) -> None:
        """On or back through the pages; beyond the last one the play begins."""
        if self.stage is Stage.PAGES and self.page + pages >= len(self.pages):
            self.stage = Stage.PLAY
        self.page = min(max(0, self.page + pages), len(self.pages) - 1)

    def read_again(self) -> None:
        """The pages once more, in the middle of a play."""
        self.stage, self.page = Stage.PAGES, 0

    # Play

    def do(self, move: str) -> bool:
        """Make a move; False if it cannot be made now. A running animation ends at once."""
        if self.stage is not Stage.PLAY:
            return False
        self.play.skip()
        try:
            self.play.do(move)
        except IllegalMoveError:
            return False
        self._hint = -1
        self._keep(self.play.moves)
        return True

    @property
    def playing(self) -> bool:
        """Whether time has anything to move."""
        if self.stage is Stage.DEBRIEF:
            return self._debrief_runs
        return self.stage is Stage.PLAY and (self.play.is_moving or self.play.is_over)

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. True if anything moved."""
        if self.stage is Stage.DEBRIEF:
            ran, self._debrief_runs = self._debrief_runs, self.play.tick_debrief(seconds, may_learn)
            return ran
        if self.stage is not Stage.PLAY:
            return False
        before = len(self.play.moves)
        moved = self.play.tick(seconds, may_learn)
        if len(self.play.moves) != before:
            self._keep(self.play.moves)
        if self.play.is_over and not self.play.is_moving:
            self.finish()
            return True
        return moved

    def undo(self) -> bool:
        """Back to before the player's last own move; False where there is none."""
        moves = list(self.play.moves)
        while moves and moves[-1].split()[0] in self.play.passes:
            moves.pop()
        if not moves or self.stage is not Stage.PLAY or moves[-1].split()[0] in self.play.final:
            return False
        self._take_up(moves[:-1])
        return True

    def restart(self) -> None:
        """From the level's beginning, without the pages."""
        self._take_up([])
        self.stage, self.page = Stage.PLAY, 0

    def finish(self) -> None:
        """To the debrief."""
        self.stage, self.page, self._debrief_runs = Stage.DEBRIEF, 0, True

    # Judgement

    @property
    def is_won(self) -> bool:
        """Whether every goal is reached."""
        return all(held for _, held in self.goals())

    def goals(self) -> list[tuple[Check, bool]]:
        """The goals, and whether each is reached now."""
        facts = self.play.facts()
        return [(goal, goal.holds(facts)) for goal in self.level.goals]

    def stars(self) -> list[tuple[Check, bool]]:
        """The stars, and whether each is earned; without the goals none is."""
        facts, won = self.play.facts(), self.is_won
        return [(star, won and star.holds(facts)) for star in self.level.stars]

    @property
    def star_count(self) -> int:
        """How many stars."""
        return sum(earned for _, earned in self.stars())

    def hint(self) -> Check | None:
        """A hint that fits what was done; asked again, the next one that fits."""
        facts = self.play.facts()
        fitting = [index for index, hint in enumerate(self.level.hints) if hint.holds(facts)]
        if not fitting:
            return None
        self._hint = next((index for index in fitting if index > self._hint), fitting[0])
        return self.level.hints[self._hint]

    # Inside

    def _take_up(self, moves: Sequence[str]) -> None:
        self.play = _replayed(self.level, moves)
        self.play.skip()
        self.play.news, self._hint = None, -1
        self._keep(self.play.moves)


def _replayed(level: Level, moves: Sequence[str]) -> LevelPlay:
    """The play after some moves. Raises IllegalMoveError where one cannot be made."""
    play = new_play(level)
    for move in moves:
        play.do(move)
    return play
