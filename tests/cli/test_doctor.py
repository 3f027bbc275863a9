"""The doctor's test card and advice, and what it says of terminals that answer."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from chairgame.cli.advice import advice
from chairgame.cli.testcard import CONTRASTS, card, contrasts, ladder, ramps, seams
from chairgame.graphics.cells.blocks import SEXTANTS, mask_of
from chairgame.graphics.cells.contrast import contrast, red_green_blue
from chairgame.graphics.cells.theme import theme_for
from chairgame.terminal.capabilities import Capabilities, Reason, informed, promised
from chairgame.terminal.depth import THEMES, ColourDepth, GlyphSet
from chairgame.terminal.replies import QUESTIONS, Answers
from chairgame.terminal.tmux import Tmux
from chairgame.text.catalogue import Catalogue
from tests.cli.conftest import Run
from tests.terminal.test_replies import KITTY

EN = Catalogue("en")
BACK_TO_NORMAL = {"\x1b[0m", "\x1b[39m", "\x1b[49m", "\x1b[39;49m"}
ESCAPE = re.compile("\x1b\\[[0-9;]*m")
LOOKS = list(product(ColourDepth, (GlyphSet.BLOCKS, GlyphSet.SEXTANT, GlyphSet.ASCII), THEMES, ("en", "pl")))


@pytest.mark.parametrize(("depth", "glyphs", "theme", "language"), LOOKS)
def test_the_card_fits_80_columns(depth: ColourDepth, glyphs: GlyphSet, theme: str, language: str) -> None:
    lines = list(card(depth, glyphs, theme, Catalogue(language)))
    plain = [ESCAPE.sub("", line) for line in lines]
    assert all(line.isprintable() and len(line) < 80 for line in plain)
    assert depth is not ColourDepth.NONE or lines == plain
    assert {ESCAPE.findall(line)[-1] for line in lines if "\x1b" in line} <= BACK_TO_NORMAL


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_report_fits_80_columns(run: Run, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    for name in ("NO_COLOR", "SSH_CONNECTION"):
        monkeypatch.setenv(name, "1")
    out = run("doctor", "--lang", language).out
    assert all(len(line) < 80 for line in out.splitlines())
    assert "ssh -C" in out
    assert "\x1b" not in out


def test_no_advice_is_about_a_card_that_is_not_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert "ramp" in " ".join(advice(promised({"TERM": "xterm"}), {}, EN))
    assert "ramp" not in run("doctor", "--lang", "en").out


@pytest.mark.parametrize(("depth", "glyphs"), list(product(ColourDepth, (GlyphSet.HALF, GlyphSet.ASCII))))
def test_one_step_of_the_ladder_is_in_use_where_it_is_shown(depth: ColourDepth, glyphs: GlyphSet) -> None:
    lines = "\n".join(ladder(depth, glyphs, EN).lines())
    shown = glyphs is GlyphSet.HALF or depth in (ColourDepth.INDEXED, ColourDepth.NONE)
    assert lines.count("in use") == shown


def test_the_chair_is_on_every_step() -> None:
    cells = ladder(ColourDepth.TRUECOLOR, GlyphSet.BLOCKS, EN)
    for top, left in product((1, 12), (0, 26, 52)):
        glyphs = cells.glyph[top : top + 10, left : left + 24]
        assert (glyphs != ord(" ")).mean() > 0.15
        assert all((row != ord(" ")).any() for row in glyphs)


def test_the_ladder_is_drawn_in_the_sextants_in_use() -> None:
    with_sextants, without = (
        "".join(ladder(ColourDepth.TRUECOLOR, glyphs, EN).lines()) for glyphs in (GlyphSet.SEXTANT, GlyphSet.BLOCKS)
    )
    assert set(with_sextants) & set(SEXTANTS)
    assert not set(without) & set(SEXTANTS)


def test_a_ramp_never_steps_back() -> None:
    for depth in (ColourDepth.TRUECOLOR, ColourDepth.INDEXED, ColourDepth.SIXTEEN):
        for row in ramps(depth).background:
            light = [contrast(red_green_blue(int(colour)), (0, 0, 0)) for colour in row]
            assert light == sorted(light)
            assert light[-1] > light[0] + 5
    assert ramps(ColourDepth.NONE).height == 0


def test_the_block_of_the_seams_is_solid_and_the_bands_are_even() -> None:
    theme = theme_for(ColourDepth.TRUECOLOR)
    cells = seams(theme)
    ink = np.block([[mask_of(glyph) for glyph in line[2:18]] for line in cells.lines()])
    filled = np.argwhere(ink)
    (top, left), (bottom, right) = filled.min(axis=0), filled.max(axis=0)
    assert ink[top : bottom + 1, left : right + 1].all()
    upper = np.where(cells.glyph[1] == ord("▀"), cells.foreground[1], cells.background[1])[22:38]
    lower = np.where(cells.glyph[1] == ord("▀"), cells.background[1], cells.foreground[1])[22:38]
    assert set(upper.tolist()) == {theme.build}
    assert set(lower.tolist()) == {theme.positive}


@pytest.mark.parametrize("depth", [ColourDepth.TRUECOLOR, ColourDepth.INDEXED])
@pytest.mark.parametrize("theme_name", THEMES)
def test_contrasts_are_what_they_say(depth: ColourDepth, theme_name: str) -> None:
    cells = contrasts(depth, theme_for(depth, theme_name), EN)
    said = [(float(match[0]), match.start()) for match in re.finditer(r"\d+\.\d", cells.lines()[1])]
    for (number, column), wanted in zip(said, CONTRASTS, strict=True):
        ink, ground = int(cells.foreground[1, column]), int(cells.background[1, column])
        assert contrast(red_green_blue(ink), red_green_blue(ground)) == pytest.approx(number, abs=0.051)
        assert number == pytest.approx(wanted, rel=0.15)
    assert [number for number, _ in said] == sorted((number for number, _ in said), reverse=True)


XTERM = promised({"TERM": "xterm-256color", "LANG": "C.UTF-8"})
FAR = replace(XTERM, over_ssh=True)
IN_TMUX = replace(XTERM, inside="tmux", depth_reason=Reason.TMUX)


@pytest.mark.parametrize(
    ("found", "environ", "words"),
    [
        (promised({"TERM": "xterm", "NO_COLOR": "1"}), {}, ["NO_COLOR"]),
        (FAR, {}, ["ssh -C", "SendEnv COLORTERM", "AcceptEnv COLORTERM"]),
        (IN_TMUX, {}, ['set -as terminal-features ",*:RGB"']),
        (informed(IN_TMUX, None, Tmux(False, 500)), {}, ["escape-time 10", "500"]),
        (promised({"TERM": "screen", "STY": "1"}), {}, ["GNU screen"]),
        (promised({"TERM": "xterm", "LANG": "pl_PL"}), {}, ["LANG=C.UTF-8"]),
        (replace(XTERM, answers=Answers()), {}, ["CHAIRGAME_NO_QUERY"]),
    ],
)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_advice(found: Capabilities, environ: dict[str, str], words: list[str], language: str) -> None:
    told = " ".join(advice(found, environ, Catalogue(language)))
    assert all(word in told for word in words)


def test_no_advice_that_is_not_needed() -> None:
    best = promised({"TERM": "xterm-kitty", "LANG": "C.UTF-8"})
    for inside in (None, "tmux"):
        answered = replace(best, inside=inside, answers=Answers(complete=True), tmux=Tmux(True, 10))
        assert advice(answered, {}, EN) == []
    told = " ".join(advice(FAR, {"COLORTERM": "truecolor"}, EN))
    assert "ssh -C" in told
    assert "SendEnv" not in told


def test_what_the_terminal_answers_is_told_and_used() -> None:
    pty = pytest.importorskip("pty")
    environ = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    for name in ("COLORTERM", "NO_COLOR", "TMUX", "STY", "LC_ALL", "CHAIRGAME_NO_QUERY", "TERM_PROGRAM"):
        environ.pop(name, None)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "chairgame", "doctor", "--json"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environ) as process:
        os.close(theirs)
        output = b""
        while len(output) < len(QUESTIONS):
            output += os.read(ours, 4096)
        os.write(ours, KITTY)
        while not output.rstrip().endswith(b"}"):
            output += os.read(ours, 4096)
    os.close(ours)
    found = json.loads(output.removeprefix(QUESTIONS))
    assert process.returncode == 0
    assert found["answers"] == {
        "answered": True,
        "name": "kitty(0.26.5)",
        "truecolor": True,
        "synchronized_output": True,
    }
    assert (found["in_use"]["color"], found["because"]["color"]) == ("truecolor", "answer")
