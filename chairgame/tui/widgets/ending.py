"""The story's last picture: what the player has built and said, who took part, all on one screen."""

from collections.abc import Hashable
from textwrap import wrap

from chairgame.game.progress.records import MOST_STARS
from chairgame.game.story.ending import Ending
from chairgame.game.story.halves import STORY_LEVELS
from chairgame.game.story.play import Assembled
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.picture.portrait import portrait
from chairgame.graphics.picture.staging import still_of
from chairgame.text.catalogue import N_
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.large import large_in_words

PICTURES = 5
TEXT_ROWS = 12
ROLES = (
    (N_("the hands"), N_("yours")),
    (N_("the brain"), N_("newborn, every time")),
    (N_("the signal"), N_("backpropagation")),
    (N_("on the chairs"), N_("a cat, grandmother, a hippopotamus")),
    (N_("in the box"), N_("a dog, in crocs")),
)
ROLE_COLUMNS = 18


class EndingPanel(CellsWidget):
    """Pictures above, words below."""

    def __init__(self, ending: Ending, look: Look) -> None:
        super().__init__(id="ending")
        self.ending, self.look = ending, look

    def key(self) -> Hashable:
        """What has been lived through again."""
        return self.look, tuple(level.id for level, _built in self.ending.builds)

    def paint(self, height: int, width: int) -> Cells:
        """All of it."""
        theme = self.look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        rows = max(0, height - TEXT_ROWS)
        self._put_pictures(cells, rows, width)
        for row, (text, colour, attributes) in enumerate(self._lines(width - 2), start=rows):
            cells.put(row, 1, fitted(text, width - 2, self.look.glyphs), colour, attributes=attributes)
        return cells

    def _put_pictures(self, cells: Cells, rows: int, width: int) -> None:
        """The first thing and the best builds side by side, each with its level's number."""
        look = self.look
        shown = self._shown()
        each = width // PICTURES
        left = (width - each * len(shown)) // 2
        for index, (number, (chair, poses)) in enumerate(shown if rows > 2 else ()):
            scene = still_of(chair, poses)
            column = left + index * each
            cells.blit(portrait(scene, rows - 1, each - 1, look.depth, look.glyphs), 0, column)
            cells.put(rows - 1, column + each // 2 - 1, str(number), look.theme.dim, attributes=quiet(look.theme))

    def _shown(self) -> list[tuple[int, Assembled]]:
        first = self.ending.first_thing()
        builds = [(level.number, built) for level, built in self.ending.builds]
        return [*([(1, first)] if first is not None else []), *builds][:PICTURES]

    def _lines(self, width: int) -> list[tuple[str, int, int]]:
        _, theme, ending = self.look.words, self.look.theme, self.ending
        whole = MOST_STARS * STORY_LEVELS
        hand = _.plural("{n} move by hand", "{n} moves by hand", ending.by_hand)
        machine = _("{n} changes of weights by the machine", n=large_in_words(ending.by_machine, _))
        lines = [(f"{_('{n} of {all} stars', n=ending.stars, all=whole)} · {hand} · {machine}", theme.focus, BOLD)]
        if ending.sentence:
            lines.append((_("Your sentence, recited: {words}", words=ending.sentence), theme.text, 0))
        if ending.guess:
            lines.append((_("What you thought was in the box: {words}", words=ending.guess), theme.text, 0))
        lines.append(("", theme.text, 0))
        lines += [(f"{_(role):<{ROLE_COLUMNS}}{_(name)}", theme.bright, 0) for role, name in ROLES]
        moral = _("Nobody ever showed anybody a chair. The lab, words and your own boxes are open.")
        return [*lines, *((line, theme.text, 0) for line in wrap(moral, width))][:TEXT_ROWS]
