"""The wiping of a brain, seen: its weights go blank one after the other, in no order, until none is left."""

from collections.abc import Callable, Hashable

import numpy as np

from chairgame.game.story.epochs import EpochsPlay
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.brainwork import FloatArray, layer_arrays
from chairgame.graphics.instruments.heatmap import weights_heatmap
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget


class WipingPanel(CellsWidget):
    """The whole stage, for as long as it takes."""

    def __init__(self, play: Callable[[], EpochsPlay], look: Look) -> None:
        super().__init__(id="wiping")
        self.play, self.look = play, look

    def key(self) -> Hashable:
        """How much is forgotten."""
        return self.look, self.play().run.is_forgetting, self._left()

    def paint(self, height: int, width: int) -> Cells:
        """The heat map, and the count."""
        look, run, _ = self.look, self.play().run, self.look.words
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), look.theme.text, look.theme.panel)
        if run.wiped is not None:
            layers = layer_arrays(run.first.architecture, _blanked(run.wiped, self._left()))
            inner.blit(weights_heatmap(inner.height - 1, inner.width, layers, look.theme, look.glyphs), 0, 0)
            count = _("{n} of {all} weights left", n=self._left(), all=run.wiped.size)
            inner.put(inner.height - 1, 1, fitted(count, inner.width - 2, look.glyphs), look.theme.bright)
        return framed(inner, _("the brain"), look.theme, look.glyphs, True)

    def _left(self) -> int:
        """Weights that are not blank yet."""
        run = self.play().run
        return 0 if run.wiped is None else round(run.wiped.size * (1 - run.forgotten))


def _blanked(weights: FloatArray, left: int) -> FloatArray:
    """All but so many are 0. Always the same go first, so that none comes back."""
    order = np.random.default_rng(0).permutation(weights.size)
    return np.where(order < left, weights, 0.0)
