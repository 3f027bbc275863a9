"""A run told line by line to a person: what lies in the box, the monsters on the way, the curve, how it ended."""

from collections.abc import Iterator
from shutil import get_terminal_size

from chairgame.blackbox.chairbox import of_a_chair
from chairgame.chair.encoding import decode_outputs
from chairgame.cli.learning import Learning
from chairgame.game.naming.names import monster_name
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.plots import loss_curve
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from chairgame.text.figures import exact
from chairgame.training.history import History
from chairgame.training.rows import Row, Rows
from chairgame.training.settings import DEFAULT_RATES

STANDS_CM = 3.0  # a chair that a person would call one
FIRSTS_CM = (12, 5, 2, 1)
CURVE_ROWS, CURVE_COLUMNS = 9, 76
FAR_CM = 1e5


def story(learning: Learning, _: Catalogue, glyphs: GlyphSet) -> Iterator[str]:
    """The lines of a run while it is being lived through."""
    yield from _opening(learning.history, _)
    remarks = _Remarks(_)
    told = -1
    for row in learning.rows():
        remark = remarks.about(row)
        if remark or is_round(row.epoch):
            told = row.epoch
            yield _line(learning.history, row, remark, _)
    if told != row.epoch:
        yield _line(learning.history, row, "", _)
    yield ""
    yield from _curve(learning.history.rows, _, glyphs)
    yield _ending(learning, row, _)


def is_round(epoch: int) -> bool:
    """Whether an epoch is one of 0, 1, 2, 5, 10, 20, 50, …"""
    digits = str(epoch)
    return epoch == 0 or (digits[0] in "125" and not digits[1:].strip("0"))


class _Remarks:
    """What is worth saying about a distance, given those before it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._firsts = list(FIRSTS_CM)
        self._mark: float | None = None

    def about(self, row: Row) -> str:
        """The distance's first time below a round number, or half of what it was; mostly nothing."""
        _, distance = self._catalogue, row.distance_cm
        if distance is None:
            return ""
        below = [first for first in self._firsts if distance < first]
        self._firsts = [first for first in self._firsts if distance >= first]
        halved = self._mark is not None and distance <= self._mark / 2
        if self._mark is None or halved:
            self._mark = distance
        if row.epoch and below:
            return _("under {distance} cm for the first time", distance=below[-1])
        return _("halved") if halved else ""


def _opening(history: History, _: Catalogue) -> Iterator[str]:
    title = history.chair.title_in(_.language)
    weights = history.trainer.architecture.parameter_count
    yield _.plural(
        "{title}: {n} part in a box, and no instructions.",
        "{title}: {n} parts in a box, and no instructions.",
        len(history.chair.parts),
        title=title,
    )
    yield _.plural(
        "A brain with {n} connection, which has never seen a chair, builds; a black box measures, and whispers.",
        "A brain with {n} connections, which has never seen a chair, builds; a black box measures, and whispers.",
        weights,
    )
    yield ""
    yield f"{_('rebuild'):>9}  {_('distance'):>11}"


def _line(history: History, row: Row, remark: str, _: Catalogue) -> str:
    state = history.state(row.epoch)
    outputs = history.trainer.build(state)
    measurement = of_a_chair(history.trainer.measure(state, history.first_settings.loss))
    name = monster_name(history.chair, decode_outputs(outputs), measurement.part_distances_cm, _)
    return f"{row.epoch:>9}  {_distance(row.distance_cm, _):>11}  {name}" + (f" ({remark})" if remark else "")


def _distance(distance: float | None, _: Catalogue) -> str:
    if distance is None:
        return "–"
    return _("over 1 km") if distance > FAR_CM else f"{_.number(distance, 1)} cm"


def _curve(rows: Rows, _: Catalogue, glyphs: GlyphSet) -> Iterator[str]:
    if len(rows) < 2:
        return
    width = max(20, min(CURVE_COLUMNS, get_terminal_size().columns - 1))
    theme = theme_for(ColourDepth.NONE)
    cells = loss_curve(
        CURVE_ROWS,
        width,
        [rows.scores],
        len(rows) - 1,
        theme,
        glyphs,
        format=lambda cm: f"{_.number(cm, 1 if cm < 1 else 0)} cm",
    )
    yield from (line.rstrip() for line in cells.lines())
    yield ""


def _ending(learning: Learning, last: Row, _: Catalogue) -> str:
    """Why it is over, and what can be done about it."""
    distance, epoch = _distance(last.distance_cm, _), last.epoch
    if learning.reason == "burned_out":
        settings = learning.history.first_settings
        rate = exact(min(settings.learning_rate / 10, DEFAULT_RATES[settings.optimizer]))
        return _(
            "The brain burned out at rebuild {epoch}: the headphones were so loud that every correction overshot the "
            "last one. Turn them down: --learning-rate {rate}",
            epoch=epoch,
            rate=rate,
        )
    if learning.reason == "interrupted":
        return _("You stopped it after rebuild {epoch}, at {distance}.", epoch=epoch, distance=distance)
    if last.distance_cm is not None and last.distance_cm < STANDS_CM:
        return _(
            "After rebuild {epoch} it stands: {distance} from the chair in the box, and nobody ever showed it one.",
            epoch=epoch,
            distance=distance,
        )
    if learning.reason == "until":
        return _(
            "There it is, after rebuild {epoch}: {distance}, as near as you asked.", epoch=epoch, distance=distance
        )
    return _(
        "Time is up after rebuild {epoch}, at {distance}: not a chair yet. Give it longer: --epochs {more}",
        epoch=epoch,
        distance=distance,
        more=max(100, 2 * epoch),
    )
