"""The picture of the sit test: at any size, in every look, and true to what it shows."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses, ideal_poses
from chairgame.game.sitting.sit_test import CAT, HIPPOPOTAMUS, SITTERS, Sitter, sit_down
from chairgame.graphics.cells.cells import DEFAULT
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.sit_picture import plan_of, sit_picture
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from tests.game.sitting.test_sit_test import KITCHEN, monsters, moved

THEME = theme_for(ColourDepth.TRUECOLOR)


def text(
    *arguments: object, height: int = 18, width: int = 42, glyphs: GlyphSet = GlyphSet.BLOCKS, language: str = "en"
):
    chair, poses, sitter = arguments
    test = sit_down(chair, poses, sitter)
    return sit_picture(height, width, test, chair, poses, THEME, glyphs, Catalogue(language)).lines()


@settings(max_examples=50)
@given(
    monsters(),
    st.sampled_from(SITTERS),
    st.integers(6, 40),
    st.integers(30, 120),
    st.sampled_from(ColourDepth),
    st.sampled_from(GlyphSet),
    st.sampled_from(["en", "pl"]),
)
def test_it_has_its_size_and_its_characters(
    monster: tuple[Chair, Poses],
    sitter: Sitter,
    height: int,
    width: int,
    depth: ColourDepth,
    glyphs: GlyphSet,
    language: str,
) -> None:
    chair, poses = monster
    test = sit_down(chair, poses, sitter)
    cells = sit_picture(height, width, test, chair, poses, theme_for(depth), glyphs, Catalogue(language))
    assert cells.glyph.shape == (height, width)
    lines = "".join(cells.lines())
    assert lines.isprintable()
    if glyphs is GlyphSet.ASCII:
        assert lines.isascii()
    if depth is ColourDepth.NONE:
        assert (cells.foreground == DEFAULT).all()
        assert (cells.background == DEFAULT).all()


def test_the_guilty_part_is_marked_where_it_stands_and_named() -> None:
    rows = text(KITCHEN, moved(KITCHEN, 1, 0, 0, 4.0), HIPPOPOTAMUS)
    place = next((row, line.index("▓")) for row, line in enumerate(rows) if "▓" in line)
    assert rows[place[0]][place[1] + 2 :].strip().startswith("A2")
    assert place[1] > 21  # A2 stands on the right, and in front
    assert place[0] > 10
    assert "4.0 cm" in " ".join(rows)


def test_four_feet_of_a_chair_are_four_marks_around_its_weight() -> None:
    test = sit_down(KITCHEN, ideal_poses(KITCHEN), CAT)
    plan = np.array(
        [list(line) for line in plan_of(14, 42, test, KITCHEN, ideal_poses(KITCHEN), THEME, GlyphSet.BLOCKS).lines()]
    )
    feet, (weight,) = np.argwhere(plan == "█"), np.argwhere(plan == "✚")
    for below in (True, False):
        for right in (True, False):
            assert any((foot[0] > weight[0]) == below and (foot[1] > weight[1]) == right for foot in feet)


def test_smoke_has_no_plan_and_no_crash() -> None:
    rows = text(KITCHEN, moved(KITCHEN, 0, np.nan, 0, 0), HIPPOPOTAMUS)
    assert "smoke" in " ".join(rows)


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("sitter", SITTERS, ids=lambda sitter: sitter.name)
def test_beside_the_floor_nothing_of_the_verdict_is_cut(language: str, sitter: Sitter) -> None:
    for poses in (ideal_poses(KITCHEN), moved(KITCHEN, 1, 0, 0, 12.0), moved(KITCHEN, 3, 0, 0, -9.5)):
        rows = text(KITCHEN, poses, sitter, language=language)
        assert "…" not in "".join(rows)
        assert any(row.rstrip().endswith(".") for row in rows[:6])
