"""The parts of an assembly as solid bodies: where they are lowest, where they touch, what lies on top. Pure geometry:
knows neither ideal nor loss.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses, rotation_matrices

BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int64]

_SIDES = 16  # a cylinder's rim is as many points
_ROUNDS = 40  # of projecting to and fro: two parts' nearest points are then found to a tenth of a millimetre
_PARALLEL = 1e-12
ROUNDING_CM = 1e-6
"""Lengths that differ by less are equal: what rounding makes of the same assembly elsewhere must decide nothing."""


@dataclass(frozen=True, eq=False)
class Solids:
    """N boxes and cylinders in their places: centres in cm, shape (N, 3), rotations (N, 3, 3), halves of the sizes
    (N, 3), and which are cylinders about their own z axis."""

    centres: FloatArray
    rotations: FloatArray
    halves: FloatArray
    is_round: BoolArray

    @classmethod
    def of(cls, chair: Chair, poses: Poses) -> "Solids":
        """A chair's parts as they were put."""
        is_round = np.array([part.shape == "cylinder" for part in chair.parts])
        return cls(poses.centres, rotation_matrices(poses.quaternions), chair.sizes / 2, is_round)

    @cached_property
    def lowest(self) -> FloatArray:
        """The height of each part's lowest point in cm, shape (N,)."""
        down, half = self.rotations[:, 2, :], self.halves
        box = np.sum(np.abs(down) * half, axis=1)
        cylinder = np.hypot(down[:, 0], down[:, 1]) * half[:, 0] + np.abs(down[:, 2]) * half[:, 2]
        return np.asarray(self.centres[:, 2] - np.where(self.is_round, cylinder, box))

    @cached_property
    def volumes(self) -> FloatArray:
        """In cm³, shape (N,)."""
        return np.asarray(np.prod(2 * self.halves, axis=1) * np.where(self.is_round, np.pi / 4, 1.0))

    def joined(self, within_cm: float) -> BoolArray:
        """Which parts come so near one another, shape (N, N)."""
        reach = np.einsum("nij,nj->ni", np.abs(self.rotations), self.halves)
        apart = np.abs(self.centres[:, None] - self.centres[None]) - reach[:, None] - reach[None]
        first, second = np.nonzero(np.triu((apart <= within_cm + ROUNDING_CM).all(axis=2), 1))
        touching = np.eye(len(self.centres), dtype=bool)
        near = self._come_near(first, second, within_cm + ROUNDING_CM)
        touching[first[near], second[near]] = True
        return np.asarray(touching | touching.T)

    def _come_near(self, first: IntArray, second: IntArray, within_cm: float) -> BoolArray:
        """Which pairs of parts have at most such a gap, shape (P,): as `gaps`, but only as long as that is not clear.

        Two points of theirs so near one another are enough; and a plane between them that has room enough.
        """
        near, unclear, there = np.zeros(len(first), bool), np.arange(len(first)), self.centres[second]
        for _ in range(_ROUNDS):
            ones, others = first[unclear], second[unclear]
            here = self._nearest(ones, there)
            there = self._nearest(others, here)
            apart = np.linalg.norm(there - here, axis=1)
            way = (there - here) / np.maximum(apart, _PARALLEL)[:, None]
            room = np.sum(way * there, axis=1) - self._farthest(ones, way)
            near[unclear[apart <= within_cm]] = True
            goes_on = (apart > within_cm) & (room <= within_cm)
            unclear, there = unclear[goes_on], there[goes_on]
            if not len(unclear):
                break
        return near

    def _farthest(self, parts: IntArray, ways: FloatArray) -> FloatArray:
        """How far parts reach along unit vectors, shapes (P,), (P, 3): shape (P,)."""
        own, halves = np.abs(np.einsum("pji,pj->pi", self.rotations[parts], ways)), self.halves[parts]
        round_ = np.hypot(own[:, 0], own[:, 1]) * halves[:, 0] + own[:, 2] * halves[:, 2]
        reach = np.where(self.is_round[parts], round_, np.sum(own * halves, axis=1))
        return np.asarray(np.sum(self.centres[parts] * ways, axis=1) + reach)

    def gaps(self, first: IntArray, second: IntArray) -> FloatArray:
        """The distance between the surfaces of pairs of parts in cm, shape (P,); 0 where they touch or overlap.

        Source: projecting to and fro between two convex sets finds their nearest points (Cheney and Goldstein, 1959).
        """
        there = self.centres[second]
        here = there
        for _ in range(_ROUNDS):
            here = self._nearest(first, there)
            there = self._nearest(second, here)
        return np.asarray(np.linalg.norm(here - there, axis=1))

    def _nearest(self, parts: IntArray, points: FloatArray) -> FloatArray:
        """Of each part the point nearest to a point, shapes (P,), (P, 3)."""
        rotations, halves = self.rotations[parts], self.halves[parts]
        own = np.einsum("pji,pj->pi", rotations, points - self.centres[parts])
        inside = np.clip(own, -halves, halves)
        radius = np.hypot(own[:, 0], own[:, 1])
        shrink = np.minimum(1.0, halves[:, 0] / np.maximum(radius, _PARALLEL))
        is_round = self.is_round[parts]
        inside[is_round, :2] = (own[:, :2] * shrink[:, None])[is_round]
        return np.asarray(self.centres[parts] + np.einsum("pij,pj->pi", rotations, inside))

    def tops(self, places: FloatArray) -> FloatArray:
        """The height of every part's surface above places on the floor, shape (M, 2): shape (M, N), -inf beside it."""
        reach = np.einsum("nij,nj->ni", np.abs(self.rotations[:, :2]), self.halves) + ROUNDING_CM
        is_over = np.abs(places[:, None, 0] - self.centres[:, 0]) <= reach[:, 0]
        is_over &= np.abs(places[:, None, 1] - self.centres[:, 1]) <= reach[:, 1]
        place, part = np.nonzero(is_over)  # most parts are elsewhere
        tops = np.full(is_over.shape, -np.inf)
        tops[place, part] = self._tops_of(part, places[place])
        return tops

    def _tops_of(self, parts: IntArray, places: FloatArray) -> FloatArray:
        """The height of the surface of parts, each above a place of its own, shapes (P,), (P, 2): shape (P,)."""
        down, halves, is_round = self.rotations[parts, 2, :], self.halves[parts], self.is_round[parts]
        from_centre = np.column_stack([places, np.zeros(len(places))]) - self.centres[parts]
        own = np.einsum("pji,pj->pi", self.rotations[parts], from_centre)
        speed = np.where(np.abs(down) < _PARALLEL, _PARALLEL, down)
        one, other = (-halves - own) / speed, (halves - own) / speed
        enters, leaves = np.minimum(one, other), np.maximum(one, other)
        rim_in, rim_out = _through_rim(own, down, halves[:, 0])
        enter = np.maximum(np.where(is_round, rim_in, enters[:, :2].max(axis=1)), enters[:, 2])
        leave = np.minimum(np.where(is_round, rim_out, leaves[:, :2].min(axis=1)), leaves[:, 2])
        return np.where(enter <= leave, leave, -np.inf)

    def below(self, part: int, height_cm: float) -> FloatArray:
        """The corners of what a part has below a height, seen from above: places on the floor, shape (K, 2)."""
        height_cm += ROUNDING_CM
        outline = _CYLINDER if self.is_round[part] else _BOX
        corners = self.centres[part] + (outline.points * self.halves[part]) @ self.rotations[part].T
        start, end = corners[outline.edges[:, 0]], corners[outline.edges[:, 1]]
        crossing = (start[:, 2] - height_cm) * (end[:, 2] - height_cm) < 0
        start, end = start[crossing], end[crossing]
        share = (height_cm - start[:, 2]) / (end[:, 2] - start[:, 2])
        cut = start + share[:, None] * (end - start)
        return np.concatenate([corners[corners[:, 2] <= height_cm], cut])[:, :2]


@dataclass(frozen=True, eq=False)
class _Outline:
    """The corners of a body of halves (1, 1, 1), shape (K, 3), and its edges as pairs of corners, shape (E, 2)."""

    points: FloatArray
    edges: IntArray


def _prism(rim: FloatArray) -> _Outline:
    """A rim of K places, shape (K, 2), at the bottom and again at the top."""
    count = len(rim)
    points = np.array([[*place, z] for z in (-1.0, 1.0) for place in rim])
    around = [[i + shift, (i + 1) % count + shift] for shift in (0, count) for i in range(count)]
    return _Outline(points, np.array(around + [[i, i + count] for i in range(count)]))


_ANGLES = np.arange(_SIDES) * 2 * np.pi / _SIDES
_BOX = _prism(np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]]))
_CYLINDER = _prism(np.stack([np.cos(_ANGLES), np.sin(_ANGLES)], axis=1))


def _through_rim(own: FloatArray, down: FloatArray, radius: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Where upright lines from own points, shape (P, 3), go into and out of endless cylinders."""
    a = np.maximum(down[:, 0] ** 2 + down[:, 1] ** 2, _PARALLEL)
    b = own[:, 0] * down[:, 0] + own[:, 1] * down[:, 1]
    c = own[:, 0] ** 2 + own[:, 1] ** 2 - radius**2
    square = b**2 - a * c
    root = np.sqrt(np.maximum(square, 0))
    misses = square < 0
    return np.where(misses, np.inf, (-b - root) / a), np.where(misses, -np.inf, (-b + root) / a)


def clusters(joined: BoolArray) -> IntArray:
    """Which parts hang together, directly or through others: the same number for each of them, shape (N,)."""
    numbers = np.arange(len(joined))
    while True:
        spread = np.where(joined, numbers, len(joined)).min(axis=1)
        if np.array_equal(spread, numbers):
            return numbers
        numbers = spread


def first_smallest(*measures: FloatArray) -> int:
    """The index of the smallest of lengths, shape (K,); of equal ones the smallest by the next measure, at last the
    first."""
    return int(np.lexsort([np.round(lengths / ROUNDING_CM) for lengths in reversed(measures)])[0])


def hull(places: FloatArray) -> FloatArray:
    """The convex hull of places on the floor, shape (K, 2), counter-clockwise, without places on its edges.

    Source: Andrew's monotone chain (1979).
    """
    ordered = np.unique(np.round(places, 9), axis=0)
    if len(ordered) < 3:
        return ordered
    chains = [_chain(ordered), _chain(ordered[::-1])]
    return np.array([place for chain in chains for place in chain[:-1]])


def _chain(ordered: FloatArray) -> list[FloatArray]:
    chain: list[FloatArray] = []
    for place in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], place) <= _PARALLEL:
            chain.pop()
        chain.append(place)
    return chain


def _turn(a: FloatArray, b: FloatArray, c: FloatArray) -> float:
    """Twice the area of a triangle, positive counter-clockwise."""
    return float((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))


def depth_inside(place: FloatArray, polygon: FloatArray) -> float:
    """How far a place is inside a convex polygon (counter-clockwise), in cm; negative outside, -inf without one."""
    if not len(polygon):
        return -np.inf
    start, end = polygon, np.roll(polygon, -1, axis=0)
    along = end - start
    length = np.maximum(np.linalg.norm(along, axis=1), _PARALLEL)
    inward = (along[:, 0] * (place[1] - start[:, 1]) - along[:, 1] * (place[0] - start[:, 0])) / length
    if len(polygon) > 2 and inward.min() >= 0:
        return float(inward.min())
    share = np.clip(np.sum((place - start) * along, axis=1) / length**2, 0, 1)
    return -float(np.linalg.norm(start + share[:, None] * along - place, axis=1).min())
