"""What is said fits where it is said, in both languages, and changes its language at once."""

import pytest

from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.tui.keys import HELP_KEYS, LAB_KEYS, OPENING_KEYS, Key
from chairgame.tui.screens.help import HelpPage
from tests.text.extraction import extracted_messages
from tests.tui.driving import OPTIONS, Game, game

SPEAKERS = ("chairgame/game/session/model.py", "chairgame/game/session/commentary.py", "chairgame/tui/hints.py")
NEWS_WIDTH = 78  # a row of 80 columns with a blank at each end
LABEL = max((label for name in chair_names() for label in load_chair(name).labels), key=len)
FIELDS = {"rate": "0.0015", "label": LABEL, "epoch": 1234, "name": "B", "distance": "12.3", "n": 99_999}
NEWS = [message.english for message in extracted_messages().values() if message.file in SPEAKERS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_news_fits_a_row_of_80_columns(language: str) -> None:
    _ = Catalogue(language)
    assert len(NEWS) > 15
    too_long = [text for message in NEWS if len(text := _(message).format(**FIELDS)) > NEWS_WIDTH]
    assert too_long == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_greeting_fits_as_well(language: str) -> None:
    async with game((80, 24), language=language) as g:
        assert "…" not in g.row_of("news")
        assert g.row_of("news").strip()


def footer_of(keys: tuple[Key, ...], action: str, language: str) -> str:
    """A key and its word as the footer says them."""
    _ = Catalogue(language)
    key = next(key for key in keys if key.action == action)
    return f"{key.name_in(_)} {_(key.short or key.label)}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [60, 80, 100, 200])
async def test_every_footer_shows_help_language_and_leaving(language: str, columns: int) -> None:
    async with game((columns, 24), language=language) as g:
        for action in ("play", "help", "language", "leave"):
            assert footer_of(LAB_KEYS, action, language) in g.row_of("keys")
        await g.press("question_mark")
        for action in ("back", "language", "leave"):
            assert footer_of(HELP_KEYS, action, language) in g.row_of("keys")
    async with game((columns, 24), language=language, opening=True) as g:
        for action in ("begin", "language", "leave"):
            assert footer_of(OPENING_KEYS, action, language) in g.row_of("keys")


@pytest.mark.parametrize("columns", range(60, 130, 7))
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_footer_shows_whole_entries_only(language: str, columns: int) -> None:
    async with game((columns, 24), language=language) as g:
        row, entries = g.row_of("keys"), [footer_of(LAB_KEYS, key.action, language) for key in LAB_KEYS if key.footer]
        shown = [entry for entry in entries if f" {entry} " in f"{row} "]
        assert "  ".join(sorted(shown, key=row.index)).split() == row.split()


async def test_the_language_changes_everywhere_at_once() -> None:
    async with game((120, 40)) as g:
        await g.press("plus", "u")
        english = {name: g.row_of(name) for name in ("title", "news", "keys", "black-box", "brain", "viewport")}
        await g.press("l")
        polish = {name: g.row_of(name) for name in english}
        assert "Stołek z trzech części" in polish["title"]
        assert all(polish[name] != english[name] for name in english)
        assert "Cofnięte" in polish["news"]
        await g.press("l")
        assert {name: g.row_of(name) for name in english} == english


async def test_the_language_of_the_lab_changes_under_the_help() -> None:
    async with game((100, 30)) as g:
        await g.press("question_mark", "l")
        assert "pomoc" in g.row_of("help")
        await g.press("escape")
        assert footer_of(LAB_KEYS, "leave", "pl") in g.row_of("keys")


async def help_text(g: Game) -> list[str]:
    """The whole help page, scrolled to its end."""
    await g.press("question_mark")
    seen: list[str] = []
    page = g.screen.query_one(HelpPage)
    for _ in range(40):
        seen += g.rows()
        top = page.top
        await g.press("down")
        if page.top == top:
            break
    return seen


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 60)])
async def test_the_help_lists_every_key_of_the_table(language: str, size: tuple[int, int]) -> None:
    _ = Catalogue(language)
    async with game(size, language=language) as g:
        text = "\n".join(await help_text(g))
    for key in LAB_KEYS:
        label = _(key.label)
        assert f"{key.name_in(_)} " in text
        assert all(word in text for word in label.split()), label
    assert "…" not in text.replace("batch …", "").replace("paczka …", "")  # nothing is cut


@pytest.mark.parametrize("language", LANGUAGES)
async def test_ascii_screens_hold_ascii_only(language: str) -> None:
    for opening in (False, True):
        async with game((100, 30), language=language, glyphs=GlyphSet.ASCII, opening=opening) as g:
            assert g.text().isascii()
            await g.press("tab", "tab", "tab", "o")
            assert g.text().isascii()
    async with game((100, 30), language=language, glyphs=GlyphSet.ASCII) as g:
        assert "".join(await help_text(g)).isascii()


async def test_the_settings_rows_fit_in_both_languages() -> None:
    for language in LANGUAGES:
        for size in ((80, 24), (100, 30), (120, 40)):
            async with game(size, language=language, chair=OPTIONS.chair) as g:
                await g.press("o")
                assert "…" not in "\n".join(g.screen.query_one("#settings").paint(size[1] - 4, 44).lines())  # type: ignore[attr-defined]
