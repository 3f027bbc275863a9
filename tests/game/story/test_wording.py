"""A level's texts with the facts of a play in them."""

import pytest

from chairgame.game.story.level import Level
from chairgame.game.story.plays import new_play
from chairgame.game.story.wording import told
from chairgame.text.catalogue import Catalogue
from tests.game.story.test_levels import LEVELS

EN = Catalogue("en")


def test_lines_about_what_did_not_come_to_pass_are_left_out() -> None:
    text = "It is the loss.\n\nPromised: {promised_cm} cm.\n\nBest: {best_cm} cm."
    assert told(text, {"best_cm": 3.25}, EN) == "It is the loss.\n\nBest: 3.2 cm."
    assert told(text, {"best_cm": 3.25, "promised_cm": 4.0}, EN) == (
        "It is the loss.\n\nPromised: 4.0 cm.\n\nBest: 3.2 cm."
    )


def test_a_page_about_nothing_else_says_that_it_is_not_known() -> None:
    assert told("Your bet was {bet}.", {}, EN) == "Your bet was –."


@LEVELS
@pytest.mark.parametrize("language", ["en", "pl"])
def test_whoever_leaves_a_level_of_the_first_half_at_once_reads_of_no_unknown_number(
    level: Level, language: str
) -> None:
    facts, words = new_play(level).facts(), Catalogue(language)
    if level.number <= 6:
        assert not [page for page in level.debrief if "–" in told(page, facts, words).replace(" – ", "")]
