"""A chair whose every text is an attack: it stays text in whatever the game prints and writes."""

import json
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from chairgame.chair.files import parse_chair, read_chair
from chairgame.chair.writing import chair_text
from tests.cli.conftest import Run

SIDE = 'shape = "box"\nsize = [3.0, 26.0, 41.0]\nat = [-15.0, 0.0, 20.5]\n'
EVIL = f"""
format = 1
name = "evil"
title = {{ en = "</title><script>alert(1)</script>&\\"'", pl = "]]>--><x/>" }}
[[part]]
label = '<b>&"'
kind = "<i>&amp;"
{SIDE}
[[part]]
label = '$(id)`x`;'
kind = '"; rm -rf ~'
{SIDE}
[[part]]
label = '</text><a>'
kind = "{{label}} %s"
{SIDE}
"""


@pytest.fixture
def evil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("evil.toml").write_text(EVIL, encoding="utf-8")
    return "evil.toml"


@pytest.mark.parametrize("language", ["en", "pl"])
def test_pictures_of_it_are_sound_and_hold_nothing_but_text(run: Run, evil: str, language: str) -> None:
    assert run("train", "--chair", evil, "--hidden", "8", "--epochs", "8", "--json", "--save", "mine").code == 0
    outputs = ("--svg", "a.svg", "--postcard", "b.svg", "--cast", "a.cast")
    assert run("record", "mine", *outputs, "--lang", language).code == 0
    title = read_chair(Path(evil)).title_in(language)
    for file in ("a.svg", "b.svg"):
        root = ElementTree.parse(file).getroot()
        names = {element.tag.partition("}")[2] for element in root.iter()}
        assert names <= {"svg", "title", "rect", "g", "text", "circle", "path"}
        assert title in "".join(root.find("{*}title").itertext())  # type: ignore[union-attr]
    header, *events = map(json.loads, Path("a.cast").read_text(encoding="utf-8").splitlines())
    assert title in header["title"]
    assert all(len(event) == 3 for event in events)


def test_it_is_the_same_after_it_was_written(evil: str) -> None:
    chair = read_chair(Path(evil))
    assert parse_chair(chair_text(chair), "again.toml") == chair
    assert len(tomllib.loads(chair_text(chair))["part"]) == 3


def test_what_a_terminal_would_obey_is_refused_by_its_field_and_never_printed(run: Run, evil: str) -> None:
    for sign in ("\\u001b]0;owned\\u0007", "\\u009b2J", "\\u202e", "\\u2066", "\\r", "\\t", "\\u2028"):
        Path(evil).write_text(EVIL.replace("<i>&amp;", sign), encoding="utf-8")
        for words in (("chairs", "check", evil), ("train", "--chair", evil), ("lab", "--plain", "--chair", evil)):
            done = run(*words)
            assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
            assert done.err.rstrip("\n").isprintable()
            assert ", kind: " in done.err
