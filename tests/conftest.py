"""What all tests share: how long hypothesis may think, and which of the slow tests are this run's.

What is slow is marked `slow` and left out unless asked for: `pytest -m slow` runs all of it, `--shard 2/4` a fourth.
"""

import os
from zlib import crc32

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before anything loads numpy: what is measured is measured as the game runs

import pytest
from hypothesis import HealthCheck, settings

# Examples are small; what is slow about the first one is an import, and a busy machine is not a defect.
settings.register_profile("chairgame", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("chairgame")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shard", type=_shard, help="run part K of N of the chosen tests, written K/N")
    parser.addoption("--refresh-snapshots", action="store_true", help="keep the screens as they are now: tests/tui")


def _shard(text: str) -> tuple[int, int]:
    part, _, parts = text.partition("/")
    if not 1 <= int(part) <= int(parts):
        raise ValueError(text)
    return int(part), int(parts)


@pytest.hookimpl(trylast=True)  # what -m and -k leave is shared out
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if shard := config.getoption("--shard"):
        part, parts = shard
        chosen = [item for item in items if crc32(item.nodeid.encode()) % parts == part - 1]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
        items[:] = chosen
