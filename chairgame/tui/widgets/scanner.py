"""Level 2's widgets: the floor with the promise beside the number, the knobs with their slopes, the notebook and the
chart of promises.
"""

from collections.abc import Callable, Hashable
from typing import cast

from chairgame.game.story.building import BUILD_SECONDS, SCAN_SECONDS
from chairgame.game.story.dials import FARTHEST
from chairgame.game.story.scanner import LEAST_LEAP, Build, ScannerPlay
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.knobs import Knob, knobs_board
from chairgame.graphics.instruments.straight_line import promise_chart, promise_track
from chairgame.text.catalogue import Catalogue
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.dials import DialsFloor

STEEPEST = 2.5  # cm per click: a full bar
CHART_ROWS = 14  # from so many on the chart has room below the notebook


class ScannerFloor(DialsFloor):
    """The number, and what the straight line promises: while dials are turned, and in the race after a leap."""

    below = 2

    @property
    def play(self) -> ScannerPlay:
        """The play; undo makes another one."""
        return cast(ScannerPlay, self.dials())

    def key(self) -> Hashable:
        """The promise as well."""
        return super().key(), self.play.clicks, self.play.elapsed if self.play.is_moving else None

    def shown_cm(self) -> float | None:
        """The number runs from the one before to the measured one."""
        play, share = self.play, self._share()
        if share == 0 or len(play.notebook) == 1:
            return None if play.is_moving else play.distance_cm
        before = play.notebook[-2].distance_cm
        return before + share * (play.notebook[-1].distance_cm - before)

    def put_below(self, inner: Cells, top: int, left: int) -> None:
        """`straight on: 50.5 → 15.6`, and the scale."""
        play = self.play
        last = play.notebook[-1]
        if not play.is_moving and len(play.turned) >= LEAST_LEAP:
            unknown = bool(play.line.unknown(play.clicks))
            self._put_promise(inner, top, left, play.line.promise(play.clicks), unknown=unknown)
            self._put_track(inner, play.line.promise(play.clicks), None)
        elif last.is_leap and last.promised_cm is not None and self._share() > 0:
            foot, share = play.line.place_cm, self._share()
            promised, measured = (foot + share * (cm - foot) for cm in (last.promised_cm, last.distance_cm))
            self._put_promise(inner, top, left, last.promised_cm)
            self._put_track(inner, promised, measured)

    def _share(self) -> float:
        """How far the two numbers have run: 0 before the scan, 1 when the number may be read."""
        play = self.play
        if self.look.reduced_motion or not play.is_moving:
            return float(play.is_scanned)
        return min(1.0, max(0.0, (play.elapsed - BUILD_SECONDS) / (SCAN_SECONDS / 2)))

    def _put_promise(self, inner: Cells, top: int, left: int, promised: float, *, unknown: bool = False) -> None:
        look, _ = self.look, self.look.words
        room = max(0, inner.width - left)
        promise = f"→ {signed_cm(promised, _)}{' + ?' if unknown else ''}"
        numbers = f"{_.number(self.play.line.place_cm, 1)} {promise}"
        numbers = numbers if len(numbers) <= room else promise
        inner.put(top, left, fitted(_("straight on"), room, look.glyphs), look.theme.dim, attributes=quiet(look.theme))
        inner.put(top + 1, left, fitted(numbers, room, look.glyphs), look.theme.focus, attributes=BOLD)

    def _put_track(self, inner: Cells, promised: float, measured: float | None) -> None:
        look, play = self.look, self.play
        start = max(play.notebook[0].distance_cm, measured or 0.0)
        note = look.words("the hill bends")
        track = promise_track(inner.width - 2, start, promised, measured, note, look.theme, look.glyphs)
        inner.blit(track, inner.height - 2, 1)


class SlopesPanel(CellsWidget):
    """Eight knobs with their slopes; below them the notebook, or the chart where the notebook is elsewhere."""

    def __init__(self, play: Callable[[], ScannerPlay], selected: Callable[[], int], look: Look) -> None:
        super().__init__(id="knobs")
        self.play, self.selected, self.look = play, selected, look

    def key(self) -> Hashable:
        """The dials, the builds that may be read, the selection."""
        play = self.play()
        return self.look, id(play), play.standing, play.clicks, play.count, play.is_scanned, self.selected()

    def paint(self, height: int, width: int) -> Cells:
        """Framed."""
        look, play = self.look, self.play()
        knobs = [self._knob(dial) for dial in range(len(play.clicks))]
        inner = knobs_board(max(1, height - 2), max(1, width - 2), knobs, self.selected(), look.theme, look.glyphs)
        return framed(inner, look.words("cm per click"), look.theme, look.glyphs, True)

    def _knob(self, dial: int) -> Knob:
        play, _ = self.play(), self.look.words
        clicks, slope = play.standing[dial], play.line.slopes.get(dial)
        if slope is None or (not play.is_scanned and not play.notebook[-1].is_leap and play.notebook[-1].turns[dial]):
            figure, slope = "?", 0.0
        else:
            figure = signed_cm(slope, _, plus=True)
        return Knob(
            position=clicks / FARTHEST,
            written=f"{clicks:+d}".replace("-", "−") if clicks else "0",
            is_turned=play.is_scanned and play.turns[dial] != 0,
            figure=figure,
            way=slope,
            bar=abs(slope) / STEEPEST,
        )


class BuildsPanel(CellsWidget):
    """The notebook of builds; where there is more room the chart of promises."""

    def __init__(self, play: Callable[[], ScannerPlay], look: Look) -> None:
        super().__init__(id="builds")
        self.play, self.look = play, look

    def key(self) -> Hashable:
        """The builds that may be read."""
        play = self.play()
        return self.look, id(play), play.count, play.is_scanned

    def paint(self, height: int, width: int) -> Cells:
        """Framed."""
        look, play = self.look, self.play()
        _, known = look.words, known_builds(play)
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), look.theme.text, look.theme.panel)
        if height >= CHART_ROWS:
            leaps = [(leap.promised_cm, leap.distance_cm) for leap in known if leap.promised_cm is not None]
            start = play.notebook[0].distance_cm
            inner.blit(promise_chart(inner.height, inner.width, leaps, start, look.theme, look.glyphs, _), 0, 0)
            return framed(inner, _("leaps"), look.theme, look.glyphs, False)
        lines = build_lines(known, _)
        best = min(known, key=lambda build: build.distance_cm)
        first = max(0, len(lines) - inner.height)
        for row, (line, build) in enumerate(zip(lines[first:], known[first:], strict=True)):
            is_best = build is best
            colour = look.theme.good if is_best else look.theme.text
            attributes = BOLD if is_best else quiet(look.theme) * (not build.is_leap)
            inner.put(row, 0, fitted(line, inner.width, look.glyphs), colour, attributes=attributes)
        return framed(inner, _("builds"), look.theme, look.glyphs, False)


def known_builds(play: ScannerPlay) -> list[Build]:
    """Those whose number may be read."""
    return play.notebook if play.is_scanned else play.notebook[:-1]


def build_lines(builds: list[Build], words: Catalogue) -> list[str]:
    """`3  dial 5: +2   46.7`: the build, what was turned for it, its number."""
    return [
        f"{number:>2} {_what(build, words):<11}{words.number(build.distance_cm, 1):>5}"
        for number, build in enumerate(builds)
    ]


def _what(build: Build, words: Catalogue) -> str:
    if not build.turned:
        return words("as given")
    if build.is_leap:
        return words("leap ({n})", n=len(build.turned))
    (dial,) = build.turned
    clicks = f"{build.turns[dial]:+d}".replace("-", "−")
    return words("dial {dial}: {clicks}", dial=dial + 1, clicks=clicks)


def signed_cm(cm: float, words: Catalogue, *, plus: bool = False) -> str:
    """With one decimal and a true minus."""
    return words.decimal(f"{cm:+.1f}" if plus else f"{cm:.1f}").replace("-", "−")
