"""An SVG read as XML: it stands alone, and drawn by its own rectangles it shows what the cells show."""

from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.graphics.cells.cells import BOLD, UNDERLINE, Cells
from chairgame.graphics.film.paint import PAPER
from chairgame.graphics.film.svg import HEIGHT, WIDTH, svg_of
from chairgame.graphics.film.tiles import tile_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from tests.graphics.film.films import film
from tests.graphics.film.test_gif import blocks

SPACE = "{http://www.w3.org/2000/svg}"
SCALE = 4  # so that an eighth of a row is a whole number of pixels


def parsed(cells: Cells, title: str = "a chair") -> ElementTree.Element:
    return ElementTree.fromstring(svg_of(cells, title))


def raster(root: ElementTree.Element, rows: int, columns: int) -> np.ndarray:
    """The rectangles, in the file's order, as colours 0xRRGGBB of SCALE pixels a unit."""
    pixels = np.full((rows * HEIGHT * SCALE, columns * WIDTH * SCALE), -1)
    for rect in root.iter(f"{SPACE}rect"):
        x, y, width, height = (round(float(rect.get(name, "0")) * SCALE) for name in ("x", "y", "width", "height"))
        pixels[y : y + height, x : x + width] = int(rect.attrib["fill"][1:], 16)
    return pixels


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000), st.integers(1, 4), st.integers(1, 9))
def test_rectangles_fill_what_the_blocks_fill(seed: int, rows: int, columns: int) -> None:
    cells = blocks(seed, rows, columns, 3)
    pixels = raster(parsed(cells), rows, columns)
    height, width = HEIGHT * SCALE, WIDTH * SCALE
    for row in range(rows):
        for column in range(columns):
            ink = tile_of(chr(cells.glyph[row, column]), height, width) > 0
            wanted = np.where(ink, cells.foreground[row, column], cells.background[row, column])
            here = pixels[row * height : (row + 1) * height, column * width : (column + 1) * width]
            np.testing.assert_array_equal(here, wanted)


@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
def test_a_film_s_picture_stands_alone_and_spells_its_texts(depth: ColourDepth, glyphs: GlyphSet) -> None:
    cells = film(depth, glyphs)[1][-1]
    root = parsed(cells)
    assert root.get("viewBox") == f"0 0 {cells.width * WIDTH} {cells.height * HEIGHT}"
    names = {element.tag.removeprefix(SPACE) for element in root.iter()}
    assert names <= {"svg", "title", "g", "rect", "text", "circle", "path"}
    source = svg_of(cells, "a chair")
    assert "href" not in source
    assert source.count("http") == 1  # the name of the format
    for text in root.iter(f"{SPACE}text"):
        places, letters = text.attrib["x"].split(), text.text or ""
        assert len(places) == len(letters)
        row = round((float(text.attrib["y"]) - 15) / HEIGHT)
        for place, letter in zip(places, letters, strict=True):
            assert chr(cells.glyph[row, int(place) // WIDTH]) == letter


def test_marks_and_titles_cannot_break_the_file() -> None:
    cells = Cells.blank(1, 12)
    cells.put(0, 0, "<&>\"']]>-->\x1b")
    root = parsed(cells, "<b>&\"'")
    assert root.findtext(f"{SPACE}title") == "<b>&\"'"
    assert "".join(text.text or "" for text in root.iter(f"{SPACE}text")) == "<&>\"']]>-->?"


def test_bold_and_underlined_letters_are_so() -> None:
    cells = Cells.blank(1, 3)
    cells.put(0, 0, "a", attributes=BOLD)
    cells.put(0, 2, "b", 0x123456, attributes=UNDERLINE)
    root = parsed(cells)
    bold, plain = root.iter(f"{SPACE}text")
    assert (bold.get("font-weight"), plain.get("font-weight")) == ("bold", None)
    assert (raster(root, 1, 3)[:, 2 * WIDTH * SCALE :] == 0x123456).any()
    assert (raster(root, 1, 3)[:, : WIDTH * SCALE] == PAPER).all()


def test_lines_reach_the_edges_of_their_cells() -> None:
    cells = Cells.blank(1, 2)
    cells.put(0, 0, "──")
    ends = "".join(path.attrib["d"] for path in parsed(cells).iter(f"{SPACE}path"))
    assert "M0 10" in ends
    assert "M20 10" in ends
