"""What the map lists beside the levels that there are: the bridge behind the first half, and the levels of part two.

Part two's titles are told from the start, since this is a story of twelve; what they hide is not. Knows no screen.
"""

from dataclasses import dataclass

from chairgame.game.story.level import levels
from chairgame.text.catalogue import N_

FIRST_HALF = 6
"""The number of its last level."""
STORY_LEVELS = 12


@dataclass(frozen=True)
class Coming:
    """A level that is still to come: its number and id, its title and what one does there, ids of the catalogue."""

    number: int
    id: str
    title: str
    about: str


@dataclass(frozen=True)
class Bridge:
    """The pages between the halves."""

    id: str = "bridge"
    title: str = N_("The bridge")
    about: str = N_("Three things that every network needs, its program in numbers, and the same loop with words.")


BRIDGE = Bridge()
PART_TWO = (
    Coming(
        7,
        "ala-ma-kota",
        N_("Ala ma kota"),
        N_("Mend a brain that guesses the next word, by hand; then let it listen."),
    ),
    Coming(
        8,
        "instruction-sheet",
        N_("Instruction sheet"),
        N_("Race a machine that follows instructions, then write some yourself."),
    ),
    Coming(
        9,
        "never-seen",
        N_("Never seen"),
        N_("Choose how many chairs a brain learns from, then show it one that it never met."),
    ),
    Coming(
        10,
        "bad-scanner",
        N_("A bad scanner"),
        N_("Learn from a scanner that does not see everything, and find out what it misses."),
    ),
    Coming(
        11,
        "175-billion",
        N_("175 billion"),
        N_("Walk away from this brain until the largest ones come into sight."),
    ),
    Coming(12, "key", N_("The key"), N_("All of it together, once; and then the box opens.")),
)


def coming() -> tuple[Coming, ...]:
    """The levels of part two that are not there yet."""
    there = {level.id for level in levels()}
    return tuple(level for level in PART_TWO if level.id not in there)
