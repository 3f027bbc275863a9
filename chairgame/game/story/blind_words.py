"""What the play of the blind scanners says: what a scan has told, what a name has come to, what a run in the hiss."""

from chairgame.blackbox.blind import BlindSpot
from chairgame.chair.parts import Part
from chairgame.game.news import Cm, Count, Kind, News, Rate
from chairgame.text.catalogue import N_

NAMES = {
    BlindSpot.NOTHING: N_("nothing"),
    BlindSpot.LEGS: N_("legs"),
    BlindSpot.BACK: N_("the back"),
    BlindSpot.HEIGHTS: N_("heights"),
    BlindSpot.SIDEWAYS: N_("sideways"),
    BlindSpot.TURNS: N_("turns"),
}
RIGHT = {
    BlindSpot.NOTHING: N_("Right: it sees everything. It reads {reads} cm, and that is true."),
    BlindSpot.LEGS: N_("Right: it sees no legs. It reads {reads} cm; in truth the chair is {true} cm off."),
    BlindSpot.BACK: N_("Right: it sees no back. It reads {reads} cm; in truth the chair is {true} cm off."),
    BlindSpot.HEIGHTS: N_("Right: it sees no heights. It reads {reads} cm; in truth the chair is {true} cm off."),
    BlindSpot.SIDEWAYS: N_("Right: it sees nothing sideways. It reads {reads} cm; in truth it is {true} cm off."),
    BlindSpot.TURNS: N_("Right: it sees no turns. It reads {reads} cm; in truth the chair is {true} cm off."),
}


def learned(reads_cm: float, rebuilds: int) -> News:
    """A triumph."""
    message = N_("{cm} cm after {n} rebuilds: perfect, says the scanner. t: let grandmother sit down.")
    return News(message, {"cm": Cm(reads_cm), "n": Count(rebuilds)})


def scanned(part: Part, *, saw: bool) -> News:
    """Whether the number moved."""
    moved, stays = (
        N_("{kind} {label}: the number moved. It saw that."),
        N_("{kind} {label}: the number stays. It saw nothing of that."),
    )
    return News(moved if saw else stays, {"kind": Kind(part.kind), "label": part.label})


def misnamed(spot: BlindSpot, *, is_possible: bool) -> News:
    """A wrong name, and whether the scans had ruled it out."""
    possible, ruled_out = (
        N_("Not {spot}, though no scan had ruled it out. Ask once more before you name it."),
        N_("Not {spot}: a scanner blind to that would have said something else."),
    )
    return News(possible if is_possible else ruled_out, {"spot": News(NAMES[spot])})


def named(spot: BlindSpot, reads_cm: float, true_cm: float) -> News:
    """The right name, and what the triumph was worth."""
    return News(RIGHT[spot], {"reads": Cm(reads_cm), "true": Cm(true_cm)})


def heard(distance_cm: float, rate: float, *, is_enough: bool) -> News:
    """What a run in the hiss has come to."""
    cm = Cm(distance_cm)
    if is_enough:
        return News(N_("{cm} cm, in all that hiss: quietly, it can be listened through."), {"cm": cm})
    message = N_("{cm} cm at volume {rate}, after all those rebuilds. Turn the knob, then Space: anew.")
    return News(message, {"cm": cm, "rate": Rate(rate)})
