"""What a player takes away is never written over, and a folder that cannot be written is one sentence."""

from pathlib import Path

import pytest

from chairgame.game.sharing.mementos import write_memento
from chairgame.text.errors import PlayerError


def test_files_of_one_name_are_written_beside_earlier_ones(tmp_path: Path) -> None:
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "a.svg").write_text("mine")
    made = [write_memento(tmp_path, "cards", "a", {".txt": str(i), ".svg": "s"}) for i in range(3)]
    assert [[file.name for file in files] for files in made] == [
        ["a-2.txt", "a-2.svg"],
        ["a-3.txt", "a-3.svg"],
        ["a-4.txt", "a-4.svg"],
    ]
    assert [files[0].read_text() for files in made] == ["0", "1", "2"]
    assert (tmp_path / "cards" / "a.svg").read_text() == "mine"


def test_letters_and_line_ends_are_the_same_everywhere(tmp_path: Path) -> None:
    (file,) = write_memento(tmp_path / "home", "cards", "a", {".txt": "żółć\n★\n"})
    assert file.read_bytes() == "żółć\n★\n".encode()


def test_where_nothing_can_be_written_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "cards").write_text("a file in the way")
    with pytest.raises(PlayerError, match="cards"):
        write_memento(tmp_path, "cards", "a", {".txt": ""})
