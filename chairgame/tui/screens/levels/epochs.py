"""The screen of epochs: floor, box, feet and time; a hand, a bet on the time line, somebody who sits down, the wiping;
then two chairs side by side, of which grandmother gets one.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from textwrap import wrap
from typing import cast

from textual.widget import Widget

from chairgame.game import places
from chairgame.game.news import Count
from chairgame.game.session.hand import STEP_CM
from chairgame.game.sitting.outcome import GRANDMOTHER
from chairgame.game.sitting.sit_test import sit_down
from chairgame.game.story.attempt import Stage
from chairgame.game.story.course import Course
from chairgame.game.story.epochs import EpochsPlay
from chairgame.game.story.finale import SIDES, Finale
from chairgame.game.story.long_run import SPEEDS
from chairgame.game.story.seating import rebuild_at
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.sitting import Sitting
from chairgame.graphics.picture.staging import still_of
from chairgame.text.catalogue import N_
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.epochs_stage import STAGE_CSS, EpochsStage
from chairgame.tui.screens.levels.epochs_words import next_step
from chairgame.tui.screens.levels.keys import BET_KEYS, EPOCHS_KEYS, PAIR_KEYS
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.reveal import Exhibit
from chairgame.tui.widgets.sit_time import SitTimeline

NEWS_ROWS = 2
FIRST_CURSOR = 50  # in the middle of what can be bet on, where it tells nothing
WAYS = {"left": (-1, 0, 0), "right": (1, 0, 0), "up": (0, 0, 1), "down": (0, 0, -1)}
RUN_ONLY = ("epochs", "grab", "depth", "bet", "sit", "film", "wipe", "speed", "hurry")


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

    cursor: int | None = None
    """The rebuild that the bet is about, while it is chosen."""
    chosen = 0
    """The chair that grandmother would get."""

    def compose_stage(self) -> Iterator[Widget]:
        """Floor and box, feet, time; in their place the film, the brain, or two chairs."""
        play, look, clock = (lambda: self.play), self.game.look, self.game.clock
        self.stage = EpochsStage(play, lambda: self.cursor, lambda: SIDES[self.chosen], look, clock)
        yield from self.stage.compose()

    def fit_stage(self, columns: int, rows: int) -> None:
        """Of the window's size what the stars leave."""
        self.stage.fit(columns, rows)

    @property
    def play(self) -> EpochsPlay:
        """The play; undo makes another one."""
        return cast(EpochsPlay, self.attempt.play)

    @property
    def finale(self) -> Finale | None:
        """The pairs, once they have begun."""
        return self.play.finale

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
        if self.finale is not None:
            return (_("pair {n} of {all}", n=self.finale.number + 1, all=len(self.finale.pairs)),)
        lines = [_("rebuild {n} of {all}", n=run.epoch, all=run.most)]
        if self.play.session.player.is_measured:
            lines.append(_("now {cm} cm", cm=_.number(run.rebuild.measurement.distance_cm, 1)))
        if run.bet is not None:
            lines.append(_("bet: {n}", n=run.bet))
        return tuple(lines)

    def sentence(self) -> str:
        """The question that is open comes first; then what to do next, until all three stars are earned."""
        if self.cursor is not None:
            return self.game.look.words(
                "Which rebuild will be the first to hold grandmother? ← → along the time line, Enter. Esc: not yet."
            )
        if self.play.news is not None and self.finale is not None and self.finale.choice is not None:
            return self._with_next_step(self.play.news.sentence(self.game.look.words))
        is_said = self.play.news is None or self.play.last_test is not None  # the picture says how it went
        if is_said and self.attempt.star_count < len(self.attempt.level.stars):
            return self.idle_sentence()
        return super().sentence()

    def _with_next_step(self, sentence: str) -> str:
        """What came of it, and what comes next where there is room for it."""
        both = f"{sentence} {self.idle_sentence()}"
        width = max(8, self.size.width - 2)
        return both if len(wrap(both, width)) <= NEWS_ROWS else sentence

    def idle_sentence(self) -> str:
        """Which key, and why."""
        return next_step(self.play, self.game.look.words)

    def working_keys(self) -> tuple[Key, ...]:
        """What the footer names: other things while something is asked."""
        if self.attempt.stage is not Stage.PLAY or not (self.finale or self.cursor is not None):
            return tuple(self._named(key) for key in super().working_keys())
        return tuple(key for key in (PAIR_KEYS if self.finale else BET_KEYS) if self.works(key))

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
            return self.finale is not None
        return action not in RUN_ONLY or (self.finale is None and self.cursor is None)

    # Keys

    @property
    def may_play(self) -> bool:
        """Whether Space leads on."""
        return self.play.run.is_wiped or self.may_learn

    @property
    def may_learn(self) -> bool:
        """Whether another rebuild is to be had."""
        return self.play.run.epoch < self.play.run.limit

    @property
    def may_hurry(self) -> bool:
        """Whether it learns."""
        return self.play.run.running

    @property
    def may_bet(self) -> bool:
        """Whether the run waits for a bet."""
        return self.play.run.needs_bet

    @property
    def may_wipe(self) -> bool:
        """Whether grandmother has sat, so that there is something to lose."""
        return self.play.has_sat and not self.play.run.is_wiped

    @property
    def may_give(self) -> bool:
        """Whether a chair is to be chosen."""
        return self.finale is not None and self.finale.choice is None

    @property
    def may_go_on(self) -> bool:
        """Whether another pair comes."""
        return self.finale is not None and self.finale.can_go_on

    def action_play(self) -> None:
        """Learn, or hold; on to what comes next."""
        play = self.play
        if self.may_go_on:
            self._next_pair()
        elif self.finale is None and play.run.is_wiped:
            play.skip()
            self.move("pairs")
        elif self.may_bet:
            self.action_bet()
        elif self.finale is None and self.cursor is None:
            play.news = None
            play.run.toggle()
            self.changed()

    def action_hurry(self) -> None:
        """To the next event at once."""
        self.play.news = None
        self.play.run.toggle(hurry=True)
        self.changed()

    def action_speed(self, steps: int) -> None:
        """Faster or slower."""
        run = self.play.run
        run.speed = min(max(0, run.speed + steps), len(SPEEDS) - 1)
        self.show()

    def action_epochs(self, steps: int) -> None:
        """A rebuild on or back."""
        self.play.run.running = False
        if steps > 0 and self.may_bet:
            self.play.say(N_("It waits for your bet: b."))
            self.changed()
        else:
            self.move("epoch 1" if steps > 0 else "back 1")

    def action_grab(self) -> None:
        """The worst part, or let go."""
        play = self.play
        self.move("let" if play.grip.part is not None else f"grab {play.session.rebuild.worst_parts()[0]}")

    def action_arrow(self, way: str) -> None:
        """The part in hand, the bet, the chair; in the film from frame to frame; else through time."""
        x, y, z = WAYS[way]
        if self.finale is not None:
            self._choose(x)
        elif self.has_class("-film"):
            self.stage.film.scrub(-z, x)
            self.show()
        elif self.cursor is not None:
            run = self.play.run
            self.cursor = min(max(run.bet_at + 1, self.cursor + x + 10 * z), run.most)
            self.changed()
        elif self.play.grip.part is not None:
            step = round(STEP_CM)
            self.move(f"carry {x * step} {y * step} {z * step}")
        elif x:
            self.action_epochs(x)

    def on_timeline_sought(self, message: SitTimeline.Sought) -> None:
        """A click on the time line: the rebuild that the bet is about, or one that has been learned already."""
        run = self.play.run
        if self.attempt.stage is not Stage.PLAY or self.finale is not None:
            return
        if self.cursor is not None:
            self.cursor = max(run.bet_at + 1, message.epoch)
            self.changed()
        elif steps := run.known_up_to(message.epoch) - run.epoch:
            run.running = False
            self.move(f"epoch {steps}" if steps > 0 else f"back {-steps}")

    def _choose(self, x: int) -> None:
        if x and self.may_give:
            self.chosen = int(x > 0)
            self.changed()

    def action_depth(self, steps: int) -> None:
        """The part in hand, nearer or farther."""
        if self.play.grip.part is not None:
            self.move(f"carry 0 {round(STEP_CM) * steps} 0")

    def action_enter(self) -> None:
        """Whatever is asked: this one."""
        if self.may_give:
            self._look_from_the_floor(is_low=False)
            self.move(f"give {SIDES[self.chosen]}")
        elif self.may_go_on:
            self._next_pair()
        elif self.cursor is not None:
            cursor, self.cursor = self.cursor, None
            self.move(f"bet {cursor}")
        else:
            self.move("right")

    def _next_pair(self) -> None:
        self.chosen = 0
        self.move("next")

    def action_bet(self) -> None:
        """Begin to choose."""
        if self.may_bet:
            self.play.run.running, self.play.news, self.cursor = False, None, FIRST_CURSOR
        elif self.play.run.bet is not None:
            self.play.say(N_("One bet is enough; no one takes it back."))
        elif not self.play.run.is_wiped:
            self.play.say(
                N_("First let it learn: at rebuild {n} it waits for your bet."), n=Count(self.play.run.bet_at)
            )
        self.changed()

    def action_feet(self) -> None:
        """Down to the floor, or up again."""
        if self.may_give:
            self._look_from_the_floor(is_low=not self.stage.pair_floors[0].is_low)
            self.show()

    def _look_from_the_floor(self, *, is_low: bool) -> None:
        for floor in self.stage.pair_floors:
            floor.is_low = is_low

    def action_sit(self) -> None:
        """The next one sits down."""
        self.move("sit")

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

    def action_restart(self) -> None:
        """From the beginning; with another brain, once this one has told when grandmother can sit."""
        if self.attempt.stage is Stage.PLAY and self.play.run.truth is not None:
            self.game.level_ended(self.attempt)
            self.game.go(places.Level(self.attempt.level, again=True))
        else:
            super().action_restart()

    def action_back(self) -> None:
        """Out of the bet, the film, the hand; else to the map."""
        if self.cursor is not None:
            self.cursor = None
            self.changed()
        elif self.has_class("-film"):
            self.action_film()
        elif self.play.grip.part is not None:
            self.move("let")
        else:
            super().action_back()
