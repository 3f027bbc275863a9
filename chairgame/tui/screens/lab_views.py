"""What the lab opens in the place of its panels: the sit test, the film strip, the notebook. One at a time.

Each is made when it is opened first: the lab's start must not wait for it.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from textual.containers import Horizontal
from textual.screen import Screen

from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import N_
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.viewport import Viewport

if TYPE_CHECKING:
    from chairgame.tui.widgets.film_strip import FilmStrip
    from chairgame.tui.widgets.notebook import NotebookPanel
    from chairgame.tui.widgets.sit_panel import SitPanel

Panel = TypeVar("Panel", bound=CellsWidget)
SIT, FILM, NOTEBOOK = "sit", "film", "notebook"
HINTS = {
    SIT: N_("Sit test: t the next one sits down, g moves a part, Esc closes."),
    FILM: N_("Film strip: ← → frames, ↑ ↓ epochs, Enter goes there, Esc closes."),
    NOTEBOOK: N_("Notebook: ↑ ↓ leaf through it, Esc closes."),
}


class Views:
    """The open view, and what the keys mean to it."""

    def __init__(
        self,
        session: GameSession,
        viewport: Viewport,
        look: Callable[[], Look],
        clock: Callable[[], float],
        room: Horizontal,
    ) -> None:
        """`room` is what the panels are put in, beside the viewport."""
        self._session, self._viewport, self._look, self._clock, self._room = session, viewport, look, clock, room
        self._made: list[CellsWidget] = []
        self.opened: str | None = None

    @cached_property
    def sit(self) -> "SitPanel":
        """Who sits down, seen from where the player looks at the floor."""
        from chairgame.tui.widgets.sit_panel import SitPanel  # noqa: PLC0415

        panel, viewport = SitPanel(self._session, self._look(), self._clock), self._viewport
        panel.side = lambda: (viewport.camera.azimuth, viewport.camera.elevation)
        return self._put(panel)

    @cached_property
    def film(self) -> "FilmStrip":
        """The run in five pictures."""
        from chairgame.tui.widgets.film_strip import FilmStrip  # noqa: PLC0415

        return self._put(FilmStrip(self._session, self._look()))

    @cached_property
    def notebook(self) -> "NotebookPanel":
        """What was done and when."""
        from chairgame.tui.widgets.notebook import NotebookPanel  # noqa: PLC0415

        return self._put(NotebookPanel(self._session, self._look()))

    @property
    def hint(self) -> str | None:
        """The keys of what is open, an id of the catalogue's."""
        return None if self.opened is None else HINTS[self.opened]

    def open(self, view: str | None) -> None:
        """One instead of another, or none. Who sat gets up."""
        if view != SIT:
            self._session.seat.clear()
        self.opened = view
        if view is not None:
            self._panel(view).add_class("view")

    def ask_for(self, view: str) -> None:
        """The key of a view: the next one sits down; the film and the notebook open and close."""
        self._session.voice.hush()
        if view == SIT:
            self._session.sit_down()
        else:
            self._session.player.pause()
        if view == FILM:
            self.film.begin()
        elif view == NOTEBOOK:
            self.notebook.rows_back = 0
        self.open(None if view == self.opened != SIT else view)

    def fit(self, screen: Screen[None], *, is_wide: bool, side: int) -> None:
        """Beside the floor where there is room; the film, who sits down and what is narrow take its place."""
        is_whole = self.opened is not None and (self.opened != NOTEBOOK or not is_wide)
        screen.set_class(self.opened is not None, "-view")
        screen.set_class(is_whole, "-view-whole")
        for panel in self._made:
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

    def _put(self, panel: Panel) -> Panel:
        self._made.append(panel)
        self._room.mount(panel)
        return panel

    def _panel(self, view: str) -> CellsWidget:
        return self.sit if view == SIT else self.film if view == FILM else self.notebook
