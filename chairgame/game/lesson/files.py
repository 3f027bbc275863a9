"""Lessons from TOML files: a lesson names its stops, each a file beside it or a table in it.

Every mistake is one sentence that names the file, the field and what was expected. Knows no screen.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from chairgame.blackbox.losses import LOSSES
from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.game.lesson.lesson import LENGTHS, LETTERS, Lesson, Motion, Scene, Stop, Words
from chairgame.game.session.beats import SPEEDS, Phase
from chairgame.neural.optimizers import OPTIMIZERS
from chairgame.text.assets import assets_folder
from chairgame.text.catalogue import LANGUAGES, N_
from chairgame.text.errors import PlayerError
from chairgame.training.settings import DEFAULT_RATES, MAXIMUM_SEED, SMALL_TEXT, Settings
from chairgame.words.text import Text

FORMAT = 1
MOST_STOPS = 9  # a digit jumps
MOST_EPOCHS = 2000
MOST_BYTES = 1 << 20
DEFAULT_LESSON = "how-it-learns"


def built_in_lesson() -> Lesson:
    """The lesson that ships with the game."""
    return read_lesson(assets_folder() / "lessons" / DEFAULT_LESSON / "lesson.toml")


def read_lesson(path: Path) -> Lesson:
    """The lesson in a file. Raises PlayerError for whatever is wrong with it."""
    root = _Table(str(path), "", _read(path), path.parent)
    root.only("format", "title", "seed", "stop")
    if root.value.get("format") != FORMAT:
        raise root.mistake("format", "format = 1")
    entries = root.value.get("stop")
    if not isinstance(entries, list) or not 1 <= len(entries) <= MOST_STOPS:
        raise root.mistake("stop", N_("1 to 9 tables [[stop]]"))
    seed = int(root.number("seed", 0, 0, MAXIMUM_SEED))
    stops = tuple(_stop(_stop_table(root, entry, number), seed) for number, entry in enumerate(entries, 1))
    return Lesson(root.phrase("title"), stops)


def _read(path: Path) -> Mapping[str, Any]:
    file = "".join(character if character.isprintable() else "?" for character in str(path))
    try:
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise PlayerError(N_("{file}: expected a file of at most 1 MiB"), file=file)
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PlayerError(N_("{file}: cannot be read ({reason})"), file=file, reason=error.strerror) from error
    except (ValueError, RecursionError) as error:
        raise PlayerError(N_("{file}: expected TOML: {reason}"), file=file, reason=error) from error


class _Table:
    """A table of the file, and the way to it as a speaker would say it."""

    def __init__(self, file: str, place: str, value: Mapping[str, Any], folder: Path) -> None:
        self.file, self.place, self.value, self.folder = file, place, value, folder

    def mistake(self, field: str, expected: str) -> PlayerError:
        place = f"{self.place}, {field}" if self.place else field
        return PlayerError(N_("{file}: {field}: expected {expected}"), file=self.file, field=place, expected=expected)

    def only(self, *known: str) -> None:
        for key in self.value:
            if key not in known:
                raise self.mistake(str(key), ", ".join(known))

    def table(self, field: str) -> "_Table":
        value = self.value.get(field, {})
        if not isinstance(value, dict):
            raise self.mistake(field, N_("a table"))
        return _Table(self.file, f"{self.place}, {field}" if self.place else field, value, self.folder)

    def phrase(self, field: str, *, needed: bool = True) -> Words:
        value = self.value.get(field, None if needed else "")
        return self.as_words(field, value)

    def as_words(self, field: str, value: object) -> Words:
        if isinstance(value, str):
            return Words({"": value})
        is_table = isinstance(value, dict) and value and set(value) <= set(LANGUAGES)
        if is_table and isinstance(value, dict) and all(isinstance(text, str) for text in value.values()):
            return Words(dict(value))
        raise self.mistake(field, N_("a text, or a table of texts by language (en, pl)"))

    def number(self, field: str, default: float, low: float, high: float) -> float:
        value = self.value.get(field, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.mistake(field, f"{low:g} … {high:g}")
        return value

    def one_of(self, field: str, default: str, choices: tuple[str, ...]) -> str:
        value = self.value.get(field, default)
        if not isinstance(value, str) or value not in (default, *choices):
            raise self.mistake(field, ", ".join(choices))
        return value


def _stop_table(root: _Table, entry: object, number: int) -> _Table:
    """A stop's own table, from the file that it names if it names one."""
    place = f"stop {number}"
    if not isinstance(entry, dict):
        raise root.mistake(place, N_("a table"))
    if set(entry) != {"file"}:
        return _Table(root.file, place, entry, root.folder)
    name = entry["file"]
    if not isinstance(name, str) or not name or "\0" in name:
        raise root.mistake(f"{place}, file", N_("a text"))
    path = root.folder / name
    return _Table(str(path), "", _read(path), path.parent)


def _stop(table: _Table, seed: int) -> Stop:
    table.only("title", "text", "question", "answers", "right", "reveal", "scene", "motion", "notes")
    answers = table.value.get("answers", [])
    if not isinstance(answers, list) or len(answers) not in (0, 2, 3):
        raise table.mistake("answers", N_("two or three texts, or none"))
    notes = table.table("notes")
    notes.only("say", "ask", "minutes")
    scene = _scene(table.table("scene"), seed)
    return Stop(
        title=table.phrase("title"),
        text=table.phrase("text", needed=False),
        question=table.phrase("question", needed=False),
        answers=tuple(table.as_words("answers", answer) for answer in answers),
        right=table.one_of("right", "", LETTERS[: len(answers)]),
        reveal=table.phrase("reveal", needed=False),
        scene=scene,
        motion=_motion(table.table("motion"), scene),
        say=notes.phrase("say", needed=False),
        ask=notes.phrase("ask", needed=False),
        minutes=_minutes(notes.table("minutes")),
    )


def _scene(table: _Table, seed: int) -> Scene:
    table.only("chair", "text", "context", "seed", "epoch", "optimizer", "learning_rate", "loss")
    text, context = table.value.get("text", ""), table.value.get("context", "")
    if not isinstance(text, str) or not isinstance(context, str) or (text and not Text(text).is_sound()):
        raise table.mistake("text", N_("a text of 2 to 1000 words"))
    usual = SMALL_TEXT if text else Settings()
    optimizer = table.one_of("optimizer", usual.optimizer, tuple(OPTIMIZERS))
    rate = usual.learning_rate if optimizer == usual.optimizer else DEFAULT_RATES[optimizer]
    settings = replace(
        usual,
        seed=int(table.number("seed", seed, 0, MAXIMUM_SEED)),
        optimizer=optimizer,
        learning_rate=table.number("learning_rate", rate, 1e-6, 1e6),
        loss=table.one_of("loss", "squared", tuple(LOSSES)),
    )
    epoch = int(table.number("epoch", 0, 0, MOST_EPOCHS))
    if text:
        return Scene(None, settings, epoch, text, context)
    name = table.value.get("chair", "kitchen")
    if not isinstance(name, str):
        raise table.mistake("chair", N_("a text"))
    built_in = name in chair_names(include_hidden=True)
    return Scene(load_chair(name if built_in else str(table.folder / name)), settings, epoch)


def _motion(table: _Table, scene: Scene) -> Motion:
    table.only("phases", "until", "speed", "learning_rate", "opens")
    names = [phase.name.lower() for phase in Phase]
    phases = table.value.get("phases", [])
    if not isinstance(phases, list) or not all(name in names for name in phases):
        raise table.mistake("phases", ", ".join(names))
    opens = table.value.get("opens", False)
    if not isinstance(opens, bool):
        raise table.mistake("opens", "true, false")
    rate = table.number("learning_rate", scene.settings.learning_rate, 1e-6, 1e6)
    return Motion(
        phases=tuple(sorted(Phase(names.index(name)) for name in phases)),
        until=int(table.number("until", 0, 0, MOST_EPOCHS)),
        speed=int(table.number("speed", 1, 0, len(SPEEDS) - 1)),
        learning_rate=None if rate == scene.settings.learning_rate else rate,
        opens=opens,
    )


def _minutes(table: _Table) -> dict[int, float]:
    """Minutes at this stop, in a lesson of so many in all."""
    table.only(*(str(length) for length in LENGTHS))
    return {length: table.number(str(length), 0, 0, 120) for length in LENGTHS}
