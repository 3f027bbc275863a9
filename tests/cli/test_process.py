"""What only a process of its own can show: imports, pipes, signals, exit codes, closed streams."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "chairgame"]
HEAVY = ("numpy", "textual", "rich", "polib", "platformdirs", "chairgame.neural", "chairgame.tui")
ENVIRON = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and pipes are those of POSIX")


def test_version_imports_nothing_heavy() -> None:
    code = (
        "import sys; from chairgame.cli.main import main; code = main(['--version', '--lang', 'pl']);"
        f"print([name for name in {HEAVY!r} if name in sys.modules]); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "[]"


def test_training_loads_no_textual() -> None:
    code = (
        "import sys; from chairgame.cli.main import main; main(['train', '--json', '--epochs', '1']);"
        "sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)


def test_two_processes_are_equal_byte_for_byte() -> None:
    line = [*COMMAND, "train", "--json", "--epochs", "20", "--batch", "4"]
    one, two = (
        subprocess.run(line, capture_output=True, check=True, env={**ENVIRON, "PYTHONHASHSEED": seed}) for seed in "12"
    )
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) == 23


@pytest.mark.parametrize("words", [["train", "--json", "--epochs", "20000"], ["chairs"], ["train", "--help"]])
def test_a_reader_that_leaves_is_no_error(words: list[str]) -> None:
    with subprocess.Popen([*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_reader_that_leaves_costs_nobody_the_run(tmp_path: Path) -> None:
    line = [*COMMAND, "train", "--json", "--epochs", "3000", "--save", str(tmp_path / "a.run")]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        process.stdout.close()
    assert process.returncode == 0
    again = subprocess.run([*COMMAND, "replay", str(tmp_path / "a.run"), "--json"], capture_output=True, check=True)
    assert len(again.stdout.splitlines()) == 3003


@pytest.mark.parametrize("json_wanted", [True, False])
def test_ctrl_c_ends_with_what_there_is(tmp_path: Path, json_wanted: bool) -> None:
    line = [*COMMAND, "train", "--epochs", "1000000", "--save", str(tmp_path / "a.run"), *["--json"] * json_wanted]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, err = first + process.stdout.read(), process.stderr.read()
    assert process.returncode == 130
    assert "Traceback" not in err
    assert "replay" in err
    saved = subprocess.run(
        [*COMMAND, "replay", str(tmp_path / "a.run"), "--json"], capture_output=True, text=True, check=True
    )
    end = json.loads(saved.stdout.splitlines()[-1])
    assert end["reason"] == "interrupted"
    if json_wanted:
        assert saved.stdout == out
    else:
        assert str(end["epochs"]) in out.splitlines()[-1]


STARTED = "import os, sys; os.write(1, b'>'); from chairgame.__main__ import main; sys.exit(main())"


@pytest.mark.slow
@pytest.mark.parametrize("words", [["train", "--epochs", "1"], ["--help"]])
def test_ctrl_c_at_any_moment_of_the_start_is_no_traceback(words: list[str]) -> None:
    for milliseconds in range(40, 170, 8):  # before that it is Python itself that starts, on a busy machine for so long
        line = [sys.executable, "-c", STARTED, *words]
        with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(1)
            time.sleep(milliseconds / 1000)
            process.send_signal(signal.SIGINT)
            process.stdout.read()
            assert process.stderr.read() == b"", f"after {milliseconds} ms"
        assert process.returncode in (0, 130, -signal.SIGINT)  # the last one once there is no interpreter any more


@pytest.mark.parametrize("words", [["chairs"], ["--help"], ["train", "--help"], ["--version"], ["train", "--json"]])
def test_a_full_disk_is_one_sentence(words: list[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    with open("/dev/full", "w") as full:
        done = subprocess.run([*COMMAND, *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


def test_closed_streams_are_no_error() -> None:
    done = subprocess.run(["sh", "-c", '"$@" >&- 2>&- <&-', "sh", *COMMAND, "train", "--epochs", "2"], check=False)
    assert done.returncode == 0


def test_an_old_encoding_costs_letters_and_no_traceback() -> None:
    environ = {**ENVIRON, "PYTHONIOENCODING": "ascii", "LANG": "pl_PL"}
    line = [*COMMAND, "train", "--epochs", "3"]
    done = subprocess.run(line, capture_output=True, text=True, check=False, env=environ)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()


def test_a_screen_needs_a_terminal() -> None:
    done = subprocess.run(COMMAND, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stdout) == (2, "")
    assert "chairgame train" in done.stderr


def _read_slowly(words: list[str], *, pauses: int) -> tuple[int, bytes]:
    """The exit code and all that comes through a pipe that does not block, to a reader that takes its time."""
    ours, theirs = os.pipe()
    os.set_blocking(theirs, False)
    with subprocess.Popen([*COMMAND, *words], stdout=theirs, stderr=subprocess.PIPE) as process:
        os.close(theirs)
        time.sleep(1.5)  # by then a pipe of 64 KiB is full
        output = b""
        while chunk := os.read(ours, 65536):
            output += chunk
            if pauses:
                pauses -= 1
                time.sleep(0.05)
    os.close(ours)
    return process.returncode, output


def test_a_slow_reader_gets_it_all(tmp_path: Path) -> None:
    run = str(tmp_path / "a.run")
    code, output = _read_slowly(["train", "--json", "--epochs", "3000", "--save", run], pauses=20)
    assert (code, len(output.splitlines())) == (0, 3003)
    assert _read_slowly(["replay", run, "--json"], pauses=20) == (0, output)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["train", "--epochs", "2"], 0),
        (["progress"], 0),
        (["doctor"], 0),
        (["chairs", "check", "none.toml"], 2),
        (["train", "--epochs", "0", "--save", "here.run"], 2),
        (["train", "--epochs", "0", "--save", "mine"], 0),
        (["record", "mine", "--svg", "a.svg"], 2),
        (["present", "--notes", "a.html"], 2),
        (["lab", "--plain"], 0),
    ],
)
def test_a_working_folder_that_is_gone_is_no_defect(tmp_path: Path, words: list[str], code: int) -> None:
    (tmp_path / "gone").mkdir()
    environ = {**ENVIRON, "CHAIRGAME_HOME": str(tmp_path / "home")}
    subprocess.run([*COMMAND, "train", "--epochs", "0", "--save", "mine"], capture_output=True, check=True, env=environ)
    line = [
        "sh",
        "-c",
        'cd "$0" && rmdir "$0" && exec "$@"',
        str(tmp_path / "gone"),
        sys.executable,
        "-P",
        *COMMAND[1:],
    ]
    done = subprocess.run([*line, *words], capture_output=True, text=True, check=False, input="", env=environ)
    assert done.returncode == code, done.stderr
    assert "itself broke" not in done.stderr
    assert "Traceback" not in done.stderr
