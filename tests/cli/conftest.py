"""A command line run within this process, in a known environment."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from chairgame.cli.main import main


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "CHAIRGAME_DEBUG", "NO_COLOR", "COLORTERM", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("CHAIRGAME_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    return


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def run_line(*words: str) -> Result:
        capfd.readouterr()
        code = main(words)
        captured = capfd.readouterr()
        return Result(code, captured.out, captured.err)

    return run_line
