"""The black box's panel: the distance, the loss curve on a log scale, and the worst parts as bars."""

from collections.abc import Hashable

from chairgame.game.naming.kinds import kind_in
from chairgame.game.session.beats import Phase
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.bars import BarRow, direction_glyph, part_bars
from chairgame.graphics.instruments.brainwork import FloatArray
from chairgame.graphics.instruments.phases import phase_colours
from chairgame.graphics.instruments.plots import loss_curve
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.timeline import horizon_of
from chairgame.tui.widgets.viewport import Viewport

FULL_BAR_CM = 10.0  # what a full bar stands for at least: a hair's breadth must not look like a disaster
NARROW = 30  # columns: below this there is room for figures and three bars, not for a curve


class BlackBoxPanel(CellsWidget):
    """What the scanner reads. Needs the viewport's camera: the arrows point as they do on the floor."""

    focused = False

    def __init__(self, session: GameSession, look: Look, viewport: Viewport) -> None:
        super().__init__(id="black-box")
        self.session, self.look, self.viewport = session, look, viewport

    def key(self) -> Hashable:
        """The epoch, how far the scanner is, the hand, the selection."""
        session, moment = self.session, self.session.player.moment
        scanned = self._scanned()
        return (
            self.look,
            self.focused,
            session.rebuild.measurement,
            session.hand.held,
            session.hand.selected,
            scanned,
            session.player.is_measured,
            session.scanner.next_distance_cm if moment.phase is Phase.ADJUST else None,
            len(session.peeks.written),
            len(session.workshop.bench.branches),
            len(session.history.rows),
            self.viewport.camera.azimuth,
            self.viewport.camera.elevation,
        )

    def paint(self, height: int, width: int) -> Cells:
        """Framed: figures, curve, bars."""
        look, _ = self.look, self.look.words
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), look.theme.text, look.theme.panel)
        row = self._put_figures(inner)
        rest = inner.height - row
        if inner.width >= NARROW and rest >= 8:
            curve = max(4, rest // 2)
            inner.blit(self._curve(curve, inner.width), row, 0)
            row += curve
        inner.blit(self._bars(inner.height - row, inner.width), row, 0)
        title = (
            _("black box, open")
            if self.session.scanner.box_is_open and self.session.player.is_measured
            else _("black box")
        )
        if peeks := len(self.session.peeks.written):
            title += " · " + _.plural("{n} peek", "{n} peeks", peeks)
        return framed(inner, title, look.theme, look.glyphs, self.focused)

    def _scanned(self) -> int:
        """How many parts the scanner has read; all of them after its phase."""
        moment, count = self.session.player.moment, len(self.session.chair.parts)
        if moment.phase is Phase.MEASURE:
            return int(moment.progress * count + 1e-4)
        return 0 if moment.phase is Phase.BUILD else count

    def _put_figures(self, cells: Cells) -> int:
        """The distance and its companions; returns the row below."""
        look, session = self.look, self.session
        theme, _ = look.theme, look.words
        distance = self._distance_text()
        best = _("best {distance}", distance=_cm(session.scanner.best_cm, look))
        epoch = _("epoch {epoch}", epoch=session.epoch)
        large = big_text(distance.removesuffix(" cm"), theme.measure, theme, look.glyphs)
        if (look.big or cells.height >= 24) and large.width < cells.width:
            return self._put_large_figures(cells, large, best, epoch)
        colour = phase_colours(theme)[Phase.MEASURE]
        end = cells.put(0, 0, fitted(distance, cells.width, look.glyphs), colour, attributes=BOLD)
        companions = f"{epoch}   {best}"
        if end + 3 + len(companions) <= cells.width:
            cells.put(0, cells.width - len(companions), companions, theme.dim, attributes=quiet(theme))
            return 1
        cells.put(1, 0, fitted(epoch + " · " + best, cells.width, look.glyphs), theme.dim, attributes=quiet(theme))
        return 2

    def _put_large_figures(self, cells: Cells, left: Cells, best: str, epoch: str) -> int:
        """The distance, and where there is room the epoch, in digits that the last row of a room can read."""
        theme, glyphs = self.look.theme, self.look.glyphs
        right = big_text(str(self.session.epoch), theme.text, theme, glyphs)
        cells.blit(left, 0, 1)
        has_room = left.width + right.width + 4 <= cells.width
        if has_room:
            cells.blit(right, 0, cells.width - right.width - 1)
        beside = best if has_room else f"{epoch}   {best}"
        cells.put(left.height, 1, fitted(beside, cells.width - 1, glyphs), theme.text)
        if has_room:
            name = fitted(epoch, 24, glyphs)
            cells.put(left.height, cells.width - len(name) - 1, name, theme.text)
        return left.height + 1

    def _distance_text(self) -> str:
        """The distance; in the last phase also what it becomes, while a part is held what the hand makes of it."""
        session, look = self.session, self.look
        if self._scanned() < len(session.chair.parts):
            return "… cm"
        now = _cm(session.row.distance_cm, look)
        if session.hand.held is not None:
            return f"{now} → {_cm(session.hand.measurement.distance_cm, look)} cm"
        if session.player.moment.phase is Phase.ADJUST and session.scanner.next_distance_cm is not None:
            return f"{now} → {_cm(session.scanner.next_distance_cm, look)} cm"
        return f"{now} cm"

    def _curve(self, height: int, width: int) -> Cells:
        session, look = self.session, self.look
        series = [session.scanner.distances_of(session.workshop.bench.current)]
        if self._scanned() == 0 and session.epoch == session.newest:
            series[0] = series[0][:-1]  # not yet measured, so not yet known
        if session.workshop.bench.other is not None:
            series.append(
                session.scanner.distances_of(session.workshop.bench.branches.index(session.workshop.bench.other))
            )
        newest = max(len(line) for line in series)
        return loss_curve(
            height,
            width,
            series,
            session.epoch,
            look.theme,
            look.glyphs,
            horizon=horizon_of(newest),
            format=look.words.tick,
        )

    def _bars(self, height: int, width: int) -> Cells:
        session, look = self.session, self.look
        measurement, scanned = session.hand.measurement, self._scanned()
        rows = [
            BarRow(
                label=_label(session, part, look, narrow=width < NARROW),
                value_cm=float(measurement.part_distances_cm[part]),
                direction_glyph=self._arrow(measurement.signals_cm[part]) if scanned > part else " ",
                selected=part == session.hand.selected,
                known=scanned > part,
            )
            for part in self._order(scanned)
        ]
        maximum = max((row.value_cm for row in rows if row.value_cm < 1e4), default=FULL_BAR_CM)
        maximum = max(maximum, FULL_BAR_CM)
        return part_bars(
            height, width, rows, maximum, look.theme, look.glyphs, format=lambda value: look.words.number(value, 1)
        )

    def _order(self, scanned: int) -> list[int]:
        """The parts that have been scanned, the worst first; the others as they lie in the box, which tells nothing."""
        worst = [part for part in self.session.rebuild.worst_parts() if part < scanned]
        return worst + list(range(scanned, len(self.session.chair.parts)))

    def _arrow(self, signal: FloatArray) -> str:
        right, up, depth = self.viewport.camera.axes @ signal
        return direction_glyph((float(right), float(up)), float(depth), self.look.glyphs)


def _label(session: GameSession, part: int, look: Look, *, narrow: bool) -> str:
    """The kind and the label, unless the kind says it already; the label first where the end may be cut off."""
    whole = session.chair.parts[part]
    kind = kind_in(whole.kind, look.words)
    if kind.lower() == whole.label.lower():
        return whole.label
    return f"{whole.label} {kind}" if narrow else f"{kind} {whole.label}"


def _cm(distance: float | None, look: Look) -> str:
    """One decimal; a number without meaning is a dash, one beyond 100 m is said in metres."""
    if distance is None:
        return "—" if look.glyphs.value != "ascii" else "-"
    return look.words.number(distance, 1) if distance < 1e5 else ">" + look.words.number(1e5, 0)
