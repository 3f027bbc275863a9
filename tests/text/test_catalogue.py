"""The catalogues hold exactly what the code asks for, and every translation can be shown.

After a change of texts: `python -m tests.text.refresh`, then fill in the empty entries of assets/locale/pl.po.
"""

import string

import polib
import pytest

from chairgame.text.catalogue import LANGUAGES, Catalogue
from tests.text.extraction import LOCALE, Message, extracted_messages, messages_of
from tests.text.refresh import refreshed

REFRESH = "run `python -m tests.text.refresh` and translate what it lists"


@pytest.fixture(scope="module")
def asked() -> dict[Message, Message]:
    return extracted_messages()


@pytest.fixture(scope="module")
def polish() -> polib.POFile:
    return polib.pofile(str(LOCALE / "pl.po"))


def _fields(text: str) -> set[tuple[str, str | None]]:
    """The {fields} of a text with their conversions; a format specification would show here and is compared too."""
    return {
        (name + "!" + (conversion or ""), spec)
        for _, name, spec, conversion in string.Formatter().parse(text)
        if name is not None
    }


def _key(entry: polib.POEntry) -> Message:
    return Message(entry.msgctxt, entry.msgid)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_lists_exactly_what_the_code_asks_for(language: str, asked: dict[Message, Message]) -> None:
    listed = {_key(entry) for entry in polib.pofile(str(LOCALE / f"{language}.po"))}
    assert {str(m) for m in asked.keys() - listed} == set(), f"missing in {language}.po: {REFRESH}"
    assert {str(m) for m in listed - asked.keys()} == set(), f"unused in {language}.po: {REFRESH}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_written_as_the_refresh_writes_it(language: str) -> None:
    path = LOCALE / f"{language}.po"
    assert str(refreshed(polib.pofile(str(path)), language, {})) == path.read_text(encoding="utf-8"), REFRESH


def test_the_english_template_translates_nothing() -> None:
    assert [entry.msgid for entry in polib.pofile(str(LOCALE / "en.po")) if entry.translated()] == []


def test_every_message_is_translated(polish: polib.POFile) -> None:
    assert [entry.msgid for entry in polish if not entry.translated() or entry.fuzzy or entry.obsolete] == [], REFRESH


def test_translations_are_more_than_space(polish: polib.POFile) -> None:
    for entry in polish:
        for text in [entry.msgstr] if not entry.msgid_plural else entry.msgstr_plural.values():
            assert text.strip(), entry.msgid


def test_a_translation_uses_the_same_fields(polish: polib.POFile) -> None:
    for entry in polish:
        if not entry.msgid_plural:
            assert _fields(entry.msgstr) == _fields(entry.msgid), entry.msgid


def test_plural_forms_are_three_and_invent_no_field(polish: polib.POFile) -> None:
    for entry in polish:
        if entry.msgid_plural:
            allowed = _fields(entry.msgid_plural) | _fields(entry.msgid) | {("n!", "")}
            assert sorted(entry.msgstr_plural) == [0, 1, 2], entry.msgid
            for text in entry.msgstr_plural.values():
                assert _fields(text) <= allowed, entry.msgid
                assert _fields(entry.msgid_plural) - {("n!", "")} <= _fields(text), entry.msgid


def test_no_field_asks_for_a_format_of_its_own(polish: polib.POFile) -> None:
    """A number is written by Catalogue.number, which knows the decimal mark; `{x:.1f}` would not, and fails on text."""
    for entry in polish:
        for text in (entry.msgid, entry.msgid_plural, entry.msgstr, *entry.msgstr_plural.values()):
            assert all(not spec for _, spec in _fields(text)), entry.msgid


def test_polish_counts_in_three_forms() -> None:
    forms = polib.pofile(str(LOCALE / "pl.po"))
    assert "nplurals=3" in forms.metadata["Plural-Forms"]
    plural_of = Catalogue("pl")._translations.plural  # type: ignore[attr-defined]
    assert [plural_of(n) for n in (0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 102, 112)] == [
        2, 0, 1, 1, 2, 2, 2, 2, 2, 1, 2, 2, 1, 2,
    ]  # fmt: skip


def test_messages_are_found_wherever_they_stand() -> None:
    source = """
self._("one" " sentence", field=_(f"{N_('two')}"))
f"{_('three')} {_.plural('{n} a', '{n} b', 3)}"
_.context("m", "four"); _.context(gender, "not this"); _(not_this); adjective("five"); noun("six"); other("not this")
"""
    found = {(message.context, message.english, message.plural) for message in messages_of(source, "")}
    assert found == {
        (None, "one sentence", None),
        (None, "two", None),
        (None, "three", None),
        (None, "{n} a", "{n} b"),
        ("m", "four", None),
        ("f", "five", None),
        ("m", "five", None),
        ("n", "five", None),
        ("monster", "six", None),
        ("gender", "six", None),
    }


def test_genders_are_ones_that_the_adjectives_know(polish: polib.POFile) -> None:
    assert {entry.msgstr for entry in polish if entry.msgctxt == "gender"} <= {"f", "m", "n"}
