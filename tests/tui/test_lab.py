"""The lab by keyboard: what has the focus, a weight's value, the settings, branches, and time that runs or stands."""

from dataclasses import replace

import numpy as np
import pytest

from chairgame.game.session.beats import Phase
from chairgame.game.session.choices import CHOICES
from chairgame.game.sitting.collapse import CUT_SECONDS
from chairgame.text.figures import figure
from chairgame.training.settings import Settings
from chairgame.tui.clockwork import LONGEST_TICK
from chairgame.tui.screens.lab_panels import NAMES as PANELS
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.sit_stills import WEIGHED
from tests.tui.driving import OPTIONS, Game, game

SIZES = [(80, 24), (120, 40)]
LOUD = Settings(hidden=(8,), optimizer="sgd", learning_rate=100.0)


async def focus(g: Game, panel: str) -> None:
    await g.press("escape", "escape", *["tab"] * PANELS.index(panel))


# What has the focus


async def test_arrows_choose_a_part_in_the_black_box() -> None:
    async with game() as g:
        await g.press("n", "tab")
        order = g.session.rebuild.worst_parts()
        assert g.session.hand.selected == order[0]
        for key, part in (("down", order[1]), ("right", order[2]), ("down", order[0]), ("up", order[2])):
            await g.press(key)
            assert g.session.hand.selected == part


@pytest.mark.parametrize("size", SIZES)
async def test_arrows_go_through_the_parts_with_the_floor_in_focus(size: tuple[int, int]) -> None:
    async with game(size) as g:
        await g.press("n", "shift+tab")
        order, epoch = g.session.rebuild.worst_parts(), g.session.epoch
        assert (g.lab.panels.focused, g.session.hand.selected) == ("floor", order[0])
        for key, part in (("right", order[1]), ("right", order[2]), ("left", order[1])):
            await g.press(key)
            label = g.session.chair.labels[part]
            assert (g.session.hand.selected, g.session.epoch) == (part, epoch)
            assert f"← {label}" in g.text()
        assert g.screen.query_one("#viewport").region.area  # nothing takes the floor's place
        await g.press("escape")
        assert g.lab.panels.focused == "time"


async def test_adams_first_step_is_said_to_be_equally_long_and_no_other() -> None:
    async with game(settings=Settings(hidden=(8,))) as g:
        await g.press("p", "p", "p", "p")
        assert g.session.player.moment.phase is Phase.ADJUST
        assert "equally long" in g.row_of("news")
        await g.press("p", "p", "p", "p")
        assert (g.session.epoch, g.session.player.moment.phase) == (1, Phase.ADJUST)
        assert "equally long" not in g.row_of("news")


async def test_arrows_turn_the_volume_at_the_headphones() -> None:
    async with game() as g:
        await focus(g, "headphones")
        rate = g.session.settings.learning_rate
        await g.press("up")
        assert g.session.settings.learning_rate > rate
        await g.press("left")
        assert g.session.settings.learning_rate == rate


@pytest.mark.parametrize("size", SIZES)
async def test_a_weight_is_chosen_typed_set_and_taken_back(size: tuple[int, int]) -> None:
    async with game(size) as g:
        await g.press("n")
        await focus(g, "brain")
        await g.press("left", "down", "down")
        index = g.lab.panels.brain.chosen_index()
        before = g.session.rebuild.before.params
        assert f"weight {figure(float(before[index]), digits=4)}" in g.text()
        await g.press("enter", *"-1.25")
        assert "new value: -1.25_" in g.text()
        await g.press("backspace", "5", "enter")
        assert g.session.rebuild.before.params[index] == -1.25
        assert "weight −1.250" in g.text()
        assert np.flatnonzero(g.session.rebuild.before.params != before).tolist() == [index]
        await g.press("u")
        np.testing.assert_array_equal(g.session.rebuild.before.params, before)
        assert g.session.epoch == 1


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("abc", ""), ("1-2", "12"), ("--3", "-3"), ("1.2.3", "1.23"), ("1,5", "1.5"), ("12345678901", "123456789")],
)
async def test_only_a_number_can_be_typed(typed: str, shown: str) -> None:
    async with game() as g:
        await focus(g, "brain")
        await g.press("enter")
        for character in typed:
            if character not in "abc":
                await g.press(character)
            else:
                g.lab.panels.brain.type(character)
        assert g.lab.panels.brain.typed == shown


async def test_a_weight_that_was_not_typed_stays() -> None:
    async with game() as g:
        await focus(g, "brain")
        for typed in ("", "-", "."):
            await g.press("enter", *typed, "enter")
            assert g.lab.panels.brain.typed is None
        await g.press("enter", "7", "escape")
        assert g.lab.panels.brain.typed is None
        assert g.session.history.changes == []
        assert g.lab.panels.focus_on == PANELS.index("brain")


async def test_a_typed_minus_is_no_volume_and_a_typed_point_no_step() -> None:
    async with game() as g:
        await focus(g, "brain")
        before = (g.session.settings, g.session.epoch)
        await g.press("enter", "minus", "full_stop", "comma", "5")
        assert (g.session.settings, g.session.epoch) == before
        assert g.lab.panels.brain.typed == "-.5"


async def test_arrows_and_brackets_move_the_part_in_hand() -> None:
    async with game() as g:
        await g.press("n", "g")
        hand = g.session.hand.held
        assert hand is not None
        await g.press("right", "up", "right_square_bracket")
        moved = g.session.hand.held
        assert moved is not None
        assert ((moved.centre - hand.centre) > 0).all()
        await g.press("left", "down", "left_square_bracket")
        back = g.session.hand.held
        assert back is not None
        np.testing.assert_allclose(back.centre, hand.centre)


async def test_the_distance_shows_what_the_hand_makes_of_it() -> None:
    async with game((120, 40)) as g:
        await g.press("n", "g", "enter")
        expected = f"{g.session.row.distance_cm:.1f} → {g.session.hand.measurement.distance_cm:.1f} cm"
        assert expected in g.text()


# The settings


@pytest.mark.parametrize("row", range(len(CHOICES)))
@pytest.mark.parametrize("size", SIZES)
async def test_every_setting_steps_and_is_taken_back(row: int, size: tuple[int, int]) -> None:
    async with game(size, settings=Settings(seed=4)) as g:
        await g.press("n", "o", *["down"] * row)
        words, choice = g.app.look.words, CHOICES[row]
        before, chair = g.session.settings, g.session.chair.name
        key = "left" if choice.value(g.session, words) == words("after the whole chair") else "right"
        if choice.name == "optimizer":
            key = "left"
        await g.press(key)
        assert (g.session.settings, g.session.chair.name) != (before, chair)
        assert choice.value(g.session, words) in g.text()
        await g.press("u")
        assert (g.session.settings, g.session.chair.name) == (before, chair)
        assert g.session.epoch == 1


async def test_the_settings_go_round_and_stop_at_their_ends() -> None:
    async with game() as g:
        await g.press("o", "up")
        assert g.lab.settings.row == len(CHOICES) - 1
        await g.press("down")
        assert g.lab.settings.row == 0
        await g.press(*["left"] * 20)
        first = g.session.chair.name
        await g.press(*["right"] * 20)
        assert g.session.chair.name != first


async def test_another_chair_is_framed_anew() -> None:
    async with game() as g:
        camera = g.lab.viewport.camera
        await g.press("o", "right")
        assert g.session.chair is not OPTIONS.chair
        assert g.lab.viewport.camera != camera


# Branches


async def test_fork_and_compare() -> None:
    async with game((120, 40)) as g:
        await g.press("n", "n", "n", "f", "plus", "plus", "n", "n")
        assert "branch B" in g.row_of("title")
        assert "├" in g.row_of("timeline")
        both = g.lab.panels.black_box.paint(30, 60).lines()
        await g.press("v")
        assert (g.session.workshop.bench.branch.name, g.session.newest) == ("A", 3)
        assert g.session.workshop.bench.other is not None
        assert g.session.workshop.bench.other.name == "B"
        await g.press("u", "u", "u")
        assert len(g.session.workshop.bench.branches) == 1
        assert g.lab.panels.black_box.paint(30, 60).lines() != both


async def test_the_past_is_changed_on_a_branch_of_its_own() -> None:
    async with game() as g:
        await g.press("n", "n", "n", "left", "left", "plus")
        assert "branch B" in g.row_of("title")
        assert "You changed the past: from epoch 1 on this is branch B." in g.row_of("news")


# Time


def count_paints(g: Game) -> list[str]:
    """Names of the widgets that paint from now on, and `terminal` whenever anything is written."""
    seen: list[str] = []
    for widget in g.screen.query(CellsWidget):
        _record(widget, "paint", str(widget.id), seen)
    _record(g.app, "_display", "terminal", seen)
    return seen


def _record(whose: object, method: str, name: str, seen: list[str]) -> None:
    original = getattr(whose, method)

    def recorded(*words: object) -> object:
        seen.append(name)
        return original(*words)

    setattr(whose, method, recorded)


def is_running(g: Game) -> bool:
    """Whether the clockwork's timer fires."""
    return g.lab.clockwork._timer._active.is_set()


async def test_paused_no_timer_runs_and_nothing_is_painted() -> None:
    async with game() as g:
        assert not is_running(g)
        await g.press("space")
        assert is_running(g)
        await g.pass_time(1.0)
        await g.press("space")
        assert not is_running(g)
        await g.settle()
        seen = count_paints(g)
        await g.pass_time(60.0)
        assert seen == []
        await g.press("n")
        assert seen != []


async def test_while_it_plays_only_what_changes_is_painted() -> None:
    async with game() as g:
        await g.press("space")
        await g.pass_time(0.5)
        seen = count_paints(g)
        await g.pass_time(0.5)
        assert set(seen) == {"viewport", "terminal"}


async def test_help_stops_time_and_leaves_it_stopped() -> None:
    async with game() as g:
        lab = g.lab
        await g.press("space", "question_mark")
        await g.settle()
        assert not lab.session.playing
        assert not lab.clockwork._timer._active.is_set()
        await g.press("escape")
        assert not is_running(g)


async def test_after_a_long_pause_of_the_process_nothing_leaps() -> None:
    async with game() as g:
        await g.press("space")
        g.clock.advance(3600)
        g.lab.clockwork.tick()
        assert g.session.player.elapsed <= LONGEST_TICK


async def test_time_does_not_count_while_it_was_paused() -> None:
    async with game() as g:
        await g.press("space")
        await g.pass_time(0.5)
        await g.press("space")
        g.clock.advance(100)
        await g.press("space")
        before = g.session.player.elapsed
        await g.pass_time(0.1)
        assert g.session.player.elapsed == pytest.approx(before + 0.1, abs=0.01)


async def test_a_burn_out_stops_the_clock_and_undo_goes_on() -> None:
    async with game((120, 40), settings=LOUD) as g:
        await g.press("space")
        await g.pass_time(40.0)
        assert g.session.rebuild.burned_out
        assert not is_running(g)
        assert "burned out" in g.row_of("news")
        for _ in range(2):
            await g.press("n")
            assert "burned out" in g.row_of("news")
        for word in ("nan", "inf"):
            assert word not in g.text().lower().split()
        await g.press("u", *["minus"] * 40, "n", "n")
        assert not g.session.rebuild.burned_out
        assert "cm" in g.text()


async def test_phases_light_up_one_after_the_other() -> None:
    async with game((120, 40)) as g:
        for phase in Phase:
            await g.press("p")
            assert g.session.player.moment.phase is phase
            shown = g.screen.query_one("#title", CellsWidget).paint(1, 120)
            assert len(set(shown.foreground[0, 60:].tolist())) > 1
        assert " → " in "".join(g.lab.panels.black_box.picture.lines()[:4])


async def test_reduced_motion_cuts_instead_of_flying() -> None:
    async with game((100, 30), reduced_motion=True) as g:
        await g.press("space")
        await g.pass_time(0.2)
        built = g.lab.viewport.picture.glyph.copy()
        await g.pass_time(1.0)
        assert g.session.player.moment.phase is Phase.BUILD
        np.testing.assert_array_equal(g.lab.viewport.picture.glyph[2:], built[2:])


async def test_large_digits_where_they_are_asked_for() -> None:
    async with game((100, 30)) as small, game((100, 30), big=True) as big:
        await small.press("n")
        await big.press("n")
        assert small.lab.panels.black_box.paint(20, 40).lines() != big.lab.panels.black_box.paint(20, 40).lines()


async def test_saving_into_a_folder_that_cannot_be_says_so(tmp_path: object) -> None:
    taken = replace(OPTIONS, home=tmp_path / "file")  # type: ignore[operator]
    taken.home.write_text("not a folder")
    async with game(home=taken.home) as g:
        await g.press("n", "S")
        assert g.row_of("news").strip()
        assert "Saved" not in g.row_of("news")


@pytest.mark.parametrize(("reduced_motion", "order"), [(False, [0, 1, 2, 3]), (True, [0, 3])])
async def test_somebody_sits_down_in_stills_by_the_clock_and_waits_while_a_hand_moves_things(
    reduced_motion: bool, order: list[int]
) -> None:
    async with game((120, 40), settings=Settings(seed=3), reduced_motion=reduced_motion) as g:
        await g.press(*"n" * 26, "t", "t")  # grandmother, on a chair that does not hold her
        panel, stills = g.lab.views.sit, []
        assert g.session.seat.test.falls
        while panel.playing:
            stills.append(panel.still)
            g.clock.advance(CUT_SECONDS)
            panel.clockwork.tick()
        assert [*stills, panel.still] == order
        await g.press("g")
        assert (panel.still, panel.playing) == (WEIGHED, False)


async def test_what_of_a_fall_is_computed_is_said_at_the_first_one() -> None:
    async with game((80, 24), settings=Settings(seed=3)) as g:
        await g.press(*"n" * 26, "t")
        assert "is only drawn" in g.text()
        await g.press("t")
        assert g.session.seat.test.falls
        assert "is only drawn" not in g.text()
