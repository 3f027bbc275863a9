"""Bring the catalogues up to date with the code: `python -m tests.text.refresh [TRANSLATIONS.json ...]`.

Adds missing ids to assets/locale/*.po and drops unused ones; keeps translations, sorts, and lists what a language
lacks. A JSON file maps English to Polish: a sentence, a list of three plural forms, or, under "context|English",
a word in a context. It fills or replaces translations in pl.po.
"""

import json
import sys
from pathlib import Path

import polib

from tests.text.extraction import LOCALE, Message, extracted_messages

HEADERS = {
    "en": {"Language": "en", "Plural-Forms": "nplurals=2; plural=(n != 1);"},
    "pl": {
        "Language": "pl",
        "Plural-Forms": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    },
}
PLURAL_FORMS = {"en": 2, "pl": 3}
Translations = dict[str, str | list[str]]


def refreshed(old: polib.POFile, language: str, translations: Translations) -> polib.POFile:
    """A catalogue of exactly the extracted ids, with the old translations and the new ones."""
    known = {(entry.msgctxt, entry.msgid): entry for entry in old if not entry.obsolete}
    new = polib.POFile(wrapwidth=110)
    new.metadata = {
        "Project-Id-Version": "chairgame",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **HEADERS[language],
    }
    for message in sorted(extracted_messages().values(), key=_order):
        new.append(_entry(message, known.get((message.context, message.english)), language, translations))
    return new


def _order(message: Message) -> tuple[str, str, str]:
    return message.english.casefold(), message.english, message.context or ""


def _entry(message: Message, old: polib.POEntry | None, language: str, translations: Translations) -> polib.POEntry:
    key = f"{message.context}|{message.english}" if message.context else message.english
    given = translations.get(key)
    entry = polib.POEntry(msgctxt=message.context, msgid=message.english, occurrences=[(message.file, "")])
    if message.plural is None:
        entry.msgstr = given if isinstance(given, str) else old.msgstr if old else ""
        return entry
    forms = given if isinstance(given, list) else list(old.msgstr_plural.values()) if old and old.msgstr_plural else []
    entry.msgid_plural = message.plural
    entry.msgstr_plural = dict(enumerate((forms + [""] * PLURAL_FORMS[language])[: PLURAL_FORMS[language]]))
    return entry


def main(translation_files: list[str]) -> None:
    """Rewrite both catalogues, and print what is still to be translated."""
    translations: Translations = {}
    for file in translation_files:
        translations |= json.loads(Path(file).read_text(encoding="utf-8"))
    for language, new_translations in (("en", {}), ("pl", translations)):
        path = LOCALE / f"{language}.po"
        old = polib.pofile(str(path)) if path.exists() else polib.POFile()
        catalogue = refreshed(old, language, new_translations)
        path.write_text(str(catalogue), encoding="utf-8")
    untranslated = catalogue.untranslated_entries()
    for entry in untranslated:
        print(f"{entry.msgctxt}|{entry.msgid}" if entry.msgctxt else entry.msgid)
    print(f"{len(catalogue)} messages, {len(untranslated)} without a translation", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
