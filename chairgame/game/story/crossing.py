"""The bridge between the halves: three that every network needs, its program in numbers, the same loop with words.

The one mutable model of the bridge's screen. It shows what the player has built; who has kept nothing sees a closed
box. Knows neither screen nor disk.
"""

from collections.abc import Callable, Mapping
from enum import IntEnum

from chairgame.chair.catalogue import load_chair
from chairgame.game.lesson.word_run import WordRun
from chairgame.game.progress.records import Feat, Record
from chairgame.game.story.ablation import Ablation, Need
from chairgame.game.story.epochs import EpochsPlay
from chairgame.game.story.halves import FIRST_HALF, second_half
from chairgame.game.story.keepsakes import Recollection, keepsake_of, name_of
from chairgame.game.story.level import Level, levels
from chairgame.game.story.program import Program
from chairgame.training.history import History
from chairgame.training.settings import Settings
from chairgame.training.tasks import chair_task

CHAIR = "kitchen"
FRESH_EPOCHS = 120  # that a brain learns before it can be read, where the player has left none
REBUILD_SECONDS = 1 / 8
ROWS_A_SECOND = 3.0  # by which the numbers scroll until somebody chooses one
BREATH_SECONDS = 2.4
SIGNAL_SECONDS = 9.0  # for which the signal is seen running back
FADE_SECONDS = 1.2  # in which the three are named
SWEEP_SECONDS = 0.25  # after which the next title of part two becomes bright
SENTENCE, HEARD = "Ala ma kota", "Ala ma"
WORDS = Settings(seed=14, hidden=(4,), optimizer="sgd", learning_rate=0.4)
"""The brain of words with which part two begins, newborn."""


class Station(IntEnum):
    """Where one is on the bridge."""

    THREE = 0
    READ = 1
    WORDS = 2
    COMING = 3


class Crossing:
    """A way over the bridge."""

    def __init__(self, records: Mapping[str, Record], feats: Mapping[str, Feat]) -> None:
        self.records = records
        self.station = Station.THREE
        self.answer: Need | None = None
        """What the player holds for the one that tells the wires what to do."""
        self.run: Ablation | None = None
        """The rebuilds without one of the three."""
        self.chosen = 0
        """The weight under the cursor."""
        self.has_chosen = False
        self.seconds = 0.0
        """At this station."""
        self.told = 0.0
        """How far the names of the three have come out of the dark since the question was answered, 0 to 1."""
        self.memories = {level.id: _memory(level, feats) for level in levels() if level.number in (2, FIRST_HALF)}
        self._waited = 0.0
        self._with_all: Ablation | None = None
        self._program: Program | None = None
        self._brain: History | None = None
        self._words = WordRun(SENTENCE, WORDS)

    # What there is to see

    def level(self, number: int) -> Level:
        """A level of the first half."""
        return next(level for level in levels() if level.number == number)

    def memory(self, number: int) -> Recollection | None:
        """The best play of a level, if it was kept and has been lived through again."""
        memory = self.memories.get(self.level(number).id)
        return memory if memory is not None and memory.is_over else None

    @property
    def with_all(self) -> Ablation:
        """The same rebuilds with all three, to compare with; made while the player reads."""
        if self._with_all is None:
            self._with_all = Ablation(load_chair(CHAIR), self.seed, None)
        return self._with_all

    @property
    def program(self) -> Program | None:
        """The weights that can be read, once they have been learned."""
        return self._program

    @property
    def brain(self) -> History | None:
        """The run whose weights are read, as far as it has learned."""
        return self._brain

    @property
    def answers(self) -> tuple[tuple[str, float], ...]:
        """What the newborn brain of words says after "Ala ma": each word and its share."""
        shares = self._words.answers(HEARD)
        return tuple((word, float(share)) for word, share in zip(self._words.vocabulary.words, shares, strict=True))

    @property
    def seed(self) -> int:
        """Of the player's brain of the last level, else of the level's own."""
        last = self.level(FIRST_HALF)
        record = self.records.get(last.id)
        return last.seed if record is None or record.best is None else record.best.seed

    @property
    def may_go_on(self) -> bool:
        """Whether this station has shown what it is for: the question is answered, a weight is struck out."""
        if self.station is Station.THREE:
            return self.answer is not None
        return self.station is not Station.READ or (self._program is not None and bool(self._program.struck))

    # What the player does

    def answer_or_take_away(self, need: Need) -> None:
        """First the question which one tells the wires what to do; then rebuilds without the one that is named."""
        if self.station is not Station.THREE:
            return
        if self.answer is None:
            self.answer = need
        else:
            self.run, self._waited = Ablation(load_chair(CHAIR), self.seed, need), 0.0

    def go_on(self) -> None:
        """To the next station; where there is none, nothing happens."""
        if self.may_go_on and self.station is not Station.COMING:
            self.station, self.seconds = Station(self.station + 1), 0.0

    def go_back(self) -> None:
        """To the station before."""
        if self.station is not Station.THREE:
            self.station, self.seconds = Station(self.station - 1), 0.0

    def choose(self, steps: int) -> None:
        """Another weight, so many further on."""
        if self._program is not None:
            self.chosen = min(max(0, self.chosen + steps), len(self._program) - 1)
            self.has_chosen = True

    def strike(self) -> None:
        """Strike the chosen weight out, or put it back."""
        if self.station is Station.READ and self._program is not None:
            self._program.strike(self.chosen)
            self.has_chosen = True

    # Time

    @property
    def playing(self) -> bool:
        """Whether time has anything to move."""
        if self._is_working():
            return True
        match self.station:
            case Station.THREE:
                is_shown = self.seconds < SIGNAL_SECONDS or (self.answer is not None and self.told < 1)
                return is_shown or (self.run is not None and not self.run.is_over)
            case Station.READ:
                return not self.has_chosen
            case Station.WORDS:
                return True
            case _:
                return self.seconds < SWEEP_SECONDS * (len(second_half()) + 1)

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass: first what is shown has to be known, then it moves."""
        self.seconds += seconds
        if self.answer is not None:
            self.told = min(1.0, self.told + seconds / FADE_SECONDS)
        while self._is_working():
            self._work()
            if not may_learn():
                break
        if self.station is Station.THREE and self.run is not None:
            self._waited += seconds
            while self._waited >= REBUILD_SECONDS and not self.run.is_over:
                self._waited -= REBUILD_SECONDS
                self.run.rebuild()
        return True

    def _is_working(self) -> bool:
        return self._program is None or not self.with_all.is_over

    def _work(self) -> None:
        """One step of what is lived through again or learned beside the screen."""
        memory = next((memory for memory in self.memories.values() if memory is not None and not memory.is_over), None)
        if memory is not None:
            memory.go_on()
        elif not self.with_all.is_over:
            self.with_all.rebuild()
        else:
            self._learn()

    def _learn(self) -> None:
        """An epoch of the brain that is to be read; as far as the player let it learn."""
        last = self.memory(FIRST_HALF)
        play = None if last is None else last.play
        epochs = play.run.farthest if isinstance(play, EpochsPlay) and play.run.farthest else FRESH_EPOCHS
        if self._brain is None:
            settings = Settings(seed=self.seed)
            self._brain = History(chair_task(load_chair(CHAIR), settings), settings)
        if self._brain.newest < epochs and not self._brain.burned_out:
            self._brain.advance()
        else:
            self._program = Program(self._brain)


def _memory(level: Level, feats: Mapping[str, Feat]) -> Recollection | None:
    kept = keepsake_of(feats.get(name_of(level.id)))
    return None if kept is None else Recollection(level, kept)
