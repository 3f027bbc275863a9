"""Chairs and outputs for hypothesis: cubes, square sections, plain boxes and cylinders, turned any way."""

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from chairgame.chair.parts import Chair, Part

LENGTHS = st.floats(2.0, 90.0)
TURNS = st.one_of(st.sampled_from([0.0, 90.0, -45.0, 180.0]), st.floats(-180.0, 180.0))
PLACES = st.floats(-80.0, 80.0)


@st.composite
def sizes(draw: st.DrawFn, kind: str) -> tuple[float, float, float]:
    x, y, z = draw(LENGTHS), draw(LENGTHS), draw(LENGTHS)
    return {"cube": (x, x, x), "square": (x, x, z), "flat": (x, y, y), "box": (x, y, z), "cylinder": (x, x, z)}[kind]


@st.composite
def parts(draw: st.DrawFn, label: str = "A") -> Part:
    kind = draw(st.sampled_from(["cube", "square", "flat", "box", "cylinder"]))
    return Part(
        label=label,
        kind="leg",
        shape="cylinder" if kind == "cylinder" else "box",
        size=draw(sizes(kind)),
        at=draw(st.tuples(PLACES, PLACES, PLACES)),
        turn=draw(st.tuples(TURNS, TURNS, TURNS)),
        material="oak",
    )


@st.composite
def chairs(draw: st.DrawFn, most: int = 4) -> Chair:
    count = draw(st.integers(1, most))
    return Chair("drawn", {"en": "Drawn"}, tuple(draw(parts(f"P{number}")) for number in range(count)))


def random_outputs(seed: int, count: int) -> NDArray[np.float64]:
    """Outputs as a young network gives them, shape (count, 7)."""
    return np.random.default_rng(seed).normal(size=(count, 7))
