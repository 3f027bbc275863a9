"""The screen of the volume: the floor and the box beside it, one knob, and a chart of all that was heard."""

from collections.abc import Iterator
from typing import cast

from textual.containers import Horizontal
from textual.widget import Widget

from chairgame.game.story.attempt import Stage
from chairgame.game.story.hearings import BURN, CRAWL, LEARN, OUTCOMES
from chairgame.game.story.volume_run import VolumePlay
from chairgame.graphics.picture.staging import still_of
from chairgame.text.catalogue import N_
from chairgame.tui.keys import bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.volume_keys import VOLUME_KEYS
from chairgame.tui.screens.levels.volume_sentences import now_in, sentence_of
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.headphones import HeadphonesPanel
from chairgame.tui.widgets.loudness_chart import LoudnessChart
from chairgame.tui.widgets.reveal import Exhibit
from chairgame.tui.widgets.run_box import RunBox
from chairgame.tui.widgets.run_floor import RunFloor

ROOMY = 50  # columns of a stage that has room for the box beside the floor
BOX_COLUMNS = 26
CHART_ROWS, TALL, TALL_CHART_ROWS = 7, 30, 10
ROW = 5  # readings
KINDS = {CRAWL: N_("crawl"), LEARN: N_("learn"), BURN: N_("burn")}


class VolumeScreen(LevelScreen, LooksAround):
    """Too quiet, too loud, and what lies between."""

    KEYS = VOLUME_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    VolumeScreen #loop { width: 100%; }
    VolumeScreen #viewport { width: 1fr; height: 100%; }
    VolumeScreen #run-box { height: 100%; }
    VolumeScreen #headphones, VolumeScreen #loudness { width: 100%; }
    """

    def compose_stage(self) -> Iterator[Widget]:
        """Floor and box; below them the headphones, and the chart."""
        look = self.game.look
        self.floor = RunFloor(self.attempt, look)
        self.box = RunBox(self.attempt, look)
        self.headphones = HeadphonesPanel(self.play.session, look)
        self.chart = LoudnessChart(self.attempt, look)
        with Horizontal(id="loop") as self.loop:
            yield self.floor
            yield self.box
        yield self.headphones
        yield self.chart

    def fit_stage(self, columns: int, rows: int) -> None:
        """A narrow stage has no room for the box, whose figures the notes say as well."""
        is_tall = rows >= TALL
        chart, headphones = TALL_CHART_ROWS if is_tall else CHART_ROWS, 2 if is_tall else 1
        self.loop.styles.height = rows - chart - headphones
        self.headphones.styles.height, self.chart.styles.height = headphones, chart
        self.box.display = columns >= ROOMY
        self.box.styles.width = BOX_COLUMNS
        self.floor.refit(columns - BOX_COLUMNS if self.box.display else columns, rows - chart - headphones)

    @property
    def play(self) -> VolumePlay:
        """The play; undo makes another one."""
        return cast(VolumePlay, self.attempt.play)

    def exhibit(self) -> Exhibit:
        """What a newborn brain builds; afterwards what the best run came to."""
        _, play = self.game.look.words, self.play
        if self.attempt.stage is Stage.DEBRIEF and play.best_build is not None:
            title, poses = _("your best run"), play.best_build
        else:
            title, poses = _("a newborn brain's chair"), play.first_build
        return Exhibit(title, play.brain, lambda _seconds: still_of(play.course.chair, poses))

    def show(self) -> None:
        """The widgets look at the run of the moment."""
        if self.is_mounted and hasattr(self, "chart"):
            self.floor.session = self.headphones.session = self.play.session
        super().show()

    # Words

    def notes(self) -> tuple[str, ...]:
        """The row of readings; where the box is not to be seen, its figures; how fast it runs."""
        _, play, row = self.game.look.words, self.play, self.play.row
        marks = "✓" * min(ROW, len(row)) + "·" * (ROW - len(row))
        lines = [_("in a row: {marks}", marks=marks)]
        if row:
            lines.append(", ".join(_(KINDS[kind]) for kind in OUTCOMES if kind in row))
        if not (self.is_mounted and self.box.display):
            lines += [_("rebuild {n} of {all}", n=play.epoch, all=play.epochs), now_in(play, _)]
        return (*lines, _("speed ×{n}", n=play.pace.speed))

    def sentence(self) -> str:
        """In the middle of a run its own words come before the count of stars."""
        play = self.play
        is_between = play.epoch == 0 or play.is_over_now
        return super().sentence() if is_between or play.news is not None else self.idle_sentence()

    def idle_sentence(self) -> str:
        """Which key, and why."""
        return sentence_of(self.play, self.game.look.words)

    # Keys

    @property
    def may_skip(self) -> bool:
        """Whether a run is on its way to its next event."""
        return self.play.running or (self.play.epoch > 0 and self.play.can_run and not self.play.is_over_now)

    @property
    def may_change_brain(self) -> bool:
        """Whether something has been heard of this one, and there is another."""
        return bool(self.play.heard) and len(self.attempt.level.seeds) > 1

    @property
    def can_undo(self) -> bool:
        """Only smoke is worth a word: back to just before it."""
        return self._is_smoking if self.attempt.stage is Stage.PLAY else super().can_undo

    @property
    def _is_smoking(self) -> bool:
        return self.attempt.stage is Stage.PLAY and self.play.is_over_now and self.play.is_burned

    def action_play(self) -> None:
        """Run, or hold; a run that is over begins anew."""
        play = self.play
        play.news = None
        if play.is_over_now:
            self.attempt.do("anew")
        play.toggle()
        self.changed()

    def action_epochs(self, epochs: int = 0) -> None:
        """So many rebuilds, else to the question, the smoke or the end. What is over stays over: only Space begins a
        run once more."""
        if not self.play.is_over_now:
            self.play.pace.hold()
            self.move(f"epoch {epochs or self.play.epochs}")

    def action_read(self, outcome: str) -> None:
        """What it will come to; then it runs on."""
        if self.attempt.do(f"read {outcome}"):
            self.play.toggle()
        self.changed()

    def action_brain(self) -> None:
        """The next newborn brain."""
        self.move("brain")
        self.fit(*self.size)
        self.show()

    def action_undo(self) -> None:
        """After a burn-out to just before it; else the last move."""
        if self._is_smoking:
            self.move("back")
        else:
            super().action_undo()

    def finish(self) -> None:
        """To the result; what was read is settled first."""
        if self.play.is_settled:
            self.attempt.do(f"epoch {self.play.epochs}")
        super().finish()
