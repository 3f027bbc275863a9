"""How keys are written: together in a footer, each for itself in the help."""

import pytest

from chairgame.text.catalogue import Catalogue
from chairgame.tui.keys import Key
from chairgame.tui.screens.levels.keys import DIALS


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_help_gives_each_arrow_what_it_does_alone(language: str) -> None:
    words = Catalogue(language)
    assert [key.own_name_in(words) for key in DIALS] == ["↑", "↓", "←", "→"]


@pytest.mark.parametrize(
    ("keys", "shown", "name"),
    [("left,right", "← →", "← →"), ("down,tab", "↑ ↓", "↓"), ("1", "1 2 3", "1 2 3"), ("enter,down", "Enter", "Enter")],
)
def test_what_a_key_does_not_share_keeps_its_name(keys: str, shown: str, name: str) -> None:
    assert Key(keys, shown, "deed", "does", "Game").own_name_in(Catalogue("en")) == name
