"""Names for monsters: an adjective for what is wrong with one, a noun for what it looks like. Always the same name for
the same measurement. Knows words; `defects` knows geometry.
"""

import numpy as np

from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses
from chairgame.game.naming.defects import SEATS, Build, Defect, Silhouette, severities, silhouette_of
from chairgame.text.catalogue import Catalogue

FAR_CM = 10_000.0
NEARLY_CM, THERE_CM, PERFECT_CM = 3.0, 1.5, 0.7
ALMOST_CM = 9.0


def noun(word: str) -> str:
    """Mark a noun for the translators, who also say which grammatical gender it has."""
    return word


def adjective(word: str) -> str:
    """Mark an adjective for the translators, who give it once for each grammatical gender."""
    return word


_ADJECTIVES = {
    Defect.SUNKEN: (adjective("Sunken"), adjective("Half-Buried")),
    Defect.UPSIDE_DOWN: (adjective("Upside-Down"), adjective("Somersaulting")),
    Defect.LEGLESS: (adjective("Legless"), adjective("Footloose")),
    Defect.ONE_LEGGED: (adjective("One-Legged"),),
    Defect.TWO_LEGGED: (adjective("Two-Legged"),),
    Defect.THREE_LEGGED: (adjective("Three-Legged"),),
    Defect.SPRAWLING: (adjective("Bow-Legged"), adjective("Sprawling")),
    Defect.ON_EDGE: (adjective("Unsittable"), adjective("Knife-Edged")),
    Defect.SLANTED: (adjective("Slippery"), adjective("Slouching")),
    Defect.BACK_IN_FRONT: (adjective("Backward"), adjective("Absent-Minded")),
    Defect.FLUNG: (adjective("Exploded"), adjective("Unscrewed")),
    Defect.FLAT: (adjective("Run-Over"), adjective("Flattened")),
    Defect.TOWERING: (adjective("Towering"), adjective("Lanky")),
    Defect.HOVERING: (adjective("Levitating"), adjective("Unearthly")),
    Defect.KNOTTED: (adjective("Knotted"), adjective("Crumpled")),
    Defect.LOPSIDED: (adjective("Lopsided"), adjective("Tipsy")),
    Defect.UNFINISHED: (adjective("Wobbly"), adjective("Hopeful"), adjective("Ambitious")),
}
_NOUNS = {
    Silhouette.TALL: (
        noun("Ceiling Lamp"),
        noun("Coat Rack"),
        noun("Giraffe"),
        noun("Cuckoo Clock"),
        noun("Lighthouse"),
        noun("Scarecrow"),
    ),
    Silhouette.FLAT: (
        noun("Ironing Board"),
        noun("Doormat"),
        noun("Raft"),
        noun("Crocodile"),
        noun("Flounder"),
        noun("Pancake"),
    ),
    Silhouette.SCATTERED: (
        noun("Scaffolding"),
        noun("Octopus"),
        noun("Flea Market"),
        noun("Fireworks"),
        noun("Constellation"),
        noun("Windmill"),
    ),
    Silhouette.COMPACT: (
        noun("Suitcase"),
        noun("Hedgehog"),
        noun("Beehive"),
        noun("Woodpile"),
        noun("Bird's Nest"),
        noun("Washing Machine"),
    ),
    Silhouette.MIDDLING: (
        noun("Camel"),
        noun("Wheelbarrow"),
        noun("Shopping Trolley"),
        noun("Tortoise"),
        noun("Grand Piano"),
        noun("Spider"),
        noun("Foal"),
        noun("Clothes Horse"),
    ),
}
_NEARLY_CHAIRS = (noun("Bar Stool"), noun("Throne"), noun("School Bench"), noun("Chair-in-Training"), noun("Footstool"))


def monster_name(chair: Chair, poses: Poses, part_distances_cm: FloatArray, _: Catalogue) -> str:
    """What to call an assembly: "Three-Legged Ceiling Lamp".

    `part_distances_cm`, shape (N,), picks among words that fit as well: a monster that changes is called otherwise.
    """
    if not _is_finite(poses, part_distances_cm):
        return _("Puff of Smoke")
    distance = float(np.sqrt(np.mean(part_distances_cm**2)))
    build = Build(chair, poses)
    if distance < NEARLY_CM:
        return _nearly_done(distance, bool(build.of_kind(SEATS).any()), _)
    found = severities(build)
    worst = max(found, key=lambda defect: found[defect])
    adjectives = _ADJECTIVES[worst]
    nouns = _NEARLY_CHAIRS if distance < ALMOST_CM and build.of_kind(SEATS).any() else _NOUNS[silhouette_of(build)]
    return _joined(adjectives[int(distance * 2) % len(adjectives)], nouns[_pick(build, distance) % len(nouns)], _)


def _is_finite(poses: Poses, part_distances_cm: FloatArray) -> bool:
    numbers = (poses.centres, poses.quaternions, part_distances_cm)
    return all(np.isfinite(array).all() for array in numbers) and bool(np.abs(poses.centres).max() <= FAR_CM)


def _nearly_done(distance: float, has_seat: bool, _: Catalogue) -> str:
    """Names for what has come out well; what has no seat is no chair, and nobody has a word for it."""
    if distance >= THERE_CM:
        return _("Nearly a Chair") if has_seat else _("Nearly Something")
    if distance >= PERFECT_CM:
        return _("A Chair") if has_seat else _("A Something")
    return _("A Chair, No Doubt About It") if has_seat else _("Something, No Doubt About It")


def _pick(build: Build, distance: float) -> int:
    """A whole number that steps on when the size or the distance changes by a few centimetres."""
    return int(build.extents.sum() / 12) + int(distance / 4)


def _joined(adjective_word: str, noun_word: str, _: Catalogue) -> str:
    gender = _.context("gender", noun_word)
    return _(
        "{adjective} {noun}",
        adjective=_.context(gender, adjective_word),
        noun=_.context("monster", noun_word),
    )
