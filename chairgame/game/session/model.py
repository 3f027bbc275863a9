"""The one mutable model of a game: commands go in, news comes out. Screens show it and keep nothing of it.

How it moves through time is in `playback`, what there is to see in `view`.
"""

from dataclasses import replace

from chairgame.chair.parts import Chair
from chairgame.game.news import News
from chairgame.game.session.commentary import Commentary
from chairgame.game.session.hand import Hand
from chairgame.game.session.player import Playback
from chairgame.game.session.view import Peek
from chairgame.game.session.volume import louder, quieter
from chairgame.game.sitting.sit_words import next_sitter, verdict
from chairgame.text.catalogue import N_
from chairgame.training.history import History
from chairgame.training.settings import Settings


class GameSession(Playback):
    """Everything that a player can do to it."""

    def __init__(self, chair: Chair, settings: Settings, history: History | None = None) -> None:
        super().__init__(history or History(chair, settings))

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

    def go_on_with(self, history: History, epoch: int) -> None:
        """Take up an earlier run at an epoch of it; what was on the bench stays with undo."""
        before, self.playing = self.chair, False
        self.workshop.start_over(history)
        self.workshop.show(min(epoch, history.newest))
        self._taken_up(before, None)
        self.say(N_("Here you left it: epoch {epoch}."), epoch=self.epoch)

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
        self.hand = None
        self.workshop.switch()
        self._refresh()
        self.rest()
        self.say(N_("Branch {name}"), name=self.bench.branch.name)

    def undo(self) -> None:
        """Back to before the last change; after a burn-out that no change made at once, to just before it."""
        if self.rebuild.burned_out and not self._is_changed_here():
            self.playing = False
            self.seek(self._last_sound_epoch())
            self.say(N_("Just before it burned. Make it quieter («-») and try again."))
            return
        if self.hand is not None and self.hand.has_moved(self.rebuild.poses):
            self.hand = Hand.around(self.hand.part, self.rebuild.poses)
            self.say(N_("{label} is back where the brain put it."), label=self.chair.labels[self.hand.part])
            return
        before = self.chair
        if self.workshop.undo():
            self._taken_up(before, N_("Undone: epoch {epoch}, volume {rate} again. U takes it back."))
        else:
            self.say(N_("There is nothing to undo."))

    def redo(self) -> None:
        """Take the last undo back."""
        before = self.chair
        if self.workshop.redo():
            self._taken_up(before, N_("Done again: epoch {epoch}, volume {rate}."))
        else:
            self.say(N_("There is nothing to do again."))

    # The player's hand and eyes

    def select_part(self, part: int | None) -> None:
        """Point at a part."""
        if self.hand is None:
            self.selected_part = part

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
            N_("{label} is right, by your hand; the brain has not changed. n builds it again."),
            label=self.chair.labels[self.hand.part],
        )

    def sit_down(self) -> None:
        """The next one of cat, grandmother and hippopotamus sits down on what stands there."""
        self.playing = False
        self.elapsed = self.beat.seconds
        self.sitter = next_sitter(self.sitter)
        test = self.sit_test
        if test is not None:
            self.note(verdict(test, self.chair))

    def stand_up(self) -> None:
        """Nobody sits any more."""
        self.sitter = None

    def toggle_peek(self) -> None:
        """Look at the ideal chair, or away. Before it is earned, the look is recorded."""
        self.peeking = self.ideal is None
        if self.peeking:
            self._record_peek()

    # Inside

    def _record_peek(self) -> None:
        if self.box_is_open:
            return
        self._looked_into = self.history
        self.peeks.append(Peek(self.epoch, self.row.distance_cm))
        self.note(News(N_("you looked into the box")))
        self.say(N_("You looked into the box. It is written down."))

    def _last_sound_epoch(self) -> int:
        """The last epoch before the distance began to explode: not much farther than the best of the last ten."""
        recent = self.history.rows[max(0, self.epoch - 10) : self.epoch]
        known = [(row.distance_cm, row.epoch) for row in recent if row.distance_cm is not None]
        if not known:
            return self.epoch
        return max(epoch for distance, epoch in known if distance <= 2 * min(known)[0])

    def _is_changed_here(self) -> bool:
        """Whether the last change of the run in use was made at the epoch shown."""
        changes = self.history.changes
        return self.epoch == 0 or bool(changes and changes[-1].epoch == self.epoch)

    def _changed(self, branched: bool) -> None:
        self._refresh()
        if self.rebuild.burned_out:
            self._say_burned_out()
        elif branched:
            self.say(
                N_("You changed the past: from epoch {epoch} on this is branch {name}."),
                epoch=self.epoch,
                name=self.bench.branch.name,
            )

    def _start_over(self, chair: Chair, settings: Settings) -> None:
        before = self.chair
        self.workshop.start_over(History(chair, settings))
        self._taken_up(before, None)
        self.elapsed = 0.0  # the first rebuild is shown from its pile

    def _taken_up(self, before: Chair, message: str | None) -> None:
        """Another run is on the bench, perhaps of another chair than before."""
        self.hand, self._event, self._commentary = None, False, Commentary()
        if self.chair is not before:
            self.__dict__.pop("pile", None)
            self.selected_part = None
            self.peeking = False
        self._refresh()
        self.rest()
        fields = {"epoch": self.epoch, "rate": self.settings.learning_rate}
        self.news = News(message, fields) if message else None
