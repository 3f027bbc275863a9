"""The commands of every level in lines of text: stars, pages, hints, the end, the open box, another play, leaving."""

from collections.abc import Iterator

from chairgame.cli.plain.levels import dials, recipe
from chairgame.cli.plain.levels.in_words import sentence_in_words
from chairgame.cli.plain.levels.talk import LevelTalk, pages_told, stars_told
from chairgame.cli.plain.vocabulary import Request
from chairgame.game.story.attempt import Stage
from chairgame.game.story.kept_play import written_down
from chairgame.game.story.level import STARS, Level, levels
from chairgame.game.story.play import Score
from chairgame.game.story.wording import worded
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError

PLAIN = {"recipe": recipe.revealed, "scanner": dials.revealed, "headphones": dials.revealed}
"""The plays that can be played in lines of text, and what tells of each what was in the box."""
BEHIND_THE_PAGE = 20.0  # seconds of what goes on while somebody reads


def stars(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """The rules of the stars, and how it stands."""
    yield from stars_told(talk)


def pages(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """The level's pages again."""
    yield from pages_told(talk, talk.attempt.level.pages)


def hint(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """The next hint that fits."""
    talk.require_play()
    found, _ = talk.attempt.hint(), talk.catalogue
    yield _("No hint fits now.") if found is None else worded(sentence_in_words(found.text), talk.play.facts(), _)


def enough(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """To the result, when it is asked for twice in a row."""
    talk.require_play()
    _, count = talk.catalogue, talk.attempt.star_count
    if not talk.is_asked:
        talk.is_asked = True
        yield _("End here with {n} of 3 stars? enough once more: yes. Anything else: go on.", n=count)
        return
    talk.attempt.finish()


def open_box(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """What was in the box, the word for it, and how others would have fared; only once the play is over."""
    attempt, _ = talk.attempt, talk.catalogue
    if attempt.stage is Stage.PLAY:
        raise PlayerError(N_("The box is opened at the end; enough ends the play."))
    if attempt.stage is Stage.RESULT:
        attempt.turn(1)
        for _step in attempt.play.reckon():
            pass
        attempt.tick(BEHIND_THE_PAGE, lambda: True)
    yield from _opened(talk)
    if attempt.is_won:
        yield _("The word for it: {term}.", term=_(attempt.level.term))
    yield from pages_told(talk, attempt.level.debrief)
    for score in attempt.play.scores():
        if score.n:
            yield _score_told(score, _)
    yield from ways_on(talk)


def ways_on(talk: LevelTalk) -> Iterator[str]:
    """What can be typed behind the end."""
    _ = talk.catalogue
    yield _("next goes on to the next level, again plays this one with something else in the box, quit leaves.")


def again(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """The level from its beginning; behind the end with something else in the box."""
    if talk.attempt.stage is Stage.PLAY:
        talk.attempt.restart()
        talk.play.skip()
    else:
        talk.begin(talk.attempt.level)
    yield talk.catalogue("From the beginning.")
    yield from stars_told(talk)


def following(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """The next level."""
    if talk.attempt.stage is Stage.PLAY:
        raise PlayerError(N_("This level is not over; enough ends the play."))
    number, _ = talk.attempt.level.number + 1, talk.catalogue
    level = next((level for level in levels() if level.number == number), None)
    if level is None or level.play not in PLAIN:
        yield _("From level {number} on the game needs a terminal to draw on: chairgame play {number}.", number=number)
        return
    talk.begin(level)
    yield from introduced(talk)


def introduced(talk: LevelTalk) -> Iterator[str]:
    """The level's title, its pages, its news, its stars."""
    _, level = talk.catalogue, talk.attempt.level
    yield _("Level {number}: {title}.", number=level.number, title=_(level.title))
    if not talk.play.moves:
        yield from pages_told(talk, level.pages)
    yield from talk.news()
    yield from stars_told(talk)


def ended(talk: LevelTalk) -> Iterator[str]:
    """The result: the number, the stars; it is written down."""
    attempt, _ = talk.attempt, talk.catalogue
    attempt.tick(BEHIND_THE_PAGE, lambda: True)
    written_down(attempt, talk.progress)
    figure = attempt.play.figure()
    assert figure is not None, "a level in which something is built blind has a number"
    first, best, unit = figure
    begun, reached = (_number(value, unit, _) for value in (first, best))
    yield _("It is over. {first} at first, {best} at best.", first=begun, best=reached)
    yield _.plural("{n} of {all} stars.", "{n} of {all} stars.", attempt.star_count, all=STARS)
    yield from stars_told(talk)
    yield _("Enter opens the box: what it was.")


def _opened(talk: LevelTalk) -> Iterator[str]:
    """The thing's name and its parts."""
    _, reveal = talk.catalogue, talk.play.reveal()
    assert reveal is not None
    yield _("In the box: {thing}.", thing=_(reveal.chair.title["en"]))
    yield from PLAIN[talk.attempt.level.play](talk)


def _number(value: float, unit: str, _: Catalogue) -> str:
    return f"{_.number(value, 1)} cm" if unit == "cm" else _.plural("{n} point", "{n} points", round(value))


def _score_told(score: Score, _: Catalogue) -> str:
    """`you: 11 builds, 0 points.`"""
    words = [_.plural(score.count, score.plural, score.n or 0)]
    if score.points is not None:
        words.append(_.plural("{n} point", "{n} points", score.points))
    elif score.distance_cm is not None:
        words.append(f"{_.number(score.distance_cm, 1)} cm")
    return f"{_(score.who)}: {', '.join(words)}."


def level_in_lines(level: Level) -> Level:
    """A level that can be played so. Raises PlayerError for any other."""
    if level.play not in PLAIN:
        numbers = ", ".join(str(level.number) for level in levels() if level.play in PLAIN)
        message = N_("level {name}: cannot be played in lines of text, only {numbers} can")
        raise PlayerError(message, name=f'"{level.id}"', numbers=numbers)
    return level
