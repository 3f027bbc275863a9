"""The chairs that ship with the game, by name. Knows where they are and in which order; `files` knows the format."""

import os
from pathlib import Path

from chairgame.chair.files import read_chair
from chairgame.chair.parts import Chair
from chairgame.text.assets import assets_folder
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError

HIDDEN = ("dog-in-crocs",)  # the story's last secret: it loads by its name, but no list gives it away

_SIMPLEST_FIRST = (
    "three-part-stool",
    "stool",
    "kitchen",
    "bar-stool",
    "bench",
    "ladder-back",
    "armchair",
    "deck-chair",
    "rocking-chair",
    "windsor",
    "throne",
)


def chair_names(include_hidden: bool = False) -> tuple[str, ...]:
    """The built-in chairs' names, simplest first, then those without a place in that order by their alphabet."""
    names = {path.stem for path in _chairs_folder().glob("*.toml")}
    if not include_hidden:
        names -= set(HIDDEN)
    ordered = [name for name in _SIMPLEST_FIRST if name in names]
    return (*ordered, *sorted(names - set(ordered)))


def load_chair(name_or_path: str) -> Chair:
    """A built-in chair by its name (hidden ones too), or the chair in a file.

    Raises PlayerError for a name that nothing has, and for a file that `read_chair` refuses.
    """
    if name_or_path in chair_names(include_hidden=True):
        return read_chair(_chairs_folder() / f"{name_or_path}.toml")
    if _is_path(name_or_path):
        return read_chair(Path(name_or_path))
    raise PlayerError(
        N_("chair {name}: expected a chair file or one of {names}"),
        name=_quoted(name_or_path),
        names=", ".join(chair_names()),
    )


def _chairs_folder() -> Path:
    return assets_folder() / "chairs"


def _is_path(text: str) -> bool:
    looks_like_one = os.sep in text or "/" in text or text.endswith(".toml")
    return looks_like_one or (text != "" and os.path.exists(text))


def _quoted(text: str) -> str:
    """The text in quotes, on one line and fit for a terminal."""
    return '"' + "".join(character if character.isprintable() else "?" for character in text) + '"'
