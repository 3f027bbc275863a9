"""The screen of the blind scanners: a part in hand, a scan, a name; then a knob in the hiss."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from textual.widget import Widget

from chairgame.game import places
from chairgame.game.naming.kinds import kind_in
from chairgame.game.story.attempt import Stage
from chairgame.game.story.blind import BlindPlay
from chairgame.game.story.probes import TURN
from chairgame.text.catalogue import N_
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.keys import BLIND_KEYS, NAMING_KEYS
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.blind_floor import BlindFloor, BlindSeat
from chairgame.tui.widgets.blind_notes import SPOTS, BlindNotes

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

    part: int | None = None
    """The part in hand."""
    way: str | None = None
    """Which way it is held away from its place."""
    cursor: int | None = None
    """The blind spot that is about to be named, while that is chosen."""
    _room: tuple[int, int] | None = None

    def compose_stage(self) -> Iterator[Widget]:
        """The floor, or whoever sits there; below it the notes."""
        look, play = self.game.look, lambda: self.play
        self.floor = BlindFloor(play, lambda: (self.part, self.way), look)
        self.seat = BlindSeat(play, look, self.game.clock)
        self.table = BlindNotes(play, lambda: self.cursor, look)
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
            self.part = self.way = self.cursor = None
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
        if self.cursor is not None or self.way is not None or self.play.last_test is not None:
            return self.idle_sentence()
        return super().sentence()

    def idle_sentence(self) -> str:
        """Which key, and why."""
        _, play = self.game.look.words, self.play
        if play.noise is not None:
            return self._noise_sentence()
        if self.cursor is not None:
            return _("What can this scanner not see? Arrows choose, Enter names it. Esc: not yet.")
        if play.case.is_closed:
            is_last = play.number + 1 == len(play.cases)
            return _("Space: one that sees all, and hisses.") if is_last else _("Space: the next scanner.")
        if not play.case.has_learned:
            is_first = play.epoch == 0
            sentence = _("A newborn brain, and a scanner that nobody has checked. Space: let it learn.")
            return sentence if is_first else _("It learns what the scanner says. Space holds, End: at once.")
        return self._probe_sentence()

    def _probe_sentence(self) -> str:
        _, play = self.game.look.words, self.play
        if len(play.left) == 1:
            return _("Only one is left that fits. b: name it.")
        if self.part is None:
            return _("What does it not see? g takes a part in hand. b names the blind spot.")
        part = play.chair.parts[self.part]
        fields = {"kind": kind_in(part.kind, _), "label": part.label}
        if self.way is None:
            return _("{kind} {label} in hand. Arrows, [ ] move it by 10 cm, r turns it; g: the next part.", **fields)
        return _("{kind} {label}: Enter scans. Does the number move?", **fields)

    def _noise_sentence(self) -> str:
        _, play = self.game.look.words, self.play
        noise = play.noise
        assert noise is not None
        if self._is_done:
            return _("Space: what it was. + - turn the volume once more.")
        if noise.is_over:
            return _("+ - turn the volume, Space begins anew.")
        if noise.epoch:
            rate = _.exact(noise.rate)
            return _("Volume {rate}. + - turn it even now. Space holds, End: at once.", rate=rate)
        return _("It sees everything, but its cable hisses. + - turn the one knob, Space lets it learn.")

    # What the footer names

    def working_keys(self) -> tuple[Key, ...]:
        """Other ones while a blind spot is named."""
        if self.attempt.stage is Stage.PLAY and self.cursor is not None:
            return tuple(key for key in NAMING_KEYS if self.works(key))
        return tuple(self._named(key) for key in super().working_keys())

    def _named(self, key: Key) -> Key:
        """What Space does now."""
        if key.action != "play":
            return key
        play = self.play
        if self._is_done:
            return replace(key, short=N_("what it was"))
        return replace(key, short=N_("on") if play.can_go_on else N_("hold") if play.pace.runs else N_("learn"))

    @property
    def may_probe(self) -> bool:
        """Whether a part may be taken in hand."""
        return self.play.can_probe

    @property
    def may_move(self) -> bool:
        """Whether one is in hand."""
        return self.part is not None

    @property
    def may_scan(self) -> bool:
        """Whether it is held away from its place."""
        return self.way is not None

    @property
    def may_play(self) -> bool:
        """Whether Space leads on."""
        return self.play.can_run or self.play.can_go_on or self.play.noise is not None

    @property
    def may_run(self) -> bool:
        """Whether there are rebuilds to come."""
        return self.play.can_run

    @property
    def may_sit(self) -> bool:
        """Whether there is something to sit on."""
        return self.play.noise is None and self.play.case.has_learned

    @property
    def may_turn(self) -> bool:
        """Whether there is a knob."""
        return self.play.noise is not None

    @property
    def _is_done(self) -> bool:
        """Whether the hiss has been listened through, and nothing runs."""
        noise = self.play.noise
        best = None if noise is None or not noise.is_over else noise.best_cm
        return best is not None and best < self.play.setup.enough_cm

    # Keys

    def action_grab(self, steps: int) -> None:
        """A part in hand; then the next one."""
        if self.may_probe:
            parts = len(self.play.chair.parts)
            self.part = 0 if self.part is None else (self.part + steps) % parts
            self.way, self.play.news, self.play.last_test = None, None, None
        self.changed()

    def action_arrow(self, way: str) -> None:
        """The part in hand, or the name."""
        if self.cursor is not None:
            self._choose(1 if way in ("right", "down") else -1)
        elif self.part is not None:
            self.way = way
        elif self.may_probe:
            self.play.say(N_("Nothing is in hand yet: g takes a part."))
        self.changed()

    def _choose(self, steps: int) -> None:
        """The next name that no scan has ruled out."""
        left = [SPOTS.index(spot) for spot in self.play.left]
        if self.cursor in left:
            self.cursor = left[(left.index(self.cursor) + steps) % len(left)]

    def action_turn_part(self) -> None:
        """The part in hand, about its upright axis."""
        self.action_arrow(TURN)

    def action_take(self) -> None:
        """Scan, or name."""
        play = self.play
        if self.cursor is not None:
            cursor, self.cursor = self.cursor, None
            self.move(f"name {SPOTS[cursor].value}")
        elif self.part is not None and self.way is not None:
            way, self.way = self.way, None
            self.move(f"probe {play.chair.labels[self.part]} {way}")
        elif self.may_probe:
            self.play.say(N_("First g takes a part and an arrow moves it: then Enter scans."))
            self.changed()

    def action_name(self) -> None:
        """Begin to name, or leave it."""
        if self.may_probe:
            self.part = self.way = None
            self.play.news = None
            left = self.play.left
            self.cursor = None if self.cursor is not None else SPOTS.index(left[0]) if left else 0
        self.changed()

    def action_sit(self) -> None:
        """Grandmother sits down."""
        self.part = self.way = self.cursor = None
        self.move("sit")

    def action_play(self) -> None:
        """Learn, or hold; on to the next scanner; where all is done, the result."""
        play = self.play
        if self._is_done:
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

    def action_speed(self, steps: int) -> None:
        """Faster or slower."""
        self.play.pace.change(steps)
        self.changed()

    def action_volume(self, steps: int) -> None:
        """The one knob."""
        self.move(f"volume {steps}")

    def action_restart(self) -> None:
        """From the beginning; whoever has asked or named anything gets other scanners."""
        if self.attempt.stage is Stage.PLAY and (self.play.probes or self.play.named or self.play.wrong):
            self.game.level_ended(self.attempt)
            self.game.go(places.Level(self.attempt.level, again=True))
        else:
            super().action_restart()

    def action_back(self) -> None:
        """Out of the naming, then the hand; else to the map."""
        if self.cursor is not None:
            self.cursor = None
            self.changed()
        elif self.part is not None:
            self.part = self.way = None
            self.changed()
        else:
            super().action_back()
