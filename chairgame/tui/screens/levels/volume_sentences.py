"""What level 5 says when there is no news: which key is next, and why; and how far off it is now."""

from chairgame.game.story.hearings import BURN, CRAWL, LEARN
from chairgame.game.story.volume_run import VolumePlay
from chairgame.text.catalogue import N_, Catalogue
from chairgame.tui.widgets.loudness_chart import cm_in_words

WORDS = {CRAWL: N_("it crawls"), LEARN: N_("it learns"), BURN: N_("it burns out")}


def now_in(play: VolumePlay, words: Catalogue) -> str:
    """How far off it is now, once the scanner has said so."""
    _ = words
    if not play.session.player.is_measured:
        return _("now … cm")
    cm = cm_in_words(play.course.distance_cm(play.epoch), _)
    return _("now smoke") if play.is_burned else _("now {cm} cm", cm=cm)


def sentence_of(play: VolumePlay, words: Catalogue) -> str:
    """Of a run that asks, is over, is settled or held; else of its beginning."""
    _ = words
    if play.is_asking:
        return _("Rebuild {n}: what will it come to? 1: it crawls, 2: it learns, 3: it burns out.", n=play.epoch)
    if play.is_over_now:
        return _("Next run: + or - turns the volume, Space runs it.")
    if play.is_settled:
        mark = _(WORDS[play.reading or CRAWL])
        return _("You say: {mark}. It runs on to rebuild {all}; End shows it at once.", mark=mark, all=play.epochs)
    if play.epoch and not play.running:
        return _("Held at rebuild {n}. Space goes on, Home begins anew.", n=play.epoch)
    return _of_beginning(play, words)


def _of_beginning(play: VolumePlay, words: Catalogue) -> str:
    _, rate = words, words.exact(play.rate)
    if play.is_steered:
        return _("A steered run, now at {rate}. + and - turn the volume even now, Space holds.", rate=rate)
    if play.rate in play.heard:
        return _("Volume {rate}: heard before. It may run again, and is not asked. + - turn it.", rate=rate)
    if play.running:
        return _(
            "It learns at {rate}. After rebuild {n} it asks you. > faster, End at once.", rate=rate, n=play.setup.asked
        )
    if not play.hearings:
        return _("Volume {rate}. Space starts the run. + and - turn it louder and quieter.", rate=rate)
    return _("Volume {rate}: not heard yet. Space runs it; + and - turn it.", rate=rate)
