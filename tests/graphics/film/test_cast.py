"""An asciicast read by its specification, replayed in an independent terminal (pyte), and compared with the frames."""

import json
import re
from itertools import accumulate

import numpy as np
import pyte
import pytest

from chairgame.graphics.cells.ansi import TOLERANCE
from chairgame.graphics.cells.cells import BOLD, DEFAULT, INDEXED, REVERSE, UNDERLINE, Cells
from chairgame.graphics.film.cast import cast_lines
from chairgame.terminal.depth import ColourDepth, GlyphSet
from tests.graphics.cells.test_ansi import is_colour
from tests.graphics.film.films import film

LOOKS = [(depth, GlyphSet.BLOCKS) for depth in ColourDepth] + [(ColourDepth.TRUECOLOR, GlyphSet.ASCII)]


def lines(depth: ColourDepth, glyphs: GlyphSet, **more: int) -> list[str]:
    frames, pictures = film(depth, glyphs)
    return list(cast_lines(pictures, [frame.seconds for frame in frames], "a chair", **more))


def check(screen: pyte.Screen, cells: Cells) -> None:
    """Everything that can be seen; colours within the encoder's tolerance."""
    assert TOLERANCE <= 2
    for row in range(cells.height):
        for column in range(cells.width):
            char, glyph = screen.buffer[row][column], chr(cells.glyph[row, column])
            attributes = int(cells.attributes[row, column])
            assert char.data == glyph
            assert is_colour(char.bg, int(cells.background[row, column]))
            if glyph != " " or attributes & (REVERSE | UNDERLINE):
                assert is_colour(char.fg, int(cells.foreground[row, column]))
                assert char.bold == bool(attributes & BOLD)


@pytest.mark.parametrize(("depth", "glyphs"), LOOKS)
def test_a_terminal_that_replays_the_cast_shows_every_frame(depth: ColourDepth, glyphs: GlyphSet) -> None:
    _frames, pictures = film(depth, glyphs)
    screen = pyte.Screen(pictures[0].width, pictures[0].height)
    stream = pyte.Stream(screen)
    *shown, last = [json.loads(line) for line in lines(depth, glyphs)[1:]]
    assert len(shown) == len(pictures)
    for (_time, _kind, text), cells in zip(shown, pictures, strict=True):
        stream.feed(text)
        check(screen, cells)
    stream.feed(last[2])
    check(screen, pictures[-1])
    assert screen.cursor.hidden is False


def test_the_header_and_the_events_are_such_as_version_2_wants() -> None:
    frames, pictures = film()
    header, *events = map(json.loads, lines(ColourDepth.TRUECOLOR, GlyphSet.BLOCKS))
    assert header == {
        "version": 2,
        "width": pictures[0].width,
        "height": pictures[0].height,
        "title": "a chair",
        "env": {"TERM": "xterm-256color", "MADE_BY": "chairgame"},
    }
    assert all(isinstance(header[name], int) for name in ("version", "width", "height"))
    times = [event[0] for event in events]
    assert times == pytest.approx([0, *accumulate(frame.seconds for frame in frames)])
    assert all(isinstance(time, float | int) and kind == "o" for time, kind, _ in events)


def test_a_time_stamp_is_written_where_it_is_given() -> None:
    assert json.loads(lines(ColourDepth.NONE, GlyphSet.BLOCKS, timestamp=1700000000)[0])["timestamp"] == 1700000000
    assert lines(ColourDepth.NONE, GlyphSet.BLOCKS) == lines(ColourDepth.NONE, GlyphSet.BLOCKS)


def test_without_colours_none_is_written() -> None:
    text = "".join(json.loads(line)[2] for line in lines(ColourDepth.NONE, GlyphSet.ASCII)[1:])
    assert text.isascii()
    codes = {code for found in re.findall(r"\x1b\[([\d;]*)m", text) for code in found.split(";")}
    assert codes <= {"0", "1", "2", "4", "7"}
    _frames, pictures = film(ColourDepth.NONE, GlyphSet.ASCII)
    assert all((picture.foreground == DEFAULT).all() for picture in pictures)


def test_what_stands_still_is_written_once() -> None:
    cells = Cells.blank(5, 10, INDEXED + 3, INDEXED + 4)
    cells.put(2, 2, "still")
    events = [json.loads(line)[2] for line in list(cast_lines([cells] * 3, [1.0] * 3, ""))[1:]]
    assert "still" in events[0]
    assert events[1:3] == ["", ""]
    assert np.array_equal(cells.glyph[0], np.full(10, 32))
