"""Five lines for a chat: whatever the level, they say the result and come out of a chat as they went in."""

import re
from dataclasses import replace

import pytest

from chairgame.game.sharing.cards import LONGEST, share_card
from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.level import Level, levels
from chairgame.text.catalogue import LANGUAGES, Catalogue

LEVELS = pytest.mark.parametrize("level", levels(), ids=lambda level: level.id)
LISTS = re.compile(r"[-+#>•]|\d+[.)] ")


def played(level: Level, moves: tuple[str, ...]) -> Attempt:
    attempt = Attempt(level)
    attempt.stage = Stage.PLAY
    for move in moves:
        assert attempt.do(move)
    return attempt


@LEVELS
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_solved", [True, False])
def test_the_card_is_five_lines_that_survive_a_chat(level: Level, language: str, is_solved: bool) -> None:
    attempt = played(level, level.solution if is_solved else ())
    card = share_card(attempt, Catalogue(language))
    assert len(card) == 5
    for line in card:
        assert 0 < len(line) <= LONGEST
        assert line == line.strip()
        assert line.isprintable()
        assert not set("*_~`|<>") & set(line)
        assert not LISTS.match(line)
    assert "★★★ 3" in card[1] if is_solved else "☆☆☆ 0" in card[1]
    assert str(level.seed) in card[3]
    assert card[4].endswith(f"chairgame play {level.id}")


@LEVELS
def test_the_card_says_what_the_debrief_says(level: Level) -> None:
    attempt = played(level, level.solution)
    _ = Catalogue("en")
    card = share_card(attempt, _)
    assert level.title in card[0]
    assert str(level.number) in card[0]
    own = [score for score in attempt.play.scores() if score.who == "you"]
    assert card[2].startswith(str(own[0].n if own else attempt.play.count))
    assert card[2].endswith(f"par {level.par}")


def test_a_title_cannot_make_it_bold_or_two_lines() -> None:
    level = replace(levels()[0], title="*Bold* _and_ `code`\n| long " + "very " * 20)
    first = share_card(played(level, ()), Catalogue("en"))[0]
    assert len(first) <= LONGEST
    assert first.endswith("…")
    assert not set("*_`|\n") & set(first)
