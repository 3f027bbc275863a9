"""The box beside a run: how far off it is, its beginning as bars, the question, and the brain it is about."""

from collections.abc import Hashable

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.hearings import BURN, CRAWL, LEARN
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.brainwork import layer_arrays
from chairgame.graphics.instruments.curve_bars import put_bars
from chairgame.graphics.instruments.heatmap import weights_heatmap
from chairgame.graphics.instruments.smoke import put_smoke
from chairgame.text.catalogue import N_
from chairgame.tui.look import Look
from chairgame.tui.widgets.loudness_chart import LARGEST_CM, cm_in_words
from chairgame.tui.widgets.over_run import OverRun

ANSWERS = {CRAWL: N_("1 it crawls"), LEARN: N_("2 it learns"), BURN: N_("3 it burns out")}
DIGITS, TALL, LEAST_CURVE, TALL_CURVE, LEAST_BRAIN = 3, 16, 2, 5, 3  # rows


class RunBox(OverRun):
    """Framed, over the attempt's play. In a low one the brain has room only once it burns."""

    def __init__(self, attempt: Attempt, look: Look) -> None:
        super().__init__("run-box", attempt, look)

    def key(self) -> Hashable:
        """The rebuild, whether it has been measured, what is asked and answered."""
        play = self.play
        seen = play.course, play.epoch, play.session.player.is_measured
        return self.look, seen, play.is_asking, play.reading, play.is_over_now

    def paint(self, height: int, width: int) -> Cells:
        """Figures above, then the curve, then the question or the brain."""
        look, _ = self.look, self.look.words
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), look.theme.text, look.theme.panel)
        self._put_distance(inner)
        _rebuild = _("rebuild {n} of {all}", n=self.play.epoch, all=self.play.epochs)
        inner.put(DIGITS, 0, fitted(_rebuild, inner.width, look.glyphs), look.theme.dim, attributes=quiet(look.theme))
        row, bottom = DIGITS + 1, inner.height
        if self.play.is_asking or self.play.is_settled:
            bottom = self._put_answers(inner)
        is_tall = inner.height >= TALL
        has_curve = self.play.epoch > 0 and not self.play.is_steered and (is_tall or not self.play.is_burned)
        if has_curve:
            rows = min(TALL_CURVE, bottom - row)
            self._put_curve(inner, range(row, row + rows))
            row += rows + 1
        if bottom - row >= LEAST_BRAIN:
            inner.blit(self._brain(bottom - row - is_tall, inner.width), row, 0)
        return framed(inner, _("black box"), look.theme, look.glyphs, False)

    def _put_distance(self, cells: Cells) -> None:
        """Large digits; smoke in letters."""
        play, look, _ = self.play, self.look, self.look.words
        if not play.session.player.is_measured:
            cells.put(1, 0, "… cm" if look.glyphs.value != "ascii" else "~ cm", look.theme.dim)
            return
        distance = play.course.distance_cm(play.epoch)
        words = cm_in_words(distance, _)
        if distance is None or distance > LARGEST_CM:
            cells.put(1, 0, fitted(words.upper(), cells.width, look.glyphs), look.theme.warning, attributes=BOLD)
            return
        digits = big_text(words, look.theme.measure, look.theme, look.glyphs)
        cells.blit(digits, 0, 0)
        cells.put(2, digits.width + 1, "cm", look.theme.measure)

    def _put_curve(self, cells: Cells, rows: range) -> None:
        """The first rebuilds, each a bar, as high as in the chart."""
        play, look = self.play, self.look
        beginning = play.beginnings.get((play.brain, play.rate), ())
        if len(rows) < LEAST_CURVE:
            return
        known = play.epoch + play.session.player.is_measured
        bar = max(1, cells.width // play.setup.asked)
        put_bars(
            cells, 0, rows, beginning[1:known], look.theme.measure, look.glyphs, bar=max(1, bar - 1), gap=int(bar > 1)
        )

    def _put_answers(self, cells: Cells) -> int:
        """The three of them, the chosen one marked; returns the row above."""
        play, look, _ = self.play, self.look, self.look.words
        top = max(0, cells.height - len(ANSWERS))
        for row, (outcome, answer) in enumerate(ANSWERS.items(), start=top):
            is_chosen, words = play.reading == outcome, _(answer)
            text = fitted(f"[{words}]" if is_chosen else f" {words}", cells.width, look.glyphs)
            is_open = play.reading is None or is_chosen
            colour, attributes = (look.theme.focus, BOLD) if is_open else (look.theme.dim, quiet(look.theme))
            cells.put(row, 0, text, colour, attributes=attributes)
        return top

    def _brain(self, height: int, width: int) -> Cells:
        """All weights; through smoke, once they have burned."""
        play, look = self.play, self.look
        rebuild = play.session.rebuild
        layers = layer_arrays(play.session.history.trainer.architecture, rebuild.before.params)
        cells = weights_heatmap(height, width, layers, look.theme, look.glyphs)
        if play.is_burned:
            put_smoke(cells, 1, look.theme, look.glyphs)
        return cells
