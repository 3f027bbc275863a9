"""Chair files: from a table to a Chair, with one clear sentence for the first mistake. Knows no built-in chair.

Every sentence names the file, the field (in the file's own words: `part 3 ("A1"), size[1]`, where brackets count from
0) and what was expected.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from chairgame.chair.parts import Chair, Part, Shape, Vector
from chairgame.text.catalogue import N_
from chairgame.text.errors import shortened
from chairgame.text.tables import ABOVE_ZERO, Field, Table, parse_toml, read_toml, shown

FORMAT = 1
MOST_PARTS = 200
MOST_CM = 1000.0
TEXT_LENGTH = 40
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
    return _chair(read_toml(path))


def parse_chair(source: str | bytes, source_name: str) -> Chair:
    """The chair in a TOML text. Raises PlayerError with one sentence, which opens with `source_name`."""
    return _chair(parse_toml(source, source_name))


def chair_from(table: Mapping[str, object], source_name: str) -> Chair:
    """The chair in a table as chair files have it, whatever it was read from. Raises PlayerError like `parse_chair`."""
    return _chair(Table(shortened(source_name), "", table))


def _chair(root: Table) -> Chair:
    root.of_format(FORMAT).only(*_CHAIR_EXAMPLES)
    name, title, parts = (root.needed(key, _CHAIR_EXAMPLES[key]) for key in ("name", "title", "part"))
    return Chair(_name(name), _title(title), _parts(parts))


def _name(field: Field) -> str:
    name = field.value
    if not isinstance(name, str) or len(name) > TEXT_LENGTH or not re.fullmatch("[a-z0-9-]+", name):
        expected = N_("{file}: {field}: expected 1 to {most} characters of a-z, 0-9 and '-', found {found}")
        raise field.mistake(expected, most=TEXT_LENGTH)
    return name


def _title(field: Field) -> dict[str, str]:
    if not isinstance(field.value, dict):
        expected = N_("{file}: {field}: expected a table like {example}, found {found}")
        raise field.mistake(expected, example='{ en = "Kitchen chair" }')
    titles = field.table()
    for language in titles:
        if not re.fullmatch("[a-z]{2}", language):
            unknown = N_("{file}: {field}: unknown, expected a language of two letters, like en")
            raise titles.get(language, None).mistake(unknown)
    titles.needed("en", 'en = "Kitchen chair"')
    return {language: titles[language].text(TEXT_LENGTH) for language in titles}


def _parts(field: Field) -> tuple[Part, ...]:
    tables = field.value
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise field.mistake(N_("{file}: {field}: expected tables under [[part]], found {found}"))
    if not 1 <= len(tables) <= MOST_PARTS:
        expected = N_("{file}: {field}: expected 1 to {most} parts, found {count}")
        raise field.mistake(expected, most=MOST_PARTS, count=len(tables))
    numbers: dict[str, int] = {}
    parts = []
    for number, table in enumerate(tables, 1):
        entry = Table(field.file, _place(number, table), table)
        part = _part(entry)
        if part.label in numbers:
            expected = N_("{file}: {field}: expected a label of its own, found that of part {other}")
            raise entry["label"].mistake(expected, other=numbers[part.label])
        numbers[part.label] = number
        parts.append(part)
    return tuple(parts)


def _place(number: int, table: Mapping[str, object]) -> str:
    label = table.get("label")
    return f"part {number} ({shown(label)})" if isinstance(label, str) else f"part {number}"


def _part(table: Table) -> Part:
    table.only(*_PART_EXAMPLES)
    fields = {
        key: table.get(key, _PART_DEFAULTS[key]) if key in _PART_DEFAULTS else table.needed(key, example)
        for key, example in _PART_EXAMPLES.items()
    }
    shape = _shape(fields["shape"])
    return Part(
        label=fields["label"].text(TEXT_LENGTH),
        kind=fields["kind"].text(TEXT_LENGTH),
        shape=shape,
        size=_size(fields["size"], shape),
        at=_vector(fields["at"], _coordinate),
        turn=_vector(fields["turn"], _angle),
        material=fields["material"].text(TEXT_LENGTH),
    )


def _shape(field: Field) -> Shape:
    if field.value not in SHAPES:
        raise field.mistake(N_('{file}: {field}: expected "box" or "cylinder", found {found}'))
    return cast(Shape, field.value)


def _size(field: Field, shape: Shape) -> Vector:
    size = _vector(field, _length)
    if shape == "cylinder" and size[0] != size[1]:
        raise field.mistake(N_("{file}: {field}: expected a cylinder as wide (x) as deep (y), found {found}"))
    return size


def _vector(field: Field, read: Callable[[Field], float]) -> Vector:
    if not isinstance(field.value, list) or len(field.value) != 3:
        raise field.mistake(N_("{file}: {field}: expected three numbers in brackets, found {found}"))
    x, y, z = (read(entry) for entry in field.entries(3, 3))
    return x, y, z


def _length(field: Field) -> float:
    return field.number(ABOVE_ZERO, MOST_CM, N_("{file}: {field}: expected cm above 0, up to {most}, found {found}"))


def _coordinate(field: Field) -> float:
    return field.number(-MOST_CM, MOST_CM, N_("{file}: {field}: expected cm from -{most} to {most}, found {found}"))


def _angle(field: Field) -> float:
    return field.number(message=N_("{file}: {field}: expected a finite number of degrees, found {found}"))
