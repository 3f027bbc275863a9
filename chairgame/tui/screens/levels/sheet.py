"""The screen of the instruction sheet: numbers to sort, lines to write, and the sheet against the network."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from textual.widget import Widget

from chairgame.game.story.attempt import Stage
from chairgame.game.story.sheet_play import Act, SheetPlay
from chairgame.text.catalogue import N_
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.sheet_keys import SHEET_KEYS
from chairgame.tui.screens.levels.sheet_may import SheetMay
from chairgame.tui.screens.levels.sheet_sentences import sentence_of
from chairgame.tui.screens.levels.sheet_stage import STAGE_CSS, SheetStage
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.sheet_desk import Desk

ENTER = {Act.SORT: N_("swap"), Act.WRITE: N_("run"), Act.WATCH: N_("bet")}


class SheetScreen(LevelScreen, LooksAround):
    """An algorithm against learning."""

    KEYS = SHEET_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = STAGE_CSS

    def compose_stage(self) -> Iterator[Widget]:
        """All of it; what is not needed is not displayed."""
        self.desk = Desk(lambda: self.play)
        self.may = SheetMay(lambda: self.play, self.desk)
        self.stage = SheetStage(self.attempt, lambda: self.play, self.desk, lambda: self.game.look)
        yield from self.stage.compose()

    def fit_stage(self, columns: int, rows: int) -> None:
        """Each act has a stage of its own."""
        self.stage.fit(columns, rows)

    @property
    def play(self) -> SheetPlay:
        """The play; undo makes another one."""
        return cast(SheetPlay, self.attempt.play)

    def changed(self) -> None:
        """Another act has another stage."""
        if self.attempt.stage is Stage.PLAY and self.is_mounted and not self.stage.is_fitted:
            self.lay_out()
            self.call_after_refresh(self.show)
        super().changed()

    # Words

    def notes(self) -> tuple[str, ...]:
        """Swaps; what sheet and network have come to."""
        _, play = self.game.look.words, self.play
        if play.act is Act.SORT:
            return (_.plural("{n} swap", "{n} swaps", play.swaps),)
        lines = [_.plural("{n} run of the sheet", "{n} runs of the sheet", play.runs)]
        told = play.stages[: play.watched - (play.film < 1)]
        for stage, off in zip(told, play.sheet_off, strict=False):
            lines.append(_("{sheet} cm, {n} rebuilds", sheet=_.number(off, 1), n=stage.rebuilds))
        if play.bet is not None:
            lines.append(_("bet: {n}", n=play.bet))
        return tuple(lines)

    def sentence(self) -> str:
        """What is to be done comes before the count of stars; news of a film only after it."""
        play, desk = self.play, self.desk
        is_open = play.film < 1 or desk.bet is not None or desk.has_programs
        if is_open or (play.news is None and not play.has_watched_all):
            return self.idle_sentence()
        return super().sentence()

    def idle_sentence(self) -> str:
        """Which key, and why."""
        return sentence_of(self.play, self.desk, self.game.look.words)

    def working_keys(self) -> tuple[Key, ...]:
        """What the footer names, in the act's words."""
        return tuple(self._named(key) for key in super().working_keys())

    def _named(self, key: Key) -> Key:
        if self.attempt.stage is not Stage.PLAY:
            return key
        if key.action == "enter":
            return replace(key, short=ENTER[self.play.act])
        if key.action == "arrow(-1, 0)":
            return replace(key, short=self._sideways())
        if key.action == "arrow(0, -1)":
            return replace(key, short=N_("by ten") if self.desk.bet is not None else N_("line"))
        if key.action == "tab(1)":
            return replace(key, short=N_("next word") if self.play.act is Act.WRITE else N_("programs"))
        return key

    def _sideways(self) -> str:
        if self.desk.bet is not None:
            return N_("by one")
        return {Act.SORT: N_("numbers"), Act.WRITE: N_("change"), Act.WATCH: N_("which one")}[self.play.act]

    # Keys

    def action_enter(self) -> None:
        """Swap, run, bet; where there is nothing of that, on."""
        play, desk = self.play, self.desk
        if play.act is Act.SORT and not play.is_sorted:
            self.move(f"swap {desk.number}")
        elif play.act is Act.WRITE and play.scanned_cm is None:
            self.move("run")
        elif desk.bet is not None:
            bet, desk.bet = desk.bet, None
            self.attempt.do(f"bet {bet}")
            self.move("watch")
        else:
            self.action_on()

    def action_on(self) -> None:
        """What comes next; a film first comes to its end."""
        play = self.play
        if play.film < 1:
            self.action_tell("play.skip")
        elif play.act is Act.SORT:
            self.move("next") if play.is_sorted else self.changed()
        elif play.needs_bet:
            self.action_bet()
        elif self.may.go_on:
            self.move("watch")
        elif play.has_watched_all and not self.desk.has_programs:
            self.action_tab(1)
        else:
            self.changed()

    def action_arrow(self, x: int, y: int) -> None:
        """The hand, the words, the bet, the programs."""
        play, desk = self.play, self.desk
        play.news = None
        if desk.bet is not None:
            desk.raise_bet(x - 10 * y)
        elif play.act is Act.SORT:
            desk.hold(x)
        elif play.act is Act.WRITE and x:
            self.attempt.do(desk.other(x))
        elif play.act is Act.WRITE or desk.has_programs:
            desk.choose(y)
            desk.is_at_network = x > 0 if x else desk.is_at_network
        self.changed()

    def action_tab(self, steps: int) -> None:
        """The next word; at the end both programs."""
        play, desk = self.play, self.desk
        if play.act is Act.WRITE:
            desk.next_word(steps)
        elif play.has_watched_all:
            play.skip()
            desk.has_programs = not desk.has_programs
        self.changed()

    def action_bet(self) -> None:
        """Begin to bet."""
        if self.play.needs_bet:
            self.play.skip()
            self.play.news = None
            self.desk.begin_bet()
        self.changed()

    def action_strike(self) -> None:
        """Out with the line, or in again."""
        if self.desk.has_programs:
            self.desk.strike()
        self.changed()

    def action_back(self) -> None:
        """Out of the bet and the programs; else to the map."""
        desk = self.desk
        if self.attempt.stage is Stage.PLAY and (desk.bet is not None or desk.has_programs):
            desk.bet, desk.has_programs = None, False
            self.changed()
        else:
            super().action_back()
