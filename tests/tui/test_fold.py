"""The encore on its screen: it folds, bead by bead and all at once, in every look; nothing of it is kept or listed."""

from types import SimpleNamespace
from typing import cast

import pytest

from chairgame.cli import screen
from chairgame.cli.commands import play
from chairgame.cli.context import Context
from chairgame.game import places
from chairgame.game.story.fold import COUNTS, FILM_SECONDS, FIRST_SEED, Fold, run_of
from chairgame.game.story.level import level_named, levels
from chairgame.graphics.cells.lettering import legible
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES
from chairgame.tui.screens.fold import FoldScreen
from chairgame.tui.screens.level_map import LevelMapScreen
from tests.tui.driving import FRAME, Game, game
from tests.tui.snapshots import Snapshots

SIZES = pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])


def screen_in(g: Game) -> FoldScreen:
    return cast(FoldScreen, g.screen)


def footer(g: Game) -> list[str]:
    return [key.action for key in screen_in(g).working_keys() if key.footer]


def pass_frames(g: Game, seconds: float) -> None:
    for _ in range(round(seconds / FRAME)):
        g.clock.advance(FRAME)
        g.screen.clockwork.tick()


async def rest(g: Game) -> None:
    while screen_in(g).fold.playing:
        pass_frames(g, FRAME)
    await g.settle()


def assert_said(g: Game) -> None:
    for word in screen_in(g).sentence().split():
        assert legible(word, g.app.look.glyphs) in g.text(), g.text()


@SIZES
@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_folds_what_it_never_saw_and_says_how_far_off(size: tuple[int, int], language: str) -> None:
    async with game(size, place=places.Fold(), language=language) as g:
        assert_said(g)
        heads = ("chains read", "its own", "never seen", "all at once")
        assert size[0] < 80 or all(legible(g.app.look.words(head), g.app.look.glyphs) in g.text() for head in heads)
        assert "hurry" not in footer(g)
        await g.press("down", "space")
        assert_said(g)
        assert "hurry" in footer(g)
        await g.press("end")
        await rest(g)
        assert_said(g)
        known = screen_in(g).fold.known(30, True)
        assert known is not None
        assert known.unseen < 0.5
        text = g.text()
        await g.press("n")
        assert g.text() != text
        await g.press("t", "space")
        assert_said(g)
        await g.press("end")
        await rest(g)
        assert screen_in(g).fold.known(30, False) is not None
        assert screen_in(g).fold.known(30, True) is not None
        await g.press("R")
        assert screen_in(g).fold.known(30, True) is None


async def test_it_can_be_held_broken_off_and_left() -> None:
    async with game((80, 24), place=places.Fold()) as g:
        await g.press("space")
        pass_frames(g, 1.0)
        await g.press("space")
        fold = screen_in(g).fold
        assert fold.is_held
        epoch = fold.frame.epoch
        pass_frames(g, 1.0)
        assert fold.frame.epoch == epoch
        await g.press("escape")
        assert not fold.is_learning
        await g.press("escape")
        assert isinstance(g.screen, LevelMapScreen)


async def test_it_is_on_no_map() -> None:
    assert "fold" not in {level.id for level in levels()}
    async with game((80, 24), place=places.Map()) as g:
        assert "fold" not in g.text().lower().split()


@pytest.mark.parametrize(("name", "place"), [("fold", places.Fold()), ("9", places.Level(level_named("9")))])
def test_the_command_that_plays_a_level_plays_it_too(
    name: str, place: places.Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    monkeypatch.setattr(screen, "open_place", lambda _context, at: opened.append(at) or 0)
    context = cast(Context, SimpleNamespace(arguments=SimpleNamespace(plain=False, level=[name])))
    assert play.run(context) == 0
    assert opened == [place]


def test_it_learns_for_as_long_as_a_key_need_not_wait() -> None:
    fold = Fold(77)
    fold.learn()
    asked = 0

    def may_learn() -> bool:
        nonlocal asked
        asked += 1
        return asked < 8

    fold.tick(FILM_SECONDS, may_learn)
    assert asked == 8
    assert fold.playing


@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
async def test_the_table_reads_in_all_colours_and_glyphs(depth: ColourDepth, glyphs: GlyphSet) -> None:
    run = run_of(COUNTS[0], FIRST_SEED, True)
    while not run.is_over:
        run.learn()
    async with game((80, 24), place=places.Fold(), depth=depth, glyphs=glyphs) as g:
        await g.press("up", "up", "space", "end")
        await rest(g)
        assert "[1]" in g.text()
        assert g.app.look.words.number(run.frames[-1].unseen, 1) in g.text()
        if glyphs is GlyphSet.ASCII:
            assert g.text().isascii()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_snapshots_of_the_encore(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    async with game(size, place=places.Fold(), language=language) as g:
        await snapshot(g, "fold-start")
        await g.press("down", "space", "end")
        await rest(g)
        await snapshot(g, "fold-folded")
