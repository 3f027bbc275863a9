"""Where to go back to after a burn-out. Knows distances by their epochs, and nothing of sessions or levels."""

from collections.abc import Callable

RECENT = 10  # epochs before a burn-out among which the last sound one is looked for
STILL_SOUND = 2  # times as far off as the best of them, at the most


def last_sound_epoch(distance_of: Callable[[int], float | None], epoch: int) -> int | None:
    """The last epoch before one in which the distance had not begun to explode; None where no distance is known.

    `distance_of` tells the distance of an epoch in cm, None for smoke.
    """
    epochs = range(max(0, epoch - RECENT), epoch)
    known = [(distance, before) for before in epochs if (distance := distance_of(before)) is not None]
    if not known:
        return None
    best, _ = min(known)
    return max(before for distance, before in known if distance <= STILL_SOUND * best)
