"""About: the thought experiment, the words for it as a table, what is honest here, and the small print.

Pages as large as the window.
"""

from collections.abc import Hashable
from textwrap import wrap

from textual.app import ComposeResult

from chairgame.game import places
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.text.catalogue import N_, Catalogue
from chairgame.tui.keys import ABOUT_KEYS, bindings_of
from chairgame.tui.look import Look
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.lines import KeysLine

EXPERIMENT = (
    N_(
        "You are sent a box of chair parts. You have never seen a chair, and there is no instruction sheet. With the "
        "parts comes a locked black box, and a pair of odd headphones that plug into it."
    ),
    N_(
        "You put the parts together at random and get a monster. The box scans it, measures how far every part is from "
        "its place in the ideal chair hidden inside, and plays signals that change the wiring of your brain a little. "
        "You take everything apart and start again."
    ),
    N_(
        "After some tens of rebuilds the monsters turn into chairs, and nobody ever showed you one. That is how a "
        "neural network learns."
    ),
)
WORDS = (
    (N_("what is hidden in the black box"), N_("objective")),
    (N_("the scanner"), N_("loss function")),
    (N_("the signals that leave the box"), N_("gradient of the loss")),
    (N_("their way back through the wiring"), N_("backpropagation")),
    (N_("loudness of the headphones"), N_("learning rate")),
    (N_("echo in the headphones"), N_("momentum")),
    (N_("the brain's wiring"), N_("weights, parameters")),
    (N_("putting the parts together"), N_("forward pass")),
    (N_("taking it apart, rebuilding it once"), N_("epoch")),
    (N_("the box of parts"), N_("training data")),
    (N_("a chair never seen in training"), N_("validation")),
    (N_("points: tiles off, squared, added up"), N_("sum of squared errors")),
    (N_("a piece of a word"), N_("token")),
    (N_("where the brain looks"), N_("attention")),
    (N_("the coast: who learns, who burns"), N_("boundary of trainability")),
    (N_("a wall of brains, each tuned otherwise"), N_("hyperparameter sweep")),
    (N_("a room: one box, one seed for everybody"), N_("common benchmark")),
    (N_("a race: you, chance, the network"), N_("comparison with baselines")),
)
HONEST = (
    N_(
        "The network really learns: a real multi-layer perceptron, real gradients. Nothing is faked, nudged towards "
        "the answer, or scripted."
    ),
    N_(
        "It sees only what the headphones play. The code of the brain cannot even import the objective, and a test "
        "proves it. The ideal chair stays hidden until you earn it, or peek and pay in stars."
    ),
    N_("The chair is taken apart every epoch; the weights stay. Mixing up the two is the commonest mistake there is."),
    N_("Everything replays: the same seed and the same moves give the same run, bit for bit on one machine."),
)
SMALL_PRINT = (
    N_("No telemetry: nothing is ever sent anywhere. What you play is kept on this machine, in a folder of yours."),
    N_("It runs on Linux and macOS; Windows is not tested."),
    N_(
        "chairgame is free software under the MIT licence. It stands on textual, rich, platformdirs, polib and tomli-w "
        "(MIT), numpy (BSD) and shtab (Apache 2.0), each under its own licence."
    ),
)
CHAPTERS = (N_("The thought experiment"), N_("The words for it"), N_("What is honest here"), N_("The small print"))
MEASURE = 72  # columns of text
TERM_AT = 40  # columns

Line = tuple[str, str]  # a text, and a term that stands beside it in a column of its own


def about_pages(height: int, width: int, _: Catalogue) -> list[tuple[str, list[Line]]]:
    """Chapters and their lines, cut into pages of at most `height` rows of at most `width` columns."""
    pages = []
    chapters = (_prose(EXPERIMENT, width, _), _table(width, _), _prose(HONEST, width, _), _prose(SMALL_PRINT, width, _))
    for title, blocks in zip(CHAPTERS, chapters, strict=True):
        page: list[Line] = []
        for block in blocks:
            if page and len(page) + len(block) > height:
                pages.append((title, page))
                page = []
            page = page + block
        pages.append((title, page))
    return [(title, page[:-1] if page[-1] == ("", "") else page) for title, page in pages]


def _prose(texts: tuple[str, ...], width: int, _: Catalogue) -> list[list[Line]]:
    """A block a paragraph: its lines and a blank one."""
    return [[*((line, "") for line in wrap(_(text), width)), ("", "")] for text in texts]


def _table(width: int, _: Catalogue) -> list[list[Line]]:
    """A block a row: what it is called in the story, and in the field; side by side where both fit."""
    rows = []
    for story, term in WORDS:
        left, right = _(story), _(term)
        fits = len(left) < TERM_AT and TERM_AT + len(right) <= width
        rows.append([(left, right)] if fits else [(left, ""), (f"   {right}", "")])
    return rows


class AboutPage(CellsWidget):
    """One page at a time."""

    page = 0

    def __init__(self, look: Look) -> None:
        super().__init__(id="about")
        self.look = look

    def key(self) -> Hashable:
        """The page and the language."""
        return self.look, self.page

    def pages(self) -> list[tuple[str, list[Line]]]:
        """The pages at this size."""
        width = min(MEASURE, self.size.width - 6)
        return about_pages(max(1, self.size.height - 5), max(10, width), self.look.words)

    def turn(self, pages: int) -> None:
        """On or back; after the last page comes the first."""
        self.page = (self.page + pages) % len(self.pages())

    def paint(self, height: int, width: int) -> Cells:
        """A title, the lines, which page of how many."""
        look, _ = self.look, self.look.words
        theme, pages = look.theme, self.pages()
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        self.page = min(self.page, len(pages) - 1)
        title, lines = pages[self.page]
        left = max(1, (inner.width - MEASURE) // 2)
        for row, (text, term) in enumerate(lines, start=1):
            inner.put(row, left, fitted(text, inner.width - left, look.glyphs), theme.text)
            if term:
                place = left + TERM_AT
                shown = fitted(term, inner.width - place, look.glyphs)
                inner.put(row, place, shown, theme.focus, attributes=BOLD)
        count = f"{self.page + 1} / {len(pages)}"
        inner.put(inner.height - 1, inner.width - len(count) - 1, count, theme.dim, attributes=quiet(theme))
        return framed(inner, _(title), theme, look.glyphs, True)


class AboutScreen(GameScreen):
    """From the title and back."""

    KEYS = ABOUT_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    AboutScreen #about { height: 1fr; width: 100%; }
    AboutScreen #keys { height: 1; width: 100%; }
    """

    def compose(self) -> ComposeResult:
        """A page and its keys."""
        look = self.game.look
        yield TooSmall(look)
        yield AboutPage(look)
        yield KeysLine(self.working_keys, look)

    def action_turn(self, pages: int) -> None:
        self.query_one(AboutPage).turn(pages)
        self.show()

    def action_back(self) -> None:
        self.game.go(places.Title())
