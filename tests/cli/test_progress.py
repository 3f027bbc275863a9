"""`chairgame progress`: what it prints, what it carries from home to home, and what it refuses in one sentence."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chairgame.game.preferences import Preferences
from chairgame.game.progress.exchange import account_of, exported, read_export
from chairgame.game.progress.records import Feat, KeptAttempt, Result, first_stars
from chairgame.game.progress.whole import Account, Progress
from chairgame.game.story.level import levels
from chairgame.text.errors import PlayerError
from chairgame.text.tables import Table
from tests.cli.conftest import Run

LEVELS = levels()
FIRST = LEVELS[0]


def played(home: Path, stars: int = 2, count: int = 12) -> Progress:
    progress = Progress(home, lambda: 1_700_000_000.0)
    progress.finish(FIRST.id, Result(first_stars(stars), count, FIRST.seed, FIRST.edition, progress.now()))
    progress.keep(LEVELS[-1].id, KeptAttempt(LEVELS[-1].seed, LEVELS[-1].edition, ("a 1", "b")))
    progress.prefer(Preferences(language="pl"))
    return progress


def test_a_new_player_has_no_stars(run: Run) -> None:
    result = run("progress")
    assert (result.code, result.err) == (0, "")
    assert f"chairgame play {FIRST.id}" in result.out
    assert all(len(line) <= 80 for line in result.out.splitlines())
    assert result.out.count("\n") == len(LEVELS) + 3


@pytest.mark.parametrize("words", [(), ("--lang", "pl"), ("--glyphs", "ascii")])
def test_the_table_says_what_was_reached(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    played(tmp_path / "home").close()
    out = run("progress", *words).out
    row = next(line for line in out.splitlines() if line.split()[:1] == [str(FIRST.number)])
    assert ["2", "12", str(FIRST.par), "1"] == row.split()[-4:]


def test_json_has_every_level(run: Run, tmp_path: Path) -> None:
    played(tmp_path / "home").close()
    table = json.loads(run("progress", "--json").out)
    assert [entry["id"] for entry in table["levels"]] == [level.id for level in LEVELS]
    assert (table["stars"], table["of"]) == (2, 3 * len(LEVELS))
    first = table["levels"][0]
    assert (first["stars"], first["best_count"], first["played"], first["open"]) == (2, 12, 1, True)
    assert first["stars_earned"] == [1, 2]
    assert (first["seed"], first["finished_at"], first["par"]) == (FIRST.seed, 1_700_000_000.0, FIRST.par)
    assert table["levels"][-1]["moves_kept"] == 2


def test_what_goes_out_comes_in_elsewhere_and_only_the_better_stays(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = exported(progress := played(tmp_path / "home", 3, 20))
    progress.close()
    file = tmp_path / "mine.json"
    assert run("progress", "--export", str(file)).code == 0
    assert file.read_text() == mine
    assert run("progress", "--export", str(file)).code == 0  # it may be replaced
    monkeypatch.setenv("CHAIRGAME_HOME", str(tmp_path / "other"))
    played(tmp_path / "other", 2, 5).close()
    assert run("progress", "--import", str(file)).code == 0
    assert run("progress", "--import", str(file)).code == 0  # twice is as good as once
    other = Progress(tmp_path / "other")
    best = other.records()[FIRST.id].best
    assert best is not None
    assert (other.records()[FIRST.id].stars, best.count) == ({1, 2, 3}, 20)
    assert other.records()[FIRST.id].played == 1


def test_a_file_of_somebody_else_is_not_replaced(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear grandmother")
    result = run("progress", "--export", str(file))
    assert (result.code, result.out) == (2, "")
    assert str(file) in result.err
    assert file.read_text() == "Dear grandmother"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "stars"), [("y\n", 0), ("tak\n", 0), ("\n", 2), ("n\n", 2), ("", 2)])
def test_reset_asks(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, stars: int) -> None:
    played(tmp_path / "home").close()
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    result = run("progress", "--reset")
    assert (result.code, result.out) == (0, "")
    assert "2" in result.err
    progress = Progress(tmp_path / "home")
    assert sum(len(record.stars) for record in progress.records().values()) == stars
    assert bool(progress.attempts()) == bool(stars)
    assert progress.preferences.language == "pl"


def test_reset_without_anybody_to_ask_needs_yes(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played(tmp_path / "home").close()
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    result = run("progress", "--reset")
    assert (result.code, "--yes" in result.err) == (2, True)
    assert Progress(tmp_path / "home").records()
    assert run("progress", "--reset", "--yes").code == 0
    assert not Progress(tmp_path / "home").records()


@pytest.mark.parametrize(
    "words",
    [
        ("--yes",),
        ("--reset", "--export", "x"),
        ("--export", "x", "--import", "y"),
        ("--export", ""),
        ("--import",),
        ("--import", "nowhere.json"),
        ("extra",),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    for language in ("en", "pl"):
        result = run("progress", *words, "--lang", language)
        assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "home").exists()


def first_form() -> dict[str, Any]:
    record = {"stars": 2, "count": 12, "seed": 0, "finished_at": 5.5, "played": 3}
    return {
        "chairgame-progress": 1,
        "levels": {"cable": record},
        "attempts": {"cable": {"seed": 1, "moves": ["x"]}},
        "settings": {"language": "pl"},
    }


def sound() -> dict[str, Any]:
    made = {"hand_moves": 9, "weight_changes": 0}
    best = {"stars": [1, 3], "count": 12, "seed": 0, "edition": 1, "finished_at": 5.5, **made}
    return {
        "chairgame-progress": 2,
        "levels": {"cable": {"stars": [1, 3], "played": 3, "best": best}},
        "attempts": {"cable": {"seed": 1, "edition": 2, "moves": ["x"]}},
        "settings": {"language": "pl"},
        "feats": {"daily-2026-11-25": {"value": 7.0, "unit": "builds", "at": 5.5, "moves": ["x"]}},
    }


def test_a_sound_export_is_taken() -> None:
    account = account_of(Table("f", "", sound()))
    assert (account.records["cable"].stars, account.records["cable"].played) == ({1, 3}, 3)
    assert account.attempts == {"cable": KeptAttempt(1, 2, ("x",))}
    assert account.settings == {"language": "pl"}
    assert account.feats == {"daily-2026-11-25": Feat(7.0, "builds", 5.5, ("x",))}


BAD = st.sampled_from([None, -1, -1.5, True, "x\n", [], {}, {"A B": 1}, 10**30, float("inf"), float("nan"), ["x", 1]])


@given(BAD, st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_else_anywhere_is_a_sentence_that_names_the_field(bad: object, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from([sound(), first_form()]))
    place: Any = table
    path = []
    while True:
        key = data.draw(st.sampled_from(sorted(place)))
        path.append(key)
        if not isinstance(place[key], dict) or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = bad
    is_empty = bad in ([], {}) and (len(path) == 1 or (key in ("stars", "moves") and path[0] != "attempts"))
    if (is_empty and not isinstance(bad, bool)) or (key == "value" and bad in (-1, -1.5)):
        return  # nothing is wrong with that
    with pytest.raises(PlayerError, match=f"export.json: {path[0]}"):
        account_of(Table("export.json", "", table))


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b"{}" + b" " * (1 << 20), b"null"])
def test_files_that_hold_no_export(run: Run, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "import.json"
    file.write_bytes(data)
    result = run("progress", "--import", str(file))
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert str(file) in result.err


def test_an_export_cut_at_any_byte_is_a_sentence_or_still_an_export(run: Run, tmp_path: Path) -> None:
    progress = played(tmp_path / "home")
    data = exported(progress).encode()
    progress.close()
    file = tmp_path / "export.json"
    for end in range(0, len(data) - 1, 3):
        file.write_bytes(data[:end])
        with pytest.raises(PlayerError, match=r"export\.json: expected JSON"):
            read_export(file)
    file.write_bytes(data)
    assert read_export(file).records[FIRST.id].stars == {1, 2}


def test_no_import_hangs_and_no_export_is_written_into_a_device(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (str(tmp_path / "pipe"), "/dev/zero", str(tmp_path)):
        for option in ("--import", "--export"):
            result = run("progress", option, place, *(["--force"] if option == "--export" else []))
            assert (result.code, result.out, place in result.err) == (2, "", True)


def test_an_export_is_forced_over_something_else_only_by_name(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear grandmother")
    assert run("progress", "--export", str(file), "--force").code == 0
    assert read_export(file) == Account({}, {}, {}, {})


def test_a_home_that_cannot_be_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("CHAIRGAME_HOME", str(tmp_path / "file" / "home"))
    result = run("progress")
    assert (result.code, result.err.count("\n")) == (0, 1)
    assert FIRST.id in result.out
    assert run("progress", "--reset", "--yes").code == 2


def test_a_dash_exports_to_standard_output(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    assert run("progress", "--export", str(file)).code == 0
    assert run("progress", "--export", "-").out == file.read_text()


FULL = """
import resource, signal, sys
from chairgame.cli.main import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.exit(main(["progress", "--reset", "--yes"]))
"""


@pytest.mark.parametrize(("is_new", "size"), [(True, 0), (True, 4096), (False, 0)])
def test_what_a_full_disk_refuses_is_nobodys_mistake(tmp_path: Path, is_new: bool, size: int) -> None:
    home = tmp_path / "home"
    if not is_new:
        played(home).close()
    environ = {**os.environ, "CHAIRGAME_HOME": str(home)}
    line = [sys.executable, "-c", FULL, str(size)]
    ended = subprocess.run(line, env=environ, timeout=60, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "cannot be kept" in ended.stderr
    assert ended.stderr.count("\n") == 1
