"""What is left of a defect of the game: a report in the player's folder, and one sentence that names it.

The report holds no values of variables, no arguments and no environment but what says which terminal it was.
"""

import platform
import traceback
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from chairgame import __version__
from chairgame.game.home import home_folder
from chairgame.text.catalogue import Catalogue
from chairgame.text.disk import Mark, write
from chairgame.text.errors import PlayerError

REPORT = "crash.txt"
"""One report, the newest: nobody reads a second one, and a defect that comes again and again must not fill a disk."""
TERMINAL = ("TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM", "LANG", "LC_ALL")
AROUND = {"TMUX": "tmux", "STY": "screen", "SSH_CONNECTION": "ssh"}
LONGEST = 100_000  # characters of a traceback
LONGEST_TOLD = 200  # characters of what the error says of itself


def crash_sentence(error: BaseException, environ: Mapping[str, str], _: Catalogue) -> str:
    """Write the report, and say where it is, or why there is none."""
    what = "".join(traceback.format_exception_only(error)).strip()
    what = what if len(what) <= LONGEST_TOLD else f"{what[:LONGEST_TOLD]}…"
    try:
        file = _written(report_of(error, environ), home_folder(environ))
    except Exception as refusal:  # noqa: BLE001  (whatever it is, the defect itself must still be told)
        why = refusal.sentence(_) if isinstance(refusal, PlayerError) else refusal
        return _(
            "chairgame itself broke ({what}), and the report could not be written ({why}); CHAIRGAME_DEBUG=1 before "
            "the command shows where",
            what=what,
            why=why,
        )
    return _(
        "chairgame itself broke ({what}); the report is in {file}; CHAIRGAME_DEBUG=1 before the command shows where",
        what=what,
        file=file,
    )


def report_of(error: BaseException, environ: Mapping[str, str]) -> str:
    """Versions, the platform, the kind of terminal, and the places in the code that led to the error."""
    versions = " ".join(f"{name} {_version(name)}" for name in ("textual", "numpy"))
    places = "".join(traceback.format_exception(error))
    return "\n".join(
        [
            f"chairgame {__version__}",
            f"Python {platform.python_version()} {versions}",
            platform.platform(),
            *(f"{name}={environ[name]}" for name in TERMINAL if name in environ),
            *(f"inside {program}" for name, program in AROUND.items() if environ.get(name)),
            "",
            places if len(places) <= LONGEST else f"{places[: LONGEST // 2]}\n…\n{places[-LONGEST // 2 :]}",
        ]
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"


def _written(report: str, home: Path) -> Path:
    file = home / REPORT
    write(file, report.encode("utf-8", "backslashreplace"), Mark.CRASH)
    return file
