"""Odd reports of a terminal are no keys and no defects."""

import pytest

pytest.importorskip("termios")

from textual import events

from chairgame.tui.terminal.driver import Parser


@pytest.mark.parametrize(
    "report",
    ["\x1b[1114112u", "\x1b[99999999999999999999u", "\x1b[97;1;1114112u", "\x1b[97;1;" + "9" * 5000 + "u"],
)
def test_a_character_that_there_is_not_is_no_key(report: str) -> None:
    tokens = list(Parser().feed(f"{report}\x1b[98u"))
    assert [token.key for token in tokens if isinstance(token, events.Key)][-1:] == ["b"]


def test_a_mouse_counts_in_cells_where_nothing_is_known_of_pixels() -> None:
    parser = Parser()
    list(parser.feed("\x1b[?2048;1$y\x1b[48;34;110;0;0t"))
    parser.mouse_pixels = True
    (moved,) = (token for token in parser.feed("\x1b[<35;5;7M") if isinstance(token, events.MouseMove))
    assert (moved.x, moved.y) == (4, 6)
