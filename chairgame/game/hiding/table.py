"""Arranging up to six parts and locking them in the box: the player's own thing, which the network then learns.

Knows no screen. Everything stays inside the workshop and above the floor, on steps of 5 cm and 45 degrees.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from chairgame.chair.parts import Chair, Part, Shape, Vector
from chairgame.chair.poses import quaternions_of_turns, rotation_matrices
from chairgame.text.catalogue import N_

MOST = 6
STEP_CM, TURN_DEGREES = 5.0, 45.0
REACH_CM, CEILING_CM = 80.0, 160.0  # of a part's centre
TITLE_LENGTH = 40
UNNAMED = N_("a thing")


@dataclass(frozen=True)
class Kind:
    """A part on the shelf."""

    kind: str
    shape: Shape
    size: Vector
    material: str


SHELF = (
    Kind("leg", "box", (5.0, 5.0, 45.0), "oak"),
    Kind("seat", "box", (42.0, 40.0, 4.0), "teal"),
    Kind("back", "box", (42.0, 4.0, 40.0), "walnut"),
    Kind("beam", "box", (70.0, 6.0, 6.0), "oak"),
    Kind("column", "cylinder", (12.0, 12.0, 60.0), "steel"),
    Kind("cushion", "cylinder", (30.0, 30.0, 8.0), "red"),
    Kind("pillow", "box", (24.0, 24.0, 24.0), "gold"),
    Kind("knob", "cylinder", (10.0, 10.0, 10.0), "violet"),
)
BEGINNING = (0, 1, 2)  # of the shelf: an empty table invites nobody
PLACES = ((-45.0, -40.0), (0.0, -40.0), (45.0, -40.0), (-45.0, 35.0), (0.0, 35.0), (45.0, 35.0))  # of new parts, cm


class Arrangement:
    """What lies on the table before it is locked away. Every change can be undone, but for what lay there first."""

    def __init__(self, beginning: Sequence[int] = ()) -> None:
        self.parts: tuple[Part, ...] = ()
        self.selected = 0
        self._before: list[tuple[tuple[Part, ...], int]] = []
        for index in beginning:
            self.add(index)
        self._before.clear()

    @property
    def is_touched(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._before)

    @property
    def has_others(self) -> bool:
        """Whether another part can be chosen."""
        return len(self.parts) > 1

    @property
    def part(self) -> Part | None:
        """The selected part."""
        return self.parts[self.selected] if self.parts else None

    def add(self, index: int) -> bool:
        """A part from the shelf, set down beside the others; False when there are six, or no such part."""
        if len(self.parts) >= MOST or not 0 <= index < len(SHELF):
            return False
        kind = SHELF[index]
        taken = {part.at[:2] for part in self.parts}
        x, y = next((place for place in PLACES if place not in taken), PLACES[-1])
        label = next(f"{letter}" for letter in "ABCDEFG" if letter not in {part.label for part in self.parts})
        part = Part(label, kind.kind, kind.shape, kind.size, (x, y, 0.0), (0.0, 0.0, 0.0), kind.material)
        self._change((*self.parts, _settled(part)), len(self.parts))
        return True

    def remove(self) -> None:
        """The selected part goes back to the shelf."""
        if self.parts:
            parts = self.parts[: self.selected] + self.parts[self.selected + 1 :]
            self._change(parts, max(0, min(self.selected, len(parts) - 1)))

    def select(self, index: int) -> None:
        """Another part, counted around."""
        if self.parts:
            self.selected = index % len(self.parts)

    def select_next(self, steps: int) -> None:
        """The next part, or one before."""
        self.select(self.selected + steps)

    def move(self, x: int, y: int, z: int) -> None:
        """The selected part by so many steps."""
        if part := self.part:
            at = (part.at[0] + STEP_CM * x, part.at[1] + STEP_CM * y, part.at[2] + STEP_CM * z)
            self._replace(replace(part, at=at))

    def turn(self, axis: int) -> None:
        """The selected part by a step about x (0), y (1) or z (2)."""
        if part := self.part:
            turn = list(part.turn)
            turn[axis] = (turn[axis] + TURN_DEGREES) % 360
            self._replace(replace(part, turn=(turn[0], turn[1], turn[2])))

    def undo(self) -> bool:
        """Back to before the last change."""
        if not self._before:
            return False
        self.parts, self.selected = self._before.pop()
        return True

    def chair(self, title: str) -> Chair:
        """The thing, under a name. Raises ValueError when there are no parts."""
        if not self.parts:
            raise ValueError("there is nothing to hide")
        title = _fit(title) or UNNAMED
        return Chair(file_name_of(title), {"en": title}, self.parts)

    def clear(self) -> None:
        """Nothing is left on the table, nor in what could be undone."""
        self.parts, self.selected, self._before = (), 0, []

    def _replace(self, part: Part) -> None:
        parts = list(self.parts)
        parts[self.selected] = _settled(part)
        if tuple(parts) != self.parts:
            self._change(tuple(parts), self.selected)

    def _change(self, parts: tuple[Part, ...], selected: int) -> None:
        self._before.append((self.parts, self.selected))
        self.parts, self.selected = parts, selected


def _fit(title: str) -> str:
    """A title as a chair file can have it: printable, on one line, not too long, without a blank at its ends."""
    printable = "".join(character if character.isprintable() else " " for character in title)
    return " ".join(printable.split())[:TITLE_LENGTH].strip()


def file_name_of(title: str) -> str:
    """A title as a chair file's name: a-z, 0-9 and hyphens."""
    plain = unicodedata.normalize("NFKD", title.lower().replace("ł", "l")).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:TITLE_LENGTH] or "thing"


def _settled(part: Part) -> Part:
    """The part inside the workshop: not below the floor, not beyond its walls."""
    rotation = rotation_matrices(quaternions_of_turns(np.array([part.turn])))[0]
    lowest = float(np.abs(rotation[2]) @ np.array(part.size) / 2)
    x, y, z = part.at
    x, y = (min(max(value, -REACH_CM), REACH_CM) for value in (x, y))
    return replace(part, at=(x, y, round(min(max(z, lowest), CEILING_CM), 3)))
