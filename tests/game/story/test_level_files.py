"""A level file that is wrong is refused in one sentence that names the file and the field."""

import re
from pathlib import Path

import pytest

from chairgame.game.story.level import level_named, parse_level, read_level
from chairgame.text.assets import assets_folder
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.text.errors import PlayerError
from chairgame.text.tables import parse_toml

FILES = sorted((assets_folder() / "levels").glob("*.toml"))


def _source(number: int) -> str:
    return FILES[number - 1].read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_ships_is_read(file: Path) -> None:
    level = read_level(file)
    assert file.name == f"{level.number:02}-{level.id}.toml"
    assert level_named(level.id) == level_named(str(level.number)) == level


@pytest.mark.parametrize(
    ("number", "old", "new", "field"),
    [
        (1, "format = 1", "format = 2", "format"),
        (1, "format = 1", "format = true", "format"),
        (1, "number = 1", "number = 1.5", "number"),
        (1, "number = 1", "number = true", "number"),
        (1, 'play = "recipe"', 'play = "cooking"', "play"),
        (1, 'play = "recipe"', 'play = "scanner"', "commands[0]"),
        (6, "seeds = [3, 10", "seeds = 3 # [3, 10", "seeds"),
        (6, "seeds = [3, 10", "seeds = [] # [3, 10", "seeds"),
        (6, "seeds = [3, 10", "seeds = [3, -1", "seeds[1]"),
        (1, "par = 11", "", "par"),
        (1, "par = 11", "par = 11\nhurry = true", "hurry"),
        (1, '["place", "build"', '["place", "throw"', "commands[1]"),
        (1, '    "build",', '    "throw",', "solution[1]"),
        (1, "parts = 3", "parts = 99", "objective, parts"),
        (1, "parts = 3", "parts = 3\nchair = 4", "objective, chair"),
        (1, "builds = 14", 'builds = "many"', "setup, builds"),
        (1, "[setup]", "[setup]\nwidth = 3", "setup, width"),
        (1, "a {thing}", "a {smell}", "pages[0], {smell}"),
        (1, "a {thing}", "a {thing.__class__}", "pages[0], {thing.__class__}"),
        (1, "a {thing}", "a {}", "pages[0], {}"),
        (1, "a {thing}", "a {thing", "pages[0]"),
        (1, "{random_12_points} points", "{par} points", "star 1, text, {par}"),
        (1, 'fact = "best_points", at_most = 0', 'fact = "goals", at_most = 0', "star 3, when 1, fact"),
        (1, 'fact = "best_points", at_most = 0', 'fact = "thing", at_most = 0', "star 3, when 1, fact"),
        (1, 'fact = "best_points", at_most = 0', 'fact = "best_points", about = 0', "star 3, when 1, about"),
        (1, 'fact = "best_points", at_most = 0', 'fact = "best_points"', "star 3, when 1"),
        (1, 'fact = "best_points", at_most = 0', 'fact = "best_points", at_most = true', "star 3, when 1, at_most"),
        (1, 'below = "random_12_points"', 'below = "random"', "star 1, when 1, below"),
        (1, 'below = "random_12_points"', 'below = "random_12_points", above = 1', "star 1, when 1"),
        (1, "[[hint]]", "[[hint]]\nwhy = 1", "hint 1, why"),
        (2, 'now = "best {best_cm}"', 'now = "best {time}"', "star 3, now, {time}"),
        (2, "edition = 2", "", "edition"),
        (3, "loudness = 0.5", "loudness = 0.7", "setup, loudness"),
        (3, "box = 9", "box = -1", "objective, box"),
        (4, 'lesson = "path"', 'lesson = "hope"', "setup, variant 1, cases 3, lesson"),
        (4, "inputs = [2, 3]", "inputs = [2]", "setup, variant 1, cases 2, inputs"),
        (4, "inputs = [2, 3]", "inputs = [2, 0.3]", "setup, variant 1, cases 2, inputs[1]"),
        (4, '"wire I", "wire B"]', '"wire I", "wire Z"]', "setup, variant 1, cases 2, blanks[2]"),
        (4, "wires = 10", "wires = -1", "setup, crew 2, wires"),
        (4, "nudge = 0.1", "nudge = 0", "setup, nudge"),
        (5, "start = 0.005", "start = 0.006", "setup, start"),
        (5, 'chair = "kitchen"', 'chair = "dog-in-crocs"', "objective, chair"),
        (6, "epochs = 90", "epochs = 2000000", "setup, epochs"),
        (6, "bet_at = 20", "bet_at = 90", "setup, bet_at"),
    ],
)
def test_what_is_wrong_is_named(number: int, old: str, new: str, field: str) -> None:
    source = _source(number)
    assert old in source
    with pytest.raises(PlayerError) as mistake:
        parse_level(parse_toml(source.replace(old, new, 1), "mine.toml"))
    for language in LANGUAGES:
        sentence = mistake.value.sentence(Catalogue(language))
        assert sentence.startswith(f"mine.toml: {field}: "), sentence


def test_three_stars_are_what_a_level_has() -> None:
    source = re.sub(r"\[\[star\]\].*?(?=\[\[)", "", _source(1), count=1, flags=re.DOTALL)
    with pytest.raises(PlayerError, match=re.escape("mine.toml: star: ")):
        parse_level(parse_toml(source, "mine.toml"))
