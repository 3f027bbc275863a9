"""Writing is whole or not at all whatever fails and whenever, and never over what is not ours; reading never hangs."""

import errno
import os
import resource
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from chairgame.text.disk import Mark, read_whole, try_to_write, write, write_beside
from chairgame.text.errors import PlayerError

OLD = b'{"chairgame-run":1}\nold'
NEW = b'{"chairgame-run":1}\nnew' + b"x" * 100_000


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_file_is_written_and_written_over(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "er" / "a.run"
    write(file, OLD, Mark.RUN)
    write(file, NEW, Mark.RUN)
    assert _files(tmp_path) == {"a.run": NEW}


def test_folders_are_made_only_where_that_is_meant(tmp_path: Path) -> None:
    for act in (try_to_write, lambda path, mark, parents: write(path, NEW, mark, parents=parents)):
        with pytest.raises(PlayerError, match="No such file or directory"):
            act(tmp_path / "deep" / "a.run", Mark.RUN, parents=False)
    assert not list(tmp_path.iterdir())


def test_a_new_file_has_the_rights_of_any_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    file = tmp_path / "a.run"
    write(file, OLD, Mark.RUN)
    assert file.stat().st_mode == ordinary.stat().st_mode
    file.chmod(0o600)
    write(file, NEW, Mark.RUN)
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("foreign", [b"", b"Dear grandmother", b'x{"chairgame-run":1}'])
def test_what_is_not_ours_stays_unless_it_is_forced(tmp_path: Path, foreign: bytes) -> None:
    file = tmp_path / "a.run"
    file.write_bytes(foreign)
    for act in (lambda: write(file, NEW, Mark.RUN), lambda: try_to_write(file, Mark.RUN)):
        with pytest.raises(PlayerError, match="--force"):
            act()
    assert _files(tmp_path) == {"a.run": foreign}
    write(file, NEW, Mark.RUN, force=True)
    assert _files(tmp_path) == {"a.run": NEW}


def test_folders_devices_and_pipes_are_refused_even_by_force(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "null").symlink_to("/dev/null")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").touch()
    for place in (
        tmp_path,
        tmp_path / "pipe",
        tmp_path / "null",
        Path("/dev/null"),
        tmp_path / "loop",
        tmp_path / "file" / "in",
        tmp_path / ("x" * 300),
        tmp_path / "\0",
    ):
        for act in (try_to_write, lambda path, mark, force: write(path, NEW, mark, force=force)):
            with pytest.raises(PlayerError):
                act(place, Mark.RUN, force=True)
    assert sorted(os.listdir(tmp_path)) == ["file", "loop", "null", "pipe"]
    assert Path("/dev/null").is_char_device()


def test_a_link_stays_one_and_what_it_points_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "real.run", tmp_path / "a.run"
    link.symlink_to(target)
    for data in (OLD, NEW):
        write(link, data, Mark.RUN)
        assert link.is_symlink()
        assert target.read_bytes() == data
    target.write_bytes(b"foreign")
    with pytest.raises(PlayerError, match="--force"):
        write(link, NEW, Mark.RUN)


# --- A disk that fails -----------------------------------------------------------------------------------------------

STEPS = ("open", "fdopen", "fsync", "chmod", "replace", "link", "mkdir")


def _fails_at(step: str, call: int, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """The call-th call of one of os's functions fails."""
    count, whole = 0, getattr(os, step)

    def failing(*arguments: object, **options: object) -> object:
        nonlocal count
        count += 1
        if count == call:
            raise error
        return whole(*arguments, **options)

    monkeypatch.setattr(os, step, failing)


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("call", [1, 2, 3])
def test_a_failure_at_any_step_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, call: int, error: BaseException
) -> None:
    file = tmp_path / "a.run"
    file.write_bytes(OLD)
    with monkeypatch.context() as patch, suppress(PlayerError, KeyboardInterrupt):
        _fails_at(step, call, patch, error)
        write(file, NEW, Mark.RUN)
        assert _files(tmp_path) == {"a.run": NEW}
    assert _files(tmp_path) in ({"a.run": OLD}, {"a.run": NEW})


def test_all_of_it_is_on_the_disk_before_it_takes_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A power cut cannot be had in a test: what the disk was told, with how much in the file, and when."""
    told: list[tuple[str, int]] = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (told.append(("sync", os.fstat(handle).st_size)), fsync(handle)))
    monkeypatch.setattr(os, "replace", lambda *names: (told.append(("name", 0)), replace(*names)))
    write(tmp_path / "a.run", NEW, Mark.RUN)
    assert told[:2] == [("sync", len(NEW)), ("name", 0)]
    assert [step for step, _ in told[2:]] == ["sync"]  # the folder, which holds the name


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("call", [1, 2, 3, 4])
def test_where_nothing_can_be_written_nothing_appears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, call: int
) -> None:
    for act, names in (
        (lambda: write(tmp_path / "home" / "runs" / "a.run", NEW, Mark.RUN), {"a.run"}),
        (lambda: write_beside(tmp_path / "home" / "cards", "a", {".txt": b"1", ".svg": b"2"}), {"a.txt", "a.svg"}),
    ):
        with monkeypatch.context() as patch:
            _fails_at(step, call, patch, OSError(errno.ENOSPC, "No space left on device"))
            try:
                act()
            except PlayerError:
                assert not list(tmp_path.iterdir())
                continue
        assert set(_files(tmp_path)) == names
        for path in sorted(tmp_path.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()


def test_a_disk_that_is_full_keeps_the_old_file(tmp_path: Path) -> None:
    """A real refusal by the kernel, in a process of its own: files there may have 50 kB."""
    file = tmp_path / "a.run"
    file.write_bytes(OLD)
    program = (
        "import sys; from pathlib import Path; from chairgame.text.disk import *\n"
        "from chairgame.text.errors import PlayerError\n"
        "try: write(Path(sys.argv[1]), b'{\"chairgame-run\":' + b'x' * 100_000, Mark.RUN)\n"
        "except PlayerError as error: print(error)"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, str(file)],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
    )
    assert result.stdout == f"{file}: cannot be written (File too large)\n"
    assert _files(tmp_path) == {"a.run": OLD}


def test_trying_leaves_nothing(tmp_path: Path) -> None:
    try_to_write(tmp_path / "home" / "runs" / "a.run", Mark.RUN)
    assert not list(tmp_path.iterdir())
    (tmp_path / "a.run").write_bytes(OLD)
    try_to_write(tmp_path / "a.run", Mark.RUN)
    assert _files(tmp_path) == {"a.run": OLD}


# --- Beside others ---------------------------------------------------------------------------------------------------


def test_files_beside_others_get_the_next_free_name_together(tmp_path: Path) -> None:
    (tmp_path / "a-2.svg").symlink_to("nowhere")
    names = [[path.name for path in write_beside(tmp_path, "a", {".txt": b"1", ".svg": b"2"})] for _ in range(3)]
    assert names == [["a.txt", "a.svg"], ["a-3.txt", "a-3.svg"], ["a-4.txt", "a-4.svg"]]


def test_two_games_never_take_one_name(tmp_path: Path) -> None:
    def save() -> None:
        for _ in range(10):
            write_beside(tmp_path, "a", {".txt": b"1", ".svg": b"2"})

    threads = [threading.Thread(target=save) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    files = _files(tmp_path)
    assert len(files) == 80
    assert {name.removesuffix(".txt") for name in files if name.endswith(".txt")} == {
        name.removesuffix(".svg") for name in files if name.endswith(".svg")
    }


def test_without_links_names_are_free_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert [write_beside(tmp_path, "a", {".txt": b"1"})[0].name for _ in range(2)] == ["a.txt", "a-2.txt"]
    assert set(_files(tmp_path)) == {"a.txt", "a-2.txt"}


# --- Reading ---------------------------------------------------------------------------------------------------------


def test_only_ordinary_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"12345")
    (tmp_path / "link").symlink_to("file")
    assert read_whole(tmp_path / "link", 5) == b"12345"
    for place, words in (
        (tmp_path / "file", "expected a file of at most"),
        (tmp_path / "pipe", "expected an ordinary file"),
        (Path("/dev/zero"), "expected an ordinary file"),
        (tmp_path, "expected a file, found a folder"),
        (tmp_path / "none", "there is no such file"),
        (tmp_path / "file" / "in", "there is no such file"),
        (tmp_path / ("x" * 5000), "cannot be read"),
        (tmp_path / "\0", "cannot be read"),
    ):
        with pytest.raises(PlayerError, match=words):
            read_whole(place, 4)


def test_a_file_that_grows_or_hides_its_size_is_not_read_without_end() -> None:
    with pytest.raises(PlayerError, match="expected a file of at most"):
        read_whole(Path("/proc/self/maps"), 10)  # says that it has no bytes


def test_what_looks_like_a_file_but_would_be_waited_for_is_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kmsg"  # the kernel's log is an ordinary file by its mode
    os.mkfifo(file)
    writer = os.open(file, os.O_RDWR)
    monkeypatch.setattr("stat.S_ISREG", lambda _mode: True)
    assert read_whole(file, 9) == b""
    with pytest.raises(PlayerError, match="--force"):
        try_to_write(file, Mark.RUN)
    os.close(writer)
