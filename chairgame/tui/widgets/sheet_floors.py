"""What the two floors of the instruction sheet's level show: the plan beside the build; sheet against network."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

import numpy as np

from chairgame.chair.parts import Chair
from chairgame.chair.poses import Poses, ideal_poses
from chairgame.game.story.sheet import built, poses_of
from chairgame.game.story.sheet_network import MOVED_CM, chairs_of, neurons_of, shifts_cm, without
from chairgame.game.story.sheet_play import SheetPlay
from chairgame.graphics.picture.camera import FloatArray
from chairgame.graphics.picture.fitting import corners_of
from chairgame.graphics.picture.scene import Scene
from chairgame.graphics.picture.staging import ghosted, still_of
from chairgame.tui.look import Look
from chairgame.tui.widgets.compared_floor import ComparedFloor
from chairgame.tui.widgets.sheet_desk import Desk

MOVED_GLOW = 0.8
SIDES = LEFT, RIGHT = ("left", "right")


@dataclass(frozen=True, eq=False)
class Floor:
    """What stands on one: parts, the real chair dotted where it is told, those that were moved aglow; and its title."""

    chair: Chair
    poses: Poses
    title: str
    real: Poses | None = None
    moved: tuple[int, ...] = ()

    def scene(self) -> Scene:
        """As a scene."""
        scene = still_of(self.chair, self.poses)
        glow = scene.glow.copy()
        glow[list(self.moved)] = MOVED_GLOW
        scene = replace(scene, glow=glow)
        return scene if self.real is None else ghosted(scene, self.chair, self.real)


class SheetFloors:
    """Looks at play and desk, and works out only what has changed."""

    def __init__(self, play: Callable[[], SheetPlay], desk: Desk, look: Callable[[], Look]) -> None:
        self.play, self.desk, self.look = play, desk, look
        self._known: dict[str, tuple[Hashable, Floor]] = {}
        self._room: tuple[Hashable, FloatArray] = (None, np.empty((0, 3)))

    def floors(self, look: Look) -> list[ComparedFloor]:
        """One for each side."""
        return [self._widget(side, look) for side in SIDES]

    def _widget(self, side: str, look: Look) -> ComparedFloor:
        return ComparedFloor(
            lambda: self.on(side).scene(),
            self.shown,
            self.room,
            lambda: self.on(side).title,
            look,
            f"sheet-{side}",
        )

    def shown(self) -> Hashable:
        """What decides about both."""
        play, desk = self.play(), self.desk
        struck = (desk.struck_line, desk.struck_neuron) if desk.has_programs else None
        return play.level.seed, tuple(play.lines), play.watched, play.film, play.scanned_cm, struck, self.look()

    def on(self, side: str) -> Floor:
        """What stands there now."""
        shown = self.shown()
        if side not in self._known or self._known[side][0] != shown:
            self._known[side] = shown, self._made(side)
        return self._known[side][1]

    def _made(self, side: str) -> Floor:
        play, desk = self.play(), self.desk
        if desk.has_programs:
            return self._struck_sheet() if side == LEFT else self._struck_brain()
        if not play.watched:
            return self._plan() if side == LEFT else self._draft()
        return self._sheet() if side == LEFT else self._network()

    def _plan(self) -> Floor:
        plan = chairs_of(self.play().setup)[0]
        return Floor(plan, ideal_poses(plan), self.look().words("the plan"))

    def _draft(self) -> Floor:
        """What the sheet as it is builds; in the film line by line."""
        play, _ = self.play(), self.look().words
        plan = chairs_of(play.setup)[0]
        lines = play.lines[: self._executed()]
        number = play.scanned_cm
        is_told = number is not None and play.film >= 1
        title = f"{_.number(number, 1)} cm" if is_told and number is not None else _("built: ? cm")
        return Floor(plan, poses_of(built(lines, plan, plan)), title)

    def _executed(self) -> int:
        """How many lines of the sheet."""
        play = self.play()
        return len(play.lines) if play.film >= 1 else int(play.film * 2 * len(play.lines))

    def _sheet(self) -> Floor:
        play, _ = self.play(), self.look().words
        plan, chair = chairs_of(play.setup)[0], play.stages[play.stage].chair
        number = _.number(play.sheet_off[-1], 1) if self._executed() >= len(play.lines) else "?"
        poses = poses_of(built(play.lines[: self._executed()], chair, plan))
        return Floor(chair, poses, _("sheet: {cm} cm", cm=number), ideal_poses(chair))

    def _network(self) -> Floor:
        play, _ = self.play(), self.look().words
        stage = play.stages[play.stage]
        rebuild = round(play.film * stage.rebuilds)
        title = _("network: {cm} cm", cm=_.number(stage.distances[rebuild], 1))
        return Floor(stage.chair, stage.built(rebuild), title, ideal_poses(stage.chair))

    def _struck_sheet(self) -> Floor:
        play, struck = self.play(), self.desk.struck_line
        plan = chairs_of(play.setup)[0]
        whole = poses_of(built(play.lines, plan, plan))
        lines = [replace(line, kind="") if index == struck else line for index, line in enumerate(play.lines)]
        return self._with_moved(plan, whole, poses_of(built(lines, plan, plan)), struck is not None)

    def _struck_brain(self) -> Floor:
        stage, struck = self.play().stages[0], self.desk.struck_neuron
        poses = stage.last if struck is None else without(stage, neurons_of(stage)[struck])
        return self._with_moved(stage.chair, stage.last, poses, struck is not None)

    def _with_moved(self, chair: Chair, whole: Poses, poses: Poses, is_struck: bool) -> Floor:
        _, moved = self.look().words, shifts_cm(whole, poses)
        parts = tuple(int(part) for part in np.flatnonzero(moved > MOVED_CM))
        title = _("moved: {n} of {all}", n=len(parts), all=len(chair.parts)) if is_struck else _("0 strikes out")
        return Floor(chair, poses, title, None, parts)

    def room(self) -> FloatArray:
        """The corners in cm of the chair in the box and of the sheet's build, the same array as long as those are."""
        play = self.play()
        stage = 0 if self.desk.has_programs else play.stage
        wanted = play.level.seed, stage, tuple(play.lines) if play.watched else None
        if self._room[0] != wanted:
            chair, plan = play.stages[stage].chair, chairs_of(play.setup)[0]
            standing = [ideal_poses(chair), *([poses_of(built(play.lines, chair, plan))] if play.watched else [])]
            self._room = wanted, np.concatenate([corners_of(still_of(chair, poses)) for poses in standing])
        return self._room[1]
