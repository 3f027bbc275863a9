"""What environments and answers make of colours and glyphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.terminal.capabilities import Reason, informed, overridden, promised
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.terminal.replies import Answers
from chairgame.terminal.tmux import Tmux, read_tmux

TRUE, INDEXED, SIXTEEN, NONE = ColourDepth

environs = st.dictionaries(
    st.sampled_from(["TERM", "COLORTERM", "NO_COLOR", "TMUX", "STY", "LANG", "WT_SESSION", "TERM_PROGRAM"]),
    st.sampled_from(["", "1", "xterm", "xterm-256color", "linux", "truecolor", "dumb", "screen", "pl_PL.UTF-8"]),
)
truths = st.sampled_from([None, False, True])
answers = st.builds(Answers, complete=st.booleans(), truecolor=truths, indexed=truths, synchronized_output=truths)
LADDER = list(ColourDepth)


@pytest.mark.parametrize(
    ("environ", "depth", "reason", "in_doubt"),
    [
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, NONE, Reason.NO_COLOR, False),
        ({"NO_COLOR": "", "COLORTERM": "truecolor"}, TRUE, Reason.COLORTERM, False),
        ({"TERM": "xterm-kitty"}, TRUE, Reason.TERM, False),
        ({"TERM": "xterm", "WT_SESSION": "1"}, TRUE, Reason.WINDOWS_TERMINAL, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, INDEXED, Reason.TERM_PROGRAM, False),
        ({"TERM": "xterm-256color"}, INDEXED, Reason.TERM, True),
        ({"TERM": "xterm"}, SIXTEEN, Reason.NOTHING, True),
        ({"TERM": "linux"}, SIXTEEN, Reason.NOTHING, False),
        ({"TERM": "tmux-256color", "TMUX": "x"}, INDEXED, Reason.TMUX, True),
        ({"TERM": "screen", "TMUX": "x", "COLORTERM": "truecolor"}, TRUE, Reason.COLORTERM, True),
        ({"TERM": "screen.xterm", "STY": "x", "COLORTERM": "truecolor"}, INDEXED, Reason.SCREEN, False),
    ],
)
def test_what_the_environment_says(environ: dict[str, str], depth: ColourDepth, reason: Reason, in_doubt: bool) -> None:
    found = promised(environ)
    assert (found.depth, found.depth_reason, found.in_doubt) == (depth, reason, in_doubt)


def test_glyphs_follow_the_terminal_and_the_locale() -> None:
    for locale, glyphs in {
        "pl_PL.UTF-8": GlyphSet.BLOCKS,
        "C.utf8": GlyphSet.BLOCKS,
        "": GlyphSet.BLOCKS,
        "POSIX": GlyphSet.BLOCKS,
        "pl_PL.ISO-8859-2": GlyphSet.ASCII,
    }.items():
        found = promised({"TERM": "xterm", "LANG": locale})
        assert (found.glyphs, found.glyphs_reason) == (glyphs, Reason.LOCALE)
    assert promised({"TERM": "xterm", "LANG": "pl_PL.UTF-8", "LC_ALL": "pl_PL"}).glyphs is GlyphSet.ASCII
    assert promised({"TERM": "linux", "LANG": "pl_PL.UTF-8"}).glyphs_reason is Reason.TERM
    assert promised({"WT_SESSION": "1"}).glyphs is GlyphSet.BLOCKS


KITTY = {"TERM": "xterm-kitty", "LANG": "C.UTF-8"}


@pytest.mark.parametrize(
    ("name", "glyphs"),
    [
        ("kitty(0.26.5)", GlyphSet.SEXTANT),
        ("kitty(0.40.0)", GlyphSet.SEXTANT),
        ("kitty(0.9.1)", GlyphSet.BLOCKS),
        ("foot(1.13.1)", GlyphSet.SEXTANT),
        ("foot(2.0)", GlyphSet.SEXTANT),
        ("foot(1.4.0)", GlyphSet.BLOCKS),
        ("XTerm(379)", GlyphSet.BLOCKS),
        ("xterm.js(5.5.0)", GlyphSet.BLOCKS),
        ("WezTerm 20240203", GlyphSet.BLOCKS),
        ("not a kitty(9.9)", GlyphSet.BLOCKS),
        ("kitty", GlyphSet.BLOCKS),
        (None, GlyphSet.BLOCKS),
    ],
)
def test_sextants_are_for_terminals_whose_own_answer_names_them(name: str | None, glyphs: GlyphSet) -> None:
    found = promised(KITTY)
    assert found.may_draw_sextants
    assert found.glyphs is GlyphSet.BLOCKS
    after = informed(found, Answers(name=name), None)
    assert after.glyphs is glyphs
    assert (after.glyphs_reason is Reason.ANSWER) == (glyphs is GlyphSet.SEXTANT)


@pytest.mark.parametrize(
    "environ", [{**KITTY, "TMUX": "x"}, {**KITTY, "STY": "x"}, {**KITTY, "LANG": "pl_PL.ISO-8859-2"}, {"TERM": "xterm"}]
)
def test_nobody_is_asked_for_sextants_in_vain(environ: dict[str, str]) -> None:
    assert not promised(environ).may_draw_sextants


@pytest.mark.parametrize("environ", [{**KITTY, "TMUX": "x"}, {**KITTY, "STY": "x"}, {**KITTY, "LANG": "pl_PL"}])
def test_what_is_between_us_and_the_terminal_may_not_draw_sextants(environ: dict[str, str]) -> None:
    assert informed(promised(environ), Answers(name="kitty(0.40.0)"), None).glyphs is not GlyphSet.SEXTANT


@pytest.mark.parametrize("glyphs", GlyphSet)
def test_glyphs_asked_for_by_name_are_what_is_drawn(glyphs: GlyphSet) -> None:
    found = overridden(promised(KITTY), None, glyphs)
    assert not found.may_draw_sextants
    assert informed(found, Answers(name="kitty(0.40.0)"), None).glyphs is glyphs


def test_the_far_end_of_a_network() -> None:
    assert promised({"TERM": "xterm", "SSH_CONNECTION": "1 2 3 4"}).over_ssh
    assert not promised({"TERM": "xterm", "SSH_CONNECTION": ""}).over_ssh


def test_answers_settle_a_doubt() -> None:
    doubt = promised({"TERM": "xterm"})
    assert informed(doubt, Answers(truecolor=True), None).depth is TRUE
    assert informed(doubt, Answers(truecolor=False, indexed=True), None).depth is INDEXED
    assert informed(doubt, Answers(truecolor=False, indexed=False), None).depth_reason is Reason.NOTHING
    assert informed(doubt, Answers(synchronized_output=True), None).synchronized_output is True
    assert informed(doubt, None, None).synchronized_output is None


def test_tmux_passes_on_what_it_says_whatever_colorterm_promises() -> None:
    lying = promised({"TERM": "tmux-256color", "TMUX": "x", "COLORTERM": "truecolor"})
    assert informed(lying, None, Tmux(False, 500)).depth is INDEXED
    assert informed(lying, None, Tmux(True, 500)).depth is TRUE
    assert informed(lying, None, None).depth is TRUE
    assert informed(lying, Answers(truecolor=True), Tmux(False, 10)).depth_reason is Reason.TMUX


@given(environs, answers, st.none() | st.builds(Tmux, st.booleans(), st.none()))
def test_certainty_is_not_shaken_and_no_terminal_takes_back_a_promise(
    environ: dict[str, str], said: Answers, tmux: Tmux | None
) -> None:
    found = promised(environ)
    after = informed(found, said, tmux)
    if not found.in_doubt:
        assert (after.depth, after.depth_reason) == (found.depth, found.depth_reason)
    if tmux is None:
        assert LADDER.index(after.depth) <= LADDER.index(found.depth)
    for depth in ColourDepth:
        assert informed(overridden(found, depth, GlyphSet.HALF), said, tmux).depth is depth


def test_what_tmux_prints() -> None:
    assert read_tmux("256,RGB,title\n10\n") == Tmux(True, 10)
    assert read_tmux("256,title\n500\n") == Tmux(False, 500)
    assert read_tmux("RGBA\n\n") == Tmux(False, None)
    assert read_tmux("\n500\n") is None
    assert read_tmux("") is None
