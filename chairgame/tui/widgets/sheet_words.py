"""How the instruction sheet reads: lines, words and what they mean, in the player's language."""

from collections.abc import Mapping

from chairgame.chair.parts import Chair
from chairgame.game.naming.kinds import kind_in
from chairgame.game.story.sheet import AT, BACK, CORNER, HIGH, ON, Line
from chairgame.text.catalogue import N_, Catalogue

KIND_WORDS: Mapping[str, str] = {AT: N_("AT"), HIGH: N_("HIGH"), ON: N_("ON"), CORNER: N_("CORNER"), BACK: N_("BACK")}
MEANINGS: Mapping[str, str] = {
    "": N_("No instruction yet: the part lies in the middle of the floor."),
    AT: N_("AT: at these numbers, copied from the plan."),
    HIGH: N_("HIGH: in the middle, as high up as that part is long."),
    ON: N_("ON: in the middle, on top of that part."),
    CORNER: N_("CORNER: on the floor, below that part's corner: 1 2 in front, 3 4 behind."),
    BACK: N_("BACK: on top of that part, along its back edge."),
}


def name_of(label: str, plan: Chair, _: Catalogue) -> str:
    """`leg A2`; a part that there is only once goes without its letter."""
    kinds = [part.kind for part in plan.parts]
    part = plan.parts[plan.labels.index(label)]
    kind = kind_in(part.kind, _)
    return kind if kinds.count(part.kind) == 1 else f"{kind} {label}"


def words_of(line: Line, plan: Chair, _: Catalogue) -> tuple[str, ...]:
    """A line's words: the part, the instruction, and what that needs."""
    part = name_of(line.part, plan, _)
    if not line.kind:
        return (part, "…")
    kind = _(KIND_WORDS[line.kind])
    if line.kind == AT:
        return (part, kind, place_of(line.of, plan))
    of = name_of(line.of, plan, _)
    return (part, kind, of, str(line.corner + 1)) if line.kind == CORNER else (part, kind, of)


def place_of(label: str, plan: Chair) -> str:
    """Three numbers in cm."""
    return " ".join(f"{number:g}".replace("-", "−") for number in plan.parts[plan.labels.index(label)].at)


def size_of(label: str, plan: Chair) -> str:
    """Width, depth and height in cm."""
    return "×".join(f"{number:g}" for number in plan.parts[plan.labels.index(label)].size)
