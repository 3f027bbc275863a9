"""What is typed is read in the encoding that the locale names."""

import codecs

import pytest

from chairgame.terminal.encoding import typed_encoding


@pytest.mark.parametrize(
    ("environ", "encoding"),
    [
        ({"LANG": "pl_PL.ISO-8859-2"}, "iso8859-2"),
        ({"LANG": "pl_PL.UTF-8", "LC_CTYPE": "pl_PL.iso88592"}, "iso8859-2"),
        ({"LC_ALL": "de_DE.ISO-8859-15@euro", "LANG": "C"}, "iso8859-15"),
        ({"LANG": "ja_JP.eucJP"}, "euc_jp"),
        ({"LANG": "pl_PL"}, "iso8859-2"),
        ({"LANG": "pl_PL.UTF-8"}, "utf-8"),
        *(({"LANG": name}, "utf-8") for name in ("C", "POSIX", "C.UTF-8", "", "x.hex", "x.utf-16", "x.none", "x.\0")),
        ({}, "utf-8"),
    ],
)
def test_the_locale_names_it(environ: dict[str, str], encoding: str) -> None:
    assert codecs.lookup(typed_encoding(environ)).name == encoding
