"""What all levels' screens share: pages, goals, the news line, hints, undo, restart, the debrief and the ways out.

A subclass lists its keys, composes its stage and turns keys into moves.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import attrgetter

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.widget import Widget

from chairgame.game import places
from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.level import STARS
from chairgame.game.story.wording import values_of
from chairgame.text.catalogue import N_
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.keys import HELP, Key
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.screens.levels.reading import READING_CSS, Reading
from chairgame.tui.widgets.goals import GoalsPanel
from chairgame.tui.widgets.level_title import LevelTitle
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.reveal import Exhibit
from chairgame.tui.widgets.sentence import SentenceLine

WIDE = 100  # columns from which the goals take more room


class LevelScreen(GameScreen):
    """A level. A subclass's keys are its own and those of every level."""

    DEFAULT_CSS = (
        READING_CSS
        + """
    LevelScreen #title, LevelScreen #keys { height: 1; width: 100%; }
    LevelScreen #news { height: 2; width: 100%; }
    LevelScreen #body { height: 1fr; width: 100%; }
    LevelScreen #stage { height: 100%; width: 1fr; }
    LevelScreen #goals { height: 100%; }
    """
    )

    GOALS_COLUMNS = (24, 34)
    """In a narrow window and in a wide one."""

    def __init__(self, attempt: Attempt) -> None:
        super().__init__()
        self.attempt = attempt

    # For subclasses

    def goals_panel(self) -> GoalsPanel:
        """What stands beside the stage, with the stars."""
        return GoalsPanel(self.attempt, self.game.look, self.notes)

    def result_sentence(self) -> str:
        """What the news line says below the result."""
        _, news = self.game.look.words, self.attempt.play.news
        return _("Space: what it was.") if news is None else news.sentence(_)

    def compose_stage(self) -> Iterator[Widget]:
        """The level's own widgets, laid out as children of a container of the width that the goals leave."""
        raise NotImplementedError

    def exhibit(self) -> Exhibit | None:
        """What turns beside the text, where nothing is built blind and the box has nothing to reveal."""
        return None

    def notes(self) -> tuple[str, ...]:
        """Lines of the level's own below the goals, in the player's language."""
        return ()

    def idle_sentence(self) -> str:
        """What the news line says when there is no news: what to do next."""
        return ""

    def move(self, move: str) -> None:
        """Make a move of the play and show what it did."""
        self.attempt.do(move)
        self.changed()

    def fit_stage(self, columns: int, rows: int) -> None:
        """Give the stage's widgets their sizes."""

    # The screen

    def compose(self) -> ComposeResult:
        """Title, stage and goals, a sentence, keys; pages take the place of the stage."""
        look = self.game.look
        yield TooSmall(look)
        yield LevelTitle(self.attempt, look)
        reading = self.reading = Reading(self.attempt, self.game, self.exhibit)
        yield from reading.compose()
        with Horizontal(id="body"):
            with Container(id="stage"):
                yield from self.compose_stage()
            yield self.goals_panel()
        yield SentenceLine(lambda: self.asking.question or reading.told(self.sentence, self.result_sentence), look)
        yield KeysLine(self.working_keys, look)

    def on_mount(self) -> None:
        """Text first."""
        self.clockwork = Clockwork(self, lambda: self, self.game.clock, self.game.frame_rate, self.moved)
        self.changed()

    def fit(self, columns: int, rows: int) -> None:
        """The goals beside the stage."""
        goals = self.GOALS_COLUMNS[columns >= WIDE]
        self.query_one(GoalsPanel).styles.width = goals
        self.fit_stage(columns - goals, rows - 4)
        self.reading.fit(columns)

    @property
    def playing(self) -> bool:
        """Whether time has anything to move: the play, or the picture beside a page."""
        return self.attempt.playing or self.reading.picture.playing

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. True if anything moved."""
        moved = self.attempt.tick(seconds, may_learn)
        if self.reading.picture.playing:
            self.reading.picture.tick(seconds)
            return True
        return moved

    def moved(self) -> None:
        """Time has moved something; it may have ended the level."""
        self.changed()
        self.painter.judge_link(self.game)

    def changed(self) -> None:
        """Show what there is now."""
        self.reading.fit(self.size.width)
        classes = self.reading.classes()
        if any(self.has_class(name) != is_wanted for name, is_wanted in classes.items()):
            for name, is_wanted in classes.items():
                self.set_class(is_wanted, name)
            self.call_after_refresh(self.show)
        if self.attempt.stage is Stage.RESULT:
            self.game.level_ended(self.attempt)
        self.clockwork.follow()
        self.show()

    def sentence(self) -> str:
        """The play's news, else the stars that are earned, else what to do."""
        _, attempt = self.game.look.words, self.attempt
        if attempt.play.news is not None:
            return attempt.play.news.sentence(_)
        if attempt.star_count == STARS and attempt.earned_now:
            return _("All three stars. e: what it was.")
        if attempt.is_won and attempt.earned_now:
            return _("Star {n} of 3. Go on, or e: what it was.", n=attempt.star_count)
        return self.idle_sentence()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While there is nothing to play, only reading on and leaving; of the result one may see all sides."""
        if not super().check_action(action, parameters):
            return False
        return not self.is_mounted or self.reading.lets(action, parameters)

    def working_keys(self) -> tuple[Key, ...]:
        """What the footer names at the moment; with all stars the way on, however little fits beside it."""
        keys = tuple(key for key in self.reading.keys(self.KEYS) if self.works(key))
        if self.attempt.star_count < STARS:
            return keys
        return tuple(replace(key, footer=HELP.footer) if key.action == "finish" else key for key in keys)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self.attempt.can_undo

    # Keys of every level

    def on_key(self, event: events.Key) -> None:
        """Where nothing is played, keys mean what the footer says."""
        if self.reading.press(event.key):
            self.changed()

    def action_tell(self, command: str, *arguments: object) -> None:
        """What a key says to a part, `tell('play.pace.change', 1)` say. Textual hands on one argument, and no more."""
        attrgetter(command)(self)(*arguments)
        self.changed()

    def action_hint(self) -> None:
        """The next hint that fits."""
        hint = self.attempt.hint()
        if hint is not None:
            self.attempt.play.say(hint.text, **values_of(self.attempt.play.facts()))
        self.show()

    def action_undo(self) -> None:
        """Back by one move."""
        if not self.attempt.undo():
            self.attempt.play.say(N_("There is nothing to undo."))
        self.changed()

    def action_finish(self) -> None:
        """To the result, when it is asked for twice."""
        _, stars = self.game.look.words, self.attempt.star_count
        question = _("End here with {n} of 3 stars? e once more: yes. Any other key: go on.", n=stars)
        if self.asking.is_sure("finish", question if stars else _("No star yet. e: see the answer all the same.")):
            self.finish()
        else:
            self.show()

    def finish(self) -> None:
        """To the result, where nothing is asked any more."""
        self.acts("")
        self.attempt.finish()
        self.changed()

    def action_leave(self) -> None:
        """Out of the game, when it is asked for twice."""
        if self.asking.is_sure("leave", self.game.look.words("Leave? Everything is kept. q once more.")):
            super().action_leave()
        else:
            self.add_class("-asking")
            self.show()

    def acts(self, action: str) -> None:
        """A question that is not answered is asked no longer; and somebody is there."""
        super().acts(action)
        if self.is_mounted:
            self.reading.picture.wake()
        self.set_class(bool(self.asking.question), "-asking")

    def action_restart(self) -> None:
        """From the beginning; once too much is known with another thing in the box, where there are more."""
        if self.attempt.stage is Stage.PLAY and not self.attempt.play.is_spent:
            self.attempt.restart()
            self.changed()
        else:
            self.game.level_ended(self.attempt)
            self.game.go(places.Level(self.attempt.level, again=True))

    def action_back(self) -> None:
        """To the map."""
        self.game.go(places.Map())
