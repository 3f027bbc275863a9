"""The commands that go through time: rebuild, one phase, many rebuilds, back and on. Change no setting."""

from collections.abc import Iterator

from chairgame.cli.plain import reading
from chairgame.cli.plain.speech import cm, epoch_told, is_under_way, phase_told, rebuild_told
from chairgame.cli.plain.talk import Talk
from chairgame.cli.plain.vocabulary import Request
from chairgame.cli.story import is_round
from chairgame.cli.values import MOST_EPOCHS
from chairgame.game.session.autosave import Resumption
from chairgame.game.session.beats import Phase
from chairgame.game.session.model import GameSession

DEFAULT_REBUILDS = 10
LONG = 1000  # epochs: to live through more of them again takes a moment, and silence would be a riddle


def rebuild(talk: Talk, _request: Request) -> Iterator[str]:
    """One rebuild, or the rest of the one whose phases are being told."""
    goes_on = is_under_way(talk.session) or not talk.session.journey.is_at_an_end
    news = talk.news_of(lambda: _rebuild(talk.session))
    if goes_on:
        yield rebuild_told(talk.session, talk.catalogue)
    yield from news


def next_phase(talk: Talk, _request: Request) -> Iterator[str]:
    """The next phase of the loop; the first one says in which epoch."""
    session, _ = talk.session, talk.catalogue
    goes_on = is_under_way(session) or not session.journey.is_at_an_end
    news = talk.news_of(session.next_phase)
    phase = session.player.moment.phase
    if goes_on and phase is not None:
        told = phase_told(session, phase, _)
        yield f"{_('Epoch {epoch}.', epoch=session.epoch)} {told}" if phase is Phase.BUILD else told
    yield from news


def play(talk: Talk, request: Request) -> Iterator[str]:
    """Many rebuilds: what is notable as it happens, and where they end."""
    session, _ = talk.session, talk.catalogue
    for _rebuilt in range(reading.whole(request, 1, MOST_EPOCHS, _, DEFAULT_REBUILDS)):
        for sentence in talk.news_of(lambda: _rebuild(session)):
            yield _("Epoch {epoch}: {sentence}", epoch=session.epoch, sentence=sentence)
        if session.journey.is_at_an_end:
            break
    yield rebuild_told(session, _)


def rewind(talk: Talk, request: Request) -> Iterator[str]:
    """Some epochs back."""
    epochs = reading.whole(request, 1, MOST_EPOCHS, talk.catalogue, 1)
    yield from _seek(talk, talk.session.epoch - epochs)


def go(talk: Talk, request: Request) -> Iterator[str]:
    """To any epoch that has been learned, or on with the run that was left."""
    if [word.casefold() for word in request.words] in (["on"], [talk.catalogue.context("go", "on")]):
        yield from _go_on(talk)
        return
    yield from _seek(talk, reading.whole(request, 0, talk.session.newest, talk.catalogue))


def to_start(talk: Talk, _request: Request) -> Iterator[str]:
    """To the first epoch."""
    yield from _seek(talk, 0)


def to_end(talk: Talk, _request: Request) -> Iterator[str]:
    """To the newest epoch."""
    yield from _seek(talk, talk.session.newest)


def history(talk: Talk, _request: Request) -> Iterator[str]:
    """The distance at round epochs and at the newest."""
    rows, _ = talk.session.history.rows, talk.catalogue
    for row in rows:
        if is_round(row.epoch) or row.epoch == len(rows) - 1:
            yield _("Epoch {epoch}: {distance}.", epoch=row.epoch, distance=cm(row.distance_cm, _))


def _rebuild(session: GameSession) -> None:
    if is_under_way(session):
        session.player.rest()
    else:
        session.next_epoch()


def _go_on(talk: Talk) -> Iterator[str]:
    """Live through the offered run again, and be where it was left."""
    session, _ = talk.session, talk.catalogue
    if talk.offer is None:
        yield _("There is no earlier run to go on with.")
        return
    offer, talk.offer = talk.offer, None
    resumption, newest = Resumption(offer), len(offer.run.rows) - 1
    if newest > LONG:
        yield _("Learning it all again: epoch {epoch} of {newest} …", epoch=0, newest=newest)
    resumption.go_on(lambda: True)
    session.go_on_with(resumption.history, offer.epoch)
    yield epoch_told(session, _)


def _seek(talk: Talk, epoch: int) -> Iterator[str]:
    news = talk.news_of(lambda: talk.session.seek(epoch))
    yield epoch_told(talk.session, talk.catalogue)
    yield from news
