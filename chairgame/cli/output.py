"""Standard output and standard error as a command needs them: never a traceback for a closed pipe or an odd letter."""

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterable

from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import N_
from chairgame.text.clean import clean, one_line
from chairgame.text.errors import PlayerError

ASCII_FOR = str.maketrans({"×": "x", "–": "-", "—": "-", "…": "...", "„": '"', "”": '"', "→": "->", "─": "-"})


def prepare_streams() -> None:
    """A stream that was closed swallows what is written to it; a letter that an encoding lacks becomes a `?`."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  (open until the process ends)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def print_line(text: str = "") -> None:
    """A line of data or of words to standard output, with a `?` for whatever a terminal would obey.

    Raises PlayerError when it cannot be written, a full disk say, and BrokenPipeError when nobody reads any more.
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


def print_json(value: object) -> None:
    """One line of JSON to standard output; only finite numbers can be in it."""
    print_line(json.dumps(value, allow_nan=False))


def tell(text: str) -> None:
    """A sentence to standard error, on one line and without anything that a terminal would obey."""
    with contextlib.suppress(OSError):
        sys.stderr.write(one_line(text) + "\n")
        sys.stderr.flush()


def finish_output() -> None:
    """Send what is still buffered. Raises PlayerError when it cannot be written, BrokenPipeError when nobody reads."""
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
    return PlayerError(N_("standard output: cannot be written ({why})"), why=error.strerror)
