"""`chairgame chairs`: lists the chairs that ship with the game, and checks chair files that somebody wrote."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.chair.files import read_chair
from chairgame.chair.parts import Chair
from chairgame.chair.poses import standing_box
from chairgame.cli.context import Context
from chairgame.cli.output import print_json, print_lines, tell
from chairgame.text.catalogue import Catalogue
from chairgame.text.errors import PlayerError

Size = tuple[float, float, float]


def list_chairs(context: Context) -> int:
    """A table with the titles in the player's language, or a JSON list with all titles."""
    chairs = [load_chair(name) for name in chair_names()]
    if context.arguments.json:
        print_json([_record(chair) for chair in chairs])
    else:
        print_lines(_table(chairs, context.catalogue), context.glyphs)
    return 0


def check_chairs(files: Sequence[str], context: Context) -> int:
    """One line for each file: what is in it, or on standard error what is wrong with it."""
    _ = context.catalogue
    refused = 0
    for file in files:
        try:
            chair = read_chair(Path(file))
        except PlayerError as error:
            tell(error.sentence(_))
            refused = 2
            continue
        if context.arguments.json:
            print_json(_record(chair))
        else:
            print_lines([_summary(file, chair, _)], context.glyphs)
    return refused


def size_cm(chair: Chair) -> Size:
    """Width, depth and height in cm of the box that the finished chair fits into, floor included."""
    low, high = standing_box(chair)
    width, depth, height = np.round(high - low, 1).tolist()
    return width, depth, height


def _record(chair: Chair) -> dict[str, object]:
    return {"name": chair.name, "title": dict(chair.title), "parts": len(chair.parts), "size_cm": size_cm(chair)}


def _size(chair: Chair, _: Catalogue) -> str:
    return " × ".join(f"{length:.0f}" for length in size_cm(chair)) + " cm"


def _summary(file: str, chair: Chair, _: Catalogue) -> str:
    parts = _.plural("{n} part", "{n} parts", len(chair.parts))
    title = chair.title_in(_.language)
    return _(
        "{file}: a sound chair: {title}, {parts}, {size}", file=file, title=title, parts=parts, size=_size(chair, _)
    )


def _table(chairs: list[Chair], _: Catalogue) -> list[str]:
    """Columns as wide as their widest entry: name, title, parts, width × depth × height."""
    rows = [(_("name"), _("title"), _("parts"), _("width × depth × height"))]
    rows += [(c.name, c.title_in(_.language), str(len(c.parts)), _size(c, _)) for c in chairs]
    name, title, parts, size = (max(map(len, column)) for column in zip(*rows, strict=True))
    return [f"{a:<{name}}  {b:<{title}}  {c:>{parts}}  {d:>{size}}".rstrip() for a, b, c, d in rows]
