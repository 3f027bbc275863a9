"""The commands about the game itself: save the run, speak another language, leave."""

from collections.abc import Iterator
from shlex import quote
from typing import Protocol

from chairgame.cli.plain.speech import epoch_told
from chairgame.cli.plain.talk import Talk
from chairgame.cli.plain.vocabulary import Request
from chairgame.cli.values import Value
from chairgame.game.home import run_to_save
from chairgame.game.session.saving import save_session
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.training.runs import run_of, save_run

LANGUAGE_WORDS = {"en": "en", "english": "en", "angielski": "en", "pl": "pl", "polish": "pl", "polski": "pl"}


def save(talk: Talk, request: Request) -> Iterator[str]:
    """Save the run in use."""
    history, name, _ = talk.session.history, " ".join(request.words), talk.catalogue
    if name:
        save_run(run_of(history, "burned_out" if history.burned_out else "epochs"), run_to_save(name, talk.home))
    else:
        name = save_session(talk.session, talk.home).stem
    yield _("Saved. chairgame replay {name} plays it again.", name=quote(name))


class Speaker(Protocol):
    """Whoever speaks a language."""

    catalogue: Catalogue


def language(talk: Speaker, request: Request) -> Iterator[str]:
    """Speak the other language, or the one that is named."""
    other = next(language for language in LANGUAGES if language != talk.catalogue.language)
    if request.words:
        value = Value(request.command, "en, pl", lambda text: LANGUAGE_WORDS.get(text.casefold()))
        other = str(value(request.words[0]))
    _ = talk.catalogue = Catalogue(other)
    yield _("From now on in English.")


def leave(talk: Talk, _request: Request) -> Iterator[str]:
    """End the dialogue."""
    talk.over, _ = True, talk.catalogue
    yield f"{_('Goodbye.')} {epoch_told(talk.session, _)}"
