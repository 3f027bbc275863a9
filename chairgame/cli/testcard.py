"""The doctor's test card: what a person looks at to judge a terminal, a font or a projector. At most 80 columns."""

from collections.abc import Iterator
from textwrap import wrap

import numpy as np

from chairgame.chair.catalogue import load_chair
from chairgame.chair.poses import ideal_poses, rotation_matrices, standing_box
from chairgame.cli.output import ASCII_FOR, heading
from chairgame.graphics.cells.ansi import ansi_row
from chairgame.graphics.cells.cells import DEFAULT, INDEXED, Cells, rgb
from chairgame.graphics.cells.contrast import Channels, contrast, red_green_blue
from chairgame.graphics.cells.theme import Theme, theme_for
from chairgame.graphics.picture.camera import Camera, camera_framing
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.scene import Scene
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue

CARD_CHAIR = "kitchen"
PICTURE = (24, 10)  # columns and rows
ABREAST = 3
CLOSER = 0.95  # than the game shows it, which needs room for parts in flight
XTERM_GREYS = [INDEXED + 232 + step for step in range(24)]
WIDTH = 76
STEPS = (
    (ColourDepth.TRUECOLOR, GlyphSet.BLOCKS),
    (ColourDepth.INDEXED, GlyphSet.BLOCKS),
    (ColourDepth.SIXTEEN, GlyphSet.BLOCKS),
    (ColourDepth.NONE, GlyphSet.BLOCKS),
    (ColourDepth.INDEXED, GlyphSet.ASCII),
    (ColourDepth.NONE, GlyphSet.ASCII),
)
SAMPLES = {
    GlyphSet.HALF: "▀▄█ ▀▄█ ▀▄█",
    GlyphSet.QUADRANT: "▘▝▖▗▚▞▛▜▙▟",
    GlyphSet.BLOCKS: "▁▂▃▄▅▆▇█▏▎▍▌▋▊▉",
    GlyphSet.SEXTANT: "🬞🬭🬭🬏 🬦🬹🬹🬓 🬁🬂🬂🬀 🬖🬲🬧🬔🬣🬘🬛🬇",
    GlyphSet.ASCII: ".:-=+*#%@",
}
CONTRASTS = (12.0, 7.0, 4.5, 3.0, 2.0, 1.5, 1.2)


def card(depth: ColourDepth, glyphs: GlyphSet, theme_name: str, _: Catalogue) -> Iterator[str]:
    """All lines of the card in a terminal's colours; without colours no escape codes at all."""
    theme = theme_for(depth, theme_name)
    chairs = ladder(depth, glyphs, _)
    plain = ASCII_FOR if glyphs is GlyphSet.ASCII else {}
    readable = _(
        "The smallest number that you can read is the contrast that this screen needs. The game's texts have {enough} "
        "and more, with `--theme high-contrast` {most}.",
        enough=_.number(4.5, 1),
        most=7,
    )
    for title, question, picture in (
        (_("Colours"), _("Each ramp should run from dark to light without a step back."), ramps(depth)),
        (_("Seams"), _("One solid block; beside it, where there are colours, two even bands."), seams(theme)),
        (_("Glyphs"), _("Without gaps, boxes or question marks."), glyph_rows()),
        (_("The chair, from rich to plain"), _("The key K steps through these colours in the game."), chairs),
        (_("Projector"), readable, contrasts(depth, theme, _)),
    ):
        if picture.height:
            yield ""
            yield heading(title).translate(plain)
            yield from wrap(question, WIDTH + 2)
            yield from (ansi_row(picture, row) for row in range(picture.height))


def ramps(depth: ColourDepth) -> Cells:
    """From dark to light: greys, and wood where it can be mixed."""
    share = np.linspace(0, 1, WIDTH)
    if depth is ColourDepth.NONE:
        return Cells.blank(0, WIDTH)
    cells = Cells.blank(1 + (depth is ColourDepth.TRUECOLOR), WIDTH)
    if depth is ColourDepth.TRUECOLOR:
        for row, end in enumerate(((255, 255, 255), (240, 184, 112))):
            cells.background[row] = [rgb(*(int(channel * x) for channel in end)) for x in share]
    elif depth is ColourDepth.INDEXED:
        cells.background[0] = INDEXED + 232 + (share * 23.99).astype(np.int32)
    else:
        cells.background[0] = INDEXED + np.array([0, 8, 7, 15], np.int32)[(share * 3.99).astype(int)]
    return cells


def seams(theme: Theme) -> Cells:
    """A block put together from halves, quarters and wholes, and two bands of which every other cell is reversed."""
    cells = Cells.blank(3, 40)
    for row, line in enumerate(("▗▄▄▄▄▄▄▄▄▄▄▄▄▄▄▖", "▐██████████████▌", "▝▀▀▀▀▀▀▀▀▀▀▀▀▀▀▘")):
        cells.put(row, 2, line, theme.build)
    for column in range(22, 38 if theme.build != DEFAULT else 22):
        pair = (theme.build, theme.positive) if column % 2 else (theme.positive, theme.build)
        cells.put(1, column, "▀▄"[column % 2 == 0], *pair)
    return cells


def glyph_rows() -> Cells:
    """A row for each glyph set."""
    cells = Cells.blank(len(SAMPLES), WIDTH)
    for row, (glyphs, sample) in enumerate(SAMPLES.items()):
        cells.put(row, 2, f"{glyphs.value:<12}{sample}")
    return cells


def ladder(depth: ColourDepth, own_glyphs: GlyphSet, _: Catalogue) -> Cells:
    """The chair in small pictures, each under what `--color` and `--glyphs` call its look; three in a row."""
    is_ascii = own_glyphs is GlyphSet.ASCII
    finest = GlyphSet.SEXTANT if own_glyphs is GlyphSet.SEXTANT else GlyphSet.BLOCKS
    steps = [step for step in STEPS if depth is not ColourDepth.NONE or step[0] is ColourDepth.NONE]
    scene, camera = _chair()
    rows = -(-len(steps) // ABREAST)
    cells = Cells.blank(rows * (PICTURE[1] + 1), ABREAST * (PICTURE[0] + 2) - 2)
    for index, (look, glyphs) in enumerate(steps):
        top, left = index // ABREAST * (PICTURE[1] + 1), index % ABREAST * (PICTURE[0] + 2)
        name = look.value + (", ascii" if glyphs is GlyphSet.ASCII else "")
        is_own = look is depth and (glyphs is GlyphSet.ASCII) == is_ascii
        cells.put(top, left, f"{name} ({_('in use')})" if is_own else name)
        shown = finest if glyphs is GlyphSet.BLOCKS else glyphs
        cells.blit(Renderer(*PICTURE, look, shown).render(scene, camera), top + 1, left)
    return cells


def _chair() -> tuple[Scene, Camera]:
    """A chair that stands, and the eye before it."""
    chair = load_chair(CARD_CHAIR)
    poses = ideal_poses(chair)
    scene = Scene(
        shapes=tuple(part.shape for part in chair.parts),
        sizes=chair.sizes,
        centres=poses.centres,
        rotations=rotation_matrices(poses.quaternions),
        materials=tuple(part.material for part in chair.parts),
        glow=np.zeros(len(chair.parts)),
    )
    low, high = standing_box(chair)
    return scene, camera_framing(float(np.hypot(*np.maximum(-low, high)[:2])), float(high[2])).zoomed(CLOSER)


def contrasts(depth: ColourDepth, theme: Theme, _: Catalogue) -> Cells:
    """Falling contrasts on the game's background, each written in itself; nothing where colours are the terminal's."""
    if depth not in (ColourDepth.TRUECOLOR, ColourDepth.INDEXED):
        return Cells.blank(0, WIDTH)
    room = WIDTH // len(CONTRASTS)
    cells = Cells.blank(3, room * len(CONTRASTS), theme.text, theme.background)
    ground = red_green_blue(theme.background)
    greys = [rgb(grey, grey, grey) for grey in range(256)] if depth is ColourDepth.TRUECOLOR else XTERM_GREYS
    for index, wanted in enumerate(CONTRASTS):
        grey = min(greys, key=lambda grey: _misses(grey, ground, wanted))
        cells.put(1, index * room + 2, _.number(contrast(red_green_blue(grey), ground), 1), grey)
    return cells


def _misses(colour: int, ground: Channels, wanted: float) -> float:
    """How far a lighter colour's contrast with a ground is from the wanted one; a darker one misses by far."""
    channels = red_green_blue(colour)
    return abs(contrast(channels, ground) - wanted) if channels >= ground[:1] * 3 else 21.0
