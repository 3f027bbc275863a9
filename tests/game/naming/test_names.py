"""Monsters are called by what is wrong with them: always so, in both languages, and whatever they look like."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.chair.catalogue import load_chair
from chairgame.chair.encoding import decode_outputs
from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses, ideal_poses, quaternion_product, quaternions_of_turns
from chairgame.game.naming import names
from chairgame.game.naming.defects import Build, Defect, Silhouette, severities, silhouette_of
from chairgame.game.naming.names import monster_name
from chairgame.text.catalogue import Catalogue
from chairgame.training.settings import Settings
from tests.training.beginning import begun

ENGLISH, POLISH = Catalogue("en"), Catalogue("pl")
KITCHEN = load_chair("kitchen")
IDEAL = ideal_poses(KITCHEN)
FAR = np.full(len(KITCHEN.parts), 30.0)


def _parts(*kinds: str) -> np.ndarray:
    return np.array([part.kind in kinds for part in KITCHEN.parts])


def _moved(which: np.ndarray, by: tuple[float, float, float]) -> Poses:
    return Poses(IDEAL.centres + which[:, None] * np.array(by), IDEAL.quaternions)


def _turned(which: np.ndarray, turn: tuple[float, float, float]) -> Poses:
    turned = quaternion_product(quaternions_of_turns(np.array([turn])), IDEAL.quaternions)
    return Poses(IDEAL.centres, np.where(which[:, None], turned, IDEAL.quaternions))


def _worst(poses: Poses, chair: Chair = KITCHEN) -> Defect:
    found = severities(Build(chair, poses))
    return max(found, key=lambda defect: found[defect])


def _name(poses: Poses, distances: np.ndarray = FAR, _: Catalogue = ENGLISH, chair: Chair = KITCHEN) -> str:
    return monster_name(chair, poses, distances, _)


EVERY, LEGS, SEAT = np.ones(len(KITCHEN.parts), bool), _parts("leg", "post"), _parts("seat")
ONE_LEG = LEGS & (np.cumsum(LEGS) == 1)
DEFECTS = {
    Defect.SUNKEN: _moved(EVERY, (0, 0, -60)),
    Defect.HOVERING: _moved(EVERY, (0, 0, 40)),
    Defect.UPSIDE_DOWN: _moved(~LEGS, (0, 0, -38)),
    Defect.THREE_LEGGED: _moved(ONE_LEG, (0, 0, 15)),
    Defect.ONE_LEGGED: _moved(LEGS & ~ONE_LEG, (0, 0, 15)),
    Defect.TWO_LEGGED: _moved(LEGS & (np.cumsum(LEGS) <= 2), (0, 0, 15)),
    Defect.ON_EDGE: _turned(SEAT, (90, 0, 0)),
    Defect.SLANTED: _turned(SEAT, (40, 0, 0)),
    Defect.BACK_IN_FRONT: _moved(_parts("slat"), (0, -70, 0)),
    Defect.FLUNG: _moved(_parts("seat"), (170, 0, 0)),
    Defect.KNOTTED: Poses(IDEAL.centres * 0.05 + [0, 0, 25], IDEAL.quaternions),
    Defect.UNFINISHED: IDEAL,
}


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_the_worst_defect_is_found(defect: Defect) -> None:
    assert _worst(DEFECTS[defect]) is defect


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_name_begins_with_the_worst_defect(defect: Defect) -> None:
    assert any(_name(DEFECTS[defect]).startswith(word + " ") for word in names._ADJECTIVES[defect])


def test_three_legs() -> None:
    assert _name(DEFECTS[Defect.THREE_LEGGED]).startswith("Three-Legged ")
    assert _name(DEFECTS[Defect.THREE_LEGGED], _=POLISH).split()[0] in ("Trójnogi", "Trójnoga", "Trójnogie")


@pytest.mark.parametrize(
    ("poses", "silhouette"),
    [
        (IDEAL, Silhouette.TALL),
        (Poses(IDEAL.centres * [2, 1, 1], IDEAL.quaternions), Silhouette.MIDDLING),
        (Poses(IDEAL.centres * [6, 1, 1], IDEAL.quaternions), Silhouette.SCATTERED),
        (Poses(IDEAL.centres * [2, 1, 0.1], _turned(EVERY, (90, 0, 0)).quaternions), Silhouette.FLAT),
    ],
)
def test_silhouettes(poses: Poses, silhouette: Silhouette) -> None:
    assert silhouette_of(Build(KITCHEN, poses)) is silhouette


def test_a_heaped_stool_is_a_lump() -> None:
    stool = load_chair("three-part-stool")
    heap = Poses(ideal_poses(stool).centres * 0.5, ideal_poses(stool).quaternions)
    assert silhouette_of(Build(stool, heap)) is Silhouette.COMPACT


def test_there_are_words_enough() -> None:
    assert set(names._ADJECTIVES) == set(Defect)
    assert set(names._NOUNS) == set(Silhouette)
    assert len({word for words in names._ADJECTIVES.values() for word in words}) >= 14
    assert len({word for words in names._NOUNS.values() for word in words}) >= 16


def test_every_pair_of_words_agrees_in_polish() -> None:
    endings = {"f": ("a",), "m": ("y", "i"), "n": ("e",)}
    nouns = [word for words in (*names._NOUNS.values(), names._NEARLY_CHAIRS) for word in words]
    adjectives = [word for words in names._ADJECTIVES.values() for word in words]
    assert {POLISH.context("gender", noun) for noun in nouns} == {"f", "m", "n"}
    for noun in nouns:
        for adjective in adjectives:
            first = names._joined(adjective, noun, POLISH).split()[0]
            assert first.endswith(endings[POLISH.context("gender", noun)]), (first, noun)


def test_what_is_nearly_a_chair_is_called_so() -> None:
    for distance, english, polish in (
        (2.0, "Nearly a Chair", "Prawie krzesło"),
        (1.0, "A Chair", "Krzesło"),
        (0.3, "A Chair, No Doubt About It", "Krzesło bez dwóch zdań"),
    ):
        distances = np.full(len(KITCHEN.parts), distance)
        assert _name(IDEAL, distances) == english
        assert _name(IDEAL, distances, POLISH) == polish


def test_what_has_no_seat_is_never_called_a_chair() -> None:
    dog = load_chair("dog-in-crocs")
    for distance in (0.1, 1.0, 2.0, 5.0):
        assert "Chair" not in monster_name(dog, ideal_poses(dog), np.full(len(dog.parts), distance), ENGLISH)


@pytest.mark.parametrize("broken", [np.nan, np.inf, 1e6])
def test_a_burnt_out_monster_is_smoke(broken: float) -> None:
    poses = Poses(np.full_like(IDEAL.centres, broken), IDEAL.quaternions)
    assert _name(poses) == "Puff of Smoke"
    assert _name(IDEAL, np.full(len(KITCHEN.parts), np.nan)) == "Puff of Smoke"


@given(
    st.sampled_from(["three-part-stool", "stool", "kitchen", "dog-in-crocs"]),
    st.integers(0, 2**32 - 1),
    st.floats(0.001, 150),
)
def test_every_assembly_has_one_name(chair_name: str, seed: int, scale: float) -> None:
    chair = load_chair(chair_name)
    rng = np.random.default_rng(seed)
    poses = decode_outputs(rng.normal(size=(len(chair.parts), 7)) * [scale, scale, scale, 1, 1, 1, 1])
    distances = np.abs(rng.normal(size=len(chair.parts))) * scale * 50
    for catalogue in (ENGLISH, POLISH):
        name = monster_name(chair, poses, distances, catalogue)
        assert name == monster_name(chair, poses, distances, catalogue)
        assert name.isprintable()
        assert 5 <= len(name) <= 50
        assert "{" not in name


def test_monsters_of_one_run_are_called_differently() -> None:
    for seed in range(3):
        history, found = begun(KITCHEN, Settings(seed=seed)), []
        for epoch in range(25):
            state = history.state(epoch)
            distances = history.trainer.measure(state, "squared").part_distances_cm
            found.append(_name(decode_outputs(history.trainer.build(state)), distances))
            history.advance()
        assert len(set(found)) >= 10
        assert len(set(found[:5])) >= 4


def test_a_chair_of_strange_kinds_has_a_name() -> None:
    parts = tuple(replace(part, kind="wing") for part in KITCHEN.parts)
    assert _name(IDEAL, chair=Chair("bird", {"en": "Bird"}, parts))
