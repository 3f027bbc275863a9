"""A dialogue about a level: a line goes in, the lines that answer it come out. Knows no streams and no terminals."""

from collections.abc import Iterator

import numpy as np

from chairgame.cli.plain.levels import shared
from chairgame.cli.plain.levels.commands import commands_of, entered, leave
from chairgame.cli.plain.levels.talk import LevelTalk
from chairgame.cli.plain.vocabulary import Request, find
from chairgame.game.progress.whole import Progress
from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import Level
from chairgame.game.story.wording import worded
from chairgame.text.catalogue import Catalogue
from chairgame.text.clean import clean
from chairgame.text.errors import PlayerError


class LevelDialogue:
    """Answers one line after another until it is `over`."""

    def __init__(self, level: Level, catalogue: Catalogue, progress: Progress) -> None:
        self.talk = LevelTalk.about(level, catalogue, progress)

    @property
    def over(self) -> bool:
        """Whether the player has left."""
        return self.talk.over

    def opening(self) -> Iterator[str]:
        """The level's pages, its stars, and how to begin."""
        _ = self.talk.catalogue
        yield from shared.introduced(self.talk)
        yield _(
            "Enter alone is {command}. help tells the commands, quit leaves.", command=entered(self.talk).words(_)[0]
        )

    def answer(self, line: str) -> Iterator[str]:
        """The answer to a line: at least one, and never an error."""
        with np.errstate(all="ignore"):  # a brain that burns out divides and overflows: content, not a warning
            for told in self._lines(line.split()):
                yield clean(told)

    def ending(self) -> Iterator[str]:
        """The farewell to a player who has no more to say."""
        return leave(self.talk, Request("", ()))

    def _lines(self, words: list[str]) -> Iterator[str]:
        talk, _ = self.talk, self.talk.catalogue
        attempt, was_asked, earned = talk.attempt, talk.is_asked, talk.attempt.earned
        is_playing = attempt.stage is Stage.PLAY
        try:
            command = find(words[0], commands_of(talk), _) if words else entered(talk)
            yield from command.answer(talk, command.request(words[1:], _))
        except PlayerError as error:
            yield error.sentence(_)
        if was_asked:
            talk.is_asked = False
        if talk.attempt is attempt and is_playing:
            yield from self._judged(earned)

    def _judged(self, earned: frozenset[int]) -> Iterator[str]:
        """The stars that are new, and the result where it is over."""
        talk, _ = self.talk, self.talk.catalogue
        attempt = talk.attempt
        for number in sorted(attempt.earned - earned):
            rule = worded(attempt.level.stars[number - 1].text, attempt.facts(), _)
            yield _("Star {n} is yours: {rule}.", n=number, rule=rule)
        if attempt.stage is Stage.PLAY and attempt.play.is_over:
            attempt.finish()
        if attempt.stage is Stage.RESULT:
            yield from shared.ended(talk)
