"""Chair files: from TOML to a Chair, with one clear sentence for the first mistake. Knows no built-in chair.

Every sentence names the file, the field (in the file's own words: `part 3 ("A1"), size[1]`, where brackets count from
0) and what was expected. Nothing that a file says reaches a terminal unprintable.
"""

import math
import re
import stat
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from chairgame.chair.parts import Chair, Part, Shape, Vector
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError

FORMAT = 1
FILE_BYTES = 1 << 20
MOST_PARTS = 200
MOST_CM = 1000.0
TEXT_LENGTH = 40
LONGEST_SHOWN = 200
SHAPES = ("box", "cylinder")

_CHAIR_EXAMPLES = {
    "format": "format = 1",
    "name": 'name = "kitchen"',
    "title": 'title = { en = "Kitchen chair" }',
    "part": "[[part]]",
}
_PART_EXAMPLES = {
    "label": 'label = "A1"',
    "kind": 'kind = "leg"',
    "shape": 'shape = "box"',
    "size": "size = [4.0, 4.0, 45.0]",
    "at": "at = [-19.0, -18.0, 22.5]",
    "turn": "turn = [0.0, 0.0, 0.0]",
    "material": 'material = "oak"',
}
_PART_DEFAULTS: Mapping[str, object] = {"turn": [0.0, 0.0, 0.0], "material": "oak"}


def read_chair(path: Path) -> Chair:
    """The chair in a file. Raises PlayerError with one sentence if it cannot be read or breaks the format."""
    file = _printable(str(path))
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise PlayerError(N_("{file}: expected a chair file, found a folder"), file=file)
        if not stat.S_ISREG(mode):  # a pipe or a device could block or never end
            raise PlayerError(N_("{file}: expected an ordinary file"), file=file)
        with path.open("rb") as stream:
            data = stream.read(FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PlayerError(N_("{file}: there is no such file"), file=file) from error
    except PermissionError as error:
        raise PlayerError(N_("{file}: you have no permission to read it"), file=file) from error
    except (OSError, ValueError) as error:  # ValueError: a path with a null byte
        reason = getattr(error, "strerror", None) or str(error)
        raise PlayerError(N_("{file}: cannot be read ({reason})"), file=file, reason=_printable(reason)) from error
    return parse_chair(data, file)


def parse_chair(source: str | bytes, source_name: str) -> Chair:
    """The chair in a TOML text. Raises PlayerError with one sentence, which opens with `source_name`."""
    file = _printable(source_name)
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    if len(data) > FILE_BYTES:
        raise PlayerError(N_("{file}: expected a file of at most 1 MiB"), file=file)
    return chair_from(_toml(data, file), source_name)


def chair_from(table: Mapping[str, object], source_name: str) -> Chair:
    """The chair in a table as chair files have it, whatever it was read from. Raises PlayerError like `parse_chair`."""
    root = _Field(_printable(source_name), "", table)
    format_ = root.child("format", _CHAIR_EXAMPLES)
    if type(format_.value) is not int or format_.value != FORMAT:  # True and 1.0 equal 1 as well
        raise format_.mistake(N_("{file}: {field}: expected 1, found {found}"))
    return _chair(root)


def _toml(data: bytes, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = N_("{file}: expected text in UTF-8, found something else at byte {byte}")
        raise PlayerError(message, file=file, byte=error.start) from error
    except (ValueError, RecursionError) as error:  # ValueError: bad TOML, and whole numbers of thousands of digits
        reason = _printable(str(error))
        raise PlayerError(N_("{file}: expected TOML: {reason}"), file=file, reason=reason) from error


@dataclass(frozen=True)
class _Field:
    """A value of the file and the way to it, as the player would say it."""

    file: str
    path: str
    value: object

    def mistake(self, message: str, **fields: object) -> PlayerError:
        return PlayerError(message, file=self.file, field=self.path, found=_shown(self.value), **fields)

    def child(self, key: str, examples: Mapping[str, str], defaults: Mapping[str, object] | None = None) -> "_Field":
        """The field under a key of this table, or its default. Raises PlayerError if it is missing."""
        table = cast(dict[str, object], self.value)
        path = f"{self.path}, {key}" if self.path else key
        if key in table:
            return _Field(self.file, path, table[key])
        if defaults and key in defaults:
            return _Field(self.file, path, defaults[key])
        missing = N_("{file}: {field}: missing, expected something like {example}")
        raise PlayerError(missing, file=self.file, field=path, example=examples[key])

    def refuse_unknown_keys(self, known: Mapping[str, str]) -> None:
        """Raises PlayerError for the first key that the format does not have."""
        for key in cast(dict[str, object], self.value):
            if key not in known:
                place = f"{self.path}, {_key(key)}" if self.path else _key(key)
                unknown = N_("{file}: {field}: unknown, expected only {keys}")
                raise PlayerError(unknown, file=self.file, field=place, keys=", ".join(known))

    def entries(self) -> "Iterator[_Field]":
        """The fields of a list."""
        for index, value in enumerate(cast(list[object], self.value)):
            yield _Field(self.file, f"{self.path}[{index}]", value)


def _chair(root: _Field) -> Chair:
    root.refuse_unknown_keys(_CHAIR_EXAMPLES)
    name = root.child("name", _CHAIR_EXAMPLES)
    title = root.child("title", _CHAIR_EXAMPLES)
    parts = root.child("part", _CHAIR_EXAMPLES)
    return Chair(_name(name), _title(title), _parts(parts))


def _name(field: _Field) -> str:
    name = field.value
    if not isinstance(name, str) or len(name) > TEXT_LENGTH or not re.fullmatch("[a-z0-9-]+", name):
        expected = N_("{file}: {field}: expected 1 to {most} characters of a-z, 0-9 and '-', found {found}")
        raise field.mistake(expected, most=TEXT_LENGTH)
    return name


def _title(field: _Field) -> dict[str, str]:
    if not isinstance(field.value, dict):
        expected = N_("{file}: {field}: expected a table like {example}, found {found}")
        raise field.mistake(expected, example='{ en = "Kitchen chair" }')
    for language in field.value:
        if not re.fullmatch("[a-z]{2}", language):
            expected = N_("{file}: {field}: unknown, expected a language of two letters, like en")
            raise PlayerError(expected, file=field.file, field=f"title, {_key(language)}")
    field.child("en", {"en": 'en = "Kitchen chair"'})
    return {language: _text(field.child(language, {})) for language in field.value}


def _parts(field: _Field) -> tuple[Part, ...]:
    tables = field.value
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise field.mistake(N_("{file}: {field}: expected tables under [[part]], found {found}"))
    if not 1 <= len(tables) <= MOST_PARTS:
        expected = N_("{file}: {field}: expected 1 to {most} parts, found {count}")
        raise field.mistake(expected, most=MOST_PARTS, count=len(tables))
    numbers: dict[str, int] = {}
    parts = []
    for number, table in enumerate(tables, 1):
        part = _part(_Field(field.file, _place(number, table), table))
        if part.label in numbers:
            expected = N_("{file}: {field}: expected a label of its own, found that of part {other}")
            place = f"{_place(number, table)}, label"
            raise PlayerError(expected, file=field.file, field=place, other=numbers[part.label])
        numbers[part.label] = number
        parts.append(part)
    return tuple(parts)


def _place(number: int, table: Mapping[str, object]) -> str:
    label = table.get("label")
    return f"part {number} ({_shown(label)})" if isinstance(label, str) else f"part {number}"


def _part(field: _Field) -> Part:
    field.refuse_unknown_keys(_PART_EXAMPLES)
    fields = {key: field.child(key, _PART_EXAMPLES, _PART_DEFAULTS) for key in _PART_EXAMPLES}
    shape = _shape(fields["shape"])
    return Part(
        label=_text(fields["label"]),
        kind=_text(fields["kind"]),
        shape=shape,
        size=_size(fields["size"], shape),
        at=_vector(fields["at"], _coordinate),
        turn=_vector(fields["turn"], _angle),
        material=_text(fields["material"]),
    )


def _text(field: _Field) -> str:
    text = field.value
    if not isinstance(text, str) or not text.isprintable() or text != text.strip() or not 1 <= len(text) <= TEXT_LENGTH:
        expected = N_(
            "{file}: {field}: expected a text of 1 to {most} printable characters, no space at its ends, found {found}"
        )
        raise field.mistake(expected, most=TEXT_LENGTH)
    return text


def _shape(field: _Field) -> Shape:
    if field.value not in SHAPES:
        raise field.mistake(N_('{file}: {field}: expected "box" or "cylinder", found {found}'))
    return cast(Shape, field.value)


def _size(field: _Field, shape: Shape) -> Vector:
    size = _vector(field, _length)
    if shape == "cylinder" and size[0] != size[1]:
        raise field.mistake(N_("{file}: {field}: expected a cylinder as wide (x) as deep (y), found {found}"))
    return size


def _vector(field: _Field, read: Callable[[_Field], float]) -> Vector:
    if not isinstance(field.value, list) or len(field.value) != 3:
        raise field.mistake(N_("{file}: {field}: expected three numbers in brackets, found {found}"))
    x, y, z = (read(entry) for entry in field.entries())
    return x, y, z


def _length(field: _Field) -> float:
    number = _number(field.value)
    if not 0 < number <= MOST_CM:
        raise field.mistake(N_("{file}: {field}: expected cm above 0, up to {most}, found {found}"), most=int(MOST_CM))
    return number


def _coordinate(field: _Field) -> float:
    number = _number(field.value)
    if not -MOST_CM <= number <= MOST_CM:
        expected = N_("{file}: {field}: expected cm from -{most} to {most}, found {found}")
        raise field.mistake(expected, most=int(MOST_CM))
    return number


def _angle(field: _Field) -> float:
    number = _number(field.value)
    if not math.isfinite(number):
        raise field.mistake(N_("{file}: {field}: expected a finite number of degrees, found {found}"))
    return number


def _number(value: object) -> float:
    """The value as a float; NaN, which no range holds, for whatever is not a number or too large for a float."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.nan


def _shown(value: object) -> str:
    """A value about as TOML writes it, short and printable; the inside of tables and of lists in lists is left out."""
    if isinstance(value, list):
        entries = ["[…]" if isinstance(entry, list) else _shown(entry) for entry in value[:4]]
        return "[" + ", ".join(entries + ["…"] * (len(value) > 4)) + "]"
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{_printable(value)}"'
    if isinstance(value, int) and abs(value) > 10**TEXT_LENGTH:  # Python refuses to write thousands of digits
        return "…"
    return _printable(str(value))


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]{1,40}", key) else _shown(key)


def _printable(text: str) -> str:
    """The text on one line, fit for a terminal, and not endless: a long path keeps its end, which tells more."""
    clean = "".join(character if character.isprintable() else "?" for character in text)
    return clean if len(clean) <= LONGEST_SHOWN else f"…{clean[-LONGEST_SHOWN:]}"
