"""`chairgame words --plain`: words mode as a dialogue. A line goes in, the lines that answer it come out."""

from collections.abc import Iterator

from chairgame.cli.context import Context
from chairgame.cli.plain.lines import converse, ended_by_signals
from chairgame.cli.plain.vocabulary import Request, find
from chairgame.cli.plain.word_commands import COMMANDS, LEARNING, WordTalk, leave, opening
from chairgame.game.words.desk import Desk
from chairgame.text.clean import clean
from chairgame.text.errors import PlayerError


def open_plain_words(context: Context, desk: Desk) -> int:
    """Talk until the player leaves or the input ends."""
    with ended_by_signals():
        return converse(WordDialogue(WordTalk(desk, context.catalogue, context.home)), context)


class WordDialogue:
    """Answers one line after another until it is `over`."""

    def __init__(self, talk: WordTalk) -> None:
        self.talk = talk

    @property
    def over(self) -> bool:
        """Whether the player has left."""
        return self.talk.over

    def opening(self) -> Iterator[str]:
        """What there is, and how to begin."""
        yield from opening(self.talk)
        yield self.talk.catalogue("Enter learns one epoch, learn 20 twenty. help tells the commands, quit leaves.")

    def answer(self, line: str) -> Iterator[str]:
        """The answer to a line: at least one, and never an error."""
        words, _ = line.split(), self.talk.catalogue
        try:
            command = find(words[0], COMMANDS, _) if words else LEARNING[0]
            yield from map(clean, command.answer(self.talk, command.request(words[1:], _)))
        except PlayerError as error:
            yield error.sentence(_)

    def ending(self) -> Iterator[str]:
        """The farewell to a player who has no more to say."""
        return leave(self.talk, Request("", ()))
