"""The commands about the parts: what the scanner reads, where they are, the player's hand, a look into the box."""

from collections.abc import Iterator

from chairgame.chair.poses import Poses
from chairgame.cli.plain import reading
from chairgame.cli.plain.speech import cm, is_measured, part_name, place, way
from chairgame.cli.plain.talk import Talk
from chairgame.cli.plain.vocabulary import Request
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError

LONGEST_MOVE_CM = 1000.0


def distance(talk: Talk, _request: Request) -> Iterator[str]:
    """What the scanner reads now, read at best, and will read next."""
    session, _ = talk.session, talk.catalogue
    _require_measured(session)
    yield _(
        "Epoch {epoch}: {distance}; the best so far {best}.",
        epoch=session.epoch,
        distance=cm(session.row.distance_cm, _),
        best=cm(session.scanner.best_cm, _),
    )
    if session.hand.held is not None:
        yield _scanned_in_hand(session, _)
    elif session.rebuild.after is not None:
        yield _("The next build: {distance}.", distance=cm(session.scanner.next_distance_cm, _))


def parts(talk: Talk, _request: Request) -> Iterator[str]:
    """Every part's distance, the worst first."""
    session, _ = talk.session, talk.catalogue
    _require_measured(session)
    distances = session.rebuild.measurement.part_distances_cm
    for index in session.rebuild.worst_parts():
        yield f"{part_name(session.chair.parts[index], _)}: {cm(float(distances[index]), _)}."


def part(talk: Talk, request: Request) -> Iterator[str]:
    """Point at a part: where it is, and where the box wants it."""
    session, _ = talk.session, talk.catalogue
    index = reading.part(request, session.chair, _)
    _require_measured(session)
    session.hand.select(index)
    measurement, name = session.rebuild.measurement, part_name(session.chair.parts[index], _)
    yield _(
        "{part}, from the middle of the floor: {place}.",
        part=name,
        place=place(session.hand.assembly.centres[index], _),
    )
    yield _(
        "The brain is {distance} off there; the box wants its centre {way}.",
        distance=cm(float(measurement.part_distances_cm[index]), _),
        way=way(measurement.signals_cm[index], _) or _("just where it is"),
    )


def grab(talk: Talk, request: Request) -> Iterator[str]:
    """Take a part in hand, letting go of another one."""
    session = talk.session
    index = reading.part(request, session.chair, talk.catalogue) if request.words else session.hand.selected
    if session.hand.held is not None:
        session.grab()
    session.hand.select(index)
    yield from talk.news_of(session.grab)


def move(talk: Talk, request: Request) -> Iterator[str]:
    """Move the part in hand."""
    session, _ = talk.session, talk.catalogue
    _require_hand(session)
    if len(request.words) < 3:
        raise PlayerError(
            N_("{command}: expected three numbers, cm to the right, to the back and up"), command=request.command
        )
    limits = (-LONGEST_MOVE_CM, LONGEST_MOVE_CM)
    x, y, z = (reading.signed(request.command, word, *limits, _) for word in request.words)
    session.hand.move(x, y, z)
    yield _hand_told(session, _)
    yield _scanned_in_hand(session, _)


def put_right(talk: Talk, _request: Request) -> Iterator[str]:
    """Put the part in hand where it belongs."""
    _require_hand(talk.session)
    yield from talk.news_of(talk.session.put_right)
    yield _hand_told(talk.session, talk.catalogue)
    yield _scanned_in_hand(talk.session, talk.catalogue)


def drop(talk: Talk, _request: Request) -> Iterator[str]:
    """Let go of the part in hand."""
    held = _require_hand(talk.session)
    talk.session.grab()
    _ = talk.catalogue
    yield _("{part} is back where the brain put it.", part=part_name(talk.session.chair.parts[held], _))


def peek(talk: Talk, request: Request) -> Iterator[str]:
    """Where the box wants the parts, or one of them. The look is recorded and over with the answer."""
    session, _ = talk.session, talk.catalogue
    count = len(session.chair.parts)
    chosen = [reading.part(request, session.chair, _)] if request.words else list(range(count))
    yield from talk.news_of(session.toggle_peek) or [_("The box is open: this look costs nothing.")]
    ideal = session.peeks.ideal
    session.toggle_peek()
    yield _("Where the centres belong, from the middle of the floor:")
    if ideal is not None:
        yield from _places(session, ideal, chosen, _)


def _places(session: GameSession, poses: Poses, chosen: list[int], _: Catalogue) -> Iterator[str]:
    for index in chosen:
        yield f"{part_name(session.chair.parts[index], _)}: {place(poses.centres[index], _)}."


def _hand_told(session: GameSession, _: Catalogue) -> str:
    held = _require_hand(session)
    name = part_name(session.chair.parts[held], _)
    return _("{part} in your hand: {place}.", part=name, place=place(session.hand.assembly.centres[held], _))


def _scanned_in_hand(session: GameSession, _: Catalogue) -> str:
    return _(
        "With it there the scanner reads {with_it}, where the brain put it {without}.",
        with_it=cm(session.hand.measurement.distance_cm, _),
        without=cm(session.row.distance_cm, _),
    )


def _require_measured(session: GameSession) -> None:
    if not is_measured(session):
        raise PlayerError(N_("Nothing is measured yet; next builds and measures."))


def _require_hand(session: GameSession) -> int:
    """The part in hand."""
    if session.hand.held is None:
        raise PlayerError(N_("There is nothing in your hand; grab LABEL takes a part."))
    return session.hand.held.part
