"""Level 6's finale: five times two chairs, and grandmother gets one of them. Which one holds her is written down with
each pair, so that a choice is judged at once; what there is to see of a pair is run in slices, before it is shown.
"""

from collections.abc import Iterator

from chairgame.game.story.pairs import FINALES, THE_OTHER_WAY, Facts, Pair, facts_of, slices_of

SIDES = LEFT, RIGHT = "left", "right"


class Finale:
    """Rounds of five pairs, each with brains of its own; there are as many rounds as checked finales."""

    def __init__(self, first: int) -> None:
        self._first = first
        self.round = self.number = 0
        """Which round, and which of its pairs, counted from 0."""
        self.choices: list[str] = []
        """The sides that grandmother was given in this round."""
        self.facts: Facts | None = None
        """What there is to see of the pair, once it has been run."""
        self._running: Iterator[None] | None = None

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The round's pairs."""
        return FINALES[(self._first + self.round) % len(FINALES)]

    @property
    def pair(self) -> Pair:
        """The one that is asked about."""
        return self.pairs[self.number]

    @property
    def choice(self) -> str | None:
        """The side that she was given, if she was."""
        return self.choices[self.number] if self.number < len(self.choices) else None

    @property
    def is_asking(self) -> bool:
        """Whether a chair is to be chosen."""
        return self.choice is None

    @property
    def smaller_falls(self) -> bool:
        """Whether of this pair the smaller number is the worse chair."""
        return self.number != THE_OTHER_WAY

    @property
    def right(self) -> int:
        """How many were chosen well in this round."""
        return sum(self.is_right(number) for number in range(len(self.choices)))

    @property
    def is_lesson(self) -> bool:
        """Whether the feet are drawn as bars: once, to teach where to look."""
        return self.round == self.number == 0

    @property
    def is_last(self) -> bool:
        """Whether the round ends with this pair."""
        return self.number == len(self.pairs) - 1

    @property
    def can_go_on(self) -> bool:
        """Whether another pair comes, of this round or of a new one: with all five right there is nothing to better."""
        is_beaten = self.is_last and (self.right == len(self.pairs) or self.round == len(FINALES) - 1)
        return self.choice is not None and not is_beaten

    def is_right(self, number: int) -> bool:
        """Whether she can sit on what she was given in a pair of this round."""
        return (self.choices[number] == LEFT) != self.pairs[number].falls_left

    def give(self, side: str) -> None:
        """Let her have one of the two."""
        self.choices.append(side)

    def go_on(self) -> None:
        """To the next pair, after the fifth to another round."""
        if self.is_last:
            self.round, self.number, self.choices = self.round + 1, 0, []
        else:
            self.number += 1
        self.facts = self._running = None

    def build(self) -> None:
        """A slice of what there is to see; to be called as long as there are no facts."""
        if self._running is None:
            self._running = slices_of(self.pair)
        if next(self._running, self) is self:
            self.facts = facts_of(self.pair)
