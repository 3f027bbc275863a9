"""How long recording takes and how large the files are, for every kind of file and some sizes.

Run by hand: python -m tests.benchmarks.bench_record
"""

from collections.abc import Callable, Sequence
from time import perf_counter

from chairgame.chair.catalogue import load_chair
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.film.cast import cast_lines
from chairgame.graphics.film.gif import gif_bytes
from chairgame.graphics.film.reel import Frame, reel
from chairgame.graphics.film.stage import FilmStage, Shape
from chairgame.graphics.film.svg import svg_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from chairgame.training.history import History
from chairgame.training.settings import Settings
from tests.training.beginning import begun

EPOCHS = 200
WANTED_SECONDS, WANTED_MEGABYTES = 10.0, 3.0
"""For a GIF of 60 frames at 80 by 24."""


def run_of(chair: str) -> History:
    history = begun(load_chair(chair), Settings())
    while history.newest < EPOCHS:
        history.advance()
    history.measure_newest()
    return history


def timed(work: Callable[[], bytes]) -> tuple[float, int]:
    """Seconds and bytes."""
    start = perf_counter()
    size = len(work())
    return perf_counter() - start, size


def kinds(pictures: Sequence[Cells], frames: Sequence[Frame]) -> dict[str, Callable[[], bytes]]:
    seconds = [frame.seconds for frame in frames]
    return {
        "gif": lambda: gif_bytes(pictures, seconds),
        "cast": lambda: "\n".join(cast_lines(pictures, seconds, "")).encode(),
        "svg": lambda: svg_of(pictures[-1], "").encode(),
    }


def main() -> None:
    print(f"{EPOCHS} epochs         frames   pictures s      gif s     MB     cast s     MB      svg s     MB")
    for chair, size in (("kitchen", (80, 24)), ("throne", (80, 24)), ("kitchen", (120, 40)), ("kitchen", (200, 60))):
        depth, history = ColourDepth.TRUECOLOR, run_of(chair)
        shape = Shape(*size, depth, GlyphSet.BLOCKS, theme_for(depth))
        frames = reel(0, EPOCHS)
        start = perf_counter()
        stage = FilmStage(history, shape, Catalogue("en"))
        pictures = [stage.picture(frame) for frame in frames]
        drawn = perf_counter() - start
        figures = [timed(work) for work in kinds(pictures, frames).values()]
        row = "".join(f"{seconds:11.2f}{count / 1e6:7.2f}" for seconds, count in figures)
        print(f"{chair:8} {size[0]:3}×{size[1]:<3} {len(frames):8} {drawn:12.2f}{row}")
        if size == (80, 24):
            seconds, count = drawn + figures[0][0], figures[0][1] / 1e6
            is_met = seconds <= WANTED_SECONDS and count <= WANTED_MEGABYTES
            print(
                f"  wanted for the GIF: {WANTED_SECONDS:g} s, {WANTED_MEGABYTES:g} MB: {'met' if is_met else 'MISSED'}"
            )


if __name__ == "__main__":
    main()
