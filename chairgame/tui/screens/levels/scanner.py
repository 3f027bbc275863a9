"""Level 2's screen: one dial turned and Enter is a slope, several turned and Enter is a leap."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from chairgame.game.story.scanner import LEAST_LEAP, ScannerPlay
from chairgame.text.catalogue import N_
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.dials import DialsScreen
from chairgame.tui.screens.levels.keys import SCANNER_KEYS
from chairgame.tui.widgets.scanner import BuildsPanel, ScannerFloor, SlopesPanel, build_lines, known_builds

KNOBS, WIDE_KNOBS = 10, 18  # rows
SOME_SLOPES = 3  # from so many on one may leap


class ScannerScreen(DialsScreen):
    """Slopes are paid for, then leapt on."""

    KEYS = SCANNER_KEYS
    BINDINGS = bindings_of(KEYS)

    def compose_stage(self) -> Iterator[Widget]:
        """The floor, the knobs, the notebook."""
        look = self.game.look
        with Horizontal():
            yield ScannerFloor(lambda: self.play, look)
            with Vertical(id="board"):
                yield SlopesPanel(lambda: self.play, lambda: self.selected, look)
                yield BuildsPanel(lambda: self.play, look)

    def board_rows(self, rows: int) -> dict[str, int]:
        """The knobs first; what is left is the notebook's."""
        knobs = min(rows, WIDE_KNOBS if self.is_wide and rows >= 2 * WIDE_KNOBS else KNOBS)
        return {"knobs": knobs, "builds": rows - knobs}

    @property
    def play(self) -> ScannerPlay:
        """The play; undo makes another one."""
        return cast(ScannerPlay, self.attempt.play)

    def notes(self) -> tuple[str, ...]:
        """What is left; the notebook as well where a chart has its place."""
        _, play = self.game.look.words, self.play
        left = _.plural("{n} build left", "{n} builds left", play.most - play.count)
        return (left, "", *build_lines(known_builds(play), _)) if self.is_wide else (left,)

    def idle_sentence(self) -> str:
        """Which key, and why."""
        _, play = self.game.look.words, self.play
        if play.is_moving:
            return _("The brain builds with these dials …")
        if len(play.turned) >= LEAST_LEAP:
            return _("Enter leaps: all that is turned at once. Dials without a slope count as ?.")
        if play.turned:
            return _("Enter builds once and writes the slope of this dial; then it springs back.")
        if len(play.line.slopes) >= SOME_SLOPES:
            return _("Turn every dial whose slope you know: minus → right, plus → left. Then Enter leaps.")
        return _("↑ ↓ choose a dial, → turns it by a click; only one, by two clicks. Then Enter.")

    def working_keys(self) -> tuple[Key, ...]:
        """Enter is called by what it does now."""
        leaps = len(self.play.turned) >= LEAST_LEAP
        return tuple(
            replace(key, short=N_("leap")) if leaps and key.action == "scan" else key for key in super().working_keys()
        )

    @property
    def can_undo(self) -> bool:
        """A leap is not taken back, but the dials may stand where they stood before it."""
        return self.attempt.can_undo or self.play.may_return

    @property
    def may_keep(self) -> bool:
        """Whether a dial has just sprung back."""
        return self.play.may_keep and self.play.is_scanned and not self.play.is_over

    def action_scan(self) -> None:
        """Build and measure; a press while it is built ends the picture."""
        play = self.play
        if play.is_moving:
            play.skip()
            self.changed()
        elif not play.turned and not play.is_over:
            play.say(N_("Nothing is turned: it would be the same number. No build spent."))
            self.changed()
        else:
            self.move("scan")

    def action_keep(self) -> None:
        """The dial that sprang back stays where it was nudged to."""
        if not self.attempt.do("keep"):
            self.play.say(N_("k keeps a dial that has just sprung back: turn one, Enter, k."))
        self.changed()

    def action_undo(self) -> None:
        """The turns since the last build; after a leap the dials go back to the best number."""
        self.play.skip()
        if self.attempt.undo() or self.attempt.do("return"):
            self.changed()
            return
        self.play.say(N_("A scan cannot be unheard.") if self.play.count else N_("There is nothing to undo."))
        self.changed()
