"""Hiding a thing by keys: arranged, named, locked, learned, opened, saved; and nobody can look before that."""

import re
from pathlib import Path

import numpy as np
import pytest
from textual import events

from chairgame.chair.catalogue import load_chair
from chairgame.chair.files import read_chair
from chairgame.chair.poses import ideal_poses
from chairgame.game import places
from chairgame.game.hiding.table import BEGINNING, SHELF
from chairgame.graphics.picture.outside import outside
from chairgame.text.catalogue import LANGUAGES
from tests.tui.driving import game

STOOL = load_chair("three-part-stool")
FRAME = re.compile("[╭│╰].*[╮│╯]$")
ARRANGED = ("2", *["up"] * 8, "1", "left", "1", "right", "r")
KEYS = [
    *"12345678rfeuwasdzZ-",
    "tab",
    "left",
    "up",
    "[",
    "]",
    "enter",
    "escape",
    "space",
    "n",
    "b",
    "5",
    "o",
    "S",
    "N",
    ">",
    "<",
]


async def _locked(g, name: str = "Most") -> None:
    await g.press(*ARRANGED, "enter", *name, "enter")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_from_the_table_to_the_open_box(language, size):
    async with game(size, place=places.Table(), language=language) as g:
        await _locked(g)
        run = g.screen.run
        assert run.session.chair.title["en"] == "Most"
        await g.press("b", "2", "0", "enter", "b", "9", "enter", "space")
        for _ in range(600):
            g.clock.advance(0.1)
            g.screen.clockwork.tick()
        await g.settle()
        assert run.found_at is not None
        assert "★" in g.text()
        await g.press("o", "S")
        saved = list(Path(g.app.options.home, "chairs").glob("*.toml"))
        assert [read_chair(path) for path in saved] == [run.session.chair]
        await g.press("N")
        assert [part.kind for part in g.screen.arrangement.parts] == [SHELF[index].kind for index in BEGINNING]


async def test_nothing_of_it_is_on_the_screen_or_on_the_disk_before_the_box_is_open():
    async with game((100, 30), place=places.Table()) as g:
        await _locked(g)
        await g.press("S", "n", "n")
        assert g.screen.run.session.peeks.ideal is None
        assert "40" not in g.screen.query_one("#bets").picture.lines()[1]
        g.app.keep()
        home = Path(g.app.options.home)
        files = [path for path in home.rglob("*") if path.is_file()] if home.exists() else []
        assert not [path for path in files if b"Most" in path.read_bytes() or b"seat" in path.read_bytes()]


async def test_letters_of_the_name_are_letters():
    async with game((80, 24), place=places.Table()) as g:
        await g.press("1", "enter", *"quilt 3x", "enter")
        assert g.screen.run.session.chair.title["en"] == "quilt 3x"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_three_parts_lie_there_with_a_word_of_what_to_do(size, language):
    async with game(size, place=places.Table(), language=language) as g:
        assert len(g.screen.arrangement.parts) == 3
        assert " ".join(" ".join(g.screen.query_one("#news").picture.lines()).split()) == g.screen.sentence()
        before = g.screen.sentence()
        await g.press("up")
        assert g.screen.sentence() != before
        await g.press("u", "u")  # what lay there first is not taken back
        assert (len(g.screen.arrangement.parts), g.screen.sentence()) == (3, before)


async def test_an_empty_table_cannot_be_locked_and_says_so():
    async with game((80, 24), place=places.Table()) as g:
        await g.press("-", "-", "-", "enter")
        assert "1 to 8" in g.row_of("news")
        assert "Nothing lies on the table" in g.row_of("news")
        await g.press("enter", "enter")
        assert not hasattr(g.screen, "run")
        await g.press("4")
        assert "Nothing" not in g.row_of("news")


async def test_a_name_may_be_pasted():
    async with game((80, 24), place=places.Table()) as g:
        g.app.post_message(events.Paste("no name is asked for yet"))
        await g.settle()
        await g.press("enter", "M")
        g.app.post_message(events.Paste("y grand\nmother’s\x1b chair " + 99 * "x"))
        await g.settle()
        await g.press("enter")
        assert g.screen.run.session.chair.title["en"] == "My grand mother’s chair " + 16 * "x"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", [places.Table(), places.Hidden(STOOL, 0)])
async def test_q_asks_once(place, language):
    async with game((80, 24), place=place, language=language) as g:
        await g.press("q")
        assert not g.app._exit
        assert g.screen.asking.question in " ".join(g.row_of("news").split())
        await g.press("tab", "q")
        assert not g.app._exit
        await g.press("q")
        assert g.app._exit


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_both_sides_of_the_open_box_are_framed_alike_and_whole(size):
    async with game(size, place=places.Hidden(STOOL, 0)) as g:
        await g.press("n", "n", "n", "o")
        sides = [g.screen.query_one(f"#{name}") for name in ("built", "content")]
        await g.press("a", "w")
        built, content = sides
        assert built.outer_size == content.outer_size
        assert built.camera == content.camera
        assert all(FRAME.match(line) for side in sides for line in side.picture.lines())
        columns, rows = content.outer_size.width - 2, content.outer_size.height - 2
        assert not outside(ideal_poses(STOOL).centres, content.camera, columns, rows)
        await g.pilot.resize_terminal(size[0] + 7, size[1] + 3)
        await g.settle()
        assert built.camera == content.camera


async def test_the_footer_of_hiding_names_only_keys_that_do_something():
    async with game((120, 40), place=places.Table()) as g:
        assert ("Tab" in g.row_of("keys"), "undo" in g.row_of("keys")) == (True, False)
        await g.press("-")
        assert ("Tab" in g.row_of("keys"), "undo" in g.row_of("keys")) == (True, True)
        await g.press("-", "-")
        assert ("Tab" in g.row_of("keys"), "arrows" in g.row_of("keys"), "1-8" in g.row_of("keys")) == (
            False,
            False,
            True,
        )
        await g.press("1", "enter", "x", "enter")
        assert ("bet" in g.row_of("keys"), "save" in g.row_of("keys")) == (True, False)
        await g.press("n", "n", "o")
        assert ("bet" in g.row_of("keys"), "save" in g.row_of("keys")) == (False, True)


async def test_random_keys_at_random_sizes_never_raise():
    rng = np.random.default_rng(5)
    async with game((80, 24), place=places.Table()) as g:
        for turn in range(250):
            if turn % 50 == 49:
                await g.pilot.resize_terminal(int(rng.integers(20, 130)), int(rng.integers(5, 45)))
            await g.press(str(rng.choice(KEYS)))
        assert not g.app._exit
