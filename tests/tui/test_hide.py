"""Hiding a thing by keys: arranged, named, locked, learned, opened, saved; and nobody can look before that."""

from pathlib import Path

import numpy as np
import pytest

from chairgame.chair.files import read_chair
from chairgame.game import places
from chairgame.text.catalogue import LANGUAGES
from tests.tui.driving import game

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
        assert not g.screen.arrangement.parts


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


async def test_an_empty_table_cannot_be_locked():
    async with game((80, 24), place=places.Table()) as g:
        await g.press("enter", "enter", "enter")
        assert not hasattr(g.screen, "run")


async def test_random_keys_at_random_sizes_never_raise():
    rng = np.random.default_rng(5)
    async with game((80, 24), place=places.Table()) as g:
        for turn in range(250):
            if turn % 50 == 49:
                await g.pilot.resize_terminal(int(rng.integers(20, 130)), int(rng.integers(5, 45)))
            await g.press(str(rng.choice(KEYS)))
        assert not g.app._exit
