"""Level 2 in lines of text: a slope for each nudge, a promise before each leap."""

from collections.abc import Iterator
from typing import cast

from chairgame.cli.plain.levels.dials import signed_clicks, turned
from chairgame.cli.plain.levels.talk import LevelTalk
from chairgame.cli.plain.speech import cm
from chairgame.cli.plain.vocabulary import Request
from chairgame.game.news import SignedCm
from chairgame.game.story.dials import DIALS
from chairgame.game.story.scanner import LEAST_LEAP, Build, ScannerPlay
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError


def turn(talk: LevelTalk, request: Request) -> Iterator[str]:
    """Turn a dial; what a leap with all that is turned would promise."""
    dial = turned(talk, request)
    yield _dial_told(play_of(talk), dial, talk.catalogue)
    yield from talk.news()
    yield from _promised(talk)


def build(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """Build with the dials as they are."""
    talk.require_play()
    _, play = talk.catalogue, play_of(talk)
    if not play.turned:
        yield _("Nothing is turned: it would be the same number. No build spent.")
        return
    count = play.count
    talk.move("scan")
    yield from talk.news()
    if play.count > count:
        yield _build_told(play.notebook[-1], play.count, _)
        yield _.plural("{n} build left.", "{n} builds left.", play.most - play.count)


def keep(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """The dial that sprang back stays where it was nudged to."""
    talk.move("keep", N_("keep is for a dial that has just sprung back: turn one, build, keep."))
    yield from talk.news()


def back(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """The dials where the best number was."""
    talk.move("return", N_("The dials stand where the best number was."))
    yield from talk.news()


def dials(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """Where each dial stands, and its slope; what all that is turned would promise."""
    for dial in range(DIALS):
        yield _dial_told(play_of(talk), dial, talk.catalogue)
    yield from _promised(talk)


def builds(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """Every build: what was turned for it, and its number."""
    for number, built in enumerate(play_of(talk).notebook):
        yield _build_told(built, number, talk.catalogue)


def undo(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """The turns since the last build, one by one; after a leap the dials go back to the best number."""
    talk.require_play()
    _, before = talk.catalogue, play_of(talk).clicks
    if talk.attempt.undo():
        changed = [dial for dial, clicks in enumerate(play_of(talk).clicks) if clicks != before[dial]]
        for dial in changed:
            yield _dial_told(play_of(talk), dial, _)
        if changed:
            return
    if play_of(talk).may_return:
        talk.move("return")
        yield from talk.news()
        return
    raise PlayerError(N_("A scan cannot be unheard.") if play_of(talk).count else N_("There is nothing to undo."))


def play_of(talk: LevelTalk) -> ScannerPlay:
    """The play; undo makes another one."""
    return cast(ScannerPlay, talk.play)


def _dial_told(play: ScannerPlay, dial: int, _: Catalogue) -> str:
    """`Dial 3: +2, not built yet; −1.4 cm per click.`"""
    words = [_("Dial {dial}: {clicks}", dial=dial + 1, clicks=signed_clicks(play.clicks[dial], _))]
    if play.turns[dial]:
        words.append(_("turned by {clicks} since the last build", clicks=signed_clicks(play.turns[dial], _)))
    slope = play.line.slopes.get(dial)
    words.append(_("slope unknown") if slope is None else _("{slope} cm per click", slope=SignedCm(slope).in_words(_)))
    return f"{', '.join(words)}."


def _promised(talk: LevelTalk) -> Iterator[str]:
    """The straight line, as soon as building would be a leap."""
    _, play = talk.catalogue, play_of(talk)
    if len(play.turned) < LEAST_LEAP:
        return
    unknown, promise = play.line.unknown(play.clicks), cm(play.line.promise(play.clicks), _)
    if not any(dial in play.line.slopes for dial in play.turned):
        yield _("No slope is known of what is turned: nothing is promised.")
    elif unknown:
        numbers = ", ".join(str(dial + 1) for dial in unknown)
        yield _(
            "Straight on that would be {distance}, without the dials of no slope: {dials}.",
            distance=promise,
            dials=numbers,
        )
    else:
        yield _("Straight on that would be {distance}.", distance=promise)


def _build_told(built: Build, number: int, _: Catalogue) -> str:
    distance = cm(built.distance_cm, _)
    if not built.turned:
        return _("Build {number}, as given: {distance}.", number=number, distance=distance)
    turns = ", ".join(f"{dial + 1} {signed_clicks(built.turns[dial], _)}" for dial in built.turned)
    return _("Build {number}, dials {turns}: {distance}.", number=number, turns=turns, distance=distance)
