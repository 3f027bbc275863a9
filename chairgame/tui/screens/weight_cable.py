"""The cable of one weight of the lab's brain: where its slope comes from, what is made of it, where it leads."""

from collections.abc import Hashable

from textual.app import ComposeResult

from chairgame.game.naming.settings import value_in
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.instruments.weight_cable import CableText, fine_number, weight_cable
from chairgame.graphics.instruments.weight_case import WeightCase, weight_case
from chairgame.tui.keys import WEIGHT_CABLE_KEYS, bindings_of
from chairgame.tui.look import Look
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.brain import BrainPanel
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.lines import KeysLine


class WeightCablePage(CellsWidget):
    """The chosen weight of the brain's panel, in the epoch that is shown."""

    def __init__(self, session: GameSession, brain: BrainPanel, look: Look) -> None:
        super().__init__(id="weight-cable")
        self.session, self.brain, self.look = session, brain, look

    def key(self) -> Hashable:
        """The weight and the epoch."""
        return self.look, self.brain.chosen_now(), self.session.rebuild

    def paint(self, height: int, width: int) -> Cells:
        """Framed."""
        look, _ = self.look, self.look.words
        case = weight_case(
            self.brain.architecture,
            self.session.chair.labels,
            self.session.rebuild,
            self.brain.chosen_now(),
            _("bias"),
        )
        labels = self.session.chair.labels
        inner = (max(1, height - 2), max(1, width - 2))
        cells = weight_cable(*inner, case, labels, self._text(case), look.theme, look.glyphs)
        title = f"{_('cable')} · {case.source} → {case.target} · {_('epoch {n}', n=self.session.epoch)}"
        return framed(cells, title, look.theme, look.glyphs, True)

    def _text(self, case: WeightCase) -> CableText:
        _ = self.look.words
        return CableText(
            _("part"),
            _("came in"),
            _("signal"),
            _("adds"),
            _("all parts: the slope"),
            self._step(case),
            _("From {neuron} the strongest ways to the outputs:", neuron=case.target),
            _.decimal("."),
        )

    def _step(self, case: WeightCase) -> str:
        """`adam at volume 0.02 turns it by −0.0183: +0.8320 → +0.8137`."""
        _, settings = self.look.words, self.session.settings
        if case.after is None:
            return _("Burned out: nothing is turned any more.")
        before, after, move = (
            fine_number(value, self.look.glyphs, _.decimal("."))
            for value in (case.before, case.after, case.after - case.before)
        )
        rate = _.exact(settings.learning_rate)
        return _(
            "{optimizer} at volume {rate} turns it by {move}: {before} → {after}",
            optimizer=value_in(settings.optimizer, _),
            rate=rate,
            move=move,
            before=before,
            after=after,
        )


class WeightCableScreen(GameScreen):
    """Over the lab until a key closes it."""

    KEYS = WEIGHT_CABLE_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    WeightCableScreen #weight-cable { height: 1fr; width: 100%; }
    WeightCableScreen #keys { height: 1; width: 100%; }
    """

    def __init__(self, session: GameSession, brain: BrainPanel) -> None:
        super().__init__()
        self.session, self.brain = session, brain

    def compose(self) -> ComposeResult:
        """A page and its own keys."""
        yield TooSmall(self.game.look)
        yield WeightCablePage(self.session, self.brain, self.game.look)
        yield KeysLine(self.KEYS, self.game.look)

    def action_choose(self, rows: int, columns: int) -> None:
        self.brain.move_choice(rows, columns)
        self.show()

    def action_step(self, epochs: int) -> None:
        self.session.in_turn(self.session.step, epochs)
        self.show()

    def action_back(self) -> None:
        self.app.pop_screen()
