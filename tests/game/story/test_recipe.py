"""Level 1's play: what the box says, what the stars compare it with, what the search and the network really do."""

from itertools import accumulate, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.encoding import OUTPUTS, UNIT_CM
from chairgame.chair.sculpture import COLUMNS, LOOKS, ROWS, STOREYS, place_of, sculpture
from chairgame.game.session.beats import Phase
from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.level import level_named
from chairgame.game.story.play import IllegalMoveError
from chairgame.game.story.recipe import ALL_SECONDS, CELLS, RIVALS, RecipePlay, first_recipe, thing_of

LEVEL = level_named("no-instructions")
CELL = st.tuples(*(st.integers(0, size - 1) for size in (COLUMNS, ROWS, STOREYS)))
RECIPE = st.tuples(CELL, CELL, CELL)
SEED = st.integers(0, 2**32)


def place(play: RecipePlay, recipe: tuple[tuple[int, int, int], ...]) -> None:
    for part, cell in enumerate(recipe):
        play.do(f"place {part} {' '.join(map(str, cell))}")


def scanned(*recipes: tuple[tuple[int, int, int], ...]) -> RecipePlay:
    play = RecipePlay(LEVEL)
    for recipe in recipes:
        place(play, recipe)
        play.do("scan")
    return play


def search(play: RecipePlay, frame: float) -> int:
    """The seconds that the debrief's search takes, in frames."""
    frames = 0
    while play.tick_debrief(frame, lambda: True):
        frames += 1
        assert frames * frame < 60
    return frames


@given(SEED, st.integers(1, len(LOOKS)))
def test_a_thing_stands_in_cells_of_its_own_and_comes_again_from_its_seed(seed: int, parts: int) -> None:
    chair = sculpture(seed, parts)
    assert [(part.kind, part.at, part.size) for part in chair.parts] == [
        (part.kind, part.at, part.size) for part in sculpture(seed, parts).parts
    ]
    cells = {place_of(*cell) for cell in CELLS}
    assert len({part.at for part in chair.parts}) == len({part.kind for part in chair.parts}) == parts
    for part in chair.parts:
        assert part.at in cells
        assert part.turn == (0.0, 0.0, 0.0)
        assert part.at[2] >= part.size[2] / 2  # nothing is in the floor


@given(RECIPE)
def test_a_scan_says_what_the_box_says_of_the_whole_build(recipe: tuple[tuple[int, int, int], ...]) -> None:
    play = scanned(recipe)
    outputs = np.zeros((3, OUTPUTS))
    outputs[:, :3] = np.array([place_of(*cell) for cell in recipe]) / UNIT_CM
    outputs[:, 3] = 1
    measured = ChairBox(play.thing.chair).measure(outputs).distance_cm
    assert play.notebook[-1].distance_cm == pytest.approx(measured, abs=1e-9)


def test_the_thing_itself_is_the_only_recipe_without_a_distance() -> None:
    thing = thing_of(LEVEL.seed, 3)
    places = {place_of(*cell): cell for cell in CELLS}
    assert thing.distance_cm(tuple(places[part.at] for part in thing.chair.parts)) == pytest.approx(0, abs=1e-9)
    assert [int((squares < 1e-9).sum()) for squares in thing.squares] == [1, 1, 1]


def test_neither_the_beginning_nor_a_middle_place_earns_a_star() -> None:
    thing = thing_of(LEVEL.seed, 3)
    begin = first_recipe(3)
    assert len(set(begin)) == 3
    assert thing.distance_cm(begin) > thing.random_cm[11]
    for storey in range(STOREYS):
        assert thing.distance_cm(((2, 2, storey),) * 3) > thing.random_cm[99]


def test_more_builds_at_random_come_nearer() -> None:
    rivals = [distance for _, distance in RecipePlay(LEVEL).rivals()]
    assert rivals == sorted(rivals, reverse=True)
    assert len(set(rivals)) == len(RIVALS)
    best = thing_of(LEVEL.seed, 3).random_cm
    assert len(best) == max(RIVALS)
    assert list(best) == list(accumulate(best, min))


@given(st.lists(RECIPE, min_size=1, max_size=12))
def test_facts_count_what_was_done(recipes: list[tuple[tuple[int, int, int], ...]]) -> None:
    play = scanned(*recipes)
    facts = play.facts()
    assert facts["scans"] == len(recipes) == play.count
    assert facts["scans_left"] == 12 - len(recipes)
    assert facts["space"] == 100**3
    assert facts["repeats"] == len(recipes) - len(set(recipes))
    assert facts["best_cm"] == min(scan.distance_cm for scan in play.notebook)
    still = [i + 1 for i, cell in enumerate(first_recipe(3)) if all(recipe[i] == cell for recipe in recipes)]
    assert facts["still"] == len(still)
    assert facts["still_part"] == (still[0] if still else 0)
    before, last = ([None] * 3, *recipes)[-2:] if len(recipes) > 1 else (recipes[0], recipes[0])
    assert facts["last_changed"] == sum(a != b for a, b in zip(before, last, strict=True))


@pytest.mark.parametrize(
    "move", ["place 0 5 0 0", "place 0 0 -1 0", "place 3 0 0 0", "place -1 0 0 0", "place 0 0 0 4"]
)
def test_a_place_outside_the_grid_is_refused(move: str) -> None:
    play = RecipePlay(LEVEL)
    with pytest.raises(IllegalMoveError):
        play.do(move)
    assert play.recipe == first_recipe(3)


def test_after_the_twelfth_scan_nothing_can_be_done() -> None:
    play = scanned(*[first_recipe(3)] * 12)
    assert play.is_over
    for move in ("scan", "place 0 0 0 0"):
        with pytest.raises(IllegalMoveError):
            play.do(move)


def test_undo_takes_edits_back_but_no_scan() -> None:
    attempt = Attempt(LEVEL)
    attempt.stage = Stage.PLAY
    for move in ("place 0 0 0 0", "scan", "place 1 0 0 0", "place 1 0 0 1"):
        assert attempt.do(move)
    assert attempt.undo()
    assert attempt.undo()
    assert not attempt.undo()
    assert isinstance(attempt.play, RecipePlay)
    assert attempt.play.count == 1
    assert attempt.play.recipe == ((0, 0, 0), *first_recipe(3)[1:])


def test_a_build_flies_is_scanned_and_comes_apart_again() -> None:
    play = scanned(first_recipe(3))
    assert play.is_moving
    assert not play.known
    seen = []
    while play.tick(0.05, lambda: True):
        seen.append((play.moment.phase, play.is_coming_apart, bool(play.known)))
    phases = [seen[0], *(b for a, b in pairwise(seen) if a != b)]
    assert phases == [
        (Phase.BUILD, False, False),
        (Phase.MEASURE, False, False),
        (Phase.MEASURE, False, True),
        (None, False, True),
        (Phase.BUILD, True, True),
        (None, False, True),
    ]
    assert len(seen) * 0.05 == pytest.approx(ALL_SECONDS, abs=0.1)


@given(recipe=RECIPE, frame=st.sampled_from([0.01, 0.05, 0.3]))
def test_random_search_stops_at_the_first_build_as_good_whatever_the_frames(
    recipe: tuple[tuple[int, int, int], ...], frame: float
) -> None:
    play, other = scanned(recipe), scanned(recipe)
    search(play, frame)
    search(other, 0.1)
    assert (play.searched, play.searched_cm) == (other.searched, other.searched_cm)
    assert play.best is not None
    assert play.searched_cm <= play.best.distance_cm + 1e-9
    assert not play.tick_debrief(frame, lambda: True)


def test_random_search_can_be_seen_counting_and_still_catches_up_with_the_best_recipe() -> None:
    play = RecipePlay(LEVEL)
    for move in LEVEL.solution:
        play.do(move)
    counts = []
    while play.tick_debrief(0.05, lambda: True):
        counts.append(play.searched)
    assert counts[19] < 40  # after a second
    assert len(counts) * 0.05 < 20
    assert counts[-1] > 10_000


def test_nothing_is_searched_for_whoever_has_scanned_nothing() -> None:
    play = RecipePlay(LEVEL)
    assert not play.tick_debrief(1.0, lambda: True)
    assert play.scores() == ()


@pytest.mark.parametrize("moves", [("scan",), LEVEL.solution])
def test_the_network_is_nearer_than_the_player_or_its_own_limit(moves: tuple[str, ...]) -> None:
    play = RecipePlay(LEVEL)
    for move in moves:
        play.do(move)
    assert play.scores()[-1].n is None, "nothing is trained by looking"
    for _step in play.reckon():
        pass
    rows = play.scores()
    assert [row.n for row in rows[:3]] == [len(play.notebook), *RIVALS[:-1]]
    network = rows[-1]
    assert play.best is not None
    assert network.distance_cm is not None
    assert network.distance_cm < max(1.0, play.best.distance_cm)
    assert 1 <= network.n < 150  # the very first build may be nearer than a single scan of the player
