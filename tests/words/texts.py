"""Texts to read: the game's own sentences in each language, and whatever hypothesis can think of."""

from functools import cache
from pathlib import Path

import polib
from hypothesis import strategies as st

from chairgame.words.facts import Facts

LOCALE = Path(__file__).resolve().parents[2] / "assets" / "locale"
SIGNS = st.sampled_from([*"aabc Ala\n\t.", "ł", "ó", "o\u0301", "\u200d", "👩‍🚀", "🇵🇱", "犬", "ש", "\ufe0f", "👍🏽"])
ANY_TEXT = st.one_of(st.text(), st.lists(SIGNS, max_size=60).map("".join))


@cache
def own_sentences(language: str) -> str:
    """What the game says, one sentence behind the other."""
    entries = polib.pofile(str(LOCALE / f"{language}.po"))
    said = [[entry.msgstr, *entry.msgstr_plural.values()] if language != "en" else [entry.msgid] for entry in entries]
    return " ".join(text.replace("\n", " ") for texts in said for text in texts if text)


ALA_HAS = Facts(
    ("Ala", "Ola", "Ewa", "Iza", "Jan", "Olek", "Adam", "Tom"),
    ("kota", "psa", "konia", "rybę", "kurę", "żabę", "mysz", "kozę"),
    "ma",
)
