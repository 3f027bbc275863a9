"""A long random walk at three sizes: how many cells differ from the screen painted anew. Wanted: none in 2,000 steps.

Then a short one in which one row in fifty never reaches the terminal: the proof that a walk can fail.
Run by hand: python -m tests.benchmarks.bench_walk [steps]
"""

import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.tui.walk import Tally, Walker

SIZES = ((120, 40), (80, 24), (60, 18))
STEPS, STEPS_A_GAME, EVERY = 2000, 250, 5
CHAIRS = ("three-part-stool", "kitchen")


def main() -> None:
    """Games of 250 steps, each with its own seed, the chairs in turn."""
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else STEPS
    begin, tally = time.monotonic(), Tally()
    for seed in range(max(1, steps // STEPS_A_GAME)):
        walk(seed, tally, min(steps, STEPS_A_GAME))
    report("as it is", tally, time.monotonic() - begin)
    begin, spoiled = time.monotonic(), Tally()
    walk(1, spoiled, 100, is_sabotaged=True)
    report("sabotaged", spoiled, time.monotonic() - begin)


def walk(seed: int, tally: Tally, steps: int, *, is_sabotaged: bool = False) -> None:
    """One game."""
    words = ("lab", "--chair", CHAIRS[seed % len(CHAIRS)])
    with (
        tempfile.TemporaryDirectory() as home,
        Walker(*words, home=Path(home), size=SIZES[0], is_sabotaged=is_sabotaged, COLORTERM="truecolor") as walker,
    ):
        walker.wait_for("leave")
        walker.walk(Random(seed), tally, steps, EVERY, SIZES)


def report(name: str, tally: Tally, seconds: float) -> None:
    """One line, and the first wrong cells."""
    print(
        f"{name:10} {tally.steps} steps, {tally.comparisons} comparisons, {tally.compared} cells, "
        f"{len(tally.wrong)} wrong, {seconds:.0f} s",
        flush=True,
    )
    for wrong in tally.wrong[:3]:
        print(f"  {wrong}")


if __name__ == "__main__":
    main()
