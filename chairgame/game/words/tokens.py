"""The second bench of words mode: a text is cut into tokens, merge by merge, and a word in two alphabets.

Commands in, news out. Beside the text's own alphabet grows one from a text in another language, merge for merge: it
shows what a language costs that the alphabet was not made from. Knows no screen and no clock: `tick` brings seconds.
"""

from collections.abc import Callable

import numpy as np

from chairgame.game.news import Count, News, Value
from chairgame.game.words.token_race import TokenRace
from chairgame.text.catalogue import N_
from chairgame.words.bpe import Done, Merging, Pair
from chairgame.words.reading import MOST_MERGES

SPEEDS = (2.0, 8.0, 32.0)  # merges a second
USUAL_SPEED = 1
LISTED = 20  # pairs that are shown at most
FAR = 400  # merges after which `hurry` rests: a usual alphabet for a text of this size
RACE_STREAM = 12  # the stream of what is offered: another one than the brain's
LONGEST_WORD = 40  # characters


class TokenBench:
    """A text while its alphabet grows, what of it can be merged next, and the race if one is run."""

    def __init__(self, content: str, foreign: str, word: str, seed: int = 0) -> None:
        """`foreign` is a text in another language; `word` is cut up in both alphabets."""
        self.content, self.word = content, word
        self.merging, self.foreign = Merging(content), Merging(foreign)
        self.race: TokenRace | None = None
        self.cursor = 0
        self.playing = False
        self.speed_index = USUAL_SPEED
        self.news: News | None = None
        self._seed, self._races = seed, 0
        self._due, self._until = 0.0, 0
        self._listed: list[Pair] | None = None

    # What there is to see

    @property
    def shown(self) -> Merging:
        """The text that is seen: the bench's own, or the racer's."""
        return self.race.merging if self.race else self.merging

    @property
    def pairs(self) -> list[Pair]:
        """What can be merged next: the commonest pairs, or what the race offers."""
        if self.race:
            return list(self.race.offer)
        if self._listed is None:
            self._listed = self.merging.commonest(LISTED)
        return self._listed

    @property
    def last(self) -> Done | None:
        """The last merge that was made."""
        return self.shown.done[-1] if self.shown.done else None

    @property
    def is_at_end(self) -> bool:
        """Whether nothing is left to merge, or the alphabet is as large as it may be."""
        return not self.pairs or len(self.merging.done) >= MOST_MERGES

    @property
    def runs(self) -> bool:
        """Whether time moves anything."""
        return self.playing or len(self.merging.done) < self._until

    # Time

    def tick(self, seconds: float, may_go_on: Callable[[], bool]) -> bool:
        """Let time pass. True if anything was merged."""
        if self.playing:
            speed = SPEEDS[self.speed_index]
            self._due = min(self._due + seconds * speed, speed)
        moved = False
        while self.runs and (self._due >= 1 or len(self.merging.done) < self._until):
            self._due = max(0.0, self._due - 1)
            moved = self._merge_best() or moved
            if not may_go_on():
                break
        return moved

    def toggle_play(self) -> None:
        """Merge on and on, or hold."""
        if self._is_racing():
            return
        self._until = 0
        self.playing, self._due = not self.playing and not self.is_at_end, 1.0
        if self.is_at_end:
            self._say_end()

    def hold(self) -> None:
        """Nothing is merged for now."""
        self.playing, self._until = False, 0

    def hurry(self) -> None:
        """On to a usual alphabet, as fast as it goes; from there on to the end."""
        if not self._is_racing():
            self.playing = False
            done = len(self.merging.done)
            self._until = MOST_MERGES if done >= FAR else FAR
            if self.is_at_end:
                self._say_end()

    def change_speed(self, steps: int) -> None:
        """Slower or faster."""
        self.speed_index = min(max(0, self.speed_index + steps), len(SPEEDS) - 1)
        speed = round(SPEEDS[self.speed_index])
        self.news = News.counted("{n} merge a second", "{n} merges a second", speed)

    # Merges

    def merge_next(self) -> None:
        """The commonest pair becomes one token."""
        if not self._is_racing():
            self.hold()
            self._merge_best()

    def take_back(self) -> None:
        """The last merge was never made; what is lost in a race stays lost."""
        if not self._is_racing():
            self.hold()
            if self.merging.take_back():
                self._changed()

    def to_start(self) -> None:
        """Back to single characters."""
        if not self._is_racing():
            self.hold()
            self.merging = Merging(self.content)
            self._changed()

    def choose(self, rows: int) -> None:
        """Another pair."""
        self.cursor = min(max(0, self.cursor + rows), max(0, len(self.pairs) - 1))

    def merge_chosen(self) -> None:
        """The pair under the cursor becomes one token: in a race it is the player's move."""
        if not self.pairs:
            self._say_end()
        elif self.race:
            self._move_in_race(self.race)
        else:
            self.hold()
            self._merge(self.pairs[self.cursor])

    # The race

    def begin_race(self) -> None:
        """A new race, with other offers than the one before; it wants a text in which something can be merged."""
        self.hold()
        race = TokenRace(self.content, np.random.default_rng([self._seed, RACE_STREAM, self._races]))
        if not race.is_whole:
            self._say(N_("This text is too short to race on: T takes a longer one."))
            return
        self.race, self.cursor = race, 0
        self._races += 1
        self._say(N_("Which pair is the commonest? Enter merges it. The counts are hidden."))

    def end_race(self) -> None:
        """Back to the text and its own alphabet."""
        self.race, self.cursor = None, 0
        self.news = None

    def _move_in_race(self, race: TokenRace) -> None:
        counts, best = race.counts(), race.merging.best()
        most = max(counts)
        came = race.choose(self.cursor)
        self.cursor = 0
        if came == most:
            self._say(N_("{n} times: the commonest of all."), n=Count(came))
        elif best is not None:
            pair = News(N_("{left} + {right}"), {"left": visible(best[0]), "right": visible(best[1])})
            self._say(
                N_("{n} times. The commonest was {pair}: {most} times."), n=Count(came), pair=pair, most=Count(most)
            )

    # Other words

    def cut_up(self, word: str) -> None:
        """Another word for both alphabets."""
        self.word = " ".join(word.split())[:LONGEST_WORD] or self.word

    def word_in(self, merging: Merging) -> list[str]:
        """The word's tokens in an alphabet, with the blank before it that words in a text have."""
        return merging.merges.encode(f" {self.word}")

    def _is_racing(self) -> bool:
        """Whether a key would merge by itself what is the player's to choose."""
        if self.race and not self.race.is_over:
            self._say(N_("In the race you choose: ↑ ↓, then Enter. Esc gives up."))
            return True
        if self.race:
            self.end_race()
        return False

    def _merge_best(self) -> bool:
        best = self.merging.best()
        if best is None or len(self.merging.done) >= MOST_MERGES:
            self.hold()
            self._say_end()
            return False
        self._merge(best)
        return True

    def _merge(self, pair: Pair) -> None:
        self.merging.merge(pair)
        self._changed()

    def _changed(self) -> None:
        """The other alphabet has as many merges, as far as its text goes."""
        self._listed, self.news, self.cursor = None, None, 0
        while len(self.foreign.done) > len(self.merging.done):
            self.foreign.take_back()
        while len(self.foreign.done) < len(self.merging.done) and self.foreign.merge_best():
            pass

    def _say_end(self) -> None:
        if self.pairs:
            self._say(N_("{n} merges are as many as there may be."), n=Count(MOST_MERGES))
        else:
            self._say(N_("Nothing comes twice any more: all that is common is one token. T: a longer text."))

    def _say(self, message: str, **fields: Value) -> None:
        self.news = News(message, fields)


def visible(token: str) -> str:
    """A token as it is written: a blank is seen."""
    return "".join("·" if character.isspace() else character for character in token)
