"""Progress survives: other games, kills, damage at any byte, a folder that cannot be written."""

import json
import os
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from textwrap import wrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chairgame.game.preferences import Preferences
from chairgame.game.progress.file import FILE
from chairgame.game.progress.records import Feat, KeptAttempt, Result, first_stars
from chairgame.game.progress.schema import VERSION
from chairgame.game.progress.whole import Progress, kept_preferences
from chairgame.text.catalogue import LANGUAGES, Catalogue

KILLS = int(os.environ.get("CHAIRGAME_TEST_KILLS", "6"))  # by hand: 100
RESULTS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.integers(0, 30)), max_size=12)
CHOICE = Preferences("pl", "16", "half", "high-contrast", True, True)


def progress_in(home: Path) -> Progress:
    return Progress(home, lambda: 1_700_000_000.5)


def played(stars: int, count: int, seed: int = 0) -> Result:
    return Result(first_stars(stars), count, seed, 1, 1_700_000_000.5)


def kept(moves: Sequence[str], seed: int = 0) -> KeptAttempt:
    return KeptAttempt(seed, 1, tuple(moves))


def contents(progress: Progress) -> tuple[object, ...]:
    return dict(progress.records()), dict(progress.attempts()), dict(progress.settings()), dict(progress.feats())


def filled(home: Path) -> tuple[object, ...]:
    """A file with something of everything, closed, and what is in it."""
    progress = progress_in(home)
    progress.begin()
    progress.prefer(CHOICE)
    for number in range(6):
        progress.finish(f"level-{number}", played(number % 4, 10 + number, number))
    progress.keep("level-2", kept([f"turn {n} -1" for n in range(40)], 7))
    progress.earn("level-5", frozenset({3}))
    progress.keep_feat("daily-2026-11-25", Feat(7.0, "builds", 1.5, ("place 0 1 1 1",)))
    held = contents(progress)
    progress.close()
    return held


def test_everything_is_there_again(tmp_path: Path) -> None:
    held = filled(tmp_path / "home")
    progress = progress_in(tmp_path / "home")
    assert contents(progress) == held
    assert (progress.preferences, progress.news) == (CHOICE, None)
    assert kept_preferences(tmp_path / "home") == CHOICE
    assert progress.attempts()["level-2"].moves[:2] == ("turn 0 -1", "turn 1 -1")
    assert progress.records()["level-5"].stars == {1, 3}
    assert [file.name for file in (tmp_path / "home").iterdir() if file.suffix == ".sqlite"] == [FILE]


def test_looking_at_the_preferences_makes_no_file(tmp_path: Path) -> None:
    assert kept_preferences(tmp_path / "home") == Preferences()
    assert not (tmp_path / "home").exists()


def test_a_finished_level_has_no_attempt_left(tmp_path: Path) -> None:
    progress = progress_in(tmp_path)
    progress.keep("a", kept(["x", "y"]))
    progress.finish("a", played(2, 9, 1))
    assert progress.attempts() == {}
    progress.keep("a", kept(["x"]))
    progress.keep("a", kept([]))
    assert progress_in(tmp_path).attempts() == {}


@given(RESULTS, RESULTS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_games_on_one_file_lose_nothing(
    tmp_path_factory: pytest.TempPathFactory, mine: list[tuple[str, int, int]], theirs: list[tuple[str, int, int]]
) -> None:
    home = tmp_path_factory.mktemp("home")
    one, other = progress_in(home), progress_in(home)
    for first, second in zip([*mine, *[None] * 12], [*theirs, *[None] * 12], strict=False):
        for progress, result in ((one, first), (other, second)):
            if result is not None:
                progress.finish(result[0], played(result[1], result[2], 0))
    records = one.records()
    assert records == other.records()
    for level in "abc":
        results = [(-stars, count) for name, stars, count in mine + theirs if name == level]
        assert (level in records) == bool(results)
        if results:
            record = records[level]
            assert record.best is not None
            assert (-len(record.stars), record.best.count, record.played) == (*min(results), len(results))


CHILD = """
import sys
from pathlib import Path
from chairgame.game.progress.records import KeptAttempt, Result, first_stars
from chairgame.game.progress.whole import Progress
progress = Progress(Path(sys.argv[1]), lambda: 1.0)
def played(stars, count, seed):
    return Result(first_stars(stars), count, seed, 1, 1.0)
moves = []
for number in range(int(sys.argv[3])):
    moves.append(f"move {number}")
    progress.keep(sys.argv[2], KeptAttempt(0, 1, tuple(moves)))
    if number % 10 == 9:
        progress.finish(f"{sys.argv[2]}-{number}", played(3, number, 0))
        progress.finish("shared", played(1, 100 - number % 50, 0))
        progress.keep(sys.argv[2], KeptAttempt(0, 1, tuple(moves)))
    print(number, flush=True)
assert progress.news is None, progress.news
"""


def child(home: Path, name: str, moves: int) -> "subprocess.Popen[str]":
    line = [sys.executable, "-c", CHILD, str(home), name, str(moves)]
    return subprocess.Popen(line, stdout=subprocess.PIPE, text=True)


def test_two_processes_at_once_keep_everything_of_both(tmp_path: Path) -> None:
    games = [child(tmp_path / "home", name, 300) for name in ("one", "two")]
    for game in games:
        game.communicate(timeout=60)
        assert game.returncode == 0
    progress = progress_in(tmp_path / "home")
    records = progress.records()
    assert len(records) == 61
    assert records["shared"].best is not None
    assert (records["shared"].played, records["shared"].best.count) == (60, 51)
    assert all(len(progress.attempts()[name].moves) == 300 for name in ("one", "two"))


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_killed_game_loses_at_most_its_last_move(tmp_path: Path) -> None:
    random = Random(4)
    for number in range(KILLS):
        home = tmp_path / str(number)
        with child(home, "one", 100_000) as game:
            assert game.stdout is not None
            told = int(game.stdout.readline())
            time.sleep(random.uniform(0, 0.05))  # any moment will do
            game.send_signal(signal.SIGKILL)
            told = max([told, *(int(line) for line in game.stdout.read().split("\n")[:-1])])
        progress = progress_in(home)
        assert progress.news is None
        assert len(progress.attempts()["one"].moves) >= told + 1
        assert sum(record.played for level, record in progress.records().items() if level != "shared") >= told // 10
        assert progress_in(home).news is None


def damaged(home: Path, byte: int, change: int | None) -> None:
    """Flip bits of a byte, or cut the file there."""
    file = home / FILE
    data = bytearray(file.read_bytes())
    byte %= len(data)
    if change is None:
        del data[byte:]
    else:
        data[byte] ^= change
    file.write_bytes(data)


@given(st.integers(0, 1 << 16), st.none() | st.integers(1, 255))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_at_any_byte_is_harmless_or_said(
    tmp_path_factory: pytest.TempPathFactory, byte: int, change: int | None
) -> None:
    assert_harmless_or_said(tmp_path_factory.mktemp("home"), byte, change)


def assert_harmless_or_said(home: Path, byte: int, change: int | None) -> None:
    held = filled(home)
    damaged(home, byte, change)
    broken = (home / FILE).read_bytes()
    progress = progress_in(home)
    if progress.news is None:
        assert contents(progress) == held
        return
    for language in LANGUAGES:
        sentence = progress.news.sentence(Catalogue(language))
        assert FILE in sentence
        assert len(wrap(sentence, 78)) <= 2  # the rows that the title and the levels have for it
    kept = [file for file in home.iterdir() if file.read_bytes() == broken]
    assert kept or not broken, "the damaged file is gone"
    progress.finish("level-0", played(3, 1, 0))
    assert progress.records()["level-0"].stars == {1, 2, 3}  # the game goes on all the same
    progress.close()


def test_what_is_no_database_is_set_aside_beside_others(tmp_path: Path) -> None:
    for number, data in enumerate((b"no database at all" * 300, b"x", b"\0" * 4096), start=1):
        (tmp_path / FILE).write_bytes(data)
        progress = progress_in(tmp_path)
        assert progress.news is not None
        assert (tmp_path / f"{FILE}.damaged{f'-{number}' if number > 1 else ''}").read_bytes() == data
        progress.begin()
        progress.close()
        assert progress_in(tmp_path).has_begun


def test_an_empty_file_is_used_and_not_called_damaged(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    one, other = progress_in(tmp_path), progress_in(tmp_path)
    assert one.news is not None
    for language in LANGUAGES:
        sentence = one.news.sentence(Catalogue(language))
        assert FILE in sentence
        assert not {"damaged", "uszkodzony"} & set(sentence.split())
    one.finish("a", played(3, 4))
    other.finish("b", played(3, 4))
    one.close()
    other.close()
    again = progress_in(tmp_path)
    assert (set(again.records()), again.news) == ({"a", "b"}, None)
    again.close()
    assert os.listdir(tmp_path) == [FILE]


def test_a_pipe_or_a_folder_of_its_name_costs_one_sentence(tmp_path: Path) -> None:
    for home, make in ((tmp_path / "a", os.mkfifo), (tmp_path / "b", os.mkdir)):
        home.mkdir()
        make(home / FILE)
        progress = progress_in(home)
        assert progress.news is not None
        progress.finish("a", played(3, 4))
        assert progress.records()["a"].stars == {1, 2, 3}
        assert kept_preferences(home) == Preferences()


FULL = """
import resource, sys
from pathlib import Path
from chairgame.game.progress.records import Result
from chairgame.game.progress.whole import Progress
from chairgame.text.catalogue import Catalogue
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
progress = Progress(Path(sys.argv[1]) / "home", lambda: 1.0)
progress.begin()
progress.finish("new", Result(frozenset({1}), 4, 0, 1, 1.0))
assert progress.records()["new"].stars == {1}
print("" if progress.news is None else progress.news.sentence(Catalogue("en")), len(progress.records()))
progress.close()
"""


def on_a_full_disk(folder: Path, size: int) -> str:
    """What a game says in which no file can grow beyond a size; the kernel refuses, as a full disk does."""
    line = [sys.executable, "-c", FULL, str(folder), str(size)]
    return subprocess.run(line, check=True, timeout=60, capture_output=True, text=True).stdout


@pytest.mark.parametrize("size", [0, 100, 4096, 10_000, 16_384, 20_000, 32_767])
def test_a_full_disk_is_called_a_full_disk_and_leaves_nothing(tmp_path: Path, size: int) -> None:
    said = on_a_full_disk(tmp_path, size)
    assert f"Your progress cannot be kept in {FILE}" in said
    progress = progress_in(tmp_path / "home")
    assert progress.news is None  # nothing is there that could be taken for damaged
    progress.finish("next", played(3, 4))
    progress.close()
    assert os.listdir(tmp_path / "home") == [FILE]


@pytest.mark.parametrize("size", [0, 4096, 20_000, 32_767])
def test_what_was_kept_before_outlives_a_full_disk(tmp_path: Path, size: int) -> None:
    held = filled(tmp_path / "home")
    said = on_a_full_disk(tmp_path, size)
    assert "damaged" not in said
    assert said.endswith("7\n")
    progress = progress_in(tmp_path / "home")
    assert progress.news is None
    records = dict(progress.records())
    records.pop("new", None)
    assert (records, progress.attempts()) == held[:2]


def test_a_damaged_file_on_a_full_disk_is_said_to_be_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    filled(tmp_path)
    (tmp_path / FILE).write_bytes(b"\0" * 5000)
    monkeypatch.setattr("tempfile.mkstemp", full)
    progress = progress_in(tmp_path)
    assert progress.news is not None
    sentence = progress.news.sentence(Catalogue("en"))
    assert f"it now lies in {FILE}.damaged." in sentence
    assert "No space left on device" in sentence
    assert not progress.is_kept
    assert [name for name in os.listdir(tmp_path) if not name.endswith(("-wal", "-shm"))] == [f"{FILE}.damaged"]


def test_damage_in_the_middle_of_a_game_costs_nothing_of_that_game(tmp_path: Path) -> None:
    held = filled(tmp_path)
    progress = progress_in(tmp_path)
    (tmp_path / FILE).write_bytes(b"\0" * 20_000)
    progress.finish("new", played(3, 4, 0))
    assert progress.news is not None
    progress.close()
    again = progress_in(tmp_path)
    assert set(again.records()) == {*held[0], "new"}  # type: ignore[misc]


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    import sqlite3

    filled(tmp_path)
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    progress = progress_in(tmp_path)
    progress.finish("a", played(3, 4, 0))
    assert progress.news is not None
    assert progress.records()["a"].stars == {1, 2, 3}
    assert (tmp_path / FILE).read_bytes() == before


def test_a_home_that_cannot_be_made_costs_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    progress = progress_in(tmp_path / "file" / "home")
    assert progress.news is not None
    progress.finish("a", played(3, 4, 0))
    progress.keep("b", kept(["x"]))
    progress.prefer(CHOICE)
    assert progress.records()["a"].stars == {1, 2, 3}
    assert (progress.attempts()["b"].moves, progress.preferences) == (("x",), CHOICE)


READER = """
import os, sys
from pathlib import Path
from chairgame.game.progress.whole import Progress
if os.geteuid() == 0:
    os.setuid(65534)
progress = Progress(Path(sys.argv[1]), lambda: 1.0)
assert len(progress.records()) == 6
assert progress.news is not None
from chairgame.game.progress.records import Result
progress.finish("more", Result(frozenset({1}), 4, 0, 1, 1.0))
assert len(progress.records()) == 7
"""


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
def test_a_home_that_can_only_be_read_is_read(tmp_path: Path) -> None:
    import tempfile

    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        filled(Path(folder))
        os.chmod(folder, 0o555)
        os.chmod(Path(folder) / FILE, 0o444)
        try:
            subprocess.run([sys.executable, "-c", READER, folder], check=True, timeout=60)
        finally:
            os.chmod(folder, 0o755)


def _rewritten(home: Path, table: str, key: str, change: Callable[[list], None]) -> None:
    """Another game's row, with the checksum that it would have."""
    import sqlite3

    connection = sqlite3.connect(home / FILE, isolation_level=None)
    found = connection.execute(f"SELECT * FROM {table} WHERE {'level' if table == 'record' else 'name'} = ?", (key,))
    *row, _checksum = found.fetchone()
    change(row)
    marks = ", ".join("?" * (len(row) + 1))
    checksum = zlib.crc32(json.dumps([table, *row]).encode())
    connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", (*row, checksum))
    connection.close()


def test_what_a_newer_game_adds_to_a_play_stays_with_it(tmp_path: Path) -> None:
    progress = progress_in(tmp_path)
    progress.finish("a", played(2, 4, 0))
    progress.close()

    def add(row: list) -> None:
        row[3] = json.dumps(json.loads(row[3]) | {"mood": ["calm"]})

    _rewritten(tmp_path, "record", "a", add)
    progress = progress_in(tmp_path)
    assert progress.news is None
    assert progress.records()["a"].best == played(2, 4, 0)
    progress.finish("a", played(1, 9, 0))  # no better: the best play is written again as it was
    progress.close()
    found: list[object] = []
    _rewritten(tmp_path, "record", "a", lambda row: found.append(json.loads(row[3])["mood"]))
    assert found == [["calm"]]


def test_a_whole_row_that_no_game_has_written_is_set_aside_with_its_file_and_the_rest_goes_on(tmp_path: Path) -> None:
    progress = progress_in(tmp_path)
    progress.finish("a", played(2, 4, 0))
    progress.keep_feat("daily-1", Feat(1.0, "points", 1.0))
    progress.close()

    def spoil(row: list) -> None:
        row[4] = "{"

    _rewritten(tmp_path, "feat", "daily-1", spoil)
    progress = progress_in(tmp_path)
    assert progress.news is not None
    assert "now lies in" in progress.news.message
    assert progress.is_kept
    assert progress.records()["a"].stars == {1, 2}
    progress.close()
    assert progress_in(tmp_path).records()["a"].stars == {1, 2}
    assert (tmp_path / f"{FILE}.damaged").exists()
