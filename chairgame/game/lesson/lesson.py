"""A lesson and its stops: what stands on the floor, what the room is asked, what then moves, what is said.

Knows no file and no screen: `files` reads lessons, `talk` gives them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from chairgame.chair.parts import Chair
from chairgame.game.session.beats import Phase
from chairgame.text.catalogue import Catalogue
from chairgame.training.settings import Settings

LETTERS = ("A", "B", "C")
LENGTHS = (7, 15, 45)
"""Minutes that a lesson is planned for."""


@dataclass(frozen=True)
class Words:
    """A text in several languages, or one sentence: an id of the catalogue, or whatever a speaker has written."""

    texts: Mapping[str, str]

    def spoken(self, catalogue: Catalogue, **fields: object) -> str:
        """The text in the catalogue's language, else in English, else in any."""
        own = self.texts.get(catalogue.language)
        if own is not None:
            return filled(own, fields)
        english = self.texts.get("") or self.texts.get("en") or next(iter(self.texts.values()), "")
        return filled(catalogue(english), fields) if english else ""


def filled(text: str, fields: Mapping[str, object]) -> str:
    """The text with the {fields} that are known; braces that mean nothing stay as the speaker wrote them."""
    for name, value in fields.items():
        text = text.replace("{" + name + "}", str(value))
    return text


@dataclass(frozen=True)
class Scene:
    """What stands there when the stop begins: a chair after some epochs of learning, or a text's network."""

    chair: Chair | None
    settings: Settings
    epoch: int
    text: str = ""
    context: str = ""


@dataclass(frozen=True)
class Motion:
    """What moves once the room has answered."""

    phases: tuple[Phase, ...] = ()
    """These phases of one rebuild, slowly."""
    until: int = 0
    """Or: learning, up to this epoch."""
    speed: int = 1
    """The step of the speed control for it."""
    learning_rate: float | None = None
    """Another volume for it."""
    opens: bool = False
    """At its end the box is opened: what it hides is named, and shown large."""


@dataclass(frozen=True)
class Stop:
    """One stop. `right` is the letter of the answer that the motion gives, or none."""

    title: Words
    text: Words
    question: Words
    answers: tuple[Words, ...]
    right: str
    reveal: Words
    scene: Scene
    motion: Motion
    say: Words
    ask: Words
    minutes: Mapping[int, float]


@dataclass(frozen=True)
class Lesson:
    """Stops in their order."""

    title: Words
    stops: tuple[Stop, ...]
