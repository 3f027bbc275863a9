"""What there is to learn, as the loop sees it: what a network hears, how it is wired at birth, what it is measured by.

A chair and a text are tasks alike. Whatever else learns is one more function here, and needs no other loop.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from math import isfinite

import numpy as np
from numpy.typing import DTypeLike

from chairgame.blackbox.blind import BlindBox, BlindSpot, HissingBox
from chairgame.blackbox.chains import Chains
from chairgame.blackbox.chairbox import ChairBox
from chairgame.blackbox.measurement import Box
from chairgame.blackbox.tensor_box import MatrixProduct
from chairgame.blackbox.wordbox import WordBox
from chairgame.chair.encoding import OUTPUTS, encode_parts
from chairgame.chair.family import crate, encode_family
from chairgame.chair.parts import Chair
from chairgame.neural import attention, embedding
from chairgame.neural.mlp import Architecture, initialise
from chairgame.neural.network import Inputs, Network
from chairgame.training.settings import Settings
from chairgame.training.state import FloatArray, facts_rng, hiss_rng
from chairgame.words import facts as texts_of_facts
from chairgame.words.facts import Facts
from chairgame.words.reading import Reading
from chairgame.words.text import Text
from chairgame.words.vocabulary import Vocabulary

FAR_AWAY = 200.0  # in outputs' units of 50 cm: a part 100 m from the workshop is lost
HEARD_WORDS, HEARD_NUMBERS = 3, 24  # of a text of facts: at each place its own word and the two before; numbers a word
TEXTS_AN_EPOCH, FEWEST_FACTS, MOST_FACTS = 64, 2, 4
BENCH_HEIGHT = 0.8  # a new brain puts things at about 40 cm, the middle of the workshop rather than of its floor

UNREAD = ("unread", "unread_loss")  # the share of right answers to what was never learned from, and their loss
PORTION = 512  # questions: their answers fit a processor's cache
MOST_WORDS_IN_FULL = 2000  # of a longer text the numbers are half as long

Subject = Chair | Text | Reading | Facts
Questions = tuple[Inputs, Box]  # what a network is asked, a row each, and what knows the answers


@dataclass(frozen=True, eq=False)
class Task:
    """One thing to learn. Its arrays are read-only, and every function of it is pure."""

    about: Subject | MatrixProduct | Chains
    network: Network
    wire: Callable[[np.random.Generator], FloatArray]
    """A newborn brain's parameters from a stream of random numbers."""
    inputs: Inputs
    box: Box
    has_burned: Callable[[float, FloatArray], bool]
    """Whether a loss and the outputs that it was measured on are past all bounds: no step is taken from there."""
    fresh: Callable[[int], Questions] | None = None
    """The questions of an epoch, where each has its own; they depend on nothing but its number."""
    pull: Callable[[FloatArray, int], FloatArray] | None = None
    """What draws the parameters of an epoch somewhere, beside what the box says: a gradient to be added to its own."""
    made_for: Settings = field(default_factory=Settings)
    """Settings of the brain that `network` is."""
    dtype: DTypeLike = np.float64
    portion: int | None = None
    """How many of the inputs a look at all of them takes at once, where more would not fit. Its box is one of words."""
    unread: "tuple[Inputs, WordBox] | None" = None
    """Questions that are never learned from, only asked."""

    @property
    def beside(self) -> tuple[str, ...]:
        """The names of the figures that each epoch has besides those of every task."""
        return () if self.unread is None else UNREAD

    def fits(self, settings: Settings) -> bool:
        """Whether its network is the one that settings ask for."""
        return (settings.hidden, settings.activation) == (self.made_for.hidden, self.made_for.activation)

    def at(self, epoch: int) -> "Task":
        """The task as it is in an epoch."""
        if self.fresh is None:
            return self
        inputs, box = self.fresh(epoch)
        return replace(self, inputs=inputs, box=box, fresh=None)

    @property
    def subject(self) -> Subject:
        """What a run of it is about when it is saved. Raises TypeError for what no run file can name."""
        if isinstance(self.about, MatrixProduct | Chains):
            raise TypeError("arithmetic that is searched for and chains that are folded are not saved as runs")
        return self.about

    @property
    def chair(self) -> Chair:
        """The chair that is learned. Raises TypeError for a task about something else."""
        if not isinstance(self.about, Chair):
            raise TypeError("this task is not about a chair")
        return self.about

    @property
    def chair_box(self) -> ChairBox:
        """The box with the chair inside. Raises TypeError for a task about something else."""
        if not isinstance(self.box, ChairBox):
            raise TypeError("this task has no box with a chair inside")
        return self.box


def task_of(about: Subject, settings: Settings) -> Task:
    """The task of learning a chair, a text as a bag of words, one through a window, or who has what in many texts."""
    match about:
        case Chair():
            return chair_task(about, settings)
        case Text():
            return word_task(about, settings)
        case Reading():
            return reading_task(about, settings)
        case Facts():
            return facts_task(about, settings)


def chair_task(chair: Chair, settings: Settings) -> Task:
    """Where does each part belong? Inputs of N parts, shape (N, N + 3), outputs (N, 7), a score in cm."""
    return _building_task(chair, settings, encode_parts(chair))


def blind_task(chair: Chair, settings: Settings, spot: BlindSpot, hiss: float = 0.0) -> Task:
    """The same, measured by a scanner with a blind spot, or with a hiss on its cable: each epoch has its own."""
    task = chair_task(chair, settings)
    box = BlindBox(chair, spot)
    if not hiss:
        return replace(task, box=box)

    def fresh(epoch: int) -> Questions:
        return task.inputs, HissingBox(box, hiss, hiss_rng(settings.seed, epoch))

    return replace(task, box=box, fresh=fresh)


def family_task(chairs: Sequence[Chair], settings: Settings) -> Task:
    """Where does each part of each of K chairs of the family belong? Inputs (10 K, 43), outputs (10 K, 7), cm."""
    return _building_task(crate(chairs), settings, encode_family(chairs))


def word_task(text: Text, settings: Settings) -> Task:
    """Which word comes next? Inputs of M questions about V words, shape (M, V), outputs (M, V), a share as score.

    Raises ValueError for a text without a next word, or one past the bounds of `Text`.
    """
    if not text.is_sound():
        raise ValueError("no text to learn from")
    vocabulary = Vocabulary.of(text.content)
    inputs, targets = vocabulary.questions(text.content)
    box = WordBox(targets)
    return _perceptron_task(text, settings, inputs, len(vocabulary.words), box, _has_no_meaning)


def reading_task(reading: Reading, settings: Settings) -> Task:
    """Which word comes next, after the last few in their order? Inputs of M questions, (M, window), outputs (M, V).

    The score is the share of the certain questions answered right. Raises ValueError for a text that is not sound.
    """
    if not reading.is_sound():
        raise ValueError("no text to learn from")
    network = embedding.WindowBrain(
        len(reading.vocabulary.words), reading.window, reading.embedding, settings.hidden, settings.activation
    )
    read, unread = reading.windows.part(reading.read), reading.windows.part(reading.unread)
    for array in (read.contexts, unread.contexts):
        array.setflags(write=False)
    return Task(
        reading,
        network,
        lambda rng: embedding.wired(network, rng),
        read.contexts,
        WordBox(read.targets, reading.certain),
        _has_no_meaning,
        made_for=settings,
        dtype=np.float64 if len(reading.words) <= MOST_WORDS_IN_FULL else np.float32,
        portion=PORTION,
        unread=(unread.contexts, WordBox(unread.targets)) if len(unread) else None,
    )


def facts_task(facts: Facts, settings: Settings, looks: attention.Looks = attention.Looks.WHERE_IT_FITS) -> Task:
    """Who has what? In every epoch 64 new texts of 2 to 4 facts, shape (64, places), outputs (64, V), a share as score.

    The head is as wide as the settings' first hidden layer. Raises ValueError for words that are no such facts.
    """
    if not facts.is_sound():
        raise ValueError("no facts to learn from")
    brain = attention.AttentionBrain(len(facts.words), HEARD_WORDS, HEARD_NUMBERS, settings.hidden[0], looks)

    def fresh(epoch: int) -> Questions:
        rng = facts_rng(settings.seed, epoch)
        questions = texts_of_facts.drawn(rng, TEXTS_AN_EPOCH, int(rng.integers(FEWEST_FACTS, MOST_FACTS + 1)))
        return questions.texts, WordBox(questions.answers)

    def wire(rng: np.random.Generator) -> FloatArray:
        return attention.wired(brain, rng)

    return Task(facts, brain, wire, *fresh(0), _has_no_meaning, fresh=fresh, made_for=settings)


def _building_task(chair: Chair, settings: Settings, inputs: FloatArray) -> Task:
    bias = np.zeros(OUTPUTS)
    bias[2] = BENCH_HEIGHT
    return _perceptron_task(chair, settings, inputs, OUTPUTS, ChairBox(chair), _has_lost_parts, bias)


def _perceptron_task(
    about: Subject,
    settings: Settings,
    inputs: FloatArray,
    outputs: int,
    box: Box,
    has_burned: Callable[[float, FloatArray], bool],
    output_bias: FloatArray | None = None,
) -> Task:
    inputs.setflags(write=False)
    network = Architecture((inputs.shape[1], *settings.hidden, outputs), settings.activation)

    def wire(rng: np.random.Generator) -> FloatArray:
        return initialise(network, inputs, rng, output_bias=output_bias)

    return Task(about, network, wire, inputs, box, has_burned, made_for=settings)


def _has_lost_parts(loss: float, outputs: FloatArray) -> bool:
    """Whether the build has no finite measure, or a part lies beyond 100 m."""
    far = np.abs(outputs)
    if isfinite(loss) and far.item(far.argmax()) <= FAR_AWAY:  # nearly always, and found in a third of the time
        return False
    return not (isfinite(loss) and far[:, :3].max() <= FAR_AWAY)


def _has_no_meaning(loss: float, _outputs: FloatArray) -> bool:
    return not isfinite(loss)
