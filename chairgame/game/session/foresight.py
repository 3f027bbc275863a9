"""What comes of a rebuild, worked out before anybody asks: the epoch after it, and whether that one could be sat on."""

from collections.abc import Callable
from dataclasses import dataclass

from chairgame.game.session.commentary import stands
from chairgame.game.session.learner import Work
from chairgame.game.session.rebuild import Ahead, Rebuild, look_ahead
from chairgame.training.history import History


@dataclass(frozen=True)
class Foresight:
    """What comes of a rebuild, and whether a grandmother could sit on it and on what comes, if that was tried."""

    rebuild: Rebuild
    ahead: Ahead
    stands: bool | None
    next_stands: bool | None

    def stands_in(self, rebuild: Rebuild) -> bool | None:
        """What was found out about a rebuild, if it is one of the two."""
        if rebuild.before is self.rebuild.before:
            return self.stands
        following = self.ahead.following
        return self.next_stands if following is not None and following.before is rebuild.before else None


def foresight(history: History, rebuild: Rebuild, *, tests: bool, tests_next: bool) -> Work[Foresight]:
    """The work of learning from a rebuild, and of trying it and what comes of it."""
    trainer, chair = history.trainer, history.chair

    def tried(built: Rebuild | None, may_go_on: Callable[[], bool]) -> bool | None:
        return stands(chair, built.poses) if built is not None and may_go_on() else None

    def work(may_go_on: Callable[[], bool]) -> Foresight | None:
        ahead = look_ahead(trainer, rebuild, may_go_on)
        if ahead is None:
            return None
        here = tried(rebuild if tests else None, may_go_on)
        return Foresight(rebuild, ahead, here, tried(ahead.following if tests_next else None, may_go_on))

    return work
