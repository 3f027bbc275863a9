"""On a real terminal: a defect of the game, wherever it is, gives the terminal back and is told in one sentence."""

import re
import signal
from pathlib import Path

import pytest

pytest.importorskip("termios")

from tests.tui.terminal import Terminal
from tests.tui.test_lifeline import restored

BROKEN = """
import sys, threading
from chairgame.tui import app as house
from chairgame.tui.terminal import driver
from chairgame.tui.terminal.strips import CellStrip

def broken(*_, **__):
    secret = "do not tell"
    raise LookupError("a defect")

async def broken_later():
    broken()

def first(place):
    house.ChairgameApp.on_mount = place

PLACES = {
    "key": lambda: setattr(house.ChairgameApp, "next_language", broken),
    "paint": lambda: setattr(CellStrip, "render", broken),
    "timer": lambda: first(lambda app: app.set_timer(0.01, broken)),
    "worker": lambda: first(lambda app: app.run_worker(broken_later())),
    "thread worker": lambda: first(lambda app: app.run_worker(broken, thread=True)),
    "thread": lambda: first(lambda app: threading.Thread(target=broken).start()),
    "callback": lambda: first(lambda app: app._loop.call_later(0.01, broken)),
    "input": lambda: setattr(driver.Parser, "feed", broken),
    "start": lambda: setattr(house.ChairgameApp, "get_default_screen", broken),
    "end": lambda: setattr(house.ChairgameApp, "on_unmount", broken),
}
PLACES[sys.argv.pop(1)]()
from chairgame.cli.main import main
sys.exit(main())
"""
KEYS = {"key": "l", "end": "q"}
QUICK_TO_TELL = ("key", "paint", "thread")
SLOW = ("timer", "worker", "thread worker", "callback", "input", "start", "end")
LAB = ("lab", "--chair", "three-part-stool", "--hidden", "8")


def _after_a_defect(place: str, home: Path, *words: str, **variables: str) -> str:
    """What is written once the picture is gone."""
    with Terminal(place, *LAB, *words, home=home, launch=("-c", BROKEN), size=(100, 30), **variables) as terminal:
        if place in KEYS:
            terminal.wait_for("leave")
            terminal.press(KEYS[place])
        assert terminal.end() == 1
        assert restored(terminal.written) or place == "start"
        return terminal.written.rpartition(b"\x1b[?1049l")[2].decode()


@pytest.mark.parametrize("place", [*QUICK_TO_TELL, *(pytest.param(place, marks=pytest.mark.slow) for place in SLOW)])
def test_a_defect_is_one_sentence_and_a_report(place: str, tmp_path: Path) -> None:
    told = _after_a_defect(place, tmp_path)
    assert "Traceback" not in told
    assert "LookupError: a defect" in told
    assert str(tmp_path / "crash.txt") in told
    report = (tmp_path / "crash.txt").read_text()
    assert "in broken" in report
    assert "TERM=xterm-256color" in report
    assert re.search(r"^chairgame \d", report)
    assert "do not tell" not in report.replace('secret = "do not tell"', "")


def test_it_is_told_in_the_players_language(tmp_path: Path) -> None:
    assert "zawinił sam chairgame" in _after_a_defect("timer", tmp_path, "--lang", "pl")


def test_who_asks_for_it_sees_it_all(tmp_path: Path) -> None:
    told = _after_a_defect("timer", tmp_path, CHAIRGAME_DEBUG="1")
    assert "Traceback" in told
    assert "in broken" in told
    assert not (tmp_path / "crash.txt").exists()


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    told = _after_a_defect("timer", tmp_path / "home")
    assert "LookupError: a defect" in told
    assert "could not be written" in told


DEADLY = ("SIGABRT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGXCPU")


@pytest.mark.parametrize("name", ["SIGQUIT", *(pytest.param(name, marks=pytest.mark.slow) for name in DEADLY)])
def test_whatever_signal_ends_it_leaves_no_modes_on(name: str, tmp_path: Path) -> None:
    number = getattr(signal, name)
    with Terminal(*LAB, home=tmp_path) as terminal:
        terminal.wait_for("leave")
        terminal.process.send_signal(number)
        assert terminal.end() == 128 + number
        assert restored(terminal.written)


@pytest.mark.parametrize("report", ["\x1b[48;30;100;0;0t", "\x1b[48;0;0;0;0t", "\x1b[48;30;100;600;0t"])
def test_a_terminal_that_knows_no_pixels_keeps_its_keys(report: str, tmp_path: Path) -> None:
    with Terminal(*LAB, home=tmp_path, size=(100, 30)) as terminal:
        terminal.wait_for("leave")
        terminal.press("\x1b[?2048;2$y", report, "\x1b[<35;5;5M", "\x1b[<35;6;5M", "n")
        terminal.press("\x1b[48;30;100;0;0t", "\x1b[<35;7;5M")
        terminal.wait_for("1 / 1")
        assert terminal.written.rindex(b"\x1b[?1016l") > terminal.written.rindex(b"\x1b[?1016h")
        terminal.press("q")
        assert terminal.end() == 0


def test_letters_of_an_old_encoding_arrive(tmp_path: Path) -> None:
    line = ("hide", "--lang", "en")
    with Terminal(*line, home=tmp_path, size=(100, 30), LC_ALL="pl_PL.ISO-8859-2") as terminal:
        terminal.wait_for("leave")
        terminal.press("enter")
        terminal.wait_for("Its name")
        terminal.send("Kąt óż".encode("iso-8859-2"))
        terminal.wait_for("Kat oz_")  # in such a locale the game draws in ASCII


def test_a_working_folder_that_is_gone_is_no_defect(tmp_path: Path) -> None:
    gone = f"import os, tempfile; gone = tempfile.mkdtemp(dir={str(tmp_path)!r}); os.chdir(gone); os.rmdir(gone)"
    launch = ("-c", f"{gone}\nimport sys; from chairgame.cli.main import main; sys.exit(main())")
    with Terminal(*LAB, home=tmp_path / "home", launch=launch) as terminal:
        terminal.wait_for("leave")
        terminal.press("n")
        terminal.wait_for("1 / 1")
        terminal.press("q")
        assert terminal.end() == 0
