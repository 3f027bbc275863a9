"""Writes what a player takes away, a postcard or a share card, to the player's folder, beside earlier ones."""

from collections.abc import Mapping
from pathlib import Path

from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError

POSTCARDS, SHARE_CARDS = "postcards", "share-cards"
"""The folders in the home."""


def write_memento(home: Path, folder: str, stem: str, contents: Mapping[str, str]) -> tuple[Path, ...]:
    """Write files of one new name, one for each suffix, and return them; nothing that is there is overwritten.

    Raises PlayerError when the folder cannot be written.
    """
    place = home / folder
    try:
        place.mkdir(parents=True, exist_ok=True)
        free, copy = stem, 2
        while any((place / f"{free}{suffix}").exists() for suffix in contents):
            free, copy = f"{stem}-{copy}", copy + 1
        files = tuple(place / f"{free}{suffix}" for suffix in contents)
        for file, text in zip(files, contents.values(), strict=True):
            file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise PlayerError(N_("{file}: cannot be written ({why})"), file=place, why=error.strerror) from error
    return files
