"""Lessons from TOML files: a lesson names its stops, each a file beside it or a table in it.

Every mistake is one sentence that names the file, the field and what was expected. Knows no screen.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from chairgame.blackbox.losses import LOSSES
from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.game.lesson.lesson import LENGTHS, LETTERS, Lesson, Motion, Scene, Stop, Words
from chairgame.game.session.beats import SPEEDS, Phase
from chairgame.neural.optimizers import OPTIMIZERS
from chairgame.text.assets import assets_folder
from chairgame.text.catalogue import LANGUAGES, N_
from chairgame.text.errors import PlayerError
from chairgame.text.tables import Field, Table, read_toml
from chairgame.training.settings import DEFAULT_RATES, MAXIMUM_SEED, SMALL_TEXT, Settings
from chairgame.words.text import MOST_CHARACTERS, Text

FORMAT = 1
MOST_STOPS = 9  # a digit jumps
MOST_EPOCHS = 2000
LONGEST_TITLE, LONGEST_ON_SCREEN, LONGEST_SPOKEN, LONGEST_PATH = 100, 500, 5000, 1000
DEFAULT_LESSON = "how-it-learns"


def built_in_lesson() -> Lesson:
    """The lesson that ships with the game."""
    return read_lesson(assets_folder() / "lessons" / DEFAULT_LESSON / "lesson.toml")


def read_lesson(path: Path) -> Lesson:
    """The lesson in a file. Raises PlayerError for whatever is wrong with it."""
    root = read_toml(path).of_format(FORMAT).only("format", "title", "seed", "stop")
    title = _words(root["title"], LONGEST_TITLE, least=1)
    seed = root.get("seed", 0).whole(0, MAXIMUM_SEED)
    entries = root.needed("stop", "[[stop]]").tables(1, MOST_STOPS)
    stops = tuple(_stop_of(entry, path.parent, seed) for entry in entries)
    return Lesson(title, stops)


def _stop_of(entry: Table, folder: Path, seed: int) -> Stop:
    """A stop as its table says, or as the file that it names; the names in a file count from where it lies."""
    if set(entry) != {"file"}:
        return _stop(entry, folder, seed)
    field = entry["file"]
    path = folder / field.prose(LONGEST_PATH, least=1, lines=False)
    with _named_by(field):
        return _stop(read_toml(path), path.parent, seed)


@contextmanager
def _named_by(field: Field) -> Iterator[None]:
    """A mistake in a file names the field that names the file as well."""
    try:
        yield
    except PlayerError as error:
        raise field.mistake(N_("{file}: {field}: {error}"), error=error) from error


def _words(field: Field, most: int, least: int = 0) -> Words:
    lines = most > LONGEST_TITLE
    return Words(field.by_language(LANGUAGES, lambda text: text.prose(most, least, lines=lines)))


def _stop(table: Table, folder: Path, seed: int) -> Stop:
    table.only("title", "text", "question", "answers", "right", "reveal", "scene", "motion", "notes")
    title = _words(table["title"], LONGEST_TITLE, least=1)
    answers = _answers(table.get("answers", []))
    scene = _scene(table.get("scene", {}).table(), folder, seed)
    notes = table.get("notes", {}).table().only("say", "ask", "minutes")
    return Stop(
        title=title,
        text=_words(table.get("text", ""), LONGEST_ON_SCREEN),
        question=_words(table.get("question", ""), LONGEST_ON_SCREEN),
        answers=answers,
        right=_right(table.get("right", ""), LETTERS[: len(answers)]),
        reveal=_words(table.get("reveal", ""), LONGEST_ON_SCREEN),
        scene=scene,
        motion=_motion(table.get("motion", {}).table(), scene),
        say=_words(notes.get("say", ""), LONGEST_SPOKEN),
        ask=_words(notes.get("ask", ""), LONGEST_SPOKEN),
        minutes=_minutes(notes.get("minutes", {}).table()),
    )


def _answers(field: Field) -> tuple[Words, ...]:
    entries = field.entries(0, len(LETTERS))
    if len(entries) == 1:
        raise field.mistake(N_("{file}: {field}: expected two or three answers, or none, found one"))
    return tuple(_words(entry, LONGEST_TITLE, least=1) for entry in entries)


def _right(field: Field, letters: tuple[str, ...]) -> str:
    if field.value == "":
        return ""
    if not letters:
        raise field.mistake(N_("{file}: {field}: expected only where there are answers, found {found}"))
    return field.one_of(letters)


def _scene(table: Table, folder: Path, seed: int) -> Scene:
    table.only("chair", "text", "context", "seed", "epoch", "optimizer", "learning_rate", "loss")
    field = table.get("text", "")
    text, context = field.prose(MOST_CHARACTERS), table.get("context", "").prose(LONGEST_ON_SCREEN)
    if text and not Text(text).is_sound():
        raise field.mistake(N_("{file}: {field}: expected a text of 2 to 1000 words, found {found}"))
    usual = SMALL_TEXT if text else Settings()
    optimizer = table.get("optimizer", usual.optimizer).one_of(OPTIMIZERS)
    rate = usual.learning_rate if optimizer == usual.optimizer else DEFAULT_RATES[optimizer]
    settings = replace(
        usual,
        seed=table.get("seed", seed).whole(0, MAXIMUM_SEED),
        optimizer=optimizer,
        learning_rate=table.get("learning_rate", rate).number(1e-6, 1e6),
        loss=table.get("loss", "squared").one_of(LOSSES),
    )
    epoch = table.get("epoch", 0).whole(0, MOST_EPOCHS)
    if text:
        return Scene(None, settings, epoch, text, context)
    field = table.get("chair", "kitchen")
    name = field.prose(LONGEST_PATH, least=1, lines=False)
    built_in = name in chair_names(include_hidden=True)
    with _named_by(field):
        return Scene(load_chair(name if built_in else str(folder / name)), settings, epoch)


def _motion(table: Table, scene: Scene) -> Motion:
    table.only("phases", "until", "speed", "learning_rate", "opens")
    names = [phase.name.lower() for phase in Phase]
    phases = [entry.one_of(names) for entry in table.get("phases", []).entries(0, len(names))]
    rate = table.get("learning_rate", scene.settings.learning_rate).number(1e-6, 1e6)
    return Motion(
        phases=tuple(sorted(Phase(names.index(name)) for name in phases)),
        until=table.get("until", 0).whole(0, MOST_EPOCHS),
        speed=table.get("speed", 1).whole(0, len(SPEEDS) - 1),
        learning_rate=None if rate == scene.settings.learning_rate else rate,
        opens=table.get("opens", False).flag(),
    )


def _minutes(table: Table) -> dict[int, float]:
    """Minutes at this stop, in a lesson of so many in all."""
    table.only(*(str(length) for length in LENGTHS))
    return {length: table.get(str(length), 0).number(0, 120) for length in LENGTHS}
