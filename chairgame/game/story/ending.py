"""The story's ending: what the player has built and said on the way, lived through again a little at a time.

The one mutable model of the ending's screen. Who has kept nothing sees less. Knows neither screen nor disk.
"""

from collections.abc import Callable, Mapping

from chairgame.chair.poses import ideal_poses
from chairgame.game.progress.records import Feat, Record, star_count
from chairgame.game.session.model import GameSession
from chairgame.game.story.keepsakes import Recollection, as_played, keepsake_of, name_of, thing_in
from chairgame.game.story.key import KeyPlay
from chairgame.game.story.level import Level, levels
from chairgame.game.story.play import Assembled

BUILT = "scanner", "headphones", "epochs", "key"
"""The levels whose best builds are shown, beside the first one's thing."""
FIRST, SPOKEN, LAST = "no-instructions", "ala-ma-kota", "key"
OWN, GUESS = "own ", "guess "


class Ending:
    """What there is to look back at."""

    def __init__(self, records: Mapping[str, Record], feats: Mapping[str, Feat]) -> None:
        self.records = records
        self._kept = {level.id: keepsake_of(feats.get(name_of(level.id))) for level in levels()}
        memories = ((level, self._kept[level.id]) for level in levels() if level.id in BUILT)
        self._memories = {level.id: Recollection(level, kept) for level, kept in memories if kept is not None}

    # What there is to see

    @property
    def builds(self) -> tuple[tuple[Level, Assembled], ...]:
        """The player's best builds, level by level, as far as they have been lived through again."""
        found = ((memory.level, memory.best) for memory in self._memories.values() if memory.is_over)
        return tuple((level, best) for level, best in found if best is not None)

    def first_thing(self) -> Assembled | None:
        """What was in the first box, for whoever has opened it."""
        first = self._level(FIRST)
        if first is None or first.id not in self.records or self.records[first.id].best is None:
            return None
        thing = thing_in(as_played(first, self.records))
        return None if thing is None else (thing, ideal_poses(thing))

    @property
    def sentence(self) -> str:
        """The last sentence of the player's own that a brain was taught; empty where there is none."""
        return self._last_words(SPOKEN, OWN)

    @property
    def guess(self) -> str:
        """What the player thought was in the last box; empty where nothing was said."""
        return self._last_words(LAST, GUESS)

    @property
    def stars(self) -> int:
        """All that were ever earned."""
        return star_count(self.records, [level.id for level in levels()])

    @property
    def by_hand(self) -> int:
        """The moves of all best plays."""
        return sum(record.best.hand_moves for record in self.records.values() if record.best is not None)

    @property
    def by_machine(self) -> int:
        """The changes of weights in all best plays."""
        return sum(record.best.weight_changes for record in self.records.values() if record.best is not None)

    def last_run(self) -> GameSession | None:
        """The last brain's run, for a postcard of it; nothing as long as the box is shut."""
        memory = self._memories.get(LAST)
        play = None if memory is None or not memory.is_over else memory.play
        if not isinstance(play, KeyPlay) or play.reveal() is None:
            return None
        return GameSession(play.course.chair, play.course.settings, play.course.history(play.earned))

    # Time

    @property
    def playing(self) -> bool:
        """Whether anything is still to be lived through again."""
        return any(not memory.is_over for memory in self._memories.values())

    def tick(self, seconds: float, may_learn: Callable[[], bool]) -> bool:  # noqa: ARG002
        """Move after move. True if there was one."""
        moved = False
        for memory in self._memories.values():
            while not memory.is_over:
                memory.go_on()
                moved = True
                if not may_learn():
                    return True
        return moved

    # Inside

    def _level(self, level_id: str) -> Level | None:
        return next((level for level in levels() if level.id == level_id), None)

    def _last_words(self, level_id: str, verb: str) -> str:
        kept = self._kept.get(level_id)
        said = [move.removeprefix(verb) for move in kept.moves if move.startswith(verb)] if kept is not None else []
        return said[-1] if said else ""
