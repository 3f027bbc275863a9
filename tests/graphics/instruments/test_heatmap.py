import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.graphics.cells.cells import BOLD, DIM, REVERSE
from chairgame.graphics.cells.theme import Theme, theme_for
from chairgame.graphics.instruments.heatmap import Shape, cell_of_weight, weight_at, weights_heatmap
from chairgame.terminal.depth import ColourDepth
from tests.graphics.soundness import (
    ASCII,
    HALF,
    MONO,
    TRUE,
    Terminal,
    assert_sound,
    heights,
    picture,
    terminals,
    widths,
)

RAMP = np.array([[-9.0, -2.0, -0.5, 0.0, 0.5, 2.0, 9.0]])
LAYERS = [np.ones((4, 6)), -np.ones((7, 3))]


def test_magnitude_and_sign_are_seen_without_colour() -> None:
    assert picture(weights_heatmap(2, 7, [RAMP], MONO, ASCII)).splitlines()[1] == "=.   .*"
    assert picture(weights_heatmap(2, 7, [RAMP], MONO, HALF)).splitlines()[1] == "━·   ·▓"


def test_layers_share_the_width_by_their_outputs() -> None:
    assert picture(weights_heatmap(3, 16, LAYERS, MONO, HALF)) == "────────── ─────\n▒▒▒▒▒▒▒▒▒▒ ─────\n▒▒▒▒▒▒▒▒▒▒ ─────"


def test_two_pixels_to_a_cell_from_the_panel_to_the_full_hue() -> None:
    cells = weights_heatmap(2, 2, [np.array([[1e9, 0.0], [0.0, -1e9]])], TRUE, HALF)
    assert cells.lines()[1] == "▄▄"
    assert cells.background[1, 1] == cells.foreground[1, 0] == TRUE.panel
    blue, pink = int(cells.background[1, 0]), int(cells.foreground[1, 1])
    assert (blue & 255) > 3 * (TRUE.panel & 255)
    assert (pink >> 16) > 6 * (TRUE.panel >> 16)


@pytest.mark.parametrize("depth", [ColourDepth.TRUECOLOR, ColourDepth.INDEXED])
def test_a_heavier_weight_is_never_nearer_to_the_panel(depth: ColourDepth) -> None:
    cells = weights_heatmap(2, 40, [np.linspace(0, 3, 40)[None]], theme_for(depth), HALF)
    shades = list(cells.foreground[1])
    assert len(set(shades)) >= 6
    assert shades[0] == theme_for(depth).panel
    assert sorted(set(shades), key=shades.index) == [s for i, s in enumerate(shades) if i == 0 or s != shades[i - 1]]


def test_weights_that_share_a_pixel_do_not_cancel_out() -> None:
    stripes = np.tile([1.0, -1.0], (8, 20))
    assert set(picture(weights_heatmap(3, 5, [stripes], MONO, ASCII)).splitlines()[1]) == {"+"}
    assert set(picture(weights_heatmap(3, 40, [stripes], MONO, ASCII)).splitlines()[1]) == {"+", "-"}


def test_the_active_layer_is_marked_and_the_others_step_back() -> None:
    cells = weights_heatmap(3, 16, LAYERS, MONO, HALF, active_layer=0)
    assert cells.lines()[0] == "━━━━▼━━━━━ ─────"
    assert set(cells.attributes[1, :10]) == {0}
    assert set(cells.attributes[1, 11:]) == {DIM}


def test_the_largest_changes_are_lit() -> None:
    changes = [np.zeros((4, 6)), np.zeros((7, 3))]
    changes[0][0, 0], changes[0][3, 5] = -2.0, 0.5
    mono = weights_heatmap(5, 10, LAYERS, MONO, ASCII, changes=changes)
    assert [tuple(place) for place in np.argwhere(mono.attributes[1:] == BOLD)] == [(0, 0)]
    plain, lit = (weights_heatmap(5, 10, LAYERS, TRUE, HALF, changes=given) for given in (None, changes))
    assert lit.foreground[1, 0] != plain.foreground[1, 0]
    assert lit.foreground[2, 1] == plain.foreground[2, 1]


def test_the_selected_weight_shows_its_sign_in_reverse() -> None:
    for selected, sign in (((0, 1, 2), "+"), ((1, 6, 0), "−")):
        cells = weights_heatmap(9, 20, LAYERS, MONO, HALF, selected=selected)
        place = cell_of_weight(9, 20, [(4, 6), (7, 3)], *selected)
        assert chr(cells.glyph[place]) == sign
        assert [tuple(found) for found in np.argwhere(cells.attributes & REVERSE)] == [place]


shapes = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 40)), min_size=1, max_size=6)


@given(heights, widths, shapes, st.data())
def test_a_cell_stands_for_a_weight_that_stands_in_that_cell(
    height: int, width: int, layer_shapes: list[Shape], data: st.DataObject
) -> None:
    """Along an axis where weights are denser than cells the cell finds itself again, along another the weight does."""
    y, x = data.draw(st.integers(0, height)), data.draw(st.integers(0, width))
    found = weight_at(height, width, layer_shapes, y, x)
    if found is None:
        return
    layer, row, column = found
    assert 0 <= row < layer_shapes[layer][0]
    assert 0 <= column < layer_shapes[layer][1]
    back = cell_of_weight(height, width, layer_shapes, *found)
    again = weight_at(height, width, layer_shapes, *back)
    assert again is not None
    assert again[0] == layer
    assert back[0] == y or again[1] == row
    assert back[1] == x or again[2] == column


@given(shapes, st.data())
def test_in_a_large_picture_every_weight_can_be_clicked(layer_shapes: list[Shape], data: st.DataObject) -> None:
    height, width = 41, 2 * sum(columns for _, columns in layer_shapes) + 40 * len(layer_shapes)
    layer = data.draw(st.integers(0, len(layer_shapes) - 1))
    row = data.draw(st.integers(0, layer_shapes[layer][0] - 1))
    column = data.draw(st.integers(0, layer_shapes[layer][1] - 1))
    place = cell_of_weight(height, width, layer_shapes, layer, row, column)
    assert weight_at(height, width, layer_shapes, *place) == (layer, row, column)


def test_the_header_and_the_gap_are_no_weights() -> None:
    assert weight_at(3, 16, [(4, 6), (7, 3)], 0, 0) is None
    assert weight_at(3, 16, [(4, 6), (7, 3)], 1, 10) is None
    assert weight_at(3, 16, [(4, 6), (7, 3)], 1, 11) == (1, 1, 0)
    assert weight_at(3, 16, [(4, 6), (7, 3)], 3, 0) is None


@given(heights, widths, shapes, st.data(), terminals)
def test_sound(height: int, width: int, layer_shapes: list[Shape], data: st.DataObject, terminal: Terminal) -> None:
    rng = np.random.default_rng(data.draw(st.integers(0, 9)))
    layers = [rng.normal(size=shape) * 10.0 ** rng.integers(-200, 200) for shape in layer_shapes]
    layers[0][0, 0] = data.draw(st.sampled_from([0.0, np.nan, np.inf, -np.inf]))
    layer = data.draw(st.integers(0, len(layers) - 1))
    selected = data.draw(st.sampled_from([None, (layer, 0, 0), (layer, *(n - 1 for n in layer_shapes[layer]))]))
    cells = weights_heatmap(
        height,
        width,
        layers,
        terminal.theme,
        terminal.glyphs,
        active_layer=data.draw(st.sampled_from([None, layer])),
        selected=selected,
        changes=data.draw(st.sampled_from([None, layers])),
    )
    assert_sound(cells, height, width, terminal)


@pytest.mark.parametrize("theme", [TRUE, MONO])
def test_equally_long_steps_light_nothing(theme: Theme) -> None:
    """Adam's first one: every weight by as much, some up and some down."""
    rng = np.random.default_rng(0)
    changes = [0.02 * rng.choice([-1.0, 1.0], layer.shape) * (1 + 1e-6 * rng.random(layer.shape)) for layer in LAYERS]
    plain, lit = (weights_heatmap(9, 20, LAYERS, theme, HALF, changes=given) for given in (None, changes))
    for name in ("glyph", "foreground", "background", "attributes"):
        np.testing.assert_array_equal(getattr(lit, name), getattr(plain, name))
