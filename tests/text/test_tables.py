"""The one reader of tables: any text is a table or one sentence, in bounded time and memory; any field likewise."""

import json
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.text.clean import clean
from chairgame.text.errors import PlayerError
from chairgame.text.tables import DEEPEST, MOST_BYTES, Field, Table, parse_json, parse_toml, read_json, read_toml

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
any_scalar = st.none() | st.booleans() | st.integers() | st.floats() | any_text


def _nested(scalar: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.recursive(
        scalar, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(any_text, inner, max_size=3), max_leaves=6
    )


any_value = _nested(any_scalar | st.dates() | st.just(10**400))
toml_pieces = st.sampled_from(
    [
        *".[]{},\n#\"'\\\u202eż\x00\r\t",
        *("a", "b-1", '"k"', "'k'", " = ", "[[", "]]", '"""', "'''", "x = 1\n"),
        *("1", "-1.5", "true", "nan", "inf", "0x1f", "1979-05-27", "T07:32:00Z", "1" * 5000, "0x" + "f" * 5000),
    ]
)
any_toml = st.lists(toml_pieces, max_size=40).map("".join)


def _mistake(field: Field, read: str, *arguments: object) -> str:
    with pytest.raises(PlayerError) as caught:
        getattr(field, read)(*arguments)
    return _sentence(caught.value)


def _sentence(error: PlayerError) -> str:
    sentence = str(error)
    assert sentence.startswith("my.toml: ")
    assert sentence == clean(sentence)
    assert len(sentence) < 900
    return sentence


def _field(value: object) -> Field:
    return Table("my.toml", "part 2", {"size": value})["size"]


# --- Texts ---------------------------------------------------------------------------------------------------------


@settings(max_examples=400)
@given(any_toml | st.binary(max_size=100))
def test_any_text_is_a_table_or_a_sentence(source: str | bytes) -> None:
    for parse in (parse_toml, parse_json):
        try:
            assert isinstance(parse(source, "my.toml"), Table)
        except PlayerError as error:
            _sentence(error)


@given(st.dictionaries(any_text, _nested(any_scalar), max_size=3))
def test_any_json_object_is_read_but_for_numbers_that_are_none(value: dict[str, object]) -> None:
    text = json.dumps(value)
    if any(word in text for word in ("NaN", "Infinity")):
        with suppress(PlayerError):
            parse_json(text, "my.toml")
    else:
        assert parse_json(text, "my.toml").values == value


def test_json_must_be_an_object_without_numbers_that_are_none() -> None:
    for text in ("[1]", "1", "null", '"a"', '{"a": NaN}', '{"a": -Infinity}', ""):
        with pytest.raises(PlayerError, match=r"my\.toml: expected"):
            parse_json(text, "my.toml")


BOTTOMLESS = {
    "dotted keys": ".".join("a" * 20_000) + " = 1",
    "quoted dotted keys": ".".join(['"a.b"'] * 20_000) + " = 1",
    "keys with blanks": " . ".join("a" * 20_000) + " = 1",
    "a dotted header": "[" + ".".join("a" * 20_000) + "]",
    "a dotted key in a table": "x = { " + ".".join("a" * 20_000) + " = 1 }",
    "lists": "x = " + "[" * 50_000,
    "tables": "x = " + "{a=" * 50_000,
    "behind a comment with a quote": "# it's \"\n" + ".".join("a" * 20_000) + " = 1",
    "behind a string with a bracket": 'y = """]]] \\""" "" """\n' + "x = " + "[" * 50_000,
}


@pytest.mark.parametrize("text", BOTTOMLESS.values(), ids=BOTTOMLESS)
def test_what_is_nested_without_end_is_refused_before_it_is_parsed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tomllib.loads", lambda _: pytest.fail("parsed"))
    with pytest.raises(PlayerError, match=f"at most {DEEPEST} deep"):
        parse_toml(text, "my.toml")


def test_json_nested_without_end_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("json.loads", lambda *_, **__: pytest.fail("parsed"))
    for text in ('{"a":' * 50_000, '{"a]]": ' + "[" * 50_000, '{"a\\"": ' + "[" * 50_000):
        with pytest.raises(PlayerError, match=f"at most {DEEPEST} deep"):
            parse_json(text, "my.toml")


def test_what_only_looks_nested_is_read() -> None:
    deep = "." * 5000 + "[" * 5000
    for text in (
        f'x = "{deep}"',
        f"x = '{deep}'",
        f'x = """\n{deep} \\""" "" """',
        f"x = '''{deep}'''",
        f"x = 1 # {deep}",
    ):
        assert "x" in parse_toml(text, "my.toml")
    assert parse_json(json.dumps({"x": deep}), "my.toml")["x"].value == deep
    assert "x" in parse_toml("x = [" + "1.5, " * 5000 + "]", "my.toml")
    assert "x" in parse_toml("x = " + "[" * DEEPEST + "]" * DEEPEST, "my.toml")
    assert "a" in parse_toml(".".join("a" * DEEPEST) + " = 1", "my.toml")


def test_a_text_may_have_a_mebibyte_and_no_more(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_bytes(b"x = 1".ljust(MOST_BYTES))
    assert read_toml(file)["x"].value == 1
    file.write_bytes(b"x = 1".ljust(MOST_BYTES + 1))
    with pytest.raises(PlayerError, match="expected a file of at most 1 MiB"):
        read_toml(file)
    with pytest.raises(PlayerError, match="expected a file of at most 1 MiB"):
        parse_toml("x = 1".ljust(MOST_BYTES + 1), "my.toml")


def test_no_pipe_device_or_folder_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    for place in (
        tmp_path / "pipe",
        tmp_path / "link",
        Path("/dev/zero"),
        tmp_path,
        tmp_path / "none",
        tmp_path / "\0",
    ):
        for read in (read_toml, read_json):
            with pytest.raises(PlayerError):
                read(place)


# --- Fields ----------------------------------------------------------------------------------------------------------


def _short(field: Field) -> str:
    return field.prose(5, lines=False)


READS = [
    ("whole", (0, 9)),
    ("number", (0.5, 9.5)),
    ("number", ()),
    ("flag", ()),
    ("one_of", (("adam", "sgd"),)),
    ("text", (5,)),
    ("prose", (5, 1)),
    ("by_language", (("en", "pl"), _short)),
    ("table", ()),
    ("entries", (0, 2)),
    ("tables", (1, 2)),
]


@given(st.sampled_from(READS), any_value)
def test_any_value_is_what_was_asked_for_or_a_sentence_with_its_field(
    read: tuple[str, tuple[object, ...]], value: object
) -> None:
    sentence = "my.toml: part 2, size"
    try:
        getattr(_field(value), read[0])(*read[1])
    except PlayerError as error:
        sentence = _sentence(error)
    assert sentence.startswith("my.toml: part 2, size")


def test_what_is_asked_for_is_given() -> None:
    assert _field(7).whole(0, 9) == 7
    assert _field(7).number(0, 9) == 7.0
    assert _field(False).flag() is False
    assert _field("adam").one_of(["adam", "sgd"]) == "adam"
    assert _field("A 1").text(3) == "A 1"
    assert _field("").text(3, least=0) == ""
    assert _field(" a\n\tb\u00a0").prose(6) == " a\n\tb\u00a0"
    assert _field("a").by_language(["en", "pl"], _short) == {"": "a"}
    assert _field({"pl": "ż"}).by_language(["en", "pl"], _short) == {"pl": "ż"}
    assert [entry.place for entry in _field([1, 2]).entries(2, 2)] == ["part 2, size[0]", "part 2, size[1]"]
    assert [table.place for table in _field([{}, {}]).tables(1, 2)] == ["part 2, size 1", "part 2, size 2"]


REFUSED = [
    (True, "whole", (0, 9)),
    (1.0, "whole", (0, 9)),
    (1.7, "whole", (0, 9)),
    (-1, "whole", (0, 9)),
    (10, "whole", (0, 9)),
    ("1", "whole", (0, 9)),
    (True, "number", (0, 9)),
    (float("nan"), "number", ()),
    (float("inf"), "number", ()),
    (10**400, "number", ()),
    (9.0001, "number", (0, 9)),
    (1, "flag", ()),
    ("Adam", "one_of", (("adam",),)),
    (["adam"], "one_of", (("adam",),)),
    ("A\x1b[31m", "text", (40,)),
    ("\u202eA", "text", (40,)),
    ("A\n1", "text", (40,)),
    ("A ", "text", (40,)),
    ("", "text", (40,)),
    ("x" * 41, "text", (40,)),
    ("\x9b31m", "prose", (40,)),
    ("a\u202eb", "prose", (40,)),
    ("a\r", "prose", (40,)),
    ("\ud800", "prose", (40,)),
    ("x" * 41, "prose", (40,)),
    ("a\nb", "by_language", (("en", "pl"), _short)),
    ({"de": "a"}, "by_language", (("en", "pl"), _short)),
    ({}, "by_language", (("en", "pl"), _short)),
    ({"en": 1}, "by_language", (("en", "pl"), _short)),
    ([{}, 1], "tables", (1, 2)),
    ([], "tables", (1, 2)),
    ({}, "tables", (1, 2)),
]


@pytest.mark.parametrize(("value", "read", "arguments"), REFUSED)
def test_what_is_something_else_is_refused(value: object, read: str, arguments: tuple[object, ...]) -> None:
    assert ": part 2, size" in _mistake(_field(value), read, *arguments)


def test_a_mistake_says_what_was_expected_and_what_was_found() -> None:
    assert (
        _mistake(_field(1.7), "whole", 0, 9) == "my.toml: part 2, size: expected a whole number from 0 to 9, found 1.7"
    )
    assert 'found "a?b"' in _mistake(_field("a\u00a0b"), "text", 5)
    assert len(_mistake(_field("\x1b" * 5000), "one_of", ["a"])) < 300


def test_tables_know_their_keys_and_their_format() -> None:
    table = Table("my.toml", "", {"format": 1, "a b": 2})
    assert table.of_format(1).get("seed", 5).value == 5
    for act in (
        lambda: table.only("format"),
        lambda: table["none"],
        lambda: table.needed("none", "none = 1"),
        lambda: table.of_format(2),
        lambda: Table("my.toml", "", {"format": True}).of_format(1),
        lambda: Table("my.toml", "", {"format": 1.0}).of_format(1),
        lambda: Table("my.toml", "", {}).of_format(1),
    ):
        with pytest.raises(PlayerError) as caught:
            act()
        _sentence(caught.value)


def test_the_dotted_keys_that_took_a_gigabyte_are_refused_in_one_short_sentence() -> None:
    with pytest.raises(PlayerError) as caught:
        parse_toml(".".join("a" * 20_000) + " = 1", "my.toml")
    assert len(_sentence(caught.value)) < 100
