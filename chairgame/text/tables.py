"""The one reader of tables, TOML or JSON, that anybody may have written: a chair, a lesson, a level, an export, a run.

A file is opened only if it is an ordinary one, read only up to a size, and parsed only if it is not nested without end.
What it says is then asked for field by field: whoever asks says what is expected, and the first mistake is one sentence
that names the file, the field in the file's own words and what was expected. Knows no format and no room's limits.

    root = read_toml(path).only("format", "title", "seed", "stop").of_format(1)
    seed = root.get("seed", 0).whole(0, 99)
    for stop in root["stop"].tables(1, 9):
        title = stop["title"].text(60)
"""

import json
import math
import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from chairgame.text.catalogue import N_
from chairgame.text.clean import clean
from chairgame.text.disk import read_whole, too_large
from chairgame.text.errors import PlayerError, shortened
from chairgame.text.figures import exact

MOST_BYTES = 1 << 20
DEEPEST = 32
"""Brackets within brackets, and keys joined by dots: tomllib's memory grows with the square of the latter."""
ABOVE_ZERO = math.nextafter(0.0, 1.0)
"""The `least` of a number that must be larger than zero."""
_MOST_DIGITS = 40

_QUOTED_IN_TOML = re.compile(
    r'"""(?>\\.|[^\\])*?(?:"{3,5}|\\?\Z)'  # strings that no end closes reach to the text's: the search stays linear
    r"|'''.*?(?:'{3,5}|\Z)"
    r'|"(?>\\[^\n]|[^"\\\n])*"?'
    r"|'[^'\n]*'?"
    r"|#[^\n]*",
    re.DOTALL,
)
_QUOTED_IN_JSON = re.compile(r'"(?>\\.|[^"\\])*"?', re.DOTALL)
_DOTTED = re.compile(rf"(?:\.[^.,=\[\]{{}}\n]*+){{{DEEPEST}}}")
_BRACKET = re.compile(r"[\[\]{}]")


@dataclass(frozen=True)
class Field:
    """A value of a file and the way to it, as a person would say it: `part 3 ("A1"), size[1]`."""

    file: str
    place: str
    value: object

    def mistake(self, message: str, **fields: object) -> PlayerError:
        """What is wrong with it: a message with {file}, {field} and, if it likes, {found}."""
        return PlayerError(message, file=self.file, field=self.place, found=shown(self.value), **fields)

    def whole(self, least: int, most: int) -> int:
        """A whole number; neither `true` nor `1.0` is one."""
        if type(self.value) is int and least <= self.value <= most:
            return self.value
        message = N_("{file}: {field}: expected a whole number from {least} to {most}, found {found}")
        raise self.mistake(message, least=least, most=most)

    def number(self, least: float = -math.inf, most: float = math.inf, message: str = "") -> float:
        """A finite number; `message` may say in other words what was expected."""
        number = _finite(self.value)
        if number is not None and least <= number <= most:
            return number
        if math.isinf(most) and math.isinf(least):
            raise self.mistake(message or N_("{file}: {field}: expected a finite number, found {found}"))
        between = N_("{file}: {field}: expected a number from {least} to {most}, found {found}")
        raise self.mistake(message or between, least=exact(least), most=exact(most))

    def flag(self) -> bool:
        """`true` or `false`."""
        if isinstance(self.value, bool):
            return self.value
        raise self.mistake(N_("{file}: {field}: expected true or false, found {found}"))

    def one_of(self, words: Collection[str]) -> str:
        """One of some words."""
        if isinstance(self.value, str) and self.value in words:
            return self.value
        message = N_("{file}: {field}: expected one of {words}, found {found}")
        raise self.mistake(message, words=", ".join(words))

    def text(self, most: int, least: int = 1) -> str:
        """A name, a label, a title: one line of printable characters without a blank at its ends."""
        text = self.value
        if isinstance(text, str) and text.isprintable() and text == text.strip() and least <= len(text) <= most:
            return text
        message = N_(
            "{file}: {field}: expected a text of {least} to {most} printable characters, no space at its ends, "
            "found {found}"
        )
        raise self.mistake(message, least=least, most=most)

    def prose(self, most: int, least: int = 0, *, lines: bool = True) -> str:
        """What is read as sentences: spaces of every width and, unless it is one line, line ends and tabs."""
        text = self.value
        if isinstance(text, str) and _is_fit(text, lines=lines) and least <= len(text) <= most:
            return text
        message = N_(
            "{file}: {field}: expected a text of {least} to {most} characters, none of them a control character, "
            "found {found}"
        )
        raise self.mistake(message, least=least, most=most)

    def by_language(self, languages: Collection[str], read: Callable[["Field"], str]) -> dict[str, str]:
        """A text under "" for every language, or a table of texts by language, each read by `read`."""
        if isinstance(self.value, str):
            return {"": read(self)}
        if not isinstance(self.value, dict) or not self.value:
            message = N_(
                "{file}: {field}: expected a text, or a table of texts by language ({languages}), found {found}"
            )
            raise self.mistake(message, languages=", ".join(languages))
        table = self.table().only(*languages)
        return {language: read(table[language]) for language in table}

    def table(self) -> "Table":
        """A table."""
        if isinstance(self.value, dict):
            return Table(self.file, self.place, self.value)
        raise self.mistake(N_("{file}: {field}: expected a table, found {found}"))

    def entries(self, least: int, most: int) -> tuple["Field", ...]:
        """The fields of a list, counted from 0: `size[1]`."""
        values = self.value
        if not isinstance(values, list):
            raise self.mistake(N_("{file}: {field}: expected a list, found {found}"))
        if not least <= len(values) <= most:
            message = N_("{file}: {field}: expected a list of {least} to {most} entries, found {count}")
            raise self.mistake(message, least=least, most=most, count=len(values))
        return tuple(Field(self.file, f"{self.place}[{index}]", value) for index, value in enumerate(values))

    def tables(self, least: int, most: int) -> tuple["Table", ...]:
        """The tables of a list, `[[stop]]`, counted from 1: `stop 2`."""
        tables = (replace(entry, place=f"{self.place} {n}") for n, entry in enumerate(self.entries(least, most), 1))
        return tuple(entry.table() for entry in tables)


@dataclass(frozen=True)
class Table:
    """A table of a file and the way to it; the whole file's has an empty `place`."""

    file: str
    place: str
    values: Mapping[str, object]

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)

    def __getitem__(self, key: str) -> Field:
        """The field under a key. Raises PlayerError where it is missing."""
        if key in self.values:
            return self.get(key, None)
        raise PlayerError(N_("{file}: {field}: missing"), file=self.file, field=self._place(key))

    def get(self, key: str, default: object) -> Field:
        """The field under a key, or the default as if the file had it."""
        return Field(self.file, self._place(key), self.values.get(key, default))

    def needed(self, key: str, example: str) -> Field:
        """The field under a key. Raises PlayerError with an example where it is missing."""
        if key in self.values:
            return self.get(key, None)
        message = N_("{file}: {field}: missing, expected something like {example}")
        raise PlayerError(message, file=self.file, field=self._place(key), example=example)

    def only(self, *known: str) -> "Table":
        """The table itself. Raises PlayerError for the first key that the format does not have."""
        for key in self.values:
            if key not in known:
                message = N_("{file}: {field}: unknown, expected only {keys}")
                raise PlayerError(message, file=self.file, field=self._place(key), keys=", ".join(known))
        return self

    def of_format(self, version: int, key: str = "format") -> "Table":
        """The table itself. Raises PlayerError unless it says that it is of this version of its format."""
        field = self.needed(key, f"{key} = {version}")
        if type(field.value) is not int or field.value != version:  # True and 1.0 equal 1 as well
            raise field.mistake(N_("{file}: {field}: expected {version}, found {found}"), version=version)
        return self

    def called(self, place: str) -> "Table":
        """The same under another name."""
        return replace(self, place=place)

    def _place(self, key: str) -> str:
        name = key if re.fullmatch(r"[A-Za-z0-9_-]{1,40}", key) else shown(key)
        return f"{self.place}, {name}" if self.place else name


def read_toml(path: Path, most_bytes: int = MOST_BYTES) -> Table:
    """The table in a TOML file. Raises PlayerError where it cannot be read, is too large, or is no TOML."""
    return parse_toml(read_whole(path, most_bytes), str(path), most_bytes)


def read_json(path: Path, most_bytes: int = MOST_BYTES) -> Table:
    """The table in a JSON file. Raises PlayerError where it cannot be read, is too large, or is no JSON object."""
    return parse_json(read_whole(path, most_bytes), str(path), most_bytes)


def parse_toml(source: str | bytes, file: str, most_bytes: int = MOST_BYTES) -> Table:
    """The table in a TOML text. Raises PlayerError, whose sentence opens with `file`."""
    text = _decoded(source, file, most_bytes)
    _refuse_deep(_QUOTED_IN_TOML.sub("", text), file)
    try:
        return Table(shortened(file), "", tomllib.loads(text))
    except (ValueError, RecursionError) as error:  # ValueError: bad TOML, and whole numbers of thousands of digits
        raise PlayerError(N_("{file}: expected TOML: {reason}"), file=file, reason=error) from error


def parse_json(source: str | bytes, file: str, most_bytes: int = MOST_BYTES) -> Table:
    """The table in a JSON text. Raises PlayerError, whose sentence opens with `file`."""
    text = _decoded(source, file, most_bytes)
    _refuse_deep(_QUOTED_IN_JSON.sub("", text), file)
    try:
        value = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise PlayerError(N_("{file}: expected JSON: {reason}"), file=file, reason=error) from error
    if not isinstance(value, dict):
        raise PlayerError(N_("{file}: expected a table, found {found}"), file=file, found=shown(value))
    return Table(shortened(file), "", value)


def shown(value: object) -> str:
    """A value about as TOML writes it, short and printable; the inside of tables and of lists in lists is left out.

    Spaces that look like an ordinary one are not: they show as `?`, as what a terminal would obey does.
    """
    if isinstance(value, list):
        entries = ["[…]" if isinstance(entry, list) else shown(entry) for entry in value[:4]]
        return "[" + ", ".join(entries + ["…"] * (len(value) > 4)) + "]"
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{"".join(c if c.isprintable() else "?" for c in shortened(value))}"'
    if isinstance(value, int) and abs(value) > 10**_MOST_DIGITS:  # Python refuses to write thousands of digits
        return "…"
    return "null" if value is None else shortened(str(value))


def _decoded(source: str | bytes, file: str, most_bytes: int) -> str:
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    if len(data) > most_bytes:
        raise too_large(file, most_bytes)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = N_("{file}: expected text in UTF-8, found something else at byte {byte}")
        raise PlayerError(message, file=file, byte=error.start) from error


def _refuse_deep(bare: str, file: str) -> None:
    """Raises PlayerError for a text, bare of its strings and comments, that is nested deeper than anything of ours."""
    if _DOTTED.search(bare) or _depth(bare) > DEEPEST:
        message = N_("{file}: expected tables in tables, lists and dotted keys at most {deepest} deep")
        raise PlayerError(message, file=file, deepest=DEEPEST)


def _depth(bare: str) -> int:
    depth = deepest = 0
    for bracket in _BRACKET.findall(bare):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _is_fit(text: str, *, lines: bool) -> bool:
    plain = text.replace("\n", " ").replace("\t", " ") if lines else text
    return clean(plain) == plain


def _finite(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None


def _no_number(constant: str) -> NoReturn:
    """JSON knows neither NaN nor Infinity, but Python's reader does."""
    raise ValueError(f"{constant} is no number")
