"""The lab: the loop as a layout, every control by key. Shows the session and sends it commands."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from chairgame.game import places
from chairgame.game.news import News
from chairgame.game.session.hand import STEP_CM
from chairgame.game.session.model import GameSession
from chairgame.game.session.saving import save_session
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.hints import hint
from chairgame.tui.kept_run import KeptRun
from chairgame.tui.keys import LAB_KEYS, bindings_of
from chairgame.tui.learning import Attended
from chairgame.tui.look import DEPTH_WORDS, THEME_WORDS
from chairgame.tui.messages import Picked
from chairgame.tui.screens.base import TooSmall
from chairgame.tui.screens.lab_views import LabViews
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.screens.weight_cable import WeightCableScreen
from chairgame.tui.widgets.black_box import BlackBoxPanel
from chairgame.tui.widgets.brain import BrainPanel
from chairgame.tui.widgets.headphones import HeadphonesPanel
from chairgame.tui.widgets.lines import KeysLine, NewsLine
from chairgame.tui.widgets.settings import SettingsPanel
from chairgame.tui.widgets.timeline import Timeline
from chairgame.tui.widgets.title import TitleBar
from chairgame.tui.widgets.viewport import Viewport

WIDE = 100  # columns from which the whole loop is the layout
GUTTER = 24  # columns of the panels beside the floor in a narrow window
PANELS = ("time", "black-box", "headphones", "brain")
WHILE_TYPING = ("enter", "back", "undo", "interrupt")  # a letter in a number must not throw the brain away
ARROWS = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}  # rows, columns


class LabScreen(LabViews, LooksAround):
    """Any chair, any brain, every control."""

    KEYS = LAB_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    LabScreen #body { height: 1fr; width: 100%; }
    LabScreen #viewport { width: 1fr; height: 100%; }
    LabScreen #side { height: 100%; }
    LabScreen #title, LabScreen #timeline, LabScreen #news, LabScreen #keys { height: 1; width: 100%; }
    LabScreen #settings { height: 100%; display: none; }
    LabScreen.-settings #side { display: none; }
    LabScreen.-settings #settings { display: block; }
    LabScreen.-opened #viewport { display: none; }
    LabScreen.-opened #side > * { display: none; }
    LabScreen.-opened #side > .-open { display: block; }
    """

    focus_on = 0

    def __init__(self, session: GameSession, *, has_way_back: bool = False, is_replay: bool = False) -> None:
        super().__init__()
        self.session, self.has_way_back, self.is_replay = session, has_way_back, is_replay

    def compose(self) -> ComposeResult:
        """The loop: floor, box, headphones, brain; time below."""
        session, look = self.session, self.game.look
        self.viewport = Viewport(session, look)
        self.black_box = BlackBoxPanel(session, look, self.viewport)
        self.headphones = HeadphonesPanel(session, look)
        self.brain = BrainPanel(session, look)
        self.settings = SettingsPanel(session, look)
        self.timeline = Timeline(session, look)
        yield TooSmall(look)
        yield TitleBar(session, look)
        with Horizontal(id="body"):
            yield self.viewport
            with Vertical(id="side") as self.side:
                yield self.black_box
                yield self.headphones
                yield self.brain
            yield self.settings
            yield from self.compose_views()
            self.sit_panel.side = lambda: (self.viewport.camera.azimuth, self.viewport.camera.elevation)
        yield self.timeline
        yield NewsLine(self._news, look)
        yield KeysLine(LAB_KEYS, look)

    def on_mount(self) -> None:
        """Time stands until somebody plays."""
        self._attended = Attended(self.session)
        self.clockwork = Clockwork(
            self,
            lambda: self._attended,
            self.game.clock,
            self.game.frame_rate,
            self.moved,
            stillness=lambda: self.session.journey.seconds_of_stillness,
        )
        self.clockwork.follow()
        self.kept_run = KeptRun(self, self.game.autosave, self.session, self.game.clock, self.show)
        if not self.is_replay:
            self.call_after_refresh(self.kept_run.look_for_offer)

    def fit(self, columns: int, rows: int) -> None:
        """Wide: the panels take two fifths. Narrow: a gutter, and a panel with the focus takes the whole width."""
        wide = columns >= WIDE
        covered = wide or self.has_class("-settings") or self.view is not None
        opened = PANELS[self.focus_on] if self.focus_on and not covered else None
        side = min(78, max(44, columns * 2 // 5)) if wide else GUTTER
        body = rows - 4
        self.side.styles.width = side if opened is None else "100%"
        self.fit_views(is_wide=wide, side=side)
        self.settings.styles.width = side if wide else min(columns, 58)
        self.headphones.styles.height = (2 if body >= 30 else 1) if wide else 3
        self.brain.styles.height = max(8, round(body * 0.42)) if wide else max(5, body - 13)
        self.set_class(opened is not None, "-opened")
        for panel in (self.black_box, self.headphones, self.brain):
            panel.set_class(panel.id == opened, "-open")
            if panel.id == opened:
                panel.styles.height = "100%"
            elif panel is self.black_box:
                panel.styles.height = "1fr"

    def show(self) -> None:
        """Paint what has changed, and let time run or stand."""
        super().show()
        if not self._attended.playing:
            self.clockwork.follow()

    # The floor

    def action_hand_depth(self, steps: int) -> None:
        """The part in hand nearer or farther."""
        self.session.hand.move(0.0, STEP_CM * steps, 0.0)
        self.show()

    def on_picked(self, message: Picked) -> None:
        """A part was clicked on."""
        self.session.hand.select(message.part)
        self.show_soon()

    # What has the focus

    def action_focus_panel(self, steps: int) -> None:
        """The next panel."""
        self._focus((self.focus_on + steps) % len(PANELS))

    def action_arrow(self, way: str) -> None:
        """An arrow, for whatever has the focus; a part in hand comes first."""
        rows, columns = ARROWS[way]
        if self.session.hand.held is not None:
            self.session.hand.move(STEP_CM * columns, 0.0, -STEP_CM * rows)
        elif self.move_in_view(rows, columns):
            pass
        elif self.has_class("-settings"):
            self.settings.move(rows) if rows else self.settings.change(columns)
        elif PANELS[self.focus_on] == "time":
            self.session.step(columns) if columns else self.session.change_speed(-rows)
        elif PANELS[self.focus_on] == "black-box":
            self._select_part(rows + columns)
        elif PANELS[self.focus_on] == "headphones":
            self.session.change_volume(columns - rows)
        else:
            self.brain.move_choice(rows, columns)
        self._changed()

    def action_enter(self) -> None:
        """A part in hand is put right; the chosen weight takes a number."""
        if self.session.hand.held is not None:
            self.session.put_right()
        elif self.enter_in_view():
            pass
        elif self.has_class("-settings"):
            self.settings.change(1)
        elif PANELS[self.focus_on] == "brain":
            self._type_weight()
        self._changed()

    def on_key(self, event: events.Key) -> None:
        """While a weight is typed, its digits."""
        if self.brain.typed is not None and event.character is not None:
            self.brain.type(event.character)
            self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a weight is typed, the keys of a number mean the number."""
        if not super().check_action(action, parameters):
            return False
        return self.brain.typed is None or action in WHILE_TYPING

    def on_brain_panel_chosen(self) -> None:
        """A weight was clicked on."""
        self._focus(PANELS.index("brain"))

    def on_timeline_sought(self, message: Timeline.Sought) -> None:
        """An epoch was clicked on."""
        self._do(self.session.seek, message.epoch)

    # Changes

    def action_undo(self) -> None:
        """Take back: a typed digit, else the last change."""
        if self.brain.typed is not None:
            self.brain.typed = self.brain.typed[:-1]
            self.show()
        else:
            self._do(self.session.undo)

    def action_settings(self) -> None:
        """Open or close the settings."""
        is_open = self.has_class("-settings")
        self.open_view(None)
        self.set_class(not is_open, "-settings")
        self.lay_out()

    # The game

    def action_go_on(self) -> None:
        """With the run that was kept last."""
        self.kept_run.go_on()
        self._changed()

    def action_save(self) -> None:
        """The run to the player's folder."""
        try:
            path = save_session(self.session, self.game.options.home)
        except PlayerError as error:
            self.session.voice.tell(News.of_error(error))
        else:
            self.session.say(N_("Saved. chairgame replay {name} plays it again."), name=path.stem)
        self.show()

    def action_colours(self) -> None:
        """The next colours, by their names."""
        super().action_colours()
        look = self.game.look
        depth, theme = News(DEPTH_WORDS[look.depth]), News(THEME_WORDS[look.theme_name])
        self.session.say(N_("Colours: {depth}, theme: {theme}."), depth=depth, theme=theme)
        self.show()

    def action_help(self) -> None:
        """All keys."""
        self.session.player.pause()
        super().action_help()

    def action_cable(self) -> None:
        """Where the chosen weight's slope comes from."""
        self.session.player.pause()
        self.app.push_screen(WeightCableScreen(self.session, self.brain))

    def action_back(self) -> None:
        """Close what is open: the typed weight, the hand, the settings, the panel, the selection; at last the lab."""
        if self.brain.typed is not None:
            self.brain.typed = None
            self.show()
        elif self.session.hand.held is not None:
            self._do(self.session.grab)
        elif self.view is not None:
            self.open_view(None)
        elif self.has_class("-settings"):
            self.action_settings()
        elif self.focus_on:
            self._focus(0)
        elif self.session.hand.selected is not None or not self.has_way_back:
            self._do(self.session.hand.select, None)
        else:
            self.session.player.pause()
            self.game.keep()
            self.game.go(places.Title())

    # Inside

    def _news(self) -> str:
        _ = self.game.look.words
        news = self.session.spoken
        if words := news.sentence(_) if news is not None else self.kept_run.sentence(_):
            return words
        if self.session.journey.is_waiting:
            return _("Learning … The epoch shown stays until it is done; keys are answered meanwhile.")
        return self.view_hint() or hint(
            self.session, PANELS[self.focus_on], is_typing=self.brain.typed is not None, catalogue=_
        )

    def _focus(self, panel: int) -> None:
        self.brain.typed = None
        self.focus_on = panel
        self.timeline.focused = PANELS[panel] == "time"
        self.black_box.focused = PANELS[panel] == "black-box"
        self.headphones.focused = PANELS[panel] == "headphones"
        self.brain.focused = PANELS[panel] == "brain"
        if self.black_box.focused and self.session.hand.selected is None:
            self.session.hand.select(self.session.rebuild.worst_parts()[0])
        self.open_view(None)

    def _select_part(self, steps: int) -> None:
        order = self.session.rebuild.worst_parts()
        now = self.session.hand.selected
        index = order.index(now) + steps if now in order else 0
        self.session.hand.select(order[index % len(order)])

    def _type_weight(self) -> None:
        """Begin typing, or set what was typed."""
        value = self.brain.typed_value()
        if self.brain.typed is not None and value is not None:
            self._do(self.session.change_parameter, self.brain.chosen_index(), value)
        self.brain.typed = "" if self.brain.typed is None else None
