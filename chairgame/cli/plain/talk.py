"""What the lab's dialogue remembers. Knows no command."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from chairgame.cli.plain.news import in_words
from chairgame.cli.plain.vocabulary import Request
from chairgame.game.session.autosave import Offer
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import Catalogue


@dataclass
class Talk:
    """A session, the language it is spoken of in, and the player's data folder. All other state is the session's."""

    session: GameSession
    catalogue: Catalogue
    home: Path
    offer: Offer | None = None
    """An earlier run to go on with."""
    over: bool = False

    def news_of(self, act: Callable[[], object]) -> list[str]:
        """Let the session do something; what it has to say about it, if anything."""
        before = self.session.news
        act()
        news = self.session.news
        return [] if news is None or news is before else [in_words(news).sentence(self.catalogue)]


Answer = Callable[[Talk, Request], Iterator[str]]
