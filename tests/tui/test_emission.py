"""What textual writes for one update reaches the writing thread as one piece."""

from chairgame.tui.terminal.driver import PosixDriver
from chairgame.tui.terminal.emission import Gathering


def driver(written: list[str]) -> PosixDriver:
    """One that has no terminal, only a thread to write for it."""
    found = PosixDriver.__new__(PosixDriver)
    found._is_away, found._gathered = False, None
    found._writer_thread = type("Thread", (), {"write": staticmethod(written.append)})()
    return found


def test_many_writes_become_one() -> None:
    written: list[str] = []
    ours = driver(written)
    assert isinstance(ours, Gathering)
    ours.write("before")
    with ours.in_one():
        ours.write("begin ")
        ours.write("")
        ours.write("end")
    ours.write("after")
    assert written == ["before", "begin end", "after"]


def test_nothing_written_wakes_nobody() -> None:
    written: list[str] = []
    with driver(written).in_one():
        pass
    assert written == []


def test_while_the_terminal_is_somebody_elses_nothing_gets_through() -> None:
    written: list[str] = []
    ours = driver(written)
    with ours.in_one():
        ours.write("ours")
        ours._is_away = True
        ours.write("not ours any more")
    assert written == []
