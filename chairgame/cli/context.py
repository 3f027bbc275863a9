"""What every command needs to know besides its own options: the language, the terminal's abilities, the data folder."""

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from chairgame.game.home import home_folder
from chairgame.game.preferences import AUTO, Preferences
from chairgame.terminal.capabilities import Capabilities, informed, overridden, promised
from chairgame.terminal.depth import THEMES, ColourDepth, GlyphSet
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

    def preferring(self, preferences: Preferences) -> "Context":
        """The same with what the player has chosen for every start, wherever no option says otherwise."""
        arguments = argparse.Namespace(**vars(self.arguments))
        if "theme" not in arguments and preferences.theme in THEMES:
            arguments.theme = preferences.theme
        arguments.reduced_motion = arguments.reduced_motion or preferences.reduced_motion
        arguments.big = getattr(arguments, "big", False) or preferences.big
        depth = None if "color" in arguments else preferences.depth
        glyphs = None if "glyphs" in arguments else preferences.glyph_set
        is_chosen = "lang" not in arguments and preferences.language != AUTO
        return replace(
            self,
            arguments=arguments,
            catalogue=Catalogue(preferences.language) if is_chosen else self.catalogue,
            promised=overridden(self.promised, depth, glyphs),
        )

    def asked(self, *, always: bool = False, meanwhile: Callable[[], object] | None = None) -> Capabilities:
        """What the terminal can show, from itself where the environment leaves a doubt, or `always`.

        `meanwhile` is done while the terminal answers, if it is asked.
        """
        from chairgame.terminal.query import ask, may_ask
        from chairgame.terminal.tmux import ask_tmux

        found = self.promised
        wanted = found.in_doubt or found.may_draw_sextants or always
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
