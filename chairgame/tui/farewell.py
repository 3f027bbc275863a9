"""The postcard: printed into the ordinary scrollback once textual has left, or written to files while the game goes on.

Loaded only then: the start must not wait for it.
"""

import os
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from shlex import quote

from chairgame.game.home import run_to_load
from chairgame.game.places import Replay
from chairgame.game.session.model import GameSession
from chairgame.game.sharing.mementos import POSTCARDS, write_memento
from chairgame.game.sitting.outcome import Sitter
from chairgame.graphics.cells.ansi import ansi_row
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.film.postcard import NARROWEST, WIDEST, draw_postcard, is_worth_a_postcard, postcard_of
from chairgame.graphics.film.svg import svg_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.tui.game import Game
from chairgame.tui.look import Look


def say_farewell(game: Game, session: GameSession) -> None:
    """Print the postcard of the lab's run, if it has something to show, and a terminal to show it on."""
    if not game.autosave.follows(session) or not is_worth_a_postcard(session.history) or not sys.stdout.isatty():
        return
    with suppress(OSError, ValueError):  # nobody is there to read it any more
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
        if columns >= NARROWEST:
            sys.stdout.write(postcard_text(session, game.look, columns, replay_command(game, session)))
            sys.stdout.flush()


def postcard_text(session: GameSession, look: Look, columns: int, command: str) -> str:
    """The card as lines for a terminal, in the look that the game had."""
    if os.name == "nt":  # whose console obeys no codes once textual has given it back
        cells = _cells(session, look, columns, command, ColourDepth.NONE)
        return "".join(f"{line.rstrip()}\n" for line in cells.lines())
    cells = _cells(session, look, columns, command, look.depth)
    return "".join(f"{ansi_row(cells, row)}\n" for row in range(cells.height))


def replay_command(game: Game, session: GameSession) -> str:
    """What plays the session's run again as it is now; empty where it is kept nowhere."""
    autosave, place, home = game.autosave, game.options.place, game.options.home
    if isinstance(place, Replay) and place.saved_as and autosave.is_replay(session):
        return f"chairgame replay {quote(place.saved_as)}"
    if not autosave.has_kept(session):
        return ""
    name = autosave.file.stem
    is_found = run_to_load(name, home) == autosave.file  # another run may have been saved under that name
    return f"chairgame replay {quote(name if is_found else str(autosave.file))}"


def write_postcard(game: Game, session: GameSession, guest: Sitter | None = None) -> Path:
    """Write the session's postcard into the player's folder, as text and as SVG; the text's file. A guest sits on its
    last picture.

    Raises PlayerError when the folder cannot be written.
    """
    look, command = game.look, replay_command(game, session)
    glyphs = GlyphSet.BLOCKS if look.glyphs is GlyphSet.SEXTANT else look.glyphs  # who knows where a file is read
    plain = _cells(session, replace(look, glyphs=glyphs), WIDEST, command, ColourDepth.NONE, guest)
    colourful = _cells(session, look, WIDEST, command, ColourDepth.TRUECOLOR, guest)
    contents = {
        ".txt": "".join(f"{line.rstrip()}\n" for line in plain.lines()),
        ".svg": svg_of(colourful, f"chairgame · {session.chair.title_in(look.language)}"),
    }
    stem = f"{session.chair.name}-{session.history.first_settings.seed}-{session.newest}"
    return write_memento(game.options.home, POSTCARDS, stem, contents)[0]


def _cells(
    session: GameSession, look: Look, columns: int, command: str, depth: ColourDepth, guest: Sitter | None = None
) -> Cells:
    card = postcard_of(session.history, look.words, command, guest)
    theme = look.theme if depth is look.depth else theme_for(depth)
    return draw_postcard(card, columns, theme, depth, look.glyphs, look.words)
