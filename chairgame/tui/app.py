"""The app: which screen, which look, which session. The screens do the work."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rich.console import RenderableType
from textual.driver import Driver

from chairgame.game.options import PlayOptions
from chairgame.game.session.autosave import Autosave
from chairgame.game.session.model import GameSession
from chairgame.game.session.saving import save_session
from chairgame.game.story.attempt import Attempt
from chairgame.text.catalogue import LANGUAGES, N_
from chairgame.training.runs import history_of
from chairgame.tui.flow import Flow
from chairgame.tui.look import Look
from chairgame.tui.screens.base import GameScreen
from chairgame.tui.terminal.emission import Emission, EmittingApp
from chairgame.tui.terminal.lifeline import HUNG_UP, Lifeline
from chairgame.tui.terminal.pacing import CHEAPEST, FramePacer, allowance_for, rate_for

LAST_ANSWER_SECONDS = 0.5  # how long the way out may wait for it


class ChairgameApp(EmittingApp):
    """One player's game."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "Chairgame"

    def __init__(self, options: PlayOptions, clock: Callable[[], float] = time.monotonic) -> None:
        allowance = allowance_for(options.fps, is_remote=options.remote)
        super().__init__(clock, FramePacer(CHEAPEST if options.economy else 0, allowance))
        self.options = options
        self.frame_rate = rate_for(options.fps, is_remote=options.remote)
        motion, big, theme = options.reduced_motion, options.big, options.theme
        look = Look(options.depth, options.glyphs, options.language, motion, big, theme)
        self.look = look.spared(self.frames.thrift)
        history = history_of(options.run) if options.run else None
        session = GameSession(options.chair, options.settings, history)
        session.playing = options.run is not None
        self.autosave = Autosave(options.home)
        self.flow = Flow(options, session, self.autosave, self.put)
        self._leaving: int | None = None
        self.lifeline = Lifeline(self.leave, self.keep)

    @property
    def session(self) -> GameSession:
        """The lab's."""
        return self.flow.session

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, taught to end well where terminals can hang up and stop."""
        try:
            from chairgame.tui.terminal.driver import PosixDriver  # noqa: PLC0415  (Windows has no terminal modes)
        except ImportError:
            return super().get_driver_class()
        return PosixDriver

    def get_default_screen(self) -> GameScreen:
        """Where the command leads."""
        return self.flow.first_screen()

    def on_unmount(self) -> None:
        """Nothing is written any more."""
        self.flow.close()

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, with the run kept; whatever may be stuck, within a moment."""
        self.lifeline.ending(result or 0)
        self.keep()
        super().exit(result, return_code, message)

    def leave(self, code: int) -> None:
        """Leave once the terminal has answered for the last frames, lest the shell reads the answers as typed."""
        self.lifeline.ending(code)
        self._leaving = code
        self.session.playing = False
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

    def action_suspend_process(self) -> None:
        """Ctrl-Z: back to the shell, if there is one that can bring the game back."""
        stop_job = getattr(self._driver, "stop_job", None)
        if stop_job is not None and self._driver is not None and self._driver.can_suspend:
            stop_job()

    def paint_anew(self) -> None:
        """Somebody else has drawn on the terminal."""
        self.emission = Emission()
        self.frames = FramePacer(self.frames.thrift, self.frames.allowance)
        self.screen.refresh(layout=True)

    def put(self, screen: GameScreen) -> None:
        """Another screen in the place of the one in front. Textual cannot take the first off its stack: it stays."""
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    def level_ended(self, attempt: Attempt) -> None:
        """The debrief is on the screen."""
        self.flow.level_ended(attempt)

    def after_level(self, attempt: Attempt) -> None:
        """The debrief has been read."""
        self.flow.after_level(attempt)

    def to_map(self) -> None:
        """Out of a level."""
        self.flow.to_map()

    def take_preference(self, field: str) -> None:
        """One of the player's preferences has changed: it is seen at once."""
        self._take_look(self.look.preferring(field, self.flow.progress.preferences, self.options.automatic))

    def next_language(self) -> None:
        """The other language, everywhere at once."""
        following = LANGUAGES[(LANGUAGES.index(self.look.language) + 1) % len(LANGUAGES)]
        self.flow.prefer_language(following)
        self._take_look(replace(self.look, language=following))

    def next_colours(self) -> None:
        """The next step down the ladder of colours; after the last one the first."""
        look = self.look.recoloured(self.options.depth)
        self.session.say(N_("Colours: {depth}, theme: {theme}."), depth=look.depth.value, theme=look.theme_name)
        self._take_look(look)

    def frame_answered(self) -> None:
        """What the screen still owes; or the last answer on the way out."""
        if self._leaving is not None and not self.frames.expects_answers:
            self.exit(self._leaving)
        elif isinstance(self.screen, GameScreen):
            self.screen.show_owed()

    def judge_link(self) -> None:
        """After a while of motion: cheaper pictures for a link that cannot keep up."""
        if self.frames.judge(self.clock(), getattr(self._driver, "sent", 0)):
            self._take_look(self.look.spared(self.frames.thrift))

    def save_run(self, session: GameSession) -> Path:
        """Save the session's run in the player's folder."""
        return save_session(session, self.options.home)

    def _take_look(self, look: Look) -> None:
        self.look = look
        for screen in self.screen_stack:
            if isinstance(screen, GameScreen):
                screen.take_look(look)


def run(options: PlayOptions) -> int:
    """Play until the player leaves; the exit code."""
    app = ChairgameApp(options)
    with app.lifeline.held():
        code = app.run()
    code = (app.return_code or 0) if code is None else code
    if code == 0:
        from chairgame.tui.farewell import say_farewell  # noqa: PLC0415  (the start must not wait for it)

        say_farewell(app)
    return code
