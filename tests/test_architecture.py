"""The rooms' import direction, proven in fresh interpreters; and the sizes that keep the house easy to live in."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "chairgame"
SOURCES = sorted(PACKAGE.rglob("*.py"))


def modules(room: str) -> list[str]:
    """The modules of a room (a package below chairgame), by their full names."""
    paths = [path.relative_to(PACKAGE.parent).with_suffix("") for path in sorted((PACKAGE / room).rglob("*.py"))]
    return [".".join(path.parts).removesuffix(".__init__") for path in paths]


def loaded_by(program: str, *arguments: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a program."""
    report = "\nimport sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program + report, *arguments], check=True, capture_output=True, text=True
    )
    return set(done.stderr.split())


def packages(names: set[str]) -> set[str]:
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("room", ["text", "terminal", "chair", "neural", "blackbox", "training", "game", "graphics"])
def test_no_room_below_the_screens_loads_textual(room):
    loaded = loaded_by(f"import {', '.join(modules(room))}")
    assert f"chairgame.{room}" in loaded
    assert not packages(loaded) & {"textual", "rich"}


def test_the_brain_loads_no_objective():
    rooms = {name.split(".")[1] for name in loaded_by(f"import {', '.join(modules('neural'))}") if "chairgame." in name}
    assert rooms == {"neural"}


def test_version_loads_neither_numpy_nor_textual():
    program = "import sys; sys.argv = ['chairgame', '--version']\nfrom chairgame.cli.main import main; main()"
    assert not packages(loaded_by(program)) & {"numpy", "textual", "rich", "polib"}


def test_training_without_a_screen_loads_no_textual():
    program = "from chairgame.cli.main import main; main(['train', '--epochs', '1', '--json'])"
    loaded = loaded_by(program)
    assert "numpy" in loaded
    assert not packages(loaded) & {"textual", "rich"}


def test_version_is_printed_by_the_module_too():
    done = subprocess.run([sys.executable, "-m", "chairgame", "--version"], check=True, capture_output=True, text=True)
    assert done.stdout.startswith("chairgame ")
    assert done.stderr == ""


def test_imports_point_down_only():
    pytest.importorskip("importlinter")
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=PACKAGE.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_says_what_it_is_for_and_fits_in_350_lines(path):
    source = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source)), "opens with no docstring"
    assert len(source.splitlines()) <= 350


def test_functions_are_short():
    lengths = [
        (node.end_lineno or 0) - node.body[0].lineno + 1 - bool(ast.get_docstring(node))
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    lengths.sort()
    assert lengths[len(lengths) // 2] <= 10
    assert lengths[int(len(lengths) * 0.98)] <= 30
    assert lengths[-1] <= 60


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "constants", "misc"])
def test_no_module_is_named_after_nothing(name):
    assert not [path for path in SOURCES if name in (path.stem, path.parent.name)]
