"""What every command needs to know besides its own options: the language, the terminal's abilities, the data folder."""

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from chairgame.game.home import home_folder
from chairgame.terminal.capabilities import Capabilities, informed, overridden, promised
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue


@dataclass(frozen=True)
class Context:
    """A checked command line in its environment."""

    arguments: argparse.Namespace
    catalogue: Catalogue
    environ: Mapping[str, str]
    promised: Capabilities
    """What the options ask for and the environment says; nobody has been asked yet."""
    home: Path

    @property
    def glyphs(self) -> GlyphSet:
        """The characters to use."""
        return self.promised.glyphs

    @property
    def theme(self) -> str:
        """The name of the interface's colours."""
        return str(getattr(self.arguments, "theme", "default"))

    def asked(self, *, always: bool = False, meanwhile: Callable[[], object] | None = None) -> Capabilities:
        """What the terminal can show, from itself where the environment leaves a doubt, or `always`.

        `meanwhile` is done while the terminal answers, if it is asked.
        """
        from chairgame.terminal.query import ask, may_ask
        from chairgame.terminal.tmux import ask_tmux

        found = self.promised
        wanted = found.in_doubt or always
        tmux = ask_tmux() if wanted and found.inside == "tmux" else None
        is_settled = found.inside == "tmux" and not always
        if not wanted or is_settled or not may_ask(self.environ, sys.stdin, sys.stdout):
            return informed(found, None, tmux)
        return informed(found, ask(sys.stdin.fileno(), sys.stdout.fileno(), meanwhile=meanwhile), tmux)


def context_of(arguments: argparse.Namespace, catalogue: Catalogue, environ: Mapping[str, str]) -> Context:
    """Fill in what was left to the environment."""
    depth, glyphs = getattr(arguments, "color", "auto"), getattr(arguments, "glyphs", "auto")
    found = overridden(
        promised(environ),
        None if depth == "auto" else ColourDepth(depth),
        None if glyphs == "auto" else GlyphSet(glyphs),
    )
    return Context(arguments, catalogue, environ, found, home_folder(environ))
