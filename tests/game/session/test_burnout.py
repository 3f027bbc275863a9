"""Where to go back to after a burn-out."""

import pytest

from chairgame.game.session.burnout import RECENT, last_sound_epoch


@pytest.mark.parametrize(
    ("distances", "sound"),
    [
        ([], None),
        ([None, None], None),
        ([50.0, 30.0, 20.0, 400.0, None], 2),
        ([50.0, 30.0, 20.0, 40.0, 90.0], 3),
        ([3.0] + [100.0] * RECENT + [900.0], RECENT),
        ([7.0], 0),
    ],
)
def test_the_last_epoch_that_had_not_begun_to_explode(distances: list[float | None], sound: int | None) -> None:
    assert last_sound_epoch(lambda epoch: distances[epoch], len(distances)) == sound
