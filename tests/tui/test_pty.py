"""The game on a real terminal: it starts, plays and leaves the terminal as it found it, in all colours."""

import os
import re
from pathlib import Path

import pyte
import pytest

pytest.importorskip("termios")

from tests.terminal.test_replies import KITTY
from tests.tui.terminal import Terminal

STOOL = ("lab", "--chair", "three-part-stool", "--hidden", "8")
MODES: dict[str, dict[str, str]] = {
    "truecolor": {"COLORTERM": "truecolor"},
    "256": {},
    "16": {"TERM": "xterm"},
    "none": {"NO_COLOR": "1", "COLORTERM": "truecolor"},
    "linux": {"TERM": "linux"},
}
RUN = "os.execv(sys.executable, [sys.executable, '-m', 'chairgame', *sys.argv[1:]])"
Picture = list[list[pyte.screens.Char]]
LEAVE = {"en": "leave", "pl": "wyjdź"}
COLOUR = re.compile(rb"\x1b\[[\d;]*m")


def colours(written: bytes) -> set[bytes]:
    """The colour codes among all SGR codes: `38;5`, `48;2`, `31` and the like."""
    found = set()
    for code in COLOUR.findall(written.partition(b"\x1b[?1049h")[2]):  # before it, the terminal is asked about itself
        words = code[2:-1].split(b";")
        for at, word in enumerate(words):
            if word in (b"38", b"48"):
                found.add(word + b";" + words[at + 1])
                break
            if word and (30 <= int(word) <= 37 or 40 <= int(word) <= 47 or 90 <= int(word) <= 107):
                found.add(word)
    return found


def assert_restored(written: bytes) -> None:
    """The last word on every mode is the terminal's own."""
    for mode, wanted in (("1049", "l"), ("25", "h"), ("1000", "l"), ("1003", "l"), ("1006", "l"), ("2004", "l")):
        last = re.findall(rb"\x1b\[\?" + mode.encode() + rb"([hl])", written)[-1:]
        assert last in ([], [wanted.encode()]), f"mode {mode} is left {last}"
    assert b"\x1b[?1049h" in written


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("mode", MODES)
def test_it_starts_plays_and_leaves_the_terminal_as_it_was(mode: str, size: tuple[int, int], tmp_path: Path) -> None:
    language = "pl" if (size[0] == 80) == (mode in ("256", "none")) else "en"
    leave = LEAVE[language] if mode != "linux" else LEAVE[language].replace("ź", "z")
    with Terminal(*STOOL, "--lang", language, home=tmp_path, size=size, **MODES[mode]) as terminal:
        terminal.wait_for(leave)
        terminal.press("n")
        terminal.wait_for("1 / 1")
        before = terminal.text
        terminal.press(" ")
        terminal.wait_for(lambda: terminal.text != before)
        terminal.wait_for("2 / 2")
        terminal.press("q")
        assert terminal.end() == 0
        assert_restored(terminal.written)
        found = colours(terminal.written)
        if mode == "truecolor":
            assert found == {b"38;2", b"48;2"}
        elif mode == "256":
            assert found == {b"38;5", b"48;5"}
        elif mode == "none":
            assert found == set()
        else:
            assert found
            assert not found & {b"38;2", b"48;2", b"38;5", b"48;5"}
        assert mode != "linux" or terminal.written.isascii()


def test_ascii_glyphs_are_ascii_bytes(tmp_path: Path) -> None:
    with Terminal(*STOOL, "--glyphs", "ascii", "--lang", "pl", home=tmp_path, COLORTERM="truecolor") as terminal:
        terminal.wait_for("wyjdz")
        terminal.press("n", "?")
        terminal.wait_for("Esc")
        terminal.press("\x1b", "o", "\t", "q")
        assert terminal.end() == 0
        assert terminal.written.isascii()


def test_keys_typed_before_the_first_picture_break_nothing(tmp_path: Path) -> None:
    with Terminal(*STOOL, home=tmp_path) as terminal:

        def is_shown_to_an_impatient_player() -> bool:
            terminal.press("n", " ", "\t", "u", "?", "\x1b")
            return "leave" in terminal.text

        terminal.wait_for(is_shown_to_an_impatient_player)
        terminal.press("ctrl+c")
        assert terminal.end() == 130
        assert b"Traceback" not in terminal.written


class LateTerminal(Terminal):
    """Answers nothing until it has answered the first question."""

    has_answered = False

    def _answer(self, data: bytes) -> None:
        if self.has_answered:
            super()._answer(data)


@pytest.mark.parametrize("read_in_time", [0, 3, len(KITTY) - 1])
def test_an_answer_that_comes_too_late_is_no_key(read_in_time: int, tmp_path: Path) -> None:
    with LateTerminal(*STOOL, home=tmp_path, size=(110, 30)) as terminal:
        terminal.wait_for(lambda: b"\x1b[c" in terminal.written)
        terminal.press(KITTY[:read_in_time].decode())
        terminal.wait_for("leave")
        terminal.settle()
        before = terminal.text
        for piece in re.findall(r"\x1b[P\[].|[^\x1b]+|\x1b", KITTY[read_in_time:].decode()):
            terminal.press(piece)
            terminal.settle(0.15 if piece != "\x1b" else 0.01)  # longer, and it would be the key Esc
        terminal.has_answered = True
        assert terminal.text == before
        terminal.press("n")
        terminal.wait_for("1 / 1")
        terminal.press("q")
        assert terminal.end() == 0


def test_a_standard_error_that_goes_elsewhere_gets_no_picture(tmp_path: Path) -> None:
    log = tmp_path / "log"
    launch = ("-c", f"import os, sys; os.dup2(os.open({str(log)!r}, os.O_CREAT | os.O_WRONLY), 2); {RUN}")
    with Terminal(*STOOL, home=tmp_path, launch=launch) as terminal:
        terminal.wait_for("leave")
        terminal.press("n")
        terminal.wait_for("1 / 1")
        terminal.press("q")
        assert terminal.end() == 0
        assert_restored(terminal.written)
    assert log.read_bytes() == b""


def test_ctrl_c_leaves_and_says_so(tmp_path: Path) -> None:
    with Terminal(*STOOL, home=tmp_path) as terminal:
        terminal.wait_for("leave")
        terminal.press(" ", "ctrl+c")
        assert terminal.end() == 130
        assert_restored(terminal.written)
        assert b"Traceback" not in terminal.written


def test_paused_it_writes_nothing_at_all(tmp_path: Path) -> None:
    with Terminal(*STOOL, home=tmp_path, COLORTERM="truecolor") as terminal:
        terminal.wait_for("leave")
        terminal.settle()
        assert terminal.bytes_within(1.0) == 0
        terminal.press(" ")
        terminal.wait_for("?  ")
        assert terminal.bytes_within(0.5) > 0
        terminal.press(" ")
        terminal.settle()
        assert terminal.bytes_within(1.0) == 0


def assert_like_new(terminal: Terminal) -> None:
    """What piece after piece has left on the screen is what a screen painted anew shows."""
    terminal.settle()
    pieces = terminal.cells()
    size = (terminal.screen.columns, terminal.screen.lines)
    terminal.resize((size[0] + 1, size[1]))
    terminal.settle()
    terminal.resize(size)
    terminal.screen.erase_in_display(2)
    terminal.wait_for(lambda: _difference(pieces, terminal.cells()) is None)


def _difference(pieces: Picture, whole: Picture) -> str | None:
    """The first place where two screens differ to the eye, but for the news, which grow old."""
    for row, (old, new) in enumerate(zip(pieces, whole, strict=True)):
        for column, (was, now) in enumerate(zip(old, new, strict=True)):
            same_ink = was.data == " " or _near(was.fg, now.fg)
            same_style = (was.bold, was.reverse, was.underscore) == (now.bold, now.reverse, now.underscore)
            same = was.data == now.data and same_style and same_ink and _near(was.bg, now.bg)
            if not same and row != len(pieces) - 2:
                return f"row {row}, column {column}: {was} {now}"
    return None


def _near(one: str, other: str) -> bool:
    """Equal, or truecolor that no eye tells apart."""
    if one == other:
        return True
    if not (re.fullmatch("[0-9a-f]{6}", one) and re.fullmatch("[0-9a-f]{6}", other)):
        return False
    return all(abs(int(one[i : i + 2], 16) - int(other[i : i + 2], 16)) <= 24 for i in (0, 2, 4))


@pytest.mark.parametrize("mode", ["truecolor", "16"])
def test_pieces_add_up_to_the_whole_screen(mode: str, tmp_path: Path) -> None:
    """Only what has changed is written; after flights, orbits, panels and help nothing old is left."""
    with Terminal(*STOOL, home=tmp_path, size=(110, 30), **MODES[mode]) as terminal:
        terminal.wait_for("leave")
        terminal.press(" ")
        assert terminal.bytes_within(1.2) > 0
        terminal.press(" ", "d", "d", "w", "\t", "o", "o")
        assert_like_new(terminal)
        terminal.press("?")
        terminal.wait_for("Esc")
        terminal.press("\x1b")
        terminal.wait_for("leave")
        terminal.press("l", "z", ">", "K", "K", "K", "K", "n")
        assert_like_new(terminal)
        terminal.press("q")
        assert terminal.end() == 0


def test_it_follows_the_size_of_its_window(tmp_path: Path) -> None:
    with Terminal(*STOOL, home=tmp_path, size=(120, 40)) as terminal:
        terminal.wait_for("leave")
        for size, shown in (((59, 17), "59×17"), ((80, 24), "leave"), ((200, 60), "settings"), ((60, 18), "leave")):
            terminal.resize(size)
            terminal.wait_for(shown)
            terminal.settle(0.2)
            assert len(terminal.text.splitlines()[-1].rstrip()) > 0 or size == (59, 17)
        terminal.press("q")
        assert terminal.end() == 0


def test_a_burn_out_is_told_in_words(tmp_path: Path) -> None:
    words = (*STOOL, "--optimizer", "sgd", "--learning-rate", "100")
    with Terminal(*words, home=tmp_path, size=(120, 40)) as terminal:
        terminal.wait_for("leave")
        terminal.press(*"nnnnnn")
        terminal.wait_for("burned out")
        terminal.settle()
        assert not re.search(r"\b(nan|inf)\b", terminal.text, re.IGNORECASE)
        terminal.press("u")
        terminal.wait_for("Just before it burned")
        terminal.press("q")
        assert terminal.end() == 0


def test_the_first_start_plays_the_first_minute(tmp_path: Path) -> None:
    with Terminal(home=tmp_path, COLORTERM="truecolor") as terminal:
        terminal.wait_for("begin")
        first = terminal.text
        terminal.wait_for(lambda: terminal.text != first)
        terminal.press(" ")
        terminal.wait_for("1 / ")  # the first level's pages
        terminal.press("q", "q")  # asked once, sure
        assert terminal.end() == 0
        assert_restored(terminal.written)


def test_no_run_and_no_file_is_left_by_looking_around(tmp_path: Path) -> None:
    with Terminal(*STOOL, home=tmp_path) as terminal:
        terminal.wait_for("leave")
        terminal.press("d", "?", "\x1b", "q")
        assert terminal.end() == 0
    assert os.listdir(tmp_path) == []


MEMORY = """
import gc
from chairgame.__main__ import main

main()
print("frozen", gc.isenabled() and gc.get_freeze_count() > 1)
"""


def test_garbage_is_collected_again_once_the_first_picture_is_out(tmp_path: Path) -> None:
    with Terminal(*STOOL, "--lang", "en", home=tmp_path, launch=("-c", MEMORY)) as terminal:
        terminal.wait_for(LEAVE["en"])
        terminal.press("q")
        assert terminal.end() == 0
        assert b"frozen True" in terminal.written
