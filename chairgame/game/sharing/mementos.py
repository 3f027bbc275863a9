"""Writes what a player takes away, a postcard or a share card, to the player's folder, beside earlier ones."""

from collections.abc import Mapping
from pathlib import Path

from chairgame.text.disk import write_beside

POSTCARDS, SHARE_CARDS = "postcards", "share-cards"
"""The folders in the home."""


def write_memento(home: Path, folder: str, stem: str, contents: Mapping[str, str]) -> tuple[Path, ...]:
    """Write files of one new name, one for each suffix, and return them; nothing that is there is overwritten.

    Raises PlayerError when the folder cannot be written.
    """
    return write_beside(home / folder, stem, {suffix: text.encode() for suffix, text in contents.items()})
