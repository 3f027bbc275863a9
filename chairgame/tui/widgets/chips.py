"""The second act of the zoom: this machine multiplies in two ways, and what that means for 175 billion weights."""

from textwrap import wrap

from chairgame.game.story.chips import SIZE, ChipBench, Race
from chairgame.game.story.stops import V100_OPERATIONS_A_SECOND, years_of_training
from chairgame.game.story.zoom import ZoomPlay
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.tui.look import Look

Line = tuple[str, int]


def chips_stage(height: int, width: int, play: ZoomPlay, bench: ChipBench, look: Look) -> Cells:
    """The product, one number after another; then both times, and the years."""
    theme = look.theme
    cells = Cells.blank(height, width, theme.text, theme.panel)
    row = 1
    for text, attributes in _lines(play, bench, width - 2, look):
        for line in wrap(text, width - 2) or [""]:
            cells.put(row, 1, fitted(line, width - 2, look.glyphs), theme.bright, attributes=attributes)
            row += 1
    return cells


def _lines(play: ZoomPlay, bench: ChipBench, width: int, look: Look) -> list[Line]:
    _ = look.words
    asked = _("Two tables of {n} × {n} numbers are multiplied: {all} multiplications.", n=SIZE, all=_.whole(SIZE**3))
    if not play.has_multiplied:
        ways = _("Once one number after another, as a book of sums does it; once all at once, as chips do.")
        return [(asked, 0), ("", 0), (ways, 0), ("", 0), (_("Enter: let this machine do it, in both ways."), BOLD)]
    race = bench.race
    if race is None:
        return [(asked, 0), ("", 0), (_bar(bench.rows / SIZE, width, look), 0)]
    return [(asked, 0), ("", 0), *_race(race, width, look), ("", 0), *_years(race, look)]


def _bar(share: float, width: int, look: Look) -> str:
    full, empty = ("#", ".") if look.glyphs.value == "ascii" else ("█", "░")
    filled = max(1, round(share * width))
    return full * filled + empty * (width - filled)


def _race(race: Race, width: int, look: Look) -> list[Line]:
    """Both times as bars in one scale, and how many times as fast the one is."""
    _ = look.words
    rows = []
    for name, seconds in ((_("one by one"), race.one_by_one), (_("all at once"), race.at_once)):
        room = max(1, width - 29)
        bar = _bar(seconds / race.one_by_one, room, look).rstrip("░.")
        rows.append((f"{name:<16}{bar:<{room}} {_.figure(1000 * seconds)} ms", 0))
    equal = _(
        "All at once is {times} times as fast here, and the same to the last digit.", times=_.whole(round(race.times))
    )
    return [*rows, (equal, BOLD)] if race.is_equal else rows


def _years(race: Race, look: Look) -> list[Line]:
    _ = look.words
    trained = _("GPT-3's training took 3.14·10²³ operations (Brown et al., 2020). In years:")
    rows = (
        (_("this machine, one by one"), years_of_training(race.operations_one_by_one)),
        (_("this machine, all at once"), years_of_training(race.operations_a_second)),
        (_("one V100 chip at its peak (NVIDIA, 2017)"), years_of_training(V100_OPERATIONS_A_SECOND)),
    )
    moral = _("So it takes very many chips. That is why nations quarrel over who may buy them.")
    return [
        (trained, 0),
        *((f"{name:<42}{_years_in_words(years, look):>12}", 0) for name, years in rows),
        (moral, BOLD),
    ]


def _years_in_words(years: float, look: Look) -> str:
    """Two figures that count: nobody knows more."""
    _ = look.words
    if years >= 1e6:
        return f"{_.whole(round(years / 1e6))} {_('million')}"
    digits = 10 ** max(0, len(str(round(years))) - 2)
    return _.whole(round(years / digits) * digits)
