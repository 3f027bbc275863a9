"""One assembly and one sitter: what is joined to what, where one could sit, what it stands on, and what is to blame if
that does not do.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace

import numpy as np

from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses
from chairgame.game.naming.defects import LEGS
from chairgame.game.sitting.outcome import Reason, Side, Sitter, SitTest, nowhere
from chairgame.game.sitting.seats import STEEPEST, sitting_places, upper_faces
from chairgame.game.sitting.solids import (
    ROUNDING_CM,
    BoolArray,
    IntArray,
    Solids,
    clusters,
    depth_inside,
    first_smallest,
    hull,
)

LOWEST_SEAT_CM, HIGHEST_SEAT_CM = 25.0, 80.0
DENSITY = 0.0005  # kg/cm³, of dry wood
NEARLY_ON_FLOOR_CM = 25.0  # a leg that ends higher above the floor was never meant to stand on it
BARELY_CM = 10.0  # nor any other part that ends so high: a stretcher is none too short
FEW = 2  # so many parts may be called too long at once


class Trial:
    """One assembly and one sitter: what is joined to what, and where one could sit."""

    def __init__(self, chair: Chair, poses: Poses, sitter: Sitter, within_cm: float) -> None:
        self.sitter, self.within_cm = sitter, within_cm
        self.solids = Solids.of(chair, poses)
        self.is_leg = [part.kind in LEGS for part in chair.parts]
        self.lowest = self.solids.lowest
        self.weights = self.solids.volumes * DENSITY
        self.cluster = clusters(self.solids.joined(within_cm))
        above = float(self.lowest.min()) + LOWEST_SEAT_CM
        self.seat_parts, self.seat_places = sitting_places(self.solids, sitter.radius_cm, above)

    def minding(self, within_cm: float) -> "Trial":
        """The same where other gaps are bridged: other parts are joined, and one sits where one sat."""
        trial = copy(self)
        trial.within_cm, trial.cluster = within_cm, clusters(self.solids.joined(within_cm))
        return trial

    def result(self) -> SitTest:
        """The first thing that holds, the heaviest first; else why the heaviest with a seat does not."""
        held = self.seated()
        if held is not None:
            return held
        fit = self._clusters_with_seats()
        return self._explained(self._sit_on(fit[0])) if fit else self.without_seat()

    def seated(self) -> SitTest | None:
        """The first thing that holds, the heaviest first, if one does."""
        tests = (self._sit_on(cluster) for cluster in self._clusters_with_seats())
        return next((test for test in tests if test.holds), None)

    def _clusters_with_seats(self) -> list[int]:
        return [cluster for cluster in self.clusters_by_weight() if self.seats_of(cluster)[0].size]

    def clusters_by_weight(self) -> list[int]:
        """What hangs together, the heaviest first."""
        weights = np.bincount(self.cluster, self.weights, len(self.cluster))
        return [int(number) for number in np.argsort(-weights, kind="stable") if weights[number] > 0]

    def seats_of(self, cluster: int) -> tuple[IntArray, FloatArray]:
        """The parts and places to sit on at a fit height above what the cluster stands on."""
        heights = self.seat_places[:, 2] - self.lowest[self.cluster == cluster].min()
        fit = (heights >= LOWEST_SEAT_CM - ROUNDING_CM) & (heights <= HIGHEST_SEAT_CM + ROUNDING_CM)
        fit &= self.cluster[self.seat_parts] == cluster
        return self.seat_parts[fit], self.seat_places[fit]

    def _sit_on(self, cluster: int) -> SitTest:
        """Sit down in the middle of what one can sit on, without an eye for where the feet are. It holds, or tips for
        a reason that is still to be found."""
        members = self.cluster == cluster
        stand = self._standing_on_its_own(members)
        parts, places = self.seats_of(cluster)
        chosen = self._middle_of(places, members)
        weight = self._weight_point(members, places[chosen])
        margin = depth_inside(weight, stand.polygon)
        holds = self._is_safe(margin)
        return SitTest(
            self.sitter,
            holds,
            Reason.HOLDS if holds else Reason.TIPS,
            None,
            None if holds else max(0.0, -margin),
            None if holds else _side(weight, stand.polygon),
            stand.floor_cm,
            members,
            int(parts[chosen]),
            places[chosen],
            stand.parts,
            stand.places,
            stand.polygon,
            weight,
            margin,
        )

    def _explained(self, test: SitTest) -> SitTest:
        """What tips, with what is to blame for it, if anything is."""
        if test.weight_point is None:
            return test
        stand = _Stand(test.floor_cm, test.contact_parts, test.contacts, test.polygon)
        reason, guilty, gap = self._blame(test.structure, stand, test.weight_point)
        return test if reason is Reason.TIPS else replace(test, reason=reason, guilty=guilty, gap_cm=gap, side=None)

    def _middle_of(self, places: FloatArray, members: BoolArray) -> int:
        """The place nearest to the middle of all. Of two places both are as near to it: then the one nearer to the
        thing's own centre of mass."""
        from_middle = np.linalg.norm(places - places.mean(axis=0), axis=1)
        centre = np.average(self.solids.centres[members, :2], axis=0, weights=self.weights[members])
        return first_smallest(from_middle, np.linalg.norm(places[:, :2] - centre, axis=1))

    def _is_safe(self, margin_cm: float) -> bool:
        return margin_cm >= self.sitter.safe_cm - ROUNDING_CM

    def _standing_on_its_own(self, members: BoolArray) -> "_Stand":
        return self._standing(members, float(self.lowest[members].min()))

    def _standing(self, members: BoolArray, floor_cm: float) -> "_Stand":
        """On what some parts stand when the floor is so high."""
        height = floor_cm + self.within_cm
        parts = tuple(int(i) for i in np.flatnonzero(members & (self.lowest <= height + ROUNDING_CM)))
        places = np.concatenate([self.solids.below(part, height) for part in parts] or [nowhere()])
        return _Stand(floor_cm, parts, places, hull(places))

    def _weight_point(self, members: BoolArray, place: FloatArray) -> FloatArray:
        weights = self.weights[members]
        moment = weights @ self.solids.centres[members, :2] + self.sitter.weight_kg * place[:2]
        return np.asarray(moment / (weights.sum() + self.sitter.weight_kg))

    def _blame(
        self, members: BoolArray, stand: "_Stand", weight: FloatArray
    ) -> tuple[Reason, int | None, float | None]:
        """The smallest cause: one part too long, one too short or loose, then a few too long; else it just tips."""
        long = list(self._too_long(members, stand, weight))
        short = self._too_short(members, stand, weight)
        for blame in (*long[:1], short, *long[1:]):
            if blame is not None:
                return blame
        return Reason.TIPS, None, None

    def _too_long(
        self, members: BoolArray, stand: "_Stand", weight: FloatArray
    ) -> Iterator[tuple[Reason, int, float] | None]:
        """Whether it would hold if the lowest part, or the lowest few, ended where the next one does."""
        heights = np.round((self.lowest - stand.floor_cm) / ROUNDING_CM)
        order = [int(i) for i in np.argsort(np.where(members, heights, np.inf), kind="stable")]
        count = int(members.sum())
        for few in range(1, FEW + 1):
            if few >= count:
                return
            floor = float(self.lowest[order[few]])
            gap = floor - stand.floor_cm
            is_foot = self.within_cm / 2 + ROUNDING_CM < gap <= NEARLY_ON_FLOOR_CM + ROUNDING_CM
            is_long = is_foot and self._would_hold(members, floor, weight)
            yield (Reason.LONG, order[0], gap) if is_long else None

    def _would_hold(self, members: BoolArray, floor_cm: float, weight: FloatArray) -> bool:
        return self._is_safe(depth_inside(weight, self._standing(members, floor_cm).polygon))

    def _too_short(self, members: BoolArray, stand: "_Stand", weight: FloatArray) -> tuple[Reason, int, float] | None:
        """The part that would hold the weight if it stood on the floor, or help to: a leg rather than another part,
        then one that does it alone, and the one nearest to the floor."""
        gaps = self.lowest - stand.floor_cm
        most = np.where(self.is_leg, NEARLY_ON_FLOOR_CM, BARELY_CM)
        near = (np.abs(gaps) <= most + ROUNDING_CM) & ~np.isin(np.arange(len(gaps)), stand.parts)
        best: tuple[bool, bool, int, int] | None = None
        before = depth_inside(weight, stand.polygon)
        for part in (int(i) for i in np.flatnonzero(near)):
            foot = self.solids.below(part, float(self.lowest[part]) + self.within_cm)
            margin = depth_inside(weight, hull(np.concatenate([stand.places, foot])))
            if margin > before + 0.1:
                height = round(abs(float(gaps[part])) / ROUNDING_CM)
                rank = (not self.is_leg[part], not self._is_safe(margin), height, part)
                best = rank if best is None else min(best, rank)
        if best is None:
            return None
        part = best[3]
        if members[part]:
            return Reason.FLOATS, part, float(gaps[part])
        return Reason.LOOSE, part, self._gap_to(part, members)

    def _gap_to(self, part: int, members: BoolArray) -> float:
        """How far a part is from the nearest of some others in cm."""
        others = np.flatnonzero(members & (np.arange(len(members)) != part))
        return float(self.solids.gaps(np.full(len(others), part), others).min(initial=np.inf))

    def without_seat(self) -> SitTest:
        """Why nobody can sit: the flat place is loose, or what is most like a seat is too steep, too low, too high."""
        heights = self.seat_places[:, 2] - self.lowest.min()
        fit = np.flatnonzero(heights <= HIGHEST_SEAT_CM + ROUNDING_CM)
        if len(fit):
            return self._on_loose_seat(int(self.seat_parts[fit[0]]))
        faces = upper_faces(self.solids)
        part = int(faces.areas.argmax())
        height = float(faces.middles[part, 2] - self.lowest.min())
        if faces.steepness[part] > STEEPEST + ROUNDING_CM:
            return self._unusable(Reason.STEEP, part, float(faces.steepness[part]))
        if height < LOWEST_SEAT_CM - ROUNDING_CM:
            return self._unusable(Reason.LOW, part, height)
        if height > HIGHEST_SEAT_CM + ROUNDING_CM:
            return self._unusable(Reason.HIGH, part, height)
        return self._unusable(Reason.NO_SEAT, part, None)

    def _on_loose_seat(self, part: int) -> SitTest:
        """Somebody sits down on it all the same, and goes down with all that hangs together with it."""
        carried = self.cluster == self.cluster[part]
        others = [number for number in self.clusters_by_weight() if number != self.cluster[part]]
        stand = self._standing_on_its_own(self.cluster == others[0] if others else carried)
        places = self.seat_places[self.seat_parts == part]
        return replace(
            self._without(Reason.LOOSE, part, self._gap_to(part, ~carried), stand),
            structure=carried,
            seat_part=part,
            seat_point=places[self._middle_of(places, carried)],
        )

    def _unusable(self, reason: Reason, part: int, gap_cm: float | None) -> SitTest:
        """What stands there all the same, for the picture."""
        members = self.cluster == self.clusters_by_weight()[0]
        return replace(self._without(reason, part, gap_cm, self._standing_on_its_own(members)), structure=members)

    def _without(self, reason: Reason, part: int, gap_cm: float | None, stand: "_Stand") -> SitTest:
        return SitTest(
            self.sitter,
            False,
            reason,
            part,
            gap_cm,
            floor_cm=stand.floor_cm,
            contact_parts=stand.parts,
            contacts=stand.places,
            polygon=stand.polygon,
        )


@dataclass(frozen=True, eq=False)
class _Stand:
    """What touches the floor, where, and the hull of that."""

    floor_cm: float
    parts: tuple[int, ...]
    places: FloatArray
    polygon: FloatArray


def _side(weight: FloatArray, polygon: FloatArray) -> Side:
    """Where the weight lies, seen from the middle of the feet."""
    x, y = weight - polygon.mean(axis=0)
    if abs(x) > abs(y):
        return Side.RIGHT if x > 0 else Side.LEFT
    return Side.BACK if y > 0 else Side.FRONT
