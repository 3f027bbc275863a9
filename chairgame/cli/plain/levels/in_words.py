"""What levels say, for somebody without the screen's keys: where a sentence names a key, one that names a command.

An empty line is Enter in a dialogue as well: Enter may stay.
"""

from collections.abc import Mapping
from dataclasses import replace

from chairgame.game.news import News
from chairgame.text.catalogue import N_

IN_WORDS: Mapping[str, str] = {
    "You go on where you left this level; R begins it anew.": N_(
        "You go on where you left this level; again begins it anew."
    ),
    "Smelled. That is what too loud is. u takes it back; then −.": N_(
        "Smelled. That is what too loud is. undo takes it back; then quieter."
    ),
    "{now} cm: farther than before. Too far over the valley? u, then −.": N_(
        "{now} cm: farther than before. Too far over the valley? undo, then quieter."
    ),
    "It smells of smoke: u, back to before the step. Then −, quieter.": N_(
        "It smells of smoke: undo, back to before the step. Then quieter."
    ),
    "Too far over the valley: u, then −.": N_("Too far over the valley: undo, then quieter."),
    "It crawls: +.": N_("It crawls: louder."),
    "Towards its tick is downhill. Turn several dials by two or three clicks, then Enter.": N_(
        "Where a dial's signal says is downhill. Turn several dials by two or three clicks, then Enter."
    ),
    "Space. As long as the number falls, a louder step may fall farther.": N_(
        "listen. As long as the number falls, a louder step may fall farther."
    ),
    "Every dial against its slope: minus → right, plus → left.": N_(
        "Every dial against its slope: where it is minus turn by plus, where it is plus by minus."
    ),
    "A slope below 0: to the right is downhill. Above 0: to the left. The steeper, the more clicks.": N_(
        "A slope below 0: plus is downhill. Above 0: minus. The steeper, the more clicks."
    ),
    "Two steps by hand: turn dials the way of their arrows, Enter. Then Space turns all eight at once.\n\n+ and − is "
    "how far. Too loud … you will smell it.": N_(
        "Two steps by hand: turn dials as their signals say, Enter. Then listen turns all eight at once.\n\nlouder and "
        "quieter is how far. Too loud … you will smell it."
    ),
}


def in_words(news: News) -> News:
    """The same news without keys."""
    return replace(news, message=sentence_in_words(news.message))


def sentence_in_words(message: str) -> str:
    """The same sentence without keys; both are ids of the catalogue."""
    return IN_WORDS.get(message, message)
