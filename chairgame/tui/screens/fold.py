"""The encore of level 9: chains of beads that fold. Nothing is won here; one looks."""

from collections.abc import Hashable
from dataclasses import replace

from textual.app import ComposeResult

from chairgame.game import places
from chairgame.game.story.fold import Fold
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.text.catalogue import N_
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.keys import CHANGE, EVERYWHERE, GAME, LEAVE, TIME, Key, bindings_of
from chairgame.tui.look import Look
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.fold_board import FoldBoard, beads_in_words
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.sentence import SentenceLine

FOLD_KEYS = (
    Key("space,enter", N_("space"), "learn", N_("let it read the chains, and hold it"), TIME, 1, N_("learn")),
    Key("down,right", "↑ ↓", "choose(1)", N_("more chains to read"), CHANGE, 2, N_("chains")),
    Key("up,left", "↑", "choose(-1)", N_("fewer chains to read"), CHANGE),
    Key("t", "t", "turn", N_("let out bead by bead, or all beads at once"), CHANGE, 3, N_("all at once")),
    Key("n,full_stop", "n", "next_chains", N_("three other chains never seen"), CHANGE, 4, N_("others")),
    Key("R", "R", "next_rule", N_("another hidden rule, another brain"), CHANGE, 6, N_("another rule")),
    Key("end", "End", "hurry", N_("to the end of what moves, at once"), TIME, 5, N_("at once"), when="may_hurry"),
    Key("escape,backspace", "Esc", "back", N_("to the level map"), GAME, 11, N_("map")),
    *EVERYWHERE,
    LEAVE,
)


class FoldTitle(CellsWidget):
    """The top line."""

    def __init__(self, fold: Fold, look: Look) -> None:
        super().__init__(id="title")
        self.fold, self.look = fold, look

    def key(self) -> Hashable:
        """How the beads are let out."""
        return self.look, self.fold.bead_by_bead, self.fold.let_out

    def paint(self, height: int, width: int) -> Cells:
        """` Chairgame · encore · Fold · bead by bead · beads let out: 5 of 16`."""
        look, _ = self.look, self.look.words
        cells = Cells.blank(height, width, look.theme.text, look.theme.panel)
        way = _("bead by bead") if self.fold.bead_by_bead else _("all at once")
        title = " · ".join((_("Chairgame"), _("encore"), _("Fold"), way, beads_in_words(self.fold, look)))
        cells.put(0, 1, fitted(title, max(0, width - 2), look.glyphs), look.theme.bright, attributes=BOLD)
        return cells


class FoldScreen(GameScreen):
    """Choose how many chains a network reads, and see it fold what it never saw."""

    KEYS = FOLD_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    FoldScreen #title, FoldScreen #keys { height: 1; width: 100%; }
    FoldScreen #fold { height: 1fr; width: 100%; }
    FoldScreen #news { height: 2; width: 100%; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.fold = Fold()

    def compose(self) -> ComposeResult:
        """Title, chains and table, a sentence, keys."""
        look = self.game.look
        yield TooSmall(look)
        yield FoldTitle(self.fold, look)
        yield FoldBoard(self.fold, look)
        yield SentenceLine(self.sentence, look)
        yield KeysLine(self.working_keys, look)

    def on_mount(self) -> None:
        """It rests until somebody presses a key."""
        self.clockwork = Clockwork(self, lambda: self.fold, self.game.clock, self.game.frame_rate, self.moved)

    @property
    def may_hurry(self) -> bool:
        """Whether a film runs."""
        return self.fold.is_learning

    def working_keys(self) -> tuple[Key, ...]:
        """What Space does now, and which way `t` leads."""
        return tuple(self._named(key) for key in super().working_keys())

    def _named(self, key: Key) -> Key:
        fold = self.fold
        if key.action == "learn" and fold.is_learning:
            return replace(key, short=N_("go on") if fold.is_held else N_("hold"))
        if key.action == "turn" and not fold.bead_by_bead:
            return replace(key, short=N_("bead by bead"))
        return key

    def sentence(self) -> str:
        """What it is; what happens; what came of it."""
        fold, _ = self.fold, self.game.look.words
        if fold.is_learning:
            if fold.bead_by_bead:
                return _("It hears letters and bends joints; only the beads let out so far are measured.")
            return _("All beads count at once: a wrong bend at the beginning swings everything behind it.")
        frame = fold.known(fold.count, fold.bead_by_bead)
        if frame is None:
            return _(
                "A toy of a protein: letters on beads, and a hidden rule that bends the chain by them. "
                "Space: a network learns it."
            )
        return _(
            "Chains never seen are {n} bead lengths off; dotted: how they really lie. ↑ ↓: more or fewer to read.",
            n=_.number(frame.unseen, 2),
        )

    def action_learn(self) -> None:
        """Begin, hold, go on."""
        self.fold.learn()
        self._changed()

    def action_choose(self, rows: int) -> None:
        """More or fewer chains."""
        self.fold.choose(rows)
        self._changed()

    def action_turn(self) -> None:
        """The other way of letting out."""
        self.fold.turn()
        self._changed()

    def action_next_chains(self) -> None:
        """Three others."""
        self.fold.next_chains()
        self._changed()

    def action_next_rule(self) -> None:
        """Another rule."""
        self.fold.next_rule()
        self._changed()

    def action_hurry(self) -> None:
        """To the end."""
        self.fold.hurry()
        self._changed()

    def action_back(self) -> None:
        """Out of what is being learned; else to the map."""
        if self.fold.is_learning:
            self.fold.stop()
            self._changed()
        else:
            self.game.go(places.Map())

    def _changed(self) -> None:
        self.clockwork.follow()
        self.show()
