"""The strip that keeps what was heard of every volume."""

from collections.abc import Hashable

from chairgame.game.story.attempt import Attempt
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.loudness_chart import Heard, Wording, loudness_chart
from chairgame.text.catalogue import Catalogue
from chairgame.tui.look import Look
from chairgame.tui.widgets.over_run import OverRun

ONE_DIGIT_BELOW = 9.95  # cm: what is more is told in whole ones
LARGEST_CM = 999.0
"""What is farther off is no number for people any more, but smoke."""


class LoudnessChart(OverRun):
    """Framed, over the attempt's play."""

    def __init__(self, attempt: Attempt, look: Look) -> None:
        super().__init__("loudness", attempt, look)

    def key(self) -> Hashable:
        """What was heard of the brain of now, and where the knob stands."""
        play = self.play
        return self.look, play.brain, len(play.hearings), play.rate, play.is_asking, self._beginning(play.rate)

    def paint(self, height: int, width: int) -> Cells:
        """The chart in its frame."""
        play, look = self.play, self.look
        _ = look.words
        chart = loudness_chart(
            max(1, height - 2),
            max(1, width - 2),
            play.rates,
            self._heard(),
            play.rate,
            play.setup.asked,
            play.learned_cm,
            look.theme,
            look.glyphs,
            _wording(_),
        )
        title = _("volume → first {n} rebuilds, cm at the end", n=play.setup.asked)
        return framed(chart, title, look.theme, look.glyphs, False)

    def _beginning(self, rate: float) -> tuple[float, ...]:
        """How a run began, as far as it has been measured."""
        play = self.play
        beginning = play.beginnings.get((play.brain, rate), ())
        is_building = rate == play.rate and play.running and not play.session.player.is_measured
        return beginning[: play.epoch] if is_building and len(beginning) == play.epoch + 1 else beginning

    def _heard(self) -> dict[float, Heard]:
        """Of each volume that the brain of now was heard at."""
        play = self.play
        heard = {
            rate: Heard(self._beginning(rate), is_asking=play.is_asking and rate == play.rate)
            for rate in play.rates
            if len(self._beginning(rate)) > 1
        }
        for hearing in play.hearings:
            known = heard.get(hearing.rate) if hearing.rate and hearing.brain == play.brain else None
            if hearing.rate is not None and known is not None and not known.is_over:
                is_right = None if hearing.reading is None else hearing.is_right
                heard[hearing.rate] = Heard(known.beginning, True, hearing.distance_cm, is_right)
        return heard


def cm_in_words(distance_cm: float | None, _: Catalogue) -> str:
    """A distance without its unit, or smoke."""
    if distance_cm is None or distance_cm > LARGEST_CM:
        return _("smoke")
    return _.number(distance_cm, 1)


def _wording(_: Catalogue) -> Wording:
    def figure(cm: float) -> str:
        return _.number(cm, 1 if cm < ONE_DIGIT_BELOW else 0)

    return Wording(figure, lambda rate: _.decimal(f"{rate:g}".lstrip("0")), _("smoke"))
