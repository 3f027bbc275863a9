"""Two accounts of a level become one, in whichever order and however often they meet; none gets worse."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chairgame.game.progress.records import (
    MOST_STARS,
    KeptAttempt,
    Record,
    Result,
    is_open,
    merged,
    next_level,
    played_once_more,
    seed_of_next,
    with_stars,
)

STARS = st.frozensets(st.integers(1, MOST_STARS))
RESULTS = st.builds(
    Result,
    stars=STARS,
    count=st.integers(0, 5),
    seed=st.integers(0, 2),
    edition=st.integers(1, 2),
    finished_at=st.sampled_from([0.0, 1.5, 1e9]),
)
RECORDS = st.builds(Record, stars=STARS, best=st.none() | RESULTS, played=st.integers(0, 4))
IDS = ("a", "b", "c", "d")


def _goodness(result: Result) -> tuple[int, int, int]:
    """Smaller is better: more stars, then newer rules, then fewer moves."""
    return -len(result.stars), -result.edition, result.count


@given(RECORDS, RECORDS, RECORDS)
def test_the_order_of_merging_does_not_matter(a: Record, b: Record, c: Record) -> None:
    assert merged(a, b) == merged(b, a)
    assert merged(merged(a, b), c) == merged(a, merged(b, c))
    assert merged(merged(a, b), b) == merged(a, b)


SEEDS = (26, 3, 8)


@given(st.none() | RECORDS, st.sampled_from((*SEEDS, 7)), st.integers(1, 3))
def test_a_play_that_was_left_goes_on_with_its_seed_and_every_result_brings_the_next(
    record: Record | None, seed: int, edition: int
) -> None:
    kept = KeptAttempt(seed, edition, ("a",))
    taken = seed_of_next(SEEDS, record, kept, 2)
    fresh = seed_of_next(SEEDS, record, None, 2)
    assert taken == (seed if seed in SEEDS and edition == 2 else fresh)
    plays = [fresh]
    for _ in SEEDS:
        record = played_once_more(record, Result(frozenset(), 1, 0, 2, 0.0))
        plays.append(seed_of_next(SEEDS, record, None, 2))
    assert plays[0] == plays[-1]
    assert set(plays) == set(SEEDS)


@given(RECORDS, RECORDS)
def test_no_star_and_no_result_is_lost(a: Record, b: Record) -> None:
    both = merged(a, b)
    assert both.stars == a.stars | b.stars
    assert both.played == max(a.played, b.played)
    for one in filter(None, (a.best, b.best)):
        assert both.best is not None
        assert _goodness(both.best) <= _goodness(one)


@given(RECORDS, RESULTS, STARS)
def test_playing_once_more_counts_and_never_makes_worse(before: Record, result: Result, stars: frozenset[int]) -> None:
    after = played_once_more(with_stars(before, stars), result)
    assert after.stars == before.stars | result.stars | stars
    assert after.played == before.played + 1
    assert after.best is not None
    assert _goodness(after.best) <= _goodness(result)
    assert played_once_more(None, result) == Record(result.stars, result, 1)
    assert with_stars(None, stars) == Record(stars)


@given(st.dictionaries(st.sampled_from(IDS), RECORDS))
def test_the_story_goes_on_at_an_open_level_and_never_at_a_locked_one(records: dict[str, Record]) -> None:
    level = next_level(IDS, records)
    assert is_open(IDS, level, records)
    assert is_open(IDS, IDS[0], records)
    for before, after in pairwise(IDS):
        if before in records and records[before].stars:
            assert is_open(IDS, after, records)
        elif after not in records:
            assert not is_open(IDS, after, records)
