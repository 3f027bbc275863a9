"""Help, version, chairs, doctor, and what is handed to the screen."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from chairgame import __version__
from chairgame.chair.catalogue import chair_names
from chairgame.game import places
from chairgame.game.options import PlayOptions
from chairgame.game.preferences import Preferences
from chairgame.game.progress.whole import Progress
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.tui.options import ScreenOptions
from tests.cli.conftest import Run

ASSETS = Path(__file__).resolve().parents[2] / "assets" / "chairs"


@pytest.mark.parametrize("words", [["--version"], ["train", "--version"], ["--version", "--lang", "pl"]])
def test_version(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert (result.code, result.out, result.err) == (0, f"chairgame {__version__}\n", "")


@pytest.mark.parametrize("command", [[], ["lab"], ["train"], ["replay"], ["chairs"], ["chairs", "check"], ["doctor"]])
def test_help_in_both_languages(run: Run, command: list[str]) -> None:
    english, polish = run(*command, "--help"), run("--lang", "pl", *command, "-h")
    assert (english.code, polish.code, english.err, polish.err) == (0, 0, "", "")
    assert english.out.startswith("usage: chairgame")
    assert polish.out.startswith("użycie: chairgame")
    assert "options:" in english.out
    assert "opcje:" in polish.out
    for option in ("--lang", "--color", "--glyphs", "--reduced-motion", "--version", "--help"):
        assert option in english.out


def test_chairs_in_both_languages(run: Run) -> None:
    english, polish = run("chairs"), run("chairs", "--lang", "pl")
    assert "Kitchen chair" in english.out
    assert "Krzesło kuchenne" in polish.out
    assert len(english.out.splitlines()) == len(chair_names()) + 1
    assert "dog" not in english.out


def test_chairs_as_json(run: Run) -> None:
    chairs = json.loads(run("chairs", "--json").out)
    assert [chair["name"] for chair in chairs] == list(chair_names())
    kitchen = next(chair for chair in chairs if chair["name"] == "kitchen")
    assert kitchen["parts"] == 14
    assert kitchen["title"]["pl"] == "Krzesło kuchenne"
    assert kitchen["size_cm"] == [45.0, 42.0, 92.0] or all(size > 40 for size in kitchen["size_cm"])


def test_the_size_counts_turned_parts(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "lying.toml"
    file.write_text(
        'format = 1\nname = "lying"\ntitle = { en = "Lying" }\n[[part]]\nlabel = "A"\nkind = "leg"\nshape = "box"\n'
        "size = [4.0, 6.0, 50.0]\nat = [0.0, 0.0, 2.0]\nturn = [0.0, 90.0, 0.0]\n"
    )
    assert json.loads(run("chairs", "check", str(file), "--json").out)["size_cm"] == [50.0, 6.0, 4.0]


def test_check_answers_for_every_file(run: Run, tmp_path: Path) -> None:
    good = [str(ASSETS / f"{name}.toml") for name in chair_names()]
    result = run("chairs", "check", *good)
    assert (result.code, len(result.out.splitlines())) == (0, len(good))
    (tmp_path / "bad.toml").write_text("format = 2")
    (tmp_path / "worse.toml").write_text("no toml")
    result = run("chairs", "check", good[0], str(tmp_path / "bad.toml"), str(tmp_path / "worse.toml"), good[1])
    assert (result.code, len(result.out.splitlines())) == (2, 2)
    bad, worse = result.err.splitlines()
    assert "bad.toml" in bad
    assert "worse.toml" in worse


def test_the_dog_comes_when_called(run: Run) -> None:
    assert run("train", "--chair", "dog-in-crocs", "--epochs", "0", "--json").code == 0


def test_doctor_as_json(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    found = json.loads(run("doctor", "--json").out)
    assert found["environment"]["COLORTERM"] == "truecolor"
    assert found["in_use"] == {
        "color": "truecolor",
        "glyphs": "blocks",
        "theme": "default",
        "language": "en",
        "reduced_motion": False,
    }
    assert (found["answers"], found["tmux"], found["because"]["color"]) == (None, None, "COLORTERM")
    assert found["terminal"]["output"] is False
    assert found["can_play"] is False
    assert found["versions"]["chairgame"] == __version__
    assert found["home"] == str(tmp_path / "home")


@pytest.mark.parametrize(
    ("environ", "words", "reason"),
    [
        ({"NO_COLOR": "1"}, [], "none: because NO_COLOR"),
        ({"COLORTERM": "24bit"}, [], "truecolor: because COLORTERM"),
        ({"TERM": "xterm-256color"}, [], "256: because TERM"),
        ({"TERM": "xterm", "TMUX": "/tmp/x"}, [], "256: that is what tmux passes on"),
        ({"TERM": "xterm"}, [], "16: since"),
        ({"NO_COLOR": "1"}, ["--color", "16"], "16: as --color"),
        ({"TERM": "linux"}, [], "ascii: because TERM"),
        ({"LANG": "pl_PL.ISO-8859-2"}, ["--lang", "en"], "ascii: because the locale"),
        ({}, ["--glyphs", "half"], "half: as --glyphs"),
    ],
)
def test_doctor_gives_the_reason(
    run: Run, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], words: list[str], reason: str
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert reason in run("doctor", *words).out


def test_doctor_prints_nothing_that_a_terminal_obeys(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "x\x1b]0;pwned\x07")
    for language in ("en", "pl"):
        assert run("doctor", "--lang", language).out.replace("\n", "").isprintable()


Opened = list[tuple[PlayOptions, ScreenOptions]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What the screen was opened with, on a terminal that is none."""
    calls: Opened = []
    screen = ModuleType("chairgame.tui.app")
    screen.run = lambda play, look, _open_progress: calls.append((play, look)) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "chairgame.tui.app", screen)
    monkeypatch.setattr("chairgame.cli.screen.is_terminal", lambda _term: True)
    return calls


def test_the_bare_command_opens_the_first_minute(run: Run, opened: Opened, tmp_path: Path) -> None:
    assert run("--reduced-motion", "--lang", "pl", "--color=16", "--glyphs", "ascii").code == 0
    ((play, look),) = opened
    assert (play.place, play.home, play.hosted) == (places.Door(), tmp_path / "home", False)
    assert (look.language, look.depth, look.glyphs) == ("pl", ColourDepth.SIXTEEN, GlyphSet.ASCII)
    assert (look.reduced_motion, look.big) == (True, False)


def test_the_lab_opens_with_what_was_asked(run: Run, opened: Opened) -> None:
    run("--lang", "pl", "lab", "--chair", "stool", "--hidden", "8", "--optimizer", "sgd", "--big", "--lang", "en")
    ((play, look),) = opened
    assert play.place == places.Lab()
    assert (play.chair.name, play.settings.hidden, play.settings.optimizer) == ("stool", (8,), "sgd")
    assert (look.big, look.language, look.reduced_motion) == (True, "en", False)
    assert (look.depth, look.glyphs) == (ColourDepth.INDEXED, GlyphSet.BLOCKS)


def test_a_replay_opens_the_lab_with_the_run(run: Run, opened: Opened) -> None:
    run("train", "--json", "--epochs", "3", "--seed", "5", "--save", "mine")
    assert run("replay", "mine").code == 0
    ((play, _),) = opened
    assert isinstance(play.place, places.Replay)
    assert (len(play.place.run.rows), play.settings.seed, play.place.saved_as) == (4, 5, "mine")


def test_what_was_chosen_for_every_start_holds_until_an_option_says_otherwise(
    run: Run, opened: Opened, tmp_path: Path
) -> None:
    progress = Progress(tmp_path / "home")
    progress.prefer(Preferences("pl", "16", "half", "high-contrast", reduced_motion=True, big=True))
    progress.close()
    run()
    run("lab", "--lang", "en", "--color", "auto", "--glyphs", "ascii", "--theme", "default")
    (_, chosen), (_, asked) = opened
    assert (chosen.language, chosen.depth, chosen.glyphs) == ("pl", ColourDepth.SIXTEEN, GlyphSet.HALF)
    assert (chosen.theme, chosen.reduced_motion, chosen.big) == ("high-contrast", True, True)
    assert (asked.language, asked.depth, asked.glyphs) == ("en", ColourDepth.INDEXED, GlyphSet.ASCII)
    assert (asked.theme, asked.reduced_motion, asked.big) == ("default", True, True)
    automatic = chosen.automatic
    assert (automatic.language, automatic.depth, automatic.glyphs) == ("en", ColourDepth.INDEXED, GlyphSet.BLOCKS)
