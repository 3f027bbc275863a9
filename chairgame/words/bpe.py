"""Byte-pair encoding: the commonest pair of neighbours becomes one token, again and again.

It begins with the characters of the text, as people count them. A blank travels with the word behind it, and nothing is
merged across blanks, so each different word is looked at once, however often it comes. Counts are kept up from merge to
merge. Source: Sennrich, Haddow & Birch (2016). Knows no network and no screen.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from chairgame.words.graphemes import graphemes

_CHUNK = re.compile(r" ?\S+|\s+(?!\S)|\s")

Pair = tuple[str, str]
Tokens = tuple[str, ...]

FEWEST = 2  # a pair that comes once saves nothing


def chunks(text: str) -> list[str]:
    """Words, each with the blank before it; whatever other blanks there are stand alone. Together they are the text."""
    return _CHUNK.findall(text)


def decode(tokens: Iterable[str]) -> str:
    """The text of tokens."""
    return "".join(tokens)


@dataclass(frozen=True)
class Merges:
    """An alphabet: which pairs become one token, the earliest first."""

    pairs: tuple[Pair, ...]
    _ranks: dict[Pair, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ranks: dict[Pair, int] = {}
        for rank, pair in enumerate(self.pairs):
            ranks.setdefault(pair, rank)
        object.__setattr__(self, "_ranks", ranks)

    def encode(self, text: str) -> list[str]:
        """The tokens of any text, also of words that were never there: what is unknown stays in characters."""
        cut: dict[str, Tokens] = {}
        tokens: list[str] = []
        for chunk in chunks(text):
            if chunk not in cut:
                cut[chunk] = self._cut(chunk)
            tokens.extend(cut[chunk])
        return tokens

    def _cut(self, chunk: str) -> Tokens:
        """A word's tokens: always the earliest merge that is possible, everywhere at once."""
        symbols = tuple(graphemes(chunk))
        while len(symbols) > 1:
            pair = min(pairwise(symbols), key=lambda pair: self._ranks.get(pair, len(self.pairs)))
            if pair not in self._ranks:
                break
            symbols = merged(symbols, pair)
        return symbols


def merged(symbols: Sequence[str], pair: Pair) -> Tokens:
    """Symbols in which every pair, from the left, has become one."""
    result: list[str] = []
    place, last = 0, len(symbols) - 1
    while place <= last:
        if place < last and (symbols[place], symbols[place + 1]) == pair:
            result.append(pair[0] + pair[1])
            place += 2
        else:
            result.append(symbols[place])
            place += 1
    return tuple(result)


@dataclass(frozen=True)
class Done:
    """A merge that was made: how often the pair came, and which words looked how before it."""

    pair: Pair
    count: int
    before: tuple[tuple[int, Tokens], ...]


class Merging:
    """A text while its alphabet grows: merge by merge, forwards and back. Not for two threads at once."""

    def __init__(self, text: str) -> None:
        times = Counter(chunks(text))  # in the order in which they first come
        self._words: list[Tokens] = [tuple(graphemes(chunk)) for chunk in times]
        self._times = list(times.values())
        self._counts: Counter[Pair] = Counter()
        self._where: defaultdict[Pair, set[int]] = defaultdict(set)
        self._done: list[Done] = []
        self._alphabet = len({symbol for word in self._words for symbol in word})
        self.tokens = sum(len(word) * times for word, times in zip(self._words, self._times, strict=True))
        """How many tokens the text has now."""
        self.characters = self.tokens
        """How many it had before the first merge."""
        for index in range(len(self._words)):
            self._count(index, 1)

    @property
    def done(self) -> tuple[Done, ...]:
        """The merges made, the first one first."""
        return tuple(self._done)

    @property
    def merges(self) -> Merges:
        """The alphabet so far."""
        return Merges(tuple(done.pair for done in self._done))

    @property
    def alphabet_size(self) -> int:
        """How many different tokens there can be: the characters and what was merged."""
        return self._alphabet + len({pair[0] + pair[1] for pair in (done.pair for done in self._done)})

    def count_of(self, pair: Pair) -> int:
        """How often two tokens stand side by side."""
        return self._counts.get(pair, 0)

    def best(self) -> Pair | None:
        """The commonest pair, of equals the one that came first in the text; None where none comes twice."""
        most = max(self._counts.values(), default=0)
        if most < FEWEST:
            return None
        return min((pair for pair, count in self._counts.items() if count == most), key=self._first_place)

    def commonest(self, many: int) -> list[Pair]:
        """So many of the pairs that come twice or more, the commonest first, equals as they come in the text."""
        counts = sorted(self._counts.values(), reverse=True)[:many]
        least = max(counts[-1], FEWEST) if counts else FEWEST
        pairs = [pair for pair, count in self._counts.items() if count >= least]
        return sorted(pairs, key=lambda pair: (-self._counts[pair], self._first_place(pair)))[:many]

    def merge(self, pair: Pair) -> bool:
        """Make one token of two, wherever they meet. False, and nothing happens, where they never do."""
        count = self.count_of(pair)
        if not count:
            return False
        indices = sorted(self._where[pair])
        self._done.append(Done(pair, count, tuple((index, self._words[index]) for index in indices)))
        for index in indices:
            self._replace(index, merged(self._words[index], pair))
        return True

    def merge_best(self) -> bool:
        """Merge the commonest pair. False where nothing is left to merge."""
        pair = self.best()
        return pair is not None and self.merge(pair)

    def take_back(self) -> bool:
        """Undo the last merge. False where there was none."""
        if not self._done:
            return False
        for index, symbols in self._done.pop().before:
            self._replace(index, symbols)
        return True

    def _first_place(self, pair: Pair) -> tuple[int, int]:
        """Where a pair comes first: in which word of the text, counted by their first coming, and where in it."""
        index = min(self._where[pair])
        word = self._words[index]
        return index, next(place for place in range(len(word) - 1) if word[place : place + 2] == pair)

    def _replace(self, index: int, symbols: Tokens) -> None:
        """A word looks otherwise from now on."""
        self.tokens += (len(symbols) - len(self._words[index])) * self._times[index]
        self._count(index, -1)
        self._words[index] = symbols
        self._count(index, 1)

    def _count(self, index: int, sign: int) -> None:
        """Count a word's pairs in, or out again."""
        word, times = self._words[index], sign * self._times[index]
        for pair in pairwise(word):
            self._counts[pair] += times
            if sign > 0:
                self._where[pair].add(index)
            else:
                self._where[pair].discard(index)
                if not self._counts[pair]:
                    del self._counts[pair], self._where[pair]
