"""The seven locks: each is worked out for real, its right answer is right with the margin that it promises, and it is
forged in slices that no key has to wait for."""

from functools import cache

import numpy as np
import pytest

from chairgame.blackbox.blind import BlindBox
from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.encoding import UNIT_CM
from chairgame.chair.poses import Poses, ideal_poses
from chairgame.game.story.dials import CLICK, DIALS
from chairgame.game.story.key_setup import KINDS
from chairgame.game.story.locks import blind, cable, dials, scanner, unseen, volume
from chairgame.game.story.locks.lock import OPTIONS, Forging, right_answer, stream
from chairgame.game.story.locks.smithy import SMITHS, reason_of
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.words.facts import FACT

SEEDS = range(4)
MANY = range(20)
QUICK = tuple(kind for kind in KINDS if kind not in ("attention", "unseen"))


@cache
def forged(kind, seed, instance=0):
    number = KINDS.index(kind)
    forging = Forging(SMITHS[kind](stream(seed, number, instance), right_answer(seed, number, instance)))
    slices = 0
    while not forging.is_done:
        forging.go_on()
        slices += 1
    return forging.lock, slices


def measured_cm(chair, poses: Poses) -> float:
    return ChairBox(chair).measure(np.hstack([poses.centres / UNIT_CM, poses.quaternions])).distance_cm


@pytest.mark.parametrize("kind", QUICK)
def test_the_right_answer_is_drawn_before_and_kept(kind):
    rights = [forged(kind, seed)[0].right for seed in SEEDS]
    assert rights == [right_answer(seed, KINDS.index(kind), 0) for seed in SEEDS]
    assert len(set(rights)) > 1


def test_all_letters_are_right_equally_often():
    rights = [right_answer(seed, number, instance) for seed in range(50) for number in range(7) for instance in (0, 1)]
    shares = [rights.count(letter) / len(rights) for letter in range(OPTIONS)]
    assert shares == pytest.approx([1 / 3] * OPTIONS, abs=0.06)


@pytest.mark.parametrize("kind", QUICK)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lock_says_why_in_figures(kind, language):
    sentence = reason_of(forged(kind, 0)[0]).sentence(Catalogue(language))
    assert sum(character.isdigit() for character in sentence) >= 2
    assert "{" not in sentence


@pytest.mark.parametrize("seed", SEEDS)
def test_scanner_the_nearest_build_is_clearly_the_nearest(seed):
    lock, slices = forged("scanner", seed)
    for build, told in zip(lock.builds, lock.distances_cm, strict=True):
        assert measured_cm(lock.chair, build) == pytest.approx(told)
    best, second, _ = sorted(lock.distances_cm)
    assert lock.distances_cm[lock.right] == best
    assert second >= scanner.CLEARLY * best
    assert best >= scanner.LEAST_CM
    assert slices > 3


@pytest.mark.parametrize("seed", SEEDS)
def test_dials_the_best_bet_wins_in_the_promise_and_in_the_build_and_is_not_the_busiest(seed):
    lock, _ = forged("dials", seed)
    slopes, bets = np.array(lock.slopes), np.array(lock.bets)
    assert np.allclose(-bets @ slopes, lock.promised_cm)
    promised = sorted(lock.promised_cm)
    assert lock.promised_cm[lock.right] == promised[-1] >= promised[-2] + dials.CLEARLY_CM - 1e-9
    assert max(lock.saved_cm) == lock.saved_cm[lock.right]
    clicks = np.abs(bets).sum(axis=1)
    assert clicks[lock.right] <= clicks.max() - dials.FEWER


def test_dials_the_slopes_are_those_of_level_2_s_brain():
    lock, _ = forged("dials", 0)
    rewired = int(stream(0, KINDS.index("dials"), 0).integers(10_000))
    brain = dials.brain_of(dials.BOX, dials.PARTS).rewired(rewired)
    start = brain.distance_cm(np.zeros(DIALS))
    for dial, slope in zip(lock.dials, lock.slopes, strict=True):
        assert brain.distance_cm(CLICK * np.eye(DIALS)[dial]) - start == pytest.approx(slope, abs=0.051)


@pytest.mark.parametrize("seed", SEEDS)
def test_cable_the_guilty_wire_saves_clearly_most_and_is_not_the_fattest(seed):
    lock, _ = forged("cable", seed)
    brain = lock.brain
    saved = [brain.off_cm - brain.best_nudge(wire, cable.NUDGE).off_cm for wire in lock.wires]
    assert [float(cm) for cm in saved] == list(lock.saved_cm)
    best, second, _ = sorted(saved, reverse=True)
    assert saved[lock.right] == best > cable.CLEARLY * second > 0
    fat = [abs(brain.weights[wire]) for wire in lock.wires]
    assert fat.index(max(fat)) != lock.right
    shares = [abs(brain.source(wire) * brain.target_signal(wire)) for wire in lock.wires]
    assert shares.index(max(shares)) == lock.right, "what the hint says to do names it"


@pytest.mark.parametrize("seed", SEEDS)
def test_volume_the_loud_run_burns_and_its_beginning_shows_it(seed):
    lock, _ = forged("volume", seed)
    assert lock.rates[lock.right] == volume.LOUD
    assert sorted(lock.rates) == [volume.QUIET, volume.LEARNING, volume.LOUD]
    left = {rate: curve[-1] / curve[0] for rate, curve in zip(lock.rates, lock.curves, strict=True)}
    assert left[volume.LOUD] >= volume.RISEN > volume.CRAWLED
    assert left[volume.LEARNING] <= volume.LEARNED
    assert left[volume.QUIET] >= volume.CRAWLED
    assert len({curve[0] for curve in lock.curves}) == 1, "the same newborn brain"


def named(lock: blind.BlindLock) -> blind.BlindSpot:
    """What somebody says who looks at the build: only legs are off, or only heights are, or else it is turned."""
    ideal, kinds = ideal_poses(lock.chair), np.array([part.kind for part in lock.chair.parts])
    off = np.abs(lock.build.centres - ideal.centres)
    away, legs = np.linalg.norm(off, axis=1), kinds == "leg"
    if away[legs].mean() > 5 * away[~legs].mean():
        return blind.SPOTS[0]
    return blind.SPOTS[1] if off[:, 2].mean() > 5 * off[:, :2].mean() else blind.SPOTS[2]


@pytest.mark.parametrize("seed", SEEDS)
def test_blind_its_scanner_is_content_and_a_plain_rule_names_what_it_cannot_see(seed):
    lock, _ = forged("blind", seed)
    outputs = np.hstack([lock.build.centres / UNIT_CM, lock.build.quaternions])
    assert BlindBox(lock.chair, blind.SPOTS[lock.right]).measure(outputs).distance_cm == pytest.approx(lock.reads_cm)
    assert lock.truth_cm == pytest.approx(measured_cm(lock.chair, lock.build))
    assert lock.reads_cm < 2
    assert lock.truth_cm > 10
    assert named(lock) is blind.SPOTS[lock.right]


def test_attention_the_head_looks_where_the_answer_stands():
    lock, slices = forged("attention", 0)
    asked = lock.text[-2]
    assert lock.text[lock.places[lock.right]] == lock.text[lock.text.index(asked) + 2]
    assert lock.looks[lock.right] == max(lock.looks) >= 0.8
    assert len(set(lock.places)) == OPTIONS
    assert len(lock.text) == 4 * FACT + 2
    assert slices > 20


@pytest.mark.slow
@pytest.mark.parametrize("seed", MANY)
def test_attention_on_twenty_seeds(seed):
    lock, _ = forged("attention", seed)
    assert lock.looks[lock.right] >= 0.8


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_unseen_one_brain_alone_knows_by_heart(seed):
    lock, slices = forged("unseen", seed)
    pairs = list(zip(lock.trained_cm, lock.unseen_cm, strict=True))
    by_heart = [trained < unseen.HEART_CM and never > unseen.UNSEEN_CM for trained, never in pairs]
    assert [index for index, is_so in enumerate(by_heart) if is_so] == [lock.right]
    assert lock.chairs[lock.right] in unseen.BY_HEART
    assert slices > 50


@pytest.mark.slow
@pytest.mark.parametrize("kind", QUICK)
def test_twenty_instances_of_a_kind_are_all_different(kind):
    locks = [forged(kind, seed)[0] for seed in MANY]
    shown = [lock.curves if kind == "volume" else reason_of(lock).sentence(Catalogue("en")) for lock in locks]
    assert len(set(shown)) >= 18


@pytest.mark.slow
def test_blind_a_plain_rule_names_all_of_sixty():
    locks = [forged("blind", seed, instance)[0] for seed in MANY for instance in range(3)]
    assert all(named(lock) is blind.SPOTS[lock.right] for lock in locks)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["cable", "dials"])
def test_margins_hold_on_twenty_seeds(kind):
    for seed in MANY:
        lock, _ = forged(kind, seed)
        figures = lock.saved_cm if kind == "cable" else lock.promised_cm
        best, second, _ = sorted(figures, reverse=True)
        assert figures[lock.right] == best
        assert best > 1.5 * second if kind == "cable" else best - second >= 3 - 1e-9
