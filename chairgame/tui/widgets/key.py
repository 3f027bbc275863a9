"""The stage of the key: the box with its bolts, the lock that asks, the chart of the work, the build, the lid."""

import re
from collections.abc import Callable, Hashable
from textwrap import wrap
from typing import cast

import numpy as np

from chairgame.chair.poses import ideal_poses
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.deeds import Deed
from chairgame.game.story.key import CAPTION, Act, KeyPlay
from chairgame.game.story.level import levels
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.lid import put_lid
from chairgame.graphics.picture.fitting import bounded, corners_of
from chairgame.graphics.picture.portrait import AZIMUTH, portrait
from chairgame.graphics.picture.staging import still_of
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.floor import ORBIT_STEP
from chairgame.tui.widgets.lock_pictures import NAMES, QUESTIONS, lock_picture
from chairgame.tui.widgets.work_chart import work_chart

BOX_COLUMNS, BOX_ROWS = 20, 5
SHUT, FIRST, LATE = "■", "✓", "□"
ROOM = 1.3  # times as large as the thing may a first build be and still be whole


class KeyPanel(CellsWidget):
    """What there is to see. `deeds` are what was done by hand and by the machine, level by level."""

    def __init__(self, attempt: Attempt, deeds: Callable[[], tuple[Deed, ...]], look: Look) -> None:
        super().__init__(id="key")
        self.attempt, self.deeds, self.look = attempt, deeds, look
        self.is_reading = False
        """Whether the page is open that named the thing."""
        self.typed: str | None = None
        """The guess as it is typed; None while nobody types."""
        self._azimuth = AZIMUTH

    @property
    def play(self) -> KeyPlay:
        """The play; undo makes another one."""
        return cast(KeyPlay, self.attempt.play)

    def key(self) -> Hashable:
        """The lock, the page, the guess; the rebuild that is seen, and the lid."""
        play = self.play
        lock = (play.act, play.number, play.instance, play.wrong, play.lock is not None)
        return self.look, lock, self.is_reading, self.typed, play.guess, play.shown, play.lid, self._azimuth

    def paint(self, height: int, width: int) -> Cells:
        """The act."""
        play = self.play
        if play.act is Act.LOCKS:
            return self._page(height, width) if self.is_reading else self._lock(height, width)
        if play.act is Act.CHART:
            return work_chart(height, width, self.deeds(), self.look)
        return self._build(height, width)

    def orbit(self, sideways: int) -> None:
        """Walk around what stands there."""
        self._azimuth += ORBIT_STEP * sideways

    # A lock

    def page(self) -> tuple[str, str, str]:
        """What is to be read again about the lock that asks: a title, a term and a text, as they are in the catalogue;
        empty where there is nothing."""
        play = self.play
        if play.act is not Act.LOCKS:
            return "", "", ""
        setup = play.setup.locks[play.number]
        if setup.text:
            return NAMES[setup.kind], NAMES[setup.kind], setup.text
        level = next((level for level in levels() if level.number == setup.level), None)
        return ("", "", "") if level is None else (level.title, level.term, level.debrief[setup.page - 1])

    def _page(self, height: int, width: int) -> Cells:
        """That page; of a debrief what names the thing, without the figures, which were that play's."""
        look, theme, _ = self.look, self.look.theme, self.look.words
        title, term, text = self.page()
        inner = Cells.blank(height - 2, width - 2, theme.text, theme.panel)
        measure = max(8, inner.width - 4)
        lines = [" ".join(_(term).upper()), "", *wrap(without_figures(_(text)), measure)]
        for row, line in enumerate(lines, start=max(0, (inner.height - len(lines)) // 2)):
            inner.put(row, 2, fitted(line, measure, look.glyphs), theme.bright, attributes=BOLD if row == 0 else 0)
        return framed(inner, _(title), theme, look.glyphs, True)

    def _lock(self, height: int, width: int) -> Cells:
        look, theme, play, _ = self.look, self.look.theme, self.play, self.look.words
        cells = Cells.blank(height, width, theme.text, theme.panel)
        cells.blit(self._box(), 0, 0)
        kind = play.setup.locks[play.number].kind
        title = _("lock {n} of {all}: {name}", n=play.number + 1, all=len(play.setup.locks), name=_(NAMES[kind]))
        left = BOX_COLUMNS + 1
        cells.put(0, left, fitted(title, width - left, look.glyphs), theme.bright, attributes=BOLD)
        for row, line in enumerate(wrap(_(QUESTIONS[kind]), max(8, width - left - 1))[: BOX_ROWS - 1], start=1):
            cells.put(row, left, fitted(line, width - left, look.glyphs), theme.text)
        lock = play.lock
        top = BOX_ROWS + 1
        if lock is None:
            cells.put(top + 1, 1, fitted(_("It is being forged …"), width - 2, look.glyphs), theme.dim)
        else:
            cells.blit(lock_picture(lock, height - top, width, look), top, 0)
        return cells

    def _box(self) -> Cells:
        """Seven bolts: shut, open at the first try, open."""
        look, theme, play, _ = self.look, self.look.theme, self.play, self.look.words
        inner = Cells.blank(BOX_ROWS - 2, BOX_COLUMNS - 2, theme.text, theme.panel)
        count = len(play.setup.locks)
        marks = [FIRST if first else LATE for first in play.firsts] + [SHUT] * (count - len(play.firsts))
        inner.put(0, 2, fitted(" ".join(marks), inner.width - 2, look.glyphs), theme.focus, attributes=BOLD)
        rebuilds = _.plural("{n} rebuild", "{n} rebuilds", play.earned)
        inner.put(2, 1, fitted(rebuilds, inner.width - 1, look.glyphs), theme.measure)
        return framed(inner, _("black box"), theme, look.glyphs, False)

    # The build and the lid

    def _build(self, height: int, width: int) -> Cells:
        look, theme, play, _ = self.look, self.look.theme, self.play, self.look.words
        cells = Cells.blank(height, width, theme.text, theme.panel)
        chair = play.course.chair
        scene = still_of(chair, play.built(play.shown))
        room = corners_of(still_of(chair, ideal_poses(chair)))
        points = np.concatenate([room, bounded(corners_of(still_of(chair, play.built(0))), room, ROOM)])
        picture = portrait(scene, height - 1, width, look.depth, look.glyphs, points=points, azimuth=self._azimuth)
        cells.blit(picture, 0, 0)
        if play.act is Act.OPEN and play.lid < 1:
            put_lid(cells.part(slice(0, height - 1), slice(None)), play.lid, theme, look.glyphs)
        cells.put(height - 1, 1, fitted(self._caption(), width - 2, look.glyphs), theme.bright, attributes=BOLD)
        return cells

    def _caption(self) -> str:
        _, play = self.look.words, self.play
        if play.act is Act.OPEN:
            guess = f"   {_('You guessed: {guess}', guess=play.guess)}" if play.guess else ""
            return f"{_(CAPTION)}{guess}" if play.lid == 1 else ""
        cm = _.number(play.cm_at(play.shown), 1)
        return _("rebuild {n} of {all}: {cm} cm", n=play.shown, all=play.earned, cm=cm)


def without_figures(text: str) -> str:
    """The sentences of a page in which nothing is to be filled in."""
    return " ".join(sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if "{" not in sentence)
