"""Optimizers as pure pairs: `init` makes the state, `update` maps a gradient to a step. Nothing is changed in place."""

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Protocol

import numpy as np

from chairgame.neural.activations import FloatArray

OptimizerState = tuple[FloatArray, ...]


class Optimizer(Protocol):
    """What every optimizer offers. `step` counts updates from 1."""

    def init(self, parameter_count: int) -> OptimizerState:
        """The state before the first update."""
        ...

    def update(
        self, gradient: FloatArray, state: OptimizerState, step: int, learning_rate: float
    ) -> tuple[FloatArray, OptimizerState]:
        """What to add to the parameters, and the next state."""
        ...


@dataclass(frozen=True)
class GradientDescent:
    """Plain gradient descent: straight down the slope."""

    def init(self, parameter_count: int) -> OptimizerState:  # noqa: ARG002
        """No memory."""
        return ()

    def update(
        self,
        gradient: FloatArray,
        state: OptimizerState,
        step: int,  # noqa: ARG002
        learning_rate: float,
    ) -> tuple[FloatArray, OptimizerState]:
        """Minus the gradient times the learning rate."""
        return -learning_rate * gradient, state


@dataclass(frozen=True)
class Momentum:
    """Heavy-ball momentum: v ← μ v + g, step -η v. Source: Polyak (1964)."""

    momentum: float = 0.9

    def init(self, parameter_count: int) -> OptimizerState:
        """The velocity, at rest."""
        return (np.zeros(parameter_count),)

    def update(
        self,
        gradient: FloatArray,
        state: OptimizerState,
        step: int,  # noqa: ARG002
        learning_rate: float,
    ) -> tuple[FloatArray, OptimizerState]:
        """Along the velocity that the gradient has just pushed."""
        velocity = self.momentum * state[0] + gradient
        return -learning_rate * velocity, (velocity,)


@dataclass(frozen=True)
class Adam:
    """Adam with bias correction. Source: Kingma & Ba (2015), algorithm 1."""

    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8

    def init(self, parameter_count: int) -> OptimizerState:
        """Running means of the gradient and of its square."""
        return np.zeros(parameter_count), np.zeros(parameter_count)

    def update(
        self, gradient: FloatArray, state: OptimizerState, step: int, learning_rate: float
    ) -> tuple[FloatArray, OptimizerState]:
        """Each parameter's own step: its mean gradient over the root of its mean square."""
        mean = state[0] * self.beta1
        mean += (1 - self.beta1) * gradient
        square = gradient * gradient
        square *= 1 - self.beta2
        square += self.beta2 * state[1]
        size = np.sqrt(square)
        correction = sqrt(1 - self.beta2**step)
        size += self.epsilon * correction
        move = np.divide(mean, size, out=size)
        move *= -learning_rate * correction / (1 - self.beta1**step)
        return move, (mean, square)


@lru_cache
def optimizer_named(name: str, momentum: float) -> Optimizer:
    """The optimizer of that name: sgd, momentum or adam. `momentum` is also Adam's memory of the gradient (beta1)."""
    if name == "sgd":
        return GradientDescent()
    if name == "momentum":
        return Momentum(momentum)
    return Adam(beta1=momentum)


OPTIMIZERS = ("sgd", "momentum", "adam")
