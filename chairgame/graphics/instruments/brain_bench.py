"""The first bench of words mode in one picture: the text, the window, what comes next, both curves, weights, speech.

For a screen and for a film alike. Knows no terminal.
"""

from math import isfinite

import numpy as np
from numpy.typing import NDArray

from chairgame.game.words.brain import BrainBench
from chairgame.game.words.samples import Agreement
from chairgame.game.words.saying import PARROT, STORYTELLER, lifts
from chairgame.game.words.understanding import right_forms
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.signs import cut, width_of
from chairgame.graphics.cells.theme import Theme
from chairgame.graphics.instruments.headphones import headphones
from chairgame.graphics.instruments.heatmap import weights_heatmap
from chairgame.graphics.instruments.plots import loss_curve
from chairgame.graphics.instruments.word_lines import WordBar, numbered_line, text_line, window_line, word_bars
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import Catalogue

LABEL = 10  # columns of the words at the left
FIXED = 8  # rows of everything but bars and pictures
LEAST_BARS, MOST_BARS = 4, 10
LONGEST = 200  # cells of any text
AROUND = 60  # words on either side of the place that could be seen at most


class BenchPicture:
    """One moment of a bench. `shows_wires` puts what lifts the chosen word in the place of all weights; `recital`, if
    it is given, is what is shown as said; `language` is the small language of the text, if it is one."""

    def __init__(
        self,
        bench: BrainBench,
        theme: Theme,
        glyphs: GlyphSet,
        words: Catalogue,
        *,
        shows_wires: bool = False,
        recital: str | None = None,
        language: Agreement | None = None,
    ) -> None:
        self._bench, self._theme, self._glyphs, self._words = bench, theme, glyphs, words
        self._shows_wires, self._recital, self._language = shows_wires, recital, language
        self._is_ascii = glyphs is GlyphSet.ASCII

    def drawn(self, height: int, width: int) -> Cells:
        """From the text at the top to speech at the bottom; what has no room is left out."""
        cells = Cells.blank(height, width, self._theme.text, self._theme.panel)
        bars = min(MOST_BARS, max(LEAST_BARS, (height - FIXED) // 2), len(self._bench.reading.vocabulary.words))
        pictures = height - FIXED - bars
        self._put_text(cells)
        self._put_window(cells, 3)
        cells.blit(self._bars(bars, width - 2), 4, 1)
        self._put_figures(cells, 5 + bars)
        left = width * 2 // 5 if width < 100 else width // 3
        if pictures > 1 and left > 10:
            cells.blit(self._curves(pictures, left - 2), 6 + bars, 1)
            cells.blit(self._inside(pictures, width - left - 2), 6 + bars, left + 1)
        self._put_speech(cells, height - 1)
        return cells

    # The text and the window

    def _put_text(self, cells: Cells) -> None:
        bench, _ = self._bench, self._words
        theme, reading = self._theme, bench.reading
        first = max(0, bench.gaze.place - AROUND)
        words = reading.pieces[first : bench.gaze.place + AROUND]
        epoch = _("epoch {n}", n=bench.epoch)
        if len(bench.branches) > 1:
            epoch = f"{_('branch {name}', name=bench.branch.name)} · {epoch}"
        epoch = self._fit(epoch)
        room = cells.width - LABEL - len(epoch) - 2
        self._put_label(cells, 0, _("text"))
        cells.blit(text_line(room, words, bench.gaze.place - first, theme, self._glyphs), 0, LABEL)
        cells.put(0, cells.width - len(epoch) - 1, epoch, theme.bright, attributes=BOLD)
        self._put_label(cells, 1, _("words"))
        cells.blit(numbered_line(cells.width - LABEL - 1, reading.vocabulary.words, theme, self._glyphs), 1, LABEL)

    def _put_window(self, cells: Cells, row: int) -> None:
        bench, _ = self._bench, self._words
        reading = bench.reading
        words = [reading.vocabulary.words[number] for number in bench.gaze.context]
        self._put_label(cells, row, _("window"))
        room = cells.width - LABEL - 1
        cells.blit(window_line(room, reading.window, words, self._theme, self._glyphs), row, LABEL)

    def _put_label(self, cells: Cells, row: int, label: str) -> None:
        theme = self._theme
        cells.put(row, 1, cut(label, LABEL - 2, self._glyphs), theme.dim, attributes=quiet(theme))

    # What it expects

    def _bars(self, height: int, width: int) -> Cells:
        """The likeliest words; the one that came, or the chosen one, takes the last row where it is none of them."""
        bench, _ = self._bench, self._words
        probabilities, expected = bench.gaze.probabilities, bench.gaze.expected
        places = list(range(min(height, len(expected))))
        first = max(0, min(bench.gaze.chosen - height + 1, len(expected) - height))
        places = [first + place for place in places]
        came = expected.index(bench.gaze.target)
        if came not in places:
            places[-1] = came
        words = bench.reading.vocabulary.words
        bars = [
            WordBar(words[expected[at]], float(probabilities[expected[at]]), at == came, at == bench.gaze.chosen)
            for at in places
        ]
        percents = [self._percent(bar.share) for bar in bars]
        mark = "<" if self._is_ascii else "◂"
        note = self._fit(f"{mark} {_('it was {word}', word=cut(words[bench.gaze.target], 16, self._glyphs))}")
        return word_bars(height, width, bars, percents, note, self._theme, self._glyphs)

    def _percent(self, share: float | None) -> str:
        if share is None or not isfinite(share):
            return self._fit("–")
        return f"{self._words.whole(round(100 * share))} %"

    def _fit(self, text: str) -> str:
        """A text as this terminal can show it."""
        return cut(text, LONGEST, self._glyphs)

    # How well

    def _put_figures(self, cells: Cells, row: int) -> None:
        """`loss 0.06   by heart 6 of 6   unread –   certain 67 %`, and how loud the headphones are."""
        bench, _ = self._bench, self._words
        theme = self._theme
        rate = _.exact(bench.settings.learning_rate)
        knob = headphones(1, len(rate) + 16, self._loudness(), rate, None, theme, self._glyphs, 1.0)
        cells.blit(knob, row, cells.width - knob.width - 1)
        column = 1
        for name, value in ((self._fit(name), self._fit(value)) for name, value in self.figures()):
            if column + len(name) + len(value) + 3 > cells.width - knob.width - 1:
                break
            column = cells.put(row, column, f"{name} ", theme.dim, attributes=quiet(theme))
            column = cells.put(row, column, value, theme.bright, attributes=BOLD) + 2

    def figures(self) -> list[tuple[str, str]]:
        """What the meters read, each with its name."""
        bench, _ = self._bench, self._words
        row, (certain, questions) = bench.row, bench.certain
        known = "–" if row.score is None else _("{n} of {all}", n=round(row.score * certain), all=certain)
        if certain > 99:
            known = self._percent(row.score)
        unread = self._percent(row.beside[0]) if row.beside else "–"
        return [
            (_("loss"), "–" if row.loss is None else _.figure(row.loss, digits=2)),
            (_("by heart"), known),
            (_("unread"), unread),
            *self._grammar(),
            (_("certain"), self._percent(certain / questions)),
        ]

    def _grammar(self) -> list[tuple[str, str]]:
        """After how many names that it never met with a verb it knows the verb's form, in a small language."""
        if self._language is None or self._bench.reading.merges:
            return []
        right, asked = right_forms(self._language, self._bench.history, self._bench.state)
        _ = self._words
        return [(_("grammar"), _("{n} of {all}", n=right, all=asked))]

    def _loudness(self) -> NDArray[np.float64]:
        """Five bars that rise with the volume, 0.001 to 100 from end to end."""
        share = (np.log10(self._bench.settings.learning_rate) + 3) / 5
        return np.asarray(np.clip(share * np.array([0.45, 0.8, 1.0, 0.8, 0.45]) * 1.2, 0.05, 1.0))

    def _curves(self, height: int, width: int) -> Cells:
        """The loss of what is read and, dotted, of what never is; the lowest point of the latter is marked."""
        bench = self._bench
        rows = bench.history.rows
        series = [rows.losses] + ([rows.beside(1)] if bench.history.task.beside else [])
        best = bench.best_unread
        markers = [] if best is None else [(best, "▾" if not self._is_ascii else "v", self._theme.warning)]
        return loss_curve(
            height,
            width,
            series,
            bench.epoch,
            self._theme,
            self._glyphs,
            horizon=20,
            markers=markers,
            format=self._words.tick,
        )

    # What is inside

    def _inside(self, height: int, width: int) -> Cells:
        if self._shows_wires:
            return self._wires(height, width)
        weights = self._bench.weights
        return weights_heatmap(
            height, width, weights.layers, self._theme, self._glyphs, changes=weights.changes, underlines=True
        )

    def _wires(self, height: int, width: int) -> Cells:
        """The neurons that speak for and against the chosen word: activation times weight."""
        bench, _ = self._bench, self._words
        theme = self._theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        number = bench.gaze.expected[bench.gaze.chosen]
        word = cut(bench.reading.vocabulary.words[number], 20, self._glyphs)
        cells.put(0, 0, cut(_("what lifts {word}: neuron × wire", word=word), width, self._glyphs), theme.dim)
        found = lifts(bench.history, bench.state, bench.gaze.context, number)
        for row, lift in enumerate(found[: height - 1], start=1):
            values = (lift.activation, lift.weight, lift.share)
            signs = tuple(_.figure(value, signed=True, digits=2) for value in values)
            times, equals = ("x", "=") if self._is_ascii else ("×", "=")
            text = f"h{lift.neuron + 1:<3}{signs[0]:>7} {times} {signs[1]:>7} {equals} {signs[2]:>7}"
            colour = theme.positive if lift.share > 0 else theme.negative
            cells.put(row, 0, cut(text, width, self._glyphs), colour)
        return cells

    # What it says

    def _put_speech(self, cells: Cells, row: int) -> None:
        """The end of what was said, and how hot words are drawn."""
        bench, _ = self._bench, self._words
        theme, speaker = self._theme, bench.speaker
        heat = self._fit(f"{_('temperature')} {_.exact(speaker.temperature)} · {self._name_of_heat()}")
        room = cells.width - LABEL - len(heat) - 4
        said = bench.reading.spelled(speaker.said[-AROUND:]) if self._recital is None else self._recital
        while width_of(said) > room and " " in said:
            said = said.split(" ", 1)[1]
        mark = ">" if self._is_ascii else "▸"
        self._put_label(cells, row, f"{_('says')} {mark}")
        cells.put(row, LABEL, cut(said, room, self._glyphs), theme.bright, attributes=BOLD)
        cells.put(row, cells.width - len(heat) - 1, heat, theme.text)

    def _name_of_heat(self) -> str:
        _, temperature = self._words, self._bench.speaker.temperature
        if temperature <= PARROT:
            return _("a parrot")
        return _("a storyteller") if temperature <= STORYTELLER else _("a drunkard")
