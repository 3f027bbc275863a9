"""The postcard of a text, written into the player's folder. The drawing is elsewhere."""

from pathlib import Path

from chairgame.game.session.saving import TEXT
from chairgame.game.sharing.mementos import POSTCARDS, write_memento
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.film.postcard import WIDEST
from chairgame.graphics.film.svg import svg_of
from chairgame.graphics.film.word_card import draw_word_card, word_card
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.training.history import History
from chairgame.tui.look import Look


def write_word_postcard(history: History, look: Look, command: str, home: Path) -> Path:
    """Write a run's postcard as text and as SVG; the text's file. Raises PlayerError when that cannot be done."""
    card = word_card(history, command)
    glyphs = GlyphSet.ASCII if look.glyphs is GlyphSet.ASCII else GlyphSet.BLOCKS
    plain = draw_word_card(card, WIDEST, theme_for(ColourDepth.NONE), glyphs, look.words)
    colourful = draw_word_card(card, WIDEST, theme_for(ColourDepth.TRUECOLOR), glyphs, look.words)
    contents = {
        ".txt": "".join(f"{line.rstrip()}\n" for line in plain.lines()),
        ".svg": svg_of(colourful, f"chairgame · {card.title}"),
    }
    return write_memento(home, POSTCARDS, f"{TEXT}-{history.first_settings.seed}-{history.newest}", contents)[0]
