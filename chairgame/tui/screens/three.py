"""The bridge between the halves: three that every network needs, its program in numbers, the same loop with words."""

from collections.abc import Hashable

from textual.app import ComposeResult

from chairgame.game import places
from chairgame.game.news import News
from chairgame.game.session.model import GameSession
from chairgame.game.sitting.outcome import GRANDMOTHER
from chairgame.game.story.ablation import Need
from chairgame.game.story.crossing import Crossing, Station
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.keys import THREE_KEYS, bindings_of
from chairgame.tui.look import Look
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.program_wall import ProgramWall
from chairgame.tui.widgets.sentence import SentenceLine
from chairgame.tui.widgets.three_boxes import ThreeBoxes
from chairgame.tui.widgets.words_to_come import WordsToCome

TITLES = {
    Station.THREE: N_("Every network needs these three"),
    Station.READ: N_("Read it if you can"),
    Station.WORDS: N_("The same loop, with words"),
    Station.COMING: N_("Part two"),
}
CLASSES = {Station.THREE: "-three", Station.READ: "-program", Station.WORDS: "-words", Station.COMING: "-words"}
SENTENCES = {
    Station.READ: N_("This is all that it has learned: a program of numbers."),
    Station.WORDS: N_("The box closes and gets another label: the same loop, with words. No chair in sight."),
    Station.COMING: N_("Six more levels, and one last box. Space begins part two."),
}


class StationTitle(CellsWidget):
    """One row: which station, and how many there are."""

    def __init__(self, crossing: Crossing, look: Look) -> None:
        super().__init__(id="title")
        self.crossing, self.look = crossing, look

    def key(self) -> Hashable:
        """The station."""
        return self.look, self.crossing.station

    def paint(self, height: int, width: int) -> Cells:
        """` Every network needs these three            1 / 4`."""
        look, theme, station = self.look, self.look.theme, self.crossing.station
        cells = Cells.blank(height, width, theme.text, theme.panel)
        cells.put(0, 1, fitted(look.words(TITLES[station]), width - 8, look.glyphs), theme.bright, attributes=BOLD)
        count = f"{station + 1} / {len(Station)}"
        cells.put(0, width - len(count) - 1, count, theme.dim, attributes=quiet(theme))
        return cells


class ThreeScreen(GameScreen):
    """A page that is played."""

    KEYS = THREE_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    ThreeScreen #title, ThreeScreen #keys { height: 1; width: 100%; }
    ThreeScreen #three, ThreeScreen #program, ThreeScreen #words { height: 1fr; width: 100%; display: none; }
    ThreeScreen.-three #three, ThreeScreen.-program #program, ThreeScreen.-words #words { display: block; }
    ThreeScreen #news { height: 2; width: 100%; }
    """

    def __init__(self, crossing: Crossing) -> None:
        super().__init__()
        self.crossing = crossing
        self.news: News | None = None

    def compose(self) -> ComposeResult:
        """A title, the stations of which one is seen, a sentence, the keys."""
        crossing, look = self.crossing, self.game.look
        yield TooSmall(look)
        yield StationTitle(crossing, look)
        yield ThreeBoxes(crossing, look)
        yield ProgramWall(crossing, look)
        yield WordsToCome(crossing, look)
        yield SentenceLine(self.sentence, look)
        yield KeysLine(self.working_keys, look)

    def on_mount(self) -> None:
        """What the player has built is lived through again beside the screen."""
        self.clockwork = Clockwork(self, lambda: self.crossing, self.game.clock, self.game.frame_rate, self.moved)
        self.changed()

    def changed(self) -> None:
        """Show the station as it is now."""
        wanted = CLASSES[self.crossing.station]
        if not self.has_class(wanted):
            for name in CLASSES.values():
                self.set_class(name == wanted, name)
            self.call_after_refresh(self.show)
        self.clockwork.follow()
        self.show()

    def sentence(self) -> str:
        """What has happened, else what this station is about."""
        _, crossing = self.game.look.words, self.crossing
        if self.news is not None:
            return self.news.sentence(_)
        return _(SENTENCES[crossing.station]) if crossing.station in SENTENCES else ""

    # What works now

    @property
    def may_go_on(self) -> bool:
        """Whether there is something behind this station already."""
        return self.crossing.may_go_on

    @property
    def may_name(self) -> bool:
        """Whether 1, 2 and 3 mean something here."""
        return self.crossing.station is Station.THREE

    @property
    def may_strike(self) -> bool:
        """Whether there are numbers to strike out."""
        return self.crossing.station is Station.READ and self.crossing.program is not None

    @property
    def may_send(self) -> bool:
        """Whether there is a run to write a postcard of."""
        return self.crossing.program is not None

    # Keys

    def action_on(self) -> None:
        """To the next station; from the last one to part two."""
        if self.crossing.station is Station.COMING:
            self.game.go(places.Beyond())
            return
        self.news = None
        self.crossing.go_on()
        self.changed()

    def action_back_up(self) -> None:
        """To the station before."""
        self.news = None
        self.crossing.go_back()
        self.changed()

    def action_need(self, number: int) -> None:
        """Name one of the three, or take it away."""
        self.crossing.answer_or_take_away(Need(number))
        self.changed()

    def action_choose(self, columns: int, rows: int) -> None:
        """Another weight."""
        if self.may_strike:
            self.crossing.choose(columns + rows * self.query_one(ProgramWall).across)
            self.changed()

    def action_strike(self) -> None:
        """The chosen weight out, or back."""
        self.crossing.strike()
        self.changed()

    def action_postcard(self) -> None:
        """Monster, middle and grandmother on the chair of the brain that is read, to the player's folder."""
        history = self.crossing.brain
        if history is None or not self.may_send:
            return
        from chairgame.tui.farewell import write_postcard  # noqa: PLC0415  (few games ask for one)

        session = GameSession(history.chair, history.first_settings, history)
        try:
            file = write_postcard(self.game, session, GRANDMOTHER)
        except PlayerError as error:
            self.news = News.of_error(error)
        else:
            self.news = News(N_("Postcard (and .svg): {file}"), {"file": str(file)})
        self.changed()

    def action_back(self) -> None:
        """Enough of it: to where it would have ended."""
        self.game.go(places.Beyond(skips=True))
