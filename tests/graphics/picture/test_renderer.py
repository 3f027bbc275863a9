from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.graphics.cells.blocks import SEXTANTS
from chairgame.graphics.cells.cells import DEFAULT, INDEXED
from chairgame.graphics.picture.camera import Camera
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.scene import Arrows
from chairgame.terminal.depth import ColourDepth, GlyphSet
from tests.graphics.render_scenes import boxes, chair_scene, decoded, pile_scene, psnr, supersampled

TRUE, BLOCKS = ColourDepth.TRUECOLOR, GlyphSet.BLOCKS
SHADES = " ░▒▓█"
WHITE = 0xFFFFFF
ALLOWED = {
    GlyphSet.HALF: set("▀▄"),
    GlyphSet.QUADRANT: set("▀▄▌▐▘▝▖▗▚▞▛▜▙▟"),
    GlyphSet.BLOCKS: set("▀▄▌▐▘▝▖▗▚▞▛▜▙▟▁▂▃▅▆▇▏▎▍▋▊▉"),
    GlyphSet.SEXTANT: set("▀▄▌▐▘▝▖▗▚▞▛▜▙▟▁▂▃▅▆▇▏▎▍▋▊▉") | set(SEXTANTS),
}
FLOORS = [(GlyphSet.HALF, 28), (GlyphSet.QUADRANT, 29), (GlyphSet.BLOCKS, 31.5), (GlyphSet.SEXTANT, 32)]
numbers = st.one_of(
    st.floats(-120, 120),
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from([0.0, 1e4, -1e4, 9.9e5, -9.9e5]),
)


@st.composite
def wild_scenes(draw):
    """Parts of any size at any place, finite or not, turned by anything."""
    count = draw(st.integers(0, 4))

    def array(*shape):
        flat = draw(st.lists(numbers, min_size=int(np.prod(shape)), max_size=int(np.prod(shape))))
        return np.array(flat, float).reshape(shape)

    return boxes(
        array(count, 3),
        array(count, 3),
        draw(st.lists(st.text(max_size=8), min_size=count, max_size=count)),
        array(count, 3, 3) if draw(st.booleans()) else np.tile(np.eye(3), (count, 1, 1)),
        shapes=tuple(draw(st.lists(st.sampled_from(["box", "cylinder"]), min_size=count, max_size=count))),
        glow=array(count),
        ghost=np.array(draw(st.lists(st.booleans(), min_size=count, max_size=count)), bool),
        arrows=Arrows(array(2, 3), array(2, 3)),
    )


@settings(max_examples=300)
@given(
    wild_scenes(),
    st.integers(0, 50),
    st.integers(0, 20),
    st.sampled_from(ColourDepth),
    st.sampled_from(GlyphSet),
    st.builds(Camera, st.floats(-4, 4), st.floats(0.03, 1.45), st.floats(40, 3000)),
)
def test_nothing_that_a_burned_out_brain_does_stops_the_picture(scene, width, height, depth, glyphs, camera):
    renderer = Renderer(width, height, depth, glyphs)
    cells = renderer.render(scene, camera)
    assert cells.glyph.shape == (height, width)
    for row, column in ((0, 0), (height // 2, width // 2), (height, width), (-1, -1)):
        part = renderer.part_at(row, column)
        assert part is None or 0 <= part < len(scene.shapes)


@pytest.mark.parametrize("size", [(1, 1), (3, 1), (1, 30), (400, 120)])
def test_any_size_gives_a_picture(size):
    cells = Renderer(*size, TRUE, BLOCKS).render(pile_scene(20), Camera())
    assert (cells.width, cells.height) == size
    assert (cells.background != DEFAULT).all()


@pytest.mark.parametrize("glyphs", list(ALLOWED))
@pytest.mark.parametrize("depth", list(ColourDepth))
@pytest.mark.parametrize("scene", [chair_scene(), pile_scene(30)], ids=["chair", "pile"])
def test_only_the_allowed_glyphs_and_colours_are_used(scene, depth, glyphs):
    cells = Renderer(60, 24, depth, glyphs).render(scene, Camera())
    used = set("".join(cells.lines()))
    shades = SHADES if depth in (ColourDepth.SIXTEEN, ColourDepth.NONE) else " "
    assert used <= ALLOWED[glyphs] | set(shades)
    assert len(used) > 1
    assert_colours_of(depth, cells)


@pytest.mark.parametrize("depth", list(ColourDepth))
def test_ascii_has_only_ascii_at_any_depth(depth):
    cells = Renderer(60, 24, depth, GlyphSet.ASCII).render(pile_scene(30), Camera())
    assert "".join(cells.lines()).isascii()
    assert_colours_of(depth, cells)


def assert_colours_of(depth, cells):
    low, high = {
        ColourDepth.TRUECOLOR: (0, WHITE),
        ColourDepth.INDEXED: (INDEXED + 16, INDEXED + 255),
        ColourDepth.SIXTEEN: (INDEXED, INDEXED + 15),
        ColourDepth.NONE: (DEFAULT, DEFAULT),
    }[depth]
    for colours in (cells.foreground, cells.background):
        assert ((colours == DEFAULT) | ((colours >= low) & (colours <= high))).all()


@pytest.mark.parametrize("depth", [TRUE, ColourDepth.INDEXED])
def test_a_glyph_is_never_drawn_in_its_own_background(depth):
    cells = Renderer(60, 24, depth, BLOCKS).render(pile_scene(30), Camera())
    assert ((cells.glyph == ord(" ")) == (cells.foreground == DEFAULT)).all()
    assert (cells.foreground != cells.background).all()
    assert "▀" not in "".join(cells.lines())


@pytest.mark.parametrize(("glyphs", "floor"), FLOORS)
@pytest.mark.parametrize("scene", [chair_scene(), replace(pile_scene(14), arrows=None)], ids=["chair", "pile"])
def test_the_cells_look_like_a_much_finer_picture(scene, glyphs, floor):
    camera = Camera()
    cells = Renderer(77, 36, TRUE, glyphs).render(scene, camera)
    assert psnr(decoded(cells), supersampled(scene, camera, 77, 36)) > floor


@pytest.mark.parametrize("depth", list(ColourDepth))
def test_the_same_scene_gives_the_same_picture_whatever_came_before(depth):
    scene, camera = pile_scene(14), Camera()
    used = Renderer(60, 24, depth, BLOCKS)
    used.render(chair_scene(), camera.orbited(1, 0.2))
    used.render(pile_scene(30), camera)
    again, fresh = used.render(scene, camera), Renderer(60, 24, depth, BLOCKS).render(scene, camera)
    for name in ("glyph", "foreground", "background", "attributes"):
        assert np.array_equal(getattr(again, name), getattr(fresh, name))


def test_writing_into_a_picture_does_not_change_the_next_one():
    renderer = Renderer(20, 8, TRUE, BLOCKS)
    first = renderer.render(boxes([], []), Camera())
    before = first.lines()
    first.put(0, 0, "x" * 20)
    assert renderer.render(boxes([], []), Camera()).lines() == before


def test_a_part_is_found_where_it_is_drawn_and_nothing_beside_it():
    renderer = Renderer(80, 40, TRUE, BLOCKS)
    camera = Camera(azimuth=0, elevation=0.1)
    scene = boxes([[-40, 0, 45], [40, 0, 45]], [[30, 30, 30]] * 2)
    assert renderer.part_at(20, 28) is None
    renderer.render(scene, camera)
    x = camera.projection(320, 320).to_screen(scene.centres)[0] / 4
    assert renderer.part_at(20, int(x[0])) == 0
    assert renderer.part_at(20, int(x[1])) == 1
    assert renderer.part_at(20, 40) is None
    assert renderer.part_at(0, 0) is None
    assert renderer.part_at(39, 79) is None


def test_the_nearer_part_hides_the_farther_one_and_an_arrow_hides_neither():
    renderer = Renderer(40, 20, TRUE, BLOCKS)
    arrow = Arrows(np.array([[-20.0, 60, 45]]), np.array([[20.0, 60, 45]]))
    scene = boxes([[0, 30, 45], [0, -30, 45]], [[40, 10, 40]] * 2, arrows=arrow)
    cells = renderer.render(scene, Camera(azimuth=0, elevation=0.05))
    assert renderer.part_at(7, 20) == 1
    assert is_pink(cells)
    behind = renderer.render(scene, Camera(azimuth=np.pi, elevation=0.05))
    assert renderer.part_at(7, 20) == 0
    assert is_pink(behind)


def is_pink(cells):
    red, green, blue = np.moveaxis(decoded(cells), -1, 0)
    return bool(((red > green + 100) & (blue > green + 30)).any())


def test_a_glowing_part_is_lighter_and_a_ghost_lets_the_backdrop_through():
    def middle(**looks):
        scene = boxes([[0, 0, 45]], [[60, 60, 60]], ["walnut"], **looks)
        picture = decoded(Renderer(20, 10, TRUE, BLOCKS).render(scene, Camera()))
        return picture[36:44, 72:88].mean(axis=(0, 1))

    plain, glowing, ghost = middle(), middle(glow=np.ones(1)), middle(ghost=np.array([True]))
    assert (glowing > plain + 40).all()
    assert ghost[2] > ghost[0] + 10
    assert plain[0] > plain[2] + 10


def test_a_shadow_darkens_the_floor_but_a_ghost_casts_none():
    def brightness(**looks):
        scene = boxes([[0, 0, 70]], [[60, 60, 4]], **looks)
        picture = decoded(Renderer(60, 30, TRUE, BLOCKS).render(scene, Camera(elevation=0.9)))
        empty = decoded(Renderer(60, 30, TRUE, BLOCKS).render(boxes([], []), Camera(elevation=0.9)))
        return (picture.sum(axis=2) - empty.sum(axis=2)).min()

    assert brightness() < -40
    assert brightness(ghost=np.array([True])) > -20


def test_an_unknown_material_always_looks_the_same():
    pictures = [
        Renderer(20, 10, TRUE, BLOCKS).render(boxes([[0, 0, 45]], [[40, 40, 40]], [name]), Camera())
        for name in ("moon rock", "Moon rock ", "oak", "OAK")
    ]
    assert np.array_equal(pictures[0].background, pictures[1].background)
    assert np.array_equal(pictures[2].background, pictures[3].background)


ASCII_CHAIR = r"""
          ,___,__.
          |^^^!!!|
          |_     !
          |^^^^!^
          |_ |  |
      _,x|000|LoL
      !|^!!TL|T^|
        `,'!!|  |
       <~._  | <|
       L   '^|`
             '
"""
BLOCK_CHAIR = """
          ░▂▂▂▂▁▁▃
          ▒▒░░▒▒▒▒
          ▒▁    ░░
          ▒░░▒▀▒▒░
          ▒▁░░ ░░░
      ▁▃▅▓▓▓▓▓▇▆▓░
      ▒▒▓▓▓▓▓▓▓▒▒
      ▐░░▒▒▒▒▒  ▒
      ░▒▒▃▁  ▒░░░
       ░   ░░▒░
            ░▒
"""


@pytest.mark.parametrize(("glyphs", "picture"), [(GlyphSet.ASCII, ASCII_CHAIR), (GlyphSet.BLOCKS, BLOCK_CHAIR)])
def test_the_chair_without_colours(glyphs, picture):
    cells = Renderer(24, 12, ColourDepth.NONE, glyphs).render(chair_scene(), Camera(distance=160))
    assert [line.rstrip() for line in cells.lines()] == [*picture.strip("\n").split("\n"), ""]
