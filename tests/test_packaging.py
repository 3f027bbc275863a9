"""The wheel, installed into a fresh environment and used from another directory: the assets came along."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from importlib.util import find_spec
from pathlib import Path

import pytest

pytest.importorskip("build")

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path, **more: str) -> str:
    environ = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")} | more
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The folder of commands of an environment that has the wheel, and this one's packages to depend on."""
    folder = tmp_path_factory.mktemp("wheel")
    alone = [] if find_spec("hatchling") is None else ["--no-isolation"]  # then it needs no network
    run(sys.executable, "-m", "build", "--wheel", *alone, "--outdir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    home = folder / "env"
    venv.create(home, symlinks=True, with_pip=False)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    place = {"base": str(home), "platbase": str(home)}
    site = Path(sysconfig.get_path("purelib", "venv", vars=place))
    pip = (sys.executable, "-m", "pip", "--python", scripts / "python")
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    # What the game depends on is borrowed. A chairgame that is there in editable form stays out of it: that is itself a
    # .pth file, and one that is reached through another is not read.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return scripts


def test_the_installed_game_lists_its_chairs_and_learns(installed, tmp_path):
    where = run(installed / "python", "-c", "import chairgame; print(chairgame.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    chairs = run(installed / "chairgame", "chairs", "--json", cwd=tmp_path)
    assert "kitchen" in chairs
    rows = run(installed / "chairgame", "train", "--epochs", "3", "--json", cwd=tmp_path, CHAIRGAME_HOME=str(tmp_path))
    events = [json.loads(line) for line in rows.splitlines()]
    assert [event["event"] for event in events] == ["start", *["epoch"] * 4, "end"]
    assert not list(tmp_path.iterdir())


def test_every_folder_of_assets_comes_along_but_the_pictures(installed):
    (home,) = installed.parent.glob("**/site-packages/chairgame/assets")
    assert {path.name for path in home.iterdir()} == {path.name for path in (ROOT / "assets").iterdir()} - {"pictures"}


def test_the_installed_game_speaks_polish_from_a_compiled_catalogue(installed, tmp_path):
    (assets,) = installed.parent.glob("**/site-packages/chairgame/assets")
    assert [path.name for path in (assets / "locale").glob("*.mo")] == ["pl.mo"]
    (assets / "locale" / "pl.po").unlink()
    english, polish = (
        run(installed / "chairgame", "--lang", language, "chairs", cwd=tmp_path) for language in ("en", "pl")
    )
    assert "Krzesło kuchenne" in polish
    assert english != polish
