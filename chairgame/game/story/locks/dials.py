"""Lock 2: what a click of three dials is worth, measured on a real brain, and which of three bets saves most."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chairgame.game.story.dials import CLICK, DIALS, brain_of
from chairgame.game.story.locks.lock import OPTIONS, Slices

FloatArray = NDArray[np.float64]
Whole = NDArray[np.int64]

BOX, PARTS = 25, 5
SHOWN = 3  # dials
MOST_CLICKS = 5
CLEARLY_CM, LEAST_CM = 3.0, 5.0  # by which the best bet wins, and what it saves at least
REALLY_CM = 1.0  # by which it wins when all are built
FEWER = 2  # clicks than the one with most: who only looks for large numbers is wrong


@dataclass(frozen=True, eq=False)
class DialsLock:
    """Which dials, their slopes in cm a click, the bets in clicks (one a row), and what each of them promises, in cm;
    `saved_cm` is what it really saved when it was built."""

    right: int
    dials: tuple[int, ...]
    slopes: tuple[float, ...]
    bets: tuple[tuple[int, ...], ...]
    promised_cm: tuple[float, ...]
    saved_cm: tuple[float, ...]


def forge(rng: np.random.Generator, right: int) -> Slices[DialsLock]:
    """Dials and bets by chance, until one bet clearly wins, in the promise and when it is built."""
    brain = brain_of(BOX, PARTS).rewired(int(rng.integers(10_000)))
    yield
    start = brain.distance_cm(np.zeros(DIALS))
    slopes = np.array([round(brain.distance_cm(_turned({dial: 1})) - start, 1) for dial in range(DIALS)])
    while True:
        yield
        dials = np.sort(rng.choice(DIALS, SHOWN, replace=False))
        for _try in range(50):
            bets = rng.integers(-MOST_CLICKS, MOST_CLICKS + 1, (OPTIONS, SHOWN))
            promised = -bets @ slopes[dials]
            if _is_clear(bets, promised):
                saved = [start - brain.distance_cm(_turned(dict(zip(dials, bet, strict=True)))) for bet in bets]
                if np.argmax(saved) == np.argmax(promised) and np.ptp(np.sort(saved)[1:]) >= REALLY_CM:
                    return _lock(right, dials, slopes[dials], bets, promised, np.array(saved))


def _is_clear(bets: Whole, promised: FloatArray) -> bool:
    """Whether one bet clearly promises most, and is not the one with most clicks."""
    best, second = np.sort(promised)[:-3:-1]
    clicks = np.abs(bets).sum(axis=1)
    is_modest = clicks[np.argmax(promised)] <= clicks.max() - FEWER
    return bool(best >= LEAST_CM and best - second >= CLEARLY_CM and is_modest and clicks.min() > 0)


def _turned(clicks: Mapping[int, int]) -> FloatArray:
    offsets = np.zeros(DIALS)
    for dial, turns in clicks.items():
        offsets[dial] = CLICK * turns
    return offsets


def _lock(
    right: int, dials: Whole, slopes: FloatArray, bets: Whole, promised: FloatArray, saved: FloatArray
) -> DialsLock:
    order = [*np.argsort(-promised)]
    first = order.pop(0)
    order.insert(right, first)
    return DialsLock(
        right,
        tuple(int(dial) for dial in dials),
        tuple(float(slope) for slope in slopes),
        tuple(tuple(int(clicks) for clicks in bets[index]) for index in order),
        tuple(float(promised[index]) for index in order),
        tuple(float(saved[index]) for index in order),
    )
