"""The progress on disk: one SQLite file, whole at any moment, for any number of games at once.

Every row carries a checksum, because SQLite notices a damaged tree and not a damaged number in it. The journal is a
write-ahead log: a transaction costs 0.03 ms and waits for no disk, survives the death of the process, and a power cut
costs the last moments and never the file. Knows rows, and not what they mean.
"""

import json
import os
import sqlite3
import stat
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from chairgame.game.progress.schema import FIRST_TABLES, TABLES, VERSION, Row, Rows, migrated, with_first
from chairgame.text.disk import HALF_WRITTEN, NO_ROOM, folder_of

FILE = "progress.sqlite"
PATIENCE = 5.0  # seconds for another game that is just writing: a fraction of a millisecond, on a starved machine more
NO_FILE = "no ordinary file"
COMPANIONS = "-wal", "-shm"
TAKEN = "taken"  # the table of the checksums of the first version's rows that are in today's

_UNREACHABLE = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}
_NO_ROOM = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


class DamagedFileError(Exception):
    """The file is there and is no whole progress."""


class NewerFileError(Exception):
    """The file is of a version that this program does not know."""


class UnreachableFileError(Exception):
    """The file can be neither read nor written now; the text says why."""

    def __init__(self, why: str, *, lacks_room: bool = False) -> None:
        super().__init__(why)
        self.lacks_room = lacks_room
        """Whether it is the disk's fault, which is full or broken, and nobody's mistake."""

    aside: Path | None = None
    """The name that a damaged one has been given before."""


class ProgressFile:
    """An open file. Made by `open_file`. Every method raises one of the three errors above."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path, self._connection = path, connection
        self._inode = _inode(path)
        self.was_empty = False
        """Whether the file was there and held nothing, as a full disk leaves one."""

    def rows(self) -> Rows:
        """Everything that is kept, checked; of a file of the first version what it would become."""
        with _named_errors():
            if _version(self._connection) < VERSION:
                return migrated({table: tuple(self._checked(table)) for table in FIRST_TABLES})
            return {table: tuple(self._checked(table)) for table in TABLES}

    def migrate(self) -> None:
        """Make a file of the first version one of today's; of one that was, take over what an older game has written
        since. Other games may do the same at the same moment."""
        with _named_errors():
            version = _version(self._connection)
            if version == VERSION and not self._has_table("level"):
                return
        with self.changing():
            is_known = version == VERSION and not self._has_table(TAKEN)
            for table in TABLES:
                self._connection.execute(_made(table))
            self._connection.execute(f"CREATE TABLE IF NOT EXISTS {TAKEN} (checksum INTEGER PRIMARY KEY)")
            self._take_over_first(without_attempts=is_known)
            self._connection.execute(f"PRAGMA user_version = {VERSION}")

    def _take_over_first(self, *, without_attempts: bool) -> None:
        """What is new in the first version's tables. An attempt that was taken over once may be over since."""
        is_new = f" WHERE checksum NOT IN (SELECT checksum FROM {TAKEN})"
        own = {table: tuple(self._checked(table, where=is_new)) for table in FIRST_TABLES if table not in TABLES}
        rows = migrated({**own, "setting": ()})
        for row in rows["record"]:
            self.put("record", with_first(self.row("record", str(row[0])), row))
        for row in () if without_attempts else rows["unfinished"]:
            self.put("unfinished", row)
        for table in own:
            self._connection.execute(f"INSERT OR IGNORE INTO {TAKEN} SELECT checksum FROM {table}")

    def _has_table(self, table: str) -> bool:
        found = self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        return found is not None

    @contextmanager
    def changing(self) -> Iterator[None]:
        """One transaction: what is read inside is what is changed, and either all of it is written or nothing."""
        with _named_errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def row(self, table: str, key: str) -> Row | None:
        """One row by its key, checked."""
        return next(self._checked(table, f" WHERE {_key(table)} = ?", (key,)), None)

    def put(self, table: str, row: Row) -> None:
        """Write a row in the place of the one with its key."""
        marks = ", ".join("?" * (len(row) + 1))
        self._connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", (*row, _checksum(table, row)))

    def remove(self, table: str, key: str | None = None) -> None:
        """Take out one row, or all."""
        if key is None:
            self._connection.execute(f"DELETE FROM {table}")
        else:
            self._connection.execute(f"DELETE FROM {table} WHERE {_key(table)} = ?", (key,))

    def forget_first(self) -> None:
        """Empty what the first version has left in a file that was one of its own."""
        for table in FIRST_TABLES.keys() - TABLES.keys():
            if self._has_table(table):
                self._connection.execute(f"DELETE FROM {table}")

    def settle(self) -> None:
        """Move what the log holds into the file itself, as far as other games let it."""
        with _named_errors():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Leave nothing but the one file behind, if no other game has it open."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def set_aside(self) -> Path | None:
        """Give a damaged file another name, and say which; None if it cannot be, or another game has done it."""
        self.close()
        return _set_aside(self.path, self._inode)

    def _checked(self, table: str, where: str = "", values: tuple[str, ...] = ()) -> Iterator[Row]:
        for *row, checksum in self._connection.execute(f"SELECT * FROM {table}{where}", values):
            if checksum != _checksum(table, tuple(row)):
                raise DamagedFileError(f"a row of {table}")
            yield tuple(row)


def open_file(path: Path) -> tuple[ProgressFile, Path | None]:
    """The file, made if there is none, and the name that a damaged one has been given.

    Raises UnreachableFileError, NewerFileError, or DamagedFileError where the damaged one cannot be set aside.
    """
    try:
        return _opened(path), None
    except DamagedFileError:
        aside = _set_aside(path, _inode(path))
        try:
            return _opened(path), aside
        except UnreachableFileError as error:
            error.aside = aside
            raise


def read_only(path: Path) -> Rows:
    """What a file holds that cannot be written, or nothing."""
    with suppress(DamagedFileError, NewerFileError, UnreachableFileError):
        if not os.path.isfile(path):  # opening a pipe would wait for somebody to write into it
            raise UnreachableFileError(NO_FILE)
        uri = f"{path.absolute().as_uri()}?immutable=1&mode=ro"
        file = ProgressFile(path, _connected(lambda: sqlite3.connect(uri, uri=True)))
        try:
            return file.rows()
        finally:
            file.close()
    return dict.fromkeys(TABLES, ())


def _opened(path: Path) -> ProgressFile:
    try:
        if not path.exists():
            with folder_of(path):
                _make(path)
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreachableFileError(NO_FILE)
        if not os.access(path, os.R_OK | os.W_OK):
            raise UnreachableFileError("Permission denied")
    except OSError as error:
        raise UnreachableFileError(error.strerror or str(error), lacks_room=error.errno in NO_ROOM) from error
    was_empty = path.stat().st_size == 0
    connect = partial(sqlite3.connect, path, PATIENCE, isolation_level=None)
    file = ProgressFile(path, _connected(connect, _lay_out) if was_empty else _connected(connect))
    try:
        file.was_empty = not any(file.rows().values()) and was_empty
        file.migrate()
    except BaseException:
        file.close()
        raise
    return file


def _connected(
    connect: Callable[[], sqlite3.Connection], prepare: Callable[[sqlite3.Connection], None] = lambda _: None
) -> sqlite3.Connection:
    """A connection to a file that is whole as far as SQLite can tell, and of a version that is known."""
    with _named_errors():
        connection = connect()
        try:
            prepare(connection)
            version = _version(connection)
            if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                raise DamagedFileError("its tree")
            if version > VERSION:
                raise NewerFileError(str(version))
            if version < 1:
                raise DamagedFileError(f"version {version}")
            connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            raise
        return connection


def _make(path: Path) -> None:
    """A new file under its name in one step, so that it is never there without its tables."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=HALF_WRITTEN)
    os.close(handle)
    try:
        with _named_errors():
            connection = sqlite3.connect(temporary, isolation_level=None)
            try:
                _lay_out(connection)
            finally:
                connection.close()
        try:
            os.link(temporary, path)  # unlike a rename it never replaces a file that another game has made meanwhile
        except FileExistsError:
            pass
        except OSError:  # a file system without links
            if not path.exists():
                os.replace(temporary, path)
    finally:
        for name in ("", *COMPANIONS, "-journal"):
            Path(temporary + name).unlink(missing_ok=True)


def _lay_out(connection: sqlite3.Connection) -> None:
    """The tables; nothing is lost if another game does the same at the same moment.

    Their transaction is in the file itself at its end, and only later ones go to the log: a connection that is closed
    moves the log into the file without saying that a full disk has refused it.
    """
    connection.execute("BEGIN EXCLUSIVE")
    for table in TABLES:
        connection.execute(_made(table))
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")


def _set_aside(path: Path, inode: int | None) -> Path | None:
    aside, copy = path.with_name(f"{path.name}.damaged"), 2
    while aside.exists():
        aside, copy = path.with_name(f"{path.name}.damaged-{copy}"), copy + 1
    if inode is None or _inode(path) != inode:  # another game has been faster: what is there now is its new file
        return None
    try:
        path.rename(aside)
    except OSError:
        return None
    for name in COMPANIONS:
        with suppress(OSError):
            Path(f"{path}{name}").rename(f"{aside}{name}")
    return aside


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except OSError:
        return None


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _made(table: str) -> str:
    return f"CREATE TABLE IF NOT EXISTS {table} ({', '.join(TABLES[table])}, checksum INTEGER)"


def _key(table: str) -> str:
    return TABLES[table][0].split()[0]


def _checksum(table: str, row: Row) -> int:
    return zlib.crc32(json.dumps([table, *row]).encode())


@contextmanager
def _named_errors() -> Iterator[None]:
    """SQLite's many errors as one of ours."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is not None and code & 0xFF in _UNREACHABLE:
            raise UnreachableFileError(str(error), lacks_room=code & 0xFF in _NO_ROOM) from error
        raise DamagedFileError(str(error)) from error
    except (ValueError, TypeError, KeyError) as error:  # a checksum of something that no row of ours holds
        raise DamagedFileError(str(error)) from error
