"""The screen of levels 2 and 3: dials to turn, Enter to build and scan, bets or the headphones."""

from collections.abc import Iterator
from typing import cast

from textual import events
from textual.containers import Horizontal
from textual.widget import Widget

from chairgame.game.story.dials import DIALS, LEAST_TURNED, DialsPlay
from chairgame.text.catalogue import N_
from chairgame.tui.keys import bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.keys import DIALS_KEYS
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.dials import DialsBoard, DialsFloor

BOARD, LEAST_FLOOR = 34, 12  # columns; a floor that is narrower shows nothing


class DialsScreen(LevelScreen, LooksAround):
    """Eight bundles of wires."""

    KEYS = DIALS_KEYS
    BINDINGS = bindings_of(KEYS)

    selected = 0

    def compose_stage(self) -> Iterator[Widget]:
        """The floor, the board."""
        look = self.game.look
        with Horizontal():
            yield DialsFloor(lambda: self.play, look)
            yield DialsBoard(lambda: self.play, lambda: self.selected, look)

    def fit_stage(self, columns: int, rows: int) -> None:
        """The board keeps its columns; the floor takes the rest, which may be nothing."""
        floor = max(0, columns - BOARD)
        floor = floor if floor >= LEAST_FLOOR else 0
        for name, width in (("floor", floor), ("dials", columns - floor)):
            widget = self.query_one(f"#{name}")
            widget.display = width > 0
            widget.styles.width, widget.styles.height = width, rows

    @property
    def play(self) -> DialsPlay:
        """The play; undo makes another one."""
        return cast(DialsPlay, self.attempt.play)

    def notes(self) -> tuple[str, ...]:
        """What is left, and how to read the board."""
        _, play = self.game.look.words, self.play
        left = play.most - play.count
        if play.has_headphones:
            rate = _.decimal(f"{play.facts()['loudness']:g}")
            return (
                _.plural("{n} step left", "{n} steps left", left),
                _("by hand: {n} of 2", n=min(2, play.hand_steps)),
                _("volume {rate}", rate=rate),
                "",
                _("→ turn it up, ← down; the longer the louder. * turned"),
            )
        return (
            _.plural("{n} scan left", "{n} scans left", left),
            _("slopes known: {n} of 8", n=len(play.slopes)),
            "",
            _("* turned since the last scan"),
        )

    def sentence(self) -> str:
        """While it is built, nothing is known yet."""
        return self.idle_sentence() if self.play.is_moving else super().sentence()

    def idle_sentence(self) -> str:
        """Which key, and why."""
        _, play = self.game.look.words, self.play
        if play.is_moving:
            return _("The brain builds with these dials …")
        return self._step_sentence() if play.has_headphones else self._scan_sentence()

    def _scan_sentence(self) -> str:
        _, play = self.game.look.words, self.play
        if not play.notebook:
            return _("Enter scans what the brain builds now: the number to start from.")
        if len(play.turned) >= LEAST_TURNED:
            return _(
                "b bets that these turns together save 10 cm; Enter only scans. The more slopes you know, the better."
            )
        if play.turned:
            return _("One dial turned: Enter scans, and the notebook works out its slope.")
        if len(play.slopes) >= 3:
            return _("Turn every dial whose slope you know against it: minus → up, plus → down. Then b bets.")
        return _("↑ ↓ choose a dial, ← → turn it a click or two; only one. Then Enter scans.")

    def _step_sentence(self) -> str:
        _, play = self.game.look.words, self.play
        if play.may_listen:
            return _("Space listens: all eight dials turn as the signals say. + and - set how far. Watch the number.")
        if play.turned:
            return _("Enter makes the step. It counts when every turned dial went with its arrow.")
        return _("By hand first: ↑ ↓ choose a dial, → or ← turn it with its arrow, at least two; Enter makes the step.")

    def on_key(self, event: events.Key) -> None:
        """Digits choose a dial."""
        number = event.character or ""
        if number.isdigit() and 1 <= int(number) <= DIALS:
            self.selected = int(number) - 1
            self.show()

    @property
    def may_bet(self) -> bool:
        """Whether there is something to bet on."""
        play = self.play
        return not play.has_headphones and bool(play.notebook) and len(play.turned) >= LEAST_TURNED

    @property
    def may_listen(self) -> bool:
        """Whether the headphones turn the dials."""
        return self.play.has_headphones and self.play.may_listen and not self.play.is_burned

    @property
    def has_headphones(self) -> bool:
        """Whether there is something to hear."""
        return self.play.has_headphones

    def action_select(self, steps: int) -> None:
        """Another dial."""
        self.selected = (self.selected + steps) % DIALS
        self.show()

    def action_twist(self, clicks: int) -> None:
        """The chosen dial by a click."""
        self.move(f"turn {self.selected} {clicks}")

    def action_scan(self) -> None:
        """Build and scan; in the third level that is a step."""
        if self.play.is_moving:
            self.play.skip()
            self.changed()
        else:
            self.move("step" if self.play.has_headphones else "scan")

    def action_bet(self) -> None:
        """On the turns since the last scan."""
        if not self.attempt.do("bet"):
            self.play.say(N_("A bet needs a scan before it and at least two dials turned since."))
        self.changed()

    def action_listen(self) -> None:
        """A step by the signals."""
        if self.play.is_moving:
            self.play.skip()
        elif not self.attempt.do("listen"):
            self._refuse_listening()
        self.changed()

    def _refuse_listening(self) -> None:
        play = self.play
        if not play.has_headphones:
            play.say(N_("No headphones yet: here you nudge, scan and bet."))
        elif play.is_burned:
            play.say(N_("Nothing but smoke: u takes the last step back."))
        else:
            play.say(N_("Two steps by hand first, from the arrows; then listening unlocks."))

    def action_volume(self, steps: int) -> None:
        """Louder or quieter."""
        self.move(f"volume {steps}")
