"""What tmux says about itself. It takes any colour and passes on only what it thinks its own terminal can show.

See tmux(1): `client_termfeatures`, `terminal-features`, `escape-time`.
"""

from dataclasses import dataclass

TIMEOUT = 0.1  # seconds: tmux is a process on this machine
_QUESTION = ("tmux", "display-message", "-p", "#{client_termfeatures}", ";", "show-options", "-sv", "escape-time")


@dataclass(frozen=True)
class Tmux:
    """What matters of a tmux client and its server."""

    truecolor: bool
    """It passes 24 bits a colour on."""
    escape_time: int | None
    """Milliseconds for which it withholds Esc."""


def ask_tmux() -> Tmux | None:
    """What the tmux around us says; None where it cannot be asked."""
    import subprocess  # noqa: PLC0415  (most players are in no tmux, and the start must not wait for it)

    try:
        done = subprocess.run(
            _QUESTION, capture_output=True, text=True, timeout=TIMEOUT, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return None
    return read_tmux(done.stdout) if done.returncode == 0 else None


def read_tmux(output: str) -> Tmux | None:
    """What tmux printed; None where that is no answer: versions before 3.2 know no features."""
    lines = output.split("\n")
    if not lines[0].strip():
        return None
    milliseconds = lines[1].strip() if len(lines) > 1 else ""
    return Tmux("RGB" in lines[0].split(","), int(milliseconds) if milliseconds.isdecimal() else None)
