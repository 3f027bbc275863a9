"""The player's progress: stars, the attempt in the middle of which each level was left, and what the player prefers.

What the disk refuses goes on in memory, with one sentence to the player. Two games may share the file: results are
merged, never overwritten by worse ones. Knows nothing of SQL (`progress_file`) and of screens. The clock is passed in.
"""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from chairgame.game.news import News
from chairgame.game.preferences import Preferences, preferences_of, table_of
from chairgame.game.progress.file import (
    FILE,
    DamagedFileError,
    NewerFileError,
    ProgressFile,
    Row,
    Rows,
    UnreachableFileError,
    open_file,
    read_only,
)
from chairgame.game.progress.records import KeptAttempt, Record, merged, played_once_more
from chairgame.text.catalogue import N_

BEGUN = "begun"  # the name of the setting that says that the first minute has been seen


class Progress:
    """Open as long as the game is. Raises nothing: `news` says what cannot be kept."""

    def __init__(self, home: Path, clock: Callable[[], float] = time.time) -> None:
        self.path, self._clock = home / FILE, clock
        self.news: News | None = None
        """What the player has to be told about the file; whoever tells it sets it back to None."""
        self._file: ProgressFile | None = None
        self._records: dict[str, Record] = {}
        self._attempts: dict[str, KeptAttempt] = {}
        self._settings: dict[str, str] = {}
        self._open()

    # What there is

    def records(self) -> Mapping[str, Record]:
        """The levels that were played to their end, with what another game has added meanwhile."""
        self._try(lambda file: self._take(file.rows()))
        return self._records

    def attempts(self) -> Mapping[str, KeptAttempt]:
        """The attempts that were left in the middle."""
        return self._attempts

    def kept_moves(self, level: str, seed: int) -> tuple[str, ...]:
        """The moves of the attempt that was left; none where it was made in another version's level."""
        attempt = self._attempts.get(level)
        return attempt.moves if attempt is not None and attempt.seed == seed else ()

    @property
    def preferences(self) -> Preferences:
        """What the player has chosen."""
        return preferences_of(self._settings)

    @property
    def has_begun(self) -> bool:
        """Whether the player has been beyond the first minute."""
        return BEGUN in self._settings or bool(self._records) or bool(self._attempts)

    @property
    def is_kept(self) -> bool:
        """Whether what changes is written down."""
        return self._file is not None

    # What changes

    def finish(self, level: str, seed: int, stars: int, count: int) -> None:
        """A level has been played to its end: keep the better result; the attempt is over."""
        result = Record(stars, count, seed, self._clock(), played=1)
        self._records[level] = played_once_more(self._records.get(level), result)
        self._attempts.pop(level, None)

        def write(file: ProgressFile) -> None:
            with file.changing():
                before = file.row("level", level)
                record = played_once_more(None if before is None else _record(before), result)
                file.put("level", _row(level, record))
                file.remove("attempt", level)
            self._records[level] = record
            file.settle()

        self._try(write)

    def keep(self, level: str, seed: int, moves: Sequence[str]) -> None:
        """Keep an attempt as it is after its latest move; without moves there is nothing to keep."""
        if moves:
            attempt = self._attempts[level] = KeptAttempt(seed, tuple(moves))
        elif self._attempts.pop(level, None) is None:
            return

        def write(file: ProgressFile) -> None:
            with file.changing():
                if moves:
                    file.put("attempt", _attempt_row(level, attempt))
                else:
                    file.remove("attempt", level)

        self._try(write)

    def prefer(self, preferences: Preferences) -> None:
        """Keep what the player has chosen."""
        self._set(table_of(preferences))

    def begin(self) -> None:
        """The first minute has been seen."""
        if BEGUN not in self._settings:
            self._set({BEGUN: "yes"})

    def merge(
        self, records: Mapping[str, Record], attempts: Mapping[str, KeptAttempt], settings: Mapping[str, str]
    ) -> None:
        """Take in what another account holds: better results, and attempts and settings where there are none."""
        mine = self.records()
        self._records |= {level: merged(mine.get(level, record), record) for level, record in records.items()}
        self._attempts = {**attempts, **self._attempts}
        self._settings = {**settings, **self._settings}
        self._try(self._write_all)

    def reset(self) -> None:
        """Forget the levels; what the player has chosen stays."""
        self._records, self._attempts = {}, {}
        self._settings.pop(BEGUN, None)

        def empty(file: ProgressFile) -> None:
            with file.changing():
                file.remove("level")
                file.remove("attempt")
                file.remove("setting", BEGUN)
            file.settle()

        self._try(empty)

    def settings(self) -> Mapping[str, str]:
        """Everything that is kept beside the levels, as texts."""
        return self._settings

    def close(self) -> None:
        """The game is over."""
        if self._file is not None:
            self._file.close()
            self._file = None

    # Inside

    def _set(self, settings: Mapping[str, str]) -> None:
        self._settings |= settings

        def put(file: ProgressFile) -> None:
            with file.changing():
                for name, value in settings.items():
                    file.put("setting", (name, value))
            file.settle()

        self._try(put)

    def _open(self) -> None:
        try:
            self._file, aside = open_file(self.path)
            self._take(self._file.rows())
        except UnreachableFileError as error:
            self._take(read_only(self.path))
            self._give_up_for(error, error.aside)
        except (DamagedFileError, NewerFileError) as error:
            self._give_up_for(error)
        else:
            if aside is not None:
                self._tell_aside(aside)
            elif self._file.was_empty:
                self.news = News(
                    N_("{file} was empty, as a full disk leaves one; it begins anew."), {"file": self.path.name}
                )

    def _try(self, act: Callable[[ProgressFile], None]) -> None:
        """Do something with the file, if there is one; a file that turns out damaged makes room for a new one."""
        if self._file is None:
            return
        try:
            act(self._file)
        except UnreachableFileError as error:
            self._give_up_for(error)
        except DamagedFileError:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Set the file aside and write down what this game knows."""
        assert self._file is not None
        aside, self._file = self._file.set_aside(), None
        try:
            self._file, _ = open_file(self.path)
            self._write_all(self._file)
        except (UnreachableFileError, DamagedFileError, NewerFileError) as error:
            self._give_up_for(error, aside)
        else:
            if aside is not None:
                self._tell_aside(aside)

    def _write_all(self, file: ProgressFile) -> None:
        with file.changing():
            for level, record in self._records.items():
                before = file.row("level", level)
                file.put("level", _row(level, record if before is None else merged(_record(before), record)))
            for level, attempt in self._attempts.items():
                file.put("attempt", _attempt_row(level, attempt))
            for name, value in self._settings.items():
                file.put("setting", (name, value))
        file.settle()

    def _take(self, rows: Rows) -> None:
        """What the file holds. Raises DamagedFileError for rows that no game has written."""
        try:
            self._records = {str(row[0]): _record(row) for row in rows["level"]}
            self._attempts = {str(row[0]): _attempt(row) for row in rows["attempt"]}
            self._settings = {str(name): str(value) for name, value in rows["setting"]}
        except (ValueError, TypeError) as error:
            raise DamagedFileError(str(error)) from error

    def _give_up_for(self, error: Exception, aside: Path | None = None) -> None:
        """Go on in memory, and say why."""
        self.close()
        match error:
            case NewerFileError():
                message = N_("{file} is of a newer chairgame; this one leaves it alone and keeps nothing.")
            case UnreachableFileError() if aside is not None:
                message = N_("Your progress file is damaged; it now lies in {aside}. A new one cannot be kept ({why}).")
            case UnreachableFileError():
                message = N_("Your progress cannot be kept in {file} ({why}).")
            case _:
                message = N_("{file} is damaged and cannot be set aside; nothing is kept.")
        where = "" if aside is None else aside.name
        self.news = News(message, {"file": self.path.name, "why": str(error), "aside": where})

    def _tell_aside(self, aside: Path) -> None:
        self.news = News(N_("Your progress file is damaged; it now lies in {file}."), {"file": aside.name})


def kept_preferences(home: Path) -> Preferences:
    """What the player has chosen, read without making, changing or setting aside anything."""
    path = home / FILE
    if not path.is_file():
        return Preferences()
    return preferences_of({str(name): str(value) for name, value in read_only(path)["setting"]})


def _row(level: str, record: Record) -> Row:
    return level, record.stars, record.count, record.seed, float(record.finished_at), record.played


def _record(row: Row) -> Record:
    _level, stars, count, seed, finished_at, played = row
    return Record(int(stars), int(count), int(seed), float(finished_at), int(played))


def _attempt_row(level: str, attempt: KeptAttempt) -> Row:
    return level, attempt.seed, json.dumps(attempt.moves)


def _attempt(row: Row) -> KeptAttempt:
    _level, seed, moves = row
    return KeptAttempt(int(seed), tuple(str(move) for move in json.loads(str(moves))))
