"""The screen of epochs: the floor, the box, the film; a hand, a bet, somebody who sits down, and the wiping."""

from collections.abc import Iterator
from typing import cast

from textual import events
from textual.containers import Horizontal
from textual.widget import Widget

from chairgame.game.news import Count
from chairgame.game.session.hand import STEP_CM
from chairgame.game.sitting.outcome import GRANDMOTHER
from chairgame.game.story.epochs import EpochsPlay
from chairgame.text.catalogue import N_
from chairgame.tui.keys import bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.keys import EPOCHS_KEYS
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.black_box import BlackBoxPanel
from chairgame.tui.widgets.film_strip import FilmStrip
from chairgame.tui.widgets.sit_verdict import SitVerdict
from chairgame.tui.widgets.timeline import Timeline
from chairgame.tui.widgets.viewport import Viewport

SIDE_COLUMNS, WIDE_SIDE_COLUMNS, WIDE, ROOMY = 23, 38, 80, 50
VERDICT_COLUMNS = 34
WAYS = {"left": (-1, 0, 0), "right": (1, 0, 0), "up": (0, 0, 1), "down": (0, 0, -1)}
WHILE_BETTING = ("enter", "back", "erase", "interrupt")


class EpochsScreen(LevelScreen, LooksAround):
    """The chair goes, the wiring stays."""

    KEYS = EPOCHS_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    EpochsScreen #loop { width: 100%; }
    EpochsScreen #viewport { width: 1fr; height: 100%; }
    EpochsScreen #black-box, EpochsScreen #verdict { height: 100%; }
    EpochsScreen #timeline { height: 1; width: 100%; }
    EpochsScreen #film { display: none; width: 100%; height: 100%; }
    EpochsScreen.-film #loop, EpochsScreen.-film #timeline { display: none; }
    EpochsScreen.-film #film { display: block; }
    """

    typed: str | None = None

    def compose_stage(self) -> Iterator[Widget]:
        """Floor and box, time below; the film in their place."""
        look, session = self.game.look, self.play.session
        self.viewport = Viewport(session, look)
        self.black_box = BlackBoxPanel(session, look, self.viewport)
        self.verdict = SitVerdict(lambda: self.play, look, self.game.clock)
        self.film = FilmStrip(session, look)
        self.timeline = Timeline(session, look)
        with Horizontal(id="loop") as self.loop:
            yield self.viewport
            yield self.black_box
            yield self.verdict
        yield self.film
        yield self.timeline

    def fit_stage(self, columns: int, rows: int) -> None:
        """A narrow stage has no room for the box, whose figure the notes say as well."""
        self.loop.styles.height = rows - 1
        side = WIDE_SIDE_COLUMNS if columns >= WIDE else SIDE_COLUMNS
        self.black_box.styles.width = side
        self.verdict.styles.width = max(side, min(VERDICT_COLUMNS, columns - 8))
        self._has_room = columns >= ROOMY
        self._share_room()

    def _share_room(self) -> None:
        """Whoever has just sat down is more interesting than the box."""
        is_sitting = self.play.last_test is not None
        self.verdict.display = is_sitting
        self.black_box.display = getattr(self, "_has_room", False) and not is_sitting

    @property
    def play(self) -> EpochsPlay:
        """The play; undo makes another one."""
        return cast(EpochsPlay, self.attempt.play)

    def show(self) -> None:
        """The widgets look at the run of the moment."""
        if self.is_mounted and hasattr(self, "timeline"):
            session = self.play.session
            for widget in (self.viewport, self.black_box, self.film, self.timeline):
                widget.session = session
            self._share_room()
        super().show()

    def notes(self) -> tuple[str, ...]:
        """Rebuilds, the bet, who has sat."""
        _, play = self.game.look.words, self.play
        lines = [_("rebuild {n} of {all}", n=play.epoch, all=play.most)]
        if play.session.player.is_measured:
            lines.append(_("now {cm} cm", cm=_.number(play.rebuild.measurement.distance_cm, 1)))
        if self.typed is not None:
            return (*lines, _("bet: {n}_", n=self.typed))
        if play.bet is not None:
            lines.append(_("bet: {n}", n=play.bet))
        return tuple(lines)

    def sentence(self) -> str:
        """A bet that is typed comes first."""
        if self.typed is not None:
            return self.game.look.words(
                "Which rebuild will be the first to hold grandmother? A number, Enter. Esc: no bet."
            )
        return super().sentence()

    def idle_sentence(self) -> str:
        """Which key, and why."""
        _, play = self.game.look.words, self.play
        if play.running:
            return _("It learns. Space holds it. The chair is taken apart each time; the wiring stays.")
        if play.epoch == 0 and not play.is_wiped:
            return _("Space lets it learn: build, measure, listen, adjust, and apart again. n does it once.")
        if play.fixed == 0:
            return _("g takes the worst part in hand, Enter puts it right. Then n: will the brain remember?")
        if play.bet is None:
            return _("b: bet on the first rebuild on which grandmother can sit. Nobody has seen it yet.")
        if len(play.content) < 2:
            return _("Space lets it learn on; t lets somebody sit down. Who falls, costs a star.")
        return _("t: the hippopotamus wants 1 cm. W wipes the brain: what is left of a chair then?")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a bet is typed, only its keys."""
        if not super().check_action(action, parameters):
            return False
        if action == "undo" and self.typed is not None:
            return False
        return self.typed is None or action in WHILE_BETTING

    def on_key(self, event: events.Key) -> None:
        """Digits of the bet."""
        if self.typed is None:
            return
        if event.key == "backspace":
            self.typed = self.typed[:-1]
        elif event.character and event.character.isdigit() and len(self.typed) < 3:
            self.typed += event.character
        self.changed()

    # Keys

    @property
    def may_bet(self) -> bool:
        """Whether the bet is still open."""
        return self.play.bet is None and not self.play.is_wiped

    @property
    def may_wipe(self) -> bool:
        """Whether grandmother has sat, so that there is something to lose."""
        return GRANDMOTHER in self.play.content and not self.play.is_wiped

    def action_play(self) -> None:
        """Learn, or hold."""
        self.play.news = None
        self.play.toggle()
        self.changed()

    def action_epochs(self, steps: int) -> None:
        """A rebuild on or back."""
        self.play.running = False
        self.move("epoch 1" if steps > 0 else "back 1")

    def action_grab(self) -> None:
        """The worst part, or let go."""
        play = self.play
        if play.held is not None:
            self.move("let")
        else:
            self.move(f"grab {play.session.rebuild.worst_parts()[0]}")

    def action_arrow(self, way: str) -> None:
        """The part in hand; else through time; in the film from frame to frame."""
        x, y, z = WAYS[way]
        if self.has_class("-film"):
            self.film.scrub(-z, x)
            self.show()
        elif self.play.held is not None:
            step = round(STEP_CM)
            self.move(f"carry {x * step} {y * step} {z * step}")
        elif x:
            self.action_epochs(x)

    def action_depth(self, steps: int) -> None:
        """The part in hand, nearer or farther."""
        if self.play.held is not None:
            self.move(f"carry 0 {round(STEP_CM) * steps} 0")

    def action_enter(self) -> None:
        """Put right, or bet."""
        if self.typed is None:
            self.move("right")
            return
        typed, self.typed = self.typed, None
        if typed and not self.attempt.do(f"bet {int(typed)}"):
            self.play.say(
                N_("A bet is about a rebuild that nobody has seen: later than {n}."), n=Count(self.play.farthest)
            )
        self.changed()

    def action_bet(self) -> None:
        """Begin to type."""
        if self.play.bet is None and not self.play.is_wiped:
            self.play.running = False
            self.typed = ""
        else:
            self.play.say(N_("One bet is enough; no one takes it back."))
        self.changed()

    def action_sit(self) -> None:
        """The next one sits down."""
        self.move("sit")

    def action_film(self) -> None:
        """The film, or the floor again."""
        self.toggle_class("-film")
        self.film.begin()
        self.call_after_refresh(self.show)

    def action_wipe(self) -> None:
        """Everything forgotten."""
        self.move("wipe")

    def action_back(self) -> None:
        """Out of the bet, the film, the hand; else to the map."""
        if self.typed is not None:
            self.typed = None
            self.changed()
        elif self.has_class("-film"):
            self.action_film()
        elif self.play.held is not None:
            self.move("let")
        else:
            super().action_back()
