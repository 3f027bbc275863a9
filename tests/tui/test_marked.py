"""No text on any screen that the catalogue never saw: every place in a language of marks, where such a text shows."""

from collections.abc import Iterator

import pytest
from textual.binding import Binding

from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.cli.testcard import card
from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import Level, levels
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.picture.renderer import Renderer
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from chairgame.training.settings import Settings
from chairgame.tui.widgets.lock_pictures import HEARD_NAMES
from tests.tui import pseudo
from tests.tui.driving import Game, game
from tests.tui.test_doors import PLACES

LAB = {
    "panels": "n tab tab tab",
    "a weight": "n tab tab tab enter 1 enter b",
    "cable": "n tab tab tab k",
    "sitting": "n t t t",
    "film": "n m",
    "hand": "n g enter b",
    "peeks and branches": "n x f v v b",
    "colours": "K",
    "few colours": "K K K",
    "high contrast": "K K K K",
    "nothing to undo": "u U",
    "undone": "n home + u U b",
    "postcard": "P n n n n n n n n P",
    "no earlier run": "r",
    "phases": "p p p p",
    "fast": "> > > > > >",
    "slow": "< <",
    "settings, noted": "n o down down down down left down down right down left down right b",
}
END = "1 space 0 space space"
ELSEWHERE = {
    "table": ["1 2 8 tab r e f", "1 1 1 1 1 1 1", "1 enter x"],
    "hidden": ["b 1", "b 5 enter b 7 enter n n b", "S", "o ?", "space"],
    "settings": [f"{'down ' * row}{'right ' * value}" for row in range(6) for value in (1, 2, 4)],
    "about": ["right " * pages for pages in range(10)],
    "map": ["down " * row + "enter" for row in range(1, len(levels()))] + ["down " * row for row in range(6, 13)],
    "bridge": ["", "1", "3", *(f"1 {need}" for need in "123"), "1 space", "1 space right 0", "1 space 0 space", END],
    "title": ["down " * row for row in range(9)],
    "lesson": [*("space " * pages for pages in range(1, 25, 2)), "A 3", "A 3 enter", "q"],
}
ALLOWED = {
    "tanh",  # in a formula
    *("Ala", "ma", "kota", "kot", "Ola", "psa"),  # words that networks of the lesson and of level 7 learn
    *HEARD_NAMES,
    *("GPT", "Radford", "Brown", "et", "al"),  # a network's name, and who says how large it is
    *load_chair("dog-in-crocs").title["en"].split(),  # a chair's file has a title in each language that there is
    *("AB", "AC", "BC", "ABC"),  # parts of a recipe that share a tile
    "Wibdilquo",  # what nobody has ever seen has no name in any language
}


@pytest.fixture(autouse=True)
def _speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    pseudo.speak(monkeypatch)


def assert_all_marked(g: Game) -> None:
    """What is on the screen has passed the catalogue; a path of a file need not."""
    found = {word: row for row in g.rows() for word in pseudo.unmarked(row, ALLOWED) if "/" not in row}
    assert not found


@pytest.mark.parametrize("size", [(80, 24), pytest.param((120, 40), marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", PLACES)
async def test_every_place_and_its_help(name: str, size: tuple[int, int]) -> None:
    async with game(size, place=PLACES[name], language=pseudo.LANGUAGE) as g:
        assert_all_marked(g)
        await g.press("question_mark")
        assert_all_marked(g)
        await g.press("down", "down")
        assert_all_marked(g)


@pytest.mark.parametrize("size", [(80, 24), pytest.param((120, 40), marks=pytest.mark.slow)])
@pytest.mark.parametrize("view", LAB)
async def test_every_view_of_the_lab(view: str, size: tuple[int, int]) -> None:
    async with game(size, language=pseudo.LANGUAGE) as g:
        for key in LAB[view].split():
            await g.press(key)
            assert_all_marked(g)


@pytest.mark.parametrize("name", ELSEWHERE)
async def test_what_keys_show_elsewhere(name: str) -> None:
    for keys in ELSEWHERE[name]:
        async with game((100, 30), place=PLACES[name], language=pseudo.LANGUAGE) as g:
            await g.press(*keys.split())
            assert_all_marked(g)


async def test_every_value_of_the_labs_settings() -> None:
    async with game((120, 40), language=pseudo.LANGUAGE) as g:
        await g.press("o")
        for _ in range(9):
            for way in (*["left"] * 4, *["right"] * 8):
                await g.press(way)
                assert_all_marked(g)
            await g.press("down")


@pytest.mark.slow
@pytest.mark.parametrize("name", chair_names())
async def test_every_chairs_parts(name: str) -> None:
    async with game((120, 50), chair=load_chair(name), language=pseudo.LANGUAGE) as g:
        await g.press("n", "tab")
        for _ in range(len(g.session.chair.parts)):
            await g.press("down")
            assert_all_marked(g)


async def test_learning_and_burning_out() -> None:
    async with game((120, 40), language=pseudo.LANGUAGE) as g:
        for _ in range(60):
            await g.press("n")
            assert_all_marked(g)
        await g.press("b")
        assert_all_marked(g)
    loud = Settings(hidden=(8,), optimizer="sgd", learning_rate=50.0)
    async with game((120, 40), settings=loud, language=pseudo.LANGUAGE) as g:
        for key in (*["n"] * 25, "space", "b", "u"):
            await g.press(key)
            assert_all_marked(g)


@pytest.mark.parametrize("size", [(80, 24), pytest.param((120, 40), marks=pytest.mark.slow)])
@pytest.mark.parametrize("level", levels(), ids=lambda level: level.id)
async def test_every_level_from_its_first_page_to_its_debrief(level: Level, size: tuple[int, int]) -> None:
    async with game(size, level=level, language=pseudo.LANGUAGE) as g:
        attempt = g.screen.attempt  # type: ignore[attr-defined]
        while attempt.stage is Stage.PAGES:
            assert_all_marked(g)
            await g.press("space")
        for move in level.solution:
            g.screen.move(move)  # type: ignore[attr-defined]
            attempt.play.skip()
            await g.press("h")
            assert_all_marked(g)
        if attempt.stage is Stage.PLAY:
            await g.press("e")
        for _ in attempt.pages[:-1]:
            assert_all_marked(g)
            await g.press("space")
        await g.press("s")
        assert_all_marked(g)


@pytest.mark.slow
@pytest.mark.parametrize("level", levels(), ids=lambda level: level.id)
async def test_every_key_of_a_level(level: Level) -> None:
    async with game((120, 40), level=level, language=pseudo.LANGUAGE) as g:
        await g.press(*["space"] * len(level.pages))
        for key in _keys_of(g):
            await g.press(key)
            assert_all_marked(g)


def _keys_of(g: Game) -> Iterator[str]:
    for binding in g.screen.BINDINGS:
        assert isinstance(binding, Binding)
        if binding.action not in ("leave", "interrupt", "app.suspend_process", "back", "language"):
            yield binding.key.split(",")[0]


def test_the_doctors_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        Renderer, "render", lambda self, *_: Cells.blank(self.height, self.width)
    )  # of letters, in ASCII
    words_of_options = {kind.value for kind in (*ColourDepth, *GlyphSet)}
    for line in card(ColourDepth.NONE, GlyphSet.BLOCKS, "default", Catalogue(pseudo.LANGUAGE)):
        assert not pseudo.unmarked(line, words_of_options), line


def test_a_text_that_nobody_translates_is_found() -> None:
    _ = Catalogue(pseudo.LANGUAGE)
    assert not pseudo.unmarked(_("best {distance}", distance="3.1 cm") + " · A1 b3 K")
    assert pseudo.unmarked("best 3.1 cm") == {"best"}
    assert pseudo.unmarked(_("best {distance}", distance="unknown")) == {"unknown"}
    assert pseudo.unmarked(_("no translator has seen this")) == {"no", "translator", "has", "seen", "this"}
