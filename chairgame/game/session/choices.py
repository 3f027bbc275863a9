"""The settings as a player sees them: one row each, with what stands there and how it steps to the next value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from chairgame.blackbox.losses import LOSSES
from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.game.naming.settings import value_in
from chairgame.game.session.model import GameSession
from chairgame.neural.activations import ACTIVATIONS
from chairgame.neural.optimizers import OPTIMIZERS
from chairgame.text.catalogue import N_, Catalogue
from chairgame.training.settings import DEFAULT_RATES, MAXIMUM_SEED, Settings

HIDDEN = ((8,), (16,), (24,), (12, 12), (24, 24), (48, 48), (24, 24, 24), (96, 96), (24, 24, 24, 24))
MOMENTA = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99)

T = TypeVar("T")


@dataclass(frozen=True)
class Choice:
    """One row of the settings: its name, its value in words, what it means, and a step to the next or last value."""

    name: str
    value: Callable[[GameSession, Catalogue], str]
    step: Callable[[GameSession, int], None]
    meaning: str


def stepped(values: Sequence[T], now: T, steps: int) -> T:
    """The value so many steps along, stopping at the ends; one that is not in the list starts at its beginning."""
    index = values.index(now) + steps if now in values else 0
    return values[min(max(0, index), len(values) - 1)]


def _step_chair(session: GameSession, steps: int) -> None:
    name = stepped(chair_names(), session.chair.name, steps)
    if name != session.chair.name:
        session.change_chair(load_chair(name))


def _step_optimizer(session: GameSession, steps: int) -> None:
    """Another optimizer comes with the volume that suits it."""
    name = stepped(OPTIMIZERS, session.settings.optimizer, steps)
    if name != session.settings.optimizer:
        session.change_settings(replace(session.settings, optimizer=name, learning_rate=DEFAULT_RATES[name]))


def _step_batch(session: GameSession, steps: int) -> None:
    """From after each part, over 2, 4, 8 … parts, to after the whole chair."""
    count = len(session.chair.parts)
    sizes: list[int | None] = [2**power for power in range(8) if 2**power < count]
    values = (*sizes, None)
    now = session.settings.batch
    if now not in values:
        now = None if now is None or now >= count else max(size for size in sizes if size is not None and size <= now)
    session.change_settings(replace(session.settings, batch=stepped(values, now, steps)))


def _step_seed(session: GameSession, steps: int) -> None:
    seed = min(max(0, session.settings.seed + steps), MAXIMUM_SEED)
    session.change_settings(replace(session.settings, seed=seed))


def _step_field(field: str, values: Sequence[object]) -> Callable[[GameSession, int], None]:
    def step(session: GameSession, steps: int) -> None:
        now = getattr(session.settings, field)
        changed: Settings = replace(session.settings, **{field: stepped(values, now, steps)})
        session.change_settings(changed)

    return step


def _batch_words(session: GameSession, _: Catalogue) -> str:
    batch = session.settings.batch
    if batch is None or batch >= len(session.chair.parts):
        return _("after the whole chair")
    return _("after each part") if batch == 1 else _.plural("after {n} part", "after {n} parts", batch)


CHOICES = (
    Choice(
        N_("chair"),
        lambda session, _: session.chair.title_in(_.language),
        _step_chair,
        N_("What the box hides. Other parts need a new brain."),
    ),
    Choice(
        N_("brain number (seed)"),
        lambda session, _: str(session.settings.seed),
        _step_seed,
        N_("The random wiring at birth. The same number gives the same run."),
    ),
    Choice(
        N_("hidden layers"),
        lambda session, _: " + ".join(str(units) for units in session.settings.hidden),
        _step_field("hidden", HIDDEN),
        N_("How many neurons sit between parts and poses. Needs a new brain."),
    ),
    Choice(
        N_("activation"),
        lambda session, _: value_in(session.settings.activation, _),
        _step_field("activation", tuple(ACTIVATIONS)),
        N_("How a neuron answers what it hears. Needs a new brain."),
    ),
    Choice(
        N_("optimizer"),
        lambda session, _: value_in(session.settings.optimizer, _),
        _step_optimizer,
        N_("How a signal becomes a step: plainly (sgd), with echo (momentum), each wire its own (adam)."),
    ),
    Choice(
        N_("volume (learning rate)"),
        lambda session, _: _.exact(session.settings.learning_rate),
        lambda session, steps: session.change_volume(steps),
        N_("How far each signal moves the weights. Too quiet crawls, too loud burns."),
    ),
    Choice(
        N_("echo (momentum)"),
        lambda session, _: _.exact(session.settings.momentum),
        _step_field("momentum", MOMENTA),
        N_("How long earlier signals go on sounding. Plain sgd has none."),
    ),
    Choice(
        N_("listen (batch)"),
        _batch_words,
        _step_batch,
        N_("How many parts are scanned before the weights change."),
    ),
    Choice(
        N_("scanner (loss)"),
        lambda session, _: value_in(session.settings.loss, _),
        _step_field("loss", tuple(LOSSES)),
        N_("What counts as wrong: squared, absolute, or huber, which is gentle far away."),
    ),
)
