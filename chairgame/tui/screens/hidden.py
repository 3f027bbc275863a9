"""Hide: the network learns what was locked away, the room bets, and at last the box opens."""

from collections.abc import Callable

import numpy as np
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from chairgame.game import places
from chairgame.game.hiding.run import HiddenRun
from chairgame.game.session.saving import save_chair
from chairgame.graphics.picture.camera import FloatArray
from chairgame.graphics.picture.fitting import bounded, corners_of, from_all_sides
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.staging import scene_of, still_of
from chairgame.graphics.picture.table import table_scene
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.keys import HIDDEN_KEYS, bindings_of
from chairgame.tui.screens.base import TooSmall
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.black_box import BlackBoxPanel
from chairgame.tui.widgets.compared_floor import ComparedFloor
from chairgame.tui.widgets.hiding import BetsPanel
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.sentence import SentenceLine
from chairgame.tui.widgets.timeline import Timeline
from chairgame.tui.widgets.title import TitleBar
from chairgame.tui.widgets.viewport import Viewport

NARROW_SIDE_COLUMNS, SIDE_COLUMNS, WIDE_SIDE_COLUMNS, WIDE = 14, 26, 44, 100
BETS_ROWS = 8
BUILT_ROOM = 1.5  # times as large as the hidden thing may the other one be and still be whole
WHILE_BETTING = ("take_bet", "back", "undo", "interrupt")


class HiddenScreen(LooksAround):
    """The floor, the box with its number, the bets; once open, the hidden thing beside what was built."""

    KEYS = HIDDEN_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    HiddenScreen #title, HiddenScreen #timeline, HiddenScreen #keys { height: 1; width: 100%; }
    HiddenScreen #news { height: 2; width: 100%; }
    HiddenScreen #body { height: 1fr; width: 100%; }
    HiddenScreen #viewport, HiddenScreen #built, HiddenScreen #content { width: 1fr; height: 100%; }
    HiddenScreen #side { height: 100%; }
    HiddenScreen #black-box { height: 1fr; }
    HiddenScreen #built, HiddenScreen #content { display: none; }
    HiddenScreen.-open #built, HiddenScreen.-open #content { display: block; }
    HiddenScreen.-open #viewport, HiddenScreen.-open #black-box { display: none; }
    """

    def __init__(self, run: HiddenRun, *, has_way_back: bool = False) -> None:
        super().__init__()
        self.run, self.has_way_back = run, has_way_back
        self.typed: str | None = None
        self.said = ""
        self._room: FloatArray = np.zeros((1, 3))

    def compose(self) -> ComposeResult:
        """Floor, then the open box, then figures and bets."""
        run, look = self.run, self.game.look
        session = run.session
        viewport = Viewport(session, look)

        def titled(title: str) -> Callable[[], str]:
            return lambda: self.game.look.words(title)

        def room() -> FloatArray:
            return self._room

        def built() -> Scene:
            return scene_of(session, reduced_motion=self.game.look.reduced_motion)

        yield TooSmall(look)
        yield TitleBar(session, look, N_("Hide"))
        with Horizontal(id="body"):
            yield viewport
            yield ComparedFloor(built, viewport.key, room, titled(N_("what it built")), look, "built")
            yield ComparedFloor(
                lambda: content_of(run), lambda: run.is_open, room, titled(N_("what was in the box")), look, "content"
            )
            with Vertical(id="side"):
                yield BlackBoxPanel(session, look, viewport)
                yield BetsPanel(run, lambda: self.typed, look)
        yield Timeline(session, look)
        yield SentenceLine(lambda: self.asking.question or self.sentence(), look)
        yield KeysLine(self.working_keys, look)

    def on_mount(self) -> None:
        """Time stands until the bets are made."""
        self.clockwork = Clockwork(self, lambda: self.run, self.game.clock, self.game.frame_rate, self.moved)
        self.clockwork.follow()

    def fit(self, columns: int, rows: int) -> None:
        """The bets keep their rows, the box takes the rest."""
        side = WIDE_SIDE_COLUMNS if columns >= WIDE else SIDE_COLUMNS
        if self.run.is_open:
            side = SIDE_COLUMNS if columns >= WIDE else NARROW_SIDE_COLUMNS
        self.query_one("#side").styles.width = side + (columns - side) % 2  # so that both halves are equally wide
        self.query_one(BetsPanel).styles.height = "1fr" if self.run.is_open else min(BETS_ROWS + 4, max(4, rows // 3))

    def sentence(self) -> str:
        """What has happened, or what to do next."""
        _, run = self.game.look.words, self.run
        if self.typed is not None:
            return _("At which epoch is it found: less than 5 cm off, or firm enough to sit on? A number, Enter.")
        if self.said:
            return self.said
        if run.is_open:
            return _("Left what it built, right what was hidden. S saves it as a chair file, N hides another thing.")
        if run.found_at is not None:
            distance = self._found_cm()
            return _("Found at epoch {n}: {distance} cm off. o opens the box.", n=run.found_at, distance=distance)
        if run.session.newest == 0:
            return _("Locked. b takes a bet: at which epoch is it found? Space lets it learn.")
        return ""

    def _found_cm(self) -> str:
        distance = self.run.session.history.rows[self.run.found_at or 0].distance_cm
        return self.game.look.words.number(distance or 0.0, 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a bet is typed, only its keys."""
        if not super().check_action(action, parameters):
            return False
        return self.typed is None or action in WHILE_BETTING

    def on_key(self, event: events.Key) -> None:
        """A digit of the bet."""
        if self.typed is not None and event.character and event.character.isdigit() and len(self.typed) < 4:
            self.typed += event.character
            self.show()

    def changed(self) -> None:
        """Show what there is now."""
        self.said = ""
        self.clockwork.follow()
        self.show()

    # Time

    def action_play(self) -> None:
        self.run.session.toggle_play()
        self.changed()

    def action_step(self, epochs: int) -> None:
        self.run.session.step(epochs)
        self.changed()

    def action_speed(self, steps: int) -> None:
        self.run.session.change_speed(steps)
        self.changed()

    # Bets and the box

    def action_bet(self) -> None:
        """Begin to type one."""
        if self.run.may_bet:
            self.typed = ""
            self.changed()
        else:
            self.said = self.game.look.words("It has heard the first signal: no more bets.")
            self.show()

    def action_take_bet(self) -> None:
        if self.typed:
            self.run.bet(int(self.typed))
        self.typed = None
        self.changed()

    def action_undo(self) -> None:
        """A digit less, or the last bet back."""
        if self.typed is not None:
            self.typed = self.typed[:-1]
        else:
            self.run.take_back()
        self.changed()

    def action_open(self) -> None:
        """The lid comes off."""
        self.run.open()
        self._room = room_for_both(self.run)
        self.set_class(True, "-open")
        self.lay_out()
        self.call_after_refresh(self.show)
        self.changed()

    def action_save(self) -> None:
        """The thing as a chair file in the player's folder."""
        _ = self.game.look.words
        if not self.run.is_open:
            self.said = _("The box is locked: o opens it first.")
        else:
            try:
                path = save_chair(self.run.session.chair, self.game.options.home)
                self.said = _("Saved: chairgame lab --chair {file}", file=path)
            except PlayerError as error:
                self.said = error.sentence(_)
        self.show()

    def action_another(self) -> None:
        """Back to an empty table."""
        self.run.session.player.pause()
        self.game.go(places.Table(self.has_way_back))

    # The floor

    def action_help(self) -> None:
        self.run.session.player.pause()
        super().action_help()

    def action_back(self) -> None:
        """Out of the bet; then to the title, if one came from there and is sure."""
        question = self.game.look.words("Go? What is hidden here is not kept. Esc once more.")
        if self.typed is None and self.has_way_back and self.asking.is_sure("back", question):
            self.run.session.player.pause()
            self.game.go(places.Title())
            return
        self.typed = None
        self.changed()

    def action_leave(self) -> None:
        """Out of the game, and sure."""
        if self.asking.is_sure("leave", self.game.look.words("Leave? What is hidden here is not kept. q once more.")):
            super().action_leave()
        else:
            self.show()


def content_of(run: HiddenRun) -> Scene:
    """What was hidden, once the box is open."""
    return table_scene(run.session.chair.parts if run.is_open else ())


def room_for_both(run: HiddenRun) -> FloatArray:
    """The corners in cm of what was hidden and of what was built, from wherever one looks: neither is cut, and both are
    of one scale."""
    session, there = run.session, corners_of(content_of(run))
    built = bounded(corners_of(still_of(session.chair, session.rebuild.poses)), there, BUILT_ROOM)
    return from_all_sides(np.concatenate([there, built]))
