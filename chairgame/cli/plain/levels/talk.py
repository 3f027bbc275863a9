"""What a dialogue about a level remembers, and how one speaks of a level in words. Knows no command."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chairgame.cli.plain.levels.in_words import in_words, sentence_in_words
from chairgame.cli.plain.vocabulary import Request
from chairgame.game.progress.whole import Progress
from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.kept_play import taken_up
from chairgame.game.story.level import Level
from chairgame.game.story.play import LevelPlay
from chairgame.game.story.wording import figure_of, told, worded
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError


@dataclass
class LevelTalk:
    """An attempt, the language it is spoken of in, and the progress that keeps it."""

    attempt: Attempt
    catalogue: Catalogue
    progress: Progress
    is_asked: bool = False
    """Whether the player has just been asked if that is enough."""
    over: bool = False

    @classmethod
    def about(cls, level: Level, catalogue: Catalogue, progress: Progress) -> "LevelTalk":
        """A dialogue about a level as it was left."""
        talk = cls(taken_up(level, progress), catalogue, progress)
        talk.read_on()
        return talk

    @property
    def play(self) -> LevelPlay:
        """What is played; undo makes another one."""
        return self.attempt.play

    def begin(self, level: Level) -> None:
        """Another level, or the same anew."""
        self.attempt = taken_up(level, self.progress)
        self.read_on()

    def read_on(self) -> None:
        """The pages are told, not turned."""
        if self.attempt.stage is Stage.PAGES:
            self.attempt.turn(len(self.attempt.pages))
        self.play.skip()

    def move(self, move: str, refusal: str = N_("That cannot be done now.")) -> None:
        """Make a move at once, without its pictures. Raises PlayerError where it cannot be made."""
        self.require_play()
        self.play.news = None
        if not self.attempt.do(move):
            raise PlayerError(refusal)
        self.play.skip()

    def require_play(self) -> None:
        """Raises PlayerError once there is nothing left to play."""
        if self.attempt.stage is not Stage.PLAY:
            raise PlayerError(N_("This play is over. open tells what it was, again plays another, next goes on."))

    def news(self) -> Iterator[str]:
        """What the play has to say, once."""
        news, self.play.news = self.play.news, None
        if news is not None:
            yield in_words(news).sentence(self.catalogue)


LevelAnswer = Callable[[LevelTalk, Request], Iterator[str]]


def pages_told(talk: LevelTalk, pages: tuple[str, ...]) -> Iterator[str]:
    """Pages as paragraphs, a line each."""
    facts = talk.play.facts()
    for page in pages:
        for paragraph in told(sentence_in_words(page), facts, talk.catalogue).split("\n"):
            if paragraph.strip():
                yield paragraph


def stars_told(talk: LevelTalk) -> Iterator[str]:
    """The three rules, which of them are kept, and how it stands with the others."""
    _, facts, attempt = talk.catalogue, talk.attempt.facts(), talk.attempt
    for number, star in enumerate(attempt.level.stars, 1):
        rule = worded(star.text, facts, _)
        figure = figure_of(star, facts, _)
        if number in attempt.earned:
            yield _("Star {n}, earned: {rule}.", n=number, rule=rule)
        elif attempt.is_missed(star):
            yield _("Star {n}, only in another play: {rule}.", n=number, rule=rule)
        elif figure:
            yield _("Star {n}, not yet: {rule}; {figure}.", n=number, rule=rule, figure=figure)
        else:
            yield _("Star {n}, not yet: {rule}.", n=number, rule=rule)
