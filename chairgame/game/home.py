"""Where the player's data lives, and which file a run's name means. Knows no file format."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from chairgame.text.catalogue import N_
from chairgame.text.clean import clean
from chairgame.text.disk import Mark, try_to_write
from chairgame.text.errors import PlayerError

RUN_SUFFIX = ".run"
LONGEST_NAME = "n" * 200
"""As long as a file's name may become, copies counted."""


def home_folder(environ: Mapping[str, str]) -> Path:
    """CHAIRGAME_HOME if it is set, else where the platform keeps a user's data. It need not exist.

    Raises PlayerError when nobody can say where CHAIRGAME_HOME is.
    """
    if own := environ.get("CHAIRGAME_HOME"):
        try:
            return _findable(Path(own).expanduser().absolute())
        except (RuntimeError, OSError) as error:  # nobody of that name; a relative one in a deleted working folder
            raise PlayerError(N_("CHAIRGAME_HOME={folder}: expected a folder that can be found"), folder=own) from error
    import platformdirs  # noqa: PLC0415  (not needed by whoever sets a folder)

    return Path(platformdirs.user_data_path("chairgame", appauthor=False))


def _findable(home: Path) -> Path:
    """The folder, there or not. Raises OSError where the system could never find what is kept in it: its path is too
    long, or its links go round in circles."""
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        os.stat(runs_folder(home) / LONGEST_NAME)
    return home


def runs_folder(home: Path) -> Path:
    """Where runs are kept that were saved under a bare name."""
    return home / "runs"


def run_to_save(text: str, home: Path, *, force: bool = False) -> Path:
    """The file that a run is saved to: a bare word is a name in the runs folder, anything else a path.

    Raises PlayerError when it names no file, one that cannot be written, or, unless `force`, one that is no run.
    """
    path = _path(text, home)
    if not clean(text) == text:
        raise PlayerError(N_("run {name}: expected a name without control characters"), name=f'"{text}"')
    try_to_write(path, Mark.RUN, force=force)
    return path


def run_to_load(text: str, home: Path) -> Path:
    """The file that a saved run is in: a name in the runs folder, with or without its suffix, else a path; or the name
    of the kept run, `autosave`, which lies in the home itself.

    Raises PlayerError when it names no file at all.
    """
    path = _path(text, home)
    is_name = Path(text).name == text
    places = (path, Path(text), *((runs_folder(home) / text, home / f"{text}{RUN_SUFFIX}") if is_name else ()))
    return next((place for place in places if os.path.exists(place)), path)


def _path(text: str, home: Path) -> Path:
    if not text.strip() or "\0" in text or text in (".", ".."):
        raise PlayerError(N_("run {name}: expected a name or a file"), name=f'"{text}"')
    is_name = Path(text).name == text and not Path(text).suffix
    return runs_folder(home) / f"{text}{RUN_SUFFIX}" if is_name else Path(text)
