"""A page of a level's text: a few short lines, large and calm, beside a live picture; and the debrief's comparison."""

from collections.abc import Hashable, Sequence
from textwrap import wrap

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.play import Score
from chairgame.game.story.wording import told, worded
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

MEASURE = 60  # columns of text: what an eye follows from line to line

Line = tuple[str, int, int]
"""Text, colour, attributes."""


class PagesPanel(CellsWidget):
    """The page that the attempt shows now."""

    def __init__(self, attempt: Attempt, look: Look) -> None:
        super().__init__(id="pages")
        self.attempt, self.look = attempt, look

    def key(self) -> Hashable:
        """The page; in the debrief also what its table says, which may go on counting."""
        attempt = self.attempt
        if attempt.stage is not Stage.DEBRIEF:
            return self.look, attempt.stage, attempt.page
        facts = tuple(sorted(attempt.play.facts().items()))
        return self.look, attempt.stage, attempt.page, attempt.star_count, facts, attempt.play.scores()

    def paint(self, height: int, width: int) -> Cells:
        """The text in the middle, framed; in the debrief the word for it in large letters, once, and the comparison."""
        look, attempt = self.look, self.attempt
        theme = look.theme
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        measure = max(8, min(MEASURE, inner.width - 4))
        text: list[Line] = [(line, theme.bright, 0) for line in self._lines(measure)]
        blocks = [text]
        if attempt.stage is Stage.DEBRIEF:
            term, scores, stars = self._term(measure), self._scores(measure), self._stars(measure)
            room = inner.height - 1 - len(term) - len(text) - len(stars)
            blocks = [term, text, scores[: max(0, room)], stars]
        lines = stacked(blocks, inner.height - 1)
        top = max(0, (inner.height - len(lines) - 1) // 2)
        left = max(1, (inner.width - measure) // 2)
        for row, (line, colour, attributes) in enumerate(lines, start=top):
            inner.put(row, left, fitted(line, inner.width - left, look.glyphs), colour, attributes=attributes)
        self._put_count(inner)
        return framed(inner, look.words(attempt.level.title), theme, look.glyphs, True)

    def _term(self, width: int) -> list[Line]:
        """`O B J E C T I V E` on the page that says the word first, once it is earned."""
        attempt, _ = self.attempt, self.look.words
        if attempt.stage is not Stage.DEBRIEF or attempt.page or not attempt.is_won:
            return []
        word = _(attempt.level.term).upper()
        spaced = " ".join(word)
        shown = spaced if len(spaced) <= width else word
        return [(line, self.look.theme.focus, BOLD) for line in wrap(shown, width)]

    def _lines(self, width: int) -> list[str]:
        attempt = self.attempt
        if not attempt.pages:
            return []
        _ = self.look.words
        text = told(attempt.pages[attempt.page], attempt.play.facts(), _)
        return [line for paragraph in text.split("\n") for line in wrap(paragraph, max(8, width)) or [""]]

    def _scores(self, width: int) -> list[Line]:
        """Who needed how many, to come how near; the player's own row is lit."""
        _, theme = self.look.words, self.look.theme
        scores = self.attempt.play.scores()
        names = [_(score.who) for score in scores]
        counts = [self._count(score) for score in scores]
        name_width, count_width = (max(map(len, column), default=0) for column in (names, counts))
        rows = []
        for number, (score, name, count) in enumerate(zip(scores, names, counts, strict=True)):
            line = f"{name:<{name_width}}  {count:>{count_width}}{self._off(score)}"
            style = (theme.focus, BOLD) if number == 0 else (theme.text, 0)
            lines = [line] if len(line) <= width else wrap(f"{name}  {count}{self._off(score)}", width)
            rows += [(text, *style) for text in lines]
        return rows

    def _stars(self, width: int) -> list[Line]:
        """The rules, and which of them are kept."""
        _, attempt, theme = self.look.words, self.attempt, self.look.theme
        facts = attempt.play.facts()
        rows: list[Line] = []
        for star, is_lit in attempt.stars():
            lines = wrap(worded(star.text, facts, _), width - 2)
            marks = ("★" if is_lit else "☆", *" " * (len(lines) - 1))
            colour, attributes = (theme.focus, BOLD) if is_lit else (theme.text, 0)
            rows += [(f"{mark} {line}", colour, attributes) for mark, line in zip(marks, lines, strict=True)]
        return rows

    def _count(self, score: Score) -> str:
        _ = self.look.words
        return _("counting …") if score.n is None else _.plural(score.count, score.plural, score.n)

    def _off(self, score: Score) -> str:
        """How near, in whatever the level counts."""
        _ = self.look.words
        if score.points is not None:
            return "  " + _.plural("{n} point", "{n} points", score.points)
        return "" if score.distance_cm is None else f"  {_.number(score.distance_cm, 1)} cm"

    def _put_count(self, inner: Cells) -> None:
        attempt, theme = self.attempt, self.look.theme
        count = f"{attempt.page + 1} / {max(1, len(attempt.pages))}"
        inner.put(inner.height - 1, inner.width - len(count) - 1, count, theme.dim, attributes=quiet(theme))


def stacked(blocks: Sequence[list[Line]], rows: int) -> list[Line]:
    """Blocks below each other, with a blank row between them if there is room for all of those."""
    filled = [block for block in blocks if block]
    blank: list[Line] = [("", 0, 0)] if sum(map(len, filled)) + len(filled) - 1 <= rows else []
    lines = [line for block in filled for line in (*blank, *block)]
    return lines[len(blank) :]
