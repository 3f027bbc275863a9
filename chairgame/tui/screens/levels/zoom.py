"""The screen of the zoom: dots that shrink, chips that race, numbers that go downhill."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

from textual.widget import Widget

from chairgame.game.story.chips import ChipBench
from chairgame.game.story.zoom import Act, ZoomPlay
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.zoom_keys import BET, DROP, HOLD, HOW_MANY, MULTIPLY, ON, PICK, TENFOLD, ZOOM_KEYS
from chairgame.tui.screens.levels.zoom_may import ZoomMay
from chairgame.tui.screens.levels.zoom_sentences import sentence_of
from chairgame.tui.widgets.zoom import ZoomPanel


class ZoomScreen(LevelScreen):
    """Only more of the same."""

    KEYS = ZOOM_KEYS
    BINDINGS = bindings_of(KEYS)

    def compose_stage(self) -> Iterator[Widget]:
        """One panel for all three acts."""
        self.bench = ChipBench(self.game.clock)
        self.may = ZoomMay(lambda: self.play, self.bench)
        self.panel = ZoomPanel(self.attempt, self.bench, self.game.look)
        yield self.panel

    def fit_stage(self, columns: int, rows: int) -> None:
        """All of it."""
        self.panel.styles.width, self.panel.styles.height = columns, rows

    @property
    def play(self) -> ZoomPlay:
        """The play; undo makes another one."""
        return cast(ZoomPlay, self.attempt.play)

    def notes(self) -> tuple[str, ...]:
        """What was bet, and how often numbers were dropped."""
        _, play = self.game.look.words, self.play
        if play.act is not Act.FOUNDRY:
            return ()
        lines = [_.plural("{n} start", "{n} starts", play.drops)]
        return (*lines, _("speed ×{n}", n=play.pace.speed)) if play.is_casting else (*lines,)

    def idle_sentence(self) -> str:
        """Which key, and why."""
        return sentence_of(self.play, self.bench, self.game.look.words)

    def sentence(self) -> str:
        """In the middle of the way its own words come before the count of stars."""
        is_told = self.play.news is not None or (self.attempt.star_count > 1 and self.play.is_solved)
        return super().sentence() if is_told else self.idle_sentence()

    # Time: the race is measured beside the play, which knows no clock

    @property
    def playing(self) -> bool:
        """Whether time has anything to move."""
        return super().playing or self.may.race

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:
        """Let time pass. True if anything moved."""
        moved = super().tick(seconds, may_learn)
        if not self.may.race:
            return moved
        self.bench.begin()
        while self.may.race:
            self.bench.go_on()
            if not may_learn():
                break
        return True

    # What the footer names

    def working_keys(self) -> tuple[Key, ...]:
        """What the keys are called follows the act."""
        is_walking = self.may.grow and not self.may.bet
        names = {
            "take": BET if self.may.bet else MULTIPLY,
            "on": self._space_word(is_walking=is_walking),
            "arrow(1)": TENFOLD if is_walking else PICK if self.may.bet else HOW_MANY,
        }
        keys = (replace(key, short=names.get(key.action, key.short)) for key in super().working_keys())
        return tuple(replace(key, shown="→") if key.short == TENFOLD and key.shown == "← →" else key for key in keys)

    def _space_word(self, *, is_walking: bool) -> str:
        if self.play.act is not Act.FOUNDRY:
            return TENFOLD if is_walking else ON
        return HOLD if self.play.running else ON if self.play.is_casting else DROP

    # Keys

    def action_take(self) -> None:
        """The bet, or the race."""
        play = self.play
        if play.bet is None:
            self.move(f"tenfold {self.panel.guess}")
        elif self.may.bet:
            self.move(f"fewest {play.setup.multiplications[self.panel.fewest]}")
        elif self.may.take:
            self.move("multiply")
        else:
            self.action_on()

    def action_on(self) -> None:
        """The next step, the next act, new numbers; numbers on their way are held."""
        play = self.play
        if not self.may.go_on:
            return
        if play.act is Act.ZOOM and not play.has_arrived:
            self.move("grow")
        elif play.act is not Act.FOUNDRY:
            self.move("next")
        else:
            if not play.is_casting:
                self.attempt.do("drop")
            play.news = None
            play.toggle()
            self.changed()

    def action_arrow(self, steps: int) -> None:
        """Another bet, a tenfold step, another number of multiplications."""
        play, offered = self.play, self.play.setup.multiplications
        if play.bet is None:
            self.panel.guess = min(max(1, self.panel.guess + steps), play.setup.tenfolds)
        elif play.act is Act.ZOOM:
            if steps > 0 and not play.has_arrived:
                self.move("grow")
        elif self.may.bet:
            self.panel.fewest = min(max(0, self.panel.fewest + steps), len(offered) - 1)
        elif play.act is Act.FOUNDRY:
            index = min(max(0, offered.index(play.multiplications) + steps), len(offered) - 1)
            self.move(f"rank {offered[index]}")
        self.changed()
