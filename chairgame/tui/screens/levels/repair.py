"""The screen of the repair: arrows and + - at the wires, a bet, a brain that learns, a sentence that is typed."""

from collections.abc import Iterator
from dataclasses import replace
from textwrap import wrap
from typing import cast

from textual import events
from textual.widget import Widget

from chairgame.game import places
from chairgame.game.story.attempt import Stage
from chairgame.game.story.own_sentence import FEWEST, LONGEST, MOST, is_sentence, words_of
from chairgame.game.story.repair import MOST_EPOCHS, Act, RepairPlay
from chairgame.text.catalogue import N_
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.keys import REPAIR_KEYS, SENTENCE_FOOTER
from chairgame.tui.widgets.repair import RepairPanel

NEWS_ROWS = 2
WHILE_TYPING = ("take", "back", "erase", "interrupt")


class RepairScreen(LevelScreen):
    """One answer by hand, all by learning, then a sentence of one's own."""

    KEYS = REPAIR_KEYS
    BINDINGS = bindings_of(KEYS)

    typed: str | None = None
    """The sentence as far as it is typed; nothing while nobody types."""

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
        if self.typed is not None:
            return self._field()
        said = super().sentence()
        both = f"{said} {self.idle_sentence()}"
        is_question = self.may_bet and self.play.news is not None
        return both if is_question and len(wrap(both, max(8, self.size.width - 2))) <= NEWS_ROWS else said

    def _field(self) -> str:
        _, typed = self.game.look.words, self.typed or ""
        count = len(words_of(typed))
        shown = typed if len(typed) <= self.size.width - 8 else "…" + typed[len(typed) - self.size.width + 8 :]
        if not typed:
            return _("Type a sentence of {least} to {most} words, then Enter. Esc: not yet.", least=FEWEST, most=MOST)
        return f"{shown}_  " + _("({n} of {least} to {most} words)", n=count, least=FEWEST, most=MOST)

    def idle_sentence(self) -> str:
        """Which key, and why."""
        _, play = self.game.look.words, self.play
        match play.act:
            case Act.REPAIR if not play.clicks:
                return _("Make it say {word}. Arrows choose a wire, + and - turn it by half a unit.", word=play.wanted)
            case Act.REPAIR:
                return _(
                    "{word}: {percent} %, wanted: above {sure} %. Signal × neuron is a wire's guilt.",
                    word=play.wanted,
                    percent=round(100 * play.brain.share(play.last)),
                    sure=round(100 * play.setup.sure),
                )
            case Act.BET:
                word = play.brain.heard(0)[0]
                return _("Now it hears only {word}. What will it say? Arrows choose, Enter bets.", word=word)
            case Act.LEARN:
                return _("Both must be right. Space: now the signal turns all wires, epoch after epoch. End: at once.")
            case _:
                return self._own_sentence()

    def _own_sentence(self) -> str:
        _, own = self.game.look.words, self.play.own
        if own is None:
            return _("t: a sentence of your own. The next brain hears the last words in their order.")
        if own.is_over:
            return _("t: another sentence. Space: what it was.")
        return _("A newborn brain, {n} weights. Space: an epoch a beat. End: at once.", n=own.weights)

    # What the footer names

    def working_keys(self) -> tuple[Key, ...]:
        """While somebody types, only what ends it."""
        if self.typed is not None and self.attempt.stage is Stage.PLAY:
            return SENTENCE_FOOTER
        return tuple(self._named(key) for key in super().working_keys())

    def _named(self, key: Key) -> Key:
        """What arrows choose, and what Space does now."""
        if key.action == "arrow(-1, 0)" and self.may_bet:
            return replace(key, short=N_("pick"))
        if key.action != "play":
            return key
        short = N_("what it was") if not self.play.can_run else N_("hold") if self.play.pace.runs else N_("learn")
        return replace(key, short=short)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a sentence is typed, letters are letters."""
        if not super().check_action(action, parameters):
            return False
        return self.typed is None or action in WHILE_TYPING

    @property
    def may_turn(self) -> bool:
        """Whether wires are turned by hand."""
        return self.play.act is Act.REPAIR

    @property
    def may_choose(self) -> bool:
        """Whether the arrows have something to choose."""
        return self.play.act in (Act.REPAIR, Act.BET)

    @property
    def may_bet(self) -> bool:
        """Whether there is a bet."""
        return self.play.act is Act.BET

    @property
    def may_play(self) -> bool:
        """Whether Space leads on."""
        return self.play.can_run or self._is_done

    @property
    def may_run(self) -> bool:
        """Whether anything learns."""
        return self.play.can_run

    @property
    def may_type(self) -> bool:
        """Whether a sentence is to be typed."""
        return self.play.act is Act.OWN

    @property
    def _is_done(self) -> bool:
        """Whether a sentence has been recited, and nothing runs."""
        return self.play.recited > 0 and not self.play.can_run

    # Keys

    def action_arrow(self, columns: int, rows: int) -> None:
        """Another wire, or another word to bet on."""
        if self.may_choose:
            self.panel.choose(columns, rows)
        self.show()

    def action_turn_wire(self, way: int) -> None:
        """The chosen wire by half a unit."""
        self.move(f"turn {self.panel.wire + 1} {way}")

    def action_bet(self) -> None:
        """The chosen word; before it can be bet on, why not."""
        if self.may_turn:
            self.play.say(N_("First mend it: then there is a bet."))
            self.changed()
        elif self.may_bet:
            self.move(f"bet {self.panel.bet_word}")

    def action_take(self) -> None:
        """The bet; the sentence as it is typed."""
        if self.typed is None:
            self.action_bet()
        elif is_sentence(self.typed.split()):
            typed, self.typed = self.typed, None
            self.move(f"own {' '.join(typed.split())}")
            self.play.news = None
            self.play.toggle()
            self.changed()
        else:
            self.show()

    def action_play(self) -> None:
        """Learn, or hold; where all is done, the result."""
        if self._is_done:
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

    def action_speed(self, steps: int) -> None:
        """Faster or slower."""
        self.play.pace.change(steps)
        self.changed()

    def action_type(self) -> None:
        """Begin to type."""
        if self.may_type:
            self.play.pace.hold()
            self.typed, self.play.news = "", None
        else:
            self.play.say(N_("A sentence of your own comes last: first both answers."))
        self.changed()

    def on_key(self, event: events.Key) -> None:
        """A letter of the sentence."""
        if self.typed is not None and self.attempt.stage is Stage.PLAY:
            self._write(event.character or "")

    def on_paste(self, event: events.Paste) -> None:
        """A sentence from elsewhere; its lines become one."""
        if self.typed is not None:
            self._write(" ".join(event.text.split()))

    def _write(self, text: str) -> None:
        self.typed = ((self.typed or "") + "".join(c for c in text if c.isprintable()))[:LONGEST]
        self.show()

    def action_erase(self) -> None:
        """While typing one letter less, else as undo."""
        if self.typed is None:
            self.action_undo()
            return
        self.typed = self.typed[:-1]
        self.show()

    def action_restart(self) -> None:
        """From the beginning; whoever knows what came of the bet gets another brain."""
        if self.attempt.stage is Stage.PLAY and self.play.bet is not None:
            self.game.level_ended(self.attempt)
            self.game.go(places.Level(self.attempt.level, again=True))
        else:
            super().action_restart()

    def action_back(self) -> None:
        """Out of the sentence; else to the map."""
        if self.typed is not None:
            self.typed = None
            self.changed()
        else:
            super().action_back()
