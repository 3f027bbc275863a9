"""The font of strokes and areas: every sign that the game shows has a shape, and no two look the same."""

import itertools
import string

import numpy as np
import pytest

from chairgame.graphics.cells.blocks import SEXTANTS, mask_of, sixths_of
from chairgame.graphics.film.pen import dots_of, drawn, strokes_of
from chairgame.graphics.film.tiles import SHADES, areas_of, is_tile, tile_of

POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
LETTERS = string.ascii_letters + string.digits + POLISH
SIGNS = "─│╭╮╰╯├┤┬┴┼┊━┃┏┓┗┛●◎♪±★·…→✓▸„”’×–"
BLOCKS = "▘▝▀▖▌▞▛▗▚▐▜▄▙▟█▁▂▃▅▆▇▏▎▍▋▊▉"
SIZES = [(24, 12), (16, 8)]


@pytest.mark.parametrize("size", SIZES)
def test_letters_can_be_told_apart(size: tuple[int, int]) -> None:
    shapes = {character: drawn(character, size[1], size[0]) for character in LETTERS}
    for one, other in itertools.combinations(LETTERS, 2):
        assert np.abs(shapes[one] - shapes[other]).sum() > size[1] / 6, (one, other)


@pytest.mark.parametrize("character", list(LETTERS + string.punctuation + SIGNS.replace("●", "")))
def test_a_character_has_strokes_within_its_cell(character: str) -> None:
    strokes = strokes_of(character)
    assert strokes
    assert all(0 <= x <= 1 and 0 <= y <= 1 for stroke in strokes for x, y in stroke)
    ink = drawn(character, 12, 24)
    assert ink.shape == (24, 12)
    assert 0 < ink.sum() < 24 * 12 / 2


def test_a_mark_is_added_to_its_letter() -> None:
    for marked, plain in zip("ąćęńóśźżłĄĆĘŃÓŚŹŻŁ", "acenoszzlACENOSZZL", strict=True):
        with_mark, without = drawn(marked, 12, 24), drawn(plain, 12, 24)
        assert (with_mark >= without).all()
        assert (with_mark - without).sum() > 2


def test_lines_of_neighbouring_cells_meet() -> None:
    across, upright = drawn("─", 12, 24), drawn("│", 12, 24)
    assert (across[:, 0] > 0).tolist() == (across[:, -1] > 0).tolist() == (across[:, 5] > 0).tolist()
    assert (upright[0] > 0).tolist() == (upright[-1] > 0).tolist()
    corner = drawn("╭", 12, 24)
    assert (corner[-1] > 0).tolist() == (upright[0] > 0).tolist()
    assert (corner[:, -1] > 0).tolist() == (across[:, 0] > 0).tolist()


def test_what_the_font_lacks_is_a_hollow_box() -> None:
    box = drawn("語", 12, 24)
    assert (box == drawn("\u0900", 12, 24)).all()
    assert box[10, 5] == 0
    assert box.max() == 1


@pytest.mark.parametrize("bits", [0, 1, 8, 64, 128, 255, 0b01010101])
def test_braille_has_a_dot_for_every_bit(bits: int) -> None:
    character = chr(0x2800 + bits)
    dots = dots_of(character)
    assert dots is not None
    assert len(dots) == bits.bit_count()
    ink = drawn(character, 16, 32).reshape(4, 8, 2, 8).max(axis=(1, 3))  # as Unicode numbers the dots
    numbers = [[1, 8], [2, 16], [4, 32], [64, 128]]
    assert [[bool(bits & number) for number in row] for row in numbers] == (ink > 0.5).tolist()


@pytest.mark.parametrize("size", [(24, 16), (16, 8), (8, 8)])
@pytest.mark.parametrize("character", list(BLOCKS + " "))
def test_a_block_fills_exactly_its_share_of_the_pixels(character: str, size: tuple[int, int]) -> None:
    wanted = np.kron(mask_of(character), np.ones((size[0] // 8, size[1] // 8)))
    np.testing.assert_array_equal(tile_of(character, *size), wanted)
    assert (
        sum((right - left) * (bottom - top) for left, top, right, bottom in areas_of(character))
        == mask_of(character).mean()
    )


@pytest.mark.parametrize("size", [*SIZES[:1], (6, 4), (3, 2)])
@pytest.mark.parametrize("character", SEXTANTS)
def test_a_sextant_fills_exactly_its_sixths(character: str, size: tuple[int, int]) -> None:
    wanted = np.kron(sixths_of(character), np.ones((size[0] // 3, size[1] // 2)))
    assert is_tile(character)
    np.testing.assert_array_equal(tile_of(character, *size), wanted)


def test_shades_are_even() -> None:
    for shade, share in SHADES.items():
        assert is_tile(shade)
        assert (tile_of(shade, 24, 12) == share).all()
