"""What the lab opens in the place of its panels: the sit test, the film strip, the notebook. One at a time."""

from collections.abc import Callable

from textual.screen import Screen

from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import N_
from chairgame.tui.look import Look
from chairgame.tui.widgets.film_strip import FilmStrip
from chairgame.tui.widgets.notebook import NotebookPanel
from chairgame.tui.widgets.sit_panel import SitPanel
from chairgame.tui.widgets.viewport import Viewport

SIT, FILM, NOTEBOOK = "sit", "film", "notebook"
HINTS = {
    SIT: N_("Sit test: t the next one sits down, g moves a part, Esc closes."),
    FILM: N_("Film strip: ← → frames, ↑ ↓ epochs, Enter goes there, Esc closes."),
    NOTEBOOK: N_("Notebook: ↑ ↓ leaf through it, Esc closes."),
}


class Views:
    """The open view, and what the keys mean to it."""

    def __init__(self, session: GameSession, viewport: Viewport, look: Look, clock: Callable[[], float]) -> None:
        self._session = session
        self.sit = SitPanel(session, look, clock)
        self.sit.side = lambda: (viewport.camera.azimuth, viewport.camera.elevation)
        self.film = FilmStrip(session, look)
        self.notebook = NotebookPanel(session, look)
        self.panels = (self.sit, self.film, self.notebook)
        self.opened: str | None = None
        for panel in self.panels:
            panel.add_class("view")

    @property
    def hint(self) -> str | None:
        """The keys of what is open, an id of the catalogue's."""
        return None if self.opened is None else HINTS[self.opened]

    def open(self, view: str | None) -> None:
        """One instead of another, or none. Who sat gets up."""
        if view != SIT:
            self._session.seat.clear()
        self.opened = view

    def ask_for(self, view: str) -> None:
        """The key of a view: the next one sits down; the film and the notebook open and close."""
        self._session.voice.hush()
        if view == SIT:
            self._session.sit_down()
        else:
            self._session.player.pause()
            self.film.begin()
            self.notebook.rows_back = 0
        self.open(None if view == self.opened != SIT else view)

    def fit(self, screen: Screen[None], *, is_wide: bool, side: int) -> None:
        """Beside the floor where there is room; the film, who sits down and what is narrow take its place."""
        is_whole = self.opened is not None and (self.opened != NOTEBOOK or not is_wide)
        screen.set_class(self.opened is not None, "-view")
        screen.set_class(is_whole, "-view-whole")
        for panel in self.panels:
            panel.set_class(panel.id == self.opened, "-viewed")
            panel.styles.width = "100%" if is_whole else side

    def move(self, rows: int, columns: int) -> bool:
        """An arrow; False if it means nothing to what is open."""
        if self.opened == FILM:
            self.film.scrub(rows, columns)
        elif self.opened == NOTEBOOK:
            self.notebook.scroll(rows)
        else:
            return False
        return True
