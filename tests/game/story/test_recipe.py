"""Level 1's play: what the box says, what the table tells, what the stars compare it with, and how the search goes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chairgame.blackbox.chairbox import ChairBox
from chairgame.chair.encoding import OUTPUTS, UNIT_CM
from chairgame.chair.sculpture import CELL_CM, COLUMNS, LOOKS, ROWS, STOREYS, place_of, sculpture
from chairgame.game.session.beats import Phase
from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.level import level_named
from chairgame.game.story.play import IllegalMoveError
from chairgame.game.story.recipe import RecipePlay
from chairgame.game.story.recipe_search import RandomSearch
from chairgame.game.story.recipe_slopes import AXES, Build, differences, slopes_of, written_down
from chairgame.game.story.recipe_thing import CELLS, RIVALS, SHAPE, Recipe, first_recipe, thing_of
from chairgame.graphics.cells.contrast import contrast, red_green_blue
from chairgame.graphics.picture.materials import material
from chairgame.text.catalogue import Catalogue

LEVEL = level_named("no-instructions")
THING = thing_of(LEVEL.seed, 3)
CELL = st.tuples(*(st.integers(0, size - 1) for size in SHAPE))
RECIPE = st.tuples(CELL, CELL, CELL)
SEED = st.integers(0, 2**32)
FIRST = first_recipe(3)


def placed(recipe: Recipe) -> list[str]:
    return [f"place {part} {' '.join(map(str, cell))}" for part, cell in enumerate(recipe)]


def built(*recipes: Recipe) -> RecipePlay:
    play = RecipePlay(LEVEL)
    for recipe in recipes:
        for move in placed(recipe):
            play.do(move)
        if play.points_of(recipe) is None:
            play.do("build")
    return play


def moved(recipe: Recipe, part: int, axis: int, tiles: int) -> Recipe:
    cell = tuple(place + tiles * (i == axis) for i, place in enumerate(recipe[part]))
    return tuple(cell if i == part else other for i, other in enumerate(recipe))  # type: ignore[misc]


@given(SEED, st.integers(1, len(LOOKS)))
def test_a_thing_stands_in_cells_of_its_own_and_comes_again_from_its_seed(seed: int, parts: int) -> None:
    chair = sculpture(seed, parts)
    assert chair.parts == sculpture(seed, parts).parts
    cells = {place_of(*cell) for cell in CELLS}
    assert len({part.at for part in chair.parts}) == len({part.kind for part in chair.parts}) == parts
    for part in chair.parts:
        assert part.at in cells
        assert part.turn == (0.0, 0.0, 0.0)
        assert part.at[2] >= part.size[2] / 2  # nothing is in the floor


def test_the_three_materials_differ_in_lightness() -> None:
    colours = [red_green_blue(material(part.material).colour) for part in sculpture(LEVEL.seed, 3).parts]
    assert min(contrast(a, b) for a in colours for b in colours if a != b) > 1.4


def test_points_are_whole_and_equal_to_what_the_scanner_says_of_a_thousand_recipes() -> None:
    rng, box = np.random.default_rng(7), ChairBox(THING.chair)
    for _ in range(1000):
        recipe: Recipe = tuple(CELLS[int(i)] for i in rng.integers(len(CELLS), size=3))
        outputs = np.zeros((3, OUTPUTS))
        outputs[:, :3] = np.array([place_of(*cell) for cell in recipe]) / UNIT_CM
        outputs[:, 3] = 1
        distance_cm, points = box.measure(outputs).distance_cm, THING.points(recipe)
        assert isinstance(points, int)
        assert points == pytest.approx(3 * (distance_cm / CELL_CM) ** 2, abs=1e-9)
        assert THING.distance_cm(points) == pytest.approx(distance_cm, abs=1e-9)


@given(RECIPE)
def test_the_thing_itself_is_the_only_recipe_of_no_points(recipe: Recipe) -> None:
    assert (THING.points(recipe) == 0) == (recipe == THING.recipe)
    assert THING.recipes_by_points[0] == 1
    assert sum(THING.recipes_by_points.values()) == len(CELLS) ** 3
    assert THING.builds_needed(0) == 1_000_000
    assert THING.builds_needed(max(THING.recipes_by_points)) == 1


@given(RECIPE, st.integers(0, 2), st.sampled_from(AXES))
def test_one_tile_changes_the_points_by_an_odd_number_that_says_how_far_it_is(
    recipe: Recipe, part: int, axis: int
) -> None:
    tiles = 1 if recipe[part][axis] < SHAPE[axis] - 1 else -1
    change = THING.points(moved(recipe, part, axis, tiles)) - THING.points(recipe)
    assert change % 2 == 1
    assert recipe[part][axis] + tiles * (1 - change) // 2 == THING.recipe[part][axis]


@given(st.lists(RECIPE, min_size=1, max_size=13, unique=True))
def test_the_table_holds_what_one_tile_changed_and_nothing_that_was_not_built(recipes: list[Recipe]) -> None:
    builds = [Build(recipe, THING.points(recipe)) for recipe in (FIRST, *recipes)]
    slopes = slopes_of(builds)
    for (part, axis), found in slopes.items():
        for slope in found:
            pairs = [
                (a, b)
                for a in builds
                for b in builds
                if moved(a.recipe, part, axis, 1) == b.recipe and a.recipe[part][axis] == slope.low
            ]
            assert slope.change in {b.points - a.points for a, b in pairs}
    for line in written_down(builds)[1:]:
        assert line.tiles == min(
            sum(abs(step.tiles) for step in differences(other.recipe, line.build.recipe))
            for other in builds[: builds.index(line.build)]
        )


def test_a_step_the_other_way_turns_its_sign_and_a_tile_is_told_once() -> None:
    left, right = moved(FIRST, 0, 0, -1), moved(FIRST, 0, 0, 1)
    slopes = slopes_of(built(left, right, FIRST).builds)[0, 0]
    assert [(slope.low, slope.change, slope.is_turned) for slope in slopes] == [(0, -5, True), (1, -3, False)]


@given(st.lists(RECIPE, max_size=12, unique=True), st.integers(0, 2**16))
def test_a_perfect_build_earns_three_stars_whatever_else_was_pressed(recipes: list[Recipe], seed: int) -> None:
    attempt, rng = Attempt(LEVEL), np.random.default_rng(seed)
    attempt.stage = Stage.PLAY
    for recipe in recipes:
        for move in (*placed(recipe), "build", "recall 0", attempt.play.random_move(rng), "place 0 1 1 1"):
            if attempt.play.count < 13 and not attempt.play.is_over:
                attempt.do(move)
        attempt.undo()
    if not attempt.play.is_over:
        assert all(attempt.do(move) for move in (*placed(THING.recipe), "build"))
    assert attempt.earned == {1, 2, 3}
    assert attempt.play.facts()["points"] == 0


def test_the_given_build_counts_and_there_are_fourteen() -> None:
    others = [(cell, *FIRST[1:]) for cell in CELLS if cell not in FIRST][:13]
    assert (RecipePlay(LEVEL).count, RecipePlay(LEVEL).most) == (1, 14)
    play = built(*others[:12])
    assert (play.count, play.is_over) == (13, False)
    play = built(*others)
    assert (play.count, play.is_over) == (14, True)
    for move in ("build", "place 0 0 0 0", "recall 0"):
        with pytest.raises(IllegalMoveError):
            play.do(move)


def test_a_known_recipe_is_no_build() -> None:
    play = built(moved(FIRST, 0, 0, 1))
    for recipe in (play.plan, FIRST):
        for move in placed(recipe):
            play.do(move)
        with pytest.raises(IllegalMoveError):
            play.do("build")
    assert play.count == 2


def test_the_plan_goes_back_by_a_move_and_then_build_by_build_and_no_build_is_taken_back() -> None:
    attempt = Attempt(LEVEL)
    attempt.stage = Stage.PLAY
    right, up = moved(FIRST, 0, 0, 1), moved(FIRST, 0, 2, 1)
    for recipe in (right, up):
        for move in (*placed(recipe), "build"):
            attempt.do(move)
    attempt.do("place 1 0 0 0")
    assert attempt.undo()
    assert not attempt.undo()
    play = attempt.play
    assert isinstance(play, RecipePlay)
    for number, recipe in ((1, right), (0, FIRST)):
        assert play.earlier == number
        attempt.do(f"recall {number}")
        assert (play.plan, play.count) == (recipe, 3)
        assert play.news is not None
        assert f"build {number + 1}" in play.news.sentence(Catalogue("en"))
    assert play.earlier is None


@pytest.mark.parametrize(
    "move", ["place 0 5 0 0", "place 0 0 -1 0", "place 3 0 0 0", "place -1 0 0 0", "place 0 0 0 4", "recall 1"]
)
def test_what_is_not_there_is_refused(move: str) -> None:
    play = RecipePlay(LEVEL)
    with pytest.raises(IllegalMoveError):
        play.do(move)
    assert play.plan == FIRST


@pytest.mark.parametrize("seed", LEVEL.seeds)
def test_every_seed_s_box_is_worth_thinking_about(seed: int) -> None:
    thing = thing_of(seed, 3)
    start, (few, many) = thing.points(FIRST), (int(thing.random_points[count - 1]) for count in RIVALS)
    assert 20 <= start <= 32
    assert 14 <= few < start
    assert 4 <= many <= 7
    assert sum(a != b for cells in zip(thing.recipe, FIRST, strict=True) for a, b in zip(*cells, strict=True)) >= 6
    assert (thing.random_points[:-1] >= thing.random_points[1:]).all()


def test_a_build_goes_apart_flies_and_is_measured_and_its_number_counts_down() -> None:
    play = built(THING.recipe)
    assert play.is_moving
    assert len(play.known) == 1
    assert play.standing == FIRST
    seen = []
    while play.tick(0.05, lambda: True):
        seen.append((play.moment.phase, play.is_coming_apart, play.standing, play.shown_points))
    order = list(dict.fromkeys(moment[:3] for moment in seen))
    assert order == [
        (Phase.BUILD, True, FIRST),
        (Phase.BUILD, False, THING.recipe),
        (Phase.MEASURE, False, THING.recipe),
        (None, False, THING.recipe),
    ]
    points = [moment[3] for moment in seen]
    assert points == sorted(points, reverse=True)
    assert (points[0], points[-1]) == (24, 0)
    assert len(seen) * 0.05 == pytest.approx(play.pace.seconds, abs=0.1)


def test_the_given_build_is_shown_as_it_is_built_and_nothing_is_known_before() -> None:
    attempt = Attempt(LEVEL)
    attempt.turn(1)
    play = attempt.play
    assert isinstance(play, RecipePlay)
    assert (play.shown_points, list(play.known), dict(play.slopes)) == (None, [], {})
    while attempt.playing:
        attempt.tick(0.1, lambda: True)
    assert (play.shown_points, len(play.known)) == (24, 1)


@given(points=st.integers(1, 40), frame=st.sampled_from([0.01, 0.05, 0.3]))
def test_random_search_stops_at_the_first_build_as_good_whatever_the_frames(points: int, frame: float) -> None:
    searches = RandomSearch(THING, 3), RandomSearch(THING, 3)
    for search, seconds in zip(searches, (frame, 0.1), strict=True):
        frames = 0
        while search.tick(seconds, points):
            frames += 1
            assert frames * seconds < 60
    assert searches[0].count == searches[1].count
    assert searches[0].best is not None
    assert searches[0].best <= points


def test_random_search_can_be_seen_counting_and_goes_on_to_the_thing_itself() -> None:
    search, counts = RandomSearch(THING, LEVEL.seed), []
    while search.tick(0.05, 0):
        counts.append(search.count)
    assert counts[19] < 40  # after a second
    assert len(counts) * 0.05 < 60
    assert counts[-1] > 10_000


def test_what_was_in_the_box_stands_beside_the_best_build_with_the_tiles_between() -> None:
    near = moved(THING.recipe, 1, 1, 2)
    reveal = built(near, FIRST).reveal()
    np.testing.assert_allclose(reveal.best.centres, [place_of(*cell) for cell in near])
    np.testing.assert_allclose(reveal.thing.centres, [part.at for part in reveal.chair.parts])
    assert [(gap.part, gap.off) for gap in reveal.gaps] == [(1, 2)]
    assert built(THING.recipe).reveal().gaps == ()


def test_the_board_is_as_large_as_the_design_says() -> None:
    assert (COLUMNS, ROWS, STOREYS) == SHAPE == (5, 5, 4)
