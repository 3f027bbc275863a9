"""What tests of the screen share as fixtures."""

import pytest

from tests.tui.snapshots import Snapshots

NARROW = 100


@pytest.hookimpl(tryfirst=True)  # before -m looks at the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a test in many languages and sizes the quick run takes half: where room is short, Polish, which is longer."""
    for item in items:
        params = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
        if "language" in params and ("size" in params or "level" in params):
            is_narrow = params.get("size", (80, 24))[0] < NARROW
            if is_narrow != (params["language"] == "pl"):
                item.add_marker(pytest.mark.slow)


@pytest.fixture
def snapshot(pytestconfig: pytest.Config) -> Snapshots:
    """`await snapshot(g, "name")` compares the screen with the one that was looked at."""
    return Snapshots(bool(pytestconfig.getoption("--refresh-snapshots")))
