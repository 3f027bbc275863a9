"""Sentences about a session: the four phases of a rebuild, distances, parts, and directions in words.

Left and right are those of somebody who stands before the chair; lengths are in cm.
"""

from math import isfinite

import numpy as np

from chairgame.chair.parts import FloatArray, Part
from chairgame.game.naming.kinds import kind_in
from chairgame.game.naming.names import monster_name
from chairgame.game.session.beats import Phase
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import N_, Catalogue

FAR_CM = 1e5
SHORTEST_CM = 0.05  # anything shorter would be told as 0.0
ASIDE = 0.4  # of the strongest direction: a weaker one is not worth a word
DIRECTIONS = (
    (N_("to the left"), N_("to the right")),
    (N_("to the front"), N_("to the back")),
    (N_("down"), N_("up")),
)


def cm(distance: float | None, _: Catalogue) -> str:
    """A distance with one decimal, in words where it means nothing or is beyond 1 km."""
    if distance is None or not isfinite(distance):
        return _("beyond measure")
    return _("over 1 km") if distance > FAR_CM else f"{_.number(distance, 1)} cm"


def part_name(part: Part, _: Catalogue) -> str:
    """The kind and the label, unless they are the same."""
    kind = kind_in(part.kind, _)
    return part.label if kind.casefold() == part.label.casefold() else f"{kind} {part.label}"


def way(vector: FloatArray, _: Catalogue) -> str:
    """A vector of shape (3,) along each axis: `3.0 cm to the left, 12.5 cm up`; empty for one of no length."""
    return ", ".join(
        f"{cm(abs(x), _)} {_direction(axis, x, _)}" for axis, x in enumerate(vector) if abs(x) >= SHORTEST_CM
    )


def place(centre: FloatArray, _: Catalogue) -> str:
    """Where a centre, shape (3,), is."""
    return way(centre, _) or _("in the middle of the floor")


def heading(vector: FloatArray, _: Catalogue) -> str:
    """The one or two strongest directions of a vector of shape (3,), with its whole length."""
    first, second, _weakest = np.argsort(-np.abs(vector), kind="stable")
    words = _direction(int(first), vector[first], _)
    if abs(vector[second]) >= ASIDE * abs(vector[first]):
        words = _("{first} and {second}", first=words, second=_direction(int(second), vector[second], _))
    return f"{cm(float(np.linalg.norm(vector)), _)} {words}"


def is_under_way(session: GameSession) -> bool:
    """Whether the rebuild shown has phases left to tell."""
    return session.player.moment.phase not in (None, Phase.ADJUST)


def is_measured(session: GameSession) -> bool:
    """Whether the scanner has read the rebuild shown."""
    return session.player.moment.phase is not Phase.BUILD


def phase_told(session: GameSession, phase: Phase, _: Catalogue) -> str:
    """One phase of the rebuild shown."""
    if phase is Phase.BUILD:
        return _("Build: {name}.", name=name_of(session, _))
    if phase is Phase.MEASURE:
        return _("Measure: {distance}.", distance=cm(session.row.distance_cm, _))
    if session.rebuild.burned_out:
        return _("The headphones only scream, and no weight changes any more.")
    if phase is Phase.LISTEN:
        return _listening(session, _)
    before, after = cm(session.row.distance_cm, _), cm(session.scanner.next_distance_cm, _)
    return _("Adjust: {before} becomes {after}.", before=before, after=after)


def rebuild_told(session: GameSession, _: Catalogue) -> str:
    """All four phases of the rebuild shown; of one that burned out, those that still mean something."""
    phases = tuple(Phase)[:2] if session.rebuild.burned_out else tuple(Phase)
    told = [phase_told(session, phase, _) for phase in phases]
    return " ".join([_("Epoch {epoch}.", epoch=session.epoch), *told])


def epoch_told(session: GameSession, _: Catalogue) -> str:
    """The rebuild shown in short, or the pile from which it starts."""
    if not is_measured(session):
        count = len(session.chair.parts)
        return _.plural(
            "Epoch {epoch}: {n} part in a pile.", "Epoch {epoch}: {n} parts in a pile.", count, epoch=session.epoch
        )
    return _(
        "Epoch {epoch}: {name}, {distance}.",
        epoch=session.epoch,
        name=name_of(session, _),
        distance=cm(session.row.distance_cm, _),
    )


def name_of(session: GameSession, _: Catalogue) -> str:
    """What the brain has built."""
    rebuild = session.rebuild
    return monster_name(session.chair, rebuild.poses, rebuild.measurement.part_distances_cm, _)


def _listening(session: GameSession, _: Catalogue) -> str:
    """For which part the headphones are loudest, and what they want of it."""
    measurement = session.rebuild.measurement
    part = int(np.argmax(measurement.loudness))
    signal = measurement.signals_cm[part]
    length = float(np.linalg.norm(signal))
    wanted = heading(signal, _) if length >= SHORTEST_CM else ""
    if measurement.part_distances_cm[part] ** 2 > 2 * length**2:  # the turn is the larger share of what is wrong
        wanted = _("{way}, and turned", way=wanted) if wanted else _("turned where it is")
    return _("Listen: loudest for {part}, {way}.", part=part_name(session.chair.parts[part], _), way=wanted)


def _direction(axis: int, length: float, _: Catalogue) -> str:
    return _(DIRECTIONS[axis][int(length > 0)])
