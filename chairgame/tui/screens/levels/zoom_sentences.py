"""What the zoom's news line says while there is no news: what to do next, and why."""

from chairgame.game.story.chips import ChipBench
from chairgame.game.story.zoom import Act, ZoomPlay
from chairgame.text.catalogue import Catalogue


def sentence_of(play: ZoomPlay, bench: ChipBench, _: Catalogue) -> str:
    """One sentence for the moment."""
    match play.act:
        case Act.ZOOM:
            return _zoom(play, _)
        case Act.CHIPS:
            return _chips(play, bench, _)
        case Act.FOUNDRY:
            return _foundry(play, _)


def _zoom(play: ZoomPlay, _: Catalogue) -> str:
    if play.bet is None:
        return _("Every dot is a weight of your chair's brain. ← → choose how many times, Enter bets.")
    if not play.has_arrived:
        return _("→ walks away: ten times as many weights in each dot. The lit heap is your chair's brain.")
    return _("All of GPT-3 in sight. Space: what has to carry it.")


def _chips(play: ZoomPlay, bench: ChipBench, _: Catalogue) -> str:
    if not play.has_multiplied:
        return _("A brain is multiplied through, weight by weight. Enter: this machine does it in two ways.")
    if bench.race is None:
        return _("One after another, in plain Python …")
    return _("Space: can there be less to multiply?")


def _foundry(play: ZoomPlay, _: Catalogue) -> str:
    if play.fewest is None:
        return _("← → choose the fewest multiplications that will do, Enter bets.")
    if play.running:
        return _("Downhill, as ever. What is near −1, 0 or 1 is drawn there; every ten steps it is rounded and tried.")
    if play.is_casting:
        return _("Held. Space lets the numbers go on down, End goes to where they end.")
    return _("With {n} multiplications: Space drops numbers by chance. ← → choose how many.", n=play.multiplications)
