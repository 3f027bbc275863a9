"""The play of the repair: a brain that goes on with a text says the wrong word, and is mended, by hand and by learning.

`turn N D` turns one of the wires into the words, half a unit up or down, until the right word is likely enough. Then
`bet WORD`: what does the mended brain say to the text's first word alone? `epoch N` is backpropagation, which minds all
questions at once. `own WORD WORD …` gives a sentence of one's own to a newborn brain that hears the last few words in
their order; `epoch N` is its learning then.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import ClassVar

import numpy as np

from chairgame.game.news import Count, News
from chairgame.game.story.level import Fact, Level
from chairgame.game.story.own_sentence import OwnSentence, is_sentence
from chairgame.game.story.pace import Pace
from chairgame.game.story.play import IllegalMoveError, LevelPlay, Score, Verbs
from chairgame.game.story.repair_setup import RepairSetup
from chairgame.game.story.word_brain import WordBrain
from chairgame.text.catalogue import N_

MOST_EPOCHS = 1000  # of one move, and of the whole of backpropagation
MOST_UNITS = 12.0  # a wire is turned no further
QUIET = 0.3  # a neuron that says less than that carries hardly anything
MOST_CLICKS = 200  # by which somebody mends all answers who always turns the guiltiest wire


class Act(Enum):
    """What is to be done."""

    REPAIR = "repair"
    BET = "bet"
    LEARN = "learn"
    OWN = "own"


class RepairPlay(LevelPlay):
    """One answer by hand, a bet on the other, all by learning; then the player's own sentence."""

    passes = ("epoch",)
    final = ("bet",)

    def __init__(self, level: Level) -> None:
        super().__init__(level)
        setup = self.setup = level.setup_as(RepairSetup)
        self.newborn = self.brain = WordBrain.newborn(setup.text, level.seed)
        self.last = len(self.newborn.targets) - 1
        """The question that is mended by hand; the bet is about the first one."""
        self.clicks = 0
        self.mended: WordBrain | None = None
        self.bet: str | None = None
        self.epochs = 0
        self.has_learned = False
        self.own: OwnSentence | None = None
        self.recited = 0
        """The most words of a sentence of one's own that it has recited."""
        self.pace = Pace()
        self._turned: tuple[int, bool] | None = None
        self._by_hand_clicks: int | None = None
        self._newborn_epochs: int | None = None

    # What is so

    @property
    def act(self) -> Act:
        """Where the play is."""
        if self.mended is None:
            return Act.REPAIR
        if self.bet is None:
            return Act.BET
        return Act.OWN if self.has_learned else Act.LEARN

    @property
    def count(self) -> int:
        """Par counts clicks."""
        return self.clicks

    @property
    def wanted(self) -> str:
        """The word that is right at the question that is mended."""
        return self.brain.words[self.brain.targets[self.last]]

    @property
    def said(self) -> str:
        """What the mended brain says to the first word alone."""
        brain = self.mended or self.brain
        return brain.words[int(brain.answers[0].argmax())]

    @property
    def is_bet_won(self) -> bool:
        """Whether that was foretold."""
        return self.bet is not None and self.bet == self.said

    @property
    def is_sure(self) -> bool:
        """Whether the right word is likely enough at every question."""
        return bool(min(map(self.brain.share, range(self.last + 1))) > self.setup.sure)

    @property
    def can_run(self) -> bool:
        """Whether time has anything to make."""
        if self.act is Act.OWN:
            return self.own is not None and not self.own.is_over
        return self.act is Act.LEARN

    @property
    def is_spent(self) -> bool:
        """Whoever knows what came of the bet gets another brain."""
        return self.bet is not None

    @property
    def weight_changes(self) -> int:
        """Every weight of both brains, once in every epoch."""
        weights = len(self.brain.state.params)
        own = 0 if self.own is None else self.own.epoch * self.own.weights
        return self.epochs * weights + own

    def figure(self) -> tuple[float, float, str] | None:
        """How likely the right word was, and is."""
        return 100 * self.newborn.share(self.last), 100 * self.brain.share(self.last), N_("% sure")

    # Moves

    def _turn(self, wire: int, way: int) -> None:
        if self.act is not Act.REPAIR or not 1 <= wire <= self.brain.wires or way not in (-1, 1):
            raise IllegalMoveError("nothing is mended now, or no such wire")
        if abs(self.brain.weights.ravel()[wire - 1] + way * self.setup.click) > MOST_UNITS:
            raise IllegalMoveError("the wire is wound up")
        before, self.brain = self.brain, self.brain.turned(wire - 1, way * self.setup.click)
        self.clicks += 1
        self._turned = wire - 1, self.brain.share(self.last) < before.share(self.last)
        if self.brain.share(self.last) > self.setup.sure:
            self.mended = self.brain
            self.news = News.counted(
                "Mended with {n} click: it says {word} now, {percent} %.",
                "Mended with {n} clicks: it says {word} now, {percent} %.",
                self.clicks,
                word=self.wanted,
                percent=Count(percent_of(self.brain.share(self.last))),
            )

    def _bet(self, word: str) -> None:
        if self.act is not Act.BET or word not in self.brain.words:
            raise IllegalMoveError("there is nothing to bet on, or no such word")
        self.bet = word
        won = N_("Right: it says {word}, {percent} %. Wires are shared; who turns one turns several answers.")
        lost = N_("It says {word}, {percent} %. Wires are shared; who turns one turns several answers.")
        share = Count(percent_of(float(self.brain.answers[0].max())))
        self.say(won if self.is_bet_won else lost, word=self.said, percent=share)

    def _epoch(self, count: int = 1) -> None:
        if not self.can_run or not 1 <= count <= MOST_EPOCHS:
            raise IllegalMoveError("nothing learns")
        if self.own is not None:
            self._learn_own(self.own, count)
            return
        for _ in range(count):
            if not self.is_sure:
                self.brain, self.epochs = self.brain.learned(), self.epochs + 1
        if self.is_sure:
            self.has_learned = True
            self.pace.hold()
            self.news = News.counted(
                "Both answers are right after {n} epoch, with no click. Now a sentence of your own: t.",
                "Both answers are right after {n} epochs, with no click. Now a sentence of your own: t.",
                self.epochs,
            )

    def _learn_own(self, own: OwnSentence, count: int) -> None:
        own.learn(count)
        if not own.is_over:
            return
        self.pace.hold()
        if own.is_recited:
            self.recited = max(self.recited, len(own.words))
            self.news = News.counted(
                "It recites your sentence after {n} epoch. Learned by heart, word by word.",
                "It recites your sentence after {n} epochs. Learned by heart, word by word.",
                own.epoch,
            )
        elif own.uncertain:
            self.say(N_("After the same words others follow: nobody can know which. Try another sentence: t."))
        else:
            self.say(N_("It has not learned it all. Try another sentence: t."))

    def _own(self, *words: str) -> None:
        if self.act is not Act.OWN or not is_sentence(words):
            raise IllegalMoveError("not now, or no sentence")
        self.own = OwnSentence(words, self.level.seed)
        self.pace.hold()

    VERBS: ClassVar[Verbs] = {"turn": _turn, "bet": _bet, "epoch": _epoch, "own": _own}

    def random_move(self, rng: np.random.Generator) -> str:
        """Turns anything, bets anything, lets it learn, types what there is."""
        match self.act:
            case Act.REPAIR:
                return f"turn {rng.integers(self.brain.wires) + 1} {rng.choice([-1, 1])}"
            case Act.BET:
                return f"bet {rng.choice(self.brain.words)}"
            case Act.OWN if not self.can_run:
                return f"own {' '.join(rng.choice(self.brain.words, rng.integers(3, 9)))}"
            case _:
                return f"epoch {rng.integers(1, 100)}"

    # Facts

    def facts(self) -> Mapping[str, Fact]:
        """Clicks, answers, the bet, epochs, the sentence of one's own."""
        first = percent_of(float(self.brain.answers[0].max()))
        facts: dict[str, Fact] = {
            "clicks": self.clicks,
            "wanted": self.wanted,
            "done": bool(self.mended) + self.has_learned + bool(self.recited),
            "mended": self.mended is not None,
            "bet_right": self.is_bet_won,
            "bet_wrong": self.bet is not None and not self.is_bet_won,
            "learning": self.act is Act.LEARN,
            "betting": self.act is Act.BET,
            "typing": self.act is Act.OWN and self.own is None,
            "epochs": self.epochs,
            "both": self.has_learned,
            "recited": self.recited,
            "quiet": self._is_quiet,
            "backwards": self._is_backwards,
            "one_sided": self._is_one_sided,
            "uncertain": 0 if self.own is None or not self.own.is_over else self.own.uncertain,
        }
        if self.bet is not None:
            facts |= {"said": self.said, "said_percent": first if not self.epochs else self._said_percent}
        return facts

    @property
    def _said_percent(self) -> int:
        assert self.mended is not None
        return percent_of(float(self.mended.answers[0].max()))

    @property
    def _neuron(self) -> float:
        """What the neuron says whose wire was turned last; nothing turned, it is loud."""
        if self._turned is None:
            return 1.0
        return float(self.brain.middle[self.last, self._turned[0] // len(self.brain.words)])

    @property
    def _is_quiet(self) -> bool:
        return self.act is Act.REPAIR and abs(self._neuron) < QUIET

    @property
    def _is_backwards(self) -> bool:
        """Whether the last turn made it worse, at a neuron that says less than nothing."""
        return self.act is Act.REPAIR and self._turned is not None and self._turned[1] and self._neuron < 0

    @property
    def _is_one_sided(self) -> bool:
        """Whether many clicks have not mended it."""
        return self.act is Act.REPAIR and self.clicks > self.level.par

    def scores(self) -> tuple[Score, ...]:
        """Clicks for one answer; by hand for both; and what learning needs for both."""
        click = ("{n} click", "{n} clicks")
        return (
            Score(N_("you"), *click, self.clicks),
            Score(N_("par"), *click, self.level.par),
            Score(N_("by hand, both answers"), *click, self._by_hand_clicks),
            Score(N_("backpropagation, both"), "{n} epoch", "{n} epochs", self._newborn_epochs),
        )

    def reckon(self) -> Iterator[None]:
        """Mend all answers by the guiltiest wire, click by click; then by learning, epoch by epoch."""
        clicks = 0
        for _brain in self._mending_all():
            clicks += 1
            yield
        self._by_hand_clicks = clicks
        brain, epochs = self.newborn, 0
        while min(map(brain.share, range(self.last + 1))) <= self.setup.sure and epochs < MOST_EPOCHS:
            brain, epochs = brain.learned(), epochs + 1
            yield
        self._newborn_epochs = epochs

    def _mending_all(self) -> Iterator[WordBrain]:
        brain, questions = self.newborn, range(self.last + 1)
        for _ in range(MOST_CLICKS):
            if min(map(brain.share, questions)) > self.setup.sure:
                return
            guilt = sum((brain.guilt(question) for question in questions), np.zeros_like(brain.weights)).ravel()
            wire = int(np.abs(guilt).argmax())
            brain = brain.turned(wire, -float(np.sign(guilt[wire])) * self.setup.click)
            yield brain

    # Time

    @property
    def is_moving(self) -> bool:
        """Whether it learns."""
        return self.pace.runs

    def skip(self) -> None:
        """What is on the screen is all there is."""

    def toggle(self) -> None:
        """Learn, or hold on."""
        if self.can_run:
            self.pace.toggle()

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Epoch after epoch."""
        if not self.pace.runs:
            return False
        while self.pace.runs and self.pace.passed(seconds, self.epochs_a_second):
            self.do_in_time("epoch")
            seconds = 0.0
            if not may_learn():
                break
        return True

    @property
    def epochs_a_second(self) -> int:
        """So slow that each can be seen; of a sentence of one's own, whose every word is looked at, half as many."""
        return (4 if self.act is Act.OWN else 8) * self.pace.speed


def percent_of(share: float) -> int:
    """A probability as it is written."""
    return round(100 * share)
