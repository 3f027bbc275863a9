"""In which encoding a terminal sends what is typed: that of the locale, as for whatever else runs in it."""

import locale
from collections.abc import Mapping

_PLAIN = "\x1b[A a"  # a key's escape sequence, a space, a letter


def typed_encoding(environ: Mapping[str, str]) -> str:
    """The name of a codec. The locale's own name decides, whether it is installed here or only where the terminal is.

    UTF-8 for the C locale, and for what no terminal can send: no text, or escape sequences that are not plain ASCII.
    """
    name = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    codeset = locale.normalize(name).partition(".")[2].partition("@")[0]
    try:
        return codeset if codeset and _PLAIN.encode(codeset) == _PLAIN.encode("ascii") else "utf-8"
    except (LookupError, ValueError):
        return "utf-8"
