"""The questions that a terminal is asked before the game starts, and what its replies mean. Pure; opens nothing.

Sequences: XTerm Control Sequences (DA1, DECRQM, DECRQSS, XTGETTCAP, XTVERSION), and for mode 2026 the synchronized
output specification by C. Parpart.
"""

import re
from dataclasses import dataclass

_PROBE = (1, 2, 3)  # a colour that no palette has: a terminal that reports it back has kept all 24 bits
_SAVE, _RESTORE_AND_ERASE = b"\x1b7", b"\x1b8\x1b[K"  # what an old terminal prints instead of obeying goes again
QUESTIONS = b"".join(
    [
        _SAVE,
        b"\x1b[48;2;%d;%d;%dm\x1bP$qm\x1b\\\x1b[m" % _PROBE,  # which colour is in use after this one was set?
        b"\x1bP+q524742\x1b\\",  # the terminfo capability RGB
        b"\x1bP+q5463\x1b\\",  # the same under tmux's name, Tc
        b"\x1b[?2026$p",  # is output drawn whole between two marks?
        b"\x1b[>q",  # what are you called?
        b"\x1b[c",  # what are you? All terminals answer this one, and it is the last
        _RESTORE_AND_ERASE,
    ]
)
_REPLY = re.compile(
    rb"\x1b\[\?(?P<attributes>[\d;]*)c"
    rb"|\x1b\[\?(?P<mode>\d+);(?P<setting>\d+)\$y"
    rb"|\x1bP[01]?\$r(?P<pen>[^\x1b\x9c]*)(?:\x1b\\|\x9c)"
    rb"|\x1bP(?P<known>[01])\+r(?P<capability>[^\x1b\x9c]*)(?:\x1b\\|\x9c)"
    rb"|\x1bP>\|(?P<name>[^\x1b\x9c]*)(?:\x1b\\|\x9c)"
)
_BEGUN_REPLY = re.compile(rb"\x1b(?:P[^\x1b\x9c]*\x1b?|\[(?:\?[\d;]*\$?)?)?\Z")
_DIRECT_PEN = re.compile(rb"48(?P<mark>[:;])2(?P=mark)(?:\d*(?P=mark))?%d(?P=mark)%d(?P=mark)%d(?!\d)" % _PROBE)
_PALETTE_PEN = re.compile(rb"48(?P<mark>[:;])5(?P=mark)\d")
_TRUECOLOR_CAPABILITIES = ("524742", "5463")
_LONGEST_NAME = 40


@dataclass(frozen=True)
class Answers:
    """What a terminal said; None where it said nothing about a thing."""

    complete: bool = False
    """It answered the last question, so it has said all that it is going to say."""
    truecolor: bool | None = None
    """It keeps 24 bits a colour."""
    indexed: bool | None = None
    """It turns 24 bits into one of 256 colours."""
    synchronized_output: bool | None = None
    """It can draw a frame at once (mode 2026)."""
    name: str | None = None
    """What it calls itself, printable and short."""
    typed: bytes = b""
    """What came in between that is no reply: keys."""
    begun: bytes = b""
    """What may be the beginning of a reply whose rest has not come yet."""


def read_replies(received: bytes) -> Answers:
    """What all bytes from a terminal so far say; of a reply that has only begun, nothing."""
    replies = list(_REPLY.finditer(received))
    pens = [reply["pen"] for reply in replies if reply["pen"] is not None]
    colours = [_is_truecolor(pen) for pen in pens] + [
        True for reply in replies if reply["known"] == b"1" and _names_truecolor(reply["capability"])
    ]
    rest = _REPLY.sub(b"", received)
    is_complete = any(reply["attributes"] is not None for reply in replies)
    begun = None if is_complete else _BEGUN_REPLY.search(rest)
    names = [reply["name"] for reply in replies if reply["name"] is not None]
    modes = [reply["setting"] for reply in replies if reply["mode"] == b"2026"]
    return Answers(
        complete=is_complete,
        truecolor=any(colours) if colours else None,
        indexed=any(_PALETTE_PEN.search(pen) for pen in pens) if pens else None,
        synchronized_output=modes[-1] in (b"1", b"2", b"3") if modes else None,
        name=_readable(names[-1]) if names else None,
        typed=rest[: begun.start()] if begun else rest,
        begun=begun[0] if begun else b"",
    )


def _is_truecolor(pen: bytes) -> bool:
    return _DIRECT_PEN.search(pen) is not None


def _names_truecolor(capability: bytes) -> bool:
    name = capability.partition(b"=")[0].decode("ascii", "replace")
    return name in _TRUECOLOR_CAPABILITIES


def _readable(name: bytes) -> str | None:
    text = "".join(character for character in name.decode("utf-8", "replace") if character.isprintable())
    return text[:_LONGEST_NAME] or None
