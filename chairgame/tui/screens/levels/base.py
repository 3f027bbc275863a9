"""What all levels' screens share: pages, goals, the news line, hints, undo, restart, the debrief and the ways out.

A subclass lists its keys, composes its stage and turns keys into moves.
"""

from collections.abc import Callable, Iterator

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.widget import Widget

from chairgame.game import places
from chairgame.game.news import News
from chairgame.game.sharing.cards import share_card
from chairgame.game.sharing.mementos import SHARE_CARDS, write_memento
from chairgame.game.story.attempt import READING, Attempt, Stage
from chairgame.game.story.level import STARS
from chairgame.game.story.wording import values_of
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.keys import Key
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.screens.levels.keys import DEBRIEF_KEYS, PAGE_KEYS, RESULT_KEYS, RETURN_KEYS, SHARE
from chairgame.tui.widgets.goals import GoalsPanel
from chairgame.tui.widgets.level_title import LevelTitle
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.pages import PagesPanel
from chairgame.tui.widgets.reveal import Exhibit, RevealPicture
from chairgame.tui.widgets.sentence import SentenceLine

WIDE = 100  # columns from which the goals take more room
SMALLEST_READING = 72  # columns from which there is room for a picture beside a page
PICTURE_SHARE = 0.4  # of the window, for that picture

ALWAYS = ("language", "colours", "help", "back", "leave", "interrupt")
WHILE = {
    Stage.RETURN: ALWAYS,
    Stage.PAGES: ("turn", *ALWAYS),
    Stage.RESULT: ("turn", "undo", "restart", "share", *ALWAYS),
    Stage.DEBRIEF: ("turn", "restart", "share", *ALWAYS),
}
"""What keys may do when there is nothing to play."""
FOOTERS = {Stage.RETURN: RETURN_KEYS, Stage.PAGES: PAGE_KEYS, Stage.RESULT: RESULT_KEYS, Stage.DEBRIEF: DEBRIEF_KEYS}


class LevelScreen(GameScreen):
    """A level. A subclass's keys are its own and those of every level."""

    DEFAULT_CSS = """
    LevelScreen #title, LevelScreen #keys { height: 1; width: 100%; }
    LevelScreen #news { height: 2; width: 100%; }
    LevelScreen #reading { height: 1fr; width: 100%; display: none; }
    LevelScreen #pages { height: 100%; width: 1fr; }
    LevelScreen #beside { height: 100%; }
    LevelScreen #body { height: 1fr; width: 100%; }
    LevelScreen #stage { height: 100%; width: 1fr; }
    LevelScreen #goals { height: 100%; }
    LevelScreen.-reading #reading { display: block; }
    LevelScreen.-reading #body, LevelScreen.-reading #news { display: none; }
    LevelScreen.-telling #news, LevelScreen.-asking #news { display: block; }
    """

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
        with Horizontal(id="reading"):
            yield RevealPicture(self.attempt, look, self.exhibit)
            yield PagesPanel(self.attempt, look)
        with Horizontal(id="body"):
            with Container(id="stage"):
                yield from self.compose_stage()
            yield self.goals_panel()
        yield SentenceLine(lambda: self.question or self.told(), look)
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
        self._fit_reading()

    @property
    def playing(self) -> bool:
        """Whether time has anything to move: the play, or the picture beside a page."""
        return self.attempt.playing or self.query_one(RevealPicture).playing

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. True if anything moved."""
        moved = self.attempt.tick(seconds, may_learn)
        beside = self.query_one(RevealPicture)
        if beside.playing:
            beside.tick(seconds)
            return True
        return moved

    def moved(self) -> None:
        """Time has moved something; it may have ended the level."""
        self.changed()
        self.painter.judge_link(self.game)

    def changed(self) -> None:
        """Show what there is now."""
        is_reading = self.attempt.stage in READING
        self._fit_reading()
        if self.has_class("-reading") != is_reading:
            self.set_class(is_reading, "-reading")
            self.remove_class("-telling")
            self.call_after_refresh(self.show)
        if self.attempt.stage is Stage.RESULT:
            self.game.level_ended(self.attempt)
        self.clockwork.follow()
        self.show()

    def _fit_reading(self) -> None:
        """A picture beside the page, where there is one and room for it."""
        beside, columns = self.query_one(RevealPicture), self.size.width
        beside.display = beside.is_there and columns >= SMALLEST_READING
        beside.styles.width = round(PICTURE_SHARE * columns)

    def told(self) -> str:
        """What the news line says when nothing is asked."""
        _, news = self.game.look.words, self.attempt.play.news
        if self.attempt.stage is Stage.PLAY:
            return self.sentence()
        if self.attempt.stage is Stage.RETURN:
            return _("One moment: what you have done here comes back.")
        if news is not None and self.has_class("-telling"):
            return news.sentence(_)
        return self.result_sentence() if self.attempt.stage is Stage.RESULT else ""

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
        stage = self.attempt.stage
        is_turning = stage in (Stage.RESULT, Stage.DEBRIEF) and action == "orbit" and parameters[0] != 0
        return is_turning or stage is Stage.PLAY or action in WHILE[stage]

    def working_keys(self) -> tuple[Key, ...]:
        """What the footer names at the moment."""
        return tuple(key for key in FOOTERS.get(self.attempt.stage, self.KEYS) if self.works(key))

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self.attempt.can_undo

    @property
    def can_turn_back(self) -> bool:
        """Whether there is a page before this one."""
        return self.attempt.page > 0

    @property
    def may_have_enough(self) -> bool:
        """Whether going on is not all that is left."""
        return bool(self.attempt.earned) or self.attempt.play.is_over

    # Keys of every level

    def on_key(self, event: events.Key) -> None:
        """Where nothing is played, keys mean what the footer says."""
        name = event.key
        for key in FOOTERS.get(self.attempt.stage, ()):
            if key.action.startswith(("turn", "share")) and name in key.keys.split(","):
                if key is SHARE:
                    self.action_share()
                else:
                    self.action_turn(1 if key.action == "turn(1)" else -1)
                return

    def action_turn(self, pages: int) -> None:
        """Through the pages; beyond the debrief's last one to the next level."""
        attempt = self.attempt
        if attempt.stage is Stage.DEBRIEF and attempt.page + pages >= len(attempt.pages):
            self.game.go(places.After(attempt.level))
            return
        attempt.turn(pages)
        self.changed()

    def action_share(self) -> None:
        """The five lines for a friend, to the player's folder; and say where they are."""
        attempt, _ = self.attempt, self.game.look.words
        text = "".join(f"{line}\n" for line in share_card(attempt, _))
        try:
            (file,) = write_memento(self.game.options.home, SHARE_CARDS, attempt.level.id, {".txt": text})
        except PlayerError as error:
            attempt.play.news = News.of_error(error)
        else:
            attempt.play.say(N_("Five lines for your friends: {file}"), file=str(file))
        self.add_class("-telling")
        self.call_after_refresh(self.show)

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
        if self.is_sure("finish", question if stars else _("No star yet. e: see the answer all the same.")):
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
        if self.is_sure("leave", self.game.look.words("Leave? Everything is kept. q once more.")):
            super().action_leave()
        else:
            self.add_class("-asking")
            self.show()

    def acts(self, action: str) -> None:
        """A question that is not answered is asked no longer; and somebody is there."""
        super().acts(action)
        for beside in self.query(RevealPicture):  # none before the screen is laid out
            beside.wake()
        self.set_class(bool(self.question), "-asking")

    def action_read_again(self) -> None:
        """The pages once more."""
        self.attempt.read_again()
        self.changed()

    def action_restart(self) -> None:
        """From the beginning; once the result has been seen with another thing in the box, where there are more."""
        if self.attempt.stage is Stage.PLAY:
            self.attempt.restart()
            self.changed()
        else:
            self.game.go(places.Level(self.attempt.level, again=True))

    def action_back(self) -> None:
        """To the map."""
        self.game.go(places.Map())
