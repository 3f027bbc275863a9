"""What was done by hand and by the machine: out of the player's own progress, and of nothing else."""

from chairgame.game.progress.records import Record, Result
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.deeds import HELD, deeds_of
from chairgame.game.story.level import level_named, levels

KEY = level_named("key")


def test_every_level_has_a_row_and_a_word_for_what_the_hand_held() -> None:
    deeds = deeds_of({}, KEY, 7, 1000)
    assert [deed.number for deed in deeds] == [level.number for level in levels()]
    assert [deed.held for deed in deeds] == [HELD[level.number - 1] for level in levels()]
    assert all((deed.hand, deed.machine) == (None, None) for deed in deeds[:-1])
    assert (deeds[-1].hand, deeds[-1].machine) == (7, 1000)


def test_a_level_that_was_played_says_what_its_best_play_came_to() -> None:
    best = Result(frozenset({1}), 5, 1, 1, 0.0, hand_moves=30, weight_changes=0)
    deeds = deeds_of({"no-instructions": Record(frozenset({1}), best, 2)}, KEY, 0, 0)
    assert (deeds[0].hand, deeds[0].machine) == (30, 0)


def test_the_work_moves_from_the_hand_to_the_machine() -> None:
    changes = {}
    for name in ("no-instructions", "scanner", "headphones", "cable", "volume"):
        level = level_named(name)
        attempt = Attempt(level, level.solution)
        attempt.play.skip()
        changes[name] = attempt.play.weight_changes
        assert attempt.play.hand_moves > 0
    assert changes["no-instructions"] == changes["scanner"] == 0
    assert 0 < changes["headphones"] < changes["cable"] < changes["volume"]
