"""The settings: what holds for every start. Each change is seen at once and kept at once."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from textwrap import wrap

from textual.app import ComposeResult

from chairgame.game import places
from chairgame.game.preferences import AUTO, Preferences, changed
from chairgame.game.progress.whole import Progress
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import chosen, quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.terminal.depth import THEMES, ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES, N_
from chairgame.tui.keys import SETTINGS_KEYS, bindings_of
from chairgame.tui.look import DEPTH_WORDS, THEME_WORDS, Look
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.lines import KeysLine


@dataclass(frozen=True)
class Row:
    """A setting: the field of Preferences, its values in their order, and what it means."""

    field: str
    name: str
    values: tuple[str | bool, ...]
    meaning: str


ROWS = (
    Row("language", N_("language"), (AUTO, *LANGUAGES), N_("What the game speaks; auto follows the locale.")),
    Row(
        "color",
        N_("colours"),
        (AUTO, *(depth.value for depth in ColourDepth)),
        N_("How many colours the terminal is sent; auto asks the terminal."),
    ),
    Row(
        "glyphs",
        N_("glyphs"),
        (AUTO, *(glyphs.value for glyphs in GlyphSet)),
        N_("Which characters draw the picture. If you see empty boxes, take fewer."),
    ),
    Row("theme", N_("theme"), THEMES, N_("The colours of panels and texts.")),
    Row("reduced_motion", N_("motion"), (False, True), N_("Reduced: pictures change at once, nothing flies.")),
    Row("big", N_("digits"), (False, True), N_("Large digits for the epoch and the distance in the lab.")),
)
AUTOMATIC = N_("auto")
LANGUAGE_NAMES: Mapping[object, str] = {"en": "English", "pl": "polski"}  # each in itself, in every language
WORDS: Mapping[tuple[str, object], str] = {
    **{("theme", name): word for name, word in THEME_WORDS.items()},
    **{("color", depth.value): word for depth, word in DEPTH_WORDS.items()},
    ("glyphs", "half"): N_("half"),
    ("glyphs", "quadrant"): N_("quadrant"),
    ("glyphs", "blocks"): N_("blocks"),
    ("glyphs", "sextant"): N_("sextant"),
    ("glyphs", "ascii"): N_("ascii"),
    ("reduced_motion", False): N_("full"),
    ("reduced_motion", True): N_("reduced"),
    ("big", False): N_("normal"),
    ("big", True): N_("large"),
}
VALUE_AT = 18  # columns


class PreferencesPanel(CellsWidget):
    """A row each, and what the chosen one means."""

    row = 0

    def __init__(self, progress: Progress, look: Look) -> None:
        super().__init__(id="preferences")
        self.progress, self.look = progress, look

    def key(self) -> Hashable:
        """The chosen row and all values."""
        return self.look, self.row, self.progress.preferences

    def changed(self, steps: int) -> Preferences:
        """The preferences with another value in the chosen row."""
        row, now = ROWS[self.row], self.progress.preferences
        value = getattr(now, row.field)
        index = row.values.index(value) + steps if value in row.values else 0
        return changed(now, row.field, row.values[index % len(row.values)])

    def paint(self, height: int, width: int) -> Cells:
        """Rows, then words."""
        look, _ = self.look, self.look.words
        theme = look.theme
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), theme.text, theme.panel)
        gap = 2 if inner.height >= 2 * len(ROWS) + 6 else 1
        for index, row in enumerate(ROWS):
            self._put_row(inner, 1 + gap * index, index, row)
        below = 2 + gap * len(ROWS)
        options = _("Kept for every start; options of the command line win for their run.")
        room = max(8, min(72, inner.width - 2))
        lines = [*wrap(_(ROWS[self.row].meaning), room), "", *wrap(options, room)]
        for offset, line in enumerate(lines):
            inner.put(below + offset, 1, fitted(line, inner.width - 2, look.glyphs), theme.dim, attributes=quiet(theme))
        return framed(inner, _("settings"), theme, look.glyphs, True)

    def _put_row(self, inner: Cells, place: int, index: int, row: Row) -> None:
        look, _ = self.look, self.look.words
        theme, is_chosen = look.theme, index == self.row
        attributes = chosen(theme) | BOLD if is_chosen else 0
        if is_chosen:
            inner.put(place, 0, " " * inner.width, theme.bright, theme.selection, attributes)
        value = getattr(self.progress.preferences, row.field)
        word = LANGUAGE_NAMES.get(value) or _(AUTOMATIC if value == AUTO else WORDS[row.field, value])
        shown = f"◂ {word} ▸" if is_chosen else f"  {word}"
        inner.put(place, 1, fitted(_(row.name), VALUE_AT - 2, look.glyphs), theme.text, attributes=attributes)
        room = max(0, inner.width - VALUE_AT - 1)
        inner.put(place, VALUE_AT, fitted(shown, room, look.glyphs), theme.bright, attributes=attributes)


class SettingsScreen(GameScreen):
    """From the title and back."""

    KEYS = SETTINGS_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    SettingsScreen #preferences { height: 1fr; width: 100%; }
    SettingsScreen #keys { height: 1; width: 100%; }
    """

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress

    def compose(self) -> ComposeResult:
        """The panel and its keys."""
        look = self.game.look
        yield TooSmall(look)
        yield PreferencesPanel(self.progress, look)
        yield KeysLine(SETTINGS_KEYS, look)

    def action_choose(self, rows: int) -> None:
        panel = self.query_one(PreferencesPanel)
        panel.row = (panel.row + rows) % len(ROWS)
        self.show()

    def action_change(self, steps: int) -> None:
        """Another value, kept and seen."""
        panel = self.query_one(PreferencesPanel)
        self.progress.prefer(panel.changed(steps))
        self.game.take_preference(ROWS[panel.row].field)
        self.show()

    def action_back(self) -> None:
        self.game.go(places.Title())
