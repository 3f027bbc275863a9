"""The screen of the cable: keys that walk number by number, arrows that choose a wire, Enter that accuses it."""

from collections.abc import Iterator
from typing import cast

from textual.widget import Widget

from chairgame.game.story.cable import CablePlay
from chairgame.game.story.small_brain import FORWARD, WALK, WIRES
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import N_
from chairgame.tui.keys import bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.keys import CABLE_KEYS
from chairgame.tui.widgets.cable import CablePanel

ARROWS = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}  # rows, columns

ROOMY = 22  # rows of the window from which the goals have room for a legend


class CableScreen(LevelScreen):
    """Where one error came from."""

    KEYS = CABLE_KEYS
    BINDINGS = bindings_of(KEYS)

    def compose_stage(self) -> Iterator[Widget]:
        """The brain, and nothing else."""
        self.panel = CablePanel(self.attempt, self.game.look)
        yield self.panel

    def fit_stage(self, columns: int, rows: int) -> None:
        """All of it."""
        self.panel.styles.width, self.panel.styles.height = columns, rows

    @property
    def play(self) -> CablePlay:
        """The play; undo makes another one."""
        return cast(CablePlay, self.attempt.play)

    def notes(self) -> tuple[str, ...]:
        """What the stars count, and how to read the picture."""
        _, play = self.game.look.words, self.play
        count = _("accusations: {n}, par {par}", n=play.accusations, par=play.level.par)
        if self.size.height < ROOMY:
            return (count,)
        signs = "So<" if self.game.look.glyphs is GlyphSet.ASCII else "Σ●◂"
        return (
            count,
            _("found before the way back: {n}", n=play.blind),
            "",
            _("{sign} sum", sign=signs[0]),
            _("{sign} answer", sign=signs[1]),
            _("{sign} runs back: signal, slope", sign=signs[2]),
        )

    def idle_sentence(self) -> str:
        """Which key, and why."""
        _, play = self.game.look.words, self.play
        if play.slopes is not None:
            return self._count_sentence()
        if play.is_closed:
            return _("Case closed. Space: what comes next. n and , still walk through the numbers.")
        if not play.is_scanned:
            return _("Forward: n computes one number after the other, p all at once. How far off will it be?")
        if play.step == len(FORWARD):
            return _("Whose fault is it? Arrows choose a wire, Enter accuses it; or n follows the signal back.")
        if play.step < len(WALK):
            return _("Backward: n takes the signal one number on, p all the way. Enter accuses the chosen wire.")
        return _("Every slope is known. Arrows choose the wire that helps most, Enter accuses it.")

    def _count_sentence(self) -> str:
        _, slopes = self.game.look.words, self.play.slopes
        assert slopes is not None
        if not self.play.is_nudging:
            return _("Now the lab's brain, {n} wires. Space: find each one's slope by nudging it.", n=slopes.wires)
        if not slopes.is_complete:
            return _("Nudge a wire, build the chair, scan it, next wire … Space has seen enough.")
        if not self.play.has_listened:
            return _("{n} builds for one look at all the slopes. Space: the same by one pass back.", n=slopes.needed)
        return _("The same slopes, one pass. Space: what it was.")

    @property
    def may_walk(self) -> bool:
        """Whether a number is left to walk to."""
        return not self.play.in_finale and self.play.step < len(WALK)

    @property
    def may_step_back(self) -> bool:
        """Whether a number was walked to."""
        return not self.play.in_finale and self.play.step > 0

    @property
    def may_accuse(self) -> bool:
        """Whether there is an error whose fault is not found."""
        return not self.play.in_finale and self.play.is_scanned and not self.play.is_closed

    # Keys

    def action_on(self) -> None:
        """The next thing, whatever it is."""
        play = self.play
        if play.has_listened:
            self.finish()
        elif play.slopes is not None and play.is_moving:
            play.skip()
            self.changed()
        elif play.slopes is not None:
            self.move("listen" if play.is_nudging else "nudge")
        elif play.is_closed:
            self.move("next")
        else:
            self.action_walk()

    def action_walk(self) -> None:
        """One number on."""
        self._walk(1)

    def action_pass(self) -> None:
        """To the end of the pass."""
        end = len(FORWARD) if self.play.step < len(FORWARD) else len(WALK)
        self._walk(end - self.play.step)

    def _walk(self, numbers: int) -> None:
        if self.play.slopes is None and self.play.step < len(WALK):
            self.move(f"{'backward' if self.play.is_scanned else 'forward'} {numbers}")
        else:
            self.show()

    def action_step_back(self) -> None:
        """One number back."""
        self.move("back")

    def action_arrow(self, way: str) -> None:
        """Another wire."""
        self.panel.choose(*ARROWS[way])
        self.show()

    def action_accuse(self) -> None:
        """The chosen wire is tried out; without an error there is no fault."""
        if self.play.slopes is None and not self.play.is_scanned:
            self.play.say(N_("Nobody knows yet what went wrong. First n, until the scanner has spoken."))
            self.show()
        elif not self.play.is_closed:
            self.move(f"accuse {WIRES[self.panel.chosen]}")
