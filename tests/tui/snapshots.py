"""Pictures of whole screens, kept as text: what a screen shows is compared with what it showed when somebody looked.

A test asks the fixture `snapshot` for each state; a file in `tests/tui/snapshots` keeps it in four looks, each row as
its glyphs behind a digest of its colours and attributes. After a wanted change, look at the screens, then write anew:

    pytest tests/tui -k snapshot --refresh-snapshots

and read what has changed in the difference. A file that no test asks for any more is to be deleted by hand.
"""

from dataclasses import replace
from pathlib import Path
from zlib import crc32

import numpy as np
import pytest

from chairgame.graphics.cells.cells import Cells
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.tui.look import Look
from tests.tui.driving import Game

FOLDER = Path(__file__).parent / "snapshots"
LOOKS = {
    "truecolor": (ColourDepth.TRUECOLOR, GlyphSet.BLOCKS),
    "16": (ColourDepth.SIXTEEN, GlyphSet.BLOCKS),
    "none": (ColourDepth.NONE, GlyphSet.BLOCKS),
    "ascii": (ColourDepth.NONE, GlyphSet.ASCII),
}
BLOCKS = range(0x2580, 0x25A0)
DRIFT = 0.002  # of the cells: blocks of a picture in space, which another processor rounds to a neighbour of theirs
SAME = "="  # the row's glyphs are those of the first look
SHOWN = pytest.mark.parametrize(
    ("size", "language"),
    [
        ((80, 24), "en"),
        ((80, 24), "pl"),
        ((120, 40), "en"),
        ((120, 40), "pl"),
    ],
)
"""Both sizes in both languages."""


class Snapshots:
    """Compares, or writes anew."""

    def __init__(self, is_refreshing: bool) -> None:
        self.is_refreshing = is_refreshing

    async def __call__(self, g: Game, name: str) -> None:
        """The screen as it stands, in all looks, against its file. Raises AssertionError with the rows that differ."""
        size, own = g.app.size, g.app.look
        taken = {}
        for look, (depth, glyphs) in LOOKS.items():
            await _look_as(g, replace(own, depth=depth, glyphs=glyphs, depth_is_named=True, glyphs_are_named=True))
            taken[look] = rows_of(screen_of(g))
        await _look_as(g, own)
        file = FOLDER / f"{name}-{size.width}x{size.height}-{own.language}.txt"
        kept = parsed(file.read_text("utf-8")) if file.exists() else {}
        different = [look for look in LOOKS if not alike(kept.get(look, []), taken[look])]
        if self.is_refreshing and different:
            FOLDER.mkdir(exist_ok=True)
            file.write_text(written(taken), "utf-8")
        assert self.is_refreshing or not different, told(file, kept, taken, different)


async def _look_as(g: Game, look: Look) -> None:
    """The screen in another look, and nothing of it moves meanwhile."""
    g.app._change_look(lambda _before: look)
    if clockwork := getattr(g.screen, "clockwork", None):
        clockwork.stand()
    await g.settle()


Row = tuple[str, str]
"""A digest of colours and attributes, and the glyphs."""


def screen_of(g: Game) -> Cells:
    """All widgets' pictures as one."""
    size = g.app.size
    whole = Cells.blank(size.height, size.width)
    for widget in g.widgets():
        whole.blit(widget.picture, widget.region.y, widget.region.x)
    return whole


def rows_of(cells: Cells) -> list[Row]:
    """Each row's text and the digest of its style. A block's colours are those of a picture in space: not digested."""
    rows = []
    for number, line in enumerate(cells.lines()):
        is_text = ~np.isin(cells.glyph[number], BLOCKS)
        layers = (cells.foreground[number], cells.background[number], cells.attributes[number])
        style = b"".join(np.where(is_text, layer, 0).astype("<i4").tobytes() for layer in layers)
        rows.append((f"{crc32(style) & 0xFFFF:04x}", line.rstrip()))
    return rows


def written(taken: dict[str, list[Row]]) -> str:
    """As a file: where a look's row reads as in the first look, it is not written twice."""
    first = next(iter(taken.values()))
    lines = []
    for look, rows in taken.items():
        lines.append(f"[{look}]")
        for row, (style, text) in enumerate(rows):
            is_same = rows is not first and text == first[row][1]
            lines.append(style + SAME if is_same else f"{style}|{text}")
    return "\n".join(lines) + "\n"


def parsed(text: str) -> dict[str, list[Row]]:
    """The other way round."""
    looks: dict[str, list[Row]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            rows = looks[line[1:-1]] = []
            continue
        first = next(iter(looks.values()))
        rows.append((line[:4], first[len(rows)][1] if line[4] == SAME else line[5:]))
    return looks


def alike(kept: list[Row], taken: list[Row]) -> bool:
    """The same styles and glyphs, but for a few blocks that are other blocks."""
    if [style for style, _text in kept] != [style for style, _text in taken]:
        return False
    drifted = cells = 0
    for (_, old), (_, new) in zip(kept, taken, strict=True):
        cells += max(len(old), len(new))
        pairs = [pair for pair in zip(old, new, strict=False) if pair[0] != pair[1]]
        if len(old) != len(new) or any(ord(glyph) not in BLOCKS for pair in pairs for glyph in pair):
            return False
        drifted += len(pairs)
    return drifted <= DRIFT * cells


def told(file: Path, kept: dict[str, list[Row]], taken: dict[str, list[Row]], different: list[str]) -> str:
    """What differs, row under row."""
    lines = [f"{file.name}: another picture in {', '.join(different)}; see tests/tui/snapshots.py"]
    for look in different[:1]:
        before = kept.get(look) or [("", "")] * len(taken[look])
        for row, (old, new) in enumerate(zip(before, taken[look], strict=True)):
            if old != new:
                lines += [f"{row:3} was {old[0]} {old[1]}", f"    is  {new[0]} {new[1]}"]
    return "\n".join(lines)
