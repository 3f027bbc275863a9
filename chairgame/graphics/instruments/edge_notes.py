"""Words at the edges of a picture for what is beyond them: `▲ 84 cm away`. Knows no parts and no camera."""

from collections.abc import Sequence

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.picture.outside import Edge, Outside
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import Catalogue

_SIGNS = {Edge.LEFT: "◀", Edge.RIGHT: "▶", Edge.TOP: "▲", Edge.BOTTOM: "▼"}
_IN_ASCII = {Edge.LEFT: "<", Edge.RIGHT: ">", Edge.TOP: "^", Edge.BOTTOM: "v"}
METRES_FROM, KILOMETRES_FROM, NOWHERE_FROM = 200.0, 100_000.0, 1e9  # cm


def put_edge_notes(cells: Cells, notes: Sequence[Outside], theme: Theme, glyphs: GlyphSet, words: Catalogue) -> None:
    """One note at each edge where something is missing, at the place nearest to it."""
    for note in notes:
        text = _text(note, glyphs, words)
        column = min(max(0, note.column - len(text) // 2), max(0, cells.width - len(text)))
        cells.put(note.row, column, fitted(text, cells.width, glyphs), theme.warning, attributes=BOLD)


def _text(note: Outside, glyphs: GlyphSet, words: Catalogue) -> str:
    sign = (_IN_ASCII if glyphs is GlyphSet.ASCII else _SIGNS)[note.edge]
    away = _away(note.away_cm, words)
    return f"{away} {sign}" if note.edge is Edge.RIGHT else f"{sign} {away}"


def _away(cm: float, words: Catalogue) -> str:
    """A number that somebody can imagine, or none."""
    if cm < METRES_FROM:
        return words("{cm} cm away", cm=words.number(cm, 0))
    if cm < KILOMETRES_FROM:
        return words("{m} m away", m=words.number(cm / 100, 0))
    if cm < NOWHERE_FROM:
        return words("{km} km away", km=words.number(cm / 100_000, 0))
    return words("out of sight for good")
