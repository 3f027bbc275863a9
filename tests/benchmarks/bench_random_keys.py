"""Random keys over all screens and levels at random sizes: `python -m tests.benchmarks.bench_random_keys 50000 SEED`.

Prints where the keys were pressed. Ends with a traceback where the game broke, or with an AssertionError where a screen
was stuck or painted amiss.
"""

import asyncio
import sys
import time

from tests.tui.wandering import wander


def main(keys: int, seed: int) -> None:
    """Wander, and tell where."""
    began = time.monotonic()
    pressed = asyncio.run(wander(seed, keys))
    for where, count in pressed.most_common():
        print(f"{where:<20} {count:>7}")
    rate = pressed.total() / (time.monotonic() - began)
    print(f"{pressed.total()} keys, seed {seed}: nothing broke, nothing stuck; {rate:.0f} keys a second")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
