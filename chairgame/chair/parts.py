"""A chair as a box of parts, each with its ideal place. Knows no file format and no network."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Shape = Literal["box", "cylinder"]
Vector = tuple[float, float, float]


@dataclass(frozen=True)
class Part:
    """One part. Sizes and positions in cm, turns in degrees about the fixed x, then y, then z axis; floor at z = 0."""

    label: str
    kind: str
    shape: Shape
    size: Vector
    at: Vector
    turn: Vector
    material: str


@dataclass(frozen=True)
class Chair:
    """A named thing of 1 to 200 parts; the chair faces -y."""

    name: str
    title: Mapping[str, str]
    parts: tuple[Part, ...]

    @cached_property
    def sizes(self) -> FloatArray:
        """Width, depth, height of every part in cm; shape (N, 3)."""
        return np.array([part.size for part in self.parts], float)

    @property
    def labels(self) -> tuple[str, ...]:
        """The parts' labels in the file's order."""
        return tuple(part.label for part in self.parts)

    def title_in(self, language: str) -> str:
        """The title in a language, else in English, else the name."""
        return self.title.get(language) or self.title.get("en") or self.name
