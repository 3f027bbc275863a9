"""Every kind of terminal that the environment can announce: the game starts, plays, leaves with 0 and restores it.

A fixed sample runs with the tests; python -m tests.tui.test_matrix runs the whole matrix and prints a line for each.
"""

import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

pytest.importorskip("termios")

from chairgame.terminal.capabilities import promised
from chairgame.terminal.depth import ColourDepth, GlyphSet
from tests.tui.terminal import Terminal
from tests.tui.test_pty import LEAVE, STOOL, assert_restored, colours

TERMS = ("xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt100", "xterm-kitty", "alacritty")
SIZES = ((60, 18), (80, 24), (120, 40))
SAMPLE = slice(None, None, 16)  # six cells: every depth, size and language is among them
DIRECT, INDEXED = {b"38;2", b"48;2"}, {b"38;5", b"48;5"}


@dataclass(frozen=True)
class Kind:
    """One cell of the matrix."""

    term: str
    is_truecolor: bool
    is_colourless: bool
    size: tuple[int, int]
    language: str

    @property
    def variables(self) -> dict[str, str]:
        """What the terminal puts into the environment, and the player's NO_COLOR."""
        colour = {"COLORTERM": "truecolor"} if self.is_truecolor else {}
        return {"TERM": self.term, **colour, **({"NO_COLOR": "1"} if self.is_colourless else {})}

    def __str__(self) -> str:
        words = (*self.variables.values(), self.language)
        return f"{self.size[0]}x{self.size[1]} " + " ".join(words)


def matrix() -> list[Kind]:
    """All terminals, colours and sizes; the languages in turn, each with every one of those."""
    cells = product(enumerate(TERMS), (False, True), (False, True), enumerate(SIZES))
    return [
        Kind(term, truecolor, colourless, size, ("en", "pl")[(row + truecolor + colourless + column) % 2])
        for (row, term), truecolor, colourless, (column, size) in cells
    ]


def play(kind: Kind, home: Path) -> None:
    """From the first picture to the shell. Raises AssertionError."""
    found = promised(kind.variables)
    leave = LEAVE[kind.language]
    if found.glyphs is GlyphSet.ASCII:
        leave = leave.replace("ź", "z")
    words = (*STOOL, "--lang", kind.language)
    with Terminal(*words, home=home, size=kind.size, is_blind=False, **kind.variables) as terminal:
        terminal.wait_for(leave)
        terminal.press("n")
        terminal.wait_for("1 / 1")
        terminal.press("q")
        assert terminal.end() == 0
        assert_restored(terminal.written)
        assert b"Traceback" not in terminal.written
        assert_depth(found.depth, colours(terminal.written))
        assert found.glyphs is not GlyphSet.ASCII or terminal.written.isascii()


def assert_depth(depth: ColourDepth, found: set[bytes]) -> None:
    """Nothing is written that the terminal has not promised to understand."""
    if depth is ColourDepth.SIXTEEN:
        assert found
        assert not found & (DIRECT | INDEXED)
    else:
        assert found == {ColourDepth.TRUECOLOR: DIRECT, ColourDepth.INDEXED: INDEXED, ColourDepth.NONE: set()}[depth]


@pytest.mark.parametrize("kind", matrix()[SAMPLE], ids=str)
def test_the_game_is_at_home_on_every_kind_of_terminal(kind: Kind, tmp_path: Path) -> None:
    play(kind, tmp_path)


def test_the_sample_has_every_depth_size_and_language() -> None:
    sample = matrix()[SAMPLE]
    assert {promised(kind.variables).depth for kind in sample} == set(ColourDepth)
    assert {kind.size for kind in sample} == set(SIZES)
    assert {kind.language for kind in sample} == {"en", "pl"}
    assert len(set(matrix())) >= 60


def main() -> int:
    """The whole matrix; the exit code says whether every cell is well."""
    failures = 0
    for kind in matrix():
        begin, verdict = time.monotonic(), "well"
        with tempfile.TemporaryDirectory() as home:
            try:
                play(kind, Path(home))
            except AssertionError as error:
                failures, verdict = failures + 1, f"NOT WELL: {error}"
        print(f"{kind!s:50} {time.monotonic() - begin:5.1f} s  {verdict}", flush=True)
    print(f"{len(matrix()) - failures} of {len(matrix())} are well")
    return min(1, failures)


if __name__ == "__main__":
    sys.exit(main())
