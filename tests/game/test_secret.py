"""What is in the last box is told nowhere before it is open: no list, hint, help, card, completion, JSON."""

from contextlib import suppress
from pathlib import Path

import pytest

from chairgame.chair.catalogue import HIDDEN, chair_names
from chairgame.cli.main import main
from chairgame.game.sharing.cards import share_card
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.deeds import HELD
from chairgame.game.story.key_words import closed_words, open_words
from chairgame.game.story.level import level_named
from chairgame.game.story.locks.lock import Forging, right_answer, stream
from chairgame.game.story.locks.smithy import SMITHS
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.tui.screens.levels.key_keys import GUESS_FOOTER, KEY_KEYS
from chairgame.tui.widgets.lock_pictures import HEARD_NAMES, HEARD_THINGS, NAMES, QUESTIONS, SPOTS

KEY = level_named("key")
SECRET = ("dog", "croc", "kroks")


def is_told(text: str) -> bool:
    return any(word in text.lower() for word in SECRET)


@pytest.mark.parametrize(
    "command", ["chairs", "--help", "play --help", "train --help", "progress --json", "completions bash"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_command_tells_it(
    command: str,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CHAIRGAME_HOME", str(tmp_path))
    with suppress(SystemExit):
        main([*command.split(), "--lang", language])
    told = capsys.readouterr()
    assert told.out
    assert not is_told(told.out + told.err)


def test_no_list_of_chairs_has_it() -> None:
    assert not set(HIDDEN) & set(chair_names())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_level_before_its_end_tells_it(language: str) -> None:
    _ = Catalogue(language)
    checks = [check.text for check in (*KEY.stars, *KEY.hints)]
    keys = [text for key in (*KEY_KEYS, *GUESS_FOOTER) for text in (key.label, key.short) if text]
    locks = [*NAMES.values(), *QUESTIONS.values(), *SPOTS.values(), HEARD_THINGS, *HEARD_NAMES]
    texts = (KEY.title, KEY.about, KEY.term, *KEY.pages, *KEY.debrief, *checks, *keys, *locks, *HELD)
    assert [text for text in texts if is_told(_(text))] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["scanner", "cable", "blind"])
def test_no_lock_tells_it(kind: str, language: str) -> None:
    number = list(SMITHS).index(kind)
    lock = Forging(SMITHS[kind](stream(1, number, 0), right_answer(1, number, 0))).finished()
    for news in (open_words(lock, 12), closed_words(lock)):
        assert not is_told(news.sentence(Catalogue(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_for_friends_keeps_it_even_from_those_who_have_opened_the_box(language: str) -> None:
    for moves in (KEY.solution[:3], KEY.solution):
        assert not is_told("\n".join(share_card(Attempt(KEY, moves), Catalogue(language))))
