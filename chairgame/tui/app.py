"""The app: which screen, which look, which session. The screens do the work."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from chairgame.chair.catalogue import load_chair
from chairgame.game.options import PlayOptions
from chairgame.game.saving import save_session
from chairgame.game.session import GameSession
from chairgame.terminal.depth import ColourDepth
from chairgame.text.catalogue import LANGUAGES
from chairgame.training.runs import history_of
from chairgame.tui.emission import EmittingApp
from chairgame.tui.look import Look
from chairgame.tui.pacing import CHEAPEST, FramePacer, rate_for
from chairgame.tui.screens.base import GameScreen
from chairgame.tui.screens.lab import LabScreen
from chairgame.tui.screens.opening import OpeningScreen

AFTER_THE_OPENING = "armchair"  # another thing than the one just seen


class ChairgameApp(EmittingApp):
    """One player's game."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "Chairgame"

    def __init__(self, options: PlayOptions, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(clock, FramePacer(CHEAPEST if options.economy else 0))
        self.options = options
        self.frame_rate = rate_for(options.fps, is_remote=options.remote)
        look = Look(options.depth, options.glyphs, options.language, options.reduced_motion, options.big)
        self.look = look.spared(self.frames.thrift)
        history = history_of(options.run) if options.run else None
        self.session = GameSession(options.chair, options.settings, history)
        self.session.playing = options.run is not None

    def get_default_screen(self) -> GameScreen:
        """The first minute, or the lab at once."""
        return OpeningScreen(self.session) if self.options.opening else LabScreen(self.session)

    def open_lab(self) -> None:
        """From the first minute into the lab, with another chair."""
        self.session = GameSession(load_chair(AFTER_THE_OPENING), self.options.settings)
        self.push_screen(LabScreen(self.session))  # textual cannot take the first screen off its stack

    def next_language(self) -> None:
        """The other language, everywhere at once."""
        following = LANGUAGES[(LANGUAGES.index(self.look.language) + 1) % len(LANGUAGES)]
        self._take_look(replace(self.look, language=following))

    def next_colours(self) -> None:
        """The next colour depth down the ladder; after the last one the first."""
        depths = list(ColourDepth)
        self._take_look(replace(self.look, depth=depths[(depths.index(self.look.depth) + 1) % len(depths)]))

    def frame_answered(self) -> None:
        """What the screen still owes."""
        if isinstance(self.screen, GameScreen):
            self.screen.show_owed()

    def judge_link(self) -> None:
        """After a while of motion: cheaper pictures for a link that cannot keep up."""
        if self.frames.judge(self.clock()):
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
    return ChairgameApp(options).run() or 0
