"""Hiding a thing: whatever is done at the table stays in the workshop, can be undone, and comes back from its file."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chairgame.chair.files import parse_chair
from chairgame.chair.poses import ideal_poses, rotation_matrices
from chairgame.chair.writing import chair_text
from chairgame.game.hiding.run import HiddenRun
from chairgame.game.hiding.table import MOST, REACH_CM, SHELF, Arrangement, file_name_of

STEP = st.integers(-9, 9)
COMMAND = st.one_of(
    st.tuples(st.just("add"), st.integers(-1, len(SHELF))),
    st.tuples(st.just("move"), STEP, STEP, STEP),
    st.tuples(st.just("turn"), st.integers(0, 2)),
    st.tuples(st.just("select"), st.integers(-7, 7)),
    st.tuples(st.just("remove")),
    st.tuples(st.just("undo")),
)
COMMANDS = st.lists(COMMAND, max_size=30)


def _done(commands: list[tuple]) -> Arrangement:
    table = Arrangement()
    for name, *words in commands:
        getattr(table, name)(*words)
    return table


@given(commands=COMMANDS)
def test_everything_stays_inside_and_above_the_floor(commands):
    table = _done(commands)
    assert len(table.parts) <= MOST
    assert len({part.label for part in table.parts}) == len(table.parts)
    if table.parts:
        chair = table.chair("x")
        poses = ideal_poses(chair)
        reach = np.einsum("nij,nj->ni", np.abs(rotation_matrices(poses.quaternions)), chair.sizes / 2)
        assert (poses.centres[:, 2] - reach[:, 2] > -0.01).all()
        assert (np.abs(poses.centres[:, :2]) <= REACH_CM).all()


@given(commands=COMMANDS)
def test_undo_goes_all_the_way_back(commands):
    table = _done(commands)
    while table.undo():
        pass
    assert table.parts == ()


@given(commands=COMMANDS, title=st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
@example(commands=[], title="0" * 39 + " 0")  # a blank where it is cut
@example(commands=[], title="\u00a0a\u202eb\x1b[2J\n")
def test_the_thing_comes_back_from_its_file(commands, title):
    table = _done([("add", 0), *commands, ("add", 1)])
    chair = table.chair(title)
    assert parse_chair(chair_text(chair), "thing.toml") == chair


@pytest.mark.parametrize(
    ("title", "name"), [("Żółty kot!", "zolty-kot"), ("…", "thing"), ("A  b", "a-b"), ("ŁAWKA", "lawka")]
)
def test_a_title_makes_a_files_name(title, name):
    assert file_name_of(title) == name


@pytest.fixture
def bridge():
    return _done([("add", 0), ("add", 0), ("add", 3), ("move", 0, 0, 9)]).chair("Bridge")


def _learned(run: HiddenRun) -> HiddenRun:
    run.session.player.play()
    for _ in range(4000):
        if not run.playing:
            return run
        run.tick(0.1, lambda: False)
    raise AssertionError("it is never found")


def test_the_network_finds_it_and_holds_on_for_the_room_to_see(bridge):
    run = HiddenRun(bridge, 0)
    _learned(run)
    assert run.found_at == run.session.epoch
    assert run.session.row.distance_cm < 5
    earlier = run.session.history.rows[: run.found_at]
    assert all(row.distance_cm >= 5 for row in earlier)


def test_a_seat_is_found_as_soon_as_grandmother_can_sit():
    seat = [("add", 1), ("move", 9, 8, 9)]
    legs = [("add", 0), ("add", 0), ("add", 0), ("add", 0)]
    chair = _done(seat).parts
    assert chair
    table = _done([*seat, *legs])
    corners = ((-15, -15), (15, -15), (-15, 15), (15, 15))
    for index, (x, y) in enumerate(corners, 1):
        table.select(index)
        part = table.part
        table.move(
            round((x + table.parts[0].at[0] - part.at[0]) / 5), round((y + table.parts[0].at[1] - part.at[1]) / 5), 0
        )
    table.select(0)
    table.move(0, 0, -20)
    table.move(0, 0, 9)
    run = HiddenRun(table.chair("stool"), 0)
    assert run._can_be_sat_on
    _learned(run)
    assert run.found_at is not None


def test_the_closest_bets_win_and_bets_end_with_the_first_signal(bridge):
    run = HiddenRun(bridge, 0)
    assert not run.bet(0)
    for epoch in (1, 20, 9999):
        assert run.bet(epoch)
    assert run.winners == ()
    _learned(run)
    assert not run.bet(30)
    least = min(abs(bet.epoch - run.found_at) for bet in run.bets)
    assert {abs(bet.epoch - run.found_at) for bet in run.winners} == {least}


def test_a_locked_box_tells_nothing(bridge):
    run = HiddenRun(bridge, 0)
    assert run.ideal is None
    with pytest.raises(ValueError, match="locked"):
        run.file_text()
    run.open()
    assert np.array_equal(run.ideal.centres, ideal_poses(bridge).centres)


@settings(max_examples=20, deadline=None)
@given(epochs=st.integers(0, 40))
def test_found_does_not_depend_on_how_often_one_looks(epochs):
    chair = _done([("add", 0), ("add", 1), ("move", 0, 0, 9)]).chair("x")
    often, once = HiddenRun(chair, 1), HiddenRun(chair, 1)
    for _ in range(epochs):
        often.session.next_epoch()
        _ = often.found_at
        once.session.next_epoch()
    assert often.found_at == once.found_at
