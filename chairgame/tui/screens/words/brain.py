"""The first bench: a brain learns the text on the desk, live. Shows the bench and sends it commands."""

from operator import attrgetter
from pathlib import Path

from textual.widget import Widget

from chairgame.game.news import News
from chairgame.game.session.saving import save_by_key
from chairgame.game.words.desk import desk_of_run
from chairgame.game.words.keeping import KeptWords
from chairgame.game.words.saying import reading_of
from chairgame.graphics.film.word_stage import text_title
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.training.runs import Run, run_of
from chairgame.tui.keys import bindings_of
from chairgame.tui.learning import BackgroundLearner
from chairgame.tui.screens.words.base import WordsScreen, clockwork_of
from chairgame.tui.screens.words.keys import BRAIN_KEYS
from chairgame.tui.widgets.words_brain import BrainPanel
from chairgame.tui.word_postcard import write_word_postcard


class BrainScreen(WordsScreen):
    """Loss, what comes next, the weights, and what it says."""

    BENCH = "brain"
    KEYS = BRAIN_KEYS
    BINDINGS = bindings_of(KEYS)
    _offer: Run | None = None

    def bench_widget(self) -> Widget:
        """One picture of all of it."""
        self.bench = self.desk.brain(BackgroundLearner(), self.limits)
        self.panel = BrainPanel(self.bench, self.desk.language, self.game.look)
        return self.panel

    def on_mount(self) -> None:
        """Time stands until somebody lets it learn."""
        self.clockwork = clockwork_of(self, self.bench)
        if self.desk.sample is not None and self.bench.history.newest == 0:
            self.bench.beside(lambda _: KeptWords(self.game.options.home).offer(), self._take_offer)
        self.clockwork.follow()
        self.show()

    def _take_offer(self, run: Run) -> None:
        """There is a run to go on with."""
        self._offer = run

    @property
    def has_offer(self) -> bool:
        """Whether there is a run to go on with, and nothing has been begun yet."""
        return self._offer is not None and self.bench.history.newest == 0

    def action_go_on(self) -> None:
        """Live through it again."""
        run = self._offer
        if run is not None and self.has_offer:
            self.desk.take(desk_of_run(run).source)
            self.desk.benches[self.BENCH] = self.bench
            self.bench.revive(run)
            self._offer = None
        else:
            self.bench.say(N_("There is no earlier text to go on with."))
        self.changed()

    def sentence(self) -> str:
        """What the bench has to say; at first what this is."""
        bench, _ = self.bench, self.game.look.words
        if bench.news is not None:
            return bench.news.sentence(_)
        certain, questions = bench.certain
        if self.has_offer and self._offer is not None:
            text = text_title(reading_of(self._offer.task))
            return _("r goes on where you left: {chair}, epoch {epoch}.", chair=text, epoch=len(self._offer.rows) - 1)
        if bench.history.newest == 0 and self.desk.language is not None:
            return _(
                "A small language: {n} of 64 pairs of a name and a verb are never read. Grammar: of how many it will "
                "know the verb's form all the same.",
                n=len(self.desk.language.unread),
            )
        if bench.history.newest == 0:
            return _("Which word comes next? It has read nothing yet. Space lets it learn.")
        if certain < questions:
            return _(
                "Certain questions: {certain} of {all}. After the same {window} words different ones came: "
                "nobody could know. d lets it see farther.",
                certain=certain,
                all=questions,
                window=bench.reading.window,
            )
        return ""

    def hold(self) -> None:
        """Nothing learns and nothing speaks."""
        self.bench.hold()

    def changed(self) -> None:
        """Let time run or stand, and show what there is now."""
        self.told = None
        self.clockwork.follow()
        self.show()

    def action_play(self) -> None:
        """Learn, or hold."""
        self.bench.tell(None)
        self.bench.toggle_play()
        self.changed()

    def action_tell(self, command: str, *arguments: object) -> None:
        """A command of the bench or of a part of it. What was said before it is no news any more."""
        self.bench.tell(None)
        attrgetter(command)(self.bench)(*arguments)
        self.changed()

    def action_step(self, epochs: int) -> None:
        """Back or on in time; beyond the newest epoch nothing."""
        self.bench.tell(None)
        self.bench.seek(self.bench.epoch + epochs)
        self.changed()

    def action_to_newest(self) -> None:
        """To the run's end."""
        self.action_tell("seek", self.bench.history.newest)

    def entered(self) -> None:
        """The wires of the chosen word in the place of all weights, and back."""
        self.panel.shows_wires = not self.panel.shows_wires
        self.show()

    def take_back(self) -> None:
        """As undo."""
        self.action_tell("undo")

    def action_save(self) -> None:
        """As a run that can be played again."""
        try:
            path = self._save()
        except PlayerError as error:
            self.bench.tell(News.of_error(error))
        else:
            self.bench.say(N_("Saved. chairgame replay {name} plays it again."), name=path.stem)
        self.changed()

    def action_postcard(self) -> None:
        """What it said at first, halfway and now, and how to see it again: the run is saved as well."""
        try:
            command = f"chairgame replay {self._save().stem}"
            file = write_word_postcard(self.bench.history, self.game.look, command, self.game.options.home)
        except PlayerError as error:
            self.bench.tell(News.of_error(error))
        else:
            self.bench.say(N_("Postcard (and .svg): {file}"), file=str(file))
        self.changed()

    def _save(self) -> Path:
        history = self.bench.history
        run = run_of(history, "burned_out" if history.burned_out else "epochs")
        return save_by_key(run, self.game.options.home)


SCREEN = BrainScreen
