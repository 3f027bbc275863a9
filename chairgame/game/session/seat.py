"""Who sits on what stands there, and how it goes."""

from chairgame.game.session.hand import Hand
from chairgame.game.session.workshop import Workshop
from chairgame.game.sitting.outcome import Sitter, SitTest
from chairgame.game.sitting.sit_test import sit_down
from chairgame.game.sitting.sit_words import next_sitter


class Seat:
    """One sitter at a time, on the rebuild shown and the part in hand."""

    def __init__(self, workshop: Workshop, hand: Hand) -> None:
        self._workshop, self._hand = workshop, hand
        self._sitter: Sitter | None = None
        self._last: tuple[object, object, SitTest] | None = None  # the last sit test, and on what

    @property
    def sitter(self) -> Sitter | None:
        """Who sits there."""
        return self._sitter

    @property
    def test(self) -> SitTest | None:
        """How whoever sits fares on what stands there, the part in hand included; nothing while nobody sits."""
        if self._sitter is None:
            return None
        built, sitter = (self._workshop.rebuild, self._hand.held), self._sitter
        if self._last is None or self._last[0] != built or self._last[1] != sitter:
            self._last = (built, sitter, sit_down(self._workshop.history.chair, self._hand.assembly, sitter))
        return self._last[2]

    def sit_next(self) -> SitTest | None:
        """The next one of cat, grandmother and hippopotamus sits down; how that goes."""
        self._sitter = next_sitter(self._sitter)
        return self.test

    def clear(self) -> None:
        """Nobody sits any more."""
        self._sitter = None
