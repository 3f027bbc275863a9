"""Saves what a session has learned under a name that says what it is."""

import re
from pathlib import Path

from chairgame.chair.parts import Chair
from chairgame.chair.writing import chair_text
from chairgame.game.home import RUN_SUFFIX, runs_folder
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import N_
from chairgame.text.disk import read_whole, write_beside
from chairgame.text.errors import PlayerError
from chairgame.training.runs import Run, run_bytes, run_of

MOST_BY_KEY = 50
TEXT = "words"
"""What a run of a text is called."""
_BY_KEY = re.compile("[a-z0-9-]+-[0-9]+-[0-9]+(-[0-9]+)?")


def save_chair(chair: Chair, home: Path) -> Path:
    """Save a thing as a chair file in the player's folder, beside earlier ones of its name, and return the file.

    Raises PlayerError when the folder cannot be written.
    """
    (path,) = write_beside(home / "chairs", chair.name, {".toml": chair_text(chair).encode()})
    return path


def save_session(session: GameSession, home: Path) -> Path:
    """Save the run in use as it is now. Raises what `save_by_key` raises."""
    return save_by_key(run_to_save(session), home)


def run_to_save(session: GameSession) -> Run:
    """The run in use as it is now, whatever is learned meanwhile."""
    history = session.history
    return run_of(history, "burned_out" if history.burned_out else "epochs")


def save_by_key(run: Run, home: Path) -> Path:
    """Save a run in the player's folder, and return the file: the one in which it lies already, or a new one
    beside whatever other run has its name.

    Raises PlayerError when the folder cannot be written, or holds as many such runs as a held key may leave behind;
    OutputError when the disk is full.
    """
    folder, data = runs_folder(home), run_bytes(run)
    name = run.about.name if isinstance(run.about, Chair) else TEXT
    stem = f"{name}-{run.settings.seed}-{len(run.rows) - 1}"
    for file in folder.glob(f"{stem}*{RUN_SUFFIX}"):
        if _holds(file, data):
            return file
    if sum(_BY_KEY.fullmatch(file.stem) is not None for file in folder.glob(f"*{RUN_SUFFIX}")) >= MOST_BY_KEY:
        message = N_("{folder} holds {most} runs that a key has saved; remove some, then save again")
        raise PlayerError(message, folder=folder, most=MOST_BY_KEY)
    (path,) = write_beside(folder, stem, {RUN_SUFFIX: data})
    return path


def _holds(file: Path, data: bytes) -> bool:
    try:
        return read_whole(file, len(data)) == data
    except PlayerError:  # a larger one, or none that can be read: another one in any case
        return False
