"""The lab's commands in one table: their words in both languages, their help, and what answers each."""

from collections.abc import Iterator

from chairgame.cli.plain import changing, rebuilding, scanning, vocabulary, wiring
from chairgame.cli.plain.leaving import language, leave, save
from chairgame.cli.plain.talk import Talk
from chairgame.cli.plain.vocabulary import ANY, Command, Request
from chairgame.text.catalogue import N_, Catalogue


def help_told(talk: Talk, request: Request) -> Iterator[str]:
    """All commands, a line for each group, or what one of them does."""
    _ = talk.catalogue
    enter = _("help COMMAND explains one. The beginning of a word is enough, and Enter alone is next.")
    yield from vocabulary.help_told(GROUPS, request, enter, _)


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


def find(word: str, _: Catalogue) -> Command[Talk]:
    """The command that a word means. Raises PlayerError for none, or several."""
    return vocabulary.find(word, COMMANDS, _)
