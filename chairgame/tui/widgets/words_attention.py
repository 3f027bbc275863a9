"""The third bench of words mode in one picture: where it looks in a text, what it answers, what looking is worth."""

from collections.abc import Hashable
from textwrap import wrap

from chairgame.game.words.attending import AttentionBench
from chairgame.game.words.pointing import GOOD, TEXTS, Pointing, chance_of
from chairgame.game.words.yardstick import UNSEEN, View
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.signs import cut
from chairgame.graphics.instruments.attention_map import Place, Share, place_grid, place_rows, share_bars
from chairgame.neural.attention import Looks
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.words.facts import FACT

WIDE = 100
SIDE, WIDE_SIDE = 33, 44  # columns of what stands beside the text
ANSWERS = 3
HEARD = 3  # words that a place hears


class AttentionPanel(CellsWidget):
    """Shows one bench."""

    def __init__(self, bench: AttentionBench, look: Look) -> None:
        super().__init__(id="bench")
        self.bench, self.look = bench, look

    def key(self) -> Hashable:
        """The brain, the text, the words, the game."""
        bench = self.bench
        game = (
            None if bench.game is None else (bench.game, bench.game.pointer, bench.game.has_looked, bench.game.number)
        )
        brain = bench.history, bench.epoch, bench.brains.volume, bench.is_head_off, len(bench.brains.branches)
        return self.look, brain, bench.text, bench.facts, game, bench.runs

    def paint(self, height: int, width: int) -> Cells:
        """The text at the left, figures at the right."""
        cells = Cells.blank(height, width, self.look.theme.text, self.look.theme.panel)
        side = WIDE_SIDE if width >= WIDE else SIDE
        view = self.bench.view
        self._put_heading(cells)
        cells.blit(self._places(height - 2, width - side - 2, view), 2, 0)
        self._put_side(cells, width - side, side - 1, view)
        return cells

    @property
    def _is_hidden(self) -> bool:
        """Whether the player has to point first."""
        game = self.bench.game
        return game is not None and not game.has_looked

    # The text

    def _put_heading(self, cells: Cells) -> None:
        bench, look, _ = self.bench, self.look, self.look.words
        heading = _("step {n}   who has what?", n=bench.epoch)
        if bench.game:
            heading = _("text {n} of {all}   right: {hits}", n=bench.game.number, all=TEXTS, hits=bench.game.hits)
        elif len(bench.brains.branches) > 1:
            heading = f"{_('branch {name}', name=bench.brains.branch.name)} · {heading}"
        cells.put(0, 1, cut(heading, cells.width // 2, look.glyphs), look.theme.bright, attributes=BOLD)

    def _places(self, height: int, width: int, view: View) -> Cells:
        """A row a place where all have room, else a fact a row."""
        look, count = self.look, len(view.text)
        draw, end = (place_rows, " → ?") if count <= height else (place_grid, " ?")
        places = [self._place(index, view, self._fit(end) if index == count - 1 else "") for index in range(count)]
        return draw(height, width, places, look.theme, look.glyphs)

    def _place(self, index: int, view: View, end: str) -> Place:
        bench, game = self.bench, self.bench.game
        is_hidden = self._is_hidden or bench.is_head_off
        return Place(
            bench.facts.words[view.text[index]] + end,
            None if is_hidden else float(view.weights[index]),
            "" if is_hidden else self._note(index, view),
            is_pointed=game is not None and index == game.pointer,
            is_asked=index >= len(view.text) - 2,
        )

    def _note(self, index: int, view: View) -> str:
        """Where it looks most, once it looks anywhere at all."""
        even = 1 / len(view.text)
        if index != view.looked_at or view.weights[index] < 2 * even:
            return ""
        return self._fit(f"◂ {self.look.words('here')}")

    # Beside it

    def _put_side(self, cells: Cells, column: int, width: int, view: View) -> None:
        row = self._put_shares(cells, column, width)
        if self.bench.game and self.bench.game.is_over:
            self._put_result(cells, row, column, width, self.bench.game)
            return
        row = self._put_answers(cells, row, column, width, view)
        self._put_volume(cells, row, column, width)
        self._put_hearing(cells, row + 2, column, width, view)

    def _put_shares(self, cells: Cells, column: int, width: int) -> int:
        """How many of 400 new texts it and the brains beside it answer right; the row behind."""
        bench, look, _ = self.bench, self.look, self.look.words
        self._put_dim(cells, 0, column, width, _("right, of {n} new texts", n=UNSEEN))
        own = _("head off") if bench.is_head_off else _("it looks")
        shares = [
            Share(own, bench.share, is_strong=True),
            Share(_("looks evenly"), bench.share_of(Looks.EVENLY)),
            Share(_("window only"), bench.share_of(Looks.NOWHERE)),
        ]
        cells.blit(share_bars(width, shares, look.theme, look.glyphs), 1, column)
        return 2 + len(shares)

    def _put_answers(self, cells: Cells, row: int, column: int, width: int, view: View) -> int:
        """The question and the likeliest answers; the right one is named so. The row behind."""
        bench, look, _ = self.bench, self.look, self.look.words
        name, verb = (bench.facts.words[number] for number in view.text[-2:])
        cells.put(row, column, cut(f"{name} {verb} → ?", width, look.glyphs), look.theme.focus, attributes=BOLD)
        if self._is_hidden:
            return row + 2 + ANSWERS
        best = sorted(range(len(view.answers)), key=lambda number: -view.answers[number])[:ANSWERS]
        shares = [
            Share(self._answer(number, view), float(view.answers[number]), is_strong=number == view.right)
            for number in best
        ]
        cells.blit(share_bars(width, shares, look.theme, look.glyphs), row + 1, column)
        return row + 2 + ANSWERS

    def _answer(self, number: int, view: View) -> str:
        word = self.bench.facts.words[number]
        return self._fit(f"✓ {word}") if number == view.right else f"  {word}"

    def _put_volume(self, cells: Cells, row: int, column: int, width: int) -> None:
        look, _ = self.look, self.look.words
        volume = _("volume {rate}", rate=_.exact(self.bench.brains.volume))
        cells.put(row, column, cut(volume, width, look.glyphs), look.theme.text)

    def _put_hearing(self, cells: Cells, row: int, column: int, width: int, view: View) -> None:
        """What each place is given by hand: the words before it. For the place that it looks at, which ones."""
        look, _ = self.look, self.look.words
        given = _("Given by hand: each place hears the two words before it. A large model's first layer learns that.")
        lines = wrap(given, max(8, width))
        for line in lines:
            self._put_dim(cells, row, column, width, line)
            row += 1
        if not self._is_hidden and not self.bench.is_head_off:
            place = view.looked_at
            words = [self.bench.facts.words[number] for number in view.text[max(0, place + 1 - HEARD) : place + 1]]
            heard = _("here: {words}", words=" ".join(words))
            cells.put(row + 1, column, cut(heard, width, look.glyphs), look.theme.focus)

    def _put_result(self, cells: Cells, row: int, column: int, width: int, game: Pointing) -> None:
        """The hits, and how much of that is luck."""
        look, _ = self.look, self.look.words
        text = _("{hits} of {n} right", hits=game.hits, n=TEXTS)
        cells.put(row, column, cut(text, width, look.glyphs), look.theme.good, attributes=BOLD)
        facts = game.places // FACT
        by_place, by_thing = (round(1 / chance_of(GOOD, places)) for places in (game.places, facts))
        luck = _(
            "Who points at random has {good} or more once in {rare} games; at a thing at random, once in {often}.",
            good=GOOD,
            rare=_.whole(by_place),
            often=_.whole(by_thing),
        )
        for offset, line in enumerate(wrap(luck, max(8, width))):
            self._put_dim(cells, row + 2 + offset, column, width, line)

    def _put_dim(self, cells: Cells, row: int, column: int, width: int, text: str) -> None:
        theme = self.look.theme
        cells.put(row, column, cut(text, width, self.look.glyphs), theme.dim, attributes=quiet(theme))

    def _fit(self, text: str) -> str:
        return cut(text, self.outer_size.width, self.look.glyphs)
