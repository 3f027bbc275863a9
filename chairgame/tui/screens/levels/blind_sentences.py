"""What level 10 says when there is no news: which key is next, and why."""

from chairgame.game.naming.kinds import kind_in
from chairgame.game.story.blind import BlindPlay
from chairgame.text.catalogue import Catalogue
from chairgame.tui.screens.levels.blind_hands import BlindHands, BlindMay


def sentence_of(play: BlindPlay, hands: BlindHands, may: BlindMay, words: Catalogue) -> str:
    """Of the hiss, of the naming, of the learning; else of the part in hand."""
    _ = words
    if play.noise is not None:
        return _of_noise(play, may, words)
    if hands.cursor is not None:
        return _("What can this scanner not see? Arrows choose, Enter names it. Esc: not yet.")
    if play.case.is_closed:
        is_last = play.number + 1 == len(play.cases)
        return _("Space: one that sees all, and hisses.") if is_last else _("Space: the next scanner.")
    if not play.case.has_learned:
        is_first = play.epoch == 0
        sentence = _("A newborn brain, and a scanner that nobody has checked. Space: let it learn.")
        return sentence if is_first else _("It learns what the scanner says. Space holds, End: at once.")
    return _of_part(play, hands, words)


def _of_part(play: BlindPlay, hands: BlindHands, words: Catalogue) -> str:
    _ = words
    if len(play.left) == 1:
        return _("Only one is left that fits. b: name it.")
    if hands.part is None:
        return _("What does it not see? g takes a part in hand. b names the blind spot.")
    part = play.chair.parts[hands.part]
    fields = {"kind": kind_in(part.kind, _), "label": part.label}
    if hands.way is None:
        return _("{kind} {label} in hand. Arrows, [ ] move it by 10 cm, r turns it; g: the next part.", **fields)
    return _("{kind} {label}: Enter scans. Does the number move?", **fields)


def _of_noise(play: BlindPlay, may: BlindMay, words: Catalogue) -> str:
    _, noise = words, play.noise
    assert noise is not None
    if may.end:
        return _("Space: what it was. + - turn the volume once more.")
    if noise.is_over:
        return _("+ - turn the volume, Space begins anew.")
    if noise.epoch:
        rate = _.exact(noise.rate)
        return _("Volume {rate}. + - turn it even now. Space holds, End: at once.", rate=rate)
    return _("It sees everything, but its cable hisses. + - turn the one knob, Space lets it learn.")
