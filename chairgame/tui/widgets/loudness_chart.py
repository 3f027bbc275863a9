"""The strip that keeps what every volume came to."""

from collections.abc import Hashable
from typing import cast

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.volume_run import VolumePlay
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.loudness_chart import Tried, loudness_chart
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget


class LoudnessChart(CellsWidget):
    """Framed, over the attempt's play."""

    def __init__(self, attempt: Attempt, look: Look) -> None:
        super().__init__(id="loudness")
        self.attempt, self.look = attempt, look

    @property
    def play(self) -> VolumePlay:
        """The play; undo makes another one."""
        return cast(VolumePlay, self.attempt.play)

    def key(self) -> Hashable:
        """What was tried, and where the knob stands."""
        play = self.play
        return self.look, tuple(play.results), play.rate, play.prediction

    def paint(self, height: int, width: int) -> Cells:
        """The chart in its frame."""
        play, look = self.play, self.look
        _ = look.words
        tried: dict[float, Tried] = {}
        for result in play.results:
            if result.rate is not None:
                is_foretold = None if result.predicted is None else result.is_foretold
                tried.setdefault(result.rate, Tried(result.distance_cm, is_foretold))
        chart = loudness_chart(
            max(1, height - 2),
            max(1, width - 2),
            play.rates,
            tried,
            play.rate,
            play.prediction is not None,
            play.learned_cm,
            look.theme,
            look.glyphs,
            lambda cm: _.number(cm, 1) if cm < 10 else _.number(cm, 0),
            lambda rate: _.decimal(f"{rate:g}"),
        )
        return framed(chart, _("volume → cm that were left"), look.theme, look.glyphs, False)
