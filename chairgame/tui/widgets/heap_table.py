"""The table of the heaps, over the play of the family."""

from collections.abc import Hashable
from typing import cast

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.family import HALF, HEART, OUTCOMES, UNDERSTOOD, FamilyPlay, Round
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.heap_table import Heads, HeapRow, heap_table
from chairgame.text.catalogue import N_
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

WORDS = {HEART: N_("by heart"), UNDERSTOOD: N_("understood"), HALF: N_("half-baked")}


class HeapTable(CellsWidget):
    """A row a heap."""

    def __init__(self, attempt: Attempt, look: Look) -> None:
        super().__init__(id="heaps")
        self.attempt, self.look = attempt, look

    @property
    def play(self) -> FamilyPlay:
        """The play; undo makes another one."""
        return cast(FamilyPlay, self.attempt.play)

    def key(self) -> Hashable:
        """What is known, what is said, where the film is."""
        play = self.play
        return self.look, play.row, len(play.rounds), play.said, play.frame if play.is_practising else None

    def paint(self, height: int, width: int) -> Cells:
        """The table."""
        look, play, _ = self.look, self.play, self.look.words
        heads = Heads(_("chairs"), _("each"), _("its own"), _("never met"), _("table"))
        rows = [self._row(chairs) for chairs in play.heaps]
        return heap_table(height, width, rows, play.row, heads, look.theme, look.glyphs)

    def _row(self, chairs: int) -> HeapRow:
        play, _ = self.play, self.look.words
        each, done = _.whole(play.setup.builds // chairs), play.round_of(chairs)
        if done is not None:
            return self._known(done, each)
        if chairs != play.chairs:
            return HeapRow(str(chairs), each)
        own = _.number(float(play.run.off_cm(play.run.chairs, play.frame).mean()), 1) if play.is_practising else ""
        said = "1 2 3" if play.said is None else _(WORDS[play.said])
        return HeapRow(str(chairs), each, own, outcome=said, mark="?")

    def _known(self, done: Round, each: str) -> HeapRow:
        run, _ = done.run, self.look.words
        return HeapRow(
            str(done.chairs),
            each,
            _.number(run.trained_cm, 1),
            _.number(run.unseen_cm, 1),
            run.unseen_cm,
            _.number(run.table_cm, 1),
            _(WORDS[done.outcome]),
            "✓" if done.is_foretold else "×",
            done.outcome == OUTCOMES[1],
        )
