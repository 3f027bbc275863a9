"""Walking around what a screen shows, by key: the same on every screen with a floor."""

from chairgame.tui.screens.base import GameScreen
from chairgame.tui.widgets.floor import Floor


class LooksAround(GameScreen):
    """To be mixed into a screen whose keys contain `LOOK_AROUND`. All floors of a screen turn together."""

    def action_orbit(self, sideways: int, upwards: int) -> None:
        for floor in self.query(Floor):
            floor.orbit(sideways, upwards)
        self.show()

    def action_zoom(self, steps: int) -> None:
        for floor in self.query(Floor):
            floor.zoom(steps)
        self.show()
