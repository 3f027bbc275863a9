"""What was noted of the runs while they were played: looks, landmarks, sit tests, burn-outs. Knows no wording."""

from collections.abc import Iterator

from chairgame.chair.parts import Chair
from chairgame.game.news import News, Note
from chairgame.game.session.workshop import Workshop
from chairgame.training.settings import Settings


class Journal:
    """The notes of all runs of a workshop; to look at are those of the run in use and its branches."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._entries: list[tuple[Chair, Settings, Note]] = []

    @property
    def notes(self) -> list[Note]:
        """What was noted of the run in use and its branches."""
        return list(self._of_this_run())

    def note(self, news: News) -> None:
        """Write down what happened in the epoch shown, once."""
        history, epoch = self._workshop.history, self._workshop.bench.epoch
        note = Note(epoch, history.rows[epoch].distance_cm, news)
        if note not in self._of_this_run():
            self._entries.append((history.chair, history.first_settings, note))

    def _of_this_run(self) -> Iterator[Note]:
        history = self._workshop.history
        for chair, settings, note in self._entries:
            if chair is history.chair and settings == history.first_settings:
                yield note
