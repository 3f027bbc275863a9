"""What the game says at the moment: one sentence, which grows old while time runs."""

from math import inf

from chairgame.game.news import News, Value

NEWS_SECONDS = 6.0  # of play: as long as a sentence needs to be read twice


class Voice:
    """Holds the news, worded only by whoever shows it."""

    def __init__(self) -> None:
        self._news: News | None = None
        self._foretold: News | None = None  # news of a rebuild that may not have been measured yet
        self._aging: News | None = None
        self._age = 0.0

    @property
    def news(self) -> News | None:
        """What was said last, unless that is long ago."""
        return self._news

    @property
    def is_foretold(self) -> bool:
        """Whether the news is about what the scanner may have yet to read."""
        return self._news is self._foretold

    @property
    def fades_in(self) -> float:
        """Seconds of play until there is no news any more; without an end where there is none now."""
        age = self._age if self._news is self._aging else 0.0
        return inf if self._news is None else NEWS_SECONDS - age

    def say(self, message: str, **fields: Value) -> None:
        """Put a sentence on the news line."""
        self.tell(News(message, fields))

    def tell(self, news: News) -> None:
        """Put news on the line."""
        self._news = news

    def foretell(self, news: News) -> None:
        """Put news on the line that is to be told only once the scanner has read the rebuild shown."""
        self._news = self._foretold = news

    def hush(self) -> None:
        """Say nothing."""
        self._news = None

    def grow_old(self, seconds: float) -> None:
        """While time runs on, what was said some seconds ago is no news any more."""
        self._age = self._age + seconds if self._news is self._aging else 0.0
        self._aging = self._news
        if self._age > NEWS_SECONDS:
            self._news = None
