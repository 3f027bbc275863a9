"""Answers that come too late: none becomes a key, and no key is lost, however the bytes are cut."""

import re

from hypothesis import given
from hypothesis import strategies as st

from chairgame.terminal.late import PATIENCE, LateAnswers
from chairgame.terminal.replies import read_replies
from tests.terminal.test_replies import KITTY, TMUX, XTERM

ANSWERS = [
    "\x1bP1$r48:2:1:2:3m\x1b\\",
    "\x1bP0+r524742\x1b\\",
    "\x1bP>|XTerm(379)\x1b\\",
    "\x1b[?2026;2$y",
    "\x1b]11;rgb:0000/0000/0000\x07",
    "\x1b]4;1;rgb:cccc/0000/0000\x1b\\",
]
KEYS = ["q", "c", " ", "\x1b[A", "\x1b[1;5C", "\x1bOP", "ł", "\x1b[<35;10;4M", "\x1b[12;40R", "\x1b[200~c\x1b[201~"]
LAST = "\x1b[?62;22c"

sent = st.lists(st.sampled_from(ANSWERS + KEYS), max_size=8)


def cut(text: str, data: st.DataObject) -> list[str]:
    at = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return [text[a:b] for a, b in zip([0, *at], [*at, len(text)], strict=True)]


@given(sent, sent, st.data())
def test_keys_pass_and_answers_do_not(before: list[str], after: list[str], data: st.DataObject) -> None:
    """But for those after the last one: somebody else has asked for them, and waits."""
    sieve = LateAnswers("", 0.0)
    passed = "".join(sieve.sift(piece, 0.1) for piece in cut("".join([*before, LAST, *after]), data) if piece)
    assert passed == "".join([key for key in before if key in KEYS] + after)


@given(st.sampled_from([XTERM, KITTY, TMUX]), st.data())
def test_the_rest_of_an_answer_whose_beginning_was_read_is_none_either(replies: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(replies) - 1))
    sieve = LateAnswers(read_replies(replies[:at]).begun.decode("latin-1"), 0.0)
    assert "".join(sieve.sift(piece, 0.1) for piece in cut(replies[at:].decode(), data) if piece) == ""


def test_what_looks_like_a_beginning_is_a_key_once_nothing_follows() -> None:
    for key in ("\x1b", "\x1bP", "\x1b[", "\x1b]"):
        sieve = LateAnswers("", 0.0)
        assert sieve.sift("n" + key, 0.1) == "n"
        assert sieve.after_silence(0.2) == key
        assert sieve.sift("n", 0.3) == "n"


def test_half_an_answer_is_waited_for_but_not_for_ever() -> None:
    sieve = LateAnswers("\x1bP1$r48", 0.0)
    assert sieve.after_silence(PATIENCE / 2) == ""
    assert sieve.after_silence(PATIENCE) == ""
    assert sieve.sift("nc\x1bP", PATIENCE) == "nc\x1bP"


def test_after_the_last_answer_nothing_is_held_back() -> None:
    sieve = LateAnswers("", 0.0)
    assert sieve.sift(LAST + "\x1b", 0.1) == "\x1b"
    assert sieve.sift("\x1b", 0.2) == "\x1b"


@given(st.text(max_size=60))
def test_any_text_is_sifted(text: str) -> None:
    passed = LateAnswers("", 0.0).sift(text, 0.0)
    assert len(passed) <= len(text)
    assert re.search(r"\x1b\[\?[\d;]*c", passed) is None or "\x1b" in text
