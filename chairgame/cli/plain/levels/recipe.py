"""Level 1 in lines of text: parts are moved by words, a build is told as its points and what one tile has changed."""

from collections.abc import Iterator, Sequence
from typing import cast

from chairgame.chair.sculpture import COLUMNS, ROWS, STOREYS
from chairgame.cli.plain import reading
from chairgame.cli.plain.levels.talk import LevelTalk
from chairgame.cli.plain.speech import DIRECTIONS, part_name
from chairgame.cli.plain.vocabulary import Request, folded
from chairgame.cli.values import shown
from chairgame.game.story.recipe import RecipePlay
from chairgame.game.story.recipe_slopes import AXES, Difference, Line, signed
from chairgame.game.story.recipe_thing import SHAPE, Cell
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError

SIGNS = ("←→", "[]", "↓↑")
"""Of the axes, back and on: what the screen writes may be typed as well."""
DISTINCT = 3  # letters by which a direction is known, whatever its ending


def build(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """Build the plan; what is known already costs nothing."""
    talk.require_play()
    _, play = talk.catalogue, play_of(talk)
    if (known := play.points_of(play.plan)) is not None:
        yield _.plural(
            "You know that one: {n} point. It costs nothing, and tells nothing.",
            "You know that one: {n} points. It costs nothing, and tells nothing.",
            known,
        )
        return
    talk.move("build")
    line, play = play_of(talk).lines[-1], play_of(talk)
    yield _build_told(line, len(play.builds), _)
    if line.tiles == 1:
        (step,) = line.differences
        yield _(
            "{part} one tile {way}: {change}.",
            part=part_name(play.chair.parts[step.part], _),
            way=_way(step, _),
            change=signed(line.change),
        )
    elif line.tiles:
        yield _("Several tiles at once: together {change}.", change=signed(line.change))
    yield _.plural("{n} build left.", "{n} builds left.", play.most - len(play.builds))


def move(talk: LevelTalk, request: Request) -> Iterator[str]:
    """Move a part of the plan by some tiles along one direction."""
    talk.require_play()
    _, play = talk.catalogue, play_of(talk)
    part = reading.part(Request(request.command, request.words[:1]), play.chair, _)
    axis, tiles = _direction(request, _)
    cell = list(play.plan[part])
    cell[axis] += tiles
    if not 0 <= cell[axis] < SHAPE[axis]:
        raise PlayerError(N_("That is the edge of the board."))
    talk.move(f"place {part} {cell[0]} {cell[1]} {cell[2]}")
    yield _place_told(play_of(talk), part, _)
    yield from talk.news()


def plan(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """Where each part is planned, and how that differs from the last build."""
    _, play = talk.catalogue, play_of(talk)
    for part in range(len(play.plan)):
        yield _place_told(play, part, _)
    changes = _changes(play, play.planned.differences, _)
    last = _build_told(play.lines[-1], len(play.builds), _)
    yield f"{last} {_('Since then: {changes}.', changes=changes)}" if changes else last


def table(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """What one tile of one part has changed, in each direction."""
    _, play = talk.catalogue, play_of(talk)
    for part, whole in enumerate(play.chair.parts):
        cells = []
        for axis in AXES:
            slopes = play.slopes.get((part, axis), ())
            values = ", ".join(signed(slope.change) for slope in slopes) or "?"
            cells.append(f"{_(DIRECTIONS[axis][1])} {values}")
        yield f"{part_name(whole, _)}: {'; '.join(cells)}."


def builds(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """Every build, how it differs from the one it is most like, and its points."""
    _, play = talk.catalogue, play_of(talk)
    for number, line in enumerate(play.lines, 1):
        changes = _changes(play, line.differences, _) or _("as it lay")
        yield _.plural(
            "Build {number}, {changes}: {n} point.",
            "Build {number}, {changes}: {n} points.",
            line.build.points,
            number=number,
            changes=changes,
        )


def recall(talk: LevelTalk, request: Request) -> Iterator[str]:
    """The plan as an earlier build had it."""
    talk.require_play()
    number = reading.whole(request, 1, len(play_of(talk).builds), talk.catalogue)
    talk.move(f"recall {number - 1}")
    yield from talk.news()


def undo(talk: LevelTalk, _request: Request) -> Iterator[str]:
    """The plan back by one move, then build by build; no build is taken back."""
    talk.require_play()
    _ = talk.catalogue
    if talk.attempt.undo():
        yield _("The plan is back by one move.")
        return
    earlier = play_of(talk).earlier
    if earlier is None:
        yield _("The plan is as it lay at first. A build is never taken back.")
        return
    talk.move(f"recall {earlier}")
    yield from talk.news()


def revealed(talk: LevelTalk) -> Iterator[str]:
    """Each part of the best build beside where it belongs."""
    _, play = talk.catalogue, play_of(talk)
    off = {gap.part: round(gap.off) for gap in play.reveal().gaps}
    for part, whole in enumerate(play.chair.parts):
        name, theirs = part_name(whole, _), _cell_told(play.thing.recipe[part], _)
        if part not in off:
            yield _("{part}: in the box and in your best build {place}.", part=name, place=theirs)
            continue
        yield _.plural(
            "{part}: in the box {place}; in your best build {yours}, {n} tile off.",
            "{part}: in the box {place}; in your best build {yours}, {n} tiles off.",
            off[part],
            part=name,
            place=theirs,
            yours=_cell_told(play.best.recipe[part], _),
        )


def play_of(talk: LevelTalk) -> RecipePlay:
    """The play; undo makes another one."""
    return cast(RecipePlay, talk.play)


def _build_told(line: Line, number: int, _: Catalogue) -> str:
    return _.plural(
        "Build {number} is {n} point off.", "Build {number} is {n} points off.", line.build.points, number=number
    )


def _place_told(play: RecipePlay, part: int, _: Catalogue) -> str:
    return f"{part_name(play.chair.parts[part], _)}: {_cell_told(play.plan[part], _)}."


def _cell_told(cell: Cell, _: Catalogue) -> str:
    return _(
        "column {column} of {columns}, row {row} of {rows}, storey {storey} of {storeys}",
        column=cell[0] + 1,
        columns=COLUMNS,
        row=cell[1] + 1,
        rows=ROWS,
        storey=cell[2] + 1,
        storeys=STOREYS,
    )


def _changes(play: RecipePlay, differences: Sequence[Difference], _: Catalogue) -> str:
    """`knob A 1 to the right, slat C 2 up`."""
    return ", ".join(
        f"{part_name(play.chair.parts[step.part], _)} {abs(step.tiles)} {_way(step, _)}" for step in differences
    )


def _way(step: Difference, _: Catalogue) -> str:
    return _(DIRECTIONS[step.axis][step.tiles > 0])


def _direction(request: Request, _: Catalogue) -> tuple[int, int]:
    """The axis, and the tiles along it, that stand behind a part, in either order and with whatever small words."""
    ways = {_(way).split()[-1]: (axis, way == on) for axis, (back, on) in enumerate(DIRECTIONS) for way in (back, on)}
    ways |= {sign: (axis, sign == both[1]) for axis, both in enumerate(SIGNS) for sign in both}
    known = {folded(way)[:DISTINCT]: found for way, found in ways.items()}
    numbers = [word for word in request.words[1:] if word.isdecimal()]
    found = [known[folded(word)[:DISTINCT]] for word in request.words[1:] if folded(word)[:DISTINCT] in known]
    if len(found) != 1 or len(numbers) > 1:
        words = ", ".join(list(ways)[: 2 * len(SHAPE)])
        given = shown(" ".join(request.words[1:]))
        message = N_("{command}: expected a direction, one of {words}, and how many tiles, found {found}")
        raise PlayerError(message, command=request.command, words=words, found=given)
    axis, is_on = found[0]
    tiles = reading.whole(Request(request.command, numbers), 1, max(SHAPE), _, 1)
    return axis, tiles if is_on else -tiles
