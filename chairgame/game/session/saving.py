"""Saves what a session has learned under a name that says what it is."""

from pathlib import Path

from chairgame.chair.parts import Chair
from chairgame.chair.writing import chair_text
from chairgame.game.home import RUN_SUFFIX, runs_folder
from chairgame.game.session.model import GameSession
from chairgame.text.disk import write_beside
from chairgame.training.runs import run_of, save_run


def save_chair(chair: Chair, home: Path) -> Path:
    """Save a thing as a chair file in the player's folder, beside earlier ones of its name, and return the file.

    Raises PlayerError when the folder cannot be written.
    """
    (path,) = write_beside(home / "chairs", chair.name, {".toml": chair_text(chair).encode()})
    return path


def save_session(session: GameSession, home: Path) -> Path:
    """Save the run in use in the player's folder, beside earlier ones, and return the file.

    Raises PlayerError when the folder cannot be written.
    """
    history = session.history
    stem = f"{session.chair.name}-{history.first_settings.seed}-{history.newest}"
    folder = runs_folder(home)
    path, copy = folder / f"{stem}{RUN_SUFFIX}", 2
    while path.exists():
        path, copy = folder / f"{stem}-{copy}{RUN_SUFFIX}", copy + 1
    save_run(run_of(history, "burned_out" if history.burned_out else "epochs"), path)
    return path
