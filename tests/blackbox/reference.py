"""The scanner once more, slowly and from its description alone: explicit corners, explicit loops, no shared code.

Lengths in units of 50 cm.
"""

from itertools import product
from math import cos, radians, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from chairgame.chair.parts import Chair, Part

FloatArray = NDArray[np.float64]
UNIT = 50.0
DELTA = 0.1


def about(axis: int, degrees: float) -> FloatArray:
    """The rotation about a fixed axis, from the school book."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    if axis == 0:
        return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
    if axis == 1:
        return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def ideal_rotation(part: Part) -> FloatArray:
    x, y, z = part.turn
    return about(2, z) @ about(1, y) @ about(0, x)


def turned_by(quaternion: FloatArray, vector: FloatArray) -> FloatArray:
    """The vector turned by a quaternion of any length, as q v q* / |q|²."""
    w, axis = quaternion[0], quaternion[1:]
    inner = w * vector + np.cross(axis, vector)
    whole = w * inner + axis * np.dot(axis, vector) + np.cross(axis, inner)
    return np.asarray(whole / np.dot(quaternion, quaternion))


def points(part: Part) -> list[FloatArray]:
    """Eight points a part: a box's corners, or each end of a cylinder's axis four times."""
    x, y, z = (length / 2 / UNIT for length in part.size)
    if part.shape == "cylinder":
        x = y = 0.0
    return [np.array([a * x, b * y, c * z]) for a, b, c in product((-1, 1), repeat=3)]


def looks_the_same(part: Part) -> list[FloatArray]:
    """The quarter turns and their products that put a box on itself; of a cylinder as it is and end for end."""
    if part.shape == "cylinder":
        return [np.eye(3), about(0, 180)]
    found: list[FloatArray] = []
    for a, b, c in product(range(4), repeat=3):
        turn = np.round(about(2, 90 * a) @ about(1, 90 * b) @ about(0, 90 * c))
        on_itself = np.allclose(np.abs(turn @ part.size), part.size, rtol=0, atol=0)
        if on_itself and not any(np.array_equal(turn, known) for known in found):
            found.append(turn)
    return found


def products(part: Part, quaternion: FloatArray) -> list[float]:
    """For each turn of `looks_the_same`, the product of target and assembled points."""
    ideal = ideal_rotation(part)
    return [
        sum(float(np.dot(ideal @ turn @ point, turned_by(quaternion, point))) for point in points(part))
        for turn in looks_the_same(part)
    ]


def distances(part: Part, output: FloatArray) -> list[float]:
    """The eight points' distances from their places, in units of 50 cm."""
    values = products(part, output[3:])
    turn = looks_the_same(part)[values.index(max(values))]
    found = []
    for point in points(part):
        assembled = output[:3] + turned_by(output[3:], point)
        target = np.array(part.at) / UNIT + ideal_rotation(part) @ turn @ point
        found.append(sqrt(float(np.sum((assembled - target) ** 2))))
    return found


def charge(loss: str, r: float) -> float:
    if loss == "squared":
        return r * r
    if loss == "absolute":
        return r
    return r * r / 2 if r <= DELTA else DELTA * (r - DELTA / 2)


def loss_of(chair: Chair, outputs: FloatArray, loss: str) -> float:
    every = [distances(part, output) for part, output in zip(chair.parts, outputs, strict=True)]
    return sum(sum(charge(loss, r) for r in eight) / 8 for eight in every) / len(every)


def part_distances_cm(chair: Chair, outputs: FloatArray) -> list[float]:
    every = [distances(part, output) for part, output in zip(chair.parts, outputs, strict=True)]
    return [UNIT * sqrt(sum(r * r for r in eight) / 8) for eight in every]


def distance_cm(chair: Chair, outputs: FloatArray) -> float:
    squares = [distance**2 for distance in part_distances_cm(chair, outputs)]
    return sqrt(sum(squares) / len(squares))
