"""The lab: the loop as a layout, every control by key. Shows the session and sends it commands."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from chairgame.game import places
from chairgame.game.news import News
from chairgame.game.session.hand import STEP_CM
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import N_
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.kept_run import KeptRun
from chairgame.tui.keys import LAB_KEYS, bindings_of
from chairgame.tui.learning import Attended
from chairgame.tui.look import DEPTH_WORDS, THEME_WORDS
from chairgame.tui.messages import Picked
from chairgame.tui.saving import RunKeeper, keep_postcard
from chairgame.tui.screens.base import TooSmall
from chairgame.tui.screens.lab_news import news_of
from chairgame.tui.screens.lab_panels import NAMES, Panels
from chairgame.tui.screens.lab_views import FILM, Views
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.screens.session import SessionScreen
from chairgame.tui.widgets.lines import KeysLine, NewsLine
from chairgame.tui.widgets.settings import SettingsPanel
from chairgame.tui.widgets.timeline import Timeline
from chairgame.tui.widgets.title import TitleBar
from chairgame.tui.widgets.viewport import Viewport

WIDE = 100  # columns from which the whole loop is the layout
GUTTER = 24  # columns of the panels beside the floor in a narrow window
WHILE_TYPING = ("enter", "back", "undo", "interrupt")  # a letter in a number must not throw the brain away
ARROWS = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}  # rows, columns


class LabScreen(SessionScreen, LooksAround):
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
    LabScreen .view { display: none; height: 100%; }
    LabScreen.-view #side, LabScreen.-view #settings { display: none; }
    LabScreen.-view .-viewed { display: block; }
    LabScreen.-view-whole #viewport { display: none; }
    """

    def __init__(self, session: GameSession, *, has_way_back: bool = False, is_replay: bool = False) -> None:
        super().__init__()
        self.session, self.has_way_back, self.is_replay = session, has_way_back, is_replay

    def compose(self) -> ComposeResult:
        """The loop: floor, box, headphones, brain; time below."""
        session, look = self.session, self.game.look
        self.viewport = Viewport(session, look)
        self.panels = Panels(session, self.viewport, look)
        self.settings = SettingsPanel(session, look)
        yield TooSmall(look)
        yield TitleBar(session, look)
        with Horizontal(id="body") as body:
            yield self.viewport
            yield self.panels.side
            yield self.settings
        yield self.panels.timeline
        self.views = Views(session, self.viewport, lambda: self.game.look, self.game.clock, body)
        yield NewsLine(lambda: news_of(session, self.kept_run, self.panels, self.views, self.game.look.words), look)
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
        self.run_keeper = RunKeeper(self, self.session)
        self.kept_run = KeptRun(self, self.game.autosave, self.session, self.game.clock, self.show)
        if not self.is_replay:
            self.call_after_refresh(self.kept_run.look_for_offer)

    def fit(self, columns: int, rows: int) -> None:
        """Wide: the panels take two fifths. Narrow: a gutter, and a panel with the focus takes the whole width."""
        wide = columns >= WIDE
        covered = wide or self.has_class("-settings") or self.views.opened is not None
        side = min(78, max(44, columns * 2 // 5)) if wide else GUTTER
        self.panels.fit(self, rows, side, is_wide=wide, is_covered=covered)
        self.views.fit(self, is_wide=wide, side=side)
        self.settings.styles.width = side if wide else min(columns, 58)

    def show(self) -> None:
        """Paint what has changed, and let time run or stand."""
        super().show()
        if not self._attended.playing:
            self.clockwork.follow()

    def action_play(self) -> None:
        """Play and pause; while something asked for is waited for, do not wait."""
        if self.session.turns.are_held:
            self.session.journey.break_off()
            self.changed()
        else:
            self.tell(self.session.toggle_play)

    # What has the focus

    def action_focus_panel(self, steps: int) -> None:
        self._focus(self.panels.focus_on + steps)

    def action_arrow(self, way: str) -> None:
        """An arrow, for whatever has the focus; a part in hand comes first."""
        rows, columns = ARROWS[way]
        if self.session.hand.held is not None:
            self.session.in_turn(self.session.hand.move, STEP_CM * columns, 0.0, -STEP_CM * rows)
        elif self.views.move(rows, columns):
            pass
        elif self.has_class("-settings"):
            self.settings.move(rows) if rows else self.settings.change(columns)
        else:
            self.panels.arrow(rows, columns)
        self.changed()

    def action_enter(self) -> None:
        """A part in hand is put right; the film goes to its epoch; the chosen weight takes a number."""
        if self.session.hand.held is not None:
            self.session.in_turn(self.session.put_right)
        elif self.views.opened == FILM:
            self.session.in_turn(self.session.seek, self.views.film.epoch)
            self._open(None)
        elif self.has_class("-settings"):
            self.settings.change(1)
        elif self.panels.focused == "brain" and (typed := self.panels.typed_weight()) is not None:
            self.tell(self.session.change_parameter, *typed)
        self.changed()

    def action_to_newest(self) -> None:
        """To the run's end."""
        self.tell(lambda: self.session.seek(self.session.newest))

    def action_view(self, view: str) -> None:
        """Open or close a view; on the sit test's the next one sits down."""
        self.views.ask_for(view)
        self._open(self.views.opened)

    def on_key(self, event: events.Key) -> None:
        """While a weight is typed, its digits."""
        if self.panels.is_typing and event.character is not None:
            self.panels.brain.type(event.character)
            self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a weight is typed, the keys of a number mean the number."""
        if not super().check_action(action, parameters):
            return False
        return not self.panels.is_typing or action in WHILE_TYPING

    # The mouse

    def on_picked(self, message: Picked) -> None:
        """A part was clicked on."""
        self.session.hand.select(message.part)
        self.painter.paint_soon()

    def on_brain_panel_chosen(self) -> None:
        """A weight was clicked on."""
        self._focus(NAMES.index("brain"))

    def on_timeline_sought(self, message: Timeline.Sought) -> None:
        """An epoch was clicked on."""
        self.tell(self.session.seek, message.epoch)

    # Changes

    def action_undo(self) -> None:
        """Take back: a typed digit, else the last change."""
        brain = self.panels.brain
        if brain.typed is not None:
            brain.typed = brain.typed[:-1]
            self.show()
        else:
            self.tell(self.session.undo)

    def action_settings(self) -> None:
        """Open or close the settings."""
        is_open = self.has_class("-settings")
        self._open(None)
        self.set_class(not is_open, "-settings")
        self.lay_out()

    # The game

    def action_go_on(self) -> None:
        """With the run that was kept last."""
        self.kept_run.go_on()
        self.changed()

    def action_save(self) -> None:
        """The run to the player's folder."""
        self.run_keeper.keep()
        self.show()

    def action_postcard(self) -> None:
        """A picture of the run to the player's folder."""
        keep_postcard(self.game, self.session)
        self.show()

    def action_colours(self) -> None:
        """The next colours, by their names."""
        super().action_colours()
        look = self.game.look
        depth, theme = News(DEPTH_WORDS[look.depth]), News(THEME_WORDS[look.theme_name])
        self.session.say(N_("Colours: {depth}, theme: {theme}."), depth=depth, theme=theme)
        self.show()

    def action_help(self) -> None:
        self.session.player.pause()
        super().action_help()

    def action_cable(self) -> None:
        """Where the chosen weight's slope comes from."""
        from chairgame.tui.screens.weight_cable import WeightCableScreen  # noqa: PLC0415  (nor must the start wait)

        self.session.player.pause()
        self.app.push_screen(WeightCableScreen(self.session, self.panels.brain))

    def action_back(self) -> None:
        """Close what is open: the typed weight, the hand, the settings, the panel, the selection; at last the lab."""
        if self.panels.is_typing:
            self.panels.brain.typed = None
            self.show()
        elif self.session.hand.held is not None:
            self.tell(self.session.grab)
        elif self.views.opened is not None:
            self._open(None)
        elif self.has_class("-settings"):
            self.action_settings()
        elif self.panels.focus_on:
            self._focus(0)
        elif self.session.hand.selected is not None or not self.has_way_back:
            self.tell(self.session.hand.select, None)
        else:
            self.session.player.pause()
            self.go_away()

    def go_away(self) -> None:
        """To where one came from."""
        self.game.keep()
        self.game.go(places.Title())

    # Inside

    def _focus(self, panel: int) -> None:
        self.panels.focus(panel)
        self._open(None)

    def _open(self, view: str | None) -> None:
        """A view in the place of the panels and the settings, or none."""
        self.views.open(view)
        self.remove_class("-settings")
        self.lay_out()
        self.call_after_refresh(self.show)
