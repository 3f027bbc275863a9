"""Whatever a player does, in any order: nothing raises, and a session stays sound."""

import re
from math import isfinite

import numpy as np
from hypothesis import given, settings

from chairgame.game.session.beats import Phase
from chairgame.game.session.model import GameSession
from chairgame.game.session.workshop import Plan
from chairgame.graphics.picture.staging import assembled_at, scene_of
from chairgame.text.catalogue import Catalogue
from tests.game.commands import COMMANDS, SEQUENCES, Command, small_session

CATALOGUES = (Catalogue("en"), Catalogue("pl"))
NO_NUMBER = re.compile(r"\b(nan|inf)\b|[{}]", re.IGNORECASE)


def check(session: GameSession) -> None:
    """What holds after every command."""
    assert 0 <= session.epoch <= session.newest
    assert session.row.epoch == session.epoch
    assert session.player.elapsed >= 0
    assert session.rebuild.epoch == session.epoch
    assert session.settings.is_sound()
    assert len(session.pile) == len(session.hand.assembly) == len(session.chair.parts)
    assert session.hand.selected is None or session.hand.selected < len(session.chair.parts)
    assert session.hand.held is None or session.player.moment.phase is None, "a hand holds what stands still"
    assert len({branch.name for branch in session.workshop.bench.branches}) == len(session.workshop.bench.branches)


def check_shown(session: GameSession) -> None:
    """No number without meaning in anything that is written, and nothing that a scene cannot be made of."""
    figures = (session.row.loss, session.row.distance_cm, session.row.gradient_norm)
    shown = (*figures, session.scanner.next_distance_cm, session.scanner.best_cm)
    assert all(figure is None or isfinite(figure) for figure in shown)
    assert sorted(session.rebuild.worst_parts()) == list(range(len(session.chair.parts)))
    if session.news:
        for catalogue in CATALOGUES:
            assert not NO_NUMBER.search(session.news.sentence(catalogue))
    scene = scene_of(session)
    if not session.rebuild.burned_out:
        assert np.isfinite(scene.centres).all()
        assert np.isfinite(scene.rotations).all()
        assert np.isfinite(session.hand.measurement.distance_cm)
    assert scene.arrows is None or np.isfinite(scene.arrows.tips).all()


@given(SEQUENCES)
@settings(max_examples=150)
def test_any_sequence_of_commands_leaves_a_sound_session(commands: list[Command]) -> None:
    session = small_session()
    check(session)
    for command in commands:
        command.do(session)
        check(session)
    check_shown(session)


@given(SEQUENCES)
@settings(max_examples=60)
def test_parts_are_only_between_the_pile_and_the_assembly_of_the_epoch_shown(commands: list[Command]) -> None:
    """In flight no part's pose depends on another epoch: it is computed from the heap and this epoch's build alone."""
    session = small_session()
    for command in commands:
        command.do(session)
        if session.hand.held is None:
            np.testing.assert_array_equal(session.hand.assembly.centres, session.rebuild.poses.centres)
        if session.player.moment.phase is Phase.BUILD and not session.rebuild.burned_out:
            shown = scene_of(session).centres[: len(session.chair.parts)]
            expected = assembled_at(session.pile, session.hand.assembly, session.player.moment)
            np.testing.assert_array_equal(shown, expected.centres)


def exchanged(session: GameSession, plan: Plan | None) -> bool:
    """Whether there was something to undo or redo, which has been done."""
    if plan is not None:
        session.journey.go(plan, lambda: None, begins=True)
    return plan is not None


@given(SEQUENCES, COMMANDS)
@settings(max_examples=150)
def test_undo_and_redo_bring_back_the_very_same_run(commands: list[Command], last: Command) -> None:
    session = small_session()
    for command in commands:
        command.do(session)
    benches = [session.workshop.bench]
    last.do(session)
    if exchanged(session, session.workshop.undone()):
        undone = session.workshop.bench
        assert exchanged(session, session.workshop.redone())
        benches.append(session.workshop.bench)
        assert exchanged(session, session.workshop.undone())
        assert session.workshop.bench is undone
    for bench in benches:
        assert all(row.epoch == index for index, row in enumerate(bench.history.rows))


@given(SEQUENCES)
@settings(max_examples=60)
def test_looking_back_shows_the_same_weights_and_poses_bit_for_bit(commands: list[Command]) -> None:
    session = small_session()
    for command in commands:
        command.do(session)
    epoch, params, outputs = session.epoch, session.rebuild.before.params, session.rebuild.outputs
    row = session.row
    session.seek(0)
    session.seek(session.newest)
    session.seek(epoch // 2)
    session.seek(epoch)
    np.testing.assert_array_equal(session.rebuild.before.params, params)
    np.testing.assert_array_equal(session.rebuild.outputs, outputs)
    assert session.row == row
