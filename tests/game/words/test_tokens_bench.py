"""The bench of tokens: merges come with time or by key, go back, and a foreign alphabet keeps step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.game.words.tokens import FAR, TokenBench, visible
from chairgame.text.catalogue import Catalogue
from tests.words.texts import own_sentences

ALA = "Ala ma kota a kot ma Alę"
COMMANDS = (
    *("toggle_play", "merge_next", "take_back", "to_start", "hurry", "merge_chosen", "begin_race", "end_race", "hold"),
    *("up", "down", "faster", "tick"),
)


def always() -> bool:
    return True


def long_bench() -> TokenBench:
    return TokenBench(own_sentences("pl")[:9000], own_sentences("en")[:9000], "krzesło")


def told(bench: TokenBench) -> str:
    return "" if bench.news is None else bench.news.sentence(Catalogue("en"))


def do(bench: TokenBench, command: str) -> None:
    special = {"up": (bench.choose, -1), "down": (bench.choose, 1), "faster": (bench.change_speed, 1)}
    if command == "tick":
        bench.tick(0.3, always)
    elif command in special:
        special[command][0](special[command][1])
    else:
        getattr(bench, command)()


def test_merges_come_with_time_and_hold():
    bench = long_bench()
    bench.toggle_play()
    bench.tick(1.0, always)
    assert len(bench.merging.done) == len(bench.foreign.done) == 8
    bench.toggle_play()
    assert not bench.tick(1.0, always)


def test_it_hurries_to_a_usual_alphabet_in_slices():
    bench = long_bench()
    bench.hurry()
    frames = 0
    while bench.runs:
        assert bench.tick(0.0, lambda: False)
        frames += 1
    assert frames == FAR == len(bench.merging.done)
    bench.to_start()
    assert not bench.merging.done
    assert not bench.foreign.done


def test_a_merge_of_ones_own_is_taken_back():
    bench = TokenBench(ALA, "abc abc", "kot")
    pair = bench.pairs[2]
    bench.choose(2)
    bench.merge_chosen()
    assert bench.last is not None
    assert bench.last.pair == pair
    bench.take_back()
    assert bench.last is None
    assert bench.pairs[2] == pair


def test_a_small_text_ends_and_says_so():
    bench = TokenBench(ALA, "abc abc", "kot")
    while not bench.is_at_end:
        bench.merge_next()
    bench.merge_next()
    assert "Nothing comes twice" in told(bench)
    bench.toggle_play()
    assert not bench.runs
    assert bench.word_in(bench.merging) == [" kot"]
    bench.begin_race()
    assert bench.race is None
    assert "too short" in told(bench)


def test_the_race_hides_counts_until_a_pair_is_chosen():
    bench = long_bench()
    bench.begin_race()
    assert bench.race
    race = bench.race
    best = race.offer.index(race.merging.best())
    bench.choose(best)
    bench.merge_chosen()
    assert "the commonest of all" in told(bench)
    bench.merge_next()
    assert "you choose" in told(bench)
    assert race.turn == 1
    while not race.is_over:
        bench.merge_chosen()
    assert len(race.merging.done) == 12
    assert not bench.merging.done
    bench.end_race()
    assert bench.shown is bench.merging


def test_another_race_offers_other_pairs():
    bench = long_bench()
    offers = []
    for _ in range(3):
        bench.begin_race()
        offers.append(bench.race.offer)
    assert len(set(offers)) > 1


def test_another_word_is_cut_and_nothing_is_no_word():
    bench = TokenBench(ALA, "abc abc", "kot")
    bench.cut_up("  ko \n t ")
    assert bench.word == "ko t"
    bench.cut_up("   ")
    assert bench.word == "ko t"
    bench.cut_up("a" * 99)
    assert len(bench.word) == 40


def test_a_blank_is_seen():
    assert visible(" ma\n") == "·ma·"


@given(text=st.text(alphabet="aab \n", max_size=50), commands=st.lists(st.sampled_from(COMMANDS), max_size=25))
def test_no_sequence_of_commands_breaks_it(text, commands):
    bench = TokenBench(text, "to be or not to be", "ab")
    for command in commands:
        do(bench, command)
        assert len(bench.foreign.done) <= len(bench.merging.done)
        assert 0 <= bench.cursor <= max(0, len(bench.pairs) - 1)


@pytest.mark.parametrize("speed", range(3))
def test_speeds_are_what_they_say(speed):
    bench = long_bench()
    bench.speed_index = 1
    bench.change_speed(speed - 1)
    bench.toggle_play()
    bench.tick(1.0, always)
    merges = len(bench.merging.done)
    bench.change_speed(0)
    assert f"{merges} merges a second" in told(bench)
