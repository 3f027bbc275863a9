"""The options of every command, before or after its name; the last one wins. Does nothing that was asked."""

from collections.abc import Mapping, Sequence

from chairgame.cli import values
from chairgame.cli.options import ABSENT, Options
from chairgame.terminal.depth import THEMES, ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES, Catalogue, language_of_locale

WITH_VALUE = ("--lang", "--color", "--glyphs", "--theme", "--fps")
EVERYWHERE = (*WITH_VALUE, "--reduced-motion", "--economy", "--version", "--help", "-h")
MAXIMUM_FPS = 60


def add_everywhere(options: Options, _: Catalogue) -> None:
    """What the player has chosen for every start holds wherever none of these says otherwise."""
    depths, glyph_sets = ["auto", *(d.value for d in ColourDepth)], ["auto", *(g.value for g in GlyphSet)]
    options.begin_group(_("common options"))
    for option, words, purpose in (
        ("--lang", LANGUAGES, _("the language of the game (else that of the locale)")),
        ("--color", depths, _("how many colours to use")),
        ("--glyphs", glyph_sets, _("which characters to draw with")),
        ("--theme", THEMES, _("the colours of the panels and the texts")),
    ):
        options.value(values.word(option, words, _), "|".join(words), purpose, default=ABSENT)
    options.flag("--reduced-motion", _("cut from picture to picture, nothing flies"))
    frames = values.whole_number("--fps", 1, MAXIMUM_FPS, _)
    options.value(frames, _("X"), _("frames a second at the most (30, over a network 12)"))
    options.flag("--economy", _("cheap pictures from the start, for a slow link"))
    options.flag("--version", _("print the version and leave"), default=ABSENT)
    options.help(_("print this help and leave"))


def asked_language(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language to speak in, wherever --lang stands and whatever else is wrong."""
    language = language_of_locale(environ)
    for word, after in zip(argv, [*argv[1:], ""], strict=False):
        value = after if word == "--lang" else word.removeprefix("--lang=")
        if word == "--":
            break
        if word.startswith("--lang") and value in LANGUAGES:
            language = value
    return language
