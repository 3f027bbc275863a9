"""Level 6's pairs, every one run: it falls and holds as listed, and who looks at the feet can tell."""

import pytest

from chairgame.game.sitting.feet import legs_of
from chairgame.game.sitting.outcome import GRANDMOTHER, Reason
from chairgame.game.story.pairs import FINALES, THE_OTHER_WAY, Built, Pair, facts_of

DESIGNED = [  # the design's list, to a tenth: numbers, then the feet above the lowest part
    (4.3, 8.0, [0, 1.8, 6.0, 3.1], [0, 0.5, 2.4, 1.9]),
    (3.4, 4.7, [1.9, 0, 0.3, 4.4], [1.8, 0.7, 1.2, 0]),
    (4.4, 2.8, [2.3, 0, 4.6, 1.8], [0, 2.7, 0.7, 2.1]),
    (3.6, 5.9, [0, 3.0, 1.5, 4.3], [0, 0.4, 2.2, 0.6]),
    (3.5, 8.7, [1.5, 0, 0.9, 4.8], [2.1, 0, 2.3, 2.3]),
]


def _feet_cm(built: Built) -> list[float]:
    return [cm for _label, cm in built.feet]


@pytest.mark.parametrize("pair", [pair for finale in FINALES for pair in finale], ids=lambda pair: str(pair.seed))
def test_a_pair_falls_and_holds_as_listed_and_the_feet_show_it(pair: Pair) -> None:
    facts = facts_of(pair)
    assert facts.is_fair
    assert facts.falls.test.reason in (Reason.FLOATS, Reason.LONG)
    assert facts.falls.test.guilty in legs_of(facts.falls.chair)
    assert abs(facts.falls.distance_cm - facts.holds.distance_cm) > 0.6
    assert max(_feet_cm(facts.holds)) < GRANDMOTHER.within_cm - 0.1  # far from where the verdict turns
    assert facts.holds.test.margin_cm > GRANDMOTHER.safe_cm + 3
    assert min(_feet_cm(facts.falls)) == min(_feet_cm(facts.holds)) == 0
    assert {facts.shown()[0], facts.shown()[1]} == {facts.falls, facts.holds}


@pytest.mark.parametrize("finale", FINALES)
def test_the_number_alone_never_gets_all_five(finale: tuple[Pair, ...]) -> None:
    smaller_falls = [facts_of(pair).smaller_falls for pair in finale]
    assert smaller_falls == [number != THE_OTHER_WAY for number in range(5)]


@pytest.mark.parametrize("finale", FINALES)
def test_neither_does_one_side_alone(finale: tuple[Pair, ...]) -> None:
    assert {facts_of(pair).shown()[0].holds for pair in finale} == {True, False}


@pytest.mark.parametrize(("pair", "expected"), list(zip(FINALES[0], DESIGNED, strict=True)))
def test_the_first_finale_is_the_designs(pair: Pair, expected: tuple[float, float, list[float], list[float]]) -> None:
    facts, (smaller, larger, falls, holds) = facts_of(pair), expected
    assert (facts.falls.distance_cm, facts.holds.distance_cm) == pytest.approx((smaller, larger), abs=0.06)
    assert _feet_cm(facts.falls) == pytest.approx(falls, abs=0.06)
    assert _feet_cm(facts.holds) == pytest.approx(holds, abs=0.06)


def test_there_are_ten_more_brains() -> None:
    seeds = [pair.seed for finale in FINALES for pair in finale]
    assert len(set(seeds)) == len(seeds) == 15
