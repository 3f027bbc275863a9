"""Optimizers as pure pairs: `init` makes the state, `update` maps a gradient to a step. Nothing is changed in place."""

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Protocol

import numpy as np
from numpy.typing import DTypeLike

from chairgame.neural.activations import FloatArray

OptimizerState = tuple[FloatArray, ...]


class Optimizer(Protocol):
    """What every optimizer offers. `step` counts updates from 1."""

    def init(self, parameter_count: int, dtype: DTypeLike = np.float64) -> OptimizerState:
        """The state before the first update."""
        ...

    def update(
        self,
        gradient: FloatArray,
        state: OptimizerState,
        step: int,
        learning_rate: float,
        out: FloatArray | None = None,
    ) -> tuple[FloatArray, OptimizerState]:
        """What to add to the parameters, in `out` where that is given, and the next state, in memory of its own."""
        ...


@dataclass(frozen=True)
class GradientDescent:
    """Plain gradient descent: straight down the slope."""

    def init(self, parameter_count: int, dtype: DTypeLike = np.float64) -> OptimizerState:  # noqa: ARG002
        """No memory."""
        return ()

    def update(
        self,
        gradient: FloatArray,
        state: OptimizerState,
        step: int,  # noqa: ARG002
        learning_rate: float,
        out: FloatArray | None = None,
    ) -> tuple[FloatArray, OptimizerState]:
        """Minus the gradient times the learning rate."""
        return np.multiply(-learning_rate, gradient, out=out), state


@dataclass(frozen=True)
class Momentum:
    """Heavy-ball momentum: v ← μ v + g, step -η v. Source: Polyak (1964)."""

    momentum: float = 0.9

    def init(self, parameter_count: int, dtype: DTypeLike = np.float64) -> OptimizerState:
        """The velocity, at rest."""
        return (np.zeros(parameter_count, dtype),)

    def update(
        self,
        gradient: FloatArray,
        state: OptimizerState,
        step: int,  # noqa: ARG002
        learning_rate: float,
        out: FloatArray | None = None,
    ) -> tuple[FloatArray, OptimizerState]:
        """Along the velocity that the gradient has just pushed."""
        velocity = self.momentum * state[0]
        velocity += gradient
        return np.multiply(-learning_rate, velocity, out=out), (velocity,)


@dataclass(frozen=True)
class Adam:
    """Adam with bias correction. Source: Kingma & Ba (2015), algorithm 1."""

    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8

    def init(self, parameter_count: int, dtype: DTypeLike = np.float64) -> OptimizerState:
        """Running means of the gradient and of its square."""
        return np.zeros(parameter_count, dtype), np.zeros(parameter_count, dtype)

    def update(
        self,
        gradient: FloatArray,
        state: OptimizerState,
        step: int,
        learning_rate: float,
        out: FloatArray | None = None,
    ) -> tuple[FloatArray, OptimizerState]:
        """Each parameter's own step: its mean gradient over the root of its mean square."""
        mean = state[0] * self.beta1
        out = np.multiply(gradient, 1 - self.beta1, out=out)
        mean += out
        square = gradient * gradient
        square *= 1 - self.beta2
        np.multiply(state[1], self.beta2, out=out)
        square += out
        size = np.sqrt(square, out=out)
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
