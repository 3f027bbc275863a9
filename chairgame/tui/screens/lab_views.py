"""What the lab opens in the place of its panels: the sit test, the film strip, the notebook. One at a time."""

from textual.app import ComposeResult

from chairgame.text.catalogue import N_
from chairgame.tui.screens.session import SessionScreen
from chairgame.tui.widgets.film_strip import FilmStrip
from chairgame.tui.widgets.notebook import NotebookPanel
from chairgame.tui.widgets.sit_panel import SitPanel

SIT, FILM, NOTEBOOK = "sit", "film", "notebook"
HINTS = {
    SIT: N_("Sit test: t the next one sits down, g moves a part, Esc closes."),
    FILM: N_("Film strip: ← → frames, ↑ ↓ epochs, Enter goes there, Esc closes."),
    NOTEBOOK: N_("Notebook: ↑ ↓ leaf through it, Esc closes."),
}


class LabViews(SessionScreen):
    """The open view, and what the keys mean to it."""

    DEFAULT_CSS = """
    LabViews .view { display: none; height: 100%; }
    LabViews.-view #side, LabViews.-view #settings { display: none; }
    LabViews.-view .-viewed { display: block; }
    LabViews.-view-whole #viewport { display: none; }
    """

    view: str | None = None

    def compose_views(self) -> ComposeResult:
        """All of them, hidden."""
        look = self.game.look
        self.sit_panel = SitPanel(self.session, look, self.game.clock)
        self.film = FilmStrip(self.session, look)
        self.notebook = NotebookPanel(self.session, look)
        for panel in (self.sit_panel, self.film, self.notebook):
            panel.add_class("view")
            yield panel

    def fit_views(self, *, is_wide: bool, side: int) -> None:
        """Beside the floor where there is room; the film, who sits down and what is narrow take its place."""
        is_whole = self.view is not None and (self.view != NOTEBOOK or not is_wide)
        self.set_class(self.view is not None, "-view")
        self.set_class(is_whole, "-view-whole")
        for panel in (self.sit_panel, self.film, self.notebook):
            panel.set_class(panel.id == self.view, "-viewed")
            panel.styles.width = "100%" if is_whole else side

    def open_view(self, view: str | None) -> None:
        """Open one instead of another, or none. Who sat gets up."""
        if view != SIT:
            self.session.seat.clear()
        self.view = view
        self.remove_class("-settings")
        self.lay_out()
        self.call_after_refresh(self.show)

    def view_hint(self) -> str | None:
        """The keys of what is open."""
        return self.game.look.words(HINTS[self.view]) if self.view is not None else None

    def move_in_view(self, rows: int, columns: int) -> bool:
        """An arrow; False if it means nothing to what is open."""
        if self.view == FILM:
            self.film.scrub(rows, columns)
        elif self.view == NOTEBOOK:
            self.notebook.scroll(rows)
        else:
            return False
        return True

    def enter_in_view(self) -> bool:
        """Enter: from the film to its epoch; False if it means nothing to what is open."""
        if self.view != FILM:
            return False
        self.session.seek(self.film.epoch)
        self.open_view(None)
        return True

    def action_sit(self) -> None:
        """The next one sits down."""
        self.session.voice.hush()
        self.session.sit_down()
        self.open_view(SIT)

    def action_film(self) -> None:
        """Open or close the film strip."""
        self.film.begin()
        self._toggle(FILM)

    def action_notebook(self) -> None:
        """Open or close the notebook."""
        self.notebook.rows_back = 0
        self._toggle(NOTEBOOK)

    def _toggle(self, view: str) -> None:
        self.session.player.pause()
        self.session.voice.hush()
        self.open_view(None if self.view == view else view)
