import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.blocks import (
    CELL_COLUMNS,
    CELL_ROWS,
    SAMPLES,
    BlockTable,
    block_table,
    mask_of,
    match_blocks,
    nearest_samples,
    samples_of,
    uniform_ids,
)
from chairgame.graphics.cells.ink import glyphs_of_tones, ink_table, match_ink
from chairgame.terminal.depth import GlyphSet

EIGHTHS = {"ONE EIGHTH": 1, "ONE QUARTER": 2, "THREE EIGHTHS": 3, "HALF": 4}
EIGHTHS |= {"FIVE EIGHTHS": 5, "THREE QUARTERS": 6, "SEVEN EIGHTHS": 7}
CORNERS = {"UPPER LEFT": (0, 0), "UPPER RIGHT": (0, 2), "LOWER LEFT": (4, 0), "LOWER RIGHT": (4, 2)}
ALL = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█▁▂▃▅▆▇▎▊"


def mask_by_name(glyph):
    """What the Unicode name of a block character says that it fills."""
    mask = np.zeros((CELL_ROWS, CELL_COLUMNS), bool)
    name = unicodedata.name(glyph)
    if name == "FULL BLOCK":
        mask[:] = True
    elif name.startswith("QUADRANT"):
        for corner, (row, column) in CORNERS.items():
            if corner in name:
                mask[row : row + 4, column : column + 2] = True
    elif name != "SPACE":
        side, amount = name.removesuffix(" BLOCK").split(" ", 1)
        eighths = EIGHTHS[amount]
        turned = {"LOWER": mask[::-1], "UPPER": mask, "LEFT": mask.T, "RIGHT": mask.T[::-1]}[side]
        turned[: len(turned) * eighths // 8] = True
    return mask


@pytest.mark.parametrize("glyph", ALL)
def test_a_mask_is_what_the_glyph_fills(glyph):
    assert np.array_equal(mask_of(glyph), mask_by_name(glyph))


def test_an_unknown_glyph_has_no_mask():
    with pytest.raises(ValueError, match="substring not found"):
        mask_of("A")


@pytest.mark.parametrize("glyphs", [GlyphSet.HALF, GlyphSet.QUADRANT, GlyphSet.BLOCKS])
def test_no_split_is_there_twice_or_hangs_from_the_top(glyphs):
    table = block_table(glyphs)
    splits = {tuple(mask) for mask in table.masks} | {tuple(1 - mask) for mask in table.masks}
    assert len(splits) == 2 * len(table.glyphs)
    assert ord("▀") not in table.glyphs


@pytest.mark.parametrize("glyph", [chr(code) for code in block_table(GlyphSet.BLOCKS).glyphs])
def test_a_cell_split_like_a_glyph_is_drawn_exactly(glyph):
    inside, outside = np.array([200.0, 10, 30]), np.array([20.0, 60, 90])
    cell = np.where(mask_of(glyph).ravel(), inside[:, None], outside[:, None]).astype(np.float32)
    table = block_table(GlyphSet.BLOCKS)
    best, front, back = match_blocks(cell[:, None], table)
    assert chr(table.glyphs[best[0]]) == glyph
    assert np.allclose(front[:, 0], inside, atol=1e-3)
    assert np.allclose(back[:, 0], outside, atol=1e-3)


@given(st.integers(0, 2**32 - 1), st.integers(1, 300))
def test_the_chosen_split_has_the_least_squared_error_of_all(seed, cells):
    samples = np.random.default_rng(seed).uniform(0, 255, (3, cells, SAMPLES)).astype(np.float32)
    table = block_table(GlyphSet.BLOCKS)
    best, front, back = match_blocks(samples, table)
    errors = []
    for mask in table.masks > 0:
        ways = [samples[:, :, mask], samples[:, :, ~mask]]
        errors.append(sum(np.square(way - way.mean(axis=2, keepdims=True)).sum(axis=(0, 2)) for way in ways))
    drawn = np.where(table.masks[best] > 0, front[..., None], back[..., None])
    error = np.square(samples - drawn).sum(axis=(0, 2))
    assert np.allclose(error, np.min(errors, axis=0), rtol=1e-4)


@given(st.integers(0, 2**32 - 1))
def test_the_sample_that_stands_for_a_side_is_on_that_side(seed):
    rng = np.random.default_rng(seed)
    samples = rng.uniform(0, 255, (3, 5, SAMPLES)).astype(np.float32)
    among = BlockTable.of("▄▌▚▁▊").masks > 0
    chosen = nearest_samples(samples, samples.mean(axis=2), among)
    assert among[np.arange(5), chosen].all()


def test_cells_are_cut_out_in_reading_order():
    ids = np.zeros((16, 12), np.int32)
    ids[3, 5] = 7
    ids[8:, 8:] = 4
    low, mixed = uniform_ids(ids)
    assert low.tolist() == [[0, 0, 0], [0, 0, 4]]
    assert mixed.tolist() == [[False, True, False], [False, False, False]]
    assert samples_of(ids, mixed).reshape(CELL_ROWS, CELL_COLUMNS)[3, 1] == 7


@pytest.mark.parametrize("glyphs", list(GlyphSet))
def test_an_empty_cell_stays_empty_and_a_darker_one_never_has_more_ink(glyphs):
    table = ink_table(glyphs)
    assert match_ink(np.zeros((1, SAMPLES), np.float32), table).tolist() == [ord(" ")]
    ink = dict(zip(table.glyphs.tolist(), table.ink.mean(axis=1).round(4), strict=True))
    amounts = [ink[code] for code in glyphs_of_tones(np.linspace(0, 1, 50, dtype=np.float32), table).tolist()]
    assert amounts[0] == 0
    assert amounts == sorted(amounts)


@pytest.mark.parametrize("glyph", "▀▄▌▐▚▙▇▎")
def test_without_colours_a_block_is_matched_by_its_own_shape(glyph):
    cell = mask_of(glyph).ravel()[None].astype(np.float32)
    assert match_ink(cell, ink_table(GlyphSet.BLOCKS)).tolist() == [ord(glyph)]


@pytest.mark.parametrize("glyph", "/\\_|^.'L")
def test_ascii_is_matched_by_its_own_shape(glyph):
    table = ink_table(GlyphSet.ASCII)
    ink = table.ink[table.glyphs.tolist().index(ord(glyph))]
    assert match_ink((ink / table.contrast)[None], table).tolist() == [ord(glyph)]


def test_ascii_ink_lies_where_the_character_has_it():
    table = ink_table(GlyphSet.ASCII)
    ink = {chr(code): rows.reshape(8, 4) for code, rows in zip(table.glyphs, table.ink, strict=True)}
    assert ink["_"].argmax() // 4 == 7
    assert ink["'"][4:].sum() == 0
    assert np.trace(ink["/"][2:6, ::-1]) > 3 * np.trace(ink["/"][2:6])
    assert ink["@"].sum() == max(rows.sum() for rows in ink.values())
