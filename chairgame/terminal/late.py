"""Answers of a terminal that come when nobody waits for them any more, told from keys. Pure; the time is passed in.

Whatever reads keys would take them for some: a `c`, digits, Alt with P. No key begins as these answers do, except that
Esc, or Alt with `[`, `P` or `]`, may be all that there is.
"""

import re

PATIENCE = 10.0  # seconds in which an answer may still come
_LATE = re.compile(r"\x1b\[\?(?:(?P<last>[\d;]*c)|2026;\d+\$y)|\x1b[P\]][^\x07\x1b\x9c]*(?:\x07|\x9c|\x1b\\)")
_BEGUN = re.compile(r"\x1b(?:[P\]][^\x07\x1b\x9c]*\x1b?|\[(?:\?[\d;]*\$?)?)?\Z")
_MAY_BE_KEYS = ("\x1b", "\x1b[", "\x1bP", "\x1b]")


class LateAnswers:
    """A sieve for what a terminal sends: keys pass, answers do not. Lets everything pass once the last one has come."""

    def __init__(self, begun: str, now: float) -> None:
        """`begun` is of an answer whose beginning has been read; `now` is in seconds of any clock."""
        self._held, self._until, self._is_over = begun, now + PATIENCE, False

    def sift(self, text: str, now: float) -> str:
        """What of the text, and of what was held back before it, is no answer. An unfinished one is held back."""
        text, self._held = self._held + text, ""
        if self._is_over:
            return text
        if last := next((answer for answer in _LATE.finditer(text) if answer["last"]), None):
            self._is_over = True  # what answers come after it have been asked for since, by textual
            return _LATE.sub("", text[: last.end()]) + text[last.end() :]
        if now < self._until and (begun := _BEGUN.search(text)):
            self._held, text = begun[0], text[: begun.start()]
        return _LATE.sub("", text)

    def after_silence(self, now: float) -> str:
        """What was held back and is a key after all, since nothing has followed it for a moment."""
        if self._held in _MAY_BE_KEYS or now >= self._until:
            keys, self._held = self._held if self._held in _MAY_BE_KEYS else "", ""
            return keys
        return ""
