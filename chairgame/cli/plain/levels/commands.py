"""The commands of the levels in lines of text: a table for each kind of play, and what all of them share."""

from collections.abc import Iterator, Mapping

from chairgame.cli.plain import vocabulary
from chairgame.cli.plain.leaving import language
from chairgame.cli.plain.levels import headphones, recipe, scanner, shared
from chairgame.cli.plain.levels.talk import LevelTalk
from chairgame.cli.plain.vocabulary import Command, Groups, Request
from chairgame.game.story.attempt import Stage
from chairgame.text.catalogue import N_

DIAL = N_("turn DIAL CLICKS: turn a dial, 1 to 8, by some clicks, like turn 3 −2; nothing is built")


def help_told(talk: LevelTalk, request: Request) -> Iterator[str]:
    """All commands, a line for each group, or what one of them does."""
    _ = talk.catalogue
    enter = _(
        "help COMMAND explains one. The beginning of a word is enough, and Enter alone is {command}.",
        command=entered(talk).words(_)[0],
    )
    yield from vocabulary.help_told(groups_of(talk), request, enter, _)


def leave(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """End the dialogue; everything is kept."""
    talk.over, _ = True, talk.catalogue
    yield _("Goodbye. Everything is kept.")


RECIPE = (
    Command(N_("build: build the plan, and have it measured"), recipe.build),
    Command(
        N_(
            "move PART WAY N: move a part by N tiles (1 without N), like move B right 2; WAY is left, right, front, "
            "back, up or down"
        ),
        recipe.move,
        vocabulary.ANY,
    ),
    Command(N_("plan: where each part is planned"), recipe.plan),
    Command(N_("table: what one tile of one part has changed"), recipe.table),
    Command(N_("builds: every build and its points"), recipe.builds),
    Command(N_("recall N: the plan as build N had it"), recipe.recall, 1),
    Command(N_("undo: the plan back by one move, then to the build before"), recipe.undo, 0, "u"),
)
SCANNER = (
    Command(N_("build: build with the dials as they are; one turned is a slope, several are a leap"), scanner.build),
    Command(DIAL, scanner.turn, 2),
    Command(N_("keep: the dial that has just sprung back stays where it was nudged to"), scanner.keep, 0, "k"),
    Command(N_("return: the dials to where the best number was"), scanner.back),
    Command(N_("dials: where each dial stands, and its slope"), scanner.dials),
    Command(N_("builds: every build and its distance"), scanner.builds),
    Command(N_("undo: take back the last turn; after a leap the dials return"), scanner.undo, 0, "u"),
)
HEADPHONES = (
    Command(N_("step: a step with the dials as you have turned them"), headphones.step),
    Command(N_("listen: all eight dials turn by their signals; after two steps by hand"), headphones.listen),
    Command(N_("run: listen on, until the number rises or is small enough"), headphones.run, 0, ">"),
    Command(DIAL, headphones.turn, 2),
    Command(N_("louder: larger steps"), headphones.louder, 0, "+"),
    Command(N_("quieter: smaller steps"), headphones.quieter, 0, "-"),
    Command(N_("dials: where each dial stands, and what its signal says"), headphones.dials),
    Command(N_("steps: the number after every step"), headphones.steps),
    Command(N_("undo: take back the last move; a step is then not counted"), headphones.undo, 0, "u"),
)
LEVEL = (
    Command(N_("stars: the three rules, and how it stands"), shared.stars),
    Command(N_("hint: a hint, as many as you like"), shared.hint, 0, "h"),
    Command(N_("pages: the level's pages again"), shared.pages, 0, "i"),
    Command(N_("enough: end the play; it is asked twice"), shared.enough, 0, "e"),
    Command(N_("open: at the end, what was in the box"), shared.open_box),
    Command(N_("again: from the beginning"), shared.again, 0, "R"),
    Command(N_("next: at the end, the next level"), shared.following),
)
GAME = (
    Command(N_("language: English or Polish"), language, 1, "l"),
    Command(N_("help COMMAND: all commands, or what one does"), help_told, 1, "?"),
    Command(N_("quit, leave: end the game"), leave, 0, "q"),
)
PLAYS: Mapping[str, tuple[Command[LevelTalk], ...]] = {
    "recipe": RECIPE,
    "scanner": SCANNER,
    "headphones": HEADPHONES,
}
OPEN, NEXT = (command for command in LEVEL if command.answer in (shared.open_box, shared.following))
LISTEN = next(command for command in HEADPHONES if command.answer is headphones.listen)


def groups_of(talk: LevelTalk) -> Groups[LevelTalk]:
    """The commands of the level that is played."""
    return {N_("Play"): PLAYS[talk.attempt.level.play], N_("Level"): LEVEL, N_("Game"): GAME}


def commands_of(talk: LevelTalk) -> tuple[Command[LevelTalk], ...]:
    """The same in one row."""
    return tuple(command for group in groups_of(talk).values() for command in group)


def entered(talk: LevelTalk) -> Command[LevelTalk]:
    """What an empty line means: the play's first command, listening as soon as nothing is set by hand; the open box,
    the next level."""
    if talk.attempt.stage is not Stage.PLAY:
        return OPEN if talk.attempt.stage is Stage.RESULT else NEXT
    if talk.attempt.level.play == "headphones":
        play = headphones.play_of(talk)
        if play.may_listen and not play.turned:
            return LISTEN
    return PLAYS[talk.attempt.level.play][0]
