"""What a key saves: the same run in one file, other runs beside it, and no more than a folder is meant to hold."""

from pathlib import Path

import pytest

from chairgame.game.session.saving import MOST_BY_KEY, save_session
from chairgame.text.errors import PlayerError
from chairgame.training.runs import load_run
from tests.game.commands import learned


def test_the_same_run_has_one_file_and_another_of_its_name_one_beside_it(tmp_path: Path) -> None:
    session = learned(3)
    path = save_session(session, tmp_path)
    before = path.read_bytes()
    assert [save_session(session, tmp_path) for _ in range(3)] == [path] * 3
    other = learned(2)
    other.change_parameter(3, 0.5)
    other.next_epoch()
    beside = save_session(other, tmp_path)
    assert (beside.stem, path.read_bytes()) == (f"{path.stem}-2", before)
    assert save_session(other, tmp_path) == beside
    assert save_session(session, tmp_path) == path
    assert load_run(path) != load_run(beside)


def test_a_held_key_ends_in_a_sentence(tmp_path: Path) -> None:
    session = learned(1)
    for _ in range(MOST_BY_KEY):
        last = save_session(session, tmp_path)
        session.next_epoch()
    with pytest.raises(PlayerError, match=f"holds {MOST_BY_KEY} runs"):
        save_session(session, tmp_path)
    assert len(list((tmp_path / "runs").iterdir())) == MOST_BY_KEY
    last.rename(last.with_name("my-best.run"))  # what has a name of its own is not counted
    save_session(session, tmp_path)
