import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.blocks import (
    BLOCKS,
    CELL_COLUMNS,
    CELL_ROWS,
    FINE_COLUMNS,
    SAMPLES,
    SEXTANTS,
    BlockTable,
    block_table,
    mask_of,
    match_blocks,
    nearest_samples,
    samples_of,
    sixths_of,
    uniform_ids,
)
from chairgame.graphics.cells.ink import glyphs_of_tones, ink_table, match_ink
from chairgame.terminal.depth import GlyphSet

EIGHTHS = {"ONE EIGHTH": 1, "ONE QUARTER": 2, "THREE EIGHTHS": 3, "HALF": 4}
EIGHTHS |= {"FIVE EIGHTHS": 5, "THREE QUARTERS": 6, "SEVEN EIGHTHS": 7}
CORNERS = {"UPPER LEFT": (0, 0), "UPPER RIGHT": (0, 4), "LOWER LEFT": (4, 0), "LOWER RIGHT": (4, 4)}
FINE = [GlyphSet.BLOCKS, GlyphSet.SEXTANT]


def mask_by_name(glyph):
    """What the Unicode name of a block character says that it fills."""
    mask = np.zeros((CELL_ROWS, FINE_COLUMNS), bool)
    name = unicodedata.name(glyph)
    if name == "FULL BLOCK":
        mask[:] = True
    elif name.startswith("QUADRANT"):
        for corner, (row, column) in CORNERS.items():
            if corner in name:
                mask[row : row + 4, column : column + 4] = True
    elif name != "SPACE":
        side, amount = name.removesuffix(" BLOCK").split(" ", 1)
        eighths = EIGHTHS[amount]
        turned = {"LOWER": mask[::-1], "UPPER": mask, "LEFT": mask.T, "RIGHT": mask.T[::-1]}[side]
        turned[: len(turned) * eighths // 8] = True
    return mask


@pytest.mark.parametrize("glyph", BLOCKS)
def test_a_mask_is_what_the_glyph_fills(glyph):
    assert np.array_equal(mask_of(glyph), mask_by_name(glyph))


@pytest.mark.parametrize("glyph", SEXTANTS)
def test_a_sextants_mask_is_what_its_name_counts(glyph):
    counted = unicodedata.name(glyph).removeprefix("BLOCK SEXTANT-")
    sixths = np.array([str(number) in counted for number in range(1, 7)]).reshape(3, 2)
    assert np.array_equal(sixths_of(glyph), sixths)
    fine = np.kron(sixths, np.ones((CELL_ROWS, 1))).reshape(CELL_ROWS, 3, 2).mean(axis=1)
    assert np.allclose(mask_of(glyph), fine.repeat(4, axis=1))


def test_every_sextant_is_there_once():
    assert len(SEXTANTS) == len(set(SEXTANTS.values())) == 60
    assert {ord(glyph) for glyph in SEXTANTS} == set(range(0x1FB00, 0x1FB3C))


def test_an_unknown_glyph_has_no_mask():
    with pytest.raises(ValueError, match="substring not found"):
        mask_of("A")
    with pytest.raises(KeyError):
        sixths_of("▌")


@pytest.mark.parametrize("glyphs", [GlyphSet.HALF, GlyphSet.QUADRANT, *FINE])
def test_no_split_is_there_twice_or_hangs_from_the_top(glyphs):
    table = block_table(glyphs)
    splits = {tuple(mask) for mask in table.masks} | {tuple(1 - mask) for mask in table.masks}
    assert len(splits) == 2 * len(table.glyphs)
    assert glyphs is not GlyphSet.SEXTANT or len(table.glyphs) == 19 + 30
    assert ord("▀") not in table.glyphs


@pytest.mark.parametrize("glyph", [chr(code) for code in block_table(GlyphSet.SEXTANT).glyphs])
def test_a_cell_split_like_a_glyph_is_drawn_exactly(glyph):
    inside, outside = np.array([200.0, 10, 30]), np.array([20.0, 60, 90])
    share = mask_of(glyph).ravel()
    cell = (inside[:, None] * share + outside[:, None] * (1 - share)).astype(np.float32)
    table = block_table(GlyphSet.SEXTANT)
    best, front, back = match_blocks(cell[:, None], table)
    assert chr(table.glyphs[best[0]]) == glyph
    assert np.allclose(front[:, 0], inside, atol=2e-3)
    assert np.allclose(back[:, 0], outside, atol=2e-3)


@pytest.mark.parametrize("glyphs", [GlyphSet.QUADRANT, *FINE])
@given(st.integers(0, 2**32 - 1), st.integers(1, 300))
def test_the_chosen_split_has_the_least_squared_error_of_all(glyphs, seed, cells):
    table = block_table(glyphs)
    samples = np.random.default_rng(seed).uniform(0, 255, (3, cells, table.masks.shape[1])).astype(np.float32)
    best, front, back = match_blocks(samples, table)
    targets = samples.transpose(2, 0, 1).reshape(-1, 3 * cells).astype(float)
    errors = []
    for mask in table.masks.astype(float):
        both = np.stack([mask, 1 - mask], axis=1)
        rest = targets - both @ np.linalg.lstsq(both, targets, rcond=None)[0]
        errors.append(np.square(rest).sum(axis=0).reshape(3, cells).sum(axis=0))
    shares = table.masks[best]
    error = np.square(samples - front[..., None] * shares - back[..., None] * (1 - shares)).sum(axis=(0, 2))
    assert np.allclose(error, np.min(errors, axis=0), rtol=1e-4)


@given(st.integers(0, 2**32 - 1))
def test_the_sample_that_stands_for_a_side_is_on_that_side(seed):
    among = BlockTable.of("▄▌▚▁▊").masks > 0.5
    samples = np.random.default_rng(seed).uniform(0, 255, (3, *among.shape)).astype(np.float32)
    chosen = nearest_samples(samples, samples.mean(axis=2), among)
    assert among[np.arange(5), chosen].all()


@pytest.mark.parametrize("columns", [CELL_COLUMNS, FINE_COLUMNS])
@pytest.mark.parametrize("kind", [np.int16, np.int32])
def test_cells_are_cut_out_in_reading_order(columns, kind):
    ids = np.zeros((16, 3 * columns), kind)
    ids[3, columns + 1] = 7
    ids[8:, 2 * columns :] = 4
    low, mixed = uniform_ids(ids, columns)
    assert low.tolist() == [[0, 0, 0], [0, 0, 4]]
    assert mixed.tolist() == [[False, True, False], [False, False, False]]
    assert samples_of(ids, mixed).reshape(CELL_ROWS, columns)[3, 1] == 7


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
    cell = mask_of(glyph)[:, ::2].reshape(1, -1)
    assert match_ink(cell, ink_table(GlyphSet.BLOCKS)).tolist() == [ord(glyph)]


@pytest.mark.parametrize("glyph", SEXTANTS)
def test_without_colours_a_sextant_is_matched_by_its_own_shape(glyph):
    cell = mask_of(glyph)[:, ::2].reshape(1, -1)
    assert match_ink(cell, ink_table(GlyphSet.SEXTANT)).tolist() == [ord(glyph)]


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
