"""On a real (pseudo) terminal: the doctor's test card, and terminals that cannot be drawn on."""

import os
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty")

COMMAND = [sys.executable, "-m", "chairgame"]


def _on_terminal(words: list[str], **variables: str | None) -> tuple[int, str]:
    """Exit code and all output of a command whose three streams are one terminal."""
    environ = {**os.environ, "LANG": "C.UTF-8", "COLUMNS": "80", "CHAIRGAME_NO_QUERY": "1"}
    for name in ("LC_ALL", "NO_COLOR", "COLORTERM", "TMUX"):
        environ.pop(name, None)
    environ |= {name: value for name, value in variables.items() if value is not None}
    for name in [name for name, value in variables.items() if value is None]:
        environ.pop(name, None)
    ours, theirs = pty.openpty()
    with subprocess.Popen([*COMMAND, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=environ) as process:
        os.close(theirs)
        output = b""
        while chunk := _read(ours):
            output += chunk
    os.close(ours)
    return process.returncode, output.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that nobody holds the other end any more
        return b""


@pytest.mark.parametrize(
    ("words", "escape"),
    [
        (["--color", "truecolor"], "\x1b[48;2;"),
        (["--color", "256"], "\x1b[48;5;"),
        (["--color", "16"], "\x1b[100m"),
        (["--color", "none"], None),
    ],
)
def test_the_card_shows_the_colours_in_use(words: list[str], escape: str | None) -> None:
    code, output = _on_terminal(["doctor", *words], TERM="xterm")
    assert code == 0
    assert ("\x1b" in output) == (escape is not None)
    assert escape is None or escape in output
    assert "▁▂▃▄▅▆▇█" in output
    assert "can be drawn here" in output or "at least 60" in output


@pytest.mark.parametrize("term", ["dumb", "", None])
def test_a_terminal_that_cannot_draw_is_none(term: str | None) -> None:
    code, output = _on_terminal(["--lang", "pl"], TERM=term)
    assert code == 2
    assert "chairgame train" in output
    assert "\x1b" not in output
