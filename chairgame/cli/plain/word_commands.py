"""What can be said in the dialogue of words mode: each command's words in both languages, its help, and its answer.

A command is one message: how it is written, its ways separated by commas, then a colon and what it does.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from chairgame.cli.plain.vocabulary import ANY, Command, Groups, Request, help_told
from chairgame.cli.values import shown
from chairgame.game.session.saving import save_by_key
from chairgame.game.words.brain import BrainBench
from chairgame.game.words.desk import Desk
from chairgame.game.words.saying import recital
from chairgame.game.words.source import typed_text
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError
from chairgame.training.runs import run_of

MOST_AT_ONCE = 10_000
EXPECTED = 5  # words that are told


@dataclass
class WordTalk:
    """A desk, the language it is spoken of in, and the player's data folder."""

    desk: Desk
    catalogue: Catalogue
    home: Path
    over: bool = False

    @property
    def bench(self) -> BrainBench:
        """The brain on the desk."""
        return self.desk.brain()

    def news(self) -> Iterator[str]:
        """What the bench has to say, once."""
        news = self.bench.news
        if news is not None:
            self.bench.tell(None)
            yield news.sentence(self.catalogue)


def figures_told(talk: WordTalk) -> str:
    """The epoch, the loss, what is known by heart and what of the unread."""
    bench, _ = talk.bench, talk.catalogue
    row = bench.row
    loss = "–" if row.loss is None else _.figure(row.loss)
    told = _("Epoch {epoch}: loss {loss}, by heart {known}.", epoch=row.epoch, loss=loss, known=_percent(row.score))
    if row.beside:
        told += " " + _("Of what it never read it knows {share}.", share=_percent(row.beside[0]))
    return told


def learn(talk: WordTalk, request: Request) -> Iterator[str]:
    """So many epochs more."""
    for _epoch in range(_whole(request.words, 1, MOST_AT_ONCE, talk)):
        talk.bench.next_epoch()
    yield figures_told(talk)
    yield from talk.news()


def recite(talk: WordTalk, _request: Request) -> Iterator[str]:
    """By heart."""
    bench = talk.bench
    yield talk.catalogue("It says: {text}", text=recital(bench.history, bench.state))


def say(talk: WordTalk, request: Request) -> Iterator[str]:
    """So many words more, aloud."""
    for _word in range(_whole(request.words, 1, MOST_AT_ONCE, talk)):
        talk.bench.say_word()
    yield talk.bench.reading.spelled(talk.bench.speaker.said)


def ask(talk: WordTalk, request: Request) -> Iterator[str]:
    """What comes at a place in the text."""
    bench, _ = talk.bench, talk.catalogue
    place = _whole(request.words, bench.gaze.place + 1, len(bench.reading.numbers), talk)
    bench.gaze.move(place - 1 - bench.gaze.place)
    vocabulary, shares = bench.reading.vocabulary.words, bench.gaze.probabilities
    seen = bench.reading.spelled(bench.gaze.context)
    likely = ", ".join(f"{vocabulary[word]} {_percent(float(shares[word]))}" for word in bench.gaze.expected[:EXPECTED])
    yield _("After “{seen}” it expects: {words}.", seen=seen, words=likely)
    yield _("It was {word}.", word=vocabulary[bench.gaze.target])


def temperature(talk: WordTalk, request: Request) -> Iterator[str]:
    """Hotter or colder by a step."""
    way = request.words[0] if request.words else ""
    if way in ("+", "-"):
        talk.bench.speaker.change_temperature(1 if way == "+" else -1)
    elif way:
        raise PlayerError(N_("{command}: expected + or -"), command=shown(way))
    yield talk.catalogue("Temperature {value}.", value=talk.catalogue.exact(talk.bench.speaker.temperature))


def window(talk: WordTalk, request: Request) -> Iterator[str]:
    """Another width, which takes a new brain."""
    bench = talk.bench
    width = _whole(request.words, bench.reading.window, 8, talk)
    if width == bench.reading.window:
        certain, questions = bench.certain
        yield talk.catalogue(
            "The window holds {window} words. Certain questions: {certain} of {all}.",
            window=width,
            certain=certain,
            all=questions,
        )
        return
    bench.widen(width - bench.reading.window)
    yield from talk.news()


def text(talk: WordTalk, request: Request) -> Iterator[str]:
    """Another text; without one the text as it is."""
    if not request.words:
        yield talk.desk.source.content
        return
    talk.desk.take(typed_text(" ".join(request.words), talk.catalogue("your text")))
    yield from opening(talk)


def sample(talk: WordTalk, _request: Request) -> Iterator[str]:
    """The next text at hand."""
    talk.desk.take_next_sample(talk.catalogue)
    yield talk.desk.source.content
    yield from opening(talk)


def save(talk: WordTalk, _request: Request) -> Iterator[str]:
    """As a run that can be played again."""
    history = talk.bench.history
    path = save_by_key(run_of(history, "burned_out" if history.burned_out else "epochs"), talk.home)
    yield talk.catalogue("Saved. chairgame replay {name} plays it again.", name=path.stem)


def leave(talk: WordTalk, _request: Request) -> Iterator[str]:
    """The end."""
    talk.over = True
    yield figures_told(talk)


def help_of(talk: WordTalk, request: Request) -> Iterator[str]:
    """All commands, or what one does."""
    enter = talk.catalogue("help COMMAND explains one. The beginning of a word is enough, and Enter alone is learn.")
    yield from help_told(GROUPS, request, enter, talk.catalogue)


def opening(talk: WordTalk) -> Iterator[str]:
    """How much there is to read, by which brain."""
    bench, _ = talk.bench, talk.catalogue
    certain, questions = bench.certain
    yield _.plural(
        "{n} word to read, {different} different ones.",
        "{n} words to read, {different} different ones.",
        len(bench.reading.words),
        different=len(set(bench.reading.words)),
    )
    yield _.plural(
        "A brain with {n} connection, which has never read anything, is asked for the next word.",
        "A brain with {n} connections, which has never read anything, is asked for the next word.",
        bench.history.task.network.parameter_count,
    )
    if certain < questions:
        yield _("Certain questions: {certain} of {all}.", certain=certain, all=questions)


def _told(act: Callable[[BrainBench], object]) -> Callable[[WordTalk, Request], Iterator[str]]:
    """A command of the bench alone, whose news is the answer."""

    def answer(talk: WordTalk, _request: Request) -> Iterator[str]:
        act(talk.bench)
        yield from talk.news()
        yield figures_told(talk)

    return answer


def _go(talk: WordTalk, request: Request) -> Iterator[str]:
    talk.bench.seek(_whole(request.words, talk.bench.epoch, MOST_AT_ONCE, talk, least=0))
    yield figures_told(talk)


def _percent(share: float | None) -> str:
    return "–" if share is None or not np.isfinite(share) else f"{round(100 * share)} %"


def _whole(words: Sequence[str], otherwise: int, most: int, talk: WordTalk, least: int = 1) -> int:
    """The number after a command. Raises PlayerError for what is none within its bounds."""
    if not words:
        return otherwise
    if words[0].isascii() and words[0].isdigit() and least <= int(words[0][:9]) <= most:
        return int(words[0])
    expected = talk.catalogue("a whole number from {least} to {most}", least=least, most=most)
    raise PlayerError(N_("expected {expected}, found {found}"), expected=expected, found=shown(words[0]))


LEARNING: tuple[Command[WordTalk], ...] = (
    Command(N_("learn N: learn N epochs (one without N)"), learn, 1, "n"),
    Command(N_("go N: to epoch N of those that were learned"), _go, 1),
    Command(N_("louder: turn the volume up"), _told(lambda bench: bench.change_volume(1)), 0, "+"),
    Command(N_("quieter: turn the volume down"), _told(lambda bench: bench.change_volume(-1)), 0, "-"),
    Command(N_("window N: how many words it sees at once; takes a new brain"), window, 1),
    Command(N_("new: a new brain, the next seed's"), _told(lambda bench: bench.new_brain()), 0, "R"),
    Command(N_("fork: go on from here on a branch of its own"), _told(lambda bench: bench.fork()), 0, "f"),
    Command(N_("branch: to the next branch"), _told(lambda bench: bench.switch_branch()), 0, "v"),
    Command(N_("undo: take the last change back"), _told(lambda bench: bench.undo()), 0, "u"),
)
SPEECH: tuple[Command[WordTalk], ...] = (
    Command(N_("recite: what it knows by heart, from the first word on"), recite),
    Command(N_("say N: N words more, drawn at the temperature (one without N)"), say, 1, "g"),
    Command(N_("ask N: which word it expects at place N of the text"), ask, 1),
    Command(N_("temperature +: hotter, or colder with -"), temperature, 1),
)
TEXT: tuple[Command[WordTalk], ...] = (
    Command(N_("text WORDS: learn another text (without WORDS the text as it is)"), text, ANY),
    Command(N_("sample: the next text at hand"), sample),
)
GAME: tuple[Command[WordTalk], ...] = (
    Command(N_("save: save the run"), save),
    Command(N_("help COMMAND: all commands, or what one does"), help_of, 1, "?"),
    Command(N_("quit, leave: end the game"), leave, 0, "q"),
)
GROUPS: Groups[WordTalk] = {N_("Learning"): LEARNING, N_("Speech"): SPEECH, N_("Text"): TEXT, N_("Game"): GAME}
COMMANDS = tuple(command for group in GROUPS.values() for command in group)
