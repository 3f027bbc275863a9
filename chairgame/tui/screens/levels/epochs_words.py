"""What level 6 says when there is no news: which key is next, and why."""

from chairgame.game.sitting.sit_words import SITTER_NAMES
from chairgame.game.story.epochs import EpochsPlay
from chairgame.game.story.finale import Finale
from chairgame.text.catalogue import Catalogue


def next_step(play: EpochsPlay, words: Catalogue) -> str:
    """One sentence or two."""
    if play.finale is not None:
        return _of_pairs(play.finale, words)
    if play.run.needs_bet or play.run.bet is None:
        return _before_the_bet(play, words)
    return _after_the_bet(play, words)


def _before_the_bet(play: EpochsPlay, words: Catalogue) -> str:
    _, run = words, play.run
    if run.running:
        return _("It learns. Space holds it, End goes to what happens next. The chair goes; the wiring stays.")
    if run.needs_bet:
        return _("Curve and feet come down. b: bet on the first rebuild that will hold grandmother.")
    if run.epoch == 0:
        return _("Space lets it learn: build, measure, listen, adjust, and apart again. n does it once.")
    if play.fixed == 0:
        return _("g takes the worst part in hand, Enter puts it right. Then n: will the brain remember?")
    return _("Space lets it learn on, End goes to what happens next.")


def _after_the_bet(play: EpochsPlay, words: Catalogue) -> str:
    _, run = words, play.run
    if run.is_wiped:
        return _("Space brings two chairs, for grandmother to have one. n lets the empty brain learn.")
    if run.running:
        return _("It learns. Space holds it, End goes to what happens next. The chair goes; the wiring stays.")
    if run.truth is None:
        return _("Space lets it learn on, End goes to what happens next.")
    if not play.has_sat:
        sitter = _(SITTER_NAMES[play.next_sitter])
        return _("■ holds her, □ does not. ← → choose a rebuild, t: the next one sits down ({sitter}).", sitter=sitter)
    return _("W wipes the brain: what is left of a chair then? t: the hippopotamus wants 1 cm.")


def _of_pairs(finale: Finale, words: Catalogue) -> str:
    _, right, every = words, finale.right, len(finale.pairs)
    if finale.choice is None:
        return _("Which one would you give grandmother? ← → choose, Enter gives it. v: the feet. a d: walk round.")
    if not finale.can_go_on:
        return _("{n} of {all} chosen well. e: what it was.", n=right, all=every)
    if finale.is_last:
        return _("{n} of {all} chosen well. Space: five other pairs.", n=right, all=every)
    return _("Space: the next pair.")
