"""The one door out: whatever a command prints, a terminal obeys nothing of it but the colours of our own pictures."""

import json
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chairgame.cli.output import print_drawn, print_json, print_line, print_lines, tell
from chairgame.terminal.depth import GlyphSet

ANYTHING = st.text(st.characters(codec=None, categories=None), max_size=40)
OBEYED = {"Cc", "Cf", "Cs", "Zl", "Zp"}
EVIL = "T\x1b]0;PWNED\x07\x1b[2J\x9b31m\u202egpj.exe\nnext"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANYTHING)
def test_a_line_is_one_line_and_nothing_else(capsys: pytest.CaptureFixture[str], text: str) -> None:
    print_line(text)
    print_lines([text], GlyphSet.ASCII)
    print_json({text: [text]})
    tell(text)
    out, err = capsys.readouterr()
    lines = [*out.split("\n"), *err.split("\n")]
    assert len(lines) == 3 + 1 + 1 + 1
    assert not {unicodedata.category(character) for line in lines for character in line} & OBEYED


def test_json_says_everything_in_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"title": EVIL})
    out = capsys.readouterr().out
    assert out[:-1].isprintable()
    assert out.isascii()
    assert json.loads(out) == {"title": EVIL}


def test_a_picture_keeps_its_colours(capsys: pytest.CaptureFixture[str]) -> None:
    print_drawn("\x1b[1mx\x1b[m")
    assert capsys.readouterr().out == "\x1b[1mx\x1b[m\n"
