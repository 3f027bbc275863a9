"""What each kind of lock shows: builds, dials, wires, curves, a text, numbers, a monster; always as A, B and C."""

from collections.abc import Callable, Mapping
from textwrap import wrap
from typing import Any

from chairgame.blackbox.blind import BlindSpot
from chairgame.chair.poses import ideal_poses
from chairgame.game.story.blanks import LETTERS
from chairgame.game.story.cable_words import signed_whole, whole
from chairgame.game.story.locks import attention, blind, cable, dials, scanner, unseen, volume
from chairgame.game.story.small_brain import FIRST_OUT, INPUTS, WIRES
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.curve_bars import put_bars
from chairgame.graphics.picture.fitting import bounded, corners_of
from chairgame.graphics.picture.portrait import portrait
from chairgame.graphics.picture.staging import still_of
from chairgame.text.catalogue import N_
from chairgame.tui.look import Look

NAMES: Mapping[str, str] = {
    "scanner": N_("scanner"),
    "dials": N_("dials"),
    "cable": N_("cable"),
    "volume": N_("volume"),
    "attention": N_("attention"),
    "unseen": N_("never seen"),
    "blind": N_("bad scanner"),
}
QUESTIONS: Mapping[str, str] = {
    "scanner": N_("Three brains have built. At which does the scanner read the smallest number?"),
    "dials": N_("A click of each dial changes the number by its slope. Which turns save most?"),
    "cable": N_("It came out wrong. Which wire helps most, turned by a tenth? Signal × what comes in."),
    "volume": N_("One newborn brain, three volumes. Which of these runs will burn out?"),
    "attention": N_("A head of attention reads this for the first time. Where will it look for the next word?"),
    "unseen": N_("Three brains practised equally long. Which one has learned its chairs by heart?"),
    "blind": N_("Its own scanner calls this build perfect. What could that scanner not see?"),
}
SPOTS: Mapping[BlindSpot, str] = {
    BlindSpot.LEGS: N_("where legs are"),
    BlindSpot.HEIGHTS: N_("how high it is"),
    BlindSpot.TURNS: N_("how it is turned"),
}
ROOM = 2.0  # times as large as a chair may a build be and still be whole
BLIND_COLUMNS = 22

HEARD_NAMES = ("Ala", "Ola", "Ewa", "Jan", "Iza", "Leo", "Ida", "Tom")
HEARD_THINGS = N_("a cat,a cow,a horse,a hen,a bee,a goat,a fox,a fish")
HAS = N_("has")

Painter = Callable[[Any, int, int, Look], Cells]


def lock_picture(lock: object, height: int, width: int, look: Look) -> Cells:
    """The lock's picture on so many cells."""
    return _PAINTERS[type(lock)](lock, height, width, look)


def letter(index: int) -> str:
    """The name of an answer."""
    return LETTERS[index].upper()


def _blank(height: int, width: int, look: Look) -> Cells:
    return Cells.blank(height, width, look.theme.text, look.theme.panel)


def _put(cells: Cells, row: int, column: int, text: str, look: Look, *, is_bold: bool = False) -> None:
    shown = fitted(text, cells.width - column, look.glyphs)
    cells.put(row, column, shown, look.theme.bright if is_bold else look.theme.text, attributes=BOLD if is_bold else 0)


def _builds(lock: scanner.ScannerLock, height: int, width: int, look: Look) -> Cells:
    """Three builds in one scale."""
    cells, each = _blank(height, width, look), width // len(lock.builds)
    room = corners_of(still_of(lock.chair, ideal_poses(lock.chair)))
    for index, build in enumerate(lock.builds):
        scene = still_of(lock.chair, build)
        points = bounded(corners_of(scene), room, ROOM)
        cells.blit(portrait(scene, height - 1, each - 1, look.depth, look.glyphs, points=points), 0, index * each)
        _put(cells, height - 1, index * each + each // 2 - 1, letter(index), look, is_bold=True)
    return cells


def _bets(lock: dials.DialsLock, height: int, width: int, look: Look) -> Cells:
    """A column for each dial: its slope, and how many clicks each bet turns it."""
    cells, _ = _blank(height, width, look), look.words
    columns = [18 + 11 * index for index in range(len(lock.dials))]
    for column, dial, slope in zip(columns, lock.dials, lock.slopes, strict=True):
        _put(cells, 0, column, f"{_('dial {n}', n=dial + 1):>9}", look)
        _put(cells, 1, column, f"{_.figure(slope, digits=2, signed=True):>9}", look, is_bold=True)
    _put(cells, 1, 1, _("cm a click"), look)
    for index, bet in enumerate(lock.bets):
        row = 3 + 2 * index
        _put(cells, row, 1, letter(index), look, is_bold=True)
        _put(cells, row, 4, _("clicks"), look)
        for column, clicks in zip(columns, bet, strict=True):
            _put(cells, row, column, f"{_.figure(clicks, digits=1, signed=True) if clicks else '0':>9}", look)
    return cells


def _wires(lock: cable.CableLock, height: int, width: int, look: Look) -> Cells:
    """Of each wire what comes in, its weight, and the signal at its end."""
    cells, _, brain = _blank(height, width, look), look.words, lock.brain
    came = _("wanted {wanted}, it came out {output}: too high", wanted=brain.wanted, output=whole(brain.output))
    if brain.error < 0:
        came = _("wanted {wanted}, it came out {output}: too low", wanted=brain.wanted, output=whole(brain.output))
    _put(cells, 0, 1, came, look)
    headings = ((4, _("comes in")), (19, _("wire")), (31, _("goes to")), (43, _("signal")))
    for column, heading in headings:
        cells.put(2, column, fitted(heading, 12, look.glyphs), look.theme.dim, attributes=quiet(look.theme))
    for index, wire in enumerate(lock.wires):
        row = 4 + 2 * index
        _put(cells, row, 1, letter(index), look, is_bold=True)
        _put(cells, row, 4, f"{_source_name(wire)} = {whole(brain.source(wire))}", look, is_bold=True)
        _put(cells, row, 19, f"{WIRES[wire]} ({signed_whole(brain.weights[wire])}) ─▸", look)
        silent = wire < FIRST_OUT and brain.is_silent(wire // INPUTS)
        _put(cells, row, 31, _target_name(wire, _("out")) + (f" ({_('silent')})" if silent else ""), look)
        signal = brain.target_signal(wire)
        _put(cells, row, 43, signed_whole(signal) if signal else "0", look, is_bold=True)
    return cells


def _source_name(wire: int) -> str:
    return f"x{wire % INPUTS + 1}" if wire < FIRST_OUT else f"h{wire - FIRST_OUT + 1}"


def _target_name(wire: int, out: str) -> str:
    return f"h{wire // INPUTS + 1}" if wire < FIRST_OUT else out


def _curves(lock: volume.VolumeLock, height: int, width: int, look: Look) -> Cells:
    """How three runs began, in one scale."""
    cells, each, _ = _blank(height, width, look), width // len(lock.curves), look.words
    for index, curve in enumerate(lock.curves):
        left = index * each + 1
        shown, bar = curve[1:], max(1, (each - 3) // max(1, len(curve) - 1))
        put_bars(cells, left, range(height - 2), shown, look.theme.measure, look.glyphs, bar=bar)
        ends = f"{letter(index)}  {_.number(curve[0], 0)} → {_.number(curve[-1], 1)} cm"
        _put(cells, height - 1, left, fitted(ends, each - 1, look.glyphs), look, is_bold=True)
    return cells


def _text(lock: attention.AttentionLock, height: int, width: int, look: Look) -> Cells:
    """The text with numbered places, and three of them."""
    cells, words = _blank(height, width, look), _heard(look)
    numbered = [f"{words[number]}" for number in lock.text]
    line = " ".join(numbered) + " …"
    row = 0
    for shown in wrap(line, width - 2):
        _put(cells, row, 1, shown, look, is_bold=True)
        row += 1
    for index, place in enumerate(lock.places):
        before = " ".join(numbered[max(0, place - 2) : place])
        told = f"{before} [ {numbered[place]} ]" if before else f"[ {numbered[place]} ] {numbered[place + 1]}"
        _put(cells, row + 1 + 2 * index, 1, letter(index), look, is_bold=True)
        _put(cells, row + 1 + 2 * index, 4, told, look)
    return cells


def _heard(look: Look) -> tuple[str, ...]:
    """The words of the numbers that a head hears."""
    _ = look.words
    return (*HEARD_NAMES, *_(HEARD_THINGS).split(","), _(HAS), ".")


def _pairs(lock: unseen.UnseenLock, height: int, width: int, look: Look) -> Cells:
    """Of each brain how far off it is on the chairs that it has practised on, and on others."""
    cells, _ = _blank(height, width, look), look.words
    _put(cells, 0, 6, _("practised on"), look)
    _put(cells, 0, 28, _("never seen"), look)
    for index, (trained, never) in enumerate(zip(lock.trained_cm, lock.unseen_cm, strict=True)):
        row = 2 + 2 * index
        _put(cells, row, 1, letter(index), look, is_bold=True)
        _put(cells, row, 6, f"{_.number(trained, 1):>8} cm", look, is_bold=True)
        _put(cells, row, 28, f"{_.number(never, 1):>8} cm", look, is_bold=True)
    return cells


def _monster(lock: blind.BlindLock, height: int, width: int, look: Look) -> Cells:
    """The build, and what could be missing in its scanner."""
    cells, _ = _blank(height, width, look), look.words
    scene = still_of(lock.chair, lock.build)
    columns = width - BLIND_COLUMNS
    cells.blit(portrait(scene, height, columns, look.depth, look.glyphs), 0, 0)
    reads = wrap(_("The scanner reads {cm} cm.", cm=_.number(lock.reads_cm, 1)), BLIND_COLUMNS - 2)
    for row, line in enumerate(reads):
        _put(cells, row, columns + 1, line, look)
    for index, spot in enumerate(blind.SPOTS):
        row = len(reads) + 1 + 2 * index
        _put(cells, row, columns + 1, letter(index), look, is_bold=True)
        _put(cells, row, columns + 4, _(SPOTS[spot]), look)
    return cells


_PAINTERS: Mapping[type, Painter] = {
    scanner.ScannerLock: _builds,
    dials.DialsLock: _bets,
    cable.CableLock: _wires,
    volume.VolumeLock: _curves,
    attention.AttentionLock: _text,
    unseen.UnseenLock: _pairs,
    blind.BlindLock: _monster,
}
