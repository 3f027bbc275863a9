"""Which screen comes after which: the first minute, the title, the map, levels, the lab; and what of it is kept.

Every move replaces the screen, so that nothing runs behind the one that is seen. The app is told which screen to show.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from chairgame.chair.parts import Chair
from chairgame.game.hiding.run import HiddenRun
from chairgame.game.options import PlayOptions
from chairgame.game.progress.records import is_open, next_level
from chairgame.game.progress.whole import Progress
from chairgame.game.session.autosave import Autosave
from chairgame.game.session.model import GameSession
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.level import Level, level_named, levels
from chairgame.game.story.play import LevelPlay
from chairgame.text.catalogue import N_
from chairgame.tui.screens.about import AboutScreen
from chairgame.tui.screens.arrange import ArrangeScreen
from chairgame.tui.screens.base import GameScreen
from chairgame.tui.screens.hidden import HiddenScreen
from chairgame.tui.screens.lab import LabScreen
from chairgame.tui.screens.level_map import LevelMapScreen
from chairgame.tui.screens.levels.kinds import level_screen
from chairgame.tui.screens.opening import OpeningScreen
from chairgame.tui.screens.present import PresentScreen
from chairgame.tui.screens.settings import SettingsScreen
from chairgame.tui.screens.title import TitleScreen


class Flow:
    """The way through one player's game. `show` puts a screen in the place of the one that is there."""

    def __init__(
        self, options: PlayOptions, session: GameSession, autosave: Autosave, show: Callable[[GameScreen], object]
    ) -> None:
        self.options, self.autosave, self._show = options, autosave, show
        self.session = session
        """The lab's, and that of the first minute before it."""
        self._is_lab_fresh = not options.opening
        self._written: LevelPlay | None = None
        self._titles = 0

    @cached_property
    def progress(self) -> Progress:
        """Opened when it is needed: whoever only looks at the lab is told nothing about its file."""
        return Progress(self.options.home)

    def first_screen(self) -> GameScreen:
        """Where the command leads: the first minute, once; who has left a run behind has seen it."""
        options = self.options
        if options.lesson is not None:
            return PresentScreen(options.lesson, attract=options.attract)
        if options.hiding:
            return ArrangeScreen(options.settings.seed)
        if options.level is not None:
            return self._level_screen(options.level)
        if not options.opening:
            self.autosave.follow(self.session, is_replay=options.run is not None)
            return LabScreen(self.session)
        is_damaged = self.progress.news is not None and self.progress.path.exists()
        if self.progress.has_begun or self.autosave.exists or is_damaged:
            return self._title_screen()
        return OpeningScreen(self.session)

    def begin(self) -> None:
        """The first minute is over: the first level."""
        self.progress.begin()
        self.play(levels()[0])

    def go_on(self) -> None:
        """To where the story goes on."""
        self.play(level_named(next_level(_ids(), self.progress.records())))

    def play(self, level: Level) -> None:
        """A level, in the middle where it was left there."""
        self._show(self._level_screen(level))

    def level_ended(self, attempt: Attempt) -> None:
        """The debrief is on the screen: the stars are written down, once for each play."""
        if self._written is not attempt.play:
            self._written, level = attempt.play, attempt.level
            self.progress.finish(level.id, level.seed, attempt.star_count, attempt.play.count)

    def after_level(self, attempt: Attempt) -> None:
        """The debrief has been read: the next level, or the map after the last one and where the next is locked."""
        following = levels()[_ids().index(attempt.level.id) + 1 :][:1]
        if following and is_open(_ids(), following[0].id, self.progress.records()):
            self.play(following[0])
        else:
            self.to_map(attempt.level)

    def to_map(self, level: Level | None = None) -> None:
        """The level map, at a level or where the story goes on."""
        chosen = next_level(_ids(), self.progress.records()) if level is None else level.id
        self._show(LevelMapScreen(self.progress, chosen))

    def to_title(self) -> None:
        """The title screen."""
        self._show(self._title_screen())

    def to_lab(self) -> None:
        """The lab, as it was left, with a way back."""
        if not self._is_lab_fresh:
            self.session, self._is_lab_fresh = GameSession(self.options.chair, self.options.settings), True
            self.autosave.follow(self.session)
        self._show(LabScreen(self.session, has_way_back=True))

    def learn_hidden(self, chair: Chair, seed: int) -> None:
        """What was arranged is locked away. It is not kept on disk: somebody might look there."""
        self._show(HiddenScreen(HiddenRun(chair, seed)))

    def hide_another(self) -> None:
        """An empty table."""
        self._show(ArrangeScreen(self.options.settings.seed))

    def to_settings(self) -> None:
        """The settings."""
        self._show(SettingsScreen(self.progress))

    def to_about(self) -> None:
        """What this is about."""
        self._show(AboutScreen())

    def prefer_language(self, language: str) -> None:
        """The player has changed the language, which holds for the next start as well."""
        self.progress.prefer(replace(self.progress.preferences, language=language))

    def close(self) -> None:
        """The game is over."""
        if "progress" in vars(self):
            self.progress.close()

    def _level_screen(self, level: Level) -> GameScreen:
        progress = self.progress
        moves = progress.kept_moves(level.id, level.seed)
        attempt = Attempt(level, lambda made: progress.keep(level.id, level.seed, made), moves)
        if progress.news is not None:
            attempt.play.news, progress.news = progress.news, None
        elif moves:
            attempt.play.say(N_("You go on where you left this level; R begins it anew."))
        return level_screen(attempt)

    def _title_screen(self) -> TitleScreen:
        """Behind it another brain each time: the next seed."""
        self.session.playing = False
        records = self.progress.records()
        seed = self.options.settings.seed + sum(record.played for record in records.values()) + self._titles
        self._titles += 1
        return TitleScreen(GameSession(self.options.chair, replace(self.options.settings, seed=seed)), self.progress)


def _ids() -> list[str]:
    return [level.id for level in levels()]
