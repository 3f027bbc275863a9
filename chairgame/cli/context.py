"""What every command needs to know besides its own options: the language, the terminal's abilities, the data folder."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from chairgame.game.home import home_folder
from chairgame.terminal.depth import ColourDepth, GlyphSet, detect_depth, detect_glyphs
from chairgame.text.catalogue import Catalogue


@dataclass(frozen=True)
class Context:
    """A checked command line in its environment."""

    arguments: argparse.Namespace
    catalogue: Catalogue
    environ: Mapping[str, str]
    depth: ColourDepth
    glyphs: GlyphSet
    home: Path


def context_of(arguments: argparse.Namespace, catalogue: Catalogue, environ: Mapping[str, str]) -> Context:
    """Fill in what was left to the environment."""
    depth, glyphs = getattr(arguments, "color", "auto"), getattr(arguments, "glyphs", "auto")
    return Context(
        arguments,
        catalogue,
        environ,
        detect_depth(environ) if depth == "auto" else ColourDepth(depth),
        detect_glyphs(environ) if glyphs == "auto" else GlyphSet(glyphs),
        home_folder(environ),
    )
