"""`chairgame doctor`: what the environment and the terminal say, what was made of it and why, and advice."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from shutil import get_terminal_size
from textwrap import wrap

from chairgame import __version__
from chairgame.cli.advice import advice
from chairgame.cli.context import Context
from chairgame.cli.output import heading, print_drawn, print_json, print_lines
from chairgame.cli.screen import is_terminal
from chairgame.game.home import runs_folder
from chairgame.terminal.capabilities import Capabilities, Reason
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.clean import clean

VARIABLES = (
    *("TERM", "COLORTERM", "NO_COLOR", "TERM_PROGRAM", "TMUX", "STY", "SSH_CONNECTION"),
    *("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "CHAIRGAME_NO_QUERY", "CHAIRGAME_HOME"),
)
SMALLEST = (60, 18)
_NAME_WIDTH = 20
_WIDTH = 78
_REASONS = {
    Reason.NO_COLOR: N_("because {variable} is set"),
    Reason.COLORTERM: N_("because {variable} says so"),
    Reason.TERM: N_("because {variable} says so"),
    Reason.TERM_PROGRAM: N_("because {variable} says so"),
    Reason.WINDOWS_TERMINAL: N_("because {variable} is set"),
    Reason.TMUX: N_("that is what {program} passes on"),
    Reason.SCREEN: N_("that is what {program} passes on"),
    Reason.ANSWER: N_("the terminal itself says so"),
    Reason.NOTHING: N_("since nothing promises more (a terminal that can do more says so in COLORTERM)"),
}


def doctor(context: Context) -> int:
    """Print what was found: for people, with a test card on a terminal, or as JSON."""
    found = context.asked(always=True)
    if context.arguments.json:
        print_json(_findings(context, found))
        return 0
    print_lines(_report(context, found), found.glyphs)
    if _is_tty(sys.stdout):
        from chairgame.cli.testcard import card

        for line in card(found.depth, found.glyphs, context.theme, context.catalogue):
            print_drawn(line)
    print_lines(_advised(context, found), found.glyphs)
    return 0


def _findings(context: Context, found: Capabilities) -> dict[str, object]:
    columns, rows = get_terminal_size()
    answers, tmux = found.answers, found.tmux
    return {
        "environment": {name: context.environ.get(name) for name in VARIABLES},
        "terminal": {"input": _is_tty(sys.stdin), "output": _is_tty(sys.stdout), "columns": columns, "rows": rows},
        "answers": None
        if answers is None
        else {
            "answered": answers.complete,
            "name": answers.name,
            "truecolor": answers.truecolor,
            "synchronized_output": answers.synchronized_output,
        },
        "inside": found.inside,
        "tmux": None if tmux is None else {"truecolor": tmux.truecolor, "escape_time_ms": tmux.escape_time},
        "over_ssh": found.over_ssh,
        "in_use": {
            "color": found.depth.value,
            "glyphs": found.glyphs.value,
            "theme": context.theme,
            "language": context.catalogue.language,
            "reduced_motion": context.arguments.reduced_motion,
        },
        "because": {"color": found.depth_reason.value, "glyphs": found.glyphs_reason.value},
        "can_play": is_terminal(context.environ.get("TERM")),
        "versions": _versions(),
        "home": os.fsencode(context.home).decode("utf-8", "replace"),
    }


def _versions() -> dict[str, str]:
    packages = {name: version(name) for name in ("textual", "numpy")}
    return {"chairgame": __version__, "python": platform.python_version(), **packages}


def _report(context: Context, found: Capabilities) -> Iterator[str]:
    _, environ = context.catalogue, context.environ
    yield heading(_("What was found"))
    yield "; ".join(f"{name} {value}" for name, value in _versions().items())
    for name in VARIABLES:
        if name in environ:
            yield from _row(name, clean(environ[name]))
    absent = [name for name in VARIABLES if name not in environ]
    yield from _row(_("not set"), ", ".join(absent))
    yield from _row(_("the terminal says"), _said(found, _))
    if found.inside:
        yield from _row(_("inside"), _inside(found, _))
    yield ""
    yield heading(_("What is in use"))
    columns, rows = get_terminal_size()
    size = _("{columns} columns, {rows} rows", columns=columns, rows=rows)
    yield from _row(_("terminal"), f"{size}; {_verdict(context)}")
    yield from _row(_("colours"), f"{found.depth.value}: {_why_depth(found, _)}")
    yield from _row(_("glyphs"), f"{found.glyphs.value}: {_why_glyphs(context, found)}")
    yield from _row(_("theme"), context.theme)
    yield from _row(_("language"), _.language)
    yield from _row(_("runs"), clean(str(runs_folder(context.home))))


def _row(name: str, value: str) -> list[str]:
    """A name and its value, broken between words."""
    lines = wrap(value, _WIDTH - _NAME_WIDTH) or [""]
    return [
        f"{name if first else '':<{_NAME_WIDTH}} {line}" for line, first in zip(lines, [1] + [0] * 99, strict=False)
    ]


def _said(found: Capabilities, _: Catalogue) -> str:
    answers = found.answers
    if answers is None:
        return _("was not asked")
    if not answers.complete:
        return _("no answer within {milliseconds} milliseconds", milliseconds=100)
    said = [answers.name] if answers.name else []
    if answers.truecolor is not None:
        said.append(_("24-bit colours: yes") if answers.truecolor else _("24-bit colours: no"))
    if answers.synchronized_output is not None:
        said.append(_("whole frames at once: yes") if answers.synchronized_output else _("whole frames at once: no"))
    return "; ".join(said) or _("that it is there, and nothing more")


def _inside(found: Capabilities, _: Catalogue) -> str:
    if found.tmux is None:
        return str(found.inside)
    passes = _("passes 24-bit colours on") if found.tmux.truecolor else _("passes 256 colours on")
    return f"tmux: {passes}"


def _verdict(context: Context) -> str:
    _ = context.catalogue
    if not is_terminal(context.environ.get("TERM")):
        return _("the game cannot be drawn here")
    columns, rows = get_terminal_size()
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return _("the game needs at least {columns} × {rows}", columns=SMALLEST[0], rows=SMALLEST[1])
    return _("the game can be drawn here")


def _why_depth(found: Capabilities, _: Catalogue) -> str:
    if found.depth_reason is Reason.OPTION:
        return _("as {option} says", option="--color")
    return _(_REASONS[found.depth_reason], variable=found.depth_reason.value, program=found.depth_reason.value)


def _why_glyphs(context: Context, found: Capabilities) -> str:
    _ = context.catalogue
    if found.glyphs_reason is Reason.OPTION:
        return _("as {option} says", option="--glyphs")
    if found.glyphs_reason is Reason.TERM:
        return _("because {variable} names a terminal with few characters", variable="TERM")
    if found.glyphs_reason is Reason.ANSWER:
        return _("the terminal itself draws them, without seams")
    if found.glyphs.value == "ascii":
        return _("because the locale is not one of UTF-8")
    return _("the locale can carry them")


def _advised(context: Context, found: Capabilities) -> Iterator[str]:
    """Every piece of advice as a list, or a word that there is none."""
    _ = context.catalogue
    yield ""
    yield heading(_("Advice"))
    sentences = advice(found, context.environ, _, shows_card=_is_tty(sys.stdout))
    for sentence in sentences or [_("Nothing to improve here.")]:
        yield from wrap(sentence, _WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False)


def _is_tty(stream: object) -> bool:
    return bool(stream is not None and stream.isatty())  # type: ignore[attr-defined]
