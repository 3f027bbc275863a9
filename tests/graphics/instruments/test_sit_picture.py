"""The picture of the sit test: at any size, in every look, and true to what it shows."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses, ideal_poses
from chairgame.game.sitting.outcome import CAT, GRANDMOTHER, HIPPOPOTAMUS, SITTERS, Sitter
from chairgame.game.sitting.sit_test import sit_down
from chairgame.graphics.cells.cells import DEFAULT
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.sit_picture import WIDE, sit_picture
from chairgame.graphics.instruments.sit_plan import plan_of
from chairgame.graphics.picture.sitting import Sitting
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from tests.game.sitting.test_sit_test import KITCHEN, monsters, moved

THEME = theme_for(ColourDepth.TRUECOLOR)


def text(
    chair: Chair,
    poses: Poses,
    sitter: Sitter,
    still: int = 1,
    *,
    height: int = 18,
    width: int = 78,
    glyphs: GlyphSet = GlyphSet.BLOCKS,
    language: str = "en",
    caption: bool = False,
) -> list[str]:
    sitting = Sitting(chair, poses, sit_down(chair, poses, sitter))
    words = Catalogue(language)
    return sit_picture(height, width, sitting, still, THEME, glyphs, words, caption=caption).lines()


@settings(max_examples=50)
@given(
    monsters(),
    st.sampled_from(SITTERS),
    st.integers(6, 40),
    st.integers(30, 120),
    st.sampled_from(ColourDepth),
    st.sampled_from(GlyphSet),
    st.sampled_from(["en", "pl"]),
    st.integers(0, 3),
)
def test_it_has_its_size_and_its_characters(
    drawn: tuple[Chair, Poses],
    sitter: Sitter,
    height: int,
    width: int,
    depth: ColourDepth,
    glyphs: GlyphSet,
    language: str,
    still: int,
) -> None:
    chair, poses = drawn
    sitting = Sitting(chair, poses, sit_down(chair, poses, sitter))
    still = min(still, len(sitting.cuts) - 1)
    words = Catalogue(language)
    cells = sit_picture(height, width, sitting, still, theme_for(depth), glyphs, words, caption=True)
    assert cells.glyph.shape == (height, width)
    lines = "".join(cells.lines())
    assert lines.isprintable()
    if glyphs is GlyphSet.ASCII:
        assert lines.isascii()
    if depth is ColourDepth.NONE:
        assert (cells.foreground == DEFAULT).all()
        assert (cells.background == DEFAULT).all()


@pytest.mark.parametrize(("height", "width"), [(12, 32), (18, 42), (18, 78), (34, 118)])
@pytest.mark.parametrize("still", [1, 2, 3])
def test_the_guilty_part_is_named_in_the_picture_and_in_words(height: int, width: int, still: int) -> None:
    poses = moved(KITCHEN, 1, 0, 0, 4.0)
    before, rows = (text(KITCHEN, poses, HIPPOPOTAMUS, number, height=height, width=width) for number in (0, still))
    told = [row[width - 34 if width >= WIDE else 0 :] for row in rows]
    assert "leg A2 floats" in " ".join(" ".join(told).split())
    assert sum(row.count(" A2 ") for row in rows) > sum(row.count(" A2 ") for row in before)


def test_where_there_is_room_the_plan_marks_it_where_it_stands() -> None:
    rows = text(KITCHEN, moved(KITCHEN, 1, 0, 0, 4.0), HIPPOPOTAMUS, height=34, width=118)
    places = [(row, line.index("▓")) for row, line in enumerate(rows) if "▓" in line[84:]]
    assert places
    assert rows[-1][85:].startswith("▓ A2")
    assert any("✚ weight" in row for row in rows)


def test_what_of_a_fall_is_computed_is_said_when_it_is_asked_for() -> None:
    long = moved(KITCHEN, 1, 0, 0, -6.0)
    said = [
        "is only drawn." in " ".join(text(KITCHEN, long, GRANDMOTHER, caption=caption)) for caption in (True, False)
    ]
    assert said == [True, False]
    assert "is only drawn." not in " ".join(text(KITCHEN, ideal_poses(KITCHEN), GRANDMOTHER, caption=True))


def test_a_part_that_was_flung_away_is_told_at_the_edge() -> None:
    flung = moved(KITCHEN, 13, 700.0, 0, 0)
    assert any(re.search(r"\d m away ▶", row) for row in text(KITCHEN, flung, CAT))


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
    rows = text(KITCHEN, moved(KITCHEN, 0, np.nan, 0, 0), HIPPOPOTAMUS, 0)
    assert "smoke" in " ".join(rows)


@pytest.mark.parametrize("width", [32, 42, 58, 78])
@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("sitter", SITTERS, ids=lambda sitter: sitter.name)
def test_nothing_of_the_verdict_is_cut(language: str, sitter: Sitter, width: int) -> None:
    for poses in (ideal_poses(KITCHEN), moved(KITCHEN, 1, 0, 0, 12.0), moved(KITCHEN, 4, 0, 0, -30.0)):
        rows = text(KITCHEN, poses, sitter, 0, width=width, language=language)
        assert "…" not in "".join(rows)
        assert any(row.rstrip().endswith(".") for row in rows[:6])
