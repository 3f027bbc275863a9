"""`chairgame doctor`: what the environment says about the terminal, what was made of it and why, and a test card."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from shutil import get_terminal_size

from chairgame import __version__
from chairgame.cli.context import Context
from chairgame.cli.output import print_json, print_line, print_lines
from chairgame.cli.screen import is_terminal
from chairgame.game.home import runs_folder
from chairgame.terminal.depth import TRUECOLOR_TERMS, ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue

VARIABLES = ("TERM", "COLORTERM", "NO_COLOR", "TMUX", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "CHAIRGAME_HOME")
SMALLEST = (60, 18)
_CARD = {
    GlyphSet.HALF: "▀▄█",
    GlyphSet.QUADRANT: "▘▝▖▗▚▞▛▜▙▟",
    GlyphSet.BLOCKS: "▁▂▃▄▅▆▇█▏▎▍▌▋▊▉",
    GlyphSet.ASCII: ".:-=+*#%@",
}


def doctor(context: Context) -> int:
    """Print what was found: for people, with a test card on a terminal, or as JSON."""
    if context.arguments.json:
        print_json(_findings(context))
        return 0
    print_lines(_report(context), context.glyphs)
    if sys.stdout.isatty():
        for line in _card(context.depth, context.catalogue):
            print_line(line)
    return 0


def _findings(context: Context) -> dict[str, object]:
    columns, rows = get_terminal_size()
    return {
        "environment": {name: context.environ.get(name) for name in VARIABLES},
        "terminal": {"input": _is_tty(sys.stdin), "output": _is_tty(sys.stdout), "columns": columns, "rows": rows},
        "in_use": {
            "color": context.depth.value,
            "glyphs": context.glyphs.value,
            "language": context.catalogue.language,
            "reduced_motion": context.arguments.reduced_motion,
        },
        "can_play": is_terminal(context.environ.get("TERM")),
        "versions": _versions(),
        "home": os.fsencode(context.home).decode("utf-8", "replace"),
    }


def _versions() -> dict[str, str]:
    packages = {name: version(name) for name in ("textual", "numpy")}
    return {"chairgame": __version__, "python": platform.python_version(), **packages}


def _report(context: Context) -> Iterator[str]:
    _, environ = context.catalogue, context.environ
    columns, rows = get_terminal_size()
    yield from (f"{name:<15} {value}" for name, value in _versions().items())
    yield ""
    for name in VARIABLES:
        yield f"{name:<15} {_printable(environ[name]) if name in environ else _('not set')}"
    yield ""
    yield f"{_('terminal'):<15} {_('{columns} columns, {rows} rows', columns=columns, rows=rows)}; {_verdict(context)}"
    yield f"{_('colours'):<15} {context.depth.value}: {_why_depth(context)}"
    yield f"{_('glyphs'):<15} {context.glyphs.value}: {_why_glyphs(context)}"
    yield f"{_('language'):<15} {_.language}"
    yield f"{_('runs'):<15} {_printable(str(runs_folder(context.home)))}"


def _verdict(context: Context) -> str:
    _ = context.catalogue
    if not is_terminal(context.environ.get("TERM")):
        return _("the game cannot be drawn here")
    columns, rows = get_terminal_size()
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return _("the game needs at least {columns} × {rows}", columns=SMALLEST[0], rows=SMALLEST[1])
    return _("the game can be drawn here")


def _why_depth(context: Context) -> str:
    """The first rule of `detect_depth` that holds."""
    _, environ = context.catalogue, context.environ
    term = environ.get("TERM", "").lower()
    if getattr(context.arguments, "color", "auto") != "auto":
        return _("as {option} says", option="--color")
    if environ.get("NO_COLOR"):
        return _("because {variable} is set", variable="NO_COLOR")
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return _("because {variable} says so", variable="COLORTERM")
    if "256" in term or any(word in term for word in TRUECOLOR_TERMS):
        return _("because {variable} says so", variable="TERM")
    if environ.get("TMUX"):
        return _("because {variable} is set", variable="TMUX")
    return _("since nothing promises more (a terminal that can do more says so in COLORTERM)")


def _why_glyphs(context: Context) -> str:
    _ = context.catalogue
    if getattr(context.arguments, "glyphs", "auto") != "auto":
        return _("as {option} says", option="--glyphs")
    if context.environ.get("TERM", "") in ("", "dumb", "linux", "vt100", "vt220"):
        return _("because {variable} names a terminal with few characters", variable="TERM")
    if context.glyphs is GlyphSet.ASCII:
        return _("because the locale is not one of UTF-8")
    return _("the locale can carry them")


def _card(depth: ColourDepth, _: Catalogue) -> Iterator[str]:
    """A ramp of the colours in use, then every glyph set: gaps, boxes or question marks are characters to avoid."""
    yield ""
    if depth is not ColourDepth.NONE:
        yield "".join(_paint(step, depth) + " " for step in range(64)) + "\x1b[0m"
    for glyphs, sample in _CARD.items():
        yield f"{glyphs.value:<15} {sample}"
    yield _("The ramp should run smoothly from dark to light, and each row of glyphs without gaps or question marks.")


def _paint(step: int, depth: ColourDepth) -> str:
    """The escape code for a background, dark to light in 64 steps: of wood in truecolor, else of greys."""
    if depth is ColourDepth.TRUECOLOR:
        return f"\x1b[48;2;{step * 224 // 63};{step * 164 // 63};{step * 88 // 63}m"
    if depth is ColourDepth.INDEXED:
        return f"\x1b[48;5;{232 + step * 23 // 63}m"
    return ("\x1b[40m", "\x1b[100m", "\x1b[47m", "\x1b[107m")[step // 16]


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in text)


def _is_tty(stream: object) -> bool:
    return bool(stream is not None and stream.isatty())  # type: ignore[attr-defined]
