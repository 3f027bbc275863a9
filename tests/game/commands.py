"""Every command of a session, drawn with its arguments, and a session small enough to run thousands of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import attrgetter

from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.game.session.model import GameSession
from chairgame.training.settings import Settings


@dataclass(frozen=True)
class Command:
    """What a player can do, and how a failing example writes it."""

    name: str
    do: Callable[[GameSession], object]

    def __repr__(self) -> str:
        return self.name


SMALL = Settings(hidden=(8,))
CHAIRS = ("three-part-stool", "stool")


def small_session(**changes: object) -> GameSession:
    """The three-part stool before a brain of eight hidden units."""
    return GameSession(load_chair(CHAIRS[0]), replace(SMALL, **changes))  # type: ignore[arg-type]


def learned(epochs: int, **changes: object) -> GameSession:
    """A session that has learned for so many epochs and shows the last one."""
    session = small_session(**changes)
    for _ in range(epochs):
        session.next_epoch()
    return session


def play(session: GameSession, seconds: float, frame: float = 1 / 30) -> None:
    """Let a session play for so long, frame by frame."""
    if not session.playing:
        session.toggle_play()
    for _ in range(round(seconds / frame)):
        session.tick(frame, lambda: False)


def _plain(name: str) -> Command:
    return Command(name, lambda session: getattr(session, name)())


def _told(name: str, *words: object) -> Command:
    shown = ", ".join(map(str, words))
    return Command(f"{name}({shown})", lambda session: attrgetter(name)(session)(*words))


def _with_settings(changes: dict[str, object]) -> Command:
    def change(session: GameSession) -> None:
        session.change_settings(replace(session.settings, **changes))  # type: ignore[arg-type]

    return Command(f"change_settings({changes})", change)


def _with_parameter(share: float, value: float) -> Command:
    def change(session: GameSession) -> None:
        count = session.history.trainer.architecture.parameter_count
        session.change_parameter(min(int(share * count), count - 1), value)

    return Command(f"change_parameter({share}, {value})", change)


def _with_part(share: float | None) -> Command:
    def select(session: GameSession) -> None:
        count = len(session.chair.parts)
        session.hand.select(None if share is None else min(int(share * count), count - 1))

    return Command(f"select_part({share})", select)


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "learning_rate": st.sampled_from([1e-3, 0.02, 0.3, 5.0, 100.0]),
        "optimizer": st.sampled_from(["sgd", "momentum", "adam"]),
        "loss": st.sampled_from(["squared", "absolute", "huber"]),
        "batch": st.sampled_from([None, 1, 2, 200]),
        "momentum": st.sampled_from([0.0, 0.99]),
        "hidden": st.sampled_from([(8,), (4, 4)]),
        "activation": st.sampled_from(["tanh", "relu"]),
        "seed": st.integers(0, 3),
    },
)
STEPS = st.sampled_from([-1, 1])
SHARE = st.floats(0, 1)
CM = st.floats(-500, 500)

PLAIN = (
    "toggle_play",
    "next_epoch",
    "next_phase",
    "fork",
    "switch_branch",
    "undo",
    "redo",
    "grab",
    "put_right",
    "toggle_peek",
    "new_brain",
)

COMMANDS: st.SearchStrategy[Command] = st.one_of(
    *(st.just(_plain(name)) for name in PLAIN),
    st.floats(0, 1000).map(lambda seconds: _told("tick", seconds, lambda: False)),
    st.integers(-5, 5).map(lambda epochs: _told("step", epochs)),
    st.integers(-3, 40).map(lambda epoch: _told("seek", epoch)),
    STEPS.map(lambda steps: _told("change_volume", steps)),
    STEPS.map(lambda steps: _told("change_speed", steps)),
    CHANGES.map(_with_settings),
    st.sampled_from(CHAIRS).map(lambda name: _told("change_chair", load_chair(name))),
    st.tuples(SHARE, st.floats(-1e12, 1e12)).map(lambda given: _with_parameter(*given)),
    (st.none() | SHARE).map(_with_part),
    st.tuples(CM, CM, CM).map(lambda way: _told("hand.move", *way)),
)
SEQUENCES = st.lists(COMMANDS, min_size=12, max_size=40)
