"""How long a key may wait in the lab while a brain learns: `python -m tests.benchmarks.bench_keys [--inline]`.

The lab as it is, painting included, without a terminal; its event loop's heartbeat is watched, and its lateness is what
a key would have waited. 200 parts before 8 × 512 units, after the whole chair and after each part; and the usual brain
at full speed. `--inline` learns within the loop, as it was before.
"""

import asyncio
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from chairgame.chair.catalogue import load_chair
from chairgame.chair.parts import Chair
from chairgame.game import places
from chairgame.game.options import PlayOptions
from chairgame.game.progress.whole import Progress
from chairgame.game.session.learner import InlineLearner
from chairgame.game.words.desk import Desk
from chairgame.game.words.source import typed_text
from chairgame.training.settings import Settings
from chairgame.tui import flow
from chairgame.tui.app import ChairgameApp
from tests.benchmarks.bench_words import twenty_thousand_words
from tests.tui.driving import SCREEN_OPTIONS

BEAT = 0.005  # seconds
LONGEST_WAIT = 0.1  # seconds that a key may wait
KEYS = ("comma", "plus", "space", "full_stop", "minus", "f", "v", "u", "U", "tab", "b", "b", "m", "m", "space")
WORD_KEYS = ("right", "g", "comma", "plus", "space", "enter", "d", "space", "f", "v", "u", "G", "R", "space", "n")
SECONDS_A_KEY = 1.0


def chair_of(parts: int) -> Chair:
    """The throne again and again, each part under a label of its own."""
    throne = load_chair("throne")
    repeated = (throne.parts * (1 + parts // len(throne.parts)))[:parts]
    return replace(throne, parts=tuple(replace(part, label=f"P{i}") for i, part in enumerate(repeated)))


async def heartbeat(late: list[float]) -> None:
    """Note how much later than asked each beat comes."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(BEAT)
        late.append(time.perf_counter() - began - BEAT)


async def lateness(chair: Chair, settings: Settings, faster: int) -> tuple[list[float], int]:
    """How late the beats were while keys were pressed, and how many epochs were learned."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        options = PlayOptions(place=places.Lab(), chair=chair, settings=settings, home=Path(home))
        app = ChairgameApp(options, SCREEN_OPTIONS, lambda: Progress(options.home))
        async with app.run_test(size=(120, 40)):
            late: list[float] = []
            task = asyncio.create_task(heartbeat(late))
            for key in (*["greater_than_sign"] * faster, "space", *KEYS):
                app.simulate_key(key)
                await asyncio.sleep(SECONDS_A_KEY)
            task.cancel()
            session = app.flow.lab
            assert session is not None
            return late, max(branch.history.newest for branch in session.workshop.bench.branches)


async def lateness_of_words(content: str) -> tuple[list[float], int]:
    """The same on the first bench of words mode."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        place = places.Words(Desk(typed_text(content)))
        options = PlayOptions(place=place, chair=load_chair("kitchen"), settings=Settings(), home=Path(home))
        app = ChairgameApp(options, SCREEN_OPTIONS, lambda: Progress(options.home))
        async with app.run_test(size=(120, 40)):
            late: list[float] = []
            task = asyncio.create_task(heartbeat(late))
            for key in ("greater_than_sign", "space", *WORD_KEYS):
                app.simulate_key(key)
                await asyncio.sleep(SECONDS_A_KEY)
            task.cancel()
            bench = place.desk.brain() if place.desk is not None else None
            assert bench is not None
            return late, max(branch.history.newest for branch in bench.branches)


def tell(name: str, late: list[float], epochs: int) -> None:
    """One line."""
    deaf = sum(wait for wait in late if wait > LONGEST_WAIT)
    share = deaf / (sum(late) + BEAT * len(late))
    print(f"{name:32}  worst {1000 * max(late):6.0f} ms  deaf {100 * share:3.0f} % of the time  epochs {epochs}")


def main() -> None:
    """One line for each brain."""
    if "--inline" in sys.argv:
        flow.BackgroundLearner = InlineLearner  # type: ignore[misc,assignment]
    large = Settings(hidden=(512,) * 8)
    cases = {
        "8×512, 200 parts, whole chair": (chair_of(200), large, 3),
        "8×512, 200 parts, batches of 1": (chair_of(200), replace(large, batch=1), 3),
        "24+24, 200 parts, one by one": (chair_of(200), Settings(), 0),
        "24+24, 200 parts, full speed": (chair_of(200), Settings(), 3),
        "24+24, kitchen, full speed": (load_chair("kitchen"), Settings(), 3),
    }
    for name, (chair, settings, faster) in cases.items():
        tell(name, *asyncio.run(lateness(chair, settings, faster)))
    tell("20,000 words as tokens", *asyncio.run(lateness_of_words(twenty_thousand_words())))


if __name__ == "__main__":
    main()
