"""The screen of the repair: arrows and + - at the wires, a bet, a brain that learns, a sentence that is typed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from textual import events
from textual.widget import Widget

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.own_sentence import LONGEST, is_sentence
from chairgame.game.story.repair import MOST_EPOCHS, RepairPlay
from chairgame.text.catalogue import N_
from chairgame.tui.field import Field
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.repair_keys import REPAIR_KEYS, SENTENCE_FOOTER
from chairgame.tui.screens.levels.repair_may import RepairMay
from chairgame.tui.screens.levels.repair_sentences import sentence_of, typed_sentence
from chairgame.tui.widgets.repair import RepairPanel
from chairgame.tui.widgets.sentence import with_more

WHILE_TYPING = ("take", "back", "erase", "interrupt")


class RepairScreen(LevelScreen):
    """One answer by hand, all by learning, then a sentence of one's own."""

    KEYS = REPAIR_KEYS
    BINDINGS = bindings_of(KEYS)

    def __init__(self, attempt: Attempt) -> None:
        super().__init__(attempt)
        self.may = RepairMay(lambda: self.play)
        self.field = Field(LONGEST)
        """The sentence as far as it is typed."""

    def compose_stage(self) -> Iterator[Widget]:
        """The brain, and nothing else."""
        self.panel = RepairPanel(self.attempt, self.game.look)
        yield self.panel

    def fit_stage(self, columns: int, rows: int) -> None:
        """All of it."""
        self.panel.styles.width, self.panel.styles.height = columns, rows

    @property
    def play(self) -> RepairPlay:
        """The play; undo makes another one."""
        return cast(RepairPlay, self.attempt.play)

    # Words

    def notes(self) -> tuple[str, ...]:
        """Clicks, the bet, epochs."""
        _, play = self.game.look.words, self.play
        lines = [_.plural("{n} click", "{n} clicks", play.clicks)]
        if play.bet is not None:
            lines.append(_("bet: {n}", n=play.bet))
        if play.epochs:
            lines.append(_.plural("{n} epoch", "{n} epochs", play.epochs))
        return tuple(lines)

    def sentence(self) -> str:
        """What is typed comes first; what a click has come to, and the bet that follows."""
        if self.field.is_open:
            return typed_sentence(self.field.text or "", self.size.width, self.game.look.words)
        said = super().sentence()
        is_question = self.may.bet and self.play.news is not None
        return with_more(said, self.idle_sentence(), self.size.width) if is_question else said

    def idle_sentence(self) -> str:
        """Which key, and why."""
        return sentence_of(self.play, self.game.look.words)

    # What the footer names

    def working_keys(self) -> tuple[Key, ...]:
        """While somebody types, only what ends it."""
        if self.field.is_open and self.attempt.stage is Stage.PLAY:
            return SENTENCE_FOOTER
        return tuple(self._named(key) for key in super().working_keys())

    def _named(self, key: Key) -> Key:
        """What arrows choose, and what Space does now."""
        if key.action == "arrow(-1, 0)" and self.may.bet:
            return replace(key, short=N_("pick"))
        if key.action != "play":
            return key
        short = N_("what it was") if not self.play.can_run else N_("hold") if self.play.pace.runs else N_("learn")
        return replace(key, short=short)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a sentence is typed, letters are letters."""
        if not super().check_action(action, parameters):
            return False
        return not self.field.is_open or action in WHILE_TYPING

    # Keys

    def action_arrow(self, columns: int, rows: int) -> None:
        """Another wire, or another word to bet on."""
        if self.may.choose:
            self.panel.choose(columns, rows)
        self.show()

    def action_turn_wire(self, way: int) -> None:
        """The chosen wire by half a unit."""
        self.move(f"turn {self.panel.wire + 1} {way}")

    def action_bet(self) -> None:
        """The chosen word; before it can be bet on, why not."""
        if self.may.turn:
            self.play.say(N_("First mend it: then there is a bet."))
            self.changed()
        elif self.may.bet:
            self.move(f"bet {self.panel.bet_word}")

    def action_take(self) -> None:
        """The bet; the sentence as it is typed."""
        if not self.field.is_open:
            self.action_bet()
        elif is_sentence((self.field.text or "").split()):
            self.move(f"own {' '.join(self.field.close().split())}")
            self.play.news = None
            self.play.toggle()
            self.changed()
        else:
            self.show()

    def action_play(self) -> None:
        """Learn, or hold; where all is done, the result."""
        if self.may.end:
            self.finish()
            return
        self.play.news = None
        self.play.toggle()
        self.changed()

    def action_epoch(self) -> None:
        """One epoch."""
        self.play.pace.hold()
        self.move("epoch 1")

    def action_to_event(self) -> None:
        """To the end of what learns, at once."""
        self.play.pace.hold()
        self.move(f"epoch {MOST_EPOCHS}")

    def action_type(self) -> None:
        """Begin to type."""
        if self.may.write:
            self.play.pace.hold()
            self.play.news = None
            self.field.begin()
        else:
            self.play.say(N_("A sentence of your own comes last: first both answers."))
        self.changed()

    def on_key(self, event: events.Key) -> None:
        """A letter of the sentence."""
        if self.field.is_open and self.attempt.stage is Stage.PLAY:
            self.field.write(event.character or "")
            self.show()

    def on_paste(self, event: events.Paste) -> None:
        """A sentence from elsewhere; its lines become one."""
        if self.field.is_open:
            self.field.paste(event.text)
            self.show()

    def action_erase(self) -> None:
        """While typing one letter less, else as undo."""
        if not self.field.is_open:
            self.action_undo()
            return
        self.field.erase()
        self.show()

    def action_back(self) -> None:
        """Out of the sentence; else to the map."""
        if self.field.is_open:
            self.field.close()
            self.changed()
        else:
            super().action_back()
