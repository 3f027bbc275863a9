"""What tests of the screen share as fixtures."""

import pytest

from tests.tui.snapshots import Snapshots


@pytest.fixture
def snapshot(pytestconfig: pytest.Config) -> Snapshots:
    """`await snapshot(g, "name")` compares the screen with the one that was looked at."""
    return Snapshots(bool(pytestconfig.getoption("--refresh-snapshots")))
