"""The rate along a cosine: all of it at first, half in the middle, hardly any at last, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.training.schedule import along_cosine
from chairgame.training.settings import Settings


@given(epochs=st.integers(2, 6000), rate=st.floats(1e-4, 10))
def test_it_falls_from_the_rate_to_nearly_nothing(epochs: int, rate: float) -> None:
    settings = Settings(learning_rate=rate)
    assert along_cosine(settings, 0, epochs) == settings
    assert along_cosine(settings, epochs, epochs).learning_rate == pytest.approx(0, abs=1e-15 * rate)
    rates = [along_cosine(settings, epoch, epochs).learning_rate for epoch in range(0, epochs, max(1, epochs // 20))]
    assert rates == sorted(rates, reverse=True)
    if epochs % 2 == 0:
        assert along_cosine(settings, epochs // 2, epochs).learning_rate == pytest.approx(rate / 2)
