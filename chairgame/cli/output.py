"""The one door out: every line that a command prints, on standard output or standard error."""

import contextlib
import json
import os
import sys
from collections.abc import Iterable

from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import N_
from chairgame.text.clean import clean, one_line
from chairgame.text.errors import OutputError

ASCII_FOR = str.maketrans(
    {"×": "x", "–": "-", "—": "-", "…": "...", "„": '"', "”": '"', "→": "->", "─": "-", "−": "-", "±": "+-"}
)


def print_line(text: str = "") -> None:
    """A line of data or of words to standard output, with a `?` for whatever a terminal would obey.

    Raises OutputError when it cannot be written, a full disk say, and BrokenPipeError when nobody reads any more.
    """
    print_drawn(clean(text))


def print_drawn(row: str) -> None:
    """A row of a picture: its escape codes are ours, and all else of it comes from cells. Raises as a line does."""
    try:
        sys.stdout.write(row + "\n")
    except OSError as error:
        raise _unwritable(error) from error


def print_lines(lines: Iterable[str], glyphs: GlyphSet) -> None:
    """Lines for people, each at once, in plain ASCII where the terminal wants it, as far as that goes."""
    for line in lines:
        print_line(line.translate(ASCII_FOR) if glyphs is GlyphSet.ASCII else line)
        finish_output()


def heading(text: str) -> str:
    """A line over a section, as wide as the narrowest terminal that people use."""
    return f"── {text} ".ljust(78, "─")


def print_data(data: bytes) -> None:
    """A whole file, for whoever named `-` where a file goes. Raises as a line does."""
    finish_output()
    try:
        sys.stdout.buffer.write(data)
    except OSError as error:
        raise _unwritable(error) from error
    finish_output()


def print_script(text: str) -> None:
    """A program for a shell, which reads it as it is: tabs are tabs. Raises as a line does."""
    for line in text.split("\n"):
        print_drawn(line)


def print_json(value: object) -> None:
    """One line of JSON to standard output; only finite numbers can be in it."""
    print_line(json.dumps(value, allow_nan=False))


def prompt(text: str) -> None:
    """A question, to standard output, with the cursor left behind it. Raises as a line does."""
    try:
        sys.stdout.write(clean(text))
    except OSError as error:
        raise _unwritable(error) from error
    finish_output()


def tell(text: str, end: str = "\n") -> None:
    """A sentence to standard error, on one line and without anything that a terminal would obey."""
    with contextlib.suppress(OSError):
        sys.stderr.write(one_line(text) + end)
        sys.stderr.flush()


def finish_output() -> None:
    """Send what is still buffered. Raises OutputError when it cannot be written, BrokenPipeError when nobody reads."""
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _unwritable(error) from error


def discard_output() -> None:
    """Forget what is buffered, so that the interpreter does not try to write it once more when it ends."""
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


def _unwritable(error: OSError) -> Exception:
    discard_output()
    if isinstance(error, BrokenPipeError):
        return error
    return OutputError(N_("standard output: cannot be written ({why})"), why=error.strerror)
