"""Runs of chairs and texts at their beginning, as most tests need them."""

from chairgame.chair.parts import Chair
from chairgame.training.history import History
from chairgame.training.settings import Settings
from chairgame.training.tasks import Subject, task_of
from chairgame.training.trainer import Trainer


def begun(about: Subject, settings: Settings, budget: int | None = None) -> History:
    return History(task_of(about, settings), settings, budget)


def trainer_of(chair: Chair, settings: Settings) -> Trainer:
    return Trainer(task_of(chair, settings), settings)
