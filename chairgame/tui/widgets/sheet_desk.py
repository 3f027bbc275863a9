"""Where the player's hands are in the level of the instruction sheet: cursors, a bet that is being made, what is struck
out. Belongs to no move. Knows no widget."""

from collections.abc import Callable, Hashable

from chairgame.game.story.sheet import AT, CORNER, KINDS, LABELS, SEAT, Line
from chairgame.game.story.sheet_network import neurons_of
from chairgame.game.story.sheet_play import SheetPlay

FIRST_BET = 10
PART, HOW, OF, WHICH = range(4)
"""The words of a line."""


class Desk:
    """Over the play of the moment."""

    def __init__(self, play: Callable[[], SheetPlay]) -> None:
        self.play = play
        self.number = self.line = self.neuron = 0
        """The number that is held, the line and the neuron that are looked at."""
        self.word = HOW
        self.bet: int | None = None
        """What is about to be bet."""
        self.has_programs = False
        """Whether both programs are looked at."""
        self.is_at_network = False
        """Whether it is the network's, and not the sheet."""
        self.struck_line: int | None = None
        self.struck_neuron: int | None = None

    def key(self) -> Hashable:
        """Everything that decides about a picture."""
        struck = self.struck_line, self.struck_neuron
        return self.line, self.word, self.neuron, self.bet, self.has_programs, self.is_at_network, struck

    # The row

    def hold(self, steps: int) -> None:
        """Another number and its right neighbour."""
        self.number = min(max(0, self.number + steps), len(self.play().row) - 2)

    # The sheet

    @property
    def words(self) -> int:
        """How many words the line has that can be changed."""
        kind = self.play().lines[self.line].kind
        return HOW + 1 if not kind else WHICH + 1 if kind == CORNER else OF + 1

    def choose(self, lines: int) -> None:
        """Another line; of two programs a line of the one that is looked at."""
        if self.has_programs and self.is_at_network:
            self.neuron = min(max(0, self.neuron + lines), len(neurons_of(self.play().stages[0])) - 1)
            return
        self.line = min(max(0, self.line + lines), len(LABELS) - 1)
        self.word = min(self.word, self.words - 1)

    def next_word(self, steps: int = 1) -> None:
        """Another word of the line."""
        self.word = (self.word + steps) % self.words

    def other(self, steps: int) -> str:
        """The move that puts another word in the place of the chosen one."""
        line = self.play().lines[self.line]
        if self.word == PART:
            return f"part {self.line} {_beside(LABELS, line.part, steps)}"
        if self.word == HOW:
            return self._how(self._with_kind(line, steps))
        if self.word == OF:
            return self._how(Line(line.part, line.kind, _beside(LABELS, line.of, steps), line.corner))
        return self._how(Line(line.part, line.kind, line.of, (line.corner + steps) % len(LABELS[:4])))

    def _with_kind(self, line: Line, steps: int) -> Line:
        """A new instruction begins with what is likely: its own numbers, the seat, a leg for the seat."""
        kind = _beside(KINDS, line.kind, steps) if line.kind else KINDS[0 if steps > 0 else -1]
        of = line.part if kind == AT else LABELS[0] if line.part == SEAT else SEAT
        return Line(line.part, kind, of, 0)

    def _how(self, line: Line) -> str:
        return f"how {self.line} {line.kind} {line.of} {line.corner}"

    # The bet

    def begin_bet(self) -> None:
        """Far from what is likely: nobody is to win it by Enter alone."""
        self.bet = FIRST_BET

    def raise_bet(self, rebuilds: int) -> None:
        """Later or earlier."""
        if self.bet is not None:
            self.bet = min(max(1, self.bet + rebuilds), self.play().setup.highest_bet)

    # The programs

    def strike(self) -> None:
        """Strike the chosen line out, or put it back."""
        if self.is_at_network:
            self.struck_neuron = None if self.struck_neuron == self.neuron else self.neuron
        else:
            self.struck_line = None if self.struck_line == self.line else self.line


def _beside(words: tuple[str, ...], word: str, steps: int) -> str:
    return words[(words.index(word) + steps) % len(words)]
