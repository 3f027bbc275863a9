"""A player at a level: pages, play, result, debrief; undo, restart, hints. The one mutable model of a level's screen.

A star is earned the moment its rule holds, and nothing takes it away: no undo, no restart, no later mistake. Knows
neither screen nor disk: whoever keeps progress passes `keep`, which is told all moves after every change, and `earn`,
which is told the stars at that moment.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum

from chairgame.game.story.level import Check, Fact, Level, Star
from chairgame.game.story.play import IllegalMoveError, LevelPlay
from chairgame.game.story.plays import new_play
from chairgame.game.story.registry import KINDS

COUNT_SECONDS = 0.8
"""In which the result's number comes."""
STAR_SECONDS = 0.4
"""After which each of its stars comes."""


class Stage(Enum):
    """Text first, then motion, then what came of it, then what it was; before motion, what was left comes back."""

    RETURN = "return"
    PAGES = "pages"
    PLAY = "play"
    RESULT = "result"
    DEBRIEF = "debrief"


READING = (Stage.PAGES, Stage.DEBRIEF)


def _nobody(_told: object) -> None:
    """Nobody is told."""


class Attempt:
    """One level being played. `moves` are those of an attempt that was left in the middle; `earned` are the numbers of
    the stars that were earned before, counted from 1; `best_count` is what the best play needed for all of them. With
    `in_slices` the moves of a play that learns are made while time passes, so that nobody waits for them."""

    def __init__(
        self,
        level: Level,
        moves: Sequence[str] = (),
        earned: frozenset[int] = frozenset(),
        best_count: int | None = None,
        *,
        keep: Callable[[Sequence[str]], None] = _nobody,
        earn: Callable[[frozenset[int]], None] = _nobody,
        in_slices: bool = False,
    ) -> None:
        self.level, self.best_count, self._keep, self._earn = level, best_count, keep, earn
        self.page = 0
        self.is_anew = False
        """Whether the attempt that was left could not be gone on with: its moves were made in another edition."""
        self.play = new_play(level)
        self._returning: list[str] = []
        self._work: Iterator[None] | None = None
        self._when_back: Callable[[], None] | None = None
        if in_slices and self.play.learns:
            self._returning = list(moves)
        else:
            moves = self._made_again(moves)
        self.earned = earned
        """The numbers of the stars earned in this play or any before."""
        self.earned_now: frozenset[int] = frozenset()
        """Those that were earned since the level was begun the last time, whatever was undone since."""
        self._facts = self._facts_before = self.play.facts()
        self._earned_before = self._seen = earned
        self.stage = Stage.PAGES if level.pages and not moves else Stage.PLAY
        if self._returning:
            self.stage = Stage.RETURN
        self.play.skip()
        self._hint = -1
        self._debrief_runs = True
        self.result_seconds = 0.0
        """Since the result has been shown."""
        self._latch()

    # What was left comes back

    def when_back(self, then: Callable[[], None]) -> None:
        """Do something once all that was left is there again; at once where it is already."""
        if self.stage is Stage.RETURN:
            self._when_back = then
        else:
            then()

    def _come_back(self, may_learn: Callable[[], bool]) -> None:
        """Make the next moves; one that cannot be made any more ends it: the attempt is begun anew."""
        while self._returning:
            if self._work is None:
                self._work = self.play.work_for(self._returning[0])
            if any(not may_learn() for _step in self._work):
                return
            self._work = None
            try:
                self.play.do(self._returning.pop(0))
            except IllegalMoveError:
                self.play, self.is_anew = new_play(self.level), True
                self._returning.clear()
            if not may_learn():
                break
        if not self._returning:
            self.play.skip()
            self.stage = Stage.PAGES if self.level.pages and self.is_anew else Stage.PLAY
            self._latch()
            if self._when_back is not None:
                self._when_back()

    # Pages

    @property
    def pages(self) -> tuple[str, ...]:
        """The texts of the stage."""
        return self.level.debrief if self.stage is Stage.DEBRIEF else self.level.pages

    @property
    def can_turn_back(self) -> bool:
        """Whether there is a page before this one."""
        return self.page > 0

    def turn(self, pages: int) -> None:
        """On or back through the pages; beyond the last one the play begins, and beyond the result the debrief."""
        if self.stage is Stage.RESULT:
            self.stage, self.page, self._debrief_runs = Stage.DEBRIEF, 0, True
            return
        if self.stage is Stage.PAGES and self.page + pages >= len(self.pages):
            self._play_from_pages()
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
        self._made()
        return True

    @property
    def playing(self) -> bool:
        """Whether time has anything to move."""
        if self.stage is Stage.DEBRIEF:
            return self._debrief_runs
        if self.stage is Stage.RESULT:
            return self.result_seconds < COUNT_SECONDS + STAR_SECONDS * len(self.earned - self._seen)
        if self.stage is Stage.RETURN:
            return True
        return self.stage is Stage.PLAY and (self.play.is_moving or self.play.is_over)

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. True if anything moved."""
        if self.stage is Stage.DEBRIEF:
            ran, self._debrief_runs = self._debrief_runs, self.play.tick_debrief(seconds, may_learn)
            return ran
        if self.stage is Stage.RESULT:
            self.result_seconds += seconds
            return True
        if self.stage is Stage.RETURN:
            self._come_back(may_learn)
            return True
        if self.stage is not Stage.PLAY:
            return False
        before = len(self.play.moves), self.play.moves[-1:]
        moved = self.play.tick(seconds, may_learn)
        if (len(self.play.moves), self.play.moves[-1:]) != before:
            self._made()
        if self.play.is_over and not self.play.is_moving:
            self._end(self._earned_before)
            return True
        return moved

    @property
    def can_undo(self) -> bool:
        """Whether there is a move of the player's own that can be taken back."""
        return self.stage in (Stage.PLAY, Stage.RESULT) and self._moves_before() is not None

    def undo(self) -> bool:
        """Back to before the player's last own move, from the result as well; False where there is none."""
        moves = self._moves_before()
        if moves is None or self.stage not in (Stage.PLAY, Stage.RESULT):
            return False
        self._take_up(moves)
        self.stage = Stage.PLAY
        return True

    def restart(self) -> None:
        """From the level's beginning, without the pages."""
        self._take_up([])
        self.earned_now = frozenset()
        self.stage, self.page = Stage.PLAY, 0
        self.play.begin()

    @property
    def may_end(self) -> bool:
        """Whether going on is not all that is left."""
        return bool(self.earned) or self.play.is_over

    def finish(self) -> None:
        """To the result: the last build stays, and the stars that nobody has seen shine yet light up."""
        self._end(self._shown)

    # Judgement

    @property
    def is_won(self) -> bool:
        """Whether the level's goal has been reached, now or before: that is what the first star says."""
        return 1 in self.earned

    def goals(self) -> list[tuple[Check, bool]]:
        """The goals, and whether each is reached now; in the result none that the first star stands for is taken."""
        facts, is_told = self.facts(), self.stage is not Stage.PLAY and 1 in self.earned_now
        return [(goal, is_told or goal.holds(facts)) for goal in self.level.goals]

    def stars(self) -> list[tuple[Star, bool]]:
        """The stars, and whether each shines: the earned ones; in the result those of the last build follow one after
        the other, and none that shone goes out.
        """
        lit = self._shown
        if self.stage is Stage.RESULT and self.playing:
            follow = sorted(self.earned - self._seen)
            lit = self._seen.union(follow[: max(0, int((self.result_seconds - COUNT_SECONDS) / STAR_SECONDS))])
        return [(star, number in lit) for number, star in enumerate(self.level.stars, 1)]

    def facts(self) -> Mapping[str, Fact]:
        """The play's facts, as far as they may be told: of a build under way nothing is known yet."""
        return self.play.facts() if self.play.is_told else self._facts_before

    def result_figure(self) -> tuple[float, str] | None:
        """What the result's number shows now, and its unit; nothing where a level has none."""
        figure = self.play.figure()
        if figure is None:
            return None
        first, best, unit = figure
        share = min(1.0, self.result_seconds / COUNT_SECONDS)
        return first + (best - first) * share if share < 1 else best, unit

    def is_missed(self, star: Star) -> bool:
        """Whether a star can be earned in another play only."""
        return star.is_missed(self.facts(), KINDS[self.level.play].growing)

    @property
    def star_count(self) -> int:
        """How many stars."""
        return len(self.earned)

    def hint(self) -> Check | None:
        """A hint that fits what was done; asked again, the next one that fits."""
        facts = self.play.facts()
        fitting = [index for index, hint in enumerate(self.level.hints) if hint.holds(facts)]
        if not fitting:
            return None
        self._hint = next((index for index in fitting if index > self._hint), fitting[0])
        return self.level.hints[self._hint]

    # Inside

    @property
    def _shown(self) -> frozenset[int]:
        """The numbers of the stars that shine while it is played: none before its build is told."""
        return self.earned if self.play.is_told else self._earned_before

    def _end(self, seen: frozenset[int]) -> None:
        """To the result, where those stars shine from its beginning."""
        self._seen = seen
        self.play.skip()
        self.stage, self.result_seconds = Stage.RESULT, 0.0

    def _made_again(self, moves: Sequence[str]) -> Sequence[str]:
        """Make the moves at once, and return them; none where one cannot be made any more."""
        try:
            self.play = _replayed(self.level, moves)
        except IllegalMoveError:
            self.is_anew = True
            return ()
        return moves

    def _play_from_pages(self) -> None:
        self.stage = Stage.PLAY
        if not self.play.moves:
            self.play.begin()

    def _take_up(self, moves: Sequence[str]) -> None:
        self.play = _replayed(self.level, moves)
        self.play.skip()
        self.play.news, self._hint = None, -1
        self._made()

    def _made(self) -> None:
        """A move was made or taken back."""
        self._keep(self.play.moves)
        self._latch()

    def _latch(self) -> None:
        """What is earned now stays earned."""
        self._facts_before, self._earned_before = self._facts, self.earned
        facts = self._facts = self.play.facts()
        holding = frozenset(number for number, star in enumerate(self.level.stars, 1) if star.holds(facts))
        self.earned_now |= holding
        if not holding <= self.earned:
            self.earned |= holding
            self._earn(self.earned)

    def _moves_before(self) -> list[str] | None:
        """The moves without the player's last own one and what time made after it; None where none is to be undone."""
        moves = list(self.play.moves)
        while moves and moves[-1].split()[0] in self.play.passes:
            moves.pop()
        if not moves or moves[-1].split()[0] in self.play.final:
            return None
        return moves[:-1]


def _replayed(level: Level, moves: Sequence[str]) -> LevelPlay:
    """The play after some moves. Raises IllegalMoveError where one cannot be made."""
    play = new_play(level)
    for move in moves:
        play.do(move)
    return play
