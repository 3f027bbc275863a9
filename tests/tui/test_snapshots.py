"""The keeper of snapshots keeps, forgives a rounded block, and nothing else."""

import pytest

from tests.tui import snapshots
from tests.tui.driving import game
from tests.tui.snapshots import Row, Snapshots, alike, parsed, written

LONG = "▄" * 1000
TAKEN: dict[str, list[Row]] = {
    "truecolor": [("0a1b", "│ ▄▄ = 3 │"), ("ffff", "")],
    "ascii": [("0000", ""), ("0000", "")],
}


def test_what_is_written_is_read_again() -> None:
    assert parsed(written(TAKEN)) == TAKEN
    assert written(TAKEN).count("0000=") == 1, "a row that reads as in the first look is not written twice"


@pytest.mark.parametrize(
    ("kept", "is_forgiven"),
    [
        (("0000", LONG), True),
        (("0000", "▀" + LONG[1:]), True),
        (("0000", "▀▀▀" + LONG[3:]), False),
        (("0000", "A" + LONG[1:]), False),
        (("0000", LONG[1:]), False),
        (("0001", LONG), False),
    ],
)
def test_a_block_may_be_another_block_and_nothing_else_anything_else(kept: Row, is_forgiven: bool) -> None:
    assert alike([kept], [("0000", LONG)]) == is_forgiven


async def test_a_screen_that_nobody_has_looked_at_is_a_defect_until_it_is_kept(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(snapshots, "FOLDER", tmp_path)
    async with game((80, 24)) as g:
        with pytest.raises(AssertionError, match="lab-80x24-en"):
            await Snapshots(is_refreshing=False)(g, "lab")
        await Snapshots(is_refreshing=True)(g, "lab")
        await Snapshots(is_refreshing=False)(g, "lab")
        assert g.app.look.depth.value == "truecolor"
        await g.press("n")
        with pytest.raises(AssertionError, match="another picture in truecolor, 16, none, ascii"):
            await Snapshots(is_refreshing=False)(g, "lab")
