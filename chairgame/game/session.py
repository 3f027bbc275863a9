"""The one mutable model of a game: commands go in, news comes out. Screens show it and keep nothing of it.

It knows neither screen nor clock: `tick` is told how much time has passed, and how long it may learn.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.pile import pile_poses
from chairgame.chair.poses import Poses
from chairgame.game.beats import FULL, NORMAL, SPEEDS, Beat, Moment, Phase, Speed, beat_for
from chairgame.game.hand import Hand
from chairgame.game.news import News
from chairgame.game.rebuild import Rebuild, rebuild_of
from chairgame.game.volume import louder, quieter
from chairgame.game.workshop import Bench, Workshop
from chairgame.text.catalogue import N_
from chairgame.training.history import History, Row
from chairgame.training.settings import Settings

OPEN_CM = 2.0  # below this the box opens by itself
LANDMARKS_CM = (12.0, 5.0, OPEN_CM)
DECORATION = 7  # the stream of the pile: it must not depend on, nor disturb, the brain's


@dataclass(frozen=True)
class Peek:
    """The player looked into the box: in which epoch, and at what distance."""

    epoch: int
    distance_cm: float | None


class GameSession:
    """A workshop with runs, the epoch and phase shown, and the player's hand."""

    def __init__(self, chair: Chair, settings: Settings, history: History | None = None) -> None:
        self.workshop = Workshop(history or History(chair, settings))
        self.playing = False
        self.speed_index = NORMAL
        self.elapsed = 0.0
        self.selected_part: int | None = None
        self.hand: Hand | None = None
        self.peeking = False
        self.peeks: list[Peek] = []
        self.news: News | None = None
        self._halved_from: float | None = None
        self._event = False
        self._stepping = False  # phase by phase every one is shown, however late the epoch
        self._refresh()

    # What there is to see

    @property
    def bench(self) -> Bench:
        """The branches and the epoch shown."""
        return self.workshop.bench

    @property
    def history(self) -> History:
        """The run in use."""
        return self.workshop.bench.history

    @property
    def chair(self) -> Chair:
        """The parts on the floor."""
        return self.history.chair

    @property
    def epoch(self) -> int:
        """The epoch shown."""
        return self.bench.epoch

    @property
    def newest(self) -> int:
        """The newest epoch of the run in use."""
        return self.history.newest

    @property
    def settings(self) -> Settings:
        """How the run practises at the epoch shown."""
        return self.history.settings_at(self.epoch)

    @property
    def speed(self) -> Speed:
        """How fast it plays."""
        return SPEEDS[self.speed_index]

    @cached_property
    def pile(self) -> Poses:
        """The heap of parts from which every rebuild starts."""
        return pile_poses(self.chair, np.random.default_rng(DECORATION))

    @property
    def ideal(self) -> Poses | None:
        """The ideal chair while the player looks at it, else nothing."""
        return self.history.trainer.box.reveal() if self.peeking else None

    @property
    def row(self) -> Row:
        """The figures of the epoch shown."""
        return self.history.rows[self.epoch]

    @property
    def next_distance_cm(self) -> float | None:
        """What the scanner will read once the adjusted brain has built again."""
        if self.rebuild.after is None:
            return None
        distance = self.history.trainer.measure(self.rebuild.after, self.settings.loss).distance_cm
        return distance if np.isfinite(distance) else None

    @property
    def best_cm(self) -> float | None:
        """The smallest distance of the run so far."""
        return min((row.distance_cm for row in self.history.rows if row.distance_cm is not None), default=None)

    @property
    def box_is_open(self) -> bool:
        """Whether the run has earned a look at the ideal."""
        best = self.best_cm
        return best is not None and best < OPEN_CM

    @property
    def beat(self) -> Beat:
        """How the epoch shown is played."""
        return FULL if self._stepping else beat_for(self.epoch, self.speed, event=self._event)

    @property
    def moment(self) -> Moment:
        """The phase shown and how far it is."""
        return self.beat.at(self.elapsed)

    @property
    def assembly(self) -> Poses:
        """Where the parts are once built: where the brain put them, but for one that the player holds."""
        return self.hand.applied_to(self.rebuild.poses) if self.hand else self.rebuild.poses

    def distances_of(self, branch: int) -> FloatArray:
        """A branch's distance per epoch in cm, NaN where there was none."""
        rows = self.bench.branches[branch].history.rows
        return np.array([np.nan if row.distance_cm is None else row.distance_cm for row in rows])

    # Time

    def toggle_play(self) -> None:
        """Play, or hold on at this very moment."""
        if not self.playing and self.rebuild.burned_out:
            self._say_burned_out()
            return
        self.playing = not self.playing

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. Learns on while `may_learn` says so when many epochs pass at once. True if anything moved."""
        if not self.playing:
            return False
        self.elapsed += seconds
        if self.elapsed >= self.beat.seconds:
            if self.rebuild.burned_out:
                self._hold(self.beat.seconds)
            else:
                self._pass_epochs(self.speed.epochs_per_cut or None, may_learn)
        return True

    def next_epoch(self) -> None:
        """One more rebuild, shown from its beginning when playing and at its end when not."""
        self._leave_hand()
        if self.rebuild.burned_out:
            self._say_burned_out()
            return
        self._go_to(self.epoch + 1, learn=True)
        self.rest()

    def next_phase(self) -> None:
        """Hold at the end of the next phase of the loop."""
        self.playing = False
        phase = self.moment.phase
        following = Phase.BUILD
        if self.elapsed == 0 and phase is not None:
            following = phase
        elif phase is not None and phase is not Phase.ADJUST:
            following = Phase(phase + 1)
        elif self.rebuild.burned_out:
            self._say_burned_out()
            return
        else:
            self._leave_hand()
            self._go_to(self.epoch + 1, learn=True)
        self._stepping = True
        self.elapsed = FULL.end_of(following)

    def step(self, epochs: int) -> None:
        """Step through time; at the newest epoch a step forward trains one more."""
        if epochs > 0 and self.epoch == self.newest:
            self.next_epoch()
        else:
            self.seek(self.epoch + epochs)

    def seek(self, epoch: int) -> None:
        """Show any epoch of the run, as it was."""
        self._leave_hand()
        self._go_to(min(max(0, epoch), self.newest), learn=False)
        self.rest()

    def change_speed(self, steps: int) -> None:
        """Faster or slower."""
        self.speed_index = min(max(0, self.speed_index + steps), len(SPEEDS) - 1)
        self.elapsed = 0.0 if self.playing else self.beat.seconds

    # Changes

    def change_settings(self, settings: Settings) -> None:
        """Practise otherwise from this epoch on; with another brain, start over."""
        if settings == self.settings:
            return
        if settings.same_brain(self.settings):
            self._changed(self.workshop.change(lambda history: history.change_settings(settings)))
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
        self._changed(self.workshop.change(lambda history: history.change_parameter(index, value)))

    def new_brain(self) -> None:
        """Forget everything: the next seed's wiring."""
        self._start_over(self.chair, replace(self.settings, seed=(self.settings.seed + 1) % 2**63))

    def fork(self) -> None:
        """Go on from here on a branch of its own, and compare."""
        self.workshop.fork()
        self._refresh()
        self.say(
            N_("Branch {name}: a copy of the brain from epoch {epoch}. v changes between the branches."),
            name=self.bench.branch.name,
            epoch=self.epoch,
        )

    def switch_branch(self) -> None:
        """Use the next branch."""
        if len(self.bench.branches) == 1:
            self.say(N_("There is only one branch. f makes another one."))
            return
        self.workshop.switch()
        self._refresh()
        self.rest()
        self.say(N_("Branch {name}"), name=self.bench.branch.name)

    def undo(self) -> None:
        """Back to before the last change; after a burn-out to just before it."""
        if self.rebuild.burned_out and self.epoch:
            self.playing = False
            self.seek(self._last_sound_epoch())
            self.say(N_("Just before it burned. Turn the volume down with - and try again."))
        elif self.workshop.undo():
            self._restored(N_("Undone."))
        else:
            self.say(N_("There is nothing to undo."))

    def redo(self) -> None:
        """Take the last undo back."""
        if self.workshop.redo():
            self._restored(N_("Done again."))
        else:
            self.say(N_("There is nothing to do again."))

    # The player's hand and eyes

    def select_part(self, part: int | None) -> None:
        """Point at a part."""
        if self.hand is None:
            self.selected_part = part

    def worst_parts(self) -> list[int]:
        """Indices of the parts, the farthest from its place first."""
        distances = np.nan_to_num(self.rebuild.measurement.part_distances_cm, nan=np.inf)
        return [int(i) for i in np.argsort(-distances, kind="stable")]

    def grab(self) -> None:
        """Take the selected part, else the worst one, in hand; or let go of it."""
        if self.hand:
            self.hand = None
            return
        if self.rebuild.burned_out:
            self._say_burned_out()
            return
        self.playing = False
        self.elapsed = self.beat.seconds
        part = self.selected_part if self.selected_part is not None else self.worst_parts()[0]
        self.selected_part = part
        self.hand = Hand.around(part, self.rebuild.poses)
        self.say(
            N_("You hold {label}. Arrows and [ ] move it, Enter puts it right, g lets go."),
            label=self.chair.labels[part],
        )

    def move_hand(self, dx: float, dy: float, dz: float) -> None:
        """Move the part in hand by so many cm."""
        if self.hand:
            self.hand = self.hand.moved(dx, dy, dz)

    def put_right(self) -> None:
        """Put the part in hand where it belongs. Knowing where means a look into the box, and counts as one."""
        if not self.hand:
            return
        self._record_peek()
        self.hand = self.hand.put_at(self.history.trainer.box.reveal())
        self.say(
            N_("{label} is right. The chair is better by your hand; the brain has not changed. n rebuilds it."),
            label=self.chair.labels[self.hand.part],
        )

    def hand_distance_cm(self) -> float:
        """What the scanner reads with the part in hand where it is held."""
        if self.hand is None:
            return self.rebuild.measurement.distance_cm
        outputs = self.hand.outputs(self.rebuild.outputs)
        return self.history.trainer.box.measure(outputs, self.settings.loss).distance_cm

    def toggle_peek(self) -> None:
        """Look at the ideal chair, or away. Before it is earned, the look is recorded."""
        self.peeking = not self.peeking
        if self.peeking:
            self._record_peek()

    # Inside

    def _pass_epochs(self, epochs: int | None, may_learn: Callable[[], bool]) -> None:
        """Go on by some epochs, or by as many as `may_learn` allows; at least one."""
        self._leave_hand()
        target = self.epoch + 1
        while self._learn_to(target) and (epochs is None or target - self.epoch < epochs) and may_learn():
            target += 1
        self._go_to(min(target, self.newest), learn=True)
        self.elapsed = 0.0

    def _learn_to(self, epoch: int) -> bool:
        """Make sure that an epoch exists; False when the brain burned out before it."""
        while self.newest < epoch:
            self.history.advance()
            if self.history.burned_out:
                return False
        return not (self.history.burned_out and epoch == self.newest)

    def _go_to(self, epoch: int, *, learn: bool) -> None:
        self._stepping = False
        before = self.row.distance_cm
        if learn:
            self._learn_to(epoch)
        self.workshop.show(min(epoch, self.newest))
        self._event = False
        self._refresh()
        if learn:
            self._look_for_events(before)

    def _refresh(self) -> None:
        """The epoch or the run shown is another than before."""
        if self.epoch == self.newest:
            self.history.measure_newest()
        self.rebuild: Rebuild = rebuild_of(self.history, self.epoch)
        if self._halved_from is None:
            self._halved_from = self.row.distance_cm

    def rest(self) -> None:
        """After a jump: playing goes on from the beat's start, holding shows its end."""
        self.elapsed = 0.0 if self.playing else self.beat.seconds

    def _hold(self, elapsed: float) -> None:
        self.playing = False
        self.elapsed = elapsed

    def _leave_hand(self) -> None:
        """The next rebuild is the brain's work alone."""
        if self.hand is None:
            return
        label, self.hand = self.chair.labels[self.hand.part], None
        self.say(
            N_("You fixed the chair; nobody fixed the brain: {label} went where the wiring sends it."), label=label
        )

    def _look_for_events(self, before: float | None) -> None:
        now = self.row.distance_cm
        if self.rebuild.burned_out:
            self._event = True
            self._say_burned_out()
            return
        if now is None or before is None:
            return
        if self._halved_from is not None and 1.0 <= now <= self._halved_from / 2:
            self._halved_from = now
            self._event = True
            self.say(N_("The distance has halved: {distance} cm."), distance=now)
        crossed = [landmark for landmark in LANDMARKS_CM if now < landmark <= before]
        if crossed:
            self._say_landmark(crossed[-1])

    def _say_landmark(self, landmark: float) -> None:
        if landmark == OPEN_CM:
            self.say(N_("Under 2 cm: the box opens. x shows what was inside."))
        elif landmark == LANDMARKS_CM[0]:
            self.say(N_("Under 12 cm, and nobody ever showed it a chair."))
        else:
            self.say(N_("Under 5 cm: you could almost sit on it."))

    def _say_burned_out(self) -> None:
        self.say(N_("The brain burned out: signals this loud tear the wiring apart. u goes back to just before."))

    def say(self, message: str, **fields: str | float | int) -> None:
        """Put a sentence on the news line."""
        self.news = News(message, fields)

    def _record_peek(self) -> None:
        if self.box_is_open:
            return
        self.peeks.append(Peek(self.epoch, self.row.distance_cm))
        self.say(N_("You looked into the box. It is written down."))

    def _last_sound_epoch(self) -> int:
        """The last epoch before the distance began to explode: where it was smallest among the last ten."""
        recent = [row for row in self.history.rows[max(0, self.epoch - 10) : self.epoch] if row.distance_cm is not None]
        return min(recent, key=lambda row: row.distance_cm or 0.0).epoch if recent else self.epoch

    def _changed(self, branched: bool) -> None:
        self._refresh()
        if branched:
            self.say(
                N_("You changed the past: from epoch {epoch} on this is branch {name}."),
                epoch=self.epoch,
                name=self.bench.branch.name,
            )

    def _start_over(self, chair: Chair, settings: Settings) -> None:
        other = chair is not self.chair
        self.workshop.start_over(History(chair, settings))
        self._restored(None, other_parts=other)

    def _restored(self, message: str | None, *, other_parts: bool = True) -> None:
        """Another run is on the bench."""
        self.hand, self._event, self._halved_from = None, False, None
        if other_parts:
            self.__dict__.pop("pile", None)
            self.selected_part = None
            self.peeking = False
        self._refresh()
        self.rest()
        self.news = News(message) if message else None
