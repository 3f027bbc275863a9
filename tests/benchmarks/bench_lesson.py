"""The presenter's screen: how long a jump and a restart take to the first frame, and 5,000 random presses of a clicker.

Run by hand: `python -m tests.benchmarks.bench_lesson [PRESSES]`. Times are of the whole app without a terminal.
"""

import asyncio
import sys
import time

import numpy as np

from chairgame.game import places
from chairgame.game.lesson.files import built_in_lesson
from tests.tui.driving import Game, game

CLICKER = ("pagedown", "pagedown", "pagedown", "pageup", "b", "full_stop", "f5", "escape", "1", "8", "r")


async def _timed(g: Game, *keys: str) -> float:
    began = time.perf_counter()
    await g.press(*keys)
    return time.perf_counter() - began


async def _run(presses: int) -> None:
    rng = np.random.default_rng(0)
    async with game((80, 24), place=places.Lesson(built_in_lesson())) as g:
        jumps = [await _timed(g, str(number)) for number in range(1, 9) for _ in range(3)]
        await g.press("8", "pagedown", "pagedown")
        print(f"a digit to the stop's first frame: worst {max(jumps):.2f} s of {len(jumps)}; wanted 1 s")
        print(f"r to the lesson's first frame: {await _timed(g, 'r'):.2f} s; wanted 1 s")
        left = 0
        for _ in range(presses):
            key = str(rng.choice(CLICKER))
            if key == "escape" and g.screen.talk.is_leaving:
                key = "pagedown"  # two in a row are no accident
            await g.press(key)
            g.clock.advance(0.5)
            g.screen.clockwork.tick()
            left += g.app._exit
        print(f"{presses} random presses: no exception, left {left} times")


if __name__ == "__main__":
    asyncio.run(_run(int(sys.argv[1]) if len(sys.argv) > 1 else 5000))
