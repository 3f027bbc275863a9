"""The second bench of words mode in one picture: the text in tokens, what could be merged, a word in two alphabets."""

from collections.abc import Hashable

from chairgame.game.words.tokens import TokenBench
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.signs import cut, width_of
from chairgame.graphics.instruments.token_text import (
    Length,
    PairRow,
    cut_word,
    length_bars,
    pair_list,
    seen,
    token_lines,
)
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.words.bpe import Merging

WIDE = 100
SIDE, WIDE_SIDE = 32, 44  # columns of the pairs
HEAD, FOOT = 3, 3  # rows above the text, and below it


class TokensPanel(CellsWidget):
    """Shows one bench."""

    def __init__(self, bench: TokenBench, look: Look) -> None:
        super().__init__(id="bench")
        self.bench, self.look = bench, look

    def key(self) -> Hashable:
        """The merges, the cursor, the word, the race."""
        bench = self.bench
        race = None if bench.race is None else (bench.race, bench.race.turn)
        return self.look, bench.merging, len(bench.merging.done), bench.last, bench.cursor, bench.word, race

    def paint(self, height: int, width: int) -> Cells:
        """Figures above, the text beside the pairs, the word below."""
        cells = Cells.blank(height, width, self.look.theme.text, self.look.theme.panel)
        side = WIDE_SIDE if width >= WIDE else SIDE
        body = height - HEAD - FOOT - 1
        self._put_figures(cells)
        self._put_headings(cells, HEAD - 1, width - side)
        cells.blit(self._text(body, width - side - 3), HEAD, 1)
        cells.blit(self._pairs(body, side - 1), HEAD, width - side)
        self._put_word(cells, height - FOOT)
        return cells

    # What has been merged

    def _put_figures(self, cells: Cells) -> None:
        """`merge 3   z + e → ze, 164 times`, and what became of the text."""
        bench, look, _ = self.bench, self.look, self.look.words
        merging, theme = bench.shown, look.theme
        characters = _.plural("{n} character", "{n} characters", merging.characters)
        tokens = cut(f"{characters} → {self._in_tokens(merging.tokens)}", cells.width, look.glyphs)
        cells.put(0, cells.width - width_of(tokens) - 1, tokens, theme.bright, attributes=BOLD)
        each = merging.characters / merging.tokens if merging.tokens else 0.0
        fine = cut(_("{n} characters a token", n=_.number(each, 2)), cells.width, look.glyphs)
        cells.put(1, cells.width - width_of(fine) - 1, fine, theme.dim, attributes=quiet(theme))
        left = cut(self._last_merge(), cells.width - width_of(tokens) - 4, look.glyphs)
        cells.put(0, 1, left, theme.focus, attributes=BOLD)
        size = f"{_('alphabet')}: {self._in_tokens(merging.alphabet_size)}"
        cells.put(1, 1, cut(size, cells.width - width_of(fine) - 4, look.glyphs), theme.dim, attributes=quiet(theme))

    def _in_tokens(self, n: int) -> str:
        return self.look.words.plural("{n} token", "{n} tokens", n)

    def _last_merge(self) -> str:
        bench, _ = self.bench, self.look.words
        last, number = bench.last, len(bench.shown.done)
        race = bench.race
        title = _("race: merge {n} of {all}", n=race.turn, all=race.turns) if race else _("merge {n}", n=number)
        if last is None or (race and not race.turn):
            return title
        left, right = (seen(token, self.look.glyphs) for token in last.pair)
        return f"{title}   {left} + {right} → {left}{right}  {_('{n}×', n=_.whole(last.count))}"

    def _put_headings(self, cells: Cells, row: int, column: int) -> None:
        look, _, bench = self.look, self.look.words, self.bench
        theme = look.theme
        right = _("commonest pairs")
        if bench.race:
            right = _("the race is over") if bench.race.is_over else _("which comes most often?")
        for at, text in ((1, _("the text in tokens")), (column, right)):
            cells.put(row, at, cut(text, cells.width - at - 1, look.glyphs), theme.dim, attributes=quiet(theme))

    def _text(self, height: int, width: int) -> Cells:
        """The beginning of the text, as it is cut now."""
        bench = self.bench
        merging = bench.shown
        tokens = merging.merges.encode(bench.content[: height * width])  # more could not be seen
        newest = None if bench.last is None else "".join(bench.last.pair)
        return token_lines(height, width, tokens, newest, self.look.theme, self.look.glyphs)

    # What could be merged

    def _pairs(self, height: int, width: int) -> Cells:
        bench, look, _ = self.bench, self.look, self.look.words
        cells = Cells.blank(height, width, look.theme.text, look.theme.panel)
        if bench.race:
            self._put_race(cells)
            return cells
        rows = []
        for left, right in bench.pairs:
            count = bench.merging.count_of((left, right))
            rows.append(PairRow(left, right, count, _.whole(count)))
        cells.blit(pair_list(height, width, rows, bench.cursor, look.theme, look.glyphs), 0, 0)
        return cells

    def _put_race(self, cells: Cells) -> None:
        """The pairs without counts, and how far both sides are."""
        bench, look, _ = self.bench, self.look, self.look.words
        race = bench.race
        assert race is not None
        offered = [PairRow(left, right, None) for left, right in race.offer]
        pairs = pair_list(len(offered), cells.width, offered, bench.cursor, look.theme, look.glyphs)
        cells.blit(pairs, 0, 0)
        row = max(len(offered) + 1, 2)
        theirs = race.machine[race.turn]
        lengths = [
            Length(_("you"), race.tokens, _.whole(race.tokens), is_own=True),
            Length(_("the machine"), theirs, _.whole(theirs)),
        ]
        bars = length_bars(cells.width - 1, lengths, race.machine[-1], race.machine[0], look.theme, look.glyphs)
        cells.blit(bars, row, 0)
        share = cut(_("saved: {n} % of the machine's", n=round(100 * race.share)), cells.width, look.glyphs)
        if race.turn:
            cells.put(row + len(lengths), 0, share, look.theme.bright, attributes=BOLD)

    # A word in two alphabets

    def _put_word(self, cells: Cells, top: int) -> None:
        bench, look, _ = self.bench, self.look, self.look.words
        theme = look.theme
        heading = cut(_("the word “{word}” in", word=bench.word), cells.width - 2, look.glyphs)
        cells.put(top, 1, heading, theme.bright, attributes=BOLD)
        other = _("English tokens") if _.language == "pl" else _("Polish tokens")
        names = [cut(name, cells.width // 3, look.glyphs) for name in (_("this text's tokens"), other)]
        for row, (name, merging) in enumerate(zip(names, (bench.merging, bench.foreign), strict=True)):
            line = self._word_in(cells.width - 2, name.ljust(max(map(len, names))), merging)
            cells.blit(line, top + 1 + row, 1)

    def _word_in(self, width: int, name: str, merging: Merging) -> Cells:
        look, tokens = self.look, self.bench.word_in(merging)
        return cut_word(width, name, tokens, self._in_tokens(len(tokens)), look.theme, look.glyphs)
