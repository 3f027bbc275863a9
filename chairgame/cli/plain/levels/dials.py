"""What levels 2 and 3 have in common in lines of text: a dial is turned by clicks, and the box is opened at the end."""

from collections.abc import Iterator
from math import isclose
from typing import cast

from chairgame.cli.plain import reading
from chairgame.cli.plain.levels.talk import LevelTalk
from chairgame.cli.plain.speech import cm, part_name
from chairgame.cli.plain.vocabulary import Request
from chairgame.game.story.dials import DIALS, FARTHEST, DialsPlay
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError

SPAN = 2 * FARTHEST  # clicks from one end of a dial to the other


def turned(talk: LevelTalk, request: Request) -> int:
    """Turn a dial by some clicks; which dial it was. Raises PlayerError for a dial that is at its end."""
    talk.require_play()
    _ = talk.catalogue
    dial = reading.whole(Request(request.command, request.words[:1]), 1, DIALS, _) - 1
    if len(request.words) < 2:
        raise PlayerError(N_("{command}: expected a dial, and by how many clicks"), command=request.command)
    clicks = reading.signed(request.command, request.words[1], -SPAN, SPAN, _)
    if clicks != int(clicks) or clicks == 0:
        message = N_("{command}: expected whole clicks from {least} to {most}, and not 0")
        raise PlayerError(message, command=request.command, least=f"−{SPAN}", most=SPAN)
    talk.move(f"turn {dial} {int(clicks)}", N_("The dial is at its end: 12 clicks to either side."))
    return dial


def revealed(talk: LevelTalk) -> Iterator[str]:
    """How far each part of the best build is from its place."""
    _, play = talk.catalogue, cast(DialsPlay, talk.play)
    off = {gap.part: gap.off for gap in play.reveal().gaps}
    for part, whole in enumerate(play.chair.parts):
        name = part_name(whole, _)
        if part in off:
            yield _("{part}: {distance} from its place.", part=name, distance=cm(off[part], _))
        else:
            yield _("{part}: in its place.", part=name)


def signed_clicks(clicks: float, _: Catalogue) -> str:
    """`+2`, `−3`, `0`; `+1.5` where they are no whole clicks."""
    text = f"{clicks:+.{0 if isclose(clicks, round(clicks), abs_tol=1e-9) else 1}f}"
    return _.decimal(text).replace("-", "−") if float(text) else "0"
