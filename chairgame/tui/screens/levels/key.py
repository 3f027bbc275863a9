"""The screen of the key: letters answer locks, a guess is typed, the last brain builds, the lid goes up."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from textual import events
from textual.widget import Widget

from chairgame.game.story.attempt import Stage
from chairgame.game.story.deeds import Deed, deeds_of
from chairgame.game.story.key import LONGEST_GUESS, Act, KeyPlay
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.key_keys import GUESS_FOOTER, HOLD, KEY_KEYS, LEARN, LIFT, LISTEN
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.key import KeyPanel

WHILE_TYPING = ("take", "back", "erase", "interrupt")


class KeyScreen(LevelScreen, LooksAround):
    """Seven bolts, one brain, one box."""

    KEYS = KEY_KEYS
    BINDINGS = bindings_of(KEYS)

    def compose_stage(self) -> Iterator[Widget]:
        """One panel for everything."""
        self.panel = KeyPanel(self.attempt, self._deeds, self.game.look)
        yield self.panel

    def fit_stage(self, columns: int, rows: int) -> None:
        """All of it."""
        self.panel.styles.width, self.panel.styles.height = columns, rows

    @property
    def play(self) -> KeyPlay:
        """The play; undo makes another one."""
        return cast(KeyPlay, self.attempt.play)

    def _deeds(self) -> tuple[Deed, ...]:
        """What was done in all levels; in this one as far as it has come."""
        return deeds_of(self.game.records(), self.attempt.level, self.play.count, self.play.weights_to_change)

    # Words

    def notes(self) -> tuple[str, ...]:
        """What is earned, what was wrong, what was guessed."""
        _, play = self.game.look.words, self.play
        lines = [_.plural("{n} rebuild earned", "{n} rebuilds earned", play.earned)]
        lines.append(_.plural("{n} wrong answer", "{n} wrong answers", play.wrong))
        return (*lines, _("guess: {guess}", guess=play.guess)) if play.guess else (*lines,)

    def sentence(self) -> str:
        """What is typed comes first; between locks the count of stars says nothing."""
        if self.panel.typed is not None:
            _, typed = self.game.look.words, self.panel.typed
            return f"{typed}_" if typed else _("What is in the box? A few words, then Enter. Esc: not yet.")
        return super().sentence() if self.play.news is not None or self.play.act is Act.OPEN else self.idle_sentence()

    def idle_sentence(self) -> str:
        """Which key, and why."""
        _, play = self.game.look.words, self.play
        match play.act:
            case Act.LOCKS if self.panel.is_reading:
                return _("That was the page. i or Space: back to the lock.")
            case Act.LOCKS if play.lock is None:
                return _("Something real is worked out for this lock. A moment.")
            case Act.LOCKS:
                return _("a, b or c answers. i: the page that named it. t: what do you think is in the box?")
            case Act.CHART:
                return _.plural(
                    "The bolts are open. Space: the last brain listens, for {n} rebuild.",
                    "The bolts are open. Space: the last brain listens, for {n} rebuilds.",
                    play.earned,
                )
            case Act.BUILD if play.has_built:
                return _.plural(
                    "That is what it has made of {n} rebuild. Space lifts the lid.",
                    "That is what it has made of {n} rebuilds. Space lifts the lid.",
                    play.earned,
                )
            case _:
                return _("It builds, is scanned, listens, changes its wiring. Space holds, End shows the last one.")

    # What the footer names

    @property
    def may_answer(self) -> bool:
        """Whether a lock asks."""
        return self.play.lock is not None and not self.panel.is_reading

    @property
    def may_guess(self) -> bool:
        """Whether nobody has looked into the box."""
        return self.play.act is not Act.OPEN

    @property
    def may_go_on(self) -> bool:
        """Whether Space does something."""
        return self.play.act is not Act.LOCKS or self.panel.is_reading

    @property
    def may_hurry(self) -> bool:
        """Whether rebuilds are being shown."""
        return self.play.act is Act.BUILD and not self.play.has_built

    @property
    def may_orbit(self) -> bool:
        """Whether something stands there."""
        return self.play.act in (Act.BUILD, Act.OPEN)

    def working_keys(self) -> tuple[Key, ...]:
        """While somebody types, only what ends it; what Space is called follows the act."""
        if self.panel.typed is not None and self.attempt.stage is Stage.PLAY:
            return GUESS_FOOTER
        play = self.play
        words = {Act.CHART: LISTEN, Act.BUILD: LIFT if play.has_built else HOLD if play.pace.runs else LEARN}
        return tuple(
            replace(key, short=words.get(play.act, key.short)) if key.action == "on" else key
            for key in super().working_keys()
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a guess is typed, letters are letters."""
        if not super().check_action(action, parameters):
            return False
        return not self.is_mounted or self.panel.typed is None or action in WHILE_TYPING

    # Keys

    def move(self, move: str) -> None:
        """Make a move; the page is closed."""
        self.panel.is_reading = False
        super().move(move)

    def action_say(self, letter: str) -> None:
        """The answer, where a lock is there to be answered."""
        if self.may_answer:
            self.move(f"answer {letter}")

    def action_on(self) -> None:
        """Back from the page; listen; hold; lift the lid."""
        play = self.play
        if self.panel.is_reading:
            self.panel.is_reading = False
        elif play.act is Act.CHART:
            self.attempt.do("listen")
            play.pace.runs = True
        elif play.act is Act.BUILD and play.has_built:
            self.attempt.do("open")
        elif play.act is Act.BUILD:
            play.toggle()
        if play.act is not Act.LOCKS:
            play.news = None
        self.changed()

    def action_page(self) -> None:
        """The page that named what the lock is about, and back; where there is none, the level's own pages."""
        if not self.panel.page()[0]:
            self.action_tell("attempt.read_again")
            return
        self.panel.is_reading = not self.panel.is_reading
        self.play.news = None
        self.changed()

    def action_orbit(self, sideways: int, upwards: int) -> None:
        """Around what stands there; in the debrief around both."""
        self.panel.orbit(sideways)
        super().action_orbit(sideways, upwards)

    # The guess

    def action_type(self) -> None:
        """Begin to type."""
        if self.may_guess:
            self.panel.typed, self.play.news = "", None
        self.changed()

    def action_take(self) -> None:
        """The guess as it is typed, nothing typed is none; while nobody types, on."""
        if self.panel.typed is None:
            self.action_on()
            return
        typed = " ".join((self.panel.typed or "").split())
        self.panel.typed = None
        if typed:
            self.move(f"guess {typed}")
        self.changed()

    def on_key(self, event: events.Key) -> None:
        """A letter of the guess."""
        if self.panel.typed is not None and self.attempt.stage is Stage.PLAY:
            self._write(event.character or "")

    def on_paste(self, event: events.Paste) -> None:
        """A guess from elsewhere; its lines become one."""
        if self.panel.typed is not None:
            self._write(" ".join(event.text.split()))

    def _write(self, text: str) -> None:
        self.panel.typed = ((self.panel.typed or "") + "".join(c for c in text if c.isprintable()))[:LONGEST_GUESS]
        self.show()

    def action_erase(self) -> None:
        """While typing one letter less, else as undo."""
        if self.panel.typed is None:
            self.action_undo()
            return
        self.panel.typed = self.panel.typed[:-1]
        self.show()

    def action_back(self) -> None:
        """Out of the guess or the page; else to the map."""
        if self.panel.typed is not None or self.panel.is_reading:
            self.panel.typed, self.panel.is_reading = None, False
            self.changed()
        else:
            super().action_back()
