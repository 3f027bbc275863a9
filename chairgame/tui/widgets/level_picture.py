"""What there is to look at of a stop of the map: the thing that a box hid from whoever has opened it, the player's best
build, a model of the brain; else a closed box."""

from chairgame.game.story.cable_setup import CableSetup
from chairgame.game.story.halves import Bridge
from chairgame.game.story.keepsakes import Recollection, as_played, circuit_in, thing_in
from chairgame.game.story.level import Level, level_named
from chairgame.graphics.picture.brain_model import brain_model
from chairgame.graphics.picture.chest import closed_chest, open_chest
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.staging import still_of
from chairgame.tui.widgets.level_list import Atlas, Stop


def picture_of(stop: Stop, atlas: Atlas, memory: Recollection | None) -> Scene:
    """The scene; nothing is told of a box that has not been opened."""
    record = atlas.records.get(stop.id)
    if not isinstance(stop, Level) or record is None or record.best is None:
        return _circuit(atlas) if isinstance(stop, Bridge) and atlas.is_crossed else closed_chest()
    if isinstance(stop.setup, CableSetup):
        return _circuit(atlas)
    thing = thing_in(stop.with_seed(record.best.seed))
    if thing is not None:
        return open_chest(thing.parts)
    if memory is not None and memory.is_over and memory.best is not None:
        return still_of(*memory.best)
    return closed_chest()


def _circuit(atlas: Atlas) -> Scene:
    """The brain of the player's own last case."""
    return brain_model(circuit_in(as_played(level_named("cable"), atlas.records)))
