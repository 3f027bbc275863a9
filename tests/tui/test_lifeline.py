"""On a real terminal: however a game ends, the run is kept, the terminal is as it was, and the code says why."""

import array
import fcntl
import os
import re
import shutil
import signal
import sys
import termios
import time
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("termios")

from chairgame.chair.catalogue import load_chair
from chairgame.game.session.autosave import FILE, Autosave, Resumption
from chairgame.training.settings import Settings
from tests.training.beginning import begun
from tests.tui.terminal import DEADLINE, Terminal

SOON = 5.0  # seconds: two are promised, on a machine that has nothing else to do
STOOL = ("lab", "--chair", "three-part-stool", "--hidden", "8")
SIGNALS = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130}
DEAF = "import signal, sys; signal.signal({}, signal.SIG_IGN); from chairgame.cli.main import main; sys.exit(main())"
EAGER = """
import sys
from chairgame.game.session import autosave
from chairgame.tui import kept_run
autosave.EVERY, autosave.LARGEST_SHARE, kept_run.KEEP_SECONDS = 0.0, 1.0, 0.01
from chairgame.cli.main import main
from tests.training.beginning import begun
sys.exit(main())
"""  # writes all the time, so that a kill has something to hit
SHELL = "import os; os.execvp('bash', ['bash', '--norc', '--noprofile', '-i'])"
MOMENTS = [round(moment, 4) for moment in np.random.default_rng(5).uniform(0.0, 0.25, 8).tolist()]  # seconds
MODES = ("1049", "25", "1000", "1003", "1006", "2004")


class MortalTerminal(Terminal):
    """A terminal that can vanish, and stop reading."""

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self._ours)
        self._ours = os.open(os.devnull, os.O_RDWR)

    def waiting(self) -> int:
        """Bytes that the game has written and nobody has read."""
        count = array.array("i", [0])
        fcntl.ioctl(self._ours, termios.FIONREAD, count)
        return count[0]

    def ends_soon(self) -> int:
        """The exit code, without reading on."""
        return self.process.wait(SOON)

    def read_rest(self) -> None:
        while self._read(0.2):
            pass


def restored(written: bytes) -> bool:
    """Whether the last word on every mode is the shell's own."""
    for mode in MODES:
        words = re.findall(rb"\x1b\[\?" + mode.encode() + rb"([hl])", written)
        if not words or words[-1:] != [b"h" if mode == "25" else b"l"]:
            return False
    return True


def learn(terminal: Terminal, epochs: int) -> None:
    """Some epochs by hand."""
    terminal.wait_for("leave")
    terminal.press(*"n" * epochs)
    terminal.wait_for(f"{epochs} / {epochs}")


def assert_goes_on_from(home: Path, epochs: int) -> None:
    """What is kept is the very brain that learned so many epochs, bit for bit."""
    offer, news = Autosave(home).offer()
    assert news is None
    assert offer is not None
    assert offer.epoch == epochs
    resumption = Resumption(offer)
    assert resumption.go_on(lambda: True)
    history = begun(load_chair("three-part-stool"), Settings(hidden=(8,)))
    for _ in range(epochs):
        history.advance()
    assert np.array_equal(resumption.history.state(epochs).params, history.state(epochs).params)


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_ends_it_with_its_code(number: signal.Signals, tmp_path: Path) -> None:
    with MortalTerminal(*STOOL, home=tmp_path) as terminal:
        learn(terminal, 5)
        os.kill(terminal.pid, number)
        assert terminal.end() == SIGNALS[number]
        assert restored(terminal.written)
        assert b"Traceback" not in terminal.written
    assert_goes_on_from(tmp_path, 5)


def test_ctrl_c_in_full_flight_keeps_the_run(tmp_path: Path) -> None:
    with MortalTerminal(*STOOL, home=tmp_path) as terminal:
        learn(terminal, 5)
        terminal.press(">", " ")
        terminal.wait_for(lambda: "5 / 5" not in terminal.text)
        terminal.press("ctrl+c")
        assert terminal.end() == 130
        assert restored(terminal.written)
    offer, _ = Autosave(tmp_path).offer()
    assert offer is not None
    assert offer.epoch > 5


def test_a_window_that_is_closed_ends_it(tmp_path: Path) -> None:
    with MortalTerminal(*STOOL, home=tmp_path) as terminal:
        learn(terminal, 5)
        terminal.hang_up()
        assert terminal.ends_soon() == 129
    assert_goes_on_from(tmp_path, 5)


@pytest.mark.parametrize("is_playing", [True, False])
def test_the_end_of_input_ends_it_even_where_no_signal_says_so(is_playing: bool, tmp_path: Path) -> None:
    """As under nohup. Textual alone would read the end of input for ever."""
    with MortalTerminal(*STOOL, home=tmp_path, launch=("-c", DEAF.format("signal.SIGHUP"))) as terminal:
        learn(terminal, 5)
        if is_playing:
            terminal.press("<", " ")
            terminal.wait_for("slow")
        terminal.hang_up()
        assert terminal.ends_soon() == 129
    offer, _ = Autosave(tmp_path).offer()
    assert offer is not None
    assert 5 <= offer.epoch <= (6 if is_playing else 5)  # on a busy machine a slow rebuild may have ended
    assert_goes_on_from(tmp_path, offer.epoch)


def test_a_signal_that_was_to_be_ignored_stays_ignored(tmp_path: Path) -> None:
    with MortalTerminal(*STOOL, home=tmp_path, launch=("-c", DEAF.format("signal.SIGINT"))) as terminal:
        learn(terminal, 1)
        os.kill(terminal.pid, signal.SIGINT)
        terminal.press("n")
        terminal.wait_for("2 / 2")
        terminal.press("q")
        assert terminal.end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, None], ids=["SIGTERM", "q"])
def test_a_terminal_that_reads_no_more_holds_nobody_up(number: signal.Signals | None, tmp_path: Path) -> None:
    """And once it reads again, it finds its modes given back."""
    with MortalTerminal("lab", home=tmp_path, size=(120, 40), COLORTERM="truecolor") as terminal:
        learn(terminal, 3)
        end = time.monotonic() + DEADLINE
        while terminal.waiting() < 4000 and time.monotonic() < end:
            terminal.press("n", "d")
            time.sleep(0.02)
        os.kill(terminal.pid, number) if number else terminal.press("q")
        assert terminal.ends_soon() == (SIGNALS[number] if number else 0)
        terminal.read_rest()
        assert restored(terminal.written)
    assert (tmp_path / FILE).exists()


def files_of(home: Path) -> tuple[list[str], int]:
    """What changes as soon as anything is being written."""
    return os.listdir(home), (home / FILE).stat().st_size


@pytest.mark.slow
@pytest.mark.parametrize("seconds", MOMENTS)
def test_killed_while_it_learns_fast_what_was_once_kept_is_whole(seconds: float, tmp_path: Path) -> None:
    with MortalTerminal(*STOOL, home=tmp_path, launch=("-c", EAGER)) as terminal:
        terminal.wait_for("leave")
        terminal.press(">", ">", ">", " ")
        terminal.wait_for((tmp_path / FILE).exists)
        terminal.bytes_within(seconds)
        before, end = files_of(tmp_path), time.monotonic() + DEADLINE
        while files_of(tmp_path) == before:  # without a pause: a write is short, and is to be hit
            assert time.monotonic() < end, "it writes no more"
        terminal.process.kill()
        assert terminal.ends_soon() == -signal.SIGKILL
    offer, news = Autosave(tmp_path).offer()
    assert news is None
    assert offer is not None
    assert_goes_on_from(tmp_path, offer.epoch)


def test_killed_while_it_is_stopped_the_run_is_kept_all_the_same(tmp_path: Path) -> None:
    with MortalTerminal(*STOOL, home=tmp_path) as terminal:
        learn(terminal, 2)
        os.kill(terminal.pid, signal.SIGTSTP)  # written down before it stops
        wait_for_stop(terminal)
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.process.wait(SOON)
    assert_goes_on_from(tmp_path, 2)


def glyphs_of(terminal: Terminal) -> list[str]:
    """The screen without its colours: those of pieces and of a whole may differ by what nobody can see."""
    return list(terminal.screen.display)


def test_a_stop_gives_the_terminal_back_and_the_return_paints_it_anew(tmp_path: Path) -> None:
    with MortalTerminal(*STOOL, home=tmp_path, size=(110, 30), COLORTERM="truecolor") as terminal:
        learn(terminal, 3)
        terminal.settle()
        for number in (signal.SIGTSTP, signal.SIGTSTP, signal.SIGSTOP):
            before = glyphs_of(terminal)
            os.kill(terminal.pid, number)
            wait_for_stop(terminal)
            terminal.read_rest()
            assert number == signal.SIGSTOP or restored(terminal.written)
            terminal.screen.reset()
            os.kill(terminal.pid, signal.SIGCONT)
            terminal.wait_for(lambda wanted=before: glyphs_of(terminal) == wanted)  # type: ignore[misc]
            assert not restored(terminal.written)
        terminal.press("n")
        terminal.wait_for("4 / 4")
        terminal.press("q")
        assert terminal.end() == 0
        assert restored(terminal.written)


def test_where_no_shell_could_bring_it_back_ctrl_z_does_nothing(tmp_path: Path) -> None:
    with MortalTerminal(*STOOL, home=tmp_path) as terminal:
        learn(terminal, 1)
        terminal.press("\x1a", "n")
        terminal.wait_for("2 / 2")
        terminal.press("q")
        assert terminal.end() == 0


@pytest.mark.skipif(not shutil.which("bash"), reason="a shell with job control is needed")
def test_ctrl_z_and_fg_in_a_shell(tmp_path: Path) -> None:
    command = f"{sys.executable} -m chairgame {' '.join(STOOL)}\n"
    with MortalTerminal(home=tmp_path, size=(110, 30), launch=("-c", SHELL)) as terminal:
        terminal.press(command)
        learn(terminal, 3)
        terminal.press("\x1a")
        terminal.wait_for("Stopped")
        assert restored(terminal.written.rpartition(b"Stopped")[0])  # the shell has modes of its own
        terminal.screen.reset()
        terminal.press("bg\n", "fg\n")
        terminal.wait_for("3 / 3")
        terminal.press("n")
        terminal.wait_for("4 / 4")
        terminal.press("\x1a")
        terminal.wait_for("Stopped")
        terminal.screen.reset()
        terminal.press("kill %1\n")

        def is_told_the_code() -> bool:
            terminal.press("\n")  # a shell tells at its next prompt
            return "143" in terminal.text

        terminal.wait_for(is_told_the_code)
        terminal.press("exit\n")
        terminal.end()
    assert_goes_on_from(tmp_path, 4)


@pytest.mark.parametrize("words", [(), pytest.param(("lab", "--chair", "throne"), marks=pytest.mark.slow)])
@pytest.mark.parametrize(("language", "sentence"), [("en", "stool, epoch 5."), ("pl", "epoka 5.")])
def test_the_next_start_offers_to_go_on(words: tuple[str, ...], language: str, sentence: str, tmp_path: Path) -> None:
    with MortalTerminal(*STOOL, home=tmp_path) as terminal:
        learn(terminal, 5)
        terminal.press("q")
        assert terminal.end() == 0
    with MortalTerminal(*words, "--lang", language, home=tmp_path) as terminal:
        if not words:  # by way of the title
            terminal.wait_for("C H A I R G A M E")
            terminal.press("b")
        terminal.wait_for(sentence)
        terminal.press("d", "r")
        terminal.wait_for("5 / 5")
        terminal.press("n")
        terminal.wait_for("6 / 6")
        terminal.press("q")
        assert terminal.end() == 0
    assert_goes_on_from(tmp_path, 6)


def test_a_damaged_run_is_set_aside_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("garbage")
    with MortalTerminal("lab", home=tmp_path) as terminal:
        terminal.wait_for("damaged-autosave.run")
        terminal.press("r")
        terminal.wait_for("no earlier run")
        terminal.press("q")
        assert terminal.end() == 0
    assert os.listdir(tmp_path) == ["damaged-autosave.run"]


def wait_for_stop(terminal: Terminal) -> None:
    """Read on until the process stands still."""

    def stands() -> bool:
        return os.waitid(os.P_PID, terminal.pid, os.WSTOPPED | os.WNOHANG) is not None

    terminal.wait_for(stands)
