"""Where the player's data lives, and which file a run's name means. Of file formats it knows a run's first bytes."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError

RUN_SUFFIX = ".run"
_FIRST_BYTES = b'{"chairgame-run":'


def home_folder(environ: Mapping[str, str]) -> Path:
    """CHAIRGAME_HOME if it is set, else where the platform keeps a user's data. It need not exist."""
    if own := environ.get("CHAIRGAME_HOME"):
        return Path(own).absolute()
    import platformdirs  # noqa: PLC0415  (not needed by whoever sets a folder)

    return Path(platformdirs.user_data_path("chairgame", appauthor=False))


def runs_folder(home: Path) -> Path:
    """Where runs are kept that were saved under a bare name."""
    return home / "runs"


def run_to_save(text: str, home: Path) -> Path:
    """The file that a run is saved to: a bare word is a name in the runs folder, anything else a path.

    Raises PlayerError when it names no file, or when it names one that is no run: that one is left alone.
    """
    path = _path(text, home)
    if os.path.isdir(path):  # unlike Path's own, these answer no where a name is too long or a folder is closed
        raise PlayerError(N_("{file}: is a folder; expected the name of a file to save the run in"), file=path)
    if os.path.exists(path) and not _looks_like_a_run(path):
        raise PlayerError(N_("{file}: exists and is no saved run; expected a new file or a run to replace"), file=path)
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


def try_to_write(path: Path) -> None:
    """Make sure, before anything is worth losing, that a file of this name can be made in its folder.

    Raises PlayerError when it cannot.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(handle)
        os.unlink(temporary)
    except OSError as error:
        raise PlayerError(
            N_("{file}: cannot be written ({why}); a run needs a folder that can be written to"),
            file=path,
            why=error.strerror,
        ) from error


def _path(text: str, home: Path) -> Path:
    if not text.strip() or "\0" in text or text in (".", ".."):
        raise PlayerError(N_("run {name}: expected a name or a file"), name=f'"{text}"')
    is_name = Path(text).name == text and not Path(text).suffix
    return runs_folder(home) / f"{text}{RUN_SUFFIX}" if is_name else Path(text)


def _looks_like_a_run(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(len(_FIRST_BYTES)) == _FIRST_BYTES
    except OSError:
        return False
