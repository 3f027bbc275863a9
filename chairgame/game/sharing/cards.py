"""What a player sends to a friend after a level: five lines of plain text that any chat program leaves as they are.

No line begins or ends with a blank, none begins like a list, a quotation or a heading, and nothing in them is a pair of
the signs that chats turn into bold, slanted or struck-out letters.
"""

from chairgame.game.story.attempt import Attempt
from chairgame.game.story.play import LevelPlay
from chairgame.text.catalogue import Catalogue

LONGEST = 60
_FORMATTING = str.maketrans("*_~`|<>", "       ")


def share_card(attempt: Attempt, catalogue: Catalogue) -> tuple[str, str, str, str, str]:
    """The level, its stars, what was needed, the seed, and the command that plays the same level."""
    _, level, stars = catalogue, attempt.level, attempt.star_count
    whole = len(attempt.stars())
    shown = "★" * stars + "☆" * (whole - stars)
    return (
        _plain(_("chairgame, level {n}: {title}", n=level.number, title=_(level.title))),
        _plain(_("{shown} {stars} of {all} stars", shown=shown, stars=stars, all=whole)),
        _plain(_("{count}, par {par}", count=counted(attempt.play, _), par=level.par)),
        _plain(_("seed {seed}: the same level for everybody", seed=level.seed)),
        _plain(_("Your turn: chairgame play {level}", level=level.id)),
    )


def counted(play: LevelPlay, _: Catalogue) -> str:
    """What par counts, in the level's own words where its debrief has some: "12 scans"."""
    own = next((score for score in play.scores() if score.who == "you"), None)
    if own is None or own.n is None:
        return _.plural("{n} move", "{n} moves", play.count)
    return _.plural(own.count, own.plural, own.n)


def _plain(line: str) -> str:
    """One line without what a chat would take for formatting, and not too long for a telephone."""
    words = " ".join(line.translate(_FORMATTING).split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
