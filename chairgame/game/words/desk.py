"""What the benches of words mode share: the text, its name, the seed; each bench as it was left. Knows no screen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from chairgame.game.news import News
from chairgame.game.session.learner import Learner
from chairgame.game.session.limits import USUAL, Limits
from chairgame.game.words.attending import AttentionBench
from chairgame.game.words.brain import BrainBench
from chairgame.game.words.samples import SAMPLES, Agreement, Sample
from chairgame.game.words.shelf import new_run
from chairgame.game.words.source import Source, typed_text
from chairgame.text.catalogue import Catalogue
from chairgame.training.first_reading import first_reading, first_settings
from chairgame.training.history import History
from chairgame.training.runs import Run, new_history_of
from chairgame.words.facts import Facts
from chairgame.words.reading import Reading

Bench = TypeVar("Bench")
BRAIN, ATTENTION = "brain", "attention"
"""The names of the first bench and of the third."""


@dataclass(frozen=True)
class Wishes:
    """What was asked for on the command line; None where the text's length decides."""

    seed: int = 0
    window: int | None = None
    hidden: tuple[int, ...] | None = None


@dataclass
class Desk:
    """One text on the desk at a time. Another text clears all benches."""

    source: Source
    wishes: Wishes = field(default_factory=Wishes)
    sample: Sample | None = None
    """Which of the samples the text is; None for a text of the player's own."""
    merges: int | None = None
    """How many merges the brain's text is read in; None where the text's length decides, 0 for whole words."""
    saved: Run | None = None
    """A saved run, which the brain's bench lives through again and plays."""
    _language: Agreement | None = field(default=None, init=False)
    benches: dict[str, object] = field(default_factory=dict)
    """Each bench that somebody has been at, by its name."""

    @classmethod
    def with_sample(cls, index: int, catalogue: Catalogue, wishes: Wishes) -> "Desk":
        """A desk with one of the texts at hand."""
        sample = SAMPLES[index % len(SAMPLES)]
        desk = cls(typed_text(sample.text(catalogue)), wishes, sample)
        desk._language = sample.language(catalogue) if sample.language else None
        return desk

    def bench(self, name: str, make: Callable[[], Bench]) -> Bench:
        """A bench as it was left; made when somebody comes to it for the first time."""
        if name not in self.benches:
            self.benches[name] = make()
        return self.benches[name]  # type: ignore[return-value]  # what was made under this name

    def take(self, source: Source, sample: Sample | None = None) -> News | None:
        """Another text. What there is to say of it."""
        self.source, self.sample, self.merges, self.saved = source, sample, None, None
        self._language = None
        self.benches.clear()
        return source.left_out

    @property
    def language(self) -> Agreement | None:
        """The small language of the text, if it is one of ours in one."""
        return self._language

    def take_next_sample(self, catalogue: Catalogue) -> News | None:
        """The next text at hand, in the player's language."""
        following = 0 if self.sample is None else (SAMPLES.index(self.sample) + 1) % len(SAMPLES)
        sample = SAMPLES[following]
        news = self.take(typed_text(sample.text(catalogue)), sample)
        self._language = sample.language(catalogue) if sample.language else None
        return news

    def read_in_tokens(self, merges: int) -> None:
        """From now on the brain reads tokens: it begins anew."""
        self.merges, self.saved = merges, None
        self.benches.pop(BRAIN, None)

    def first_run(self, limits: Limits = USUAL) -> History:
        """A new brain before the text."""
        wishes, sample = self.wishes, self.sample
        pace = sample.pace if sample else None
        window = wishes.window or (sample.window if sample else None)
        reading = first_reading(self.source.content, window, self.merges, pace)
        settings = first_settings(reading, wishes.seed, wishes.hidden, pace=pace)
        return new_run(reading, settings, limits)

    def brain(self, learner: Learner | None = None, limits: Limits = USUAL) -> BrainBench:
        """The first bench."""
        return self.bench(BRAIN, lambda: self._new_brain(learner, limits))

    def _new_brain(self, learner: Learner | None, limits: Limits) -> BrainBench:
        saved = self.saved
        if saved is None:
            return BrainBench(self.first_run(limits), learner, limits)
        history = new_history_of(saved)
        history.measure_newest()
        bench = BrainBench(history, learner, limits)
        bench.revive(saved, plays=True)
        return bench


def desk_of_run(run: Run) -> Desk:
    """A desk with a saved run of a text, or of who has what. Raises TypeError for another run."""
    if isinstance(run.about, Facts):
        return _desk_of_facts(run, run.about)
    if not isinstance(run.about, Reading):
        raise TypeError("this run reads no text through a window")
    return Desk(Source(run.about.content, None), Wishes(run.settings.seed), saved=run)


def _desk_of_facts(run: Run, facts: Facts) -> Desk:
    """On the desk lies what the names have, and on the third bench the run."""
    told = (f"{name} {facts.verb} {thing} {facts.stop}" for name, thing in zip(facts.names, facts.things, strict=True))
    desk = Desk(Source("\n".join(told), None), Wishes(run.settings.seed))
    desk.benches[ATTENTION] = AttentionBench.of_run(run, facts)
    return desk
