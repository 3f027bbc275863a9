"""The one mutable model of a game: commands go in, news comes out. Screens show it and keep nothing of it.

It is made of parts that it owns and wires to one another. What concerns one part alone is a command of that part
(`session.player.pause()`, `session.hand.move(…)`); what concerns several is one of the session. Nobody outside writes
a field of either.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np

from chairgame.chair.parts import Chair
from chairgame.chair.pile import pile_poses
from chairgame.chair.poses import Poses
from chairgame.game.news import Count, News, Rate, Value
from chairgame.game.session.burnout import last_sound_epoch
from chairgame.game.session.hand import Hand
from chairgame.game.session.journal import Journal
from chairgame.game.session.journey import Journey
from chairgame.game.session.learner import InlineLearner, Learner, seconds_to_wire
from chairgame.game.session.limits import USUAL, Limits
from chairgame.game.session.peeks import Peeks
from chairgame.game.session.player import Player
from chairgame.game.session.rebuild import Rebuild
from chairgame.game.session.scanner import Scanner
from chairgame.game.session.seat import Seat
from chairgame.game.session.turns import Turns
from chairgame.game.session.voice import Voice
from chairgame.game.session.volume import louder, quieter
from chairgame.game.session.workshop import Plan, Workshop, new_run
from chairgame.game.sitting.sit_words import verdict
from chairgame.text.catalogue import N_
from chairgame.training.history import History
from chairgame.training.rows import Row
from chairgame.training.settings import Settings
from chairgame.training.tasks import chair_task

DECORATION = 7  # the stream of the pile: it must not depend on, nor disturb, the brain's


class GameSession:
    """Everything that a player can do to a run, and what there is to see of it."""

    def __init__(
        self,
        chair: Chair,
        settings: Settings,
        history: History | None = None,
        learner: Learner | None = None,
        limits: Limits = USUAL,
    ) -> None:
        """Without a learner everything is worked out at once."""
        self._limits: Final = limits
        self.workshop: Final = Workshop(history or new_run(chair, settings, limits), limits)
        self.player: Final = Player()
        self.voice: Final = Voice()
        self.journal: Final = Journal(self.workshop)
        self.scanner: Final = Scanner(self.workshop, self.player)
        self.peeks: Final = Peeks(self.workshop, self.scanner)
        self.hand: Final = Hand(self.workshop)
        self.seat: Final = Seat(self.workshop, self.hand)
        self.turns: Final = Turns(self.voice)
        self.journey: Final = Journey(
            self.workshop, self.player, self.hand, self.voice, self.journal, learner or InlineLearner(), self.turns
        )
        self._pile: tuple[Chair, Poses] | None = None

    # What there is to see; the rest is in the parts

    @property
    def history(self) -> History:
        """The run in use."""
        return self.workshop.history

    @property
    def chair(self) -> Chair:
        """The parts on the floor."""
        return self.history.chair

    @property
    def epoch(self) -> int:
        """The epoch shown."""
        return self.workshop.bench.epoch

    @property
    def newest(self) -> int:
        """The newest epoch of the run in use."""
        return self.history.newest

    @property
    def settings(self) -> Settings:
        """How the run practises at the epoch shown."""
        return self.history.settings_at(self.epoch)

    @property
    def rebuild(self) -> Rebuild:
        """The epoch shown, with all its phases."""
        return self.workshop.rebuild

    @property
    def row(self) -> Row:
        """The figures of the epoch shown."""
        return self.scanner.row

    @property
    def pile(self) -> Poses:
        """The heap of parts from which every rebuild starts."""
        if self._pile is None or self._pile[0] is not self.chair:
            self._pile = (self.chair, pile_poses(self.chair, np.random.default_rng(DECORATION)))
        return self._pile[1]

    @property
    def playing(self) -> bool:
        """Whether time runs."""
        return self.player.playing

    @property
    def news(self) -> News | None:
        """What was said last."""
        return self.voice.news

    @property
    def spoken(self) -> News | None:
        """The news, unless it would tell what the scanner has yet to read."""
        return None if self.voice.is_foretold and not self.player.is_measured else self.news

    # Time

    def in_turn(self, command: Callable[..., object], *arguments: object) -> None:
        """Do something once what was asked for before has happened: now, or when whoever learns is done with it."""
        is_way_back = command == self.step and arguments < (0,)
        self.turns.take(command, *arguments, adds_up=is_way_back)

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass, and learn for as long as it may. True if anything moved."""
        return self.journey.tick(seconds, may_learn)

    def toggle_play(self) -> None:
        """Play, or hold on at this very moment."""
        self.journey.toggle_play()

    def next_epoch(self) -> None:
        """One more rebuild, shown from its beginning when playing and at its end when not."""
        self.journey.next_epoch()

    def next_phase(self) -> None:
        """Hold at the end of the next phase of the loop."""
        self.journey.next_phase()

    def step(self, epochs: int) -> None:
        """Step through time; at the newest epoch a step forward trains one more."""
        if epochs > 0 and self.epoch == self.newest:
            self.next_epoch()
        else:
            self.seek(self.epoch + epochs)

    def seek(self, epoch: int) -> None:
        """Show any epoch of the run, as it was."""
        self.journey.seek(epoch)

    def change_speed(self, steps: int) -> None:
        """Faster or slower. What lies in the pile stays there, and what a hand holds stays built."""
        self.player.set_speed(self.player.speed_index + steps)
        if self.hand.held is not None:
            self.player.show_end()
        elif self.player.elapsed:
            self.player.rest()

    # Changes

    def change_settings(self, settings: Settings) -> None:
        """Practise otherwise from this epoch on; with another brain, start over."""
        if settings == self.settings:
            return
        if settings.same_brain(self.settings):
            self._change(lambda history: history.change_settings(settings))
        else:
            self._start_over(self.chair, settings)

    def change_chair(self, chair: Chair) -> None:
        """Other parts, another box, a new brain."""
        self._start_over(chair, self.settings)

    def change_volume(self, steps: int) -> None:
        """Turn the headphones up (1) or down (-1)."""
        turn = louder if steps > 0 else quieter
        self.change_settings(replace(self.settings, learning_rate=turn(self.settings.learning_rate)))

    def change_parameter(self, index: int, value: float) -> None:
        """Set one weight by hand."""
        self._change(lambda history: history.change_parameter(index, value))

    def new_brain(self) -> None:
        """Forget everything: the next seed's wiring."""
        self._start_over(self.chair, replace(self.settings, seed=(self.settings.seed + 1) % 2**63))

    def go_on_with(self, history: History, epoch: int) -> None:
        """Take up an earlier run at an epoch of it; what was on the bench stays with undo."""
        self.player.pause()
        plan = self.workshop.begun(history, min(epoch, history.newest))
        self._take_up(plan, N_("Here you left it: epoch {epoch}."))

    def fork(self) -> None:
        """Go on from here on a branch of its own, and compare."""
        plan = self.workshop.forked()
        told = News(
            N_("Branch {name}: a copy of the brain from epoch {epoch}. v changes between the branches."),
            {"name": plan.bench.branch.name, "epoch": Count(self.epoch)},
        )
        self.journey.go(plan, partial(self.voice.tell, told), keeps_time=True)

    def switch_branch(self) -> None:
        """Use the next branch."""
        if len(self.workshop.bench.branches) == 1:
            self.say(N_("There is only one branch. f makes another one."))
            return
        self.hand.let_go()
        plan = self.workshop.switched()

        def arrive() -> None:
            self.player.rest()
            self.say(N_("Branch {name}"), name=plan.bench.branch.name)

        self.journey.go(plan, arrive)

    def undo(self) -> None:
        """Back to before the last change; after a burn-out that no change made at once, to just before it."""
        if self.rebuild.burned_out and not self.history.was_changed_at(self.epoch):
            self.player.pause()
            sound = last_sound_epoch(lambda epoch: self.history.rows[epoch].distance_cm, self.epoch)
            self.seek(self.epoch if sound is None else sound)
            self.say(N_("Just before it burned. Make it quieter («-») and try again."))
            return
        if self.hand.held is not None and self.hand.has_moved:
            self.hand.take(self.hand.held.part)
            self.say(N_("{label} is back where the brain put it."), label=self.chair.labels[self.hand.held.part])
            return
        plan = self.workshop.undone()
        if plan is None:
            self.say(N_("There is nothing to undo."))
        else:
            self._take_up(plan, N_("Undone: epoch {epoch}, volume {rate} again. U takes it back."))

    def redo(self) -> None:
        """Take the last undo back."""
        plan = self.workshop.redone()
        if plan is None:
            self.say(N_("There is nothing to do again."))
        else:
            self._take_up(plan, N_("Done again: epoch {epoch}, volume {rate}."))

    # The player's hand and eyes

    def grab(self) -> None:
        """Take the selected part, else the worst one, in hand; or let go of it."""
        if self.hand.let_go() is not None:
            return
        if self.rebuild.burned_out:
            self.journey.say_burned_out()
            return
        self.player.stand_still()
        part = self.hand.selected if self.hand.selected is not None else self.rebuild.worst_parts()[0]
        self.hand.take(part)
        self.say(
            N_("You hold {label}. Arrows and [ ] move it, Enter puts it right, g lets go."),
            label=self.chair.labels[part],
        )

    def put_right(self) -> None:
        """Put the part in hand where it belongs. Knowing where means a look into the box, and counts as one."""
        if self.hand.held is None:
            return
        self._note_peek(is_written_down=self.peeks.write_down())
        self.hand.put_at(self.history.task.chair_box.reveal())
        self.say(
            N_("{label} is right, by your hand; the brain has not changed. n builds it again."),
            label=self.chair.labels[self.hand.held.part],
        )

    def sit_down(self) -> None:
        """The next one of cat, grandmother and hippopotamus sits down on what stands there."""
        self.player.stand_still()
        if (test := self.seat.sit_next()) is not None:
            self.journal.note(verdict(test, self.chair))

    def toggle_peek(self) -> None:
        """Look at the ideal chair, or away. Before it is earned, the look is recorded."""
        if self.peeks.ideal is None:
            self._note_peek(is_written_down=self.peeks.look())
        else:
            self.peeks.look_away()

    def say(self, message: str, **fields: Value) -> None:
        """Put a sentence on the news line."""
        self.voice.say(message, **fields)

    # Inside

    def _note_peek(self, *, is_written_down: bool) -> None:
        if is_written_down:
            self.journal.note(News(N_("you looked into the box")))
            self.say(N_("You looked into the box. It is written down."))

    def _change(self, change: Callable[[History], None]) -> None:
        """Change the run at the epoch shown, and say what that did to it."""
        plan, before = self.workshop.changed(change), self.workshop.bench.branch.name

        def arrive() -> None:
            if self.rebuild.burned_out:
                self.journey.say_burned_out()
            elif plan.bench.branch.name != before:
                self.say(
                    N_("You changed the past: from epoch {epoch} on this is branch {name}."),
                    epoch=Count(self.epoch),
                    name=plan.bench.branch.name,
                )

        self.journey.go(plan, arrive, keeps_time=True)

    def _start_over(self, chair: Chair, settings: Settings) -> None:
        """Another brain; its first rebuild is shown from its pile."""
        before, seconds = self.chair, seconds_to_wire(chair_task(chair, settings), settings)

        def arrive() -> None:
            self._forget_parts(before)
            self.player.show_start()

        self.journey.begin(lambda: new_run(chair, settings, self._limits), seconds, arrive)

    def _take_up(self, plan: Plan, message: str) -> None:
        """Another run, perhaps of another chair than before; and say where that is."""
        before = self.chair

        def arrive() -> None:
            self._forget_parts(before)
            self.player.rest()
            self.say(message, epoch=Count(self.epoch), rate=Rate(self.settings.learning_rate))

        self.journey.go(plan, arrive, begins=True)

    def _forget_parts(self, before: Chair) -> None:
        """What was pointed at and looked at was another chair's; what was said was about another run."""
        self.hand.let_go()
        if self.chair is not before:
            self.hand.forget()
            self.peeks.look_away()
        self.voice.hush()
