"""The notebook of a run: a line for everything that was changed, seen or tried, in the order of the epochs.

Changes are read off the run's own history; what cannot be read off it is in the session's journal.
"""

from chairgame.game.naming.settings import WORDS
from chairgame.game.news import Count, News, Note, Rate, Value
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import N_
from chairgame.training.history import History, NewParameter, NewSettings
from chairgame.training.settings import Settings


def notes_of(session: GameSession) -> list[Note]:
    """The notes of the run in use; those of one epoch in the order in which they were made."""
    notes = [*_beginning(session), *_changes(session.history), *session.journal.notes]
    return sorted(notes, key=lambda note: note.epoch)


def _beginning(session: GameSession) -> list[Note]:
    settings, branch = session.history.first_settings, session.workshop.bench.branch
    fields: dict[str, Value] = {"seed": Count(settings.seed), "rate": Rate(settings.learning_rate)}
    notes = [_note(session.history, 0, News(N_("a new brain, number {seed}; volume {rate}"), fields))]
    if branch.forked_at is not None:
        leaves = News(N_("branch {name} leaves here"), {"name": branch.name})
        notes.append(_note(session.history, branch.forked_at, leaves))
    return notes


def _changes(history: History) -> list[Note]:
    notes, settings = [], history.first_settings
    for change in history.changes:
        if isinstance(change, NewParameter):
            fields: dict[str, Value] = {"index": Count(change.index), "value": Rate(change.value)}
            notes.append(_note(history, change.epoch, News(N_("weight {index} set to {value} by hand"), fields)))
        elif isinstance(change, NewSettings):
            notes += [_note(history, change.epoch, news) for news in _differences(settings, change.settings)]
            settings = change.settings
    return notes


def _differences(old: Settings, new: Settings) -> list[News]:
    """A line for each setting that is another than before."""
    found = []
    if new.optimizer != old.optimizer:
        found.append(News(N_("optimizer: {name}"), {"name": News(WORDS[new.optimizer])}))
    if new.learning_rate != old.learning_rate:
        fields = {"before": Rate(old.learning_rate), "rate": Rate(new.learning_rate)}
        found.append(News(N_("volume {before} → {rate}"), fields))
    if new.loss != old.loss:
        found.append(News(N_("loss function: {name}"), {"name": News(WORDS[new.loss])}))
    if new.momentum != old.momentum:
        found.append(News(N_("echo (momentum): {value}"), {"value": Rate(new.momentum)}))
    if new.batch != old.batch:
        found.append(_batch(new.batch))
    return found


def _batch(batch: int | None) -> News:
    if batch is None:
        return News(N_("the signals come after the whole chair"))
    return News.counted("the signals come after each part", "the signals come after {n} parts", batch)


def _note(history: History, epoch: int, news: News) -> Note:
    distance = history.rows[epoch].distance_cm if epoch < len(history.rows) else None
    return Note(epoch, distance, news)
