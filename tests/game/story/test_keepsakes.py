"""A level's best play, kept by its moves, shows again what was built; what cannot be replayed shows nothing."""

from dataclasses import replace

import pytest

from chairgame.game.progress.records import Feat, Record, Result, first_stars, played_once_more
from chairgame.game.story.cable import CablePlay
from chairgame.game.story.keepsakes import Keepsake, Recollection, as_played, circuit_in, keepsake_of, thing_in
from chairgame.game.story.level import Level, level_named, levels
from chairgame.game.story.plays import new_play

EACH = pytest.mark.parametrize("level", levels(), ids=lambda level: level.id)


@EACH
def test_a_kept_play_is_lived_through_to_its_end_and_knows_its_best(level: Level) -> None:
    kept = keepsake_of(Keepsake(level.seed, level.edition, level.solution).feat(1.0))
    assert kept is not None
    memory = Recollection(level, kept).go_through()
    assert tuple(memory.play.moves) == level.solution
    figure = memory.play.figure()
    if figure is None:
        assert memory.best is None
        return
    assert memory.best_figure == (figure[1], figure[2])
    if memory.best is None:  # a play with no parts on its floor: the cable
        assert memory.play.assembled() is None
        return
    chair, poses = memory.best
    assert len(chair.parts) == len(poses)


@EACH
def test_a_play_of_another_edition_or_box_is_not_lived_through(level: Level) -> None:
    for other in (replace(level, edition=level.edition + 1), replace(level, seeds=(level.seed + 1,))):
        memory = Recollection(other, Keepsake(level.seed, level.edition, level.solution))
        assert memory.is_over
        assert not memory.go_through().play.moves


def test_a_move_that_cannot_be_made_ends_it() -> None:
    level = levels()[0]
    memory = Recollection(level, Keepsake(level.seed, level.edition, (level.solution[0], "fly", level.solution[0])))
    assert list(memory.go_through().play.moves) == [level.solution[0]]


@pytest.mark.parametrize(
    "feat", [None, Feat(3, "cm", 1.0, ("1 1", "scan")), Feat(3, "moves", 1.0), Feat(1, "moves", 1.0, ("scan", "scan"))]
)
def test_what_is_kept_of_something_else_is_no_play(feat: Feat | None) -> None:
    assert keepsake_of(feat) is None


def test_only_what_nobody_has_ever_seen_is_a_thing() -> None:
    things = {level.id: thing_in(level) for level in levels()}
    assert [name for name, thing in things.items() if thing is not None] == [level.id for level in levels()[:3]]
    first = levels()[0]
    assert thing_in(first) == getattr(new_play(first), "thing").chair  # noqa: B009  (a play of recipes alone has one)


def test_the_circuit_is_that_of_the_player_s_own_last_case() -> None:
    cable = level_named("cable")
    seed = cable.seeds[3]
    result = Result(first_stars(1), 3, seed, cable.edition, 1.0)
    records: dict[str, Record] = {cable.id: played_once_more(None, result)}
    circuits = [circuit_in(as_played(cable, known)) for known in ({}, records)]
    for level, circuit in zip((cable, cable.with_seed(seed)), circuits, strict=True):
        play = new_play(level)
        assert isinstance(play, CablePlay)
        assert circuit == tuple(map(float, play.cases[-1].brain.weights))
    assert circuits[0] != circuits[1]
