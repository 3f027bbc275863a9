"""Level 3's widgets: the headphones on one scale for the whole level, the knobs with their ticks, and the brain."""

from collections.abc import Callable, Hashable
from typing import cast

import numpy as np

from chairgame.chair.parts import FloatArray
from chairgame.game.story.dials import CLICK, FARTHEST
from chairgame.game.story.headphones import BY_HAND, HeadphonesPlay
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.brainwork import layer_arrays
from chairgame.graphics.instruments.headphones import headphones
from chairgame.graphics.instruments.heatmap import weights_heatmap
from chairgame.graphics.instruments.knobs import Knob, knobs_board
from chairgame.text.catalogue import Catalogue
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.dials import DialsFloor

QUIETEST, LOUDEST = 0.03, 10.0  # clicks at volume 1: the ends of the bars' scale, the same for the whole level
TALLEST = 6  # rows of headphones
REPEATS = 2  # columns of a signal's bar
_NEXT_TO_NOTHING = 1e-9  # clicks


def loudness(signals: FloatArray) -> FloatArray:
    """0 to 1 on the level's logarithmic scale; shape as given."""
    steps = np.log(np.maximum(np.abs(signals), QUIETEST) / QUIETEST) / np.log(LOUDEST / QUIETEST)
    return np.asarray(np.minimum(1.0, steps))


class SignalsFloor(DialsFloor):
    """Beside the number the step, the volume, and how loud it still is."""

    @property
    def play(self) -> HeadphonesPlay:
        """The play; undo makes another one."""
        return cast(HeadphonesPlay, self.dials())

    def key(self) -> Hashable:
        """The volume, and whether the knobs still turn."""
        return super().key(), self.play.loudness, self.play.is_turning

    def shown_cm(self) -> float | None:
        """While the knobs turn, still what stands there."""
        play = self.play
        return play.steps[-2].distance_cm if play.is_turning else super().shown_cm()

    def put_below(self, inner: Cells, top: int, left: int) -> None:
        """Two lines beside the digits."""
        look, play = self.look, self.play
        _ = look.words
        room = max(0, inner.width - left)
        step = fitted(_("step {n}/{most}", n=play.count, most=play.most), room, look.glyphs)
        inner.put(top, left, step, look.theme.text)
        volume = fitted(_("volume {rate}", rate=_.exact(play.volume)), room, look.glyphs)
        inner.put(top + 1, left, volume, look.theme.listen)


class SignalsPanel(CellsWidget):
    """The headphones: a bar for each dial's signal, always on the same scale, so that one sees them shrink."""

    def __init__(self, play: Callable[[], HeadphonesPlay], look: Look) -> None:
        super().__init__(id="signals")
        self.play, self.look = play, look

    def key(self) -> Hashable:
        """The signals as far as they may be heard."""
        play = self.play()
        return self.look, id(play), play.count, play.is_scanned, play.hand_steps

    def paint(self, height: int, width: int) -> Cells:
        """Framed: the cable with the headphones on it, and how loud they are of what they were."""
        look, play = self.look, self.play()
        _, theme = look.words, look.theme
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        heard = loudness(play.signals) if play.is_scanned else np.zeros(len(play.signals))
        lines = [_("signals {percent} %", percent=round(play.percent) if play.is_scanned else "–")]
        if play.hand_steps < BY_HAND:
            lines.append(_("by hand: {n} of 2", n=play.hand_steps))
        rows = max(1, min(TALLEST, inner.height - len(lines) - 1))
        bars = np.repeat(heard, REPEATS)
        inner.blit(headphones(rows, inner.width, bars, "", None, theme, look.glyphs, peak=1.0), 0, 0)
        numbers = "".join(f"{dial + 1:<{REPEATS}}" for dial in range(len(heard)))
        inner.put(rows, (inner.width - len(numbers)) // 2, numbers, theme.dim, attributes=quiet(theme))
        for row, line in enumerate(lines, start=rows + 1):
            colour = theme.listen if row == rows + 1 else theme.text
            inner.put(row, 0, fitted(line, inner.width, look.glyphs), colour)
        return framed(inner, _("headphones"), theme, look.glyphs, False)


class TicksPanel(CellsWidget):
    """Eight knobs: where each stands, and the tick where its signal wants it at this volume."""

    def __init__(self, play: Callable[[], HeadphonesPlay], selected: Callable[[], int], look: Look) -> None:
        super().__init__(id="knobs")
        self.play, self.selected, self.look = play, selected, look

    def key(self) -> Hashable:
        """Where the knobs are seen, the signals, the selection."""
        play = self.play()
        positions = tuple(np.round(self._positions(), 2))
        return self.look, id(play), positions, play.count, play.is_scanned, play.loudness, self.selected()

    def paint(self, height: int, width: int) -> Cells:
        """Framed."""
        look, play = self.look, self.play()
        positions = self._positions()
        knobs = [self._knob(dial, positions[dial]) for dial in range(len(play.clicks))]
        inner = knobs_board(max(1, height - 2), max(1, width - 2), knobs, self.selected(), look.theme, look.glyphs)
        return framed(inner, look.words("dials"), look.theme, look.glyphs, True)

    def _positions(self) -> FloatArray:
        """Without motion the knobs are at once where they turn to."""
        play = self.play()
        return play.steps[-1].positions if play.is_turning and self.look.reduced_motion else play.positions

    def _knob(self, dial: int, position: float) -> Knob:
        """Until a build is scanned, what turned it stands beside it; then what its signal asks for."""
        play, _ = self.play(), self.look.words
        if play.is_scanned:
            wanted = float(play.volume * play.signals[dial])
            bar = float(loudness(play.signals)[dial])
        else:
            wanted, bar = float(play.last_turns[dial]), 0.0
        return Knob(
            position=position / FARTHEST,
            written=_written(position, _),
            is_turned=play.turns[dial] != 0,
            tick=(position + wanted if play.is_scanned else position) / FARTHEST,
            figure=_.decimal(f"{abs(wanted):.1f}"),
            way=wanted,
            bar=bar,
        )


def _written(position: float, words: Catalogue) -> str:
    """In clicks: whole ones as they are, else with one decimal."""
    text = f"{position:+.0f}" if abs(position - round(position)) < _NEXT_TO_NOTHING else f"{position:+.1f}"
    return words.decimal(text).replace("-", "−") if float(text) else "0"


class BrainMap(CellsWidget):
    """The brain's weights, and which of them the last step changed most: that is what stays of a chair."""

    def __init__(self, play: Callable[[], HeadphonesPlay], look: Look) -> None:
        super().__init__(id="brain")
        self.play, self.look = play, look

    def key(self) -> Hashable:
        """The last step."""
        play = self.play()
        return self.look, id(play), play.count, play.is_turning

    def paint(self, height: int, width: int) -> Cells:
        """Framed; what changed most shines."""
        look, play = self.look, self.play()
        architecture = play.brain.trainer.architecture
        now = layer_arrays(architecture, play.brain.at(CLICK * play.steps[-1].positions))
        changes = None
        if play.count:
            before = play.brain.at(CLICK * play.steps[-2].positions)
            after = play.brain.at(CLICK * play.steps[-1].positions)
            changes = layer_arrays(architecture, after - before)
        inner = weights_heatmap(max(1, height - 2), max(1, width - 2), now, look.theme, look.glyphs, changes=changes)
        count = look.words.plural("brain · {n} weight", "brain · {n} weights", architecture.parameter_count)
        return framed(inner, count, look.theme, look.glyphs, False)
