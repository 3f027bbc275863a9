"""Every key of the lab does what its table says. A new key needs a new deed here."""

from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import numpy as np
import pytest

from chairgame.chair.catalogue import load_chair
from chairgame.game import places
from chairgame.game.session.beats import NORMAL, Phase
from chairgame.game.story.level import levels
from chairgame.tui import keys as house_keys
from chairgame.tui.keys import LAB_KEYS, Key
from chairgame.tui.screens import levels as levels_package
from chairgame.tui.screens.help import HelpScreen
from chairgame.tui.screens.lab import LabScreen
from chairgame.tui.screens.lab_panels import NAMES as PANELS
from chairgame.tui.screens.weight_cable import WeightCableScreen
from tests.tui.driving import Game, game

STOOL, EPOCHS = load_chair("three-part-stool"), next(level for level in levels() if level.play == "epochs")
Deed = Callable[[Game, str], Awaitable[None]]


async def play(g: Game, key: str) -> None:
    await g.press(key)
    assert g.session.playing
    await g.pass_time(2.5)
    assert g.session.player.moment.phase is Phase.MEASURE
    await g.press(key)
    assert not g.session.playing
    await g.pass_time(1.0)
    assert g.session.player.moment.phase is Phase.MEASURE


async def next_epoch(g: Game, key: str) -> None:
    await g.press(key, key, key)
    assert (g.session.epoch, g.session.newest) == (3, 3)


async def next_phase(g: Game, key: str) -> None:
    for phase in (*Phase, Phase.BUILD):
        await g.press(key)
        assert g.session.player.moment.phase is phase
    assert g.session.epoch == 1


async def arrow_left(g: Game, key: str) -> None:
    await g.press("n", "n", key)
    assert (g.session.epoch, g.session.newest) == (1, 2)


async def arrow_right(g: Game, key: str) -> None:
    await g.press(key)
    assert (g.session.epoch, g.session.newest) == (1, 1)


async def arrow_up(g: Game, key: str) -> None:
    await g.press(key)
    assert g.session.player.speed_index == NORMAL + 1


async def arrow_down(g: Game, key: str) -> None:
    await g.press(key)
    assert g.session.player.speed_index == NORMAL - 1


async def step_back(g: Game, key: str) -> None:
    await g.press("n", "n", "tab", key)
    assert (g.session.epoch, g.session.newest) == (1, 2)


async def step_on(g: Game, key: str) -> None:
    await g.press("tab", key, key)
    assert (g.session.epoch, g.session.newest) == (2, 2)


async def to_start(g: Game, key: str) -> None:
    await g.press("n", "n", key)
    assert (g.session.epoch, g.session.newest) == (0, 2)


async def to_newest(g: Game, key: str) -> None:
    await g.press("n", "n", "home", key)
    assert (g.session.epoch, g.session.newest) == (2, 2)


async def slower(g: Game, key: str) -> None:
    await g.press(key)
    assert g.session.player.speed_index == NORMAL - 1
    assert "slow" in g.row_of("timeline")


async def faster(g: Game, key: str) -> None:
    await g.press(key)
    assert g.session.player.speed_index == NORMAL + 1
    assert "×4" in g.row_of("timeline")


def orbit(sideways: int, upwards: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        before = g.lab.viewport.camera
        await g.press(key)
        after = g.lab.viewport.camera
        assert np.sign(round(after.azimuth - before.azimuth, 9)) == sideways
        assert np.sign(round(after.elevation - before.elevation, 9)) == upwards

    return deed


def zoom(sign: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        before = g.lab.viewport.camera.distance
        await g.press(key)
        assert np.sign(g.lab.viewport.camera.distance - before) == sign

    return deed


async def peek(g: Game, key: str) -> None:
    await g.press(key)
    assert g.session.peeks.is_looking
    assert len(g.session.peeks.written) == 1
    await g.press(key)
    assert not g.session.peeks.is_looking


async def grab(g: Game, key: str) -> None:
    await g.press("n", key)
    assert g.session.hand.held is not None
    assert "You hold" in g.row_of("news")
    await g.press(key)
    assert g.session.hand.held is None


def hand_depth(sign: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press("n", "g")
        before = g.session.hand.held
        await g.press(key)
        after = g.session.hand.held
        assert before is not None
        assert after is not None
        assert np.sign(after.centre - before.centre).tolist() == [0, sign, 0]

    return deed


def focus_panel(steps: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        seen = []
        for _ in range(2 * len(PANELS)):
            await g.press(key)
            seen.append(PANELS[g.lab.panels.focus_on])
            lit = g.lab.panels.named
            assert [name for name, panel in lit.items() if panel.focused] == [seen[-1]]
        assert seen == [PANELS[steps * (i + 1) % len(PANELS)] for i in range(2 * len(PANELS))]

    return deed


async def enter(g: Game, key: str) -> None:
    await g.press("n", "g", key)
    assert "is right" in g.row_of("news")
    ideal = g.session.history.task.chair_box.reveal()
    assert g.session.hand.held is not None
    np.testing.assert_array_equal(g.session.hand.held.centre, ideal.centres[g.session.hand.held.part])


def volume(sign: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        before = g.session.settings.learning_rate
        await g.press(key)
        assert np.sign(g.session.settings.learning_rate - before) == sign
        assert f"{g.session.settings.learning_rate:g}" in g.text()

    return deed


async def fork(g: Game, key: str) -> None:
    await g.press("n", key)
    assert g.session.workshop.bench.branch.name == "B"
    assert "branch B" in g.row_of("title")


async def switch_branch(g: Game, key: str) -> None:
    await g.press("n", "f", "n", key)
    assert (g.session.workshop.bench.branch.name, g.session.newest) == ("A", 1)
    await g.press(key)
    assert (g.session.workshop.bench.branch.name, g.session.newest) == ("B", 2)


async def undo(g: Game, key: str) -> None:
    before = g.session.settings
    await g.press("plus", key)
    assert g.session.settings == before
    assert "Undone" in g.row_of("news")


async def redo(g: Game, key: str) -> None:
    await g.press("plus", "plus")
    after = g.session.settings
    await g.press("u", key)
    assert g.session.settings == after


async def settings(g: Game, key: str) -> None:
    await g.press(key)
    assert "hidden layers" in g.text()
    await g.press(key)
    assert "hidden layers" not in g.text()


async def new_brain(g: Game, key: str) -> None:
    params = g.session.rebuild.before.params
    await g.press("n", key)
    assert (g.session.epoch, g.session.settings.seed) == (0, 1)
    assert not np.array_equal(g.session.rebuild.before.params, params)


async def go_on(g: Game, key: str) -> None:
    await g.press("n", "n", key)
    assert g.session.epoch == 2
    assert "no earlier run" in g.row_of("news")


async def save(g: Game, key: str) -> None:
    await g.press("n", key)
    assert "chairgame replay" in g.row_of("news")
    assert len(list(Path(g.app.options.home).rglob("*"))) >= 2


async def postcard(g: Game, key: str) -> None:
    await g.press("n", key)
    assert "a few rebuilds" in g.row_of("news")
    await g.press("n", "n", "n", "n", "n", key)
    assert "Postcard" in g.row_of("news")
    (text,), (picture,) = (list(Path(g.app.options.home).rglob(f"postcards/*.{suffix}")) for suffix in ("txt", "svg"))
    assert "chairgame replay autosave" in text.read_text(encoding="utf-8")
    assert picture.read_text(encoding="utf-8").startswith("<svg")


async def film(g: Game, key: str) -> None:
    await g.press("n", "n", key)
    assert g.lab.views.opened == "film"
    await g.press("left", "enter")
    assert (g.lab.views.opened, g.session.epoch) == (None, g.lab.views.film.epoch)


async def notebook(g: Game, key: str) -> None:
    await g.press("plus", "n", key)
    assert "volume" in g.text()
    await g.press(key)
    assert g.lab.views.opened is None


async def sit(g: Game, key: str) -> None:
    await g.press("n", key)
    assert g.session.seat.test is not None
    await g.press(key)
    assert g.session.seat.sitter.name == "grandmother"
    await g.press("escape")
    assert g.session.seat.sitter is None


async def cable(g: Game, key: str) -> None:
    await g.press("n", key)
    assert isinstance(g.screen, WeightCableScreen)
    await g.press("escape")
    assert isinstance(g.screen, LabScreen)


async def colours(g: Game, key: str) -> None:
    seen = []
    for _ in range(4):
        await g.press(key)
        seen.append(g.app.look.depth.value)
    assert seen == ["256", "16", "none", "truecolor"]


async def language(g: Game, key: str) -> None:
    await g.press(key)
    assert "wyjdź" in g.row_of("keys")
    await g.press(key)
    assert "leave" in g.row_of("keys")


async def help_page(g: Game, key: str) -> None:
    await g.press("space", key)
    assert isinstance(g.screen, HelpScreen)
    await g.press("escape")
    assert isinstance(g.screen, LabScreen)
    assert not g.session.playing


async def back(g: Game, key: str) -> None:
    await g.press("tab", "o", "g", key)
    assert g.session.hand.held is None
    assert g.lab.has_class("-settings")
    await g.press(key)
    assert not g.lab.has_class("-settings")
    assert g.lab.panels.focus_on == 1
    await g.press(key)
    assert g.lab.panels.focus_on == 0
    await g.press(key)
    assert g.session.hand.selected is None


async def leave(g: Game, key: str) -> None:
    await g.press("space", key)
    assert g.app.return_value == 0
    assert not g.app.is_running or g.app._exit


DEEDS: dict[str, Deed] = {
    "play": play,
    "tell('next_epoch')": next_epoch,
    "tell('next_phase')": next_phase,
    "arrow('left')": arrow_left,
    "arrow('right')": arrow_right,
    "arrow('up')": arrow_up,
    "arrow('down')": arrow_down,
    "tell('step', -1)": step_back,
    "tell('step', 1)": step_on,
    "tell('seek', 0)": to_start,
    "to_newest": to_newest,
    "tell('change_speed', -1)": slower,
    "tell('change_speed', 1)": faster,
    "orbit(0, 1)": orbit(0, 1),
    "orbit(0, -1)": orbit(0, -1),
    "orbit(-1, 0)": orbit(-1, 0),
    "orbit(1, 0)": orbit(1, 0),
    "zoom(-1)": zoom(-1),
    "zoom(1)": zoom(1),
    "tell('toggle_peek')": peek,
    "tell('grab')": grab,
    "tell('hand.reach', -1)": hand_depth(-1),
    "tell('hand.reach', 1)": hand_depth(1),
    "focus_panel(1)": focus_panel(1),
    "focus_panel(-1)": focus_panel(-1),
    "enter": enter,
    "tell('change_volume', 1)": volume(1),
    "tell('change_volume', -1)": volume(-1),
    "tell('fork')": fork,
    "tell('switch_branch')": switch_branch,
    "undo": undo,
    "tell('redo')": redo,
    "settings": settings,
    "tell('new_brain')": new_brain,
    "go_on": go_on,
    "save": save,
    "postcard": postcard,
    "view('film')": film,
    "view('notebook')": notebook,
    "view('sit')": sit,
    "cable": cable,
    "colours": colours,
    "language": language,
    "help": help_page,
    "back": back,
    "leave": leave,
}


@pytest.mark.parametrize("key", LAB_KEYS, ids=lambda key: key.action)
async def test_a_key_does_what_the_table_says(key: Key, tmp_path: Path) -> None:
    for name in key.keys.split(","):
        async with game((100, 30), home=tmp_path) as g:
            await DEEDS[key.action](g, name)


LEVEL_KEYS = [
    import_module(f"{levels_package.__name__}.{module.name}")
    for module in iter_modules(levels_package.__path__)
    if module.name.endswith("keys")
]
TABLES = {name: keys for module in (house_keys, *LEVEL_KEYS) for name, keys in vars(module).items() if "_KEYS" in name}
WITHOUT_HELP = {"OPENING_KEYS", "HELP_KEYS", "WEIGHT_CABLE_KEYS", "PAGE_KEYS", "DEBRIEF_KEYS"}


@pytest.mark.parametrize("name", TABLES)
def test_no_key_means_two_things(name: str) -> None:
    names = [key for entry in TABLES[name] for key in entry.keys.split(",")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", TABLES)
def test_colours_language_help_and_leaving_have_the_same_keys_everywhere(name: str) -> None:
    bound = {key: entry.action for entry in TABLES[name] for key in entry.keys.split(",")}
    wanted = {"K": "colours", "l": "language", "question_mark": "help", "q": "leave"}
    if name in WITHOUT_HELP:
        wanted.pop("question_mark")
    if name in ("PAGE_KEYS", "RESULT_KEYS", "DEBRIEF_KEYS"):  # footers; the level's own keys are bound as well
        wanted.pop("K")
    if name in ("RESULT_KEYS", "DEBRIEF_KEYS"):
        wanted.pop("l")
    assert wanted.items() <= bound.items()
    assert bound.get("c") != "colours"


@pytest.mark.parametrize("place", [places.Table(), places.Hidden(STOOL, 0), places.Lab()])
async def test_a_text_field_swallows_every_letter(place: places.Place) -> None:
    """A name, a bet, a weight: no letter leaves, speaks another language, or changes the colours."""
    opening = {places.Table: ("1", "enter"), places.Lab: ("n", "tab", "tab", "tab", "enter")}.get(type(place), ("b",))
    async with game((100, 30), place=place) as g:
        await g.press(*opening)
        look, screen = g.app.look, g.screen
        await g.press(*"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ?")
        assert g.app.return_value is None
        assert (g.app.look, g.screen) == (look, screen)


@pytest.mark.parametrize("key", [key for key in LAB_KEYS if len(key.shown) == 1], ids=lambda key: key.shown)
async def test_the_character_that_is_shown_is_the_key_that_works(key: Key) -> None:
    """The name in the binding and the character on the help page are the same key to a terminal."""
    arrows = {"←": "left", "→": "right", "↑": "up", "↓": "down"}
    async with game((100, 30)) as g:
        called: list[str] = []

        async def record(action: object, *_: object, **__: object) -> bool:
            called.append(str(action))
            return True

        g.app.run_action = record  # type: ignore[method-assign,assignment]
        await g.press(arrows.get(key.shown, key.shown))
        assert called == [key.action]
