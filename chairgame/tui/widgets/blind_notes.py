"""Below the floor of a blind scanner: what it was asked, and what it may not see; in the hiss the knob's volumes."""

from collections.abc import Callable, Hashable

from chairgame.blackbox.blind import BlindSpot
from chairgame.game.naming.kinds import kind_in
from chairgame.game.story.blind import BlindPlay
from chairgame.game.story.blind_words import NAMES
from chairgame.game.story.noisy_run import NoisyRun
from chairgame.game.story.probes import TURN, Scan
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import N_
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

WAY_WORDS = {
    "left": N_("10 cm left"),
    "right": N_("10 cm right"),
    "front": N_("10 cm forward"),
    "rear": N_("10 cm back"),
    "down": N_("10 cm down"),
    "up": N_("10 cm up"),
    TURN: N_("turned by 30°"),
}
SPOTS = tuple(BlindSpot)
ROOMY = 50  # columns from which a scan is told in words
RATE_COLUMNS, CM_COLUMNS = 8, 9


class BlindNotes(CellsWidget):
    """The notes' table."""

    def __init__(self, play: Callable[[], BlindPlay], cursor: Callable[[], int | None], look: Look) -> None:
        super().__init__(id="blind-notes")
        self._play, self._cursor, self.look = play, cursor, look

    def key(self) -> Hashable:
        """Scans and names, what is about to be named; the runs in the hiss and the volume."""
        play, noise = self._play(), self._play().noise
        if noise is not None:
            return self.look, tuple(noise.outcomes), noise.rate, noise.is_over
        case = play.case
        return self.look, play.number, tuple(case.scans), tuple(case.wrong), case.is_closed, self._cursor()

    def paint(self, height: int, width: int) -> Cells:
        """Scans, the newest last, and the six below them."""
        play, look = self._play(), self.look
        if play.noise is not None:
            return self._volumes(height, width, play.noise)
        cells = Cells.blank(height, width, look.theme.text, look.theme.panel)
        spots = self._spots(width)
        room = max(0, height - spots.height)
        for row, scan in enumerate(play.case.scans[-room:] if room else []):
            self._put_scan(cells, row, scan)
        cells.blit(spots, height - spots.height, 0)
        return cells

    def rows_for(self, width: int) -> int:
        """How many rows there is something to write in."""
        play = self._play()
        return len(play.noise.rates) + 2 if play.noise is not None else len(play.case.scans) + self._spots(width).height

    def _put_scan(self, cells: Cells, row: int, scan: Scan) -> None:
        """`leg A1 · 10 cm left    0.61 → 0.61  it saw nothing`."""
        look, _ = self.look, self.look.words
        theme, part = look.theme, self._play().chair.parts[scan.probe.part]
        is_roomy = cells.width >= ROOMY
        name = f"{kind_in(part.kind, _)} {part.label}" if is_roomy else part.label
        number = f"{_.number(scan.before_cm, 2)} → {_.number(scan.after_cm, 2)}"
        told = (_("it saw that") if scan.saw else _("it saw nothing")) if is_roomy else _("moved") if scan.saw else "="
        right = fitted(f"{number}  {told}", cells.width, look.glyphs)
        what = fitted(f"{name} · {_(WAY_WORDS[scan.probe.way])}", cells.width - len(right) - 2, look.glyphs)
        cells.put(row, 1, what, theme.text)
        colour = theme.good if scan.saw else theme.warning
        cells.put(row, cells.width - len(right) - 1, right, colour, attributes=BOLD)

    def _spots(self, width: int) -> Cells:
        """`blind to  nothing [legs] ✗back …`, on as many rows as it takes."""
        look, _ = self.look, self.look.words
        theme, rows, column = look.theme, [0], 0
        words = [self._marked(spot) for spot in SPOTS]
        lead = f"{_('blind to')} "
        places: list[tuple[int, int]] = []
        column = len(lead) + 1
        for text, _colour, _attributes in words:
            if column + len(text) > width and column > 1:
                rows.append(0)
                column = 1
            places.append((len(rows) - 1, column))
            column += len(text)
        cells = Cells.blank(len(rows), width, theme.text, theme.panel)
        cells.put(0, 1, fitted(lead, width, look.glyphs), theme.dim, attributes=quiet(theme))
        for (row, at), (text, colour, attributes) in zip(places, words, strict=True):
            ground = theme.selection if attributes & BOLD and text.startswith("[") else None
            cells.put(row, at, text, colour, ground, attributes)
        return cells

    def _marked(self, spot: BlindSpot) -> tuple[str, int, int]:
        """A name with its mark: chosen, named, struck out; its colour and attributes."""
        play, look = self._play(), self.look
        case, theme = play.case, look.theme
        name = fitted(look.words(NAMES[spot]), 14, look.glyphs)
        cross, tick = ("x", "*") if look.glyphs is GlyphSet.ASCII else ("✗", "✓")
        cursor = self._cursor()
        if case.is_closed and spot is case.course.spot:
            return f" {tick}{name} ", theme.good, BOLD
        if cursor is not None and SPOTS[cursor] is spot:
            return f"[{name}]", theme.bright, BOLD | chosen(theme)
        if spot not in play.left or case.is_closed:
            return f" {cross}{name} ", theme.dim, quiet(theme)
        return f" {name} ", theme.bright, 0

    def _volumes(self, height: int, width: int, noise: NoisyRun) -> Cells:
        """A row for every volume of the knob, the chosen one in brackets, and what came of it."""
        look, _ = self.look, self.look.words
        theme = look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        heads = fitted(_("volume"), RATE_COLUMNS + 1, look.glyphs), fitted(_("in the hiss"), width, look.glyphs)
        cells.put(0, 1, heads[0], theme.dim, attributes=quiet(theme))
        cells.put(0, RATE_COLUMNS + 3, heads[1], theme.dim, attributes=quiet(theme))
        found = {outcome.rate: outcome.distance_cm for outcome in noise.outcomes if not outcome.is_steered}
        steered = min((outcome.distance_cm for outcome in noise.outcomes if outcome.is_steered), default=None)
        for row, rate in enumerate(noise.rates, start=1):
            self._put_volume(cells, row, _.exact(rate), found.get(rate), is_chosen=rate == noise.rate)
        if steered is not None and height > len(noise.rates) + 1:
            self._put_volume(cells, len(noise.rates) + 1, _("turned"), steered, is_chosen=False)
        return cells

    def _put_volume(self, cells: Cells, row: int, name: str, found_cm: float | None, *, is_chosen: bool) -> None:
        look, _, theme = self.look, self.look.words, self.look.theme
        text = f"[{name}]" if is_chosen else f" {name} "
        ground, attributes = (theme.selection, BOLD | chosen(theme)) if is_chosen else (None, 0)
        cells.put(row, 1, fitted(text, RATE_COLUMNS + 2, look.glyphs), theme.bright, ground, attributes)
        if found_cm is None:
            cells.put(row, RATE_COLUMNS + 3, "?", theme.dim, attributes=quiet(theme))
            return
        room = max(0, cells.width - RATE_COLUMNS - 4 - CM_COLUMNS)
        is_enough = found_cm < self._play().setup.enough_cm
        full = "#" if look.glyphs is GlyphSet.ASCII else "█"
        colour = theme.good if is_enough else theme.measure
        end = cells.put(row, RATE_COLUMNS + 3, full * round(room * min(1.0, found_cm / MOST_CM)), colour)
        mark = fitted("✓" if is_enough else "", 1, look.glyphs)
        cells.put(row, end + 1, f"{_.number(found_cm, 1)} cm {mark}", theme.bright, attributes=BOLD)


MOST_CM = 20.0
"""What a bar as long as its room stands for."""
