"""Which smith forges which kind of lock, and what there is to say of one that has been answered."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from chairgame.game.news import Cm, Count, News, Rate, SignedCm
from chairgame.game.story.locks import attention, blind, cable, dials, scanner, unseen, volume
from chairgame.game.story.locks.lock import Lock, Smith
from chairgame.text.catalogue import N_
from chairgame.words.facts import NUMBERED

SMITHS: Mapping[str, Smith[Any]] = {
    "scanner": scanner.forge,
    "dials": dials.forge,
    "cable": cable.forge,
    "volume": volume.forge,
    "attention": partial(attention.forge, NUMBERED),
    "unseen": unseen.forge,
    "blind": blind.forge,
}


def smith_of(kind: str) -> Smith[Any]:
    """The smith of a kind of lock."""
    return SMITHS[kind]


def reason_of(lock: Lock) -> News:
    """Why the right answer is right, in the lock's own figures."""
    return _REASONS[type(lock)](lock)


def _builds(lock: scanner.ScannerLock) -> News:
    a, b, c = map(Cm, lock.distances_cm)
    return News(N_("A is {a} cm off, B {b}, C {c}."), {"a": a, "b": b, "c": c})


def _bets(lock: dials.DialsLock) -> News:
    a, b, c = map(SignedCm, lock.promised_cm)
    saved = Cm(lock.saved_cm[lock.right])
    return News(
        N_("Promised: A {a} cm, B {b}, C {c}. Built, it saved {saved}."), {"a": a, "b": b, "c": c, "saved": saved}
    )


def _wires(lock: cable.CableLock) -> News:
    a, b, c = map(Cm, lock.saved_cm)
    return News(N_("Turned by a tenth, A saves {a} cm, B {b}, C {c}."), {"a": a, "b": b, "c": c})


def _curves(lock: volume.VolumeLock) -> News:
    a, b, c = map(Rate, lock.rates)
    return News(N_("A ran at {a}, B at {b}, C at {c}."), {"a": a, "b": b, "c": c})


def _looks(lock: attention.AttentionLock) -> News:
    a, b, c = (Count(round(100 * look)) for look in lock.looks)
    return News(N_("Of its look A gets {a} %, B {b} %, C {c} %."), {"a": a, "b": b, "c": c})


def _chairs(lock: unseen.UnseenLock) -> News:
    a, b, c = map(Count, lock.chairs)
    return News(N_("Chairs practised on: A {a}, B {b}, C {c}."), {"a": a, "b": b, "c": c})


def _truth(lock: blind.BlindLock) -> News:
    fields = {"reads": Cm(lock.reads_cm), "truth": Cm(lock.truth_cm)}
    return News(N_("It read {reads} cm; the truth is {truth}."), fields)


_REASONS: Mapping[type, Callable[[Any], News]] = {
    scanner.ScannerLock: _builds,
    dials.DialsLock: _bets,
    cable.CableLock: _wires,
    volume.VolumeLock: _curves,
    attention.AttentionLock: _looks,
    unseen.UnseenLock: _chairs,
    blind.BlindLock: _truth,
}
