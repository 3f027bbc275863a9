"""Chair files: every limit just inside and just outside, and no file, however broken, that ends in another error."""

import copy
import math
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.files import parse_chair, read_chair
from chairgame.chair.parts import Chair, Part
from chairgame.text.assets import assets_folder
from chairgame.text.errors import PlayerError
from chairgame.text.tables import MOST_BYTES

LEG = {"label": "A1", "kind": "leg", "shape": "box", "size": [4.0, 4.0, 45.0], "at": [-19.0, -18.0, 22.5]}
ROLL = {"label": "B1", "kind": "roll", "shape": "cylinder", "size": [5, 5, 40], "at": [0, 0, 60]}
GOOD: dict[str, Any] = {"format": 1, "name": "test-1", "title": {"en": "Test", "pl": "Próba"}, "part": [LEG, ROLL]}
GOOD_TEXT = """\
format = 1
name = "test-1"
title = { en = "Test", pl = "Próba" }
[[part]]
label = "A1"
kind = "leg"
shape = "box"
size = [4.0, 4.0, 45.0]
at = [-19.0, -18.0, 22.5]
turn = [0.0, -7.5, 90]
material = "walnut"
"""


class Raw(str):
    """A piece of TOML that `_toml` writes as it is."""

    __slots__ = ()


def _toml(value: object) -> str:
    """The value in TOML's inline syntax."""
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml(key)} = {_toml(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, str) and not isinstance(value, Raw):
        return '"' + "".join(f"\\U{ord(character):08x}" for character in value) + '"'
    return str(value).lower()  # numbers, true and false, dates, and what is TOML already


def _document(chair: dict[str, Any]) -> str:
    return "".join(f"{_toml(key)} = {_toml(value)}\n" for key, value in chair.items())


def _with(path: tuple[str | int, ...], value: object) -> str:
    """The good file with one value replaced or added."""
    chair = copy.deepcopy(GOOD)
    target: Any = chair
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    return _document(chair)


def _without(path: tuple[str | int, ...]) -> str:
    chair = copy.deepcopy(GOOD)
    target: Any = chair
    for step in path[:-1]:
        target = target[step]
    del target[path[-1]]
    return _document(chair)


def _mistake(source: str | bytes) -> str:
    with pytest.raises(PlayerError) as caught:
        parse_chair(source, "my.toml")
    sentence = str(caught.value)
    assert sentence.startswith("my.toml: ")
    assert sentence.isprintable()
    return sentence


def test_a_file_becomes_a_chair() -> None:
    part = Part("A1", "leg", "box", (4.0, 4.0, 45.0), (-19.0, -18.0, 22.5), (0.0, -7.5, 90.0), "walnut")
    expected = Chair("test-1", {"en": "Test", "pl": "Próba"}, (part,))
    assert parse_chair(GOOD_TEXT, "my.toml") == expected
    assert parse_chair(GOOD_TEXT.encode(), "my.toml") == expected


def test_turn_and_material_have_defaults_and_whole_numbers_become_floats() -> None:
    roll = parse_chair(_document(GOOD), "my.toml").parts[1]
    assert (roll.turn, roll.material) == ((0.0, 0.0, 0.0), "oak")
    assert all(type(number) is float for number in roll.size + roll.at + roll.turn)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_of_any_editor_are_read(line_end: str, mark: str) -> None:
    assert parse_chair((mark + GOOD_TEXT.replace("\n", line_end)).encode(), "my.toml").name == "test-1"


LEG_FIELD = 'part 1 ("A1"), '
JUST_INSIDE: list[tuple[tuple[str | int, ...], object]] = [
    (("name",), "a"),
    (("name",), "z-9" * 13 + "a"),
    (("title",), {"en": "E"}),
    (("title", "de"), "Stuhl"),
    (("title", "en"), "x" * 40),
    (("part",), [LEG]),
    (("part",), [{**LEG, "label": str(number)} for number in range(200)]),
    (("part", 0, "label"), "Ł" * 40),
    (("part", 0, "label"), "a b"),
    (("part", 0, "size", 0), 1000),
    (("part", 0, "size", 2), 1000.0),
    (("part", 0, "size", 1), 5e-324),
    (("part", 0, "at", 0), -1000.0),
    (("part", 0, "at", 2), 1000),
    (("part", 0, "turn"), [1e300, -720, 0]),
    (("part", 0, "shape"), "box"),
]
JUST_OUTSIDE: list[tuple[tuple[str | int, ...], object, str]] = [
    (("format",), 2, "format"),
    (("format",), 0, "format"),
    (("format",), 1.0, "format"),
    (("format",), True, "format"),
    (("format",), "1", "format"),
    (("name",), "", "name"),
    (("name",), "z-9" * 13 + "ab", "name"),
    (("name",), "Kitchen", "name"),
    (("name",), "krzesło", "name"),
    (("name",), "a_b", "name"),
    (("name",), "a\n", "name"),
    (("name",), 7, "name"),
    (("title",), "Test", "title"),
    (("title",), {}, "title, en"),
    (("title",), {"pl": "Próba"}, "title, en"),
    (("title", "english"), "Test", "title, english"),
    (("title", "EN"), "Test", "title, EN"),
    (("title", ""), "Test", 'title, ""'),
    (("title", "en"), "", "title, en"),
    (("title", "en"), "x" * 41, "title, en"),
    (("title", "pl"), 5, "title, pl"),
    (("part",), [], "part"),
    (("part",), {}, "part"),
    (("part",), 5, "part"),
    (("part",), [LEG, 5], "part"),
    (("part",), [{**LEG, "label": str(number)} for number in range(201)], "part"),
    (("part", 0, "label"), "", 'part 1 (""), label'),
    (("part", 0, "label"), 5, "part 1, label"),
    (("part", 0, "label"), "x" * 41, f'part 1 ("{"x" * 41}"), label'),
    (("part", 0, "label"), "A\x1b[2J", 'part 1 ("A?[2J"), label'),
    (("part", 0, "label"), "A\n1", 'part 1 ("A?1"), label'),
    (("part", 0, "label"), "\u202eA1", 'part 1 ("?A1"), label'),
    (("part", 0, "label"), " ", 'part 1 (" "), label'),
    (("part", 0, "label"), "A1 ", 'part 1 ("A1 "), label'),
    (("part", 1, "label"), "A1", 'part 2 ("A1"), label'),
    (("part", 0, "kind"), "", LEG_FIELD + "kind"),
    (("part", 0, "kind"), ["leg"], LEG_FIELD + "kind"),
    (("part", 0, "material"), "", LEG_FIELD + "material"),
    (("part", 0, "material"), "o\x07k", LEG_FIELD + "material"),
    (("part", 0, "shape"), "ball", LEG_FIELD + "shape"),
    (("part", 0, "shape"), ["box"], LEG_FIELD + "shape"),
    (("part", 0, "size"), 4.0, LEG_FIELD + "size"),
    (("part", 0, "size"), [4.0, 4.0], LEG_FIELD + "size"),
    (("part", 0, "size"), [4.0] * 4, LEG_FIELD + "size"),
    (("part", 0, "size"), {"x": 1}, LEG_FIELD + "size"),
    (("part", 0, "size", 0), 0, LEG_FIELD + "size[0]"),
    (("part", 0, "size", 1), -4.0, LEG_FIELD + "size[1]"),
    (("part", 0, "size", 2), 1000.0001, LEG_FIELD + "size[2]"),
    (("part", 0, "size", 1), math.nan, LEG_FIELD + "size[1]"),
    (("part", 0, "size", 1), math.inf, LEG_FIELD + "size[1]"),
    (("part", 0, "size", 1), True, LEG_FIELD + "size[1]"),
    (("part", 0, "size", 1), "4", LEG_FIELD + "size[1]"),
    (("part", 0, "size", 1), [4], LEG_FIELD + "size[1]"),
    (("part", 0, "size", 1), 10**400, LEG_FIELD + "size[1]"),
    (("part", 1, "size"), [5, 5.001, 40], 'part 2 ("B1"), size'),
    (("part", 0, "at"), [0, 0], LEG_FIELD + "at"),
    (("part", 0, "at", 0), 1000.0001, LEG_FIELD + "at[0]"),
    (("part", 0, "at", 2), -1000.0001, LEG_FIELD + "at[2]"),
    (("part", 0, "at", 1), math.nan, LEG_FIELD + "at[1]"),
    (("part", 0, "at", 1), -math.inf, LEG_FIELD + "at[1]"),
    (("part", 0, "at", 1), False, LEG_FIELD + "at[1]"),
    (("part", 0, "turn"), [0, 0], LEG_FIELD + "turn"),
    (("part", 0, "turn"), [0, 0, math.inf], LEG_FIELD + "turn[2]"),
    (("part", 0, "turn"), [0, math.nan, 0], LEG_FIELD + "turn[1]"),
    (("part", 0, "turn"), [10**400, 0, 0], LEG_FIELD + "turn[0]"),
    (("part", 0, "turn"), [Raw("0x" + "f" * 5000), 0, 0], LEG_FIELD + "turn[0]"),
    (("part", 0, "turn"), [True, 0, 0], LEG_FIELD + "turn[0]"),
    (("colour",), "red", "colour"),
    (("part", 0, "colour"), "red", LEG_FIELD + "colour"),
    (("part", 1, "a\nb"), 1, 'part 2 ("B1"), "a?b"'),
]


@pytest.mark.parametrize(("path", "value"), JUST_INSIDE)
def test_what_is_just_inside_a_limit_is_accepted(path: tuple[str | int, ...], value: object) -> None:
    assert parse_chair(_with(path, value), "my.toml").parts


@pytest.mark.parametrize(("path", "value", "field"), JUST_OUTSIDE)
def test_what_is_just_outside_is_refused_by_its_field(path: tuple[str | int, ...], value: object, field: str) -> None:
    sentence = _mistake(_with(path, value))
    assert f": {field}:" in sentence
    assert "expected" in sentence


REQUIRED: list[tuple[str | int, ...]] = [(key,) for key in GOOD] + [("part", 0, key) for key in LEG]


@pytest.mark.parametrize("path", REQUIRED)
def test_a_missing_field_is_named_with_an_example(path: tuple[str | int, ...]) -> None:
    sentence = _mistake(_without(path))
    assert f"{path[-1]}: missing, expected something like " in sentence
    assert ("part 1" in sentence) == (len(path) == 3)


def test_the_first_mistake_is_the_one_reported() -> None:
    bad = {**LEG, "size": [1, 2, -3], "at": [1]}
    assert "part 1" in _mistake(_document({**GOOD, "part": [bad, {}]}))
    assert "size[2]" in _mistake(_document({**GOOD, "part": [bad, {}]}))


def test_the_later_of_two_equal_labels_names_the_earlier() -> None:
    sentence = _mistake(_document({**GOOD, "part": [ROLL, LEG, {**LEG, "kind": "arm"}]}))
    assert sentence == 'my.toml: part 3 ("A1"), label: expected a label of its own, found that of part 2'


BROKEN_TEXTS: list[str | bytes] = [
    "",
    "format",
    "format = 1\nformat = 1",
    "format = " + "9" * 5000,
    "format = " + "[" * 100_000,
    'title = { en = "a\nb" }',
    "\x00",
    b"\xff\xfe",
    b'format = 1\nname = "\xc3"',
    "a = \ud800",
]


@pytest.mark.parametrize("source", BROKEN_TEXTS, ids=range(len(BROKEN_TEXTS)))
def test_what_is_not_toml_gets_one_short_sentence(source: str | bytes) -> None:
    assert len(_mistake(source)) < 300


def test_the_byte_that_is_not_utf_8_is_named() -> None:
    assert "byte 12" in _mistake(b'format = 1\n#\xc3(\nname = "x"')


def test_a_file_may_have_a_mebibyte_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_bytes(GOOD_TEXT.encode().ljust(MOST_BYTES, b"\n"))
    assert MOST_BYTES == 1024 * 1024
    assert read_chair(path).name == "test-1"
    path.write_bytes(GOOD_TEXT.encode().ljust(MOST_BYTES + 1, b"\n"))
    assert _file_mistake(path) == f"{path}: expected a file of at most 1 MiB"


def _file_mistake(path: Path) -> str:
    with pytest.raises(PlayerError) as caught:
        read_chair(path)
    assert str(caught.value).isprintable()
    return str(caught.value)


def test_what_is_no_file_is_refused_in_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    assert _file_mistake(tmp_path) == f"{tmp_path}: expected a file, found a folder"
    assert _file_mistake(tmp_path / "pipe") == f"{tmp_path}/pipe: expected an ordinary file"
    assert _file_mistake(tmp_path / "none") == f"{tmp_path}/none: there is no such file"
    assert _file_mistake(tmp_path / "file" / "in") == f"{tmp_path}/file/in: there is no such file"
    assert "cannot be read" in _file_mistake(tmp_path / ("x" * 5000))
    assert "cannot be read" in _file_mistake(tmp_path / "\0")


def test_an_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "my.toml"
    path.write_text(GOOD_TEXT, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # root may read everything, so a file's mode alone proves nothing
    assert _file_mistake(path) == f"{path}: you have no permission to read it"


def test_a_file_name_with_escape_codes_reaches_no_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in _file_mistake(tmp_path / "\x1b[2J\n.toml")


# --- Whatever the file: a chair, or one sentence that names the file -------------------------------------------------

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
any_value = st.recursive(
    st.none().map(lambda _: Raw("nan"))
    | st.booleans()
    | st.integers()
    | st.floats()
    | any_text
    | st.dates()
    | st.sampled_from([Raw("0x" + "f" * 5000), Raw("1e999"), Raw("-inf")]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=6,
)
somewhere = st.sampled_from(
    [
        *REQUIRED,
        *[("part", 0, key) for key in ("turn", "material", "unknown")],
        *[("part", 1, "size", index) for index in range(3)],
        ("title", "en"),
        ("title", "unknown"),
        ("part", 0),
        ("unknown",),
    ]
)


def _is_chair_or_sentence(source: str | bytes) -> bool:
    """Whether it parsed; asserts that the chair keeps the format's promises, or that the mistake is one sentence."""
    try:
        chair = parse_chair(source, "my.toml")
    except PlayerError:
        _mistake(source)
        return False
    assert 1 <= len(chair.parts) == len(set(chair.labels)) <= 200
    assert all(label.isprintable() and label for label in chair.labels)
    assert all(0 < number <= 1000 for part in chair.parts for number in part.size)
    assert all(abs(number) <= 1000 for part in chair.parts for number in part.at)
    assert all(math.isfinite(number) for part in chair.parts for number in part.turn)
    return True


@given(somewhere, any_value)
def test_any_value_anywhere_parses_or_gets_a_sentence(path: tuple[str | int, ...], value: object) -> None:
    _is_chair_or_sentence(_with(path, value))


@given(st.lists(st.tuples(somewhere, any_value), min_size=2, max_size=5))
def test_several_mistakes_get_one_sentence(changes: list[tuple[tuple[str | int, ...], object]]) -> None:
    chair = copy.deepcopy(GOOD)
    for path, value in changes:
        target: Any = chair
        try:
            for step in path[:-1]:
                target = target[step]
            target[path[-1]] = value
        except (KeyError, IndexError, TypeError):  # an earlier change took this place away
            continue
    _is_chair_or_sentence(_document(chair))


@given(st.binary(max_size=200))
def test_random_bytes_are_no_chair(data: bytes) -> None:
    assert not _is_chair_or_sentence(data)


@settings(max_examples=300)
@given(st.integers(0, len(GOOD_TEXT.encode()) - 1), st.binary(max_size=4), st.integers(0, 4))
def test_bytes_replaced_anywhere_parse_or_get_a_sentence(start: int, put: bytes, taken: int) -> None:
    data = GOOD_TEXT.encode()
    _is_chair_or_sentence(data[:start] + put + data[start + taken :])


def test_a_file_cut_off_at_any_byte_parses_or_gets_a_sentence() -> None:
    data = (assets_folder() / "chairs" / "three-part-stool.toml").read_bytes()
    outcomes = [_is_chair_or_sentence(data[:end]) for end in range(len(data) + 1)]
    assert outcomes[-1]
    assert not any(outcomes[: data.index(b"[[part]]")])
