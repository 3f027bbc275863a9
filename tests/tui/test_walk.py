"""Whatever happens to the picture, the screen that pieces have made is the screen that a whole repaint would make."""

from pathlib import Path
from random import Random

import pytest

pytest.importorskip("termios")

from tests.tui.walk import Tally, Walker

STOOL = ("lab", "--chair", "three-part-stool", "--hidden", "8")
SIZE = (100, 30)


def walked(home: Path, steps: int, every: int, *, is_sabotaged: bool = False) -> Tally:
    tally = Tally()
    with Walker(*STOOL, home=home, size=SIZE, is_sabotaged=is_sabotaged, COLORTERM="truecolor") as walker:
        walker.wait_for("leave")
        walker.walk(Random(1), tally, steps, every, (SIZE,))
    return tally


def test_pieces_add_up_to_the_whole_screen_wherever_the_player_goes(tmp_path: Path) -> None:
    tally = walked(tmp_path, steps=150, every=15)
    assert tally.wrong == []
    assert tally.compared == 10 * SIZE[0] * SIZE[1]


def test_a_row_that_never_reached_the_terminal_is_found(tmp_path: Path) -> None:
    assert walked(tmp_path, steps=60, every=15, is_sabotaged=True).wrong
