"""Cells as an SVG that stands alone: areas as rectangles, lines as paths, letters as text placed cell by cell.

Only letters need a font, and any of one width will do: each has a place of its own. No script, no link, no style sheet.
"""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.signs import WIDE, as_text
from chairgame.graphics.film.paint import PAPER, Painted, painted
from chairgame.graphics.film.pen import dots_of, pen_of, strokes_of
from chairgame.graphics.film.tiles import SHADES, areas_of, is_tile
from chairgame.text.clean import clean

WIDTH, HEIGHT = 10, 20
"""Units of a cell."""
BASELINE = 15
FONT = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def svg_of(cells: Cells, title: str) -> str:
    """The whole file; `title` is what a screen reader says."""
    picture = painted(cells)
    width, height = cells.width * WIDTH, cells.height * HEIGHT
    body = [line for row in range(cells.height) for line in _row(picture, row)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
            f' role="img" font-family="{escape(FONT)}" font-size="16">',
            "<!-- made by chairgame -->",
            f"<title>{escape(clean(title))}</title>",
            f'<rect width="{width}" height="{height}" fill="{_hex(PAPER)}"/>',
            '<g shape-rendering="crispEdges">',
            *(line for line in body if line.startswith("<rect")),
            "</g>",
            *(line for line in body if not line.startswith("<rect")),
            "</svg>",
            "",
        ]
    )


def _row(picture: Painted, row: int) -> Iterator[str]:
    """A row's elements: papers, then what is on them."""
    columns = range(picture.glyph.shape[1])
    for paper, run in groupby(columns, key=lambda column: int(picture.paper[row, column])):
        cells = list(run)
        if paper != PAPER:
            yield _rect((cells[0] * WIDTH, row * HEIGHT, len(cells) * WIDTH, HEIGHT), paper)
    for (kind, ink, bold, _alone), run in groupby(columns, key=lambda column: _look(picture, row, column)):
        characters = [(column, as_text(chr(picture.glyph[row, column]))) for column in run]
        if kind == "letter":
            yield _text(characters, row, ink, bold)
        elif kind == "tile":
            yield from _tiles(characters, row, ink)
        else:
            yield from _signs(characters, row, ink)
    for column in columns:
        if picture.underlined[row, column]:
            yield _rect((column * WIDTH, row * HEIGHT + HEIGHT - 2, WIDTH, 1), int(picture.ink[row, column]))


def _look(picture: Painted, row: int, column: int) -> tuple[str, int, bool, int]:
    """What neighbours must share to be drawn in one go. A sign of several code points is drawn alone."""
    glyph = int(picture.glyph[row, column])
    alone = column if glyph >= WIDE else -1
    return _kind(chr(glyph)), int(picture.ink[row, column]), bool(picture.bold[row, column]), alone


def _kind(character: str) -> str:
    """How a character is drawn: letters and what a keyboard has from a font, all else by its shape."""
    if is_tile(character):
        return "tile"
    has_shape = strokes_of(character) is not None or dots_of(character) is not None
    is_sign = has_shape and not character.isascii() and not character.isalpha()
    return "sign" if is_sign else "letter"


def _tiles(characters: list[tuple[int, str]], row: int, ink: int) -> Iterator[str]:
    """Areas; equal neighbours that reach from edge to edge as one."""
    for character, run in groupby(characters, key=lambda placed: placed[1]):
        columns = [column for column, _ in run]
        for left, top, right, bottom in areas_of(character):
            y, height = row * HEIGHT + top * HEIGHT, (bottom - top) * HEIGHT
            starts, count = (columns[:1], len(columns)) if right - left == 1 else (columns, 1)
            for column in starts:
                box = ((column + left) * WIDTH, y, (right - left) * WIDTH * count, height)
                yield _rect(box, ink, SHADES.get(character, 1.0))


def _signs(characters: list[tuple[int, str]], row: int, ink: int) -> Iterator[str]:
    """Dots and lines in the shapes that a film's pixels have as well."""
    for column, character in characters:
        for x, y, radius in dots_of(character) or ():
            place = f'cx="{_number((column + x) * WIDTH)}" cy="{_number((row + y) * HEIGHT)}"'
            yield f'<circle {place} r="{_number(radius * WIDTH)}" fill="{_hex(ink)}"/>'
        strokes = strokes_of(character) or ()
        ways = (
            "L".join(f"{_number((column + x) * WIDTH)} {_number((row + y) * HEIGHT)}" for x, y in s) for s in strokes
        )
        if path := "".join(f"M{way}" for way in ways):
            pen = _number(2 * pen_of(character, bold=False) * WIDTH)
            yield f'<path d="{path}" fill="none" stroke="{_hex(ink)}" stroke-width="{pen}" stroke-linecap="round"/>'


def _text(characters: list[tuple[int, str]], row: int, ink: int, bold: bool) -> str:
    places = " ".join(str(column * WIDTH) for column, _ in characters)
    text = escape(clean("".join(character for _, character in characters)))
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{places}" y="{row * HEIGHT + BASELINE}" fill="{_hex(ink)}"{weight}>{text}</text>'


def _rect(box: tuple[float, float, float, float], colour: int, opacity: float = 1.0) -> str:
    x, y, width, height = map(_number, box)
    faint = f' fill-opacity="{_number(opacity)}"' if opacity < 1 else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{_hex(colour)}"{faint}/>'


def _hex(colour: int) -> str:
    return f"#{colour:06x}"


def _number(value: float) -> str:
    return f"{round(value, 2):g}"
