"""The doors between the screens: who knows whom, what is loaded when, and that every place has a screen."""

from importlib import import_module
from inspect import isclass, signature
from operator import attrgetter
from pathlib import Path

import pytest
from textual.actions import parse
from textual.app import App

from chairgame.chair.catalogue import load_chair
from chairgame.game import places
from chairgame.game.lesson.files import built_in_lesson
from chairgame.game.session.model import GameSession
from chairgame.game.story.level import levels
from chairgame.training.runs import run_of
from chairgame.training.settings import Settings
from chairgame.tui import screens
from chairgame.tui.app import ChairgameApp
from chairgame.tui.game import Game as AskedGame
from chairgame.tui.keys import LAB_KEYS, Key
from chairgame.tui.screens.base import GameScreen
from tests.test_architecture import loaded_by, modules
from tests.training.beginning import begun
from tests.tui.driving import game

SCREENS = [name for name in modules("tui") if name.startswith(screens.__name__ + ".")]
STOOL = load_chair("three-part-stool")
PLACES: dict[str, places.Place] = {
    "door": places.Door(),
    "title": places.Title(),
    "map": places.Map(),
    "map, the last level": places.Map(levels()[-1]),
    "story": places.Story(),
    "begin": places.Story(begins=True),
    **{f"level {level.id}": places.Level(level) for level in levels()},
    **{f"after {level.id}": places.After(level) for level in levels()},
    **{f"pages of {level.id}": places.Level(level, reads=True) for level in levels()},
    "bridge": places.Bridge(),
    "beyond": places.Beyond(),
    "beyond, skipped": places.Beyond(skips=True),
    "lab": places.Lab(),
    "lab from the title": places.Lab(has_way_back=True),
    "replay": places.Replay(run_of(begun(STOOL, Settings(hidden=(8,))), "epochs"), "mine"),
    "lesson": places.Lesson(built_in_lesson()),
    "attract": places.Lesson(built_in_lesson(), goes_on=True),
    "lesson from the title": places.Lesson(built_in_lesson(), has_way_back=True),
    "table": places.Table(),
    "table from the title": places.Table(has_way_back=True),
    "hidden": places.Hidden(STOOL, 1),
    "words": places.Words(),
    "words from the title": places.Words(has_way_back=True),
    "fold": places.Fold(),
    "settings": places.Settings(),
    "about": places.About(),
}


def test_nobody_among_the_screens_knows_whoever_knows_them():
    grimp = pytest.importorskip("grimp")
    graph = grimp.build_graph("chairgame")  # imports for types alone and within functions count as well
    for name in modules("tui"):
        for imported in graph.find_modules_directly_imported_by(name):
            assert not graph.chain_exists(imported, name), f"{name} → {imported} → … → {name}"


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_loads_alone(name: str) -> None:
    own = [value for value in vars(import_module(name)).values() if isclass(value) and value.__module__ == name]
    assert all(issubclass(value, GameScreen) for value in own if value.__name__.endswith("Screen"))


def test_the_app_loads_no_screen_before_somebody_goes_there():
    assert loaded_by("import chairgame.tui.app") & set(SCREENS) == {f"{screens.__name__}.base"}


def test_the_lab_alone_is_loaded_for_the_lab(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path; import sys; from tests.tui.driving import app_with\n"
        "app_with(lambda: 0.0, home=Path(sys.argv[1])).get_default_screen()"
    )
    loaded = loaded_by(program, str(tmp_path))
    assert "chairgame.tui.screens.lab" in loaded
    assert not {name for name in loaded & set(SCREENS) if name.split(".")[3] in ("title", "levels", "about", "present")}


def test_the_app_answers_all_that_a_screen_may_ask():
    asked = {name for name in vars(AskedGame) if not name.startswith("_")}
    assert asked <= set(dir(ChairgameApp)) | {"options", "look", "clock", "frame_rate", "autosave"}
    assert not asked & set(dir(App))


@pytest.mark.parametrize("name", PLACES)
async def test_every_place_has_a_screen_and_another_can_be_reached_from_it(name: str) -> None:
    async with game((80, 24), place=PLACES[name]) as g:
        assert g.text().strip("\0 \n")
        g.app.go(places.About())
        await g.settle()
        g.app.go(PLACES[name])
        await g.settle()
        assert g.text().strip("\0 \n")


@pytest.mark.parametrize("key", [key for key in LAB_KEYS if key.action.startswith("tell(")], ids=lambda key: key.action)
def test_what_a_key_tells_the_session_is_a_command_of_it(key: Key) -> None:
    _target, action, (command, *arguments) = parse(key.action)
    assert action == "tell"
    assert len(arguments) <= 1, "textual hands on no more"
    signature(attrgetter(command)(GameSession(STOOL, Settings(hidden=(8,))))).bind(*arguments)


@pytest.mark.parametrize("name", ["map", f"level {levels()[2].id}", "lab", "words", "lesson"])
async def test_who_leaves_while_a_screen_opens_leaves(name: str) -> None:
    async with game((80, 24)) as g:
        g.app.go(PLACES[name])
        g.app.exit(143)  # a signal, before textual has composed the screen: now it never will
    assert g.app.fault is None
    assert g.app.return_value == 143


@pytest.mark.parametrize("name", ["map", f"level {levels()[2].id}", "lab", "words", "lesson", "table", "hidden"])
async def test_a_key_and_a_timer_before_a_screen_is_there_break_nothing(name: str) -> None:
    async with game((80, 24)) as g:
        g.app.go(PLACES[name])
        g.app._show_at_best()  # the picture before it had come to rest
        g.screen.action_leave()
        if g.app.return_value is None:
            await g.settle()
        assert g.app.fault is None
        assert g.app.return_value == 0 or g.screen.asking.question
