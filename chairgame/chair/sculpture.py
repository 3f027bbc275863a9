"""Things that nobody has ever seen: a few chair-like parts on a coarse grid, under a nonsense name, from a seed.

No common sense helps to build one. Parts stand upright and are not turned. Knows no level and no network.
"""

from itertools import product

import numpy as np

from chairgame.chair.parts import Chair, Part, Shape, Vector
from chairgame.text.catalogue import N_

CELL_CM = 20.0
COLUMNS, ROWS, STOREYS = 5, 5, 4  # cells across, deep and high
LOOKS: tuple[tuple[str, Shape, Vector], ...] = (
    ("cushion", "cylinder", (24.0, 24.0, 8.0)),
    ("post", "box", (7.0, 7.0, 19.0)),
    ("seat", "box", (32.0, 18.0, 5.0)),
    ("knob", "cylinder", (13.0, 13.0, 13.0)),
    ("slat", "box", (8.0, 34.0, 6.0)),
    ("pillow", "box", (17.0, 17.0, 15.0)),
)
MATERIALS = ("gold", "violet", "oak", "teal", "red", "walnut")
"""Of the first, second, third part …: the first three differ in lightness too, so that nobody needs their colours."""
NAMES = (
    N_("Grotselur"),
    N_("Panflequo"),
    N_("Wibdilquo"),
    N_("Groflembi"),
    N_("Flequotse"),
    N_("Zudilfle"),
    N_("Noklurbra"),
    N_("Bralurpan"),
    N_("Grombiwib"),
    N_("Lurquobra"),
    N_("Tsegrowib"),
    N_("Quopandil"),
)
"""Ids of the catalogue: every language has nonsense of its own."""


def place_of(column: int, row: int, storey: int) -> Vector:
    """The centre of a cell in cm: columns from the left, rows from the front, storeys from the floor."""
    return (
        CELL_CM * (column - (COLUMNS - 1) / 2),
        CELL_CM * (row - (ROWS - 1) / 2),
        CELL_CM * (storey + 0.5),
    )


def sculpture(seed: int, parts: int) -> Chair:
    """A thing of so many parts (1 to 6), each in a cell of its own. The same seed gives the same thing."""
    rng = np.random.default_rng([seed, 11])
    cells = list(product(range(COLUMNS), range(ROWS), range(STOREYS)))
    places = rng.choice(len(cells), parts, replace=False)
    looks = rng.choice(len(LOOKS), parts, replace=False)
    return Chair(
        f"sculpture-{seed}",
        {"en": NAMES[seed % len(NAMES)]},
        tuple(
            Part(
                "ABCDEF"[i],
                LOOKS[look][0],
                LOOKS[look][1],
                LOOKS[look][2],
                place_of(*cells[place]),
                (0.0, 0.0, 0.0),
                MATERIALS[i],
            )
            for i, (look, place) in enumerate(zip(looks, places, strict=True))
        ),
    )
