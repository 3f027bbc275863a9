"""What comes of a rebuild, worked out before anybody asks: the epoch after it, and whether that one could be sat on."""

from collections.abc import Callable
from dataclasses import dataclass

from chairgame.game.session.commentary import stands
from chairgame.game.session.learner import Work
from chairgame.game.session.rebuild import Ahead, Rebuild, look_ahead
from chairgame.training.history import History


@dataclass(frozen=True)
class Foresight:
    """What comes of a rebuild, and whether a grandmother could sit on it, if that was tried."""

    ahead: Ahead
    stands: bool | None

    def stands_in(self, rebuild: Rebuild) -> bool | None:
        """The same of a rebuild, if that is what came."""
        following = self.ahead.following
        return self.stands if following is not None and following.before is rebuild.before else None


def foresight(history: History, rebuild: Rebuild, *, tests: bool) -> Work[Foresight]:
    """The work of learning from a rebuild, and of trying what comes of it."""
    trainer, chair = history.trainer, history.chair

    def work(may_go_on: Callable[[], bool]) -> Foresight | None:
        ahead = look_ahead(trainer, rebuild, may_go_on)
        if ahead is None:
            return None
        following = ahead.following if tests and may_go_on() else None
        return Foresight(ahead, None if following is None else stands(chair, following.poses))

    return work
