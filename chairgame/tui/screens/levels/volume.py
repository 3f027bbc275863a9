"""The screen of the volume: the lab's floor, box and headphones, one knob, and a chart of all that was tried."""

from collections.abc import Iterator
from typing import cast

from textual.containers import Horizontal
from textual.widget import Widget

from chairgame.game.story.volume_run import BURN, CRAWL, LEARN, VolumePlay
from chairgame.text.catalogue import N_
from chairgame.tui.keys import bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.keys import VOLUME_KEYS
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.black_box import BlackBoxPanel
from chairgame.tui.widgets.headphones import HeadphonesPanel
from chairgame.tui.widgets.loudness_chart import LoudnessChart
from chairgame.tui.widgets.viewport import Viewport

ROOMY = 50  # columns of a stage that has room for the box beside the floor
BOX_COLUMNS, WIDE_BOX_COLUMNS, WIDE = 23, 36, 80
WORDS = {CRAWL: N_("it crawls"), LEARN: N_("it learns"), BURN: N_("it burns")}


class VolumeScreen(LevelScreen, LooksAround):
    """Too quiet, too loud, and what lies between."""

    KEYS = VOLUME_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    VolumeScreen #loop { width: 100%; }
    VolumeScreen #viewport { width: 1fr; height: 100%; }
    VolumeScreen #black-box { height: 100%; }
    VolumeScreen #headphones, VolumeScreen #loudness { width: 100%; }
    """

    def compose_stage(self) -> Iterator[Widget]:
        """Floor and box; below them the headphones, and the chart."""
        look, session = self.game.look, self.play.session
        self.viewport = Viewport(session, look)
        self.black_box = BlackBoxPanel(session, look, self.viewport)
        self.headphones = HeadphonesPanel(session, look)
        self.chart = LoudnessChart(self.attempt, look)
        with Horizontal(id="loop") as self.loop:
            yield self.viewport
            yield self.black_box
        yield self.headphones
        yield self.chart

    def fit_stage(self, columns: int, rows: int) -> None:
        """The chart takes two fifths; a narrow stage has no room for the box, whose figure the notes say as well."""
        chart = max(7, rows * 2 // 5)
        headphones = 2 if rows >= 30 else 1
        self.loop.styles.height = rows - chart - headphones
        self.headphones.styles.height, self.chart.styles.height = headphones, chart
        self.black_box.display = columns >= ROOMY
        self.black_box.styles.width = WIDE_BOX_COLUMNS if columns >= WIDE else BOX_COLUMNS

    @property
    def play(self) -> VolumePlay:
        """The play; undo makes another one."""
        return cast(VolumePlay, self.attempt.play)

    def show(self) -> None:
        """The widgets look at the run of the moment."""
        if self.is_mounted and hasattr(self, "chart"):
            session = self.play.session
            for widget in (self.viewport, self.black_box, self.headphones):
                widget.session = session
        super().show()

    def notes(self) -> tuple[str, ...]:
        """The run's figures, the prediction, and what the stars count."""
        _, play = self.game.look.words, self.play
        mark = _(WORDS[play.prediction]) if play.prediction else _("none") if not play.is_steered else _("off")
        lines = [
            _("rebuild {n} of {all}", n=play.epoch, all=play.epochs),
            self._now(),
            _("prediction: {mark}", mark=mark),
            "",
            _("foretold: {n} of 3, missed: {missed}", n=len(play.foretold), missed=play.missed),
        ]
        if play.best is not None and play.best.distance_cm is not None:
            lines.append(_("best run: {cm} cm", cm=_.number(play.best.distance_cm, 1)))
        return tuple(lines)

    def _now(self) -> str:
        """How far off it is now, once the scanner has said so."""
        _, play = self.game.look.words, self.play
        if not play.session.player.is_measured:
            return _("now … cm")
        distance = play.course.distance_cm(play.epoch)
        return _("now smoke") if distance is None else _("now {cm} cm", cm=_.number(distance, 1))

    def idle_sentence(self) -> str:
        """Which key, and why."""
        _, play = self.game.look.words, self.play
        rate = _.decimal(f"{play.rate:g}")
        if play.is_over_now and play.is_burned:
            return _("Smoke. u goes to just before; - is a new, quieter run. Then 1, 2 or 3 predicts it.")
        if play.is_over_now:
            return _("Next run: + or - turns the volume, 1, 2 or 3 predicts, Space starts.")
        if play.running:
            return _("It learns at {rate}. + and - turn the volume even now, Space holds.", rate=rate)
        if play.epoch:
            return _("Held at rebuild {n}. Space goes on, + and - turn the volume, Home begins anew.", n=play.epoch)
        if play.prediction is None:
            return _("Volume {rate}. What will it do? 1: crawl, 2: learn, 3: burn out. + and - turn it.", rate=rate)
        return _(
            "You say: {mark}. Space starts the run; + and - still turn the volume.", mark=_(WORDS[play.prediction])
        )

    # Keys

    @property
    def may_run(self) -> bool:
        """Whether the run can go on."""
        return self.play.can_run

    @property
    def may_predict(self) -> bool:
        """Whether a run has still to begin, or a new one can."""
        return self.play.epoch == 0 or self.play.is_over_now

    def action_play(self) -> None:
        """Run, or hold."""
        self._ask_for_prediction()
        self.play.toggle()
        self.changed()

    def action_next_epoch(self) -> None:
        """One rebuild."""
        self._ask_for_prediction()
        if self.play.can_run:
            self.move("epoch")
        else:
            self.show()

    def _ask_for_prediction(self) -> None:
        """Time runs only after somebody has said what it will bring."""
        play = self.play
        play.news = None
        if not play.is_over_now and not play.can_run:
            play.say(N_("First your prediction: 1 it crawls, 2 it learns, 3 it burns. Then Space."))

    def action_predict(self, outcome: str) -> None:
        """What it will come to."""
        self.move(f"predict {outcome}")

    def action_volume(self, steps: int) -> None:
        """Louder or quieter."""
        self.move(f"volume {steps}")

    def action_anew(self) -> None:
        """The run from its beginning."""
        self.move("anew")

    def action_undo(self) -> None:
        """After a burn-out to just before it; else the last move."""
        if self.play.is_over_now and self.play.is_burned:
            self.move("back")
        else:
            super().action_undo()
