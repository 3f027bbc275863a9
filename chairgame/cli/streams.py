"""Standard output and standard error as a process finds them: closed, non-blocking, in an odd encoding. Knows no text.

Python loses what it has buffered when a pipe that does not block is full; here a slow reader is waited for.
"""

import io
import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


@contextmanager
def prepared_streams() -> Iterator[None]:
    """Inside, a closed stream swallows what is written to it, a full pipe is waited for, and a letter that an encoding
    lacks becomes a `?`."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _prepared(before[0]), _prepared(before[1])
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


class PatientFile(io.FileIO):
    """A file whose writes wait until there is room, also where it was opened not to."""

    def write(self, data: "ReadableBuffer", /) -> int:
        """How many bytes were taken: at least one."""
        while (count := super().write(data)) is None:
            select.select((), (self,), ())
        return count


def _prepared(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")
    if not isinstance(stream, io.TextIOWrapper) or os.name == "nt":
        return stream
    try:
        number = stream.fileno()
    except (OSError, ValueError):
        return stream
    stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(PatientFile(number, "w", closefd=False)),
        encoding=stream.encoding,
        errors="replace" if stream is sys.stdout else stream.errors,
        line_buffering=stream.line_buffering,
    )
