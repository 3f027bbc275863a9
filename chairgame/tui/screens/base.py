"""What all screens share: a look that may change, a size below which they ask for a larger window, and leaving."""

from operator import attrgetter
from typing import ClassVar, cast

from textual import events
from textual.actions import parse
from textual.screen import Screen

from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.tui.asking import Asking
from chairgame.tui.game import Game
from chairgame.tui.keys import Key
from chairgame.tui.look import Look
from chairgame.tui.painter import Painter
from chairgame.tui.widgets.cells import SMALLEST, CellsWidget, is_too_small

INTERRUPTED = 130  # the exit code of a command that Ctrl-C ended


class TooSmall(CellsWidget):
    """All there is to see in a window that is too small. It heals by itself."""

    fits_anywhere = True

    def __init__(self, look: Look) -> None:
        super().__init__(id="too-small")
        self.look = look

    def key(self) -> object:
        """The language and the colours."""
        return self.look

    def paint(self, height: int, width: int) -> Cells:
        """One sentence in the middle, broken where it must be."""
        theme, _ = self.look.theme, self.look.words
        cells = Cells.blank(height, width, theme.text, theme.background)
        least = f"{SMALLEST.width}×{SMALLEST.height}"
        sentence = _("please enlarge to {least} (now {now})", least=least, now=f"{width}×{height}")
        words = sentence if self.look.glyphs.value != "ascii" else sentence.replace("×", "x")
        lines = [words[start : start + width] for start in range(0, len(words), max(1, width))]
        top = max(0, (height - len(lines)) // 2)
        for offset, line in enumerate(lines):
            cells.put(top + offset, max(0, (width - len(line)) // 2), line, theme.bright, attributes=BOLD)
        return cells


class GameScreen(Screen[None]):
    """A screen made of cells. `KEYS` are all its keys, as the help page lists them."""

    KEYS: ClassVar[tuple[Key, ...]] = ()
    AUTO_FOCUS = None
    DEFAULT_CSS = """
    GameScreen { layout: vertical; overflow: hidden hidden; }
    GameScreen #too-small { display: none; width: 100%; height: 100%; }
    GameScreen.-too-small > * { display: none !important; }
    GameScreen.-too-small > #too-small { display: block !important; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.painter = Painter(self, self.show)
        self.asking = Asking()

    @property
    def game(self) -> Game:
        """The game that it belongs to. Only a game shows it."""
        return cast(Game, self.app)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Before there is anything to act on, a key can only leave."""
        return self.is_mounted or action in ("leave", "interrupt")

    def works(self, key: Key) -> bool:
        """Whether a key does something now that is worth a word in the footer."""
        _target, action, parameters = parse(key.action)
        return bool(self.check_action(action, parameters)) and (not key.when or bool(attrgetter(key.when)(self)))

    def working_keys(self) -> tuple[Key, ...]:
        """What the footer names at the moment."""
        return tuple(key for key in self.KEYS if self.works(key))

    def acts(self, action: str) -> None:
        """A key is going to act; a question that it does not answer is asked no longer."""
        self.asking.acts(action)

    def on_key(self, event: events.Key) -> None:  # noqa: ARG002
        """A key that is none of the screen's."""
        self.acts("")
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Below the smallest size only the request to enlarge is shown."""
        self.set_class(is_too_small(event.size), "-too-small")
        self.lay_out()
        self.show()

    def lay_out(self) -> None:
        """Give the widgets their sizes anew, in a window that has room for them."""
        if not is_too_small(self.size):
            self.fit(*self.size)

    def fit(self, columns: int, rows: int) -> None:
        """Give the widgets their sizes."""

    def on_screen_suspend(self) -> None:
        """Behind another screen time stands still."""
        if clockwork := self.painter.clockwork:
            clockwork.stand()

    def on_screen_resume(self) -> None:
        """In front again: show what has changed meanwhile."""
        if clockwork := self.painter.clockwork:
            clockwork.follow()
        self.show()

    def show(self) -> None:
        """Paint what has changed, as soon as the terminal has kept up with what was painted before."""
        self.painter.paint(self.game)

    def on_stirred(self) -> None:
        """The mouse has changed what a widget shows."""
        self.painter.paint_soon()

    def moved(self) -> None:
        """A tick of the clock has moved something."""
        self.show()
        self.painter.judge_link(self.game)

    def take_look(self, look: Look) -> None:
        """Show everything in another look."""
        for widget in self.painter.pictures:
            widget.look = look
        self.show()

    def action_language(self) -> None:
        self.game.next_language()

    def action_colours(self) -> None:
        """The next colour depth."""
        self.game.next_colours()

    def action_help(self) -> None:
        self.game.show_keys(self.KEYS)

    def action_interrupt(self) -> None:
        """Ctrl-C: leave, and say so to whoever called."""
        self.game.leave(INTERRUPTED)

    def action_leave(self) -> None:
        self.game.leave(0)
