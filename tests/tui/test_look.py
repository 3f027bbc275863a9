"""The key for colours steps through all of them, and a theme asked for is the theme that is seen."""

import pytest

from chairgame.graphics.cells.theme import theme_for
from chairgame.terminal.depth import HIGH_CONTRAST, ColourDepth, GlyphSet
from chairgame.tui.look import Look
from tests.tui.driving import game

FIRST = Look(ColourDepth.TRUECOLOR, GlyphSet.BLOCKS, "en")


@pytest.mark.parametrize("own_depth", ColourDepth)
def test_the_ladder_ends_in_high_contrast_and_begins_again(own_depth: ColourDepth) -> None:
    looks = [FIRST]
    while len(looks) == 1 or looks[-1] != FIRST:
        looks.append(looks[-1].recoloured(own_depth))
    assert [look.depth for look in looks[:4]] == list(ColourDepth)
    assert [look.theme_name for look in looks] == ["default"] * 4 + [HIGH_CONTRAST, "default"]
    assert looks[4].depth is (ColourDepth.SIXTEEN if own_depth is ColourDepth.NONE else own_depth)


async def test_the_theme_asked_for_is_drawn_and_c_leaves_it() -> None:
    wanted = theme_for(ColourDepth.TRUECOLOR, HIGH_CONTRAST)
    async with game(theme=HIGH_CONTRAST) as playing:
        assert {int(c) for w in playing.widgets() for c in w.picture.background.flat} >= {wanted.panel}
        await playing.press("K")
        assert playing.app.look.theme == theme_for(ColourDepth.TRUECOLOR)
