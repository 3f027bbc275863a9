"""What there is to see of a game: everything that a screen may read. The commands that change it are in `session`."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from chairgame.blackbox.chairbox import Measurement
from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.pile import pile_poses
from chairgame.chair.poses import Poses
from chairgame.game.news import News, Note
from chairgame.game.session.beats import FULL, NORMAL, SPEEDS, Beat, Moment, Phase, Speed, beat_for
from chairgame.game.session.commentary import OPEN_CM, Commentary
from chairgame.game.session.hand import Hand
from chairgame.game.session.rebuild import Rebuild, rebuild_of
from chairgame.game.session.workshop import Bench, Workshop
from chairgame.game.sitting.sit_test import Sitter, SitTest, sit_down
from chairgame.training.history import History, Row
from chairgame.training.settings import Settings

DECORATION = 7  # the stream of the pile: it must not depend on, nor disturb, the brain's


@dataclass(frozen=True)
class Peek:
    """The player looked into the box: in which epoch, and at what distance."""

    epoch: int
    distance_cm: float | None


class SessionView:
    """A workshop with runs, the epoch and phase shown, and the player's hand."""

    def __init__(self, history: History) -> None:
        self.workshop = Workshop(history)
        self.playing = False
        self.speed_index = NORMAL
        self.elapsed = 0.0
        self.selected_part: int | None = None
        self.hand: Hand | None = None
        self.peeking = False
        self.peeks: list[Peek] = []
        self._looked_into: History | None = None  # the run whose box was peeked into
        self.news: News | None = None
        self._foretold: News | None = None  # news of a rebuild that may not have been measured yet
        self._commentary = Commentary()
        self.sitter: Sitter | None = None
        self._sat: tuple[object, object, SitTest] | None = None  # the last sit test, and on what
        self._journal: list[tuple[Chair, Settings, Note]] = []
        self._event = False
        self._stepping = False  # phase by phase every one is shown, however late the epoch
        self._bests: dict[tuple[History, int, int], float | None] = {}
        self._refresh()

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
        return self.history.trainer.box.reveal() if self.peeking and self._may_look else None

    @property
    def _may_look(self) -> bool:
        """A look is earned, or written down for this very run; another run has to earn its own."""
        return self.box_is_open or self._looked_into is self.history

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
        """The smallest distance that the scanner has read so far, up to the epoch shown."""
        return self._best_until(self.epoch if self.is_measured else self.epoch - 1)

    @property
    def box_is_open(self) -> bool:
        """Whether the run has earned a look at the ideal."""
        is_read = self.epoch < self.newest or self.is_measured
        best = self._best_until(self.newest if is_read else self.newest - 1)
        return best is not None and best < OPEN_CM

    def _best_until(self, epoch: int) -> float | None:
        """Asked several times a frame of runs with thousands of epochs, so the last two answers are kept."""
        key = (self.history, len(self.history.rows), epoch)
        if key not in self._bests:
            rows = self.history.rows[: epoch + 1]
            best = min((row.distance_cm for row in rows if row.distance_cm is not None), default=None)
            self._bests = dict([*self._bests.items(), (key, best)][-2:])
        return self._bests[key]

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

    def worst_parts(self) -> list[int]:
        """Indices of the parts, the farthest from its place first."""
        distances = np.nan_to_num(self.rebuild.measurement.part_distances_cm, nan=np.inf)
        return [int(i) for i in np.argsort(-distances, kind="stable")]

    @property
    def is_measured(self) -> bool:
        """Whether the scanner has read the rebuild shown."""
        phase = self.moment.phase
        return phase is None or phase > Phase.MEASURE

    @property
    def spoken(self) -> News | None:
        """The news, unless it would tell what the scanner has yet to read."""
        return None if self.news is self._foretold and not self.is_measured else self.news

    @property
    def measurement(self) -> Measurement:
        """What the scanner reads, with the part in hand where it is held."""
        if self.hand is None:
            return self.rebuild.measurement
        return self.history.trainer.box.measure(self.hand.outputs(self.rebuild.outputs), self.settings.loss)

    @property
    def sit_test(self) -> SitTest | None:
        """How whoever sits fares on what stands there, the part in hand included; nothing while nobody sits."""
        if self.sitter is None:
            return None
        built, sitter = (self.rebuild, self.hand), self.sitter
        if self._sat is None or self._sat[0] != built or self._sat[1] != sitter:
            self._sat = (built, sitter, sit_down(self.chair, self.assembly, sitter))
        return self._sat[2]

    @property
    def journal(self) -> list[Note]:
        """What was noted of the run in use and its branches."""
        run = self.history.first_settings
        return [note for chair, settings, note in self._journal if chair is self.chair and settings == run]

    def note(self, news: News) -> None:
        """Write down what happened in the epoch shown, once."""
        entry = (self.chair, self.history.first_settings, Note(self.epoch, self.row.distance_cm, news))
        if not any(entry[2] == note and entry[0] is chair for chair, _, note in self._journal):
            self._journal.append(entry)

    def _refresh(self) -> None:
        """The epoch or the run shown is another than before."""
        if self.epoch == self.newest:
            self.history.measure_newest()
        self.rebuild: Rebuild = rebuild_of(self.history, self.epoch)
        self._commentary.begin(self.row.distance_cm)
