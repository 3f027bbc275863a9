"""The stage of the repair: which words are heard, the wires into the words, and what the brain goes on with."""

from collections.abc import Hashable
from typing import cast

import numpy as np

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.repair import Act, RepairPlay
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.word_bars import WordBar, word_bars
from chairgame.graphics.instruments.word_wires import EXTRA_ROWS, WireTable, WireTableText, word_wires
from chairgame.terminal.depth import GlyphSet
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.own_sentence import own_sentence_page

MARKS, ASCII_MARKS = "○●", "o@"
"""Of a word that was not heard, and of one that was."""
TALL = 30  # rows from which everything takes two
BLANKS = 3  # rows between the parts of the picture, where there is room


class RepairPanel(CellsWidget):
    """The brain under the hand; then the sentence of one's own."""

    def __init__(self, attempt: Attempt, look: Look) -> None:
        super().__init__(id="repair")
        self.attempt, self.look = attempt, look
        weights = self.play.brain.weights
        self.wire = int(np.abs(weights).argmax())
        """The wire that the arrows have come to: at first the thickest."""
        self.option = 0
        """The word that they have come to, while there is a bet."""

    @property
    def play(self) -> RepairPlay:
        """The play; undo makes another one."""
        return cast(RepairPlay, self.attempt.play)

    def key(self) -> Hashable:
        """The brain of the moment, what is chosen, the bet, and how far the sentence of one's own is."""
        play = self.play
        own = None if play.own is None else (id(play.own), play.own.epoch)
        return self.look, play.act, play.brain.state.epoch, play.clicks, play.epochs, self.wire, self.option, own

    # What the arrows do

    def choose(self, columns: int, rows: int) -> None:
        """The wire beside, above or below; while there is a bet the word beside."""
        play = self.play
        words, neurons = len(play.brain.words), play.brain.neurons
        if play.act is Act.BET:
            self.option = min(max(0, self.option + columns + rows), words - 1)
            return
        neuron, word = divmod(self.wire, words)
        neuron, word = min(max(0, neuron + rows), neurons - 1), min(max(0, word + columns), words - 1)
        self.wire = neuron * words + word

    # The picture

    def paint(self, height: int, width: int) -> Cells:
        """The table of wires above, the answers below; of a sentence of one's own all its questions."""
        play, look = self.play, self.look
        if play.act is Act.OWN and play.own is not None:
            return own_sentence_page(height, width, play.own, look)
        cells = Cells.blank(height, width, look.theme.text, look.theme.panel)
        table = self._table(height, width)
        below = self._below(height, width)
        gap = 1 if height >= 1 + table.height + below.height + BLANKS else 0
        cells.blit(self._heard(width), 0, 0)
        cells.blit(table, 1 + gap, 0)
        row = 1 + table.height + 2 * gap
        if play.act is Act.REPAIR and height > row + below.height:
            self._put_chosen(cells, row)
            row += 1 + gap
        cells.blit(below, row, 0)
        return cells

    def _heard(self, width: int) -> Cells:
        """`it hears  1 Ala ●  2 ma ●  3 kota ○`."""
        look, play = self.look, self.play
        theme, _ = look.theme, look.words
        cells = Cells.blank(1, width, theme.text, theme.panel)
        marks = ASCII_MARKS if look.glyphs is GlyphSet.ASCII else MARKS
        column = cells.put(0, 0, fitted(_("it hears"), width, look.glyphs), theme.dim, attributes=quiet(theme)) + 2
        heard = play.brain.heard(play.last)
        for number, word in enumerate(play.brain.words, start=1):
            is_lit = word in heard
            text = fitted(f"{number} {word} {marks[is_lit]}", width - column, look.glyphs)
            ink = theme.positive if is_lit else theme.dim
            column = cells.put(0, column, text, ink, attributes=BOLD if is_lit else quiet(theme)) + 2
        return cells

    def _table(self, height: int, width: int) -> Cells:
        play, brain, _ = self.play, self.play.brain, self.look.words
        words = len(brain.words)
        is_choosing = play.act is Act.REPAIR
        table = WireTable(
            [float(says) for says in brain.middle[play.last]],
            [[float(weight) for weight in row] for row in brain.weights],
            brain.words,
            [float(signal) for signal in brain.signals[play.last]] if is_choosing else None,
            divmod(self.wire, words) if is_choosing else None,
        )
        rows = brain.neurons + EXTRA_ROWS
        rows = 2 * rows - 1 if height >= TALL else rows
        return word_wires(rows, width, table, self._text(), self.look.theme, self.look.glyphs)

    def _text(self) -> WireTableText:
        _ = self.look.words
        return WireTableText(_("neuron"), _("signal"), _.decimal("."))

    def _put_chosen(self, cells: Cells, row: int) -> None:
        """`h4 → kota: neuron −0.90 × signal −0.84`: the product is the guilt."""
        look, play, brain = self.look, self.play, self.play.brain
        text, (neuron, word) = self._text(), divmod(self.wire, len(brain.words))
        says = text.number(float(brain.middle[play.last, neuron]), 2, look.glyphs)
        hears = text.number(float(brain.signals[play.last, word]), 2, look.glyphs)
        line = f"h{neuron + 1} → {brain.words[word]}: {text.neuron} {says} × {text.signal} {hears}"
        if len(line) > cells.width:
            line = f"h{neuron + 1} → {brain.words[word]}: {says} × {hears}"
        cells.put(row, 0, fitted(line, cells.width, look.glyphs), look.theme.focus, attributes=BOLD)

    def _below(self, height: int, width: int) -> Cells:
        """What it goes on with after the question that is mended; then after the first word alone."""
        play, step = self.play, 2 if height >= TALL else 1
        blocks = [self._answers(play.last, width, step)]
        if play.act in (Act.LEARN, Act.OWN):
            blocks.insert(0, self._answers(0, width, step))
        else:
            blocks.append(self._hidden(width))
        room = height - 1 - (play.brain.neurons + EXTRA_ROWS) * step
        if sum(block.height for block in blocks) > room:  # a small window has room for a row each
            blocks = [self._answer_row(question, width) for question in range(play.last + 1)]
        gap = 1 if sum(block.height for block in blocks) + len(blocks) + 1 <= room else 0
        cells = Cells.blank(
            sum(block.height for block in blocks) + gap, width, self.look.theme.text, self.look.theme.panel
        )
        row = 0
        for block in blocks:
            cells.blit(block, row, 0)
            row += block.height + gap
        return cells

    def _answers(self, question: int, width: int, step: int) -> Cells:
        """`Ala ma → ?`, and below it a bar for every word."""
        look, brain, _ = self.look, self.play.brain, self.look.words
        right, shares = brain.targets[question], brain.answers[question]
        bars = [
            WordBar(word, float(share), _("wanted") if index == right else "")
            for index, (word, share) in enumerate(zip(brain.words, shares, strict=True))
        ]
        drawn = word_bars(width, bars, look.theme, look.glyphs, step=step)
        cells = Cells.blank(1 + drawn.height, width, look.theme.text, look.theme.panel)
        cells.put(0, 0, fitted(" ".join((*brain.heard(question), "→", "?")), width, look.glyphs), look.theme.bright)
        cells.blit(drawn, 1, 0)
        return cells

    def _answer_row(self, question: int, width: int) -> Cells:
        """`Ala ma → kota ████ 44 %`: the right word alone."""
        look, brain = self.look, self.play.brain
        word = brain.words[brain.targets[question]]
        cells = Cells.blank(1, width, look.theme.text, look.theme.panel)
        column = cells.put(
            0, 0, fitted(" ".join((*brain.heard(question), "→")), width // 2, look.glyphs), look.theme.bright
        )
        bar = [WordBar(word, brain.share(question))]
        cells.blit(word_bars(width - column, bar, look.theme, look.glyphs), 0, column)
        return cells

    def _hidden(self, width: int) -> Cells:
        """What it says to the first word alone: hidden, then the words to bet on."""
        look, play, _ = self.look, self.play, self.look.words
        theme = look.theme
        cells = Cells.blank(1, width, theme.text, theme.panel)
        asked = fitted(f"{play.brain.heard(0)[0]} → ?", width // 2, look.glyphs)
        column = cells.put(0, 0, asked, theme.bright) + 2
        if play.act is not Act.BET:
            text = fitted(_("hidden until your bet"), width - column, look.glyphs)
            cells.put(0, column, text, theme.dim, attributes=quiet(theme))
            return cells
        for index, word in enumerate(play.brain.words):
            is_chosen = index == self.option
            text = f"[{word}]" if is_chosen else f" {word} "
            ground, attributes = (theme.selection, BOLD | chosen(theme)) if is_chosen else (None, 0)
            column = cells.put(0, column, fitted(text, width - column, look.glyphs), theme.bright, ground, attributes)
        return cells

    @property
    def bet_word(self) -> str:
        """The word that the arrows have come to."""
        return self.play.brain.words[self.option]
