"""The chairs that ship with the game: each loads, stands on the floor and hangs together."""

from pathlib import Path

import numpy as np
import pytest

from chairgame.chair.catalogue import HIDDEN, chair_names, load_chair
from chairgame.chair.poses import ideal_poses
from chairgame.text.assets import assets_folder
from chairgame.text.catalogue import LANGUAGES
from chairgame.text.errors import PlayerError
from tests.chair.solids import lowest_points, touching

EVERY_CHAIR = chair_names(include_hidden=True)


def test_the_simplest_comes_first_and_every_file_is_listed() -> None:
    names = chair_names()
    assert (names[0], names[2], names[-1]) == ("three-part-stool", "kitchen", "throne")
    files = {path.stem for path in (assets_folder() / "chairs").iterdir()}
    assert len(names) == len(set(names)) >= 10
    assert files == set(EVERY_CHAIR) == set(names) | set(HIDDEN)


def test_the_hidden_are_in_no_list_but_load() -> None:
    assert not set(HIDDEN) & set(chair_names())
    assert [load_chair(name).name for name in HIDDEN] == list(HIDDEN)


@pytest.mark.parametrize("name", EVERY_CHAIR)
def test_a_built_in_chair_is_named_like_its_file_in_every_language(name: str) -> None:
    chair = load_chair(name)
    assert chair.name == name
    assert set(chair.title) == set(LANGUAGES)
    assert len(set(chair.labels)) == len(chair.parts)


@pytest.mark.parametrize("name", EVERY_CHAIR)
def test_a_built_in_chair_stands_on_the_floor(name: str) -> None:
    chair = load_chair(name)
    lowest = lowest_points(chair, ideal_poses(chair))
    assert abs(np.min(lowest)) < 0.02  # the files give hundredths of a centimetre and of a degree


@pytest.mark.parametrize("name", EVERY_CHAIR)
def test_no_part_of_a_built_in_chair_floats(name: str) -> None:
    chair = load_chair(name)
    touch = touching(chair, ideal_poses(chair), 0.15)
    joined = np.zeros(len(chair.parts), bool)
    joined[0] = True
    for _ in chair.parts:
        joined |= np.any(touch[joined], axis=0)
    assert [label for label, held in zip(chair.labels, joined, strict=True) if not held] == []


def test_part_counts_that_the_game_counts_on() -> None:
    assert len(load_chair("three-part-stool").parts) == 3
    assert len(load_chair("kitchen").parts) == 14
    assert 60 <= len(load_chair("throne").parts) <= 80


def test_a_path_loads_the_players_own_chair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (assets_folder() / "chairs" / "stool.toml").read_text(encoding="utf-8")
    (tmp_path / "mine.toml").write_text(text.replace('"stool"', '"mine"'), encoding="utf-8")
    (tmp_path / "plain").write_text(text.replace('"stool"', '"plain"'), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert load_chair(str(tmp_path / "mine.toml")).name == "mine"
    assert load_chair("mine.toml").name == "mine"
    assert load_chair("plain").name == "plain"


def test_a_built_in_name_wins_over_a_file_of_that_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kitchen").mkdir()
    monkeypatch.chdir(tmp_path)
    assert load_chair("kitchen").name == "kitchen"


@pytest.mark.parametrize("name", ["sofa", "", "dog", "Kitchen", "ki\ntchen", "\0"])
def test_an_unknown_name_lists_the_known_and_no_secret(name: str) -> None:
    with pytest.raises(PlayerError) as caught:
        load_chair(name)
    sentence = str(caught.value)
    assert all(known in sentence for known in chair_names())
    assert HIDDEN[0] not in sentence
    assert sentence.isprintable()


@pytest.mark.parametrize("name", ["sofa.toml", "./sofa", "no/sofa", "a/\0.toml"])
def test_a_missing_file_is_named(name: str) -> None:
    with pytest.raises(PlayerError) as caught:
        load_chair(name)
    assert "sofa" in str(caught.value) or "cannot be read" in str(caught.value)
