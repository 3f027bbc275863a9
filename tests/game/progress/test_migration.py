"""What the first version of the game has kept is there in today's, whole; and that version is not disturbed."""

import json
import shutil
import sqlite3
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from chairgame.game.preferences import Preferences
from chairgame.game.progress.exchange import account_of, exported, read_export
from chairgame.game.progress.file import FILE, read_only
from chairgame.game.progress.records import KeptAttempt, Record, Result
from chairgame.game.progress.schema import VERSION
from chairgame.game.progress.whole import Account, Progress, kept_preferences
from chairgame.text.tables import parse_json

KEPT = Path(__file__).parent / "kept"
AT = 1_700_000_000.5
BEST = {
    "no-instructions": Result(frozenset({1}), 12, 26, 1, AT),
    "scanner": Result(frozenset({1, 2, 3}), 7, 29, 1, AT),
    "headphones": Result(frozenset({1, 2}), 12, 9, 1, AT),
    "cable": Result(frozenset(), 9, 4, 1, AT),
}
RECORDS = {level: Record(best.stars, best, 2 if level == "scanner" else 1) for level, best in BEST.items()}
ATTEMPTS = {
    "no-instructions": KeptAttempt(26, 1, ("place 0 1 2 0", "scan")),
    "volume": KeptAttempt(10, 1, ("predict crawl", "epoch")),
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copy(KEPT / "progress-1.sqlite", tmp_path / FILE)
    return tmp_path


def account(progress: Progress) -> Account:
    return Account(progress.records(), progress.attempts(), progress.settings(), progress.feats())


def test_stars_attempts_and_choices_are_taken_over_once(home: Path) -> None:
    for _start in range(2):
        progress = Progress(home)
        assert progress.news is None
        assert (dict(progress.records()), dict(progress.attempts())) == (RECORDS, ATTEMPTS)
        assert progress.preferences == Preferences("pl", "16", "half", "high-contrast", True, True)
        assert progress.has_begun
        progress.close()


def test_looking_at_an_old_file_changes_nothing(home: Path) -> None:
    before = (home / FILE).read_bytes()
    assert kept_preferences(home).language == "pl"
    assert len(read_only(home / FILE)["record"]) == len(RECORDS)
    assert (home / FILE).read_bytes() == before


def test_games_that_start_at_once_take_it_over_once(home: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        games = list(pool.map(lambda _n: dict(Progress(home).records()), range(4)))
    assert games == [RECORDS] * 4


def test_an_older_game_that_has_the_file_open_goes_on_with_its_own_tables(home: Path) -> None:
    older = sqlite3.connect(home / FILE)
    assert len(older.execute("SELECT * FROM level").fetchall()) == len(RECORDS)
    Progress(home).close()
    assert len(older.execute("SELECT * FROM level").fetchall()) == len(RECORDS)
    assert older.execute("PRAGMA user_version").fetchone() == (VERSION,), "and at its next start it leaves it alone"
    older.close()


def first_row(table: str, *row: object) -> tuple[object, ...]:
    """A row as the first version wrote it."""
    return (*row, zlib.crc32(json.dumps([table, *row]).encode()))


def test_what_an_older_game_writes_after_that_is_taken_over_by_the_next_start(home: Path) -> None:
    older = sqlite3.connect(home / FILE, isolation_level=None)
    progress = Progress(home)
    progress.finish("volume", Result(frozenset({1}), 5, 10, 2, AT))  # its attempt is over
    progress.close()
    older.execute("INSERT OR REPLACE INTO level VALUES (?,?,?,?,?,?,?)", first_row("level", "cable", 2, 4, 4, AT, 3))
    older.execute(
        "INSERT OR REPLACE INTO attempt VALUES (?,?,?,?)", first_row("attempt", "cable", 4, json.dumps(["nudge 1"]))
    )
    older.close()
    for _start in range(2):
        progress = Progress(home)
        assert progress.news is None
        assert progress.records()["cable"] == Record(frozenset({1, 2}), Result(frozenset({1, 2}), 4, 4, 1, AT), 3)
        assert progress.records()["volume"].stars == {1}
        assert progress.attempts() == {
            "no-instructions": ATTEMPTS["no-instructions"],
            "cable": KeptAttempt(4, 1, ("nudge 1",)),
        }
        progress.close()


def test_forgetting_forgets_what_the_first_version_left_as_well(home: Path) -> None:
    progress = Progress(home)
    progress.reset()
    progress.close()
    connection = sqlite3.connect(home / FILE)
    assert all(
        connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        for table in ("level", "attempt", "record", "unfinished", "feat")
    )
    connection.close()


def test_an_export_of_the_first_form_is_read(tmp_path: Path) -> None:
    read = read_export(KEPT / "progress-1.json")
    assert (read.records, read.attempts, read.feats) == (RECORDS, ATTEMPTS, {})
    progress = Progress(tmp_path)
    progress.merge(read)
    assert account_of(parse_json(exported(progress), "export")) == account(progress)
    progress.close()


FULL = """
import resource, sys
from pathlib import Path
from chairgame.game.progress.whole import Progress
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
progress = Progress(Path(sys.argv[1]))
assert progress.news is not None
assert len(progress.records()) == 4
progress.earn("volume", frozenset({1}))
assert len(progress.records()) == 5
"""


def test_on_a_full_disk_an_old_file_stays_as_it_is_and_is_read(home: Path) -> None:
    for size in (0, 4096, 20_000):
        subprocess.run([sys.executable, "-c", FULL, str(home), str(size)], check=True, timeout=60)
        progress = Progress(home) if size == 20_000 else None
    assert progress is not None
    assert dict(progress.records()) == RECORDS
    progress.close()
