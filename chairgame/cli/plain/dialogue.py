"""A dialogue about a session: a line goes in, the lines that answer it come out. Knows no streams and no terminals."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from chairgame.cli.plain.commands import find
from chairgame.cli.plain.leaving import leave
from chairgame.cli.plain.rebuilding import rebuild
from chairgame.cli.plain.talk import Talk
from chairgame.cli.plain.vocabulary import Request
from chairgame.game.session.autosave import Offer
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import Catalogue
from chairgame.text.clean import clean
from chairgame.text.errors import PlayerError


class Dialogue:
    """Answers one line after another until it is `over`."""

    def __init__(self, session: GameSession, catalogue: Catalogue, home: Path, offer: Offer | None = None) -> None:
        self.talk = Talk(session, catalogue, home, offer)

    @property
    def over(self) -> bool:
        """Whether the player has left."""
        return self.talk.over

    def opening(self) -> Iterator[str]:
        """What there is, and how to begin."""
        _, session = self.talk.catalogue, self.talk.session
        yield _.plural(
            "{title}: {n} part in a box, and no instructions.",
            "{title}: {n} parts in a box, and no instructions.",
            len(session.chair.parts),
            title=session.chair.title_in(_.language),
        )
        yield _.plural(
            "A brain with {n} connection, which has never seen a chair, builds; a black box measures, and whispers.",
            "A brain with {n} connections, which has never seen a chair, builds; a black box measures, and whispers.",
            session.history.trainer.architecture.parameter_count,
        )
        yield _("Enter rebuilds once, play 50 fifty times. help tells the commands, quit leaves.")
        if (offer := self.talk.offer) is not None:
            title = offer.chair.title_in(_.language)
            title = title[:1].lower() + title[1:]
            yield _("go on takes up what you left: {chair}, epoch {epoch}.", chair=title, epoch=offer.epoch)

    def answer(self, line: str) -> Iterator[str]:
        """The answer to a line, each of its lines as soon as it is known: at least one, and never an error.

        What a terminal would obey, in a file's name say, is told as a question mark.
        """
        lines = self._lines(line.split())
        while True:
            with np.errstate(all="ignore"):  # a brain that burns out divides and overflows: content, not a warning
                told = next(lines, None)
            if told is None:
                return
            yield clean(told)

    def ending(self) -> Iterator[str]:
        """The farewell to a player who has no more to say."""
        return leave(self.talk, Request("", ()))

    def _lines(self, words: list[str]) -> Iterator[str]:
        try:
            if words:
                command = find(words[0], self.talk.catalogue)
                yield from command.answer(self.talk, command.request(words[1:], self.talk.catalogue))
            else:
                yield from rebuild(self.talk, Request("", ()))
        except PlayerError as error:
            yield error.sentence(self.talk.catalogue)
