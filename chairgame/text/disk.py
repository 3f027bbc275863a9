"""Files, read and written so that nothing is lost: the one door to the disk. Knows no format but for its mark.

Read: ordinary files only, never a pipe or a device, and never more of one than whoever asks can use. Written: whole or
not at all, the old file staying until the new one lies complete on the disk, and never over a file that is not ours.
"""

import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import Enum
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from chairgame.text.catalogue import N_
from chairgame.text.errors import OutputError, PlayerError

HALF_WRITTEN = ".chairgame-"
"""How the names of files begin that are not complete yet."""
MARK_WITHIN = 1 << 14
"""Bytes from a file's beginning within which its mark must be."""
_MEBIBYTE = 1 << 20
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


class Mark(Enum):
    """How the beginning of a file of each format shows that this program wrote it, so that it may be written over."""

    RUN = rb'\{"chairgame-run":'  # the first key
    PROGRESS = rb'\{\s*"chairgame-progress"'  # the first key
    GIF = rb"GIF8[79]a.*made by chairgame"  # a comment extension
    SVG = rb"<svg [^>]*>\s*<!-- made by chairgame -->"  # a comment
    CAST = rb'\{"version": 2,[^\n]*"MADE_BY": "chairgame"'  # a variable of the header's env
    NOTES = rb'<!doctype html>.*<meta name="generator" content="chairgame">'  # an element of the head
    CRASH = rb"chairgame \S+\nPython "  # whose defect, and on what
    POSTCARD = rb" *chairgame \S{1,3} [^\n]*\n.*\n *chairgame replay "  # its first line, and how to see it move

    def is_in(self, data: bytes) -> bool:
        """Whether a file's beginning carries it."""
        return re.match(self.value, data[:MARK_WITHIN], re.DOTALL) is not None


def read_whole(path: Path, most_bytes: int) -> bytes:
    """All of an ordinary file. Raises PlayerError for anything else, and for more than so many bytes."""
    with _told_when_reading(path):
        _refuse_unordinary(path, os.stat(path).st_mode)
        with _opened(path) as stream:
            status = os.fstat(stream.fileno())
            _refuse_unordinary(path, status.st_mode)
            data = b"" if status.st_size > most_bytes else _read(stream, most_bytes + 1)
    if status.st_size > most_bytes or len(data) > most_bytes:
        raise too_large(path, most_bytes)
    return data


def too_large(file: Path | str, most_bytes: int) -> PlayerError:
    """The mistake of a file of more than so many bytes."""
    return PlayerError(N_("{file}: expected a file of at most {most} MiB"), file=file, most=most_bytes // _MEBIBYTE)


def write(path: Path, data: bytes, mark: Mark, *, force: bool = False, parents: bool = True) -> None:
    """Write a file, or leave what was there: it is complete on the disk before it takes its name.

    A symbolic link stays one: what it points to is written. The data must carry the mark. `parents` that are missing
    are made. Raises PlayerError for a folder, a device, a place where nothing can be made and, unless `force`, a file
    without the mark; OutputError where the disk is full.
    """
    _require_mark(data, mark)
    target = _target(path, mark, force)
    with _told_when_writing(path), folder_of(target, make=parents), _half_written(target, data) as half:
        if os.path.exists(target):
            os.chmod(half, stat.S_IMODE(os.stat(target).st_mode))
        os.replace(half, target)
        _settle(target.parent)


def try_to_write(path: Path, mark: Mark, *, force: bool = False, parents: bool = True) -> None:
    """Make sure, before anything is worth losing, that `write` will do; leaves nothing. Raises PlayerError like it."""
    target = _target(path, mark, force)
    with _told_when_writing(path), folder_of(target, make=parents, keep=False), _half_written(target, b""):
        pass


def write_beside(folder: Path, stem: str, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files of one new name, one for each suffix, beside whatever is there, and return them.

    Nothing is overwritten, even if another game writes at the same moment, and either all are written or none. Raises
    PlayerError and OutputError like `write`.
    """
    with _told_when_writing(folder), folder_of(folder / stem):
        for name in chain((stem,), (f"{stem}-{copy}" for copy in count(2))):
            files = {folder / f"{name}{suffix}": data for suffix, data in contents.items()}
            if not any(map(os.path.lexists, files)) and _write_new(files):
                return tuple(files)
    raise AssertionError("names never run out")


def _write_new(files: Mapping[Path, bytes]) -> bool:
    """All of them, or none where one has got its name meanwhile or the disk refuses."""
    written: list[Path] = []
    try:
        for file, data in files.items():
            with _half_written(file, data) as half:
                _take_name(half, file)
            written.append(file)
        _settle(file.parent)
    except BaseException as error:
        for file in written:
            file.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            return False
        raise
    return True


def _take_name(half: Path, file: Path) -> None:
    """Give a complete file its name. Raises FileExistsError where that is taken."""
    try:
        os.link(half, file)  # unlike a rename it never replaces a file that another game has made meanwhile
    except FileExistsError:
        raise
    except OSError as error:  # a file system without links
        if os.path.lexists(file):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from error
        os.replace(half, file)


def _require_mark(data: bytes, mark: Mark) -> None:
    if not mark.is_in(data):
        raise ValueError(f"a file without its mark, {mark.name}, could never be written over")


def _target(path: Path, mark: Mark, force: bool) -> Path:
    """The file that a path means, links followed. Raises PlayerError where it must not be written over."""
    with _told_when_writing(path):
        target = Path(os.path.realpath(path))
        try:
            mode = os.stat(target).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return target
        if stat.S_ISDIR(mode):
            raise PlayerError(N_("{file}: is a folder; expected the name of a file"), file=path)
        if not stat.S_ISREG(mode):
            raise PlayerError(N_("{file}: expected an ordinary file"), file=path)
        if not force and not _carries(target, mark):
            message = N_("{file}: exists and was not written by this command; expected a new file, or --force")
            raise PlayerError(message, file=path)
    return target


def _carries(file: Path, mark: Mark) -> bool:
    with _opened(file) as stream:
        return mark.is_in(_read(stream, MARK_WITHIN))


def _opened(file: Path) -> BinaryIO:
    """What has become a pipe meanwhile, or only looks like a file as the kernel's log does, does not block."""
    return os.fdopen(os.open(file, os.O_RDONLY | _NONBLOCK | _BINARY), "rb")


def _read(stream: BinaryIO, most: int) -> bytes:
    """Nothing where it would have to be waited for, which Python calls None."""
    return stream.read(most) or b""


@contextmanager
def _half_written(target: Path, data: bytes) -> Iterator[Path]:
    """A complete file beside its future place, gone again at the end unless it has moved there."""
    half = target.parent / f"{HALF_WRITTEN}{os.urandom(8).hex()}"
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(handle)
        yield half
    finally:
        half.unlink(missing_ok=True)


@contextmanager
def folder_of(target: Path, make: bool = True, keep: bool = True) -> Iterator[None]:
    """A file's folder, made if need be; what was made goes again if nothing comes of it, or is not to be kept."""
    made = [folder for folder in target.parents if not folder.exists()] if make else []
    try:
        if make:
            target.parent.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        keep = False
        raise
    finally:
        for folder in () if keep else made:
            with suppress(OSError):  # another game has put something there, or it was never made
                folder.rmdir()


def _settle(folder: Path) -> None:
    """A name, too, survives a power cut; not every system can promise that of a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refuse_unordinary(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise PlayerError(N_("{file}: expected a file, found a folder"), file=path)
    if not stat.S_ISREG(mode):  # a pipe or a device could block or never end
        raise PlayerError(N_("{file}: expected an ordinary file"), file=path)


@contextmanager
def _told_when_reading(path: Path) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PlayerError(N_("{file}: there is no such file"), file=path) from error
    except PermissionError as error:
        raise PlayerError(N_("{file}: you have no permission to read it"), file=path) from error
    except (OSError, ValueError) as error:  # ValueError: a path with a null byte
        raise PlayerError(N_("{file}: cannot be read ({reason})"), file=path, reason=_reason(error)) from error


@contextmanager
def _told_when_writing(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a path with a null byte
        kind = OutputError if getattr(error, "errno", None) in NO_ROOM else PlayerError
        raise kind(N_("{file}: cannot be written ({why})"), file=path, why=_reason(error)) from error


def _reason(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)
