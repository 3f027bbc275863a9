"""The app: which screen, which look, which session. The screens do the work."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from rich.console import RenderableType
from textual.actions import ActionParseResult
from textual.dom import DOMNode
from textual.driver import Driver
from textual.timer import Timer

from chairgame.game.options import PlayOptions
from chairgame.game.places import Place
from chairgame.game.progress.records import Record
from chairgame.game.progress.whole import Progress
from chairgame.game.session.autosave import Autosave
from chairgame.game.story.attempt import Attempt
from chairgame.text.catalogue import LANGUAGES
from chairgame.tui.flow import Flow
from chairgame.tui.keys import Key
from chairgame.tui.look import Look
from chairgame.tui.options import ScreenOptions
from chairgame.tui.screens.base import GameScreen
from chairgame.tui.terminal.emission import Emission, EmittingApp
from chairgame.tui.terminal.lifeline import HUNG_UP, Lifeline
from chairgame.tui.terminal.pacing import FramePacer, rate_for
from chairgame.tui.terminal.thrift import Thrift, allowance_for

BROKEN = 1  # the exit code for a defect of the game
REST_SECONDS = 0.3  # after which a picture is at rest, and within which its best is to be there
BYTES_A_CELL = 10  # of a screen painted anew in all colours
LAST_ANSWER_SECONDS = 0.5  # how long the way out may wait for it


class ChairgameApp(EmittingApp):
    """One player's game."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "Chairgame"

    def __init__(
        self,
        options: PlayOptions,
        screen_options: ScreenOptions,
        open_progress: Callable[[], Progress],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        shown = screen_options
        allowance = allowance_for(shown.fps, is_remote=shown.remote)
        look = Look(
            shown.depth,
            shown.glyphs,
            shown.language,
            shown.reduced_motion,
            shown.big,
            shown.theme,
            shown.depth_is_named,
            shown.glyphs_are_named,
        )
        rungs = look.rungs()[-1:] if shown.economy else look.rungs()
        super().__init__(clock, FramePacer(Thrift(len(rungs) - 1, allowance)))
        self._rungs, self.look = rungs, rungs[0]
        self.options, self.screen_options = options, screen_options
        self.frame_rate = rate_for(shown.fps, is_remote=shown.remote)
        self.autosave = Autosave(options.home)
        self.flow = Flow(options, self.autosave, open_progress)
        self._leaving: int | None = None
        self._resting: Timer | None = None
        self.lifeline = Lifeline(self.leave, self.keep)

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, taught to end well where terminals can hang up and stop."""
        try:
            from chairgame.tui.terminal.driver import PosixDriver  # noqa: PLC0415  (Windows has no terminal modes)
        except ImportError:
            return super().get_driver_class()
        return PosixDriver

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Let a key act; a question that it does not answer is taken back."""
        if isinstance(action, str) and isinstance(self.screen, GameScreen):
            self.screen.acts(action)
        return await super().run_action(action, default_namespace, namespaces)

    def get_default_screen(self) -> GameScreen:
        """Where the command leads."""
        return self.flow.screen_at(self.options.place)

    def on_unmount(self) -> None:
        """Nothing is written any more."""
        self.flow.close()

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, with the run kept; whatever may be stuck, within a moment."""
        self.lifeline.ending(result or 0)
        self.keep()
        super().exit(result, return_code, message)

    def on_fault(self) -> None:
        """A defect, too, ends the game within a moment, whatever may be stuck."""
        self.lifeline.ending(BROKEN)

    def leave(self, code: int) -> None:
        """Leave once the terminal has answered for the last frames, lest the shell reads the answers as typed."""
        self.lifeline.ending(code)
        self._leaving = code
        self.flow.rest()
        self.keep()
        if self.frames.expects_answers and code != HUNG_UP:
            self.set_timer(LAST_ANSWER_SECONDS, lambda: self.exit(code))
        else:
            self.exit(code)

    def may_draw(self) -> bool:
        """Nothing more on the way out."""
        return self._leaving is None and super().may_draw()

    def keep(self) -> None:
        """Write down the run that is being learned, if it is worth it."""
        self.autosave.keep()
        self.flow.keep_words()

    def action_suspend_process(self) -> None:
        """Ctrl-Z: back to the shell, if there is one that can bring the game back."""
        stop_job = getattr(self._driver, "stop_job", None)
        if stop_job is not None and self._driver is not None and self._driver.can_suspend:
            stop_job()

    def paint_anew(self) -> None:
        """Somebody else has drawn on the terminal."""
        self.emission = Emission()
        self.frames = FramePacer(self.frames.thrift)
        self.screen.refresh(layout=True)

    def go(self, place: Place) -> None:
        """Another place instead of this one. Textual cannot take the first screen off its stack: it stays."""
        screen = self.flow.screen_at(place)
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    def show_keys(self, keys: tuple[Key, ...]) -> None:
        """All of them on a page, over the screen."""
        from chairgame.tui.screens.help import HelpScreen  # noqa: PLC0415  (the start must not wait for it)

        self.push_screen(HelpScreen(keys))

    def records(self) -> Mapping[str, Record]:
        """What has come of the levels, with what another game has added meanwhile."""
        return self.flow.progress.records()

    def level_ended(self, attempt: Attempt) -> None:
        """The debrief is on the screen."""
        self.flow.level_ended(attempt)

    def take_preference(self, field: str) -> None:
        """One of the player's preferences has changed: it is seen at once."""
        preferences, automatic = self.flow.progress.preferences, self.screen_options.automatic
        self._change_look(lambda look: look.preferring(field, preferences, automatic))

    def next_language(self) -> None:
        """The other language, everywhere at once."""
        following = LANGUAGES[(LANGUAGES.index(self.look.language) + 1) % len(LANGUAGES)]
        self.flow.prefer_language(following)
        self._change_look(lambda look: replace(look, language=following))

    def next_colours(self) -> None:
        """The next step down the ladder of colours; after the last one the first."""
        following = self.look.recoloured(self.screen_options.depth)
        self._change_look(lambda look: replace(following, glyphs=look.glyphs))

    def frame_answered(self) -> None:
        """What the screen still owes; or the last answer on the way out."""
        if self._leaving is not None and not self.frames.expects_answers:
            self.exit(self._leaving)
        elif isinstance(self.screen, GameScreen):
            self.screen.painter.pay()

    def judge_link(self, late: float) -> None:
        """Something moves: pictures as dear as the link bears."""
        self._stop_resting()
        thrift = self.frames.thrift
        thrift.judge(self.clock(), getattr(self._driver, "sent", 0), late)
        if self.look != self._rungs[thrift.step]:
            self._take_look(self._rungs[thrift.step])

    def nothing_moves(self) -> None:
        """After a while of rest the best picture is drawn once, if the link carries it in a moment."""
        self.frames.thrift.rest()
        self._stop_resting()
        if self.look != self._rungs[0]:
            self._resting = self.set_timer(REST_SECONDS, self._show_at_best)

    def _show_at_best(self) -> None:
        if self.frames.in_flight or not self.screen.is_mounted:
            self.nothing_moves()
        elif self.frames.carries(self.size.area * BYTES_A_CELL, REST_SECONDS):
            self._take_look(self._rungs[0])

    def _stop_resting(self) -> None:
        if self._resting is not None:
            self._resting.stop()
            self._resting = None

    def _change_look(self, change: Callable[[Look], Look]) -> None:
        """The player wants another look: what a slow link has taken from the old one is taken from it as well."""
        thrift = self.frames.thrift
        now = change(self._rungs[thrift.step])
        self._rungs = change(self._rungs[0]).rungs()
        thrift.begin_at(self._rungs.index(now) if now in self._rungs else 0, len(self._rungs) - 1)
        self._take_look(self._rungs[thrift.step])

    def _take_look(self, look: Look) -> None:
        self.look = look
        for screen in self.screen_stack:
            if isinstance(screen, GameScreen):
                screen.take_look(look)


def run(options: PlayOptions, screen_options: ScreenOptions, open_progress: Callable[[], Progress]) -> int:
    """Play until the player leaves; the exit code. A defect of the game is raised, with the terminal given back."""
    app = ChairgameApp(options, screen_options, open_progress)
    with app.lifeline.held(), app.threads_watched():
        code = app.run()
    if app.fault is not None:
        raise app.fault
    code = (app.return_code or 0) if code is None else code
    if code == 0 and app.flow.lab is not None:
        from chairgame.tui.farewell import say_farewell  # noqa: PLC0415  (the start must not wait for it)

        say_farewell(app, app.flow.lab)
    return code
