"""Which screen shows which place: the first minute, the title, the map, levels, the lab; and what of it is kept.

Every move replaces the screen, so that nothing runs behind the one that is seen. A screen's module is loaded when
somebody goes there: nobody waits for what they do not see.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from chairgame.game import places
from chairgame.game.options import PlayOptions
from chairgame.game.progress.records import Feat, is_open, next_level
from chairgame.game.progress.whole import BRIDGE_SEEN, Progress
from chairgame.game.session.autosave import Autosave
from chairgame.game.session.limits import HOSTED, USUAL, Limits
from chairgame.game.session.model import GameSession
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.halves import FIRST_HALF, STORY_LEVELS
from chairgame.game.story.kept_play import taken_up, written_down
from chairgame.game.story.level import Level, level_named, levels
from chairgame.game.story.play import LevelPlay
from chairgame.text.catalogue import Catalogue
from chairgame.training.runs import Run, history_of
from chairgame.training.settings import Settings
from chairgame.tui.learning import BackgroundLearner
from chairgame.tui.screens.base import GameScreen

if TYPE_CHECKING:
    from chairgame.game.words.desk import Desk


class Flow:
    """The way through one player's game."""

    def __init__(self, options: PlayOptions, autosave: Autosave, open_progress: Callable[[], Progress]) -> None:
        self.options, self.autosave, self._open_progress = options, autosave, open_progress
        self.lab: GameSession | None = None
        """The lab's session, once somebody has been there."""
        self._desk: Desk | None = None
        self._written: LevelPlay | None = None
        self._titles = 0

    @cached_property
    def progress(self) -> Progress:
        """Opened when it is needed: whoever only looks at the lab is told nothing about its file."""
        return self._open_progress()

    def screen_at(self, place: places.Place) -> GameScreen:  # noqa: PLR0911, PLR0912  (a line for each place)
        """The screen for a place, new each time."""
        match place:
            case places.Door():
                return self._first()
            case places.Title(begins):
                return self._title(begins=begins)
            case places.Map(level):
                return self._map(level)
            case places.Story(begins):
                return self._story(begins=begins)
            case places.Level(level, again, reads):
                return self._level(level, again=again, reads=reads)
            case places.After(level):
                return self._after(level)
            case places.Bridge():
                return self._bridge()
            case places.Beyond(skips):
                return self._beyond(skips=skips)
            case places.Ending():
                return self._ending()
            case places.Lab(has_way_back):
                return self._lab(has_way_back=has_way_back)
            case places.Replay(run):
                return self._replay(run)
            case places.Lesson():
                return _lesson(place)
            case places.Table(has_way_back):
                return _table(self.options.settings.seed, has_way_back=has_way_back)
            case places.Hidden():
                return _hidden(place)
            case places.Words():
                return self._words(place)
            case places.Fold():
                return _fold()
            case places.Settings():
                return self._settings()
            case places.About():
                return _about()

    def level_ended(self, attempt: Attempt) -> None:
        """The result is on the screen: it is written down, once for each play."""
        if self._written is not attempt.play:
            self._written = attempt.play
            written_down(attempt, self.progress)

    def prefer_language(self, language: str) -> None:
        """The player has changed the language, which holds for the next start as well."""
        self.progress.prefer(replace(self.progress.preferences, language=language))

    def keep_words(self) -> None:
        """Write down the text that is being learned, if it is worth it."""
        if self._desk is not None:
            from chairgame.game.words.keeping import KeptWords

            KeptWords(self.options.home).keep(self._desk)

    def rest(self) -> None:
        """Nothing is learned in the lab for now."""
        if self.lab is not None:
            self.lab.player.pause()

    def close(self) -> None:
        """The game is over."""
        if "progress" in vars(self):
            self.progress.close()

    # The screens

    def _first(self) -> GameScreen:
        """The first minute, once; who has left a run behind has seen it."""
        is_damaged = self.progress.news is not None and self.progress.path.exists()
        if self.progress.has_begun or self.autosave.exists or is_damaged:
            return self._title(begins=False)
        from chairgame.tui.screens.opening import OpeningScreen

        return OpeningScreen(self._new_session(self.options.settings))

    def _title(self, *, begins: bool) -> GameScreen:
        """Behind it another brain each time: the next seed."""
        from chairgame.tui.screens.title import TitleScreen

        if begins:
            self.progress.begin()
        self.rest()
        records = self.progress.records()
        seed = self.options.settings.seed + sum(record.played for record in records.values()) + self._titles
        self._titles += 1
        return TitleScreen(self._new_session(replace(self.options.settings, seed=seed)), self.progress)

    def _map(self, level: Level | None) -> GameScreen:
        from chairgame.tui.screens.level_map import LevelMapScreen

        return LevelMapScreen(self.progress, self._next_level_id() if level is None else level.id)

    def _story(self, *, begins: bool) -> GameScreen:
        if begins:
            self.progress.begin()
        level = level_named(self._next_level_id())
        is_crossing = level.number > FIRST_HALF and level.id not in self.progress.records()
        return self._bridge() if is_crossing and not self._is_crossed else self._level(level)

    def _after(self, level: Level) -> GameScreen:
        """The next level, or the map after the last one and where the next is locked; between the halves the bridge."""
        following = levels()[_ids().index(level.id) + 1 :][:1]
        records = self.progress.records()
        if level.number == FIRST_HALF and level.id in records and records[level.id].stars and not self._is_crossed:
            return self._bridge()
        if following and is_open(_ids(), following[0].id, records):
            return self._level(following[0])
        if level.number == STORY_LEVELS and level.id in records and records[level.id].stars:
            return self._ending()
        return self._map(level)

    def _ending(self) -> GameScreen:
        from chairgame.game.story.ending import Ending
        from chairgame.tui.screens.ending import EndingScreen

        return EndingScreen(Ending(self.progress.records(), self.progress.feats()))

    def _level(self, level: Level, *, again: bool = False, reads: bool = False) -> GameScreen:
        from chairgame.tui.screens.levels.kinds import level_screen

        attempt = taken_up(level, self.progress, in_slices=not reads)
        if again:
            attempt.turn(len(attempt.pages))
        elif reads:
            attempt.read_again()
        return level_screen(attempt)

    def _bridge(self) -> GameScreen:
        from chairgame.game.story.crossing import Crossing
        from chairgame.tui.screens.three import ThreeScreen

        return ThreeScreen(Crossing(self.progress.records(), self.progress.feats()))

    @property
    def _is_crossed(self) -> bool:
        return BRIDGE_SEEN in self.progress.feats()

    def _beyond(self, *, skips: bool) -> GameScreen:
        """The bridge is behind the player, whether all of it was seen or not."""
        progress = self.progress
        if not self._is_crossed:
            progress.keep_feat(BRIDGE_SEEN, Feat(1, "times", progress.now()))
        if skips:
            return self._map(None)
        return self._level(next(level for level in levels() if level.number > FIRST_HALF))

    def _lab(self, *, has_way_back: bool) -> GameScreen:
        from chairgame.tui.screens.lab import LabScreen

        if self.lab is None:
            self.lab = self._new_session(self.options.settings)
            self.autosave.follow(self.lab)
        return LabScreen(self.lab, has_way_back=has_way_back)

    def _replay(self, run: Run) -> GameScreen:
        from chairgame.tui.screens.lab import LabScreen

        self.lab = GameSession(run.chair, run.settings, history_of(run), BackgroundLearner(), self._limits)
        self.lab.player.play()
        self.autosave.follow(self.lab, is_replay=True)
        return LabScreen(self.lab, is_replay=True)

    def _words(self, place: places.Words) -> GameScreen:
        """The desk as it was left, if there was one; else with the first text at hand, the same in every language."""
        from chairgame.game.words.desk import Desk, Wishes
        from chairgame.tui.screens.words.benches import bench_screen

        if place.desk is not None:
            self._desk = place.desk
        if self._desk is None:
            self._desk = Desk.with_sample(0, Catalogue("en"), Wishes(self.options.settings.seed))
        return bench_screen(place.bench, self._desk, has_way_back=place.has_way_back)

    @property
    def _limits(self) -> Limits:
        return HOSTED if self.options.hosted else USUAL

    def _new_session(self, settings: Settings) -> GameSession:
        return GameSession(self.options.chair, settings, None, BackgroundLearner(), self._limits)

    def _settings(self) -> GameScreen:
        from chairgame.tui.screens.settings import SettingsScreen

        return SettingsScreen(self.progress)

    def _next_level_id(self) -> str:
        return next_level(_ids(), self.progress.records())


def _lesson(place: places.Lesson) -> GameScreen:
    from chairgame.tui.screens.present import PresentScreen

    return PresentScreen(place.lesson, attract=place.goes_on, has_way_back=place.has_way_back)


def _table(seed: int, *, has_way_back: bool) -> GameScreen:
    from chairgame.tui.screens.arrange import ArrangeScreen

    return ArrangeScreen(seed, has_way_back=has_way_back)


def _hidden(place: places.Hidden) -> GameScreen:
    """What was arranged is not kept on disk: somebody might look there."""
    from chairgame.game.hiding.run import HiddenRun
    from chairgame.tui.screens.hidden import HiddenScreen

    return HiddenScreen(HiddenRun(place.chair, place.seed), has_way_back=place.has_way_back)


def _fold() -> GameScreen:
    from chairgame.tui.screens.fold import FoldScreen

    return FoldScreen()


def _about() -> GameScreen:
    from chairgame.tui.screens.about import AboutScreen

    return AboutScreen()


def _ids() -> list[str]:
    return [level.id for level in levels()]
