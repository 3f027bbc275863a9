"""What level 7 says when there is no news: which key is next, and why; and the sentence as far as it is typed."""

from chairgame.game.story.own_sentence import FEWEST, MOST, words_of
from chairgame.game.story.repair import Act, RepairPlay
from chairgame.text.catalogue import Catalogue

MARGIN = 8  # columns beside what is typed


def sentence_of(play: RepairPlay, words: Catalogue) -> str:
    """Of the act."""
    _ = words
    match play.act:
        case Act.REPAIR if not play.clicks:
            return _("Make it say {word}. Arrows choose a wire, + and - turn it by half a unit.", word=play.wanted)
        case Act.REPAIR:
            return _(
                "{word}: {percent} %, wanted: above {sure} %. Signal × neuron is a wire's guilt.",
                word=play.wanted,
                percent=round(100 * play.brain.share(play.last)),
                sure=round(100 * play.setup.sure),
            )
        case Act.BET:
            word = play.brain.heard(0)[0]
            return _("Now it hears only {word}. What will it say? Arrows choose, Enter bets.", word=word)
        case Act.LEARN:
            return _("Both must be right. Space: now the signal turns all wires, epoch after epoch. End: at once.")
        case _own:
            return _of_own(play, words)


def _of_own(play: RepairPlay, words: Catalogue) -> str:
    _, own = words, play.own
    if own is None:
        return _("t: a sentence of your own. The next brain hears the last words in their order.")
    if own.is_over:
        return _("t: another sentence. Space: what it was.")
    return _("A newborn brain, {n} weights. Space: an epoch a beat. End: at once.", n=own.weights)


def typed_sentence(typed: str, columns: int, words: Catalogue) -> str:
    """The field: what is typed, from its end where it is long, and how many words that are."""
    _ = words
    if not typed:
        return _("Type a sentence of {least} to {most} words, then Enter. Esc: not yet.", least=FEWEST, most=MOST)
    room, count = columns - MARGIN, len(words_of(typed))
    shown = typed if len(typed) <= room else "…" + typed[len(typed) - room :]
    return f"{shown}_  " + _("({n} of {least} to {most} words)", n=count, least=FEWEST, most=MOST)
