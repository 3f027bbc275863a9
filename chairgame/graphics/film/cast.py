"""A film as an asciicast of version 2: a line of JSON for the header, one for each frame's changes. Opens no file.

Format: https://docs.asciinema.org/manual/asciicast/v2/
"""

import json
from collections.abc import Iterator, Sequence

from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.changes import Shown

_START, _END = "\x1b[?25l\x1b[0m\x1b[2J\x1b[H", "\x1b[0m\x1b[?25h"
_DIGITS = 6  # microseconds


def cast_lines(
    pictures: Sequence[Cells], seconds: Sequence[float], title: str, timestamp: int | None = None
) -> Iterator[str]:
    """The lines, without their ends. Each picture, all of one size, stands for so many seconds.

    Without a `timestamp` (seconds since 1970) the same pictures give the same lines.
    """
    first = pictures[0]
    header = {"version": 2, "width": first.width, "height": first.height}
    if timestamp is not None:
        header["timestamp"] = timestamp
    yield _line({**header, "title": title, "env": {"TERM": "xterm-256color", "MADE_BY": "chairgame"}})
    shown, now = Shown(first.height, first.width), 0.0
    for index, (picture, duration) in enumerate(zip(pictures, seconds, strict=True)):
        yield _line([round(now, _DIGITS), "o", (_START if index == 0 else "") + _changes(shown, picture)])
        now += duration
    yield _line([round(now, _DIGITS), "o", f"{_END}\x1b[{first.height};1H"])


def _changes(shown: Shown, picture: Cells) -> str:
    """What turns the last picture into this one, row by row."""
    shown.begin()
    rows = ((row, shown.change(picture, row, 0, picture.width, (row, 0))) for row in range(picture.height))
    return "".join(f"\x1b[{row + 1};1H{text}" for row, text in rows if text)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)
