"""What a sit test is told in: who sat down, whether it held, and what is to blame."""

from chairgame.chair.parts import Chair
from chairgame.game.news import Cm, Degrees, Kind, News
from chairgame.game.sitting.outcome import CAT, GRANDMOTHER, HIPPOPOTAMUS, Reason, Side, Sitter, SitTest
from chairgame.text.catalogue import N_

SITTER_NAMES = {CAT: N_("cat"), GRANDMOTHER: N_("grandmother"), HIPPOPOTAMUS: N_("hippopotamus")}
_HOLDS = {
    CAT: N_("It holds: the cat curls up and purrs."),
    GRANDMOTHER: N_("It holds: grandmother gets out her knitting."),
    HIPPOPOTAMUS: N_("It holds: even the hippopotamus sits comfortably."),
}
_FALLS = {
    CAT: N_("The cat jumps off: {cause}"),
    GRANDMOTHER: N_("Grandmother goes down with it: {cause}"),
    HIPPOPOTAMUS: N_("The hippopotamus falls: {cause}"),
}
_STANDS = {
    CAT: N_("The cat sniffs at it and stays on the floor: {cause}"),
    GRANDMOTHER: N_("Grandmother looks, and prefers to stand: {cause}"),
    HIPPOPOTAMUS: N_("The hippopotamus looks, and stays on the floor: {cause}"),
}
_CAUSES = {
    Reason.SMOKE: N_("there is nothing but smoke."),
    Reason.NO_SEAT: N_("there is no flat place to sit on."),
    Reason.STEEP: N_("{kind} {label} slants by {gap}°, one slides off it."),
    Reason.LOW: N_("nothing to sit on: {kind} {label} is only {gap} cm up."),
    Reason.HIGH: N_("nothing to sit on: {kind} {label} is {gap} cm up."),
    Reason.LOOSE: N_("{kind} {label} is joined to nothing: {gap} cm of gap."),
    Reason.FLOATS: N_("{kind} {label} floats {gap} cm above the floor."),
    Reason.LONG: N_("{kind} {label} ends {gap} cm lower than the rest."),
}
_SIDES = {
    Side.LEFT: N_("the weight falls outside the feet, on the left."),
    Side.RIGHT: N_("the weight falls outside the feet, on the right."),
    Side.FRONT: N_("the weight falls outside the feet, at the front."),
    Side.BACK: N_("the weight falls outside the feet, at the back."),
}


def verdict(test: SitTest, chair: Chair) -> News:
    """The whole of it in one sentence: "The cat jumps off: leg A2 floats 7.0 cm above the floor."."""
    if test.holds:
        return News(_HOLDS[test.sitter])
    return News((_FALLS if test.falls else _STANDS)[test.sitter], {"cause": cause(test, chair)})


def cause(test: SitTest, chair: Chair) -> News:
    """Why it did not hold: "leg A2 floats 7.0 cm above the floor."."""
    if test.side is not None:
        return News(_SIDES[test.side])
    if test.guilty is None or test.gap_cm is None:
        return News(_CAUSES[test.reason])
    part, gap = chair.parts[test.guilty], float(test.gap_cm)
    size = Degrees(gap) if test.reason is Reason.STEEP else Cm(gap)
    return News(_CAUSES[test.reason], {"kind": Kind(part.kind), "label": part.label, "gap": size})


def next_sitter(sitter: Sitter | None) -> Sitter:
    """Who sits down next: cat, grandmother, hippopotamus, and the cat again."""
    order = list(SITTER_NAMES)
    return order[0] if sitter is None else order[(order.index(sitter) + 1) % len(order)]
