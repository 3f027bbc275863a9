"""The screen of the blind scanners: a part in hand, a scan, a name; then a knob in the hiss."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from textual.widget import Widget

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.blind import BlindPlay
from chairgame.text.catalogue import N_
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.blind_hands import BlindHands, BlindMay
from chairgame.tui.screens.levels.blind_sentences import sentence_of
from chairgame.tui.screens.levels.keys import BLIND_KEYS, NAMING_KEYS
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.blind_floor import BlindFloor, BlindSeat
from chairgame.tui.widgets.blind_notes import BlindNotes

USUAL, TALL = 18, 30  # rows of a stage
LEAST_FLOOR = 4, 8, 14  # rows, in a low window, a usual one and a tall one


class BlindScreen(LevelScreen, LooksAround):
    """What does it not see?"""

    KEYS = BLIND_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    BlindScreen #blind-floor, BlindScreen #blind-seat, BlindScreen #blind-notes { width: 100%; }
    BlindScreen #blind-seat { display: none; }
    BlindScreen.-sitting #blind-seat { display: block; }
    BlindScreen.-sitting #blind-floor { display: none; }
    """

    _room: tuple[int, int] | None = None

    def __init__(self, attempt: Attempt) -> None:
        super().__init__(attempt)
        self.hands, self.may = BlindHands(lambda: self.play), BlindMay(lambda: self.play)

    def compose_stage(self) -> Iterator[Widget]:
        """The floor, or whoever sits there; below it the notes."""
        look, play = self.game.look, lambda: self.play
        self.floor = BlindFloor(play, lambda: (self.hands.part, self.hands.way), look)
        self.seat = BlindSeat(play, look, self.game.clock)
        self.table = BlindNotes(play, lambda: self.hands.cursor, look)
        self.seat.side = lambda: (self.floor.camera.azimuth, self.floor.camera.elevation)
        yield self.floor
        yield self.seat
        yield self.table

    def fit_stage(self, columns: int, rows: int) -> None:
        """The notes take what they need, and leave the floor enough to be seen."""
        self._room = columns, rows
        least = LEAST_FLOOR[(rows >= USUAL) + (rows >= TALL)]
        notes = min(rows - least, self.table.rows_for(columns))
        self.table.styles.height = notes
        self.floor.styles.height = self.seat.styles.height = rows - notes

    @property
    def play(self) -> BlindPlay:
        """The play; undo makes another one."""
        return cast(BlindPlay, self.attempt.play)

    def changed(self) -> None:
        """What is held and chosen belongs to the scanner on the table."""
        if not self.play.can_probe:
            self.hands.let_go()
        is_sitting = self.play.last_test is not None
        if self.has_class("-sitting") != is_sitting:
            self.set_class(is_sitting, "-sitting")
            self.call_after_refresh(self.show)
        if self._room is not None:
            self.fit_stage(*self._room)
        super().changed()

    # Words

    def notes(self) -> tuple[str, ...]:
        """Which scanner, and how many scans."""
        _, play = self.game.look.words, self.play
        if play.noise is not None:
            return (_("the hiss"), _.plural("{n} run", "{n} runs", play.noise.runs))
        number = _("scanner {n} of {all}", n=play.number + 1, all=len(play.cases))
        return (number, _.plural("{n} scan", "{n} scans", play.probes))

    def sentence(self) -> str:
        """What to do comes first while something is in hand or named, and while the picture says how it went."""
        if self.hands.cursor is not None or self.hands.way is not None or self.play.last_test is not None:
            return self.idle_sentence()
        return super().sentence()

    def idle_sentence(self) -> str:
        """Which key, and why."""
        return sentence_of(self.play, self.hands, self.may, self.game.look.words)

    # What the footer names

    def working_keys(self) -> tuple[Key, ...]:
        """Other ones while a blind spot is named."""
        if self.attempt.stage is Stage.PLAY and self.hands.cursor is not None:
            return tuple(key for key in NAMING_KEYS if self.works(key))
        return tuple(self._named(key) for key in super().working_keys())

    def _named(self, key: Key) -> Key:
        """What Space does now."""
        if key.action != "play":
            return key
        play = self.play
        if self.may.end:
            return replace(key, short=N_("what it was"))
        return replace(key, short=N_("on") if play.can_go_on else N_("hold") if play.pace.runs else N_("learn"))

    # Keys

    def action_grab(self, steps: int) -> None:
        """A part in hand; then the next one."""
        if self.play.can_probe:
            self.hands.take(steps)
            self.play.news = self.play.last_test = None
        self.changed()

    def action_arrow(self, way: str) -> None:
        """The part in hand, or the name."""
        if self.hands.cursor is not None:
            self.hands.choose(1 if way in ("right", "down") else -1)
        elif self.hands.part is not None:
            self.hands.way = way
        elif self.play.can_probe:
            self.play.say(N_("Nothing is in hand yet: g takes a part."))
        self.changed()

    def action_take(self) -> None:
        """Scan, or name."""
        if (move := self.hands.take_move()) is not None:
            self.move(move)
        elif self.play.can_probe:
            self.play.say(N_("First g takes a part and an arrow moves it: then Enter scans."))
            self.changed()

    def action_name(self) -> None:
        """Begin to name, or leave it."""
        if self.play.can_probe:
            self.play.news = None
            self.hands.name()
        self.changed()

    def action_sit(self) -> None:
        """Grandmother sits down."""
        self.hands.let_go()
        self.move("sit")

    def action_play(self) -> None:
        """Learn, or hold; on to the next scanner; where all is done, the result."""
        play = self.play
        if self.may.end:
            self.finish()
            return
        if play.can_go_on:
            self.move("next")
            return
        play.news = None
        if play.noise is not None and play.noise.is_over:
            self.attempt.do("anew")
        play.toggle()
        self.changed()

    def action_epoch(self) -> None:
        """One rebuild."""
        self.play.pace.hold()
        self.move("epoch 1")

    def action_to_event(self) -> None:
        """To the end of what learns; in the hiss that takes a moment, in which a key is answered."""
        self.play.news = None
        self.play.hurry()
        self.changed()

    def action_back(self) -> None:
        """Out of the naming, then the hand; else to the map."""
        if self.hands.cursor is not None:
            self.hands.cursor = None
            self.changed()
        elif self.hands.hold_a_part:
            self.hands.let_go()
            self.changed()
        else:
            super().action_back()
