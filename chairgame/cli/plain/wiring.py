"""The commands about the weights: the brain's layers, one weight by its number or its neurons, and setting it."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from chairgame.cli import values
from chairgame.cli.plain import reading
from chairgame.cli.plain.speech import epoch_told
from chairgame.cli.plain.talk import Talk
from chairgame.cli.plain.vocabulary import Request
from chairgame.cli.values import Value
from chairgame.game.session.model import GameSession
from chairgame.graphics.instruments.brainwork import WeightPlace, neuron_name, parameter_index, source_name
from chairgame.neural.mlp import Architecture
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError

LARGEST = 5
LIMIT = 1000.0  # of a weight set by hand: far beyond any that was learned


def brain(talk: Talk, _request: Request) -> Iterator[str]:
    """The layers, how many weights there are, and the largest ones."""
    session, _ = talk.session, talk.catalogue
    architecture = session.history.trainer.architecture
    units = ", ".join(map(str, architecture.units))
    yield _("Neurons per layer, from the inputs to the outputs: {units}.", units=units)
    yield _.plural(
        "{n} weight, with the biases. The largest:",
        "{n} weights, with the biases. The largest:",
        architecture.parameter_count,
    )
    params = session.rebuild.before.params
    for index in np.argsort(-np.abs(np.nan_to_num(params)), kind="stable")[:LARGEST]:
        yield _weight_told(session, int(index), _)


def weight(talk: Talk, request: Request) -> Iterator[str]:
    """One weight and its slope; with a value it is set."""
    session, _ = talk.session, talk.catalogue
    index, rest = _addressed(session, request, _)
    if not rest:
        yield _weight_told(session, index, _)
        gradient = float(np.nan_to_num(session.rebuild.gradient[index]))
        yield _("The slope of the loss along it: {slope}.", slope=_.number(gradient, 6))
        return
    value = reading.signed(request.command, rest[0], -LIMIT, LIMIT, _)
    news = talk.news_of(lambda: session.change_parameter(index, value))
    yield _weight_told(session, index, _)
    yield epoch_told(session, _)
    yield from news


def _addressed(session: GameSession, request: Request, _: Catalogue) -> tuple[int, list[str]]:
    """The index of the weight asked for, and the words left after its address."""
    architecture, command = session.history.trainer.architecture, request.command
    if not request.words:
        raise PlayerError(N_("{command}: expected a number, or the names of two neurons"), command=command)
    if request.words[0].isdecimal():
        if len(request.words) > 2:
            raise PlayerError(N_("{command}: expected one value after the weight's number"), command=command)
        number = values.whole_number(command, 1, architecture.parameter_count, _)(request.words[0])
        return int(str(number)) - 1, list(request.words[1:])
    if len(request.words) < 2:
        raise PlayerError(N_("{command}: expected a number, or the names of two neurons"), command=command)
    return _between(session, request, _), list(request.words[2:])


def _between(session: GameSession, request: Request, _: Catalogue) -> int:
    """The index of the weight between two neurons, the second of which says in which layer."""
    architecture = session.history.trainer.architecture
    source, target = (_address(word) for word in request.words[:2])
    targets = {
        _address(_target(session, WeightPlace(layer, 0, column))): (layer, column)
        for layer, (_fan_in, units) in enumerate(pairwise(architecture.units))
        for column in range(units)
    }
    wanted = _("a neuron like {example}, or an output: x, y, z, qw, qx, qy, qz", example="1.1")
    found = Value(request.command, wanted, targets.get)(target)
    layer, column = found if isinstance(found, tuple) else (0, 0)
    rows = {
        _address(_source(session, WeightPlace(layer, row, column), _)): row
        for row in range(architecture.units[layer], -1, -1)
    }
    example = _source(session, WeightPlace(layer, 0, column), _)
    wanted = _("what that neuron listens to, like {example} or {bias}", example=example, bias=_("bias"))
    row = Value(request.command, wanted, rows.get)(source)
    return parameter_index(architecture, WeightPlace(layer, int(str(row)), column))


def _weight_told(session: GameSession, index: int, _: Catalogue) -> str:
    where = _place_of(session.history.trainer.architecture, index)
    return _(
        "Weight {number}, from {source} to {target}: {value}.",
        number=index + 1,
        source=_source(session, where, _),
        target=_target(session, where),
        value=_.number(float(np.nan_to_num(session.rebuild.before.params[index])), 3),
    )


def _place_of(architecture: Architecture, index: int) -> WeightPlace:
    """A weight's layer, row and column."""
    for layer, (start, _bias, end, units) in enumerate(architecture.offsets):
        if index < end:
            return WeightPlace(layer, *divmod(index - start, units))
    raise IndexError(index)


def _source(session: GameSession, where: WeightPlace, _: Catalogue) -> str:
    architecture = session.history.trainer.architecture
    return source_name(architecture, session.chair.labels, where, _("bias")).replace("·", ".")


def _target(session: GameSession, where: WeightPlace) -> str:
    architecture = session.history.trainer.architecture
    return neuron_name(architecture, session.chair.labels, where.layer + 1, where.column).replace("·", ".")


def _address(name: str) -> str:
    """A neuron's name as it may be typed."""
    return name.casefold().replace("·", ".").replace(",", ".")
