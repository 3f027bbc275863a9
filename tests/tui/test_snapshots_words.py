"""The first bench of words mode as it looks: before it has read anything, learning and speaking, and inside."""

from itertools import product

import pytest

from chairgame.game import places
from chairgame.game.words.desk import Desk
from chairgame.game.words.source import typed_text
from chairgame.text.catalogue import LANGUAGES
from tests.tui.driving import game
from tests.tui.snapshots import Snapshots

TEXT = "Ala ma 👩\u200d🚀 , a 犬 ma łódź i 🇵🇱 . שלום Ала"


@pytest.mark.parametrize(("size", "language"), list(product([(80, 24), (120, 40)], LANGUAGES)))
async def test_snapshots_of_the_brain_bench(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    desk = Desk(typed_text(TEXT))
    async with game(size, place=places.Words(desk), language=language, reduced_motion=True) as g:
        await snapshot(g, "words-start")
        await g.press("n", "n", "n", "f", "n", "g", "g", "right", "right", "down")
        await snapshot(g, "words-middle")
        await g.press("enter", "w", "w", "t", "a")
        await snapshot(g, "words-inside")
