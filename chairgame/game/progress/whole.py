"""The player's progress: stars, the attempt in the middle of which each level was left, and what the player prefers.

What the disk refuses goes on in memory, with one sentence to the player. Two games may share the file: results are
merged, never overwritten by worse ones. Knows nothing of SQL (`file`) and of screens. The clock is passed in.
"""

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from chairgame.game.news import News
from chairgame.game.preferences import Preferences, preferences_of, table_of
from chairgame.game.progress.file import (
    FILE,
    DamagedFileError,
    NewerFileError,
    ProgressFile,
    UnreachableFileError,
    open_file,
    read_only,
)
from chairgame.game.progress.records import (
    Feat,
    KeptAttempt,
    Record,
    Result,
    merged,
    played_once_more,
    with_stars,
)
from chairgame.game.progress.schema import (
    Rows,
    attempt_of,
    attempt_row,
    feat_of,
    feat_row,
    record_of,
    record_row,
)
from chairgame.text.catalogue import N_

BEGUN = "begun"  # the name of the setting that says that the first minute has been seen
BRIDGE_SEEN = "bridge"  # the name of the feat that says that the pages behind the first half have been seen


@dataclass(frozen=True)
class Account:
    """Everything that is kept, by names: of levels, of settings, of feats."""

    records: Mapping[str, Record]
    attempts: Mapping[str, KeptAttempt]
    settings: Mapping[str, str]
    feats: Mapping[str, Feat]


class Progress:
    """Open as long as the game is. Raises nothing: `news` says what cannot be kept."""

    def __init__(self, home: Path, clock: Callable[[], float] = time.time) -> None:
        self.path, self._clock = home / FILE, clock
        self.news: News | None = None
        """What the player has to be told about the file; whoever tells it sets it back to None."""
        self.lacks_room = False
        """Whether nothing is kept because the disk is full or broken."""
        self._file: ProgressFile | None = None
        self._records: dict[str, Record] = {}
        self._attempts: dict[str, KeptAttempt] = {}
        self._feats: dict[str, Feat] = {}
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

    def feats(self) -> Mapping[str, Feat]:
        """What is kept beside the levels, by names like "daily-2026-11-25"."""
        return self._feats

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

    def earn(self, level: str, stars: frozenset[int]) -> None:
        """Stars have just been earned: nothing that comes later takes them away."""
        self._change_record(level, lambda before: with_stars(before, stars))

    def finish(self, level: str, result: Result) -> None:
        """A level has been played to its end: keep the better result; the attempt is over."""
        self._attempts.pop(level, None)
        self._change_record(level, lambda before: played_once_more(before, result), is_over=True)

    def keep(self, level: str, attempt: KeptAttempt) -> None:
        """Keep an attempt as it is after its latest move; without moves there is nothing to keep."""
        if attempt.moves:
            self._attempts[level] = attempt
        elif self._attempts.pop(level, None) is None:
            return

        def write(file: ProgressFile) -> None:
            with file.changing():
                if attempt.moves:
                    file.put("unfinished", attempt_row(level, attempt))
                else:
                    file.remove("unfinished", level)

        self._try(write)

    def keep_feat(self, name: str, feat: Feat) -> None:
        """Keep something outside the levels, in the place of what has the same name."""
        self._feats[name] = feat

        def write(file: ProgressFile) -> None:
            with file.changing():
                file.put("feat", feat_row(name, feat))
            file.settle()

        self._try(write)

    def now(self) -> float:
        """Seconds since 1970, by the clock that was passed in."""
        return self._clock()

    def prefer(self, preferences: Preferences) -> None:
        """Keep what the player has chosen."""
        self._set(table_of(preferences))

    def begin(self) -> None:
        """The first minute has been seen."""
        if BEGUN not in self._settings:
            self._set({BEGUN: "yes"})

    def merge(self, account: Account) -> None:
        """Take in what another account holds: stars, better results, and everything else where there is none."""
        mine = self.records()
        self._records |= {level: merged(mine.get(level, record), record) for level, record in account.records.items()}
        self._attempts = {**account.attempts, **self._attempts}
        self._settings = {**account.settings, **self._settings}
        self._feats = {**account.feats, **self._feats}
        self._try(self._write_all)

    def reset(self) -> None:
        """Forget the levels; what the player has chosen stays."""
        self._records, self._attempts, self._feats = {}, {}, {}
        self._settings.pop(BEGUN, None)

        def empty(file: ProgressFile) -> None:
            with file.changing():
                for table in ("record", "unfinished", "feat"):
                    file.remove(table)
                file.remove("setting", BEGUN)
                file.forget_first()
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

    def _change_record(self, level: str, change: Callable[[Record | None], Record], *, is_over: bool = False) -> None:
        """Change a level's record as it is in the file, where another game may have changed it meanwhile."""
        self._records[level] = change(self._records.get(level))

        def write(file: ProgressFile) -> None:
            with file.changing():
                before = file.row("record", level)
                record = change(None if before is None else record_of(before))
                file.put("record", record_row(level, record))
                if is_over:
                    file.remove("unfinished", level)
            self._records[level] = record
            file.settle()

        self._try(write)

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
        except UnreachableFileError as error:
            with suppress(DamagedFileError):
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
            self._try(lambda file: self._take(file.rows()))

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
                before = file.row("record", level)
                file.put("record", record_row(level, record if before is None else merged(record_of(before), record)))
            for level, attempt in self._attempts.items():
                file.put("unfinished", attempt_row(level, attempt))
            for name, feat in self._feats.items():
                file.put("feat", feat_row(name, feat))
            for name, value in self._settings.items():
                file.put("setting", (name, value))
        file.settle()

    def _take(self, rows: Rows) -> None:
        """What the file holds. Raises DamagedFileError for rows that no game has written."""
        try:
            self._records = {str(row[0]): record_of(row) for row in rows["record"]}
            self._attempts = {str(row[0]): attempt_of(row) for row in rows["unfinished"]}
            self._feats = {str(row[0]): feat_of(row) for row in rows["feat"]}
            self._settings = {str(name): str(value) for name, value in rows["setting"]}
        except (ValueError, TypeError, KeyError) as error:
            raise DamagedFileError(str(error)) from error

    def _give_up_for(self, error: Exception, aside: Path | None = None) -> None:
        """Go on in memory, and say why."""
        self.close()
        self.lacks_room = isinstance(error, UnreachableFileError) and error.lacks_room
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
    try:
        return preferences_of({str(name): str(value) for name, value in read_only(path)["setting"]})
    except ValueError:  # rows that no game has written: the game itself will say so
        return Preferences()
