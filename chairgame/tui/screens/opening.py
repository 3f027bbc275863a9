"""The first minute: no menu. A heap bursts into a monster, is rebuilt, and stops before it is a chair: your turn."""

from collections.abc import Hashable
from textwrap import wrap

from textual.app import ComposeResult

from chairgame.game import places
from chairgame.game.naming.names import monster_name
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.digits import big_text
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.keys import OPENING_KEYS, bindings_of
from chairgame.tui.look import Look
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.fitted_viewport import FittedViewport
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.loop import LoopPanel

STOPS_AT_CM = 12.0


class Caption(CellsWidget):
    """The monster's name, the distance in large digits, and at the end the invitation."""

    def __init__(self, session: GameSession, look: Look) -> None:
        super().__init__(id="caption")
        self.session, self.look = session, look

    @property
    def is_over(self) -> bool:
        """Whether it has stopped."""
        return not self.session.playing

    def key(self) -> Hashable:
        """The epoch, and whether the monster stands already."""
        return self.look, self.session.epoch, self._is_built(), self.is_over

    def _is_built(self) -> bool:
        moment = self.session.player.moment
        return moment.phase != 0 or moment.progress > 0.98

    def paint(self, height: int, width: int) -> Cells:
        """Left the digits, right the words."""
        session, look = self.session, self.look
        theme, _ = look.theme, look.words
        cells = Cells.blank(height, width, theme.text, theme.panel)
        left = 2
        if self._is_built() and session.row.distance_cm is not None:
            digits = big_text(_.number(session.row.distance_cm, 1) + " cm", theme.measure, theme, look.glyphs)
            cells.blit(digits, 0, left)
            left += max(24, digits.width + 3)
            name = monster_name(session.chair, session.rebuild.poses, session.rebuild.measurement.part_distances_cm, _)
            cells.put(0, left, _in_large_type(name, width - left - 1, look), theme.bright, attributes=BOLD)
        for row, line in enumerate(wrap(self._words(), max(10, width - left - 2))[: height - 1], start=1):
            emphasis = BOLD if self.is_over else quiet(theme)
            cells.put(
                row,
                left,
                fitted(line, width - left - 1, look.glyphs),
                theme.focus if self.is_over else theme.dim,
                attributes=emphasis,
            )
        return cells

    def _words(self) -> str:
        _ = self.look.words
        if self.is_over:
            return _("Nobody ever showed it a chair. Your turn: press Space.")
        if self.session.epoch == 0:
            return _("Parts, no instructions, a locked black box. A brain that has never seen a chair.")
        return _.plural("rebuilt {n} time", "rebuilt {n} times", self.session.epoch)


class OpeningScreen(GameScreen):
    """Plays by itself; Space begins at any moment."""

    KEYS = OPENING_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    OpeningScreen #loop { width: 100%; height: 1; }
    OpeningScreen #viewport { width: 100%; height: 1fr; }
    OpeningScreen #caption { width: 100%; height: 4; }
    OpeningScreen #keys { width: 100%; height: 1; }
    """

    def __init__(self, session: GameSession) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """The phases of the loop, the floor, and words below it."""
        look = self.game.look
        yield TooSmall(look)
        yield LoopPanel(self.session, look)
        yield FittedViewport(self.session, look, captions=False)
        yield Caption(self.session, look)
        yield KeysLine(self.working_keys, look)

    def on_mount(self) -> None:
        """It starts at once."""
        self.session.toggle_play()
        self.clockwork = Clockwork(self, lambda: self.session, self.game.clock, self.game.frame_rate, self.moved)
        self.clockwork.follow()

    def show(self) -> None:
        """Stop before it is a chair."""
        distance = self.session.row.distance_cm
        if distance is not None and distance < STOPS_AT_CM and self.session.playing:
            self.session.toggle_play()
            self.session.player.rest()
        super().show()

    def action_begin(self) -> None:
        """To the first level, with another thing in the box."""
        self.session.player.pause()
        self.game.go(places.Story(begins=True))

    def action_back(self) -> None:
        """To the title: whoever goes there has seen it."""
        self.session.player.pause()
        self.game.go(places.Title(begins=True))


def _in_large_type(name: str, width: int, look: Look) -> str:
    """Capitals, widely set where there is room: the largest letters that every terminal has."""
    wide = "  ".join(" ".join(word) for word in name.upper().split())
    return fitted(wide if len(wide) <= width else name.upper(), width, look.glyphs)
