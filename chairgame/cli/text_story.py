"""A text's run told line by line to a person: how much there is to read, what it says on the way, how it ended."""

from collections.abc import Iterator

import numpy as np

from chairgame.cli.learning import Learning
from chairgame.cli.story import is_round
from chairgame.game.words.saying import reading_of, recital
from chairgame.graphics.cells.signs import cut
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import Catalogue
from chairgame.training.rows import Row

LONGEST_SAID = 44  # cells


def text_story(learning: Learning, _: Catalogue) -> Iterator[str]:
    """The lines of a run while it is being lived through."""
    yield from _opening(learning, _)
    told = -1
    for row in learning.rows():
        if is_round(row.epoch):
            told = row.epoch
            yield _line(learning, row, _)
    if told != row.epoch:
        yield _line(learning, row, _)
    yield ""
    yield from _ending(learning, row, _)


def _opening(learning: Learning, _: Catalogue) -> Iterator[str]:
    task = learning.history.task
    reading = reading_of(task)
    yield _.plural(
        "{n} word to read, {different} different ones.",
        "{n} words to read, {different} different ones.",
        len(reading.words),
        different=len(set(reading.words)),
    )
    yield _.plural(
        "A brain with {n} connection, which has never read anything, is asked for the next word.",
        "A brain with {n} connections, which has never read anything, is asked for the next word.",
        task.network.parameter_count,
    )
    certain, questions = int(np.count_nonzero(reading.certain)), len(reading.certain)
    if certain < questions:
        yield _(
            "Certain questions: {certain} of {all}; after the same words different ones come in the others.",
            certain=certain,
            all=questions,
        )
    yield ""
    unread = f"  {_('unread'):>9}" if task.beside else ""
    yield f"{_('epoch'):>7}  {_('loss'):>8}  {_('by heart'):>9}{unread}  {_('says')}"


def _line(learning: Learning, row: Row, _: Catalogue) -> str:
    history = learning.history
    loss = "–" if row.loss is None else _.figure(row.loss)
    unread = f"  {_percent(row.beside[0]):>9}" if row.beside else ""
    says = cut(recital(history, history.state(row.epoch)), LONGEST_SAID, GlyphSet.BLOCKS)
    return f"{row.epoch:>7}  {loss:>8}  {_percent(row.score):>9}{unread}  {says}"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{round(100 * share)} %"


def _ending(learning: Learning, last: Row, _: Catalogue) -> Iterator[str]:
    """Why it is over, and what can be done about it."""
    history = learning.history
    if learning.reason == "burned_out":
        yield _("The brain burned out at epoch {epoch}: too loud. Turn it down with --learning-rate.", epoch=last.epoch)
        return
    yield _("It says: {text}", text=recital(history, history.state(last.epoch)))
    if learning.reason == "interrupted":
        yield _("You stopped it after epoch {epoch}.", epoch=last.epoch)
    elif last.score == 1.0:
        yield _("It knows by heart whatever can be known of the text.")
    elif learning.reason == "until":
        yield _("There it is: as sure as you asked.")
    else:
        yield _("Not by heart yet. Give it longer: --epochs {more}", more=max(100, 2 * last.epoch))
