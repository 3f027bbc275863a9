"""The same gradients from PyTorch's autograd, where it is installed: the whole loss written once more in its terms."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from chairgame.blackbox.losses import LOSSES
from chairgame.neural.activations import ACTIVATIONS
from tests.blackbox import reference
from tests.blackbox.drawn import chairs
from tests.training.cases import Case, case, distance_to_kink

torch = pytest.importorskip("torch")


def answer(given: Case, params):
    signal = torch.tensor(given.inputs)
    start, units = 0, given.architecture.units
    for number, (fan_in, fan_out) in enumerate(pairwise(units), 1):
        weights = params[start : start + fan_in * fan_out].reshape(fan_in, fan_out)
        start += fan_in * fan_out
        signal = signal @ weights + params[start : start + fan_out]
        start += fan_out
        if number < len(units) - 1 and given.architecture.activation != "linear":
            signal = getattr(torch, given.architecture.activation)(signal)
    return signal


def rotation(quaternion):
    w, x, y, z = quaternion / quaternion.norm()
    rows = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]
    return torch.stack([torch.stack(row) for row in rows])


def part_loss(part, output, loss):
    corners = torch.tensor(np.array(reference.points(part)))
    assembled = corners @ rotation(output[3:]).T
    ideal = reference.ideal_rotation(part)
    options = [corners @ torch.tensor(ideal @ turn).T for turn in reference.looks_the_same(part)]
    best = max(options, key=lambda target: float((target * assembled.detach()).sum()))
    way = assembled + output[:3] - best - torch.tensor(part.at, dtype=torch.float64) / reference.UNIT
    distance = way.norm(dim=1)
    if loss == "squared":
        return (distance**2).mean()
    if loss == "absolute":
        return distance.mean()
    return torch.nn.functional.huber_loss(distance, torch.zeros_like(distance), delta=reference.DELTA)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("activation", ACTIVATIONS)
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(chair=chairs(), seed=st.integers(0, 2**32), hidden=st.lists(st.integers(2, 8), max_size=3).map(tuple))
def test_autograd_finds_the_same_loss_and_gradient(activation, loss, chair, seed, hidden):
    drawn = case(chair, activation, loss, hidden, seed)
    assume(distance_to_kink(drawn) > 1e-6)
    params = torch.tensor(drawn.params, requires_grad=True)
    outputs = answer(drawn, params)
    total = sum(part_loss(part, output, loss) for part, output in zip(chair.parts, outputs, strict=True)) / len(outputs)
    total.backward()
    wanted, found = params.grad.numpy(), drawn.gradient()
    assert drawn.loss_at(drawn.params) == pytest.approx(total.item(), rel=1e-10)
    assert np.linalg.norm(found - wanted) <= 1e-9 * np.linalg.norm(wanted)
