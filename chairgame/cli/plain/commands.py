"""The one table of the dialogue's commands: their words in both languages, their help, and which one a word means.

A command is one message: how it is written, its ways separated by commas, then a colon and what it does. A
translation brings its own words; the English ones go on working.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from chairgame.cli.plain import changing, rebuilding, scanning, wiring
from chairgame.cli.plain.leaving import language, leave, save
from chairgame.cli.plain.talk import Answer, Request, Talk
from chairgame.cli.values import shown
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError

LIKENESS = 0.6  # of a misspelt command to one that exists, before it is proposed
ANY = 1000
ENGLISH = Catalogue("en")


@dataclass(frozen=True)
class Command:
    """What the player types, and what answers. `most` words may come after it; `key` is the lab's key for the same."""

    message: str
    answer: Answer
    most: int = 0
    key: str = ""

    def usage(self, _: Catalogue) -> str:
        """How the command is written in a language."""
        return _(self.message).partition(":")[0]

    def words(self, _: Catalogue) -> list[str]:
        """The command's own words in a language, the first one first."""
        return [way.split()[0] for way in self.usage(_).split(", ")]

    def spellings(self, _: Catalogue) -> set[str]:
        """Everything that means this command: its words in the language and in English, its key."""
        return {folded(word) for word in (*self.words(_), *self.words(ENGLISH), self.key) if word}


def help_told(talk: Talk, request: Request) -> Iterator[str]:
    """All commands, a line for each group, or what one of them does."""
    _ = talk.catalogue
    if request.words:
        command = find(request.words[0], _)
        yield _(command.message) + "."
        if command.key:
            yield _("In short: {key}", key=command.key)
        return
    for group, commands in GROUPS.items():
        yield f"{_(group)}: {', '.join(command.words(_)[0] for command in commands)}."
    yield _("help COMMAND explains one. The beginning of a word is enough, and Enter alone is next.")


TIME = (
    Command(N_("next: rebuild once more, and tell all four phases"), rebuilding.rebuild, 0, "n"),
    Command(N_("phase: one phase at a time, build, measure, listen or adjust"), rebuilding.next_phase, 0, "p"),
    Command(N_("play N: rebuild N times (10 without N), and tell what is worth it"), rebuilding.play, 1),
    Command(N_("rewind N, back N: N epochs back (one without N)"), rebuilding.rewind, 1),
    Command(N_("go N, go on: to epoch N of those that were learned, or on with the run you left"), rebuilding.go, 1),
    Command(N_("start: to epoch 0"), rebuilding.to_start),
    Command(N_("end: to the newest epoch"), rebuilding.to_end),
    Command(N_("history: the distance at round epochs"), rebuilding.history),
)
PARTS = (
    Command(N_("distance: what the scanner reads, read at best, and will read next"), scanning.distance),
    Command(N_("parts: every part's distance, the worst first"), scanning.parts),
    Command(N_("part LABEL: where a part is, and where the box wants it"), scanning.part, ANY),
    Command(N_("grab LABEL: take a part in hand (without LABEL the worst)"), scanning.grab, ANY, "g"),
    Command(N_("move X Y Z: move the part in hand, in cm to the right, to the back and up"), scanning.move, 3),
    Command(N_("right: put the part in hand where it belongs, which counts as a peek"), scanning.put_right),
    Command(N_("drop: let go of the part in hand"), scanning.drop),
    Command(
        N_("peek LABEL: where the box wants a part (without LABEL all); it is written down"), scanning.peek, ANY, "x"
    ),
)
BRAIN = (
    Command(N_("brain: the layers, and the largest weights"), wiring.brain),
    Command(
        N_(
            "weight N VALUE, weight SOURCE TARGET VALUE: a weight, by its number or as in weight A1 1.5, from part A1 "
            "to neuron 5 of layer 1; VALUE sets it"
        ),
        wiring.weight,
        3,
    ),
    Command(N_("new: a new brain, the next seed's"), changing.new_brain),
    Command(N_("seed N: the brain with number N"), changing.seed, 1),
    Command(N_("hidden 24,24: neurons per hidden layer; needs a new brain"), changing.hidden, ANY),
    Command(N_("activation tanh: or relu, sigmoid, linear; needs a new brain"), changing.activation, 1),
)
LEARNING = (
    Command(N_("volume X: the learning rate, how far each signal moves the weights"), changing.volume, 1),
    Command(N_("louder: turn the volume up"), changing.louder, 0, "+"),
    Command(N_("quieter: turn the volume down"), changing.quieter, 0, "-"),
    Command(N_("echo X: the momentum, how long earlier signals go on sounding"), changing.echo, 1),
    Command(N_("optimizer adam: or sgd, momentum; how a signal becomes a step"), changing.optimizer, 1),
    Command(N_("batch N: listen after N parts, or all of them with all"), changing.batch, 1),
    Command(N_("loss squared: or absolute, huber; what counts as wrong"), changing.loss, 1),
    Command(N_("chair NAME: another chair, by its name or its file"), changing.chair, ANY),
    Command(N_("chairs: the chairs that there are"), changing.chairs),
    Command(N_("settings: every setting and its value"), changing.settings, 0, "o"),
)
GAME = (
    Command(N_("fork: go on from here on a branch of its own"), changing.fork, 0, "f"),
    Command(N_("branch NAME: to a branch (without NAME the next)"), changing.branch, 1, "v"),
    Command(N_("branches: every branch and its distance"), changing.branches),
    Command(N_("undo: take the last change back; after a burn-out back to just before"), changing.undo, 0, "u"),
    Command(N_("redo: do again what was undone"), changing.redo),
    Command(N_("save NAME: save the run (without NAME under one that says what it is)"), save, ANY),
    Command(N_("language: English or Polish"), language, 1, "l"),
    Command(N_("help COMMAND: all commands, or what one does"), help_told, 1, "?"),
    Command(N_("quit, leave: end the game"), leave, 0, "q"),
)
GROUPS = {N_("Time"): TIME, N_("Parts"): PARTS, N_("Brain"): BRAIN, N_("Learning"): LEARNING, N_("Game"): GAME}
COMMANDS = tuple(command for group in GROUPS.values() for command in group)


def find(word: str, _: Catalogue) -> Command:
    """The command that a word means: spelled out, or the beginning of one alone. Raises PlayerError for anything else.

    Capitals and accents do not matter; a beginning is one of the language's own words first, then of English ones.
    """
    typed = folded(word)
    found = [command for command in COMMANDS if typed in command.spellings(_)]
    found = found or _begun(typed, _) or _begun(typed, ENGLISH)
    if len(found) == 1:
        return found[0]
    if found:
        words = ", ".join(command.words(_)[0] for command in found)
        raise PlayerError(N_("{found} could be any of {words}."), found=shown(word), words=words)
    own = {folded(word): word for command in COMMANDS for word in command.words(_)}
    close = get_close_matches(typed, own, 1, LIKENESS)
    if close:
        raise PlayerError(
            N_("{found} is no command; did you mean {command}?"), found=shown(word), command=own[close[0]]
        )
    raise PlayerError(N_("{found} is no command; help tells them all."), found=shown(word))


def _begun(typed: str, _: Catalogue) -> list[Command]:
    """The commands that a language has a word for with this beginning."""
    return [command for command in COMMANDS if any(folded(word).startswith(typed) for word in command.words(_))]


def folded(word: str) -> str:
    """A word without capitals and accents, as an old terminal types it."""
    letters = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
