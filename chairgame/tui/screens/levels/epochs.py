"""The screen of epochs: floor, box, feet and time; a hand, a bet on the time line, somebody who sits down, the wiping;
then two chairs side by side, of which grandmother gets one.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import cast

from textual.widget import Widget

from chairgame.game.news import Count
from chairgame.game.sitting.outcome import GRANDMOTHER
from chairgame.game.sitting.sit_test import sit_down
from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.course import Course
from chairgame.game.story.epochs import EpochsPlay
from chairgame.game.story.finale import SIDES
from chairgame.game.story.seating import rebuild_at
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.sitting import Sitting
from chairgame.graphics.picture.staging import still_of
from chairgame.text.catalogue import N_
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.epochs_bet import BetCursor
from chairgame.tui.screens.levels.epochs_hand import Hand
from chairgame.tui.screens.levels.epochs_keys import BET_KEYS, EPOCHS_KEYS, PAIR_KEYS
from chairgame.tui.screens.levels.epochs_stage import STAGE_CSS, EpochsStage
from chairgame.tui.screens.levels.epochs_words import next_step
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.reveal import Exhibit
from chairgame.tui.widgets.sentence import with_more
from chairgame.tui.widgets.sit_time import SitTimeline

WAYS = {"left": (-1, 0, 0), "right": (1, 0, 0), "up": (0, 0, 1), "down": (0, 0, -1)}
RUN_ONLY = (
    "epochs",
    "hand.grab",
    "hand.reach",
    "bet",
    "attempt.do",
    "film",
    "wipe",
    "play.run.change_speed",
    "play.hurry",
)
"""Actions, and what they tell to which part, that a question or the pairs leave no room for."""


@lru_cache(1)
def seated(course: Course, epoch: int) -> Scene:
    """Grandmother on a rebuild."""
    poses = rebuild_at(course, epoch).poses
    return Sitting(course.chair, poses, sit_down(course.chair, poses, GRANDMOTHER)).scenes[0]


class EpochsScreen(LevelScreen, LooksAround):
    """The chair goes, the wiring stays."""

    KEYS = EPOCHS_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = STAGE_CSS

    def __init__(self, attempt: Attempt) -> None:
        super().__init__(attempt)
        self.cursor = BetCursor(lambda: self.play.run)
        self.hand = Hand(lambda: self.play, self.move)
        self.chosen = 0
        """The chair that grandmother would get."""

    def compose_stage(self) -> Iterator[Widget]:
        """Floor and box, feet, time; in their place the film, the brain, or two chairs."""
        play, look, clock = (lambda: self.play), self.game.look, self.game.clock
        self.stage = EpochsStage(play, lambda: self.cursor.epoch, lambda: SIDES[self.chosen], look, clock)
        yield from self.stage.compose()

    def fit_stage(self, columns: int, rows: int) -> None:
        """Of the window's size what the stars leave."""
        self.stage.fit(columns, rows)

    @property
    def play(self) -> EpochsPlay:
        """The play; undo makes another one."""
        return cast(EpochsPlay, self.attempt.play)

    def exhibit(self) -> Exhibit:
        """What the newborn brain builds; afterwards grandmother on the first chair that holds her."""
        _, play = self.game.look.words, self.play
        run = play.run
        if self.attempt.stage is Stage.DEBRIEF and run.truth is not None:
            seat, title = run.truth, _("rebuild {n}", n=run.truth)
            return Exhibit(title, seat, lambda _seconds: seated(run.first, seat))
        chair, poses = run.first.chair, play.first_build
        return Exhibit(_("a newborn brain's chair"), 0, lambda _seconds: still_of(chair, poses))

    def show(self) -> None:
        """The widgets look at the run of the moment."""
        if self.is_mounted and hasattr(self, "stage"):
            self.stage.follow(is_film=self.has_class("-film"))
        super().show()

    def notes(self) -> tuple[str, ...]:
        """Rebuilds, the bet, the pairs."""
        _, run = self.game.look.words, self.play.run
        if self.play.finale is not None:
            return (_("pair {n} of {all}", n=self.play.finale.number + 1, all=len(self.play.finale.pairs)),)
        lines = [_("rebuild {n} of {all}", n=run.epoch, all=run.most)]
        if self.play.session.player.is_measured:
            lines.append(_("now {cm} cm", cm=_.number(run.rebuild.measurement.distance_cm, 1)))
        if run.bet is not None:
            lines.append(_("bet: {n}", n=run.bet))
        return tuple(lines)

    def sentence(self) -> str:
        """The question that is open comes first; then what to do next, until all three stars are earned."""
        if self.cursor.epoch is not None:
            return self.game.look.words(
                "Which rebuild will be the first to hold grandmother? ← → along the time line, Enter. Esc: not yet."
            )
        if self.play.news is not None and self.play.finale is not None and self.play.finale.choice is not None:
            return with_more(self.play.news.sentence(self.game.look.words), self.idle_sentence(), self.size.width)
        is_said = self.play.news is None or self.play.last_test is not None  # the picture says how it went
        if is_said and self.attempt.star_count < len(self.attempt.level.stars):
            return self.idle_sentence()
        return super().sentence()

    def idle_sentence(self) -> str:
        """Which key, and why."""
        return next_step(self.play, self.game.look.words)

    def working_keys(self) -> tuple[Key, ...]:
        """What the footer names: other things while something is asked."""
        if self.attempt.stage is not Stage.PLAY or not (self.play.finale or self.cursor.epoch is not None):
            return tuple(self._named(key) for key in super().working_keys())
        return tuple(key for key in (PAIR_KEYS if self.play.finale else BET_KEYS) if self.works(key))

    def _named(self, key: Key) -> Key:
        """What Space does now."""
        run = self.play.run
        short = N_("two chairs") if run.is_wiped else N_("hold") if run.running else N_("learn")
        return replace(key, short=short) if key.action == "play" else key

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is asked, what cannot answer it does nothing."""
        if not super().check_action(action, parameters):
            return False
        if self.attempt.stage is not Stage.PLAY:
            return True
        if action == "feet":
            return self.play.finale is not None
        what = parameters[0] if action == "tell" else action
        return what not in RUN_ONLY or (self.play.finale is None and self.cursor.epoch is None)

    # Keys

    def action_play(self) -> None:
        """Learn, or hold; on to what comes next."""
        play = self.play
        if play.finale is not None and play.finale.can_go_on:
            self._next_pair()
        elif play.finale is None and play.run.is_wiped:
            play.skip()
            self.move("pairs")
        elif play.run.needs_bet:
            self.action_bet()
        elif play.finale is None and self.cursor.epoch is None:
            play.news = None
            play.run.toggle()
            self.changed()

    def action_epochs(self, steps: int) -> None:
        """A rebuild on or back."""
        self.play.run.running = False
        if steps > 0 and self.play.run.needs_bet:
            self.play.say(N_("It waits for your bet: b."))
            self.changed()
        else:
            self.move("epoch 1" if steps > 0 else "back 1")

    def action_arrow(self, way: str) -> None:
        """The part in hand, the bet, the chair; in the film from frame to frame; else through time."""
        x, y, z = WAYS[way]
        finale = self.play.finale
        if finale is not None and x and finale.is_asking:
            self.chosen = int(x > 0)
            self.changed()
        elif finale is not None:
            pass
        elif self.has_class("-film"):
            self.stage.film.scrub(-z, x)
            self.show()
        elif self.cursor.epoch is not None:
            self.cursor.move(x + 10 * z)
            self.changed()
        elif self.hand.is_full:
            self.hand.carry(x, y, z)
        elif x:
            self.action_epochs(x)

    def on_timeline_sought(self, message: SitTimeline.Sought) -> None:
        """A click on the time line: the rebuild that the bet is about, or one that has been learned already."""
        run = self.play.run
        if self.attempt.stage is not Stage.PLAY or self.play.finale is not None:
            return
        if self.cursor.epoch is not None:
            self.cursor.move(message.epoch - self.cursor.epoch)
            self.changed()
        elif steps := run.known_up_to(message.epoch) - run.epoch:
            run.running = False
            self.move(f"epoch {steps}" if steps > 0 else f"back {-steps}")

    def action_enter(self) -> None:
        """Whatever is asked: this one."""
        finale = self.play.finale
        if finale is not None and finale.is_asking:
            self.stage.look_at_pair(is_low=False)
            self.move(f"give {SIDES[self.chosen]}")
        elif finale is not None and finale.can_go_on:
            self._next_pair()
        elif self.cursor.epoch is not None:
            self.move(f"bet {self.cursor.take()}")
        else:
            self.move("right")

    def _next_pair(self) -> None:
        self.chosen = 0
        self.move("next")

    def action_bet(self) -> None:
        """Begin to choose."""
        if self.play.run.needs_bet:
            self.play.run.running, self.play.news = False, None
            self.cursor.begin()
        elif self.play.run.bet is not None:
            self.play.say(N_("One bet is enough; no one takes it back."))
        elif not self.play.run.is_wiped:
            self.play.say(
                N_("First let it learn: at rebuild {n} it waits for your bet."), n=Count(self.play.run.bet_at)
            )
        self.changed()

    def action_feet(self) -> None:
        """Down to the floor, or up again."""
        if self.play.finale is not None and self.play.finale.is_asking:
            self.stage.look_at_pair(is_low=not self.stage.pair_floors[0].is_low)
            self.show()

    def action_film(self) -> None:
        """The film, or the floor again."""
        self.toggle_class("-film")
        self.stage.film.begin()
        self.show()
        self.call_after_refresh(self.show)

    def action_wipe(self) -> None:
        """Everything forgotten."""
        if not self.play.run.is_wiped and not self.play.has_sat:
            self.play.say(N_("First let grandmother sit: else nobody knows what there is to lose."))
            self.changed()
        else:
            self.move("wipe")

    def action_back(self) -> None:
        """Out of the bet, the film, the hand; else to the map."""
        if self.cursor.epoch is not None:
            self.cursor.take()
            self.changed()
        elif self.has_class("-film"):
            self.action_film()
        elif self.hand.is_full:
            self.move("let")
        else:
            super().action_back()
