"""A page of a level's text: a few short lines, large and calm, before anything moves; and the debrief's scores."""

from collections.abc import Hashable, Mapping
from string import Formatter
from textwrap import wrap

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.level import Fact
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.text.catalogue import Catalogue
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

MEASURE = 60  # columns of text: what an eye follows from line to line


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
        """The text in the middle, framed; below it where one is, and in the debrief the stars and the scores."""
        look, attempt = self.look, self.attempt
        _, theme = look.words, look.theme
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        measure = max(8, min(MEASURE, inner.width - 4))
        lines = self._lines(measure)
        scores = self._scores(measure) if attempt.stage is Stage.DEBRIEF else []
        top = max(0, (inner.height - len(lines) - len(scores) - 3) // 2)
        left = max(1, (inner.width - MEASURE) // 2)
        for row, line in enumerate(lines, start=top):
            inner.put(row, left, fitted(line, inner.width - left, look.glyphs), theme.bright)
        for row, (line, is_own) in enumerate(scores, start=top + len(lines) + 1):
            colour = theme.focus if is_own else theme.text
            inner.put(row, left, fitted(line, inner.width - left, look.glyphs), colour, attributes=BOLD * is_own)
        self._put_count(inner)
        return framed(inner, self._title(), theme, look.glyphs, True)

    def _title(self) -> str:
        _, level = self.look.words, self.attempt.level
        if self.attempt.stage is not Stage.DEBRIEF:
            return _(level.title)
        return _("the word for it: {term}", term=_(level.term)) if self.attempt.is_won else _(level.title)

    def _lines(self, width: int) -> list[str]:
        attempt = self.attempt
        if not attempt.pages:
            return []
        _ = self.look.words
        text = worded(attempt.pages[attempt.page], attempt.play.facts(), _)
        return [line for paragraph in text.split("\n") for line in wrap(paragraph, max(8, width)) or [""]]

    def _scores(self, width: int) -> list[tuple[str, bool]]:
        """Stars first, then who needed how many."""
        _, attempt = self.look.words, self.attempt
        facts = attempt.play.facts()
        rows = [(f"{'★' if earned else '☆'} {worded(star.text, facts, _)}", earned) for star, earned in attempt.stars()]
        rows.append(("", False))
        for score in attempt.play.scores():
            distance = "" if score.distance_cm is None else f" · {_.number(score.distance_cm, 1)} cm"
            count = _("counting …") if score.n is None else _.plural(score.count, score.plural, score.n)
            line = f"{_(score.who):<20}{count}{distance}"
            rows.append((line[:width], False))
        return rows

    def _put_count(self, inner: Cells) -> None:
        attempt, theme = self.attempt, self.look.theme
        count = f"{attempt.page + 1} / {max(1, len(attempt.pages))}"
        inner.put(inner.height - 1, inner.width - len(count) - 1, count, theme.dim, attributes=quiet(theme))


def worded(text: str, facts: Mapping[str, Fact], catalogue: Catalogue) -> str:
    """A text with the facts in it; a dash for what is not known yet: a player may have had enough before the start."""
    unknown = {name: "–" for _literal, name, _format, _conversion in Formatter().parse(text) if name}
    return catalogue(text, **unknown | written(facts, catalogue))


def written(facts: Mapping[str, Fact], catalogue: Catalogue) -> dict[str, Fact]:
    """Facts as a text's fields: numbers with one decimal in the reader's language, whole ones as they are."""
    return {name: catalogue.number(value, 1) if isinstance(value, float) else value for name, value in facts.items()}
