"""Which folder and which file a run's name means."""

from pathlib import Path

import pytest

from chairgame.game.home import home_folder, run_to_load, run_to_save, runs_folder
from chairgame.text.errors import PlayerError


def test_the_environment_names_the_folder(tmp_path: Path) -> None:
    assert home_folder({"CHAIRGAME_HOME": str(tmp_path)}) == tmp_path
    assert home_folder({"CHAIRGAME_HOME": "relative"}).is_absolute()


def test_the_tilde_is_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home_folder({"CHAIRGAME_HOME": "~/x"}) == tmp_path / "x"
    with pytest.raises(PlayerError, match="CHAIRGAME_HOME=~nobody-of-that-name"):
        home_folder({"CHAIRGAME_HOME": "~nobody-of-that-name/x"})


def test_a_deleted_working_folder_is_no_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert home_folder({"CHAIRGAME_HOME": str(tmp_path)}) == tmp_path
    with pytest.raises(PlayerError, match="CHAIRGAME_HOME=x"):
        home_folder({"CHAIRGAME_HOME": "x"})
    with pytest.raises(PlayerError, match="cannot be written"):
        run_to_save("a.run", tmp_path)


def test_a_folder_in_which_nothing_could_ever_be_found_is_refused(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    for own in ("x" * 5000, "x" * 300, "/x" * 2000, str(tmp_path / "circle")):
        with pytest.raises(PlayerError, match="CHAIRGAME_HOME="):
            home_folder({"CHAIRGAME_HOME": own})
    (tmp_path / "file").touch()
    for own in ("new/er", "file", "file/er"):  # whoever writes there says why it cannot
        assert home_folder({"CHAIRGAME_HOME": str(tmp_path / own)}) == tmp_path / own


def test_else_it_is_the_platforms_own() -> None:
    for environ in ({}, {"CHAIRGAME_HOME": ""}):
        assert home_folder(environ).name == "chairgame"
        assert home_folder(environ).is_absolute()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("mine", "home/runs/mine.run"), ("mine.run", "mine.run"), ("a/b", "a/b"), ("./mine", "mine"), ("..x", "..x")],
)
def test_a_bare_word_is_a_name_and_all_else_a_path(
    text: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_to_save(text, Path("home")) == Path(expected)


def test_a_name_is_looked_for_among_the_runs_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_to_load("mine", tmp_path) == runs_folder(tmp_path) / "mine.run"
    (tmp_path / "mine").write_text("")
    assert run_to_load("mine", tmp_path) == Path("mine")
    runs_folder(tmp_path).mkdir()
    (runs_folder(tmp_path) / "mine.run").write_text("")
    assert run_to_load("mine", tmp_path) == runs_folder(tmp_path) / "mine.run"


def test_what_is_no_run_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a letter")
    (tmp_path / "b.run").write_bytes(b'{"chairgame-run":1,"sha256":""}')
    with pytest.raises(PlayerError, match=r"a\.txt"):
        run_to_save(str(tmp_path / "a.txt"), tmp_path)
    assert run_to_save(str(tmp_path / "a.txt"), tmp_path, force=True) == tmp_path / "a.txt"
    assert run_to_save(str(tmp_path / "b.run"), tmp_path) == tmp_path / "b.run"


@pytest.mark.parametrize("text", ["", " ", ".", "..", "a\0b"])
def test_what_names_no_file_is_refused(text: str) -> None:
    for find in (run_to_save, run_to_load):
        with pytest.raises(PlayerError):
            find(text, Path("home"))


@pytest.mark.parametrize("text", ["mine", "mine.run"])
def test_a_saved_run_is_found_by_its_name_with_and_without_its_suffix(text: str, tmp_path: Path) -> None:
    kept = tmp_path / "runs" / "mine.run"
    kept.parent.mkdir()
    kept.touch()
    assert run_to_load(text, tmp_path) == kept


@pytest.mark.parametrize("text", ["a\x1b[31m", "\u202enur", "a\nb", "folder/\x9b2J"])
def test_no_run_gets_a_name_that_a_terminal_would_obey(text: str, tmp_path: Path) -> None:
    with pytest.raises(PlayerError, match="without control characters") as caught:
        run_to_save(text, tmp_path)
    assert str(caught.value).isprintable()
    assert not list(tmp_path.iterdir())
