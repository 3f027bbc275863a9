"""What a level file says to the play of the repair, and what that tells of itself. Knows no rules of the play."""

from dataclasses import dataclass

from chairgame.text.catalogue import N_
from chairgame.text.tables import ABOVE_ZERO, Table

FEWEST_WORDS, MOST_WORDS = 3, 9
LONGEST = 60  # characters of the text


@dataclass(frozen=True)
class RepairSetup:
    """The text, how far a wire is turned by a click, and from what probability on the right word is sure."""

    text: str
    click: float
    sure: float

    @classmethod
    def read(cls, objective: Table, setup: Table) -> "RepairSetup":
        """See `registry.Setup`."""
        objective.only("text")
        setup.only("click", "sure")
        text = objective["text"].text(LONGEST)
        if not FEWEST_WORDS <= len(text.split()) <= MOST_WORDS:
            message = N_("{file}: {field}: expected {least} to {most} words, found {found}")
            raise objective["text"].mistake(message, least=FEWEST_WORDS, most=MOST_WORDS)
        return cls(text, setup["click"].number(ABOVE_ZERO, 5.0), setup["sure"].number(0.5, 0.999))


VERBS = ("turn", "bet", "epoch", "own")
FACTS = {
    "clicks": int,
    "wanted": str,
    "done": int,
    "mended": bool,
    "betting": bool,
    "bet_right": bool,
    "bet_wrong": bool,
    "said": str,
    "said_percent": int,
    "learning": bool,
    "epochs": int,
    "both": bool,
    "typing": bool,
    "recited": int,
    "quiet": bool,
    "backwards": bool,
    "one_sided": bool,
    "uncertain": int,
}
GROWING = ("clicks", "bet_wrong")
