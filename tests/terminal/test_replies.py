"""Replies of terminals, real ones and any bytes."""

import re

from hypothesis import given
from hypothesis import strategies as st

from chairgame.terminal.replies import QUESTIONS, Answers, read_replies

XTERM = (
    b"\x1bP1$r0;48:2::1:2:3m\x1b\\\x1bP0+r524742\x1b\\\x1bP0+r5463\x1b\\\x1b[?2026;0$y\x1bP>|XTerm(379)\x1b\\"
    b"\x1b[?64;1;2;6;9;15;18;21;22c"
)
KITTY = b"\x1bP1$r48:2:1:2:3m\x1b\\\x1bP1+r524742=38\x1b\\\x1b[?2026;2$y\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c"
TMUX = b"\x1bP0$r\x1b\\\x1bP>|tmux 3.3a\x1b\\\x1b[?1;2c"

sets = st.sampled_from(
    [
        b"\x1b[?62;c",
        b"\x1b[?2026;2$y",
        b"\x1bP1$r0m\x1b\\",
        b"\x1bP1+r5463=\x1b\\",
        b"\x1bP0$r\x9c",
        b"\x1bP>|a terminal\x1b\\",
    ]
)
keys = st.sampled_from([b"q", b" ", b"\r", b"\x1b[A", b"\x1b[1;5C", b"\x1bOP", "ł".encode(), b"\x1b[200~c\x1b[201~"])


def test_real_terminals() -> None:
    assert read_replies(XTERM) == Answers(True, True, False, False, "XTerm(379)", b"")
    assert read_replies(KITTY) == Answers(True, True, False, True, "kitty(0.26.5)", b"")
    assert read_replies(TMUX) == Answers(True, False, False, None, "tmux 3.3a", b"")
    assert read_replies(b"") == Answers()


def test_colours_are_read_in_every_spelling() -> None:
    for pen in (b"48;2;1;2;3", b"0;1;48:2::1:2:3", b"48:2:1:2:3;4", b"48:2:0:1:2:3"):
        assert read_replies(b"\x1bP1$r" + pen + b"m\x1b\\").truecolor is True
    for pen in (b"48;5;16", b"0;48:5:16", b"0", b"48;2;1;2;30", b"38;2;1;2;3"):
        answers = read_replies(b"\x1bP1$r" + pen + b"m\x1b\\")
        assert (answers.truecolor, answers.indexed) == (False, b"5" in pen)
    assert read_replies(b"\x1bP1+r5463\x1b\\").truecolor is True
    assert read_replies(b"\x1bP1+r636F=32\x1b\\").truecolor is None


@given(st.binary(max_size=200))
def test_any_bytes_are_read(received: bytes) -> None:
    answers = read_replies(received)
    assert answers.name is None or (answers.name.isprintable() and 0 < len(answers.name) <= 40)
    assert len(answers.typed) <= len(received)


@given(st.lists(st.one_of(sets, keys)))
def test_keys_are_told_from_replies(pieces: list[bytes]) -> None:
    typed = b"".join(piece for piece in pieces if not re.match(rb"\x1b(P|\[\?)", piece))
    assert read_replies(b"".join(pieces)).typed == typed


@given(st.sampled_from([XTERM, KITTY, TMUX]), st.data())
def test_of_a_reply_that_has_only_begun_nothing_is_taken_for_keys(replies: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(replies) - 1))
    answers = read_replies(replies[:cut])
    assert not answers.complete
    assert answers.typed in (b"", b"\x1b")  # a lone Esc may be the key


def test_the_questions_end_with_the_one_that_all_answer() -> None:
    assert QUESTIONS.startswith(b"\x1b7")
    assert QUESTIONS.endswith(b"\x1b[c\x1b8\x1b[K")
    assert read_replies(QUESTIONS).complete is False  # a terminal that only echoes answers nothing
