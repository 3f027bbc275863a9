"""What the cable's news line says while there is no news: what to do next, and why."""

from chairgame.game.story.cable import Act, CablePlay
from chairgame.game.story.slope_count import SlopeCount
from chairgame.text.catalogue import Catalogue


def sentence_of(play: CablePlay, _: Catalogue) -> str:
    """One sentence for the moment."""
    if play.is_held:
        return _("Held. Space goes on, End shows all of it.")
    match play.act:
        case Act.CASE:
            return _case(play, _)
        case Act.MIDDLE:
            return _middle(play, _)
        case Act.EVERYBODY:
            return _everybody(play, _)
        case Act.COUNT:
            assert play.slopes is not None
            return _count(play, play.slopes, _)


def _case(play: CablePlay, _: Catalogue) -> str:
    if play.walk.is_closed:
        return _("Case closed. Space: what comes next.")
    if play.is_accusing and not play.is_moving:
        return _(
            "Who is guilty? Arrows choose a wire, Enter accuses it: it is turned, and all is built and scanned anew."
        )
    if not play.walk.is_asking:
        return _("These numbers fill in by themselves. Space holds, End: at once.")
    return _("Which number belongs there? a, b or c says it before it appears.")


def _middle(play: CablePlay, _: Catalogue) -> str:
    assert play.middle is not None
    if play.middle.has_middle:
        return _("One of both, long or wide: high. Both or neither: low. m takes the middle out. Space: on.")
    return _("Without a middle it adds up length and width, and stays here for ever. m puts it back. Space: on.")


def _everybody(play: CablePlay, _: Catalogue) -> str:
    if play.bet is None:
        return _("The lab's brain: 1,207 wires. It bends softly instead of being silent; the way back is the same.")
    if play.is_moving:
        return _("Three brains, born the same, each at a volume that suits it. Space holds, End: to the end.")
    return _("Nobody is guilty alone. The signal tells every wire its share, and all of them move. Space: on.")


def _count(play: CablePlay, slopes: SlopeCount, _: Catalogue) -> str:
    if not play.is_nudging:
        return _("Now the lab's brain, {n} wires. Space: find each one's slope by nudging it.", n=slopes.wires)
    if not slopes.is_complete:
        return _("Nudge a wire, build the chair, scan it, next wire … Space holds, End has seen enough.")
    if not play.has_listened:
        return _.plural(
            "{n} build for one look at all the slopes. Space: the same by one pass back.",
            "{n} builds for one look at all the slopes. Space: the same by one pass back.",
            slopes.needed,
        )
    return _("The same slopes, one pass. Space: what it was.")
