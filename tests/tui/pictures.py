"""The README's pictures of levels, drawn anew from the game itself: `python -m tests.tui.pictures`."""

import asyncio
from pathlib import Path

import numpy as np
from PIL import Image

from chairgame.game.story.level import level_named
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.film.gif import LARGE, palette_of, pixels_of
from chairgame.graphics.film.paint import painted
from tests.tui.driving import FRAME, game
from tests.tui.snapshots import screen_of
from tests.tui.test_level_screens import level_in, to_play

FOLDER = Path(__file__).parents[2] / "assets" / "pictures"
SIZE = 100, 30
LEVELS = {
    "board": ("no-instructions", 12, ("1", "right", "up")),
    "grandmother": ("epochs", 0, ()),
}
"""A picture's level, so many moves of its solution (0: up to the first chair that grandmother is given), and keys."""
FALLEN_SECONDS = 4.0


async def main() -> None:
    """Draw all of them."""
    for name, (level_id, count, keys) in LEVELS.items():
        level = level_named(level_id)
        moves = level.solution[: count or level.solution.index("next")]
        async with game(SIZE, level=level, reduced_motion=not keys) as g:
            await to_play(g)
            for move in moves:
                level_in(g).move(move)
                if move != moves[-1] or keys:
                    level_in(g).attempt.play.skip()
            level_in(g).changed()
            await g.press(*keys)
            for _ in range(round(FALLEN_SECONDS / FRAME)):
                g.clock.advance(FRAME)
                level_in(g).clockwork.tick()
            await g.settle()
            png = as_image(screen_of(g))
        png.save(FOLDER / f"{name}.png", optimize=True)
        print(f"{name}.png: {(FOLDER / f'{name}.png').stat().st_size} bytes")


def as_image(cells: Cells) -> Image.Image:
    """The cells as pixels, in at most 256 colours."""
    frame = painted(cells)
    palette = palette_of([frame])
    image = Image.fromarray(pixels_of(frame, palette, LARGE))
    image.putpalette(np.rint(palette).astype(np.uint8).tobytes())
    return image


if __name__ == "__main__":
    asyncio.run(main())
