"""The key that saves a run: a long one is written beside the screen, and nothing waits for it."""

import threading
from pathlib import Path

from chairgame.training.runs import load_run
from chairgame.tui import saving
from tests.tui.driving import game


async def test_a_long_run_is_saved_beside_the_screen_as_it_was_when_the_key_was_pressed(
    monkeypatch, tmp_path: Path
) -> None:
    may_write = threading.Event()
    save = saving.save_by_key

    def wait_and_save(run, home):
        assert threading.current_thread() is not threading.main_thread()
        assert may_write.wait(30)
        return save(run, home)

    monkeypatch.setattr(saving, "save_by_key", wait_and_save)
    async with game(home=tmp_path) as g:
        g.lab.run_keeper = saving.RunKeeper(g.lab, g.session, at_once=2)
        await g.press("n", "n", "n", "S", "S", "n")
        assert (g.session.epoch, list(tmp_path.rglob("*.run"))) == (4, [])
        may_write.set()
        for thread in threading.enumerate():
            if thread.name == "saving":
                thread.join(30)
        g.lab.run_keeper._tell()
        assert "Saved. chairgame replay" in "\n".join(g.rows())
    (file,) = (tmp_path / "runs").glob("*.run")
    assert len(load_run(file).rows) == 4
