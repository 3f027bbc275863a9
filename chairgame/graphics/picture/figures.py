"""Who sits: a grandmother, a cat and a hippopotamus as a few solid bodies each, to scale, so that one renderer draws
them with the chair. Knows no chair and no verdict.

A figure's bodies are told about the place where it sits, or stands: x to its left hand, -y
where it faces, z up, in cm.
"""

from dataclasses import dataclass, replace

from chairgame.chair.parts import Vector
from chairgame.game.sitting.outcome import CAT, GRANDMOTHER, Sitter

LONGEST_SHIN_CM = 40.0
_HEM_CM = 18.0  # how far the skirt hangs over the knees


@dataclass(frozen=True)
class Body:
    """One solid: sizes and place in cm, turns in degrees about the fixed x, then y, then z axis."""

    size: Vector
    at: Vector
    material: str
    turn: Vector = (0.0, 0.0, 0.0)
    shape: str = "box"


def _both(body: Body) -> tuple[Body, Body]:
    """A body and its mirror image."""
    x, y, z = body.at
    pitch, roll, yaw = body.turn
    return body, replace(body, at=(-x, y, z), turn=(pitch, -roll, -yaw))


_BUST = (
    Body((32, 22, 36), (0, 5, 32), "cardigan"),
    Body((20, 18, 20), (0, 2, 60), "skin"),
    Body((24, 19, 14), (0, 7, 67), "white"),
    Body((13, 13, 10), (0, 6, 79), "white"),
    Body((21, 2, 5), (0, -8, 61), "black"),
    *_both(Body((9, 28, 9), (19, -6, 30), "cardigan", (18, 0, 0))),
)
_CAT = (
    Body((22, 28, 20), (0, 4, 10), "ginger"),
    Body((15, 12, 28), (0, -8, 16), "cream"),
    Body((19, 15, 15), (0, -9, 37), "ginger"),
    *_both(Body((8, 4, 8), (6, -9, 45), "ginger", (0, 45, 0))),
    Body((10, 4, 6), (0, -17, 34), "cream"),
    *_both(Body((4, 2, 5), (5, -16, 41), "black")),
    Body((5, 5, 36), (10, 20, 26), "ginger", (-12, 18, 0)),
)
_HIPPOPOTAMUS = (
    Body((96, 84, 76), (0, 8, 40), "hide"),
    Body((58, 54, 44), (0, -16, 96), "hide"),
    Body((70, 40, 36), (0, -52, 90), "snout"),
    Body((71, 41, 4), (0, -52, 80), "black"),
    *_both(Body((11, 3, 8), (17, -72, 99), "black")),
    *_both(Body((10, 6, 12), (17, -42, 115), "black")),
    *_both(Body((16, 8, 16), (24, -6, 120), "snout", (0, 45, 0))),
    *_both(Body((24, 28, 58), (50, -26, 50), "hide", (20, 12, 0))),
    *_both(Body((34, 60, 30), (29, -52, 17), "hide")),
)


def figure(sitter: Sitter, height_cm: float) -> tuple[Body, ...]:
    """Whoever sits on a place so high above the floor: grandmother's feet reach for it."""
    if sitter is not GRANDMOTHER:
        return _CAT if sitter is CAT else _HIPPOPOTAMUS
    shin = min(LONGEST_SHIN_CM, max(_HEM_CM, height_cm - 1))
    return (
        Body((38, 46, 15), (0, -8, 7), "violet"),
        Body((38, 8, _HEM_CM + 14), (0, -32, 14 - (_HEM_CM + 14) / 2), "violet"),
        *_both(Body((9, 11, shin), (9, -24, -shin / 2), "skin")),
        *_BUST,
    )


def standing_figure(sitter: Sitter) -> tuple[Body, ...]:
    """Whoever would rather not sit: grandmother on her feet; an animal sits down on the floor."""
    if sitter is not GRANDMOTHER:
        return figure(sitter, 0.0)
    waist = 74.0
    lifted = tuple(replace(body, at=(body.at[0], body.at[1] - 5, body.at[2] + waist - 14)) for body in _BUST)
    return (
        Body((36, 28, waist - 12), (0, 0, 12 + (waist - 12) / 2), "violet"),
        *_both(Body((9, 12, 14), (8, -2, 7), "skin")),
        *lifted,
    )
