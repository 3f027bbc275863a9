"""A player's own text, from a file or a line, cut to what can be learned. Knows no brain."""

from dataclasses import dataclass
from pathlib import Path

from chairgame.game.news import Count, News
from chairgame.text.catalogue import N_
from chairgame.text.disk import read_whole, too_large
from chairgame.text.errors import PlayerError
from chairgame.words.splitting import FEWEST_WORDS, MOST_BYTES, Split, is_utf8, split


@dataclass(frozen=True)
class Source:
    """A text that can be learned, and the sentence about what was left out of it, if anything was."""

    content: str
    left_out: News | None


def text_file(path: Path) -> Source:
    """A file's text. Raises PlayerError for what is no ordinary UTF-8 file of at most 1 MiB with two words or more."""
    try:
        text = read_whole(path, MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlayerError(N_("{file}: expected a text in UTF-8"), file=path) from error
    return _source(str(path), text)


def typed_text(text: str, name: str = "--words") -> Source:
    """A text of one line. Raises PlayerError for less than two words."""
    if not is_utf8(text):
        if len(text.encode(errors="replace")) > MOST_BYTES:
            raise too_large(name, MOST_BYTES)
        raise PlayerError(N_("{file}: expected a text in UTF-8"), file=name)
    return _source(name, text)


def _source(name: str, text: str) -> Source:
    found = split(text)
    if not found.words:
        raise PlayerError(N_("{file}: expected words, found none"), file=name)
    if len(found.words) < FEWEST_WORDS:
        raise PlayerError(N_("{file}: One word has no next word. Expected two or more."), file=name)
    return Source(found.content, _left_out(found))


def _left_out(found: Split) -> News | None:
    if not found.left_out:
        return None
    return News(
        N_("The text has {all} words; the first {read} are read."),
        {"all": Count(len(found.words) + found.left_out), "read": Count(len(found.words))},
    )
