"""What the lab's news line says: news, the run to go on with, what is waited for, what is open, else a hint."""

from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import Catalogue
from chairgame.tui.hints import hint
from chairgame.tui.kept_run import KeptRun
from chairgame.tui.screens.lab_panels import Panels
from chairgame.tui.screens.lab_views import Views


def news_of(session: GameSession, kept_run: KeptRun, panels: Panels, views: Views, words: Catalogue) -> str:
    """One sentence."""
    news = session.spoken
    if said := news.sentence(words) if news is not None else kept_run.sentence(words):
        return said
    if session.journey.is_waiting:
        return _waiting(session, words)
    if views.hint is not None:
        return words(views.hint)
    return hint(session, panels.focused, is_typing=panels.is_typing, catalogue=words)


def _waiting(session: GameSession, words: Catalogue) -> str:
    _, waiting = words, session.turns.waiting
    if not session.turns.are_held:
        return _("Learning … The epoch shown stays until it is done; keys are answered meanwhile.")
    if not waiting:
        return _("Learning … The epoch shown stays until it is done. Space: do not wait.")
    return _("Learning … Keys that wait their turn: {n}. Space: do not wait.", n=waiting)
