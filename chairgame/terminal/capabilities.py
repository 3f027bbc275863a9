"""What the terminal can show and why we think so: first from the environment, then, in doubt, from its own answers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from math import inf

from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.terminal.replies import Answers
from chairgame.terminal.tmux import Tmux

_TRUECOLOR_TERMS = ("kitty", "direct", "iterm", "wezterm", "foot", "contour", "ghostty", "alacritty")
_FEW_GLYPHS = ("", "dumb", "linux", "vt100", "vt102", "vt220", "vt320")
_DRAWS_SEXTANTS = {"kitty": (0, 26), "foot": (1, 13)}  # the versions in which they were seen to join without seams
_VERSION = re.compile(r"([a-z]+)\((\d+)\.(\d+)")
_UTF8_NAMES = ("utf-8", "utf8")


class Reason(Enum):
    """What decided. The values are the words of `doctor --json`."""

    OPTION = "option"
    NO_COLOR = "NO_COLOR"
    COLORTERM = "COLORTERM"
    TERM = "TERM"
    TERM_PROGRAM = "TERM_PROGRAM"
    WINDOWS_TERMINAL = "WT_SESSION"
    TMUX = "tmux"
    SCREEN = "screen"
    ANSWER = "answer"
    LOCALE = "locale"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Capabilities:
    """Colours and glyphs to use, what decided on them, and where the game runs."""

    depth: ColourDepth
    depth_reason: Reason
    glyphs: GlyphSet
    glyphs_reason: Reason
    in_doubt: bool
    """The terminal, or the tmux around us, may know better than the environment does."""
    inside: str | None = None
    """"tmux" or "screen", where there is one around us on this machine."""
    over_ssh: bool = False
    may_draw_sextants: bool = False
    """The environment names a terminal that may draw sextants itself; its own answer tells its version."""
    answers: Answers | None = None
    """What the terminal said; None when it was not asked."""
    tmux: Tmux | None = None
    """What tmux said; None when it was not asked, or had no answer."""

    @property
    def synchronized_output(self) -> bool | None:
        """Whether a frame can be drawn at once; None where nobody said."""
        return self.answers.synchronized_output if self.answers else None


def promised(environ: Mapping[str, str]) -> Capabilities:
    """What the environment says. NO_COLOR (set and not empty) wins over all."""
    depth, reason, in_doubt = _promised_depth(environ)
    glyphs, glyphs_reason = _promised_glyphs(environ)
    inside = "tmux" if environ.get("TMUX") else "screen" if environ.get("STY") else None
    over_ssh = any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))
    term = environ.get("TERM", "").lower()
    sextants = glyphs is GlyphSet.BLOCKS and inside is None and any(name in term for name in _DRAWS_SEXTANTS)
    return Capabilities(depth, reason, glyphs, glyphs_reason, in_doubt, inside, over_ssh, sextants)


def overridden(found: Capabilities, depth: ColourDepth | None, glyphs: GlyphSet | None) -> Capabilities:
    """The same with what a player asked for in its place; then nobody need be asked about it."""
    if depth is not None:
        found = replace(found, depth=depth, depth_reason=Reason.OPTION, in_doubt=False)
    if glyphs is not None:
        found = replace(found, glyphs=glyphs, glyphs_reason=Reason.OPTION, may_draw_sextants=False)
    return found


def informed(found: Capabilities, answers: Answers | None, tmux: Tmux | None) -> Capabilities:
    """The same after asking; answers change the colours only where the environment left them in doubt."""
    found = replace(found, answers=answers, tmux=tmux)
    if found.glyphs is GlyphSet.BLOCKS and found.glyphs_reason is not Reason.OPTION and _draws_sextants(found):
        found = replace(found, glyphs=GlyphSet.SEXTANT, glyphs_reason=Reason.ANSWER)
    if not found.in_doubt:
        return found
    if tmux is not None:
        depth = ColourDepth.TRUECOLOR if tmux.truecolor else ColourDepth.INDEXED
        return replace(found, depth=depth, depth_reason=Reason.TMUX)
    if found.inside is None and answers is not None:
        return _answered(found, answers)
    return found


def _draws_sextants(found: Capabilities) -> bool:
    """Whether the terminal itself, and nobody between it and us, has given the name of one that draws them so well."""
    if found.inside is not None or found.answers is None or found.answers.name is None:
        return False
    named = _VERSION.match(found.answers.name)
    return named is not None and (int(named[2]), int(named[3])) >= _DRAWS_SEXTANTS.get(named[1], (inf,))


def _answered(found: Capabilities, answers: Answers) -> Capabilities:
    """A terminal may promise more than the environment does; it never takes anything back."""
    if answers.truecolor:
        return replace(found, depth=ColourDepth.TRUECOLOR, depth_reason=Reason.ANSWER)
    if answers.indexed and found.depth is not ColourDepth.INDEXED:
        return replace(found, depth=ColourDepth.INDEXED, depth_reason=Reason.ANSWER)
    return found


def _promised_depth(environ: Mapping[str, str]) -> tuple[ColourDepth, Reason, bool]:
    """Colours, what decided, and whether that leaves a doubt."""
    truecolor, indexed, term = ColourDepth.TRUECOLOR, ColourDepth.INDEXED, environ.get("TERM", "").lower()
    says_truecolor = environ.get("COLORTERM", "").lower() in ("truecolor", "24bit")
    in_tmux, in_screen = bool(environ.get("TMUX")), bool(environ.get("STY")) and term.startswith("screen")
    rules = (
        (environ.get("NO_COLOR"), ColourDepth.NONE, Reason.NO_COLOR, False),
        (in_screen, indexed, Reason.SCREEN, False),  # screen 4 misreads a colour of 24 bits
        (says_truecolor, truecolor, Reason.COLORTERM, in_tmux),  # tmux hands down that of whoever started it
        (in_tmux, indexed, Reason.TMUX, True),
        (any(name in term for name in _TRUECOLOR_TERMS), truecolor, Reason.TERM, False),
        (environ.get("WT_SESSION"), truecolor, Reason.WINDOWS_TERMINAL, False),
        (environ.get("TERM_PROGRAM") == "Apple_Terminal", indexed, Reason.TERM_PROGRAM, False),
        ("256" in term, indexed, Reason.TERM, True),
        (True, ColourDepth.SIXTEEN, Reason.NOTHING, term != "linux"),
    )
    return next((depth, reason, in_doubt) for holds, depth, reason, in_doubt in rules if holds)


def _promised_glyphs(environ: Mapping[str, str]) -> tuple[GlyphSet, Reason]:
    """Block characters where the locale can carry them (UTF-8), ASCII on a bare console or in another encoding."""
    if environ.get("TERM", "") in _FEW_GLYPHS and not environ.get("WT_SESSION"):
        return GlyphSet.ASCII, Reason.TERM
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    utf8 = any(name in locale.lower() for name in _UTF8_NAMES)
    named_c = locale in ("", "C", "POSIX")  # Python runs in UTF-8 mode there, and so do nearly all terminals
    return (GlyphSet.BLOCKS if utf8 or named_c else GlyphSet.ASCII), Reason.LOCALE
