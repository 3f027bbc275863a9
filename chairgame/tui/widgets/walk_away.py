"""The first act of the zoom: heaps of dots that shrink by ten with every step, and beside them all the stops."""

from textwrap import wrap

from chairgame.game.story.stops import Stop, chips_to_hold, gigabytes, stack_km, years_of_counting
from chairgame.game.story.zoom import ZoomPlay
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.dot_field import DOTS_ACROSS, DOTS_DOWN, LEAST, Heap, dot_field
from chairgame.tui.look import Look
from chairgame.tui.widgets.large import MILLION, large_in_words

STOPS_COLUMNS = 30
TEXT_ROWS = 5


def walk_away_stage(height: int, width: int, play: ZoomPlay, guess: int, look: Look) -> Cells:
    """Left the dots, right the stops; below them the bet, or what the numbers come to."""
    theme, _ = look.theme, look.words
    cells = Cells.blank(height, width, theme.text, theme.panel)
    a_dot = 10**play.shown
    caption = _("one dot: {n}", n=weights_in_words(round(a_dot), look))
    cells.put(0, 1, fitted(caption, width - 2, look.glyphs), theme.dim, attributes=quiet(theme))
    rows, columns = max(1, height - TEXT_ROWS - 2), max(1, width - STOPS_COLUMNS - 2)
    room = rows * columns * DOTS_ACROSS * DOTS_DOWN
    inside = [stop for stop in play.stops if stop.weights / a_dot <= room]
    heaps = [Heap(stop.weights / a_dot, stop.weights == play.weights) for stop in inside]
    cells.blit(dot_field(rows, columns, heaps, len(inside) < len(play.stops), theme, look.glyphs), 1, 1)
    step = 2 if rows > 2 * len(play.stops) else 1
    for number, stop in enumerate(play.stops):
        is_seen = LEAST * a_dot <= stop.weights <= room * a_dot
        cells.blit(
            _stop_row(stop, stop.weights == play.weights, is_seen, look), 1 + step * number, width - STOPS_COLUMNS
        )
    row = height - TEXT_ROWS
    for text, attributes in _below(play, guess, inside, look):
        for line in wrap(text, width - 2):
            cells.put(row, 1, fitted(line, width - 2, look.glyphs), theme.bright, attributes=attributes)
            row += 1
    return cells


def _stop_row(stop: Stop, is_ours: bool, is_seen: bool, look: Look) -> Cells:
    """`▸your chair's brain    1,207`; quiet where it is too small to be seen, or too large."""
    theme, _ = look.theme, look.words
    cells = Cells.blank(1, STOPS_COLUMNS, theme.text, theme.panel)
    colour = theme.dim if not is_seen else theme.focus if is_ours else theme.measure
    attributes = quiet(theme) if not is_seen else BOLD
    number = fitted(large_in_words(stop.weights, _), STOPS_COLUMNS, look.glyphs)
    mark = fitted("▸" if is_ours else " ", 1, look.glyphs)
    name = fitted(_(stop.name), STOPS_COLUMNS - len(number) - 3, look.glyphs)
    cells.put(0, 0, mark + name, colour, attributes=attributes)
    cells.put(0, STOPS_COLUMNS - len(number) - 1, number, colour, attributes=attributes)
    return cells


def _below(play: ZoomPlay, guess: int, inside: list[Stop], look: Look) -> list[tuple[str, int]]:
    """The question; on the way what is in sight; at the end what the last number comes to."""
    _, ours = look.words, look.words.whole(play.weights)
    if play.bet is None:
        question = _("How many times must {n} grow tenfold, to come to about 175 billion?", n=ours)
        return [(question, 0), (f"◂ [ {guess} ] ▸", BOLD)]
    if play.has_arrived and play.shown == play.steps:
        return _arrived(play, look)
    said = _("Tenfold {n} times. You said {bet}.", n=play.steps, bet=play.bet)
    return [(said, 0), (_told(inside[-1], look), BOLD)]


def _arrived(play: ZoomPlay, look: Look) -> list[tuple[str, int]]:
    _, weights = look.words, play.setup.weights
    years, km = _.whole(round(years_of_counting(weights))), _.number(stack_km(weights), 1)
    gb, chips = _.whole(round(gigabytes(weights))), chips_to_hold(weights)
    counted = _(
        "Counted one a second: {years} years. Printed, 5,000 on a sheet: a stack of {km} km.", years=years, km=km
    )
    held = _("At two bytes each {gb} GB: {chips} chips of 80 GB, only to hold them.", gb=gb, chips=chips)
    return [(_told(play.stops[-1], look), BOLD), (counted, 0), (held, 0)]


def _told(stop: Stop, look: Look) -> str:
    """`GPT: 117 million weights (Radford et al., 2018).`"""
    _, n = look.words, weights_in_words(stop.weights, look)
    if stop.source:
        return _("{name}: {n} ({source}).", name=_(stop.name), n=n, source=stop.source)
    return _("{name}: {n}.", name=_(stop.name), n=n)


def weights_in_words(weights: int, look: Look) -> str:
    """`1 weight`, `1,207 weights`, `117 million weights`."""
    _ = look.words
    if weights < MILLION:
        return _.plural("{n} weight", "{n} weights", weights)
    return _("{large} weights", large=large_in_words(weights, _))
