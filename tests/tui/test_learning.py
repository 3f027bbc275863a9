"""The lab before a brain so large that an epoch takes long: it says so, keys are answered, nothing is lost."""

from pathlib import Path

import numpy as np

from chairgame.game.session.learner import Work
from chairgame.game.session.model import GameSession
from chairgame.tui import flow, kept_run
from chairgame.tui.learning import BackgroundLearner
from chairgame.tui.screens.lab import LabScreen
from chairgame.tui.widgets import film_strip
from tests.tui.driving import OPTIONS, Game, game

WAITING = "Learning … The epoch shown stays"


class SlowLearner(BackgroundLearner):
    """Takes everything for long."""

    def __init__(self) -> None:
        super().__init__(longest_wait=0.0)


def slowly(monkeypatch) -> None:
    for module in (flow, kept_run, film_strip):
        monkeypatch.setattr(module, "BackgroundLearner", SlowLearner)


async def until(g: Game, is_so) -> None:
    """Frame by frame, until it is so."""
    for _ in range(1000):
        if is_so():
            return
        await g.pass_time(0.05)
    raise AssertionError("it never comes")


async def test_the_lab_says_that_it_learns_and_what_waits_and_space_does_not_wait(monkeypatch) -> None:
    slowly(monkeypatch)
    held: list[Work] = []
    monkeypatch.setattr(SlowLearner, "do", lambda *asked: held.append(asked[1]))
    async with game() as g:
        await g.press("n")
        assert (g.session.epoch, g.session.journey.is_waiting) == (0, True)
        assert WAITING in "\n".join(g.rows())
        volume = g.session.settings.learning_rate
        await g.press("+")
        assert g.session.settings.learning_rate == volume
        assert "Keys that wait their turn: 1" in "\n".join(g.rows())
        await g.press("space")
        assert not g.session.journey.is_waiting
        assert "Broken off" in "\n".join(g.rows())
        await g.press("+")
        assert g.session.settings.learning_rate > volume
        assert WAITING not in "\n".join(g.rows())
        assert held


async def test_keys_pressed_while_it_learns_have_their_turn(monkeypatch) -> None:
    slowly(monkeypatch)
    async with game() as g:
        await until(g, lambda: not g.session.journey.is_busy)
        before = g.session.settings
        for key in ("R", "+", "u", "u"):
            await g.press(key)
        await until(g, lambda: not g.session.journey.is_busy)
        assert g.session.settings == before
        await g.press("U", "U")
        await until(g, lambda: not g.session.journey.is_busy)
        assert g.session.settings.seed == before.seed + 1
        assert g.session.settings.learning_rate > before.learning_rate


async def test_a_run_beside_the_screen_is_the_run_of_a_small_brain(monkeypatch) -> None:
    slowly(monkeypatch)
    async with game() as g:
        for key in ("n", "n", "n", "+", "n", "comma", "comma", "-", "n"):
            await until(g, lambda: not g.session.journey.is_busy)
            await g.press(key)
        await until(g, lambda: not g.session.journey.is_busy)
        beside = g.session
    alone = GameSession(OPTIONS.chair, OPTIONS.settings)
    for _ in range(3):
        alone.next_epoch()
    alone.change_volume(1)
    alone.next_epoch()
    alone.seek(2)
    alone.change_volume(-1)
    alone.next_epoch()
    assert (beside.epoch, beside.newest) == (alone.epoch, alone.newest) == (3, 3)
    assert beside.history.rows == alone.history.rows
    np.testing.assert_array_equal(beside.rebuild.before.params, alone.rebuild.before.params)


async def test_the_film_strip_fills_frame_by_frame(monkeypatch) -> None:
    slowly(monkeypatch)
    async with game((120, 40)) as g:
        for _ in range(4):
            await until(g, lambda: not g.session.journey.is_busy)
            await g.press("n")
        await until(g, lambda: not g.session.journey.is_busy)
        await g.press("m")
        film = g.screen.query_one(film_strip.FilmStrip)
        assert film.display
        for _ in range(1000):
            if len(film._frames) == len(film.epochs):
                break
            film._look_whether_it_is_there()
            await g.settle()
        assert len(film._frames) == len(film.epochs) > 1


async def test_an_earlier_run_is_learned_again_beside_the_screen(monkeypatch, tmp_path: Path) -> None:
    async with game(home=tmp_path) as g:
        for _ in range(5):
            await g.press("n")
        before = g.session.rebuild.before.params
        g.app.keep()
    slowly(monkeypatch)
    async with game(home=tmp_path) as g:
        await g.press("r")
        lab = g.lab
        assert isinstance(lab, LabScreen)
        for _ in range(1000):
            if lab.kept_run.offer is None and not g.session.journey.is_busy:
                break
            lab.kept_run._live_on()
            await g.pass_time(0.05)
        assert g.session.epoch == 5
        np.testing.assert_array_equal(g.session.rebuild.before.params, before)
