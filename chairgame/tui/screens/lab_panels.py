"""The lab's panels: which of them has the focus, what an arrow means to it, and how much room each has."""

from textual.containers import Vertical
from textual.screen import Screen

from chairgame.game.session.model import GameSession
from chairgame.tui.look import Look
from chairgame.tui.widgets.black_box import BlackBoxPanel
from chairgame.tui.widgets.brain import BrainPanel
from chairgame.tui.widgets.headphones import HeadphonesPanel
from chairgame.tui.widgets.timeline import Timeline
from chairgame.tui.widgets.viewport import Viewport

NAMES = ("time", "black-box", "headphones", "brain", "floor")
BESIDE = NAMES[1:-1]  # of the floor: with the focus each takes its place in a narrow window


class Panels:
    """Time, the box, the headphones, the brain; and the floor."""

    def __init__(self, session: GameSession, viewport: Viewport, look: Look) -> None:
        self._session = session
        self.timeline = Timeline(session, look)
        self.black_box = BlackBoxPanel(session, look, viewport)
        self.headphones = HeadphonesPanel(session, look)
        self.brain = BrainPanel(session, look)
        self.side = Vertical(self.black_box, self.headphones, self.brain, id="side")
        panels = (self.timeline, self.black_box, self.headphones, self.brain, viewport)
        self.named: dict[str, Timeline | BlackBoxPanel | HeadphonesPanel | BrainPanel | Viewport] = dict(
            zip(NAMES, panels, strict=True)
        )
        self.focus_on = 0

    @property
    def focused(self) -> str:
        """The name of the one that has the focus."""
        return NAMES[self.focus_on]

    @property
    def is_typing(self) -> bool:
        """Whether a weight is being typed."""
        return self.brain.typed is not None

    def focus(self, panel: int) -> None:
        """Give the focus to another one. A weight that was being typed stays as it was."""
        self.brain.typed = None
        self.focus_on = panel % len(NAMES)
        for name, widget in self.named.items():
            widget.focused = name == self.focused
        if self.focused in ("black-box", "floor") and self._session.hand.selected is None:
            self._session.hand.select(self._session.rebuild.worst_parts()[0])

    def arrow(self, rows: int, columns: int) -> None:
        """An arrow, for the panel with the focus."""
        session = self._session
        match self.focused:
            case "time":
                session.in_turn(session.step, columns) if columns else session.change_speed(-rows)
            case "black-box" | "floor":
                self._select_part(rows + columns)
            case "headphones":
                session.in_turn(session.change_volume, columns - rows)
            case _:
                self.brain.move_choice(rows, columns)

    def typed_weight(self) -> tuple[int, float] | None:
        """Begin typing a weight; or, once it is typed, end it: its index and the number, if it is one."""
        brain, value = self.brain, self.brain.typed_value()
        was_typing, brain.typed = brain.typed is not None, "" if brain.typed is None else None
        return (brain.chosen_index(), value) if was_typing and value is not None else None

    def fit(self, screen: Screen[None], rows: int, side: int, *, is_wide: bool, is_covered: bool) -> None:
        """Wide: all of them, beside the floor. Narrow: a gutter, and the one with the focus takes the whole width."""
        opened = self.focused if self.focused in BESIDE and not is_covered else None
        body = rows - 4
        self.side.styles.width = side if opened is None else "100%"
        self.headphones.styles.height = (2 if body >= 30 else 1) if is_wide else 3
        self.brain.styles.height = max(8, round(body * 0.42)) if is_wide else max(5, body - 13)
        screen.set_class(opened is not None, "-opened")
        for panel in (self.black_box, self.headphones, self.brain):
            panel.set_class(panel.id == opened, "-open")
            if panel.id == opened:
                panel.styles.height = "100%"
            elif panel is self.black_box:
                panel.styles.height = "1fr"

    def _select_part(self, steps: int) -> None:
        order = self._session.rebuild.worst_parts()
        now = self._session.hand.selected
        index = order.index(now) + steps if now in order else 0
        self._session.hand.select(order[index % len(order)])
