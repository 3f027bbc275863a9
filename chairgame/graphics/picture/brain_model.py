"""A brain of two inputs, three neurons and one output as a model to look at: balls on wires. Knows no play.

A wire is as thick as its weight, in one material above zero and another below; a wire or neuron may be lit.
"""

from collections.abc import Collection, Sequence
from itertools import chain, product
from math import atan2, degrees, hypot

import numpy as np

from chairgame.chair.parts import Part
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.table import table_scene

LAYERS = (2, 3, 1)
STEP_CM, APART_CM, BALL_CM = 46.0, 30.0, 13.0
THINNEST_CM, THICKEST_CM = 1.6, 6.0
PLUS, MINUS, BALL = "blue", "velvet", "white"
GLOW = 0.9


def brain_model(weights: Sequence[float], lit: Collection[int] = ()) -> Scene:
    """The nine wires in the order A to I and the six neurons; `lit` are layers of wires, 0 or 1, that light up."""
    most = max(map(abs, weights)) or 1.0
    wires = [_wire(start, end, weight / most) for (start, end), weight in zip(_wires(), weights, strict=True)]
    scene = table_scene((*wires, *(_ball(*place) for place in _neurons())))
    glow = np.zeros(len(scene.shapes))
    inner = LAYERS[0] * LAYERS[1]
    for index in range(len(wires)):
        glow[index] = GLOW * ((index >= inner) in lit)
    return Scene(scene.shapes, scene.sizes, scene.centres, scene.rotations, scene.materials, glow)


Place = tuple[float, float]  # x, z in cm


def _neurons() -> list[Place]:
    """From the first layer to the last, each from the top."""
    high = APART_CM * (max(LAYERS) - 1) / 2 + BALL_CM
    return [
        (STEP_CM * (layer - 1), high + APART_CM * ((count - 1) / 2 - index))
        for layer, count in enumerate(LAYERS)
        for index in range(count)
    ]


def _wires() -> list[tuple[Place, Place]]:
    """A to I: both inputs into each hidden neuron in turn, then the hidden ones into the output."""
    places = _neurons()
    inputs, hidden, output = places[:2], places[2:5], places[5]
    return list(chain(((source, neuron) for neuron, source in product(hidden, inputs)), ((n, output) for n in hidden)))


def _wire(start: Place, end: Place, share: float) -> Part:
    (x, z), (x2, z2) = start, end
    thick = THINNEST_CM + (THICKEST_CM - THINNEST_CM) * abs(share)
    size, at = (hypot(x2 - x, z2 - z), thick, thick), ((x + x2) / 2, 0.0, (z + z2) / 2)
    return Part(
        "wire", "wire", "box", size, at, (0.0, -degrees(atan2(z2 - z, x2 - x)), 0.0), PLUS if share > 0 else MINUS
    )


def _ball(x: float, z: float) -> Part:
    return Part("neuron", "neuron", "box", (BALL_CM, BALL_CM, BALL_CM), (x, 0.0, z), (0.0, 45.0, 45.0), BALL)
