import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.cells import BOLD, REVERSE
from chairgame.graphics.instruments.phases import ASCII_PHASE_GLYPHS, PHASE_GLYPHS, phase_strip
from chairgame.terminal.depth import GlyphSet
from tests.graphics.soundness import ASCII, HALF, MONO, TRUE, Terminal, assert_sound, labels, picture, terminals, widths

NAMES = ["build", "measure", "listen", "adjust"]


@pytest.mark.parametrize(
    ("width", "active", "glyphs", "row"),
    [
        (50, 2, HALF, " ■ build ▸ ◎ measure ▸ ♪ listen ▸ ± adjust"),
        (50, None, ASCII, " # build > @ measure > ~ listen > + adjust"),
        (30, 1, HALF, " ■ ▸ ◎ measure ▸ ♪ ▸ ±"),
        (16, 1, HALF, "■ ◎ measure ♪ ±"),
        (7, 1, HALF, "■ ◎ ♪ ±"),
        (5, None, HALF, "■◎♪±"),
        (2, 3, HALF, "±"),
    ],
)
def test_it_shrinks_to_the_active_name_and_then_to_glyphs(
    width: int, active: int | None, glyphs: GlyphSet, row: str
) -> None:
    assert picture(phase_strip(width, NAMES, active, TRUE, glyphs)) == row


def test_the_active_phase_is_lit_with_and_without_colours() -> None:
    coloured, mono = (phase_strip(50, NAMES, 0, theme, HALF) for theme in (TRUE, MONO))
    assert set(coloured.background[0, :9]) == {TRUE.build}
    assert set(coloured.background[0, 9:]) == {TRUE.panel}
    assert set(mono.attributes[0, :9]) == {BOLD | REVERSE}
    assert not (mono.attributes[0, 9:] & REVERSE).any()


def test_the_places_do_not_move_from_phase_to_phase() -> None:
    assert len({picture(phase_strip(50, NAMES, active, TRUE, HALF)) for active in (None, 0, 1, 2, 3)}) == 1


def test_each_phase_has_a_glyph_of_its_own() -> None:
    assert len(set(PHASE_GLYPHS)) == len(set(ASCII_PHASE_GLYPHS)) == 4


@given(widths, st.lists(labels, min_size=4, max_size=4), st.one_of(st.none(), st.integers(0, 3)), terminals)
def test_sound(width: int, names: list[str], active: int | None, terminal: Terminal) -> None:
    assert_sound(phase_strip(width, names, active, terminal.theme, terminal.glyphs), 1, width, terminal)
