"""What stays in the scrollback: after leaving the lab the postcard, in the colours of the game; else nothing."""

import json
import re
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pyte
import pytest

pytest.importorskip("termios")

from chairgame.game import places
from chairgame.game.session.autosave import Autosave
from chairgame.game.session.model import GameSession
from chairgame.graphics.film.postcard import LEAST_EPOCHS
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.training.runs import run_of
from chairgame.tui.farewell import replay_command, write_postcard
from chairgame.tui.game import Game
from chairgame.tui.look import Look
from tests.game.commands import learned
from tests.tui.driving import OPTIONS
from tests.tui.terminal import Terminal
from tests.tui.test_pty import STOOL, colours

MODES: dict[str, tuple[dict[str, str], set[bytes]]] = {
    "truecolor": ({"COLORTERM": "truecolor"}, {b"38;2", b"48;2"}),
    "256": ({}, {b"38;5", b"48;5"}),
    "none": ({"NO_COLOR": "1"}, set()),
    "linux": ({"TERM": "linux"}, {b"16"}),
}


def left_behind(terminal: Terminal) -> bytes:
    """Everything that was written once the game had given the screen back."""
    return terminal.written.rpartition(b"\x1b[?1049l")[2]


def shown(written: bytes, columns: int) -> str:
    """What a terminal of so many columns shows of it."""
    screen = pyte.Screen(columns, 40)
    pyte.ByteStream(screen).feed(re.sub(rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*[a-zA-Z]", b"", written))
    return "\n".join(line.rstrip() for line in screen.display).strip("\n")


def play(terminal: Terminal, epochs: int) -> None:
    terminal.wait_for("leave")
    for epoch in range(1, epochs + 1):
        terminal.press("n")
        terminal.wait_for(f"{epoch} / {epoch} ")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("size", [(80, 24), *(pytest.param(s, marks=pytest.mark.slow) for s in ((132, 40), (60, 18)))])
def test_the_postcard_fits_and_holds_to_the_colours(mode: str, size: tuple[int, int], tmp_path: Path) -> None:
    variables, wanted = MODES[mode]
    with Terminal(*STOOL, "--lang", "en", home=tmp_path, size=size, **variables) as terminal:
        play(terminal, LEAST_EPOCHS)
        terminal.press("q")
        assert terminal.end() == 0
        written = left_behind(terminal)
    text = shown(written, size[0])
    lines = text.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= min(80, size[0])
    assert "epoch 0" in text
    assert f"epoch {LEAST_EPOCHS}" in text
    assert "chairgame replay autosave" in text
    assert text.isascii() == (mode == "linux")
    found = colours(b"\x1b[?1049h" + written)
    assert ({b"16"} if found and all(b";" not in code for code in found) else found) == wanted
    assert written.rstrip(b"\r\n").endswith(b"\x1b[0m") or mode == "none"


def test_the_command_on_it_plays_the_run(tmp_path: Path) -> None:
    with Terminal(*STOOL, "--lang", "en", home=tmp_path) as terminal:
        play(terminal, LEAST_EPOCHS + 1)
        terminal.press("q")
        assert terminal.end() == 0
        words = re.search(r"chairgame (replay \S+)", shown(left_behind(terminal), 80))
    assert words is not None
    command = [sys.executable, "-m", "chairgame", *words[1].split(), "--json"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"CHAIRGAME_HOME": str(tmp_path), "PATH": ""}
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["epoch"] for row in rows if row["event"] == "epoch"] == list(range(LEAST_EPOCHS + 2))


def test_a_short_visit_leaves_nothing(tmp_path: Path) -> None:
    with Terminal(*STOOL, "--lang", "en", home=tmp_path) as terminal:
        play(terminal, LEAST_EPOCHS - 1)
        terminal.press("q")
        assert terminal.end() == 0
        assert shown(left_behind(terminal), 80) == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_game_that_was_ended_leaves_nothing(number: signal.Signals, tmp_path: Path) -> None:
    with Terminal(*STOOL, "--lang", "en", home=tmp_path) as terminal:
        play(terminal, LEAST_EPOCHS)
        terminal.process.send_signal(number)
        assert terminal.end() == 128 + number
        assert shown(left_behind(terminal), 80) == ""


def game_of(home: Path, epochs: int = 8, saved_as: str = "", *, is_replay: bool = False) -> tuple[Game, GameSession]:
    """As much of a game as a farewell looks at, and a session that is followed."""
    session, autosave = learned(epochs), Autosave(home)
    autosave.follow(session, is_replay=is_replay)
    place = places.Replay(run_of(session.history, "epochs"), saved_as) if is_replay else places.Lab()
    options = replace(OPTIONS, home=home, place=place)
    look = Look(ColourDepth.TRUECOLOR, GlyphSet.BLOCKS, "en")
    return cast(Game, SimpleNamespace(autosave=autosave, options=options, look=look)), session


def test_a_run_that_is_kept_nowhere_promises_no_command(tmp_path: Path) -> None:
    assert replay_command(*game_of(tmp_path)) == ""


def test_a_replay_is_called_as_the_player_called_it_until_something_is_added(tmp_path: Path) -> None:
    game, session = game_of(tmp_path, saved_as="my run.run", is_replay=True)
    assert replay_command(game, session) == "chairgame replay 'my run.run'"
    session.next_epoch()
    assert replay_command(game, session) == ""
    game.autosave.keep()
    assert replay_command(game, session) == "chairgame replay autosave"


def test_another_run_of_that_name_is_not_played_instead(tmp_path: Path) -> None:
    game, session = game_of(tmp_path)
    game.autosave.keep()
    (tmp_path / "runs").mkdir()
    (tmp_path / "runs" / "autosave.run").touch()
    assert replay_command(game, session) == f"chairgame replay {tmp_path / 'autosave.run'}"


def test_a_postcard_is_written_beside_earlier_ones(tmp_path: Path) -> None:
    game, session = game_of(tmp_path)
    first, second = (write_postcard(game, session) for _ in range(2))
    assert [first.name, second.name] == ["three-part-stool-0-8.txt", "three-part-stool-0-8-2.txt"]
    assert "epoch 8" in first.read_text(encoding="utf-8")
    words = re.sub("<[^>]*>", " ", first.with_suffix(".svg").read_text(encoding="utf-8")).split()
    assert " epoch 8 " in " ".join(words)
    assert first.read_bytes() == second.read_bytes()
