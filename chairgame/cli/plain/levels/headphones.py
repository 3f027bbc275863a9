"""Level 3 in lines of text: a signal for every dial, steps by hand, then by listening."""

from collections.abc import Iterator
from typing import cast

from chairgame.cli.plain.levels.dials import signed_clicks, turned
from chairgame.cli.plain.levels.talk import LevelTalk
from chairgame.cli.plain.speech import cm
from chairgame.cli.plain.vocabulary import Request
from chairgame.game.story.dials import DIALS
from chairgame.game.story.headphones import BY_HAND, HeadphonesPlay
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError


def turn(talk: LevelTalk, request: Request) -> Iterator[str]:
    """Turn a dial by hand."""
    if play_of(talk).is_burned:
        raise PlayerError(_BURNED)
    dial = turned(talk, request)
    yield _dial_told(play_of(talk), dial, talk.catalogue)


def go(talk: LevelTalk, request: Request) -> Iterator[str]:
    """What an empty line means: the step that is set by hand, else listening."""
    play = play_of(talk)
    yield from listen(talk, request) if play.may_listen and not play.turned else step(talk, request)


def step(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """A step with the dials as they were turned."""
    talk.require_play()
    play = play_of(talk)
    if play.is_burned:
        raise PlayerError(_BURNED)
    if not play.turned:
        raise PlayerError(N_("Nothing is turned: the step would go nowhere. Turn dials as their signals say."))
    talk.move("step")
    yield from _stepped(talk)


def listen(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """All eight dials by their signals."""
    _require_listening(talk)
    talk.move("listen")
    yield from _stepped(talk)


def run(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """Listen on, until the number rises or is small enough."""
    _require_listening(talk)
    while play_of(talk).may_listen:
        talk.move("listen")
        yield from _stepped(talk)
        if play_of(talk).rose:
            return


def louder(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """Larger steps."""
    talk.move("volume 1", N_("It cannot be louder."))
    yield _volume_told(talk)


def quieter(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """Smaller steps."""
    talk.move("volume -1", N_("It cannot be quieter."))
    yield _volume_told(talk)


def dials(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """Where each dial stands, and what its signal says."""
    _, play = talk.catalogue, play_of(talk)
    for dial in range(DIALS):
        yield _dial_told(play, dial, _)
    yield _volume_told(talk)


def steps(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """The number after every step."""
    for number, made in enumerate(play_of(talk).steps):
        yield _numbered(number, made.distance_cm, talk.catalogue)


def undo(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """Back by one move; a step that is taken back is not counted."""
    talk.require_play()
    if not talk.attempt.undo():
        raise PlayerError(N_("There is nothing to undo."))
    _, play = talk.catalogue, play_of(talk)
    yield _numbered(play.count, play.distance_cm, _)
    yield _volume_told(talk)


def play_of(talk: LevelTalk) -> HeadphonesPlay:
    """The play; undo makes another one."""
    return cast(HeadphonesPlay, talk.play)


_BURNED = N_("Nothing but smoke: undo takes the last step back.")


def _require_listening(talk: LevelTalk) -> None:
    talk.require_play()
    play = play_of(talk)
    if play.is_burned:
        raise PlayerError(_BURNED)
    if play.hand_steps < BY_HAND:
        raise PlayerError(N_("Two steps by hand first, as the signals say; then listen turns all eight."))


def _stepped(talk: LevelTalk) -> Iterator[str]:
    _, play = talk.catalogue, play_of(talk)
    yield _("Step {number}: {news}", number=play.count, news=" ".join(talk.news()))


def _numbered(number: int, distance_cm: float, _: Catalogue) -> str:
    return _("Step {number}: {distance}.", number=number, distance=cm(distance_cm, _))


def _volume_told(talk: LevelTalk) -> str:
    _, play = talk.catalogue, play_of(talk)
    return _("Volume {rate}.", rate=_.exact(play.volume))


def _dial_told(play: HeadphonesPlay, dial: int, _: Catalogue) -> str:
    """`Dial 3: +2, turned by +2 since the last step; its signal at this volume says −1.4 clicks.`"""
    words = [_("Dial {dial}: {clicks}", dial=dial + 1, clicks=signed_clicks(float(play.positions[dial]), _))]
    if play.turns[dial]:
        words.append(_("turned by {clicks} since the last step", clicks=signed_clicks(play.turns[dial], _)))
    wanted = signed_clicks(float(play.volume * play.signals[dial]), _)
    words.append(_("its signal at this volume says {clicks}", clicks=wanted))
    return f"{', '.join(words)}."
