"""The screen of the cable: letters that say a number before it appears, arrows and Enter that accuse a wire."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from textual.widget import Widget

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.blanks import LETTERS
from chairgame.game.story.cable import Act, CablePlay
from chairgame.game.story.small_brain import WIRES
from chairgame.graphics.picture.brain_model import brain_model
from chairgame.text.catalogue import N_
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.cable_keys import ACCUSE, CABLE_KEYS, TAKE
from chairgame.tui.screens.levels.cable_may import CableMay
from chairgame.tui.screens.levels.cable_sentences import sentence_of
from chairgame.tui.widgets.cable import CablePanel
from chairgame.tui.widgets.reveal import Exhibit

ARROWS = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}  # rows, columns
SIGNAL, SIGNALS_A_SECOND = ((1,), (0,), ()), 2.0  # which layers of wires are lit, one after the other
ROOMY = 22  # rows of the window from which the stars leave room for a legend


class CableScreen(LevelScreen):
    """Where one error came from."""

    KEYS = CABLE_KEYS
    BINDINGS = bindings_of(KEYS)

    def __init__(self, attempt: Attempt) -> None:
        super().__init__(attempt)
        self.may = CableMay(lambda: self.play, lambda: self.panel.back)

    def compose_stage(self) -> Iterator[Widget]:
        """The brain and the part, and nothing else."""
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
        """Which case or what comes after, and the row of answers."""
        _, play = self.game.look.words, self.play
        titles = {
            Act.CASE: _("case {number} of {all}", number=play.number + 1, all=len(play.cases)),
            Act.MIDDLE: _("why a middle?"),
            Act.EVERYBODY: _("case 5: everybody"),
            Act.COUNT: _("the count"),
        }
        marks = "".join("✓" if was_right else "·" for was_right in play.answers)
        speed = (_("speed ×{n}", n=play.pace.speed),) if play.pace.speed > 1 else ()
        return (titles[play.act], _("foretold: {n} of {all}", n=play.foretold, all=play.blanks), marks, *speed)

    def exhibit(self) -> Exhibit:
        """The brain of the case, and the signal that runs back through it."""
        weights = tuple(map(float, self.play.case.brain.weights))
        return Exhibit(
            self.game.look.words("nine wires"),
            weights,
            lambda seconds: brain_model(weights, SIGNAL[int(seconds * SIGNALS_A_SECOND) % len(SIGNAL)]),
        )

    def idle_sentence(self) -> str:
        """Which key, and why."""
        return sentence_of(self.play, self.game.look.words)

    # What the footer names

    def working_keys(self) -> tuple[Key, ...]:
        """What Enter and Space are called follows what is chosen, and what moves."""
        words = {"take": ACCUSE if self.may.accuse else TAKE, "play": self._what_space_does()}
        return tuple(replace(key, short=words.get(key.action, key.short)) for key in super().working_keys())

    def _what_space_does(self) -> str:
        if not self.may.hold:
            return N_("on")
        return N_("go on") if self.play.is_held else N_("hold")

    # Keys

    def move(self, move: str) -> None:
        """Make a move, and look at what there is now."""
        super().move(move)
        self.panel.forget_glances()
        self.show()

    def action_say(self, letter: str) -> None:
        """The number, or who turns wires, before it is shown."""
        if self.play.is_choosing_a_crew:
            self.move(f"foretell {letter}")
        elif self.may.answer:
            self.move(f"answer {letter}")

    def action_take(self) -> None:
        """The chosen answer, or the chosen wire, which is tried out; where there is neither, on."""
        if self.may.answer:
            self.action_say(LETTERS[self.panel.option])
        elif self.may.accuse:
            self.move(f"accuse {WIRES[self.panel.chosen]}")
        elif self.may.hold:
            self.action_skip()
        else:
            self._go_on()

    def action_play(self) -> None:
        """Hold what moves, or let it go on; where nothing does, to what comes next."""
        if self.may.hold:
            self.play.hold()
            self.changed()
        else:
            self._go_on()

    def action_skip(self) -> None:
        """To the end of what moves; where nothing does, to what comes next."""
        if self.play.is_moving:
            self.play.hurry()
            self.changed()
        else:
            self._go_on()

    def _go_on(self) -> None:
        """To what comes next."""
        play = self.play
        if play.has_listened:
            self.finish()
        elif play.act is Act.COUNT:
            self.move("listen" if play.is_nudging else "nudge")
        elif self.may.go_on:
            self.move("next")

    def action_middle(self) -> None:
        """Out with it, and in again."""
        if self.may.take_out:
            self.move("middle")

    def action_arrow(self, way: str) -> None:
        """Another answer, or another wire."""
        rows, columns = ARROWS[way]
        if self.may.answer:
            self.panel.choose_option(rows + columns)
        elif self.may.accuse:
            self.panel.choose(rows, columns)
        self.show()

    def action_look_back(self, numbers: int) -> None:
        """At the numbers that are known already."""
        if self.play.act is Act.CASE:
            self.panel.look_back(numbers)
        self.show()
