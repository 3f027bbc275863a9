"""A tmux that answers, hangs, fails or is not there: a script in its place."""

import os
from pathlib import Path

import pytest

from chairgame.terminal.tmux import Tmux, ask_tmux

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no tmux")


@pytest.mark.parametrize(
    ("script", "answer"),
    [
        ("echo 256,RGB,title; echo 20", Tmux(True, 20)),
        ("echo 256,title; echo 500", Tmux(False, 500)),
        ("echo; echo 500", None),  # nobody is attached
        ("echo 256,RGB; exit 1", None),
        ("exec sleep 60", None),
        ("printf '\\377\\376'", None),
    ],
)
def test_what_comes_of_asking(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, answer: Tmux | None
) -> None:
    tmux = tmp_path / "tmux"
    tmux.write_text(f"#!/bin/sh\n{script}\n")
    tmux.chmod(0o755)
    monkeypatch.setattr("chairgame.terminal.tmux.TIMEOUT", 0.5 if "sleep" in script else 20)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert ask_tmux() == answer


def test_where_there_is_no_tmux(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ask_tmux() is None
