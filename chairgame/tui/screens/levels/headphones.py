"""Level 3's screen: two steps by hand, then Space turns all eight dials, and `>` listens on by itself."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from chairgame.game.story.headphones import BY_HAND, HeadphonesPlay
from chairgame.text.catalogue import N_
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.dials import DialsScreen
from chairgame.tui.screens.levels.keys import CHOOSE_ANY, HEADPHONES_KEYS
from chairgame.tui.widgets.signals import BrainMap, SignalsFloor, SignalsPanel, TicksPanel

SIGNALS, KNOBS, WIDE_KNOBS = 9, 10, 18  # rows
LAST = 11  # place in the footer: behind what has to do with the play, before help


class HeadphonesScreen(DialsScreen):
    """The signals are heard, followed by hand, then by themselves."""

    KEYS = HEADPHONES_KEYS
    BINDINGS = bindings_of(KEYS)

    def compose_stage(self) -> Iterator[Widget]:
        """The floor, the headphones on their cable, the knobs, the brain."""
        look = self.game.look
        with Horizontal():
            yield SignalsFloor(lambda: self.play, look)
            with Vertical(id="board"):
                yield SignalsPanel(lambda: self.play, look)
                yield TicksPanel(lambda: self.play, lambda: self.selected, look)
                yield BrainMap(lambda: self.play, look)

    def board_rows(self, rows: int) -> dict[str, int]:
        """The knobs whole; the brain where there is room for large ones."""
        is_large = self.is_wide and rows >= 2 * WIDE_KNOBS
        knobs = min(rows, WIDE_KNOBS if is_large else KNOBS)
        signals = SIGNALS if is_large else rows - knobs
        return {"signals": signals, "knobs": knobs, "brain": rows - knobs - signals}

    @property
    def play(self) -> HeadphonesPlay:
        """The play; undo makes another one."""
        return cast(HeadphonesPlay, self.attempt.play)

    def notes(self) -> tuple[str, ...]:
        """What is left."""
        _, play = self.game.look.words, self.play
        return (_.plural("{n} step left", "{n} steps left", play.most - play.count),)

    def idle_sentence(self) -> str:
        """Which key, and why."""
        _, play = self.game.look.words, self.play
        if play.is_turning:
            return _("All eight dials turn as the signals say …")
        if play.is_moving:
            return _("The brain builds with these dials …")
        if play.may_listen:
            return _("Space: all eight dials, downhill. + and - set how far. A step that u takes back is not counted.")
        if play.turned:
            return _("Enter makes the step. It counts when every turned dial went with its arrow, and it falls.")
        return _("By hand first: ↑ ↓ choose a dial, → ← turn it with its arrow; several dials, then Enter.")

    def working_keys(self) -> tuple[Key, ...]:
        """Once the headphones turn the dials, nobody needs the keys for them before all others."""
        keys = super().working_keys()
        if not self.play.may_listen:
            return keys
        dials = tuple(replace(key, footer=LAST) for key in keys if key.shown == CHOOSE_ANY.shown)
        return (*(key for key in keys if key.shown != CHOOSE_ANY.shown), *dials)

    @property
    def may_step(self) -> bool:
        """Whether Enter makes a step of what is turned, or the first steps are still to be made by hand."""
        play = self.play
        return not play.is_over and not play.is_burned and (bool(play.turned) or not play.may_listen)

    @property
    def may_turn(self) -> bool:
        """Whether a dial can be turned by hand."""
        return not self.play.is_over and not self.play.is_burned

    def action_step(self) -> None:
        """The step that is set by hand; a press while it is built ends the picture."""
        play = self.play
        if play.is_moving:
            play.skip()
            self.changed()
        elif not play.turned and not play.is_over:
            play.say(N_("Nothing is turned: the step would go nowhere. Turn dials with their arrows."))
            self.changed()
        else:
            self.move("step")

    def action_listen(self) -> None:
        """A step by the signals; what runs on by itself is held. A held key makes one step as soon as the knobs have
        turned for the one before."""
        play = self.play
        if play.is_running:
            play.skip()
        elif not play.is_turning and not self.attempt.do("listen"):
            self._refuse_listening()
        self.changed()

    def action_run_on(self) -> None:
        """Listen on, until the number rises or is small enough."""
        play = self.play
        if play.is_running or not play.may_listen:
            self.action_listen()
            return
        play.skip()
        play.run_on()
        self.changed()

    def _refuse_listening(self) -> None:
        play = self.play
        if play.is_burned:
            play.say(N_("Nothing but smoke: u takes the last step back."))
        elif play.hand_steps < BY_HAND:
            play.say(N_("Two steps by hand first, with the arrows; then Space turns all eight."))
