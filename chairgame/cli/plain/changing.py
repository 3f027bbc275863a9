"""The commands that change how the brain learns, or which one: settings, chairs, seeds, branches, undo."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from chairgame.blackbox.losses import LOSSES
from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.cli.plain import reading
from chairgame.cli.plain.speech import cm, epoch_told
from chairgame.cli.plain.talk import Answer, Talk
from chairgame.cli.plain.vocabulary import Request
from chairgame.game.session.choices import CHOICES
from chairgame.neural.activations import ACTIVATIONS
from chairgame.neural.optimizers import OPTIMIZERS
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError
from chairgame.training.settings import DEFAULT_RATES, MAXIMUM_SEED

CHAIR, VOLUME, SEED = "chair", "volume (learning rate)", "brain number (seed)"

Read = Callable[[Request, Catalogue], dict[str, object]]


def settings(talk: Talk, _request: Request) -> Iterator[str]:
    """Every setting and its value."""
    for choice in CHOICES:
        yield setting_told(talk, choice.name)


def setting_told(talk: Talk, name: str) -> str:
    """One setting, by its name among the choices, and its value."""
    choice = next(choice for choice in CHOICES if choice.name == name)
    return f"{talk.catalogue(choice.name)}: {choice.value(talk.session, talk.catalogue)}."


def _setting(read: Read, *names: str) -> Answer:
    """A command that tells settings, and changes them first when there are words after it."""

    def answer(talk: Talk, request: Request) -> Iterator[str]:
        session, before, _ = talk.session, talk.session.settings, talk.catalogue
        news: list[str] = []
        if request.words:
            wanted = replace(before, **read(request, _))  # type: ignore[arg-type]
            news = talk.news_of(lambda: session.change_settings(wanted))
        for name in names:
            yield setting_told(talk, name)
        yield from news
        if not session.settings.same_brain(before):
            yield _("That is a new brain; undo brings the old one back.")
            yield epoch_told(session, _)

    return answer


def _optimizer(request: Request, _: Catalogue) -> dict[str, object]:
    """Another optimizer comes with the volume that suits it."""
    name = reading.one_of(request, OPTIMIZERS, _)
    return {"optimizer": name, "learning_rate": DEFAULT_RATES[name]}


volume = _setting(lambda request, _: {"learning_rate": reading.positive(request, _)}, VOLUME)
echo = _setting(lambda request, _: {"momentum": reading.fraction(request, _)}, "echo (momentum)")
optimizer = _setting(_optimizer, "optimizer", VOLUME)
batch = _setting(lambda request, _: {"batch": reading.batch(request, _)}, "listen (batch)")
loss = _setting(lambda request, _: {"loss": reading.one_of(request, tuple(LOSSES), _)}, "scanner (loss)")
hidden = _setting(lambda request, _: {"hidden": reading.hidden_layers(request, _)}, "hidden layers")
activation = _setting(lambda request, _: {"activation": reading.one_of(request, tuple(ACTIVATIONS), _)}, "activation")
seed = _setting(lambda request, _: {"seed": reading.whole(request, 0, MAXIMUM_SEED, _)}, SEED)


def louder(talk: Talk, _request: Request) -> Iterator[str]:
    """The headphones one step up."""
    yield from _turned(talk, 1)


def quieter(talk: Talk, _request: Request) -> Iterator[str]:
    """The headphones one step down."""
    yield from _turned(talk, -1)


def chair(talk: Talk, request: Request) -> Iterator[str]:
    """Which chair is in the box; with a name or a file, another one."""
    if request.words:
        wanted = load_chair(" ".join(request.words))
        yield from talk.news_of(lambda: talk.session.change_chair(wanted))
    yield setting_told(talk, CHAIR)
    yield epoch_told(talk.session, talk.catalogue)


def chairs(talk: Talk, _request: Request) -> Iterator[str]:
    """The chairs that ship with the game, with their names as the command chair wants them."""
    for name in chair_names():
        thing, _ = load_chair(name), talk.catalogue
        count = _.plural("{n} part", "{n} parts", len(thing.parts))
        yield f"{name}: {thing.title_in(_.language)}, {count}."


def new_brain(talk: Talk, _request: Request) -> Iterator[str]:
    """The next seed's brain."""
    yield from talk.news_of(talk.session.new_brain)
    yield setting_told(talk, SEED)
    yield epoch_told(talk.session, talk.catalogue)


def fork(talk: Talk, _request: Request) -> Iterator[str]:
    """A branch from here."""
    yield from talk.news_of(talk.session.fork)


def branch(talk: Talk, request: Request) -> Iterator[str]:
    """The next branch, or one by its name."""
    session, _ = talk.session, talk.catalogue
    names = tuple(branch.name for branch in session.workshop.bench.branches)
    if request.words:
        wanted = request.words[0].upper()
        if wanted not in names:
            raise PlayerError(N_("{command}: expected one of {names}"), command=request.command, names=", ".join(names))
        while session.workshop.bench.branch.name != wanted:
            session.switch_branch()
        yield _("Branch {name}", name=wanted) + "."
    else:
        yield from talk.news_of(session.switch_branch)
    yield epoch_told(session, _)


def branches(talk: Talk, _request: Request) -> Iterator[str]:
    """Every branch with its newest distance."""
    bench, _ = talk.session.workshop.bench, talk.catalogue
    for branch in bench.branches:
        rows = branch.history.rows
        fields = {"name": branch.name, "epoch": rows[-1].epoch, "distance": cm(rows[-1].distance_cm, _)}
        if branch is bench.branch:
            yield _("Branch {name}, in use: up to epoch {epoch}, {distance}.", **fields)
        else:
            yield _("Branch {name}: up to epoch {epoch}, {distance}.", **fields)


def undo(talk: Talk, _request: Request) -> Iterator[str]:
    """Back to before the last change."""
    yield from _exchanged(talk, talk.session.undo)


def redo(talk: Talk, _request: Request) -> Iterator[str]:
    """The last undo taken back."""
    yield from _exchanged(talk, talk.session.redo)


def _turned(talk: Talk, steps: int) -> Iterator[str]:
    news = talk.news_of(lambda: talk.session.change_volume(steps))
    yield setting_told(talk, VOLUME)
    yield from news


def _exchanged(talk: Talk, act: Callable[[], None]) -> Iterator[str]:
    """Undo or redo, and what of the settings is now otherwise."""
    before = {choice.name: setting_told(talk, choice.name) for choice in CHOICES}
    yield from talk.news_of(act)
    for name, told in before.items():
        if (now := setting_told(talk, name)) != told:
            yield now
    yield epoch_told(talk.session, talk.catalogue)
