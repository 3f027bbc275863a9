"""What tests of the screen share as fixtures."""

from collections.abc import Mapping
from typing import Any

import pytest

from chairgame.terminal.depth import ColourDepth, GlyphSet
from tests.tui.snapshots import Snapshots

NARROW = 100
PLAINEST = (ColourDepth.NONE, GlyphSet.ASCII)


@pytest.hookimpl(tryfirst=True)  # before -m looks at the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of what is tried in many languages, sizes and looks the quick run takes a part, the slow tests the rest."""
    for item in items:
        params = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
        if not (_is_quick_language(params) and _is_quick_look(params)):
            item.add_marker(pytest.mark.slow)


def _is_quick_language(params: Mapping[str, Any]) -> bool:
    """Where room is short, Polish, which is longer; where there is room, English."""
    if "language" not in params or not {"size", "level"} & params.keys():
        return True
    is_narrow = params.get("size", (80, 24))[0] < NARROW
    return is_narrow == (params["language"] == "pl")


def _is_quick_look(params: Mapping[str, Any]) -> bool:
    """The richest and the plainest, in a small window."""
    if not {"depth", "glyphs"} <= params.keys():
        return True
    look = params["depth"], params["glyphs"]
    is_narrow = params.get("size", (80, 24))[0] < NARROW
    return is_narrow and look in ((ColourDepth.TRUECOLOR, GlyphSet.BLOCKS), PLAINEST)


@pytest.fixture
def snapshot(pytestconfig: pytest.Config) -> Snapshots:
    """`await snapshot(g, "name")` compares the screen with the one that was looked at."""
    return Snapshots(bool(pytestconfig.getoption("--refresh-snapshots")))
