"""What the benches of words mode share: the text on the desk, typing one, the next sample, the way between benches."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from chairgame.game import places
from chairgame.game.news import News
from chairgame.game.session.limits import HOSTED, USUAL, Limits
from chairgame.game.words.desk import Desk
from chairgame.game.words.source import typed_text
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.tui.clockwork import Clockwork
from chairgame.tui.field import Field
from chairgame.tui.keys import Key
from chairgame.tui.screens.base import GameScreen, TooSmall
from chairgame.tui.screens.words.benches import benches
from chairgame.tui.screens.words.keys import TYPING_KEYS
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.sentence import SentenceLine
from chairgame.tui.widgets.words_title import WordsTitle

WHILE_TYPING = ("enter", "back", "erase", "interrupt")
LONGEST_TYPED = 400  # characters


def is_written(character: str) -> bool:
    """Whether a text may have it; what joins letters and pictures is written too."""
    return character.isprintable() or character in "\u200c\u200d"


class Running(Protocol):
    """A bench for which time passes."""

    @property
    def runs(self) -> bool:
        """Whether time moves anything, be it asked for by Space or still being worked out."""

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. True if anything moved."""


@dataclass(frozen=True)
class _Time:
    """A bench as the clockwork sees it: it plays as long as anything moves."""

    bench: Running

    @property
    def playing(self) -> bool:
        """Whether time moves anything."""
        return self.bench.runs

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. True if anything moved."""
        return self.bench.tick(seconds, may_learn)


class WordsScreen(GameScreen):
    """One bench. A subclass has its BENCH, KEYS, BINDINGS, and says what stands between the title and the sentence."""

    BENCH: ClassVar[str]
    FIELD: ClassVar[str] = N_("A text of your own: {typed}_   Enter: learn it, Esc: as it was.")
    """How the field is announced; `typed` is what stands in it."""
    DEFAULT_CSS = """
    WordsScreen #title, WordsScreen #keys { height: 1; width: 100%; }
    WordsScreen #news { height: 2; width: 100%; }
    WordsScreen #bench { height: 1fr; width: 100%; }
    """

    def __init__(self, desk: Desk, *, has_way_back: bool = False) -> None:
        super().__init__()
        self.desk, self.has_way_back = desk, has_way_back
        self.field = Field(LONGEST_TYPED, is_written)
        self.told: News | None = desk.source.left_out if not desk.benches else None
        """What was done last; at first what of the text is not read."""

    def compose(self) -> ComposeResult:
        """Title, bench, sentence, keys."""
        look = self.game.look
        yield TooSmall(look)
        yield WordsTitle(self.desk, self.BENCH, look)
        yield self.bench_widget()
        yield SentenceLine(self._said, look)
        yield KeysLine(self.working_keys, look)

    def bench_widget(self) -> Widget:
        """What stands in the middle, with the id `bench`."""
        raise NotImplementedError

    def sentence(self) -> str:
        """What has just happened, or what to do next."""
        return ""

    def take_field(self, typed: str) -> None:
        """What was typed is whole: another text. Raises PlayerError for one that cannot be learned."""
        self.told = self.desk.take(typed_text(typed, self.game.look.words("your text")))
        self._show_desk()

    @property
    def limits(self) -> Limits:
        """How much a run may take."""
        return HOSTED if self.game.options.hosted else USUAL

    @property
    def has_others(self) -> bool:
        """Whether there is another bench to go to."""
        return len(benches()) > 1

    def working_keys(self) -> tuple[Key, ...]:
        """What the footer names at the moment."""
        return super().working_keys() if not self.field.is_open else TYPING_KEYS

    def _said(self) -> str:
        if self.asking.question:
            return self.asking.question
        _ = self.game.look.words
        if self.field.is_open:
            return _(self.FIELD, typed=(self.field.text or "")[-120:])
        return self.told.sentence(_) if self.told is not None else self.sentence()

    # The field

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, letters are letters."""
        if not super().check_action(action, parameters):
            return False
        return not self.field.is_open or action in WHILE_TYPING

    def on_key(self, event: events.Key) -> None:
        """A letter of the text."""
        self.field.write(event.character or "")
        super().on_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """A text from elsewhere; its lines become one."""
        if self.field.is_open:
            self.field.paste(event.text)
            self.show()

    def action_type_text(self) -> None:
        """Begin to type."""
        self.hold()
        self.told = None
        self.field.begin()
        self.show()

    def action_enter(self) -> None:
        """The field is whole; without one what the bench does with Enter."""
        if not self.field.is_open:
            self.entered()
            return
        typed = self.field.close()
        try:
            if typed.strip():
                self.take_field(typed)
        except PlayerError as error:
            self.told = News.of_error(error)
        self.show()

    def entered(self) -> None:
        """Enter, with no field open."""

    def action_erase(self) -> None:
        """A letter less; without a field whatever the bench takes back."""
        if not self.field.is_open:
            self.take_back()
        else:
            self.field.erase()
        self.show()

    def take_back(self) -> None:
        """Backspace, with no field open."""

    def hold(self) -> None:
        """Nothing moves by itself for now."""

    # To other texts, benches and places

    def action_sample(self) -> None:
        """The next text at hand."""
        self.told = self.desk.take_next_sample(self.game.look.words)
        self._show_desk()

    def action_bench(self, number: int) -> None:
        """To a bench by its number."""
        if number <= len(benches()):
            self._go_to(benches()[number - 1].name)

    def action_next_bench(self, steps: int) -> None:
        names = [entry.name for entry in benches()]
        self._go_to(names[(names.index(self.BENCH) + steps) % len(names)])

    def _go_to(self, name: str) -> None:
        if name != self.BENCH:
            self.hold()
            self.game.go(places.Words(self.desk, name, self.has_way_back))

    def _show_desk(self) -> None:
        """There is another text on the desk: the bench begins anew."""
        self.game.go(places.Words(self.desk, self.BENCH, self.has_way_back))

    def action_help(self) -> None:
        self.hold()
        super().action_help()

    def action_back(self) -> None:
        """Out of the field; then to the title, if one came from there."""
        if self.field.is_open:
            self.field.close()
            self.show()
        elif self.has_way_back:
            self.hold()
            self.game.go(places.Title())


def clockwork_of(screen: WordsScreen, bench: Running) -> Clockwork:
    """What lets time pass for a bench on its screen."""
    time = _Time(bench)
    return Clockwork(screen, lambda: time, screen.game.clock, screen.game.frame_rate, screen.moved)
