"""A command is one module: listed once, on the page in its group, and completed by shells."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from chairgame.chair.catalogue import chair_names
from chairgame.cli import commands
from chairgame.cli.command import GAME, NAMES, Group, all_commands, command_named
from tests.cli.conftest import Run

SHELLS = ("bash", "zsh", "fish")


def test_every_module_is_in_the_table_and_says_what_it_is() -> None:
    files = {path.stem for path in Path(str(commands.__file__)).parent.glob("*.py")} - {"__init__"}
    assert files == {*NAMES, GAME}
    assert [command.NAME for command in all_commands()] == list(NAMES)
    for name in files:
        command = command_named(name)
        assert isinstance(command.GROUP, Group)
        assert command.PURPOSE
        assert callable(command.add)
        assert callable(command.run)


def test_the_page_lists_all_commands_in_four_groups(run: Run) -> None:
    page = run("--help").out
    headings = [line for line in page.splitlines() if line.endswith(":") and not line.startswith(" ")]
    assert headings == ["play:", "learn:", "share:", "serve:", "common options:"]
    assert [line.split()[0] for line in page.splitlines() if line[:2] == "  " and line[2:3].isalpha()] == list(NAMES)
    polish = run("--help", "--lang", "pl").out
    assert "grać:" in polish
    assert "arguments" not in polish


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_page_says_where_it_runs_and_that_it_tells_nobody(run: Run, language: str) -> None:
    lines = run("--help", "--lang", language).out.splitlines()
    assert any("Linux" in line and "macOS" in line and "Windows" in line for line in lines)
    assert any("telemetr" in line for line in lines)
    assert all(len(line) <= 80 for line in lines)


def test_pages_load_nothing_heavy() -> None:
    program = "import sys; from chairgame.cli.main import main; main(['--help'])\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"numpy", "textual", "rich", "shtab"} & set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("words", [["--help"], ["-h", "train"], ["train", "--seed", "x", "--help"], ["chairs", "-h"]])
def test_help_is_given_whatever_else_is_wrong(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("usage: chairgame")


@pytest.mark.parametrize("words", [["play", "x"], ["replay", "mine"], ["record", "mine", "--gif", "x.gif"]])
def test_words_and_options_stand_in_any_order(run: Run, words: list[str]) -> None:
    turned = [words[0], *words[2:], words[1]]
    lines = ([*words, "--lang", "pl"], ["--lang", "pl", *turned], [turned[0], "--lang=pl", *turned[1:]])
    (told,) = {run(*line).err for line in lines}
    assert words[1] in told


def test_what_stands_behind_two_dashes_is_a_word(run: Run) -> None:
    assert "--help" in run("replay", "--", "--help").err
    assert run("replay", "--", "--help").code == 2


@pytest.fixture
def _shtab() -> None:
    pytest.importorskip("shtab", reason="an environment from before completions")


@pytest.mark.usefixtures("_shtab")
@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_completions_are_a_script_that_knows_every_command(run: Run, shell: str, language: str) -> None:
    result = run("completions", shell, "--lang", language)
    assert (result.code, result.err) == (0, "")
    assert all(name in result.out for name in NAMES)
    assert all(f"{name}" in result.out for name in ("learning-rate", "postcard", "high-contrast", chair_names()[0]))
    assert "dog" not in result.out
    assert "crocs" not in result.out


@pytest.mark.usefixtures("_shtab")
@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_itself_finds_no_fault_in_it(run: Run, tmp_path: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell}")
    script = tmp_path / "script"
    script.write_text(run("completions", shell).out)
    subprocess.run([shell, "-n", str(script)], check=True, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"})


@pytest.mark.usefixtures("_shtab")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("chairgame tr", {"train"}),
        ("chairgame train --opt", {"--optimizer"}),
        ("chairgame train --optimizer ", {"sgd", "momentum", "adam"}),
        ("chairgame completions ", set(SHELLS)),
        ("chairgame lab --chair kit", {"kitchen"}),
        ("chairgame --lang ", {"en", "pl"}),
    ],
)
def test_bash_completes(run: Run, tmp_path: Path, line: str, expected: set[str]) -> None:
    assert set(completed(run, tmp_path, line)) == expected


@pytest.mark.usefixtures("_shtab")
@pytest.mark.parametrize("command", ["replay", "record", "train --save"])
def test_bash_offers_saved_runs_by_their_names(run: Run, tmp_path: Path, command: str) -> None:
    home = tmp_path / "a home's"
    (home / "runs").mkdir(parents=True)
    for name in ("kitchen-0-40", "kitchen-1-7", "stool", "two words"):
        (home / "runs" / f"{name}.run").touch()
    environ = {"CHAIRGAME_HOME": str(home)}
    assert set(completed(run, tmp_path, f"chairgame {command} kit", environ)) == {"kitchen-0-40", "kitchen-1-7"}
    assert "script" in completed(run, tmp_path, f"chairgame {command} scr", environ), "a file is taken as well"
    usual = {"HOME": str(tmp_path / "nobody"), "XDG_DATA_HOME": str(tmp_path / "nobody")}
    assert "stool" not in completed(run, tmp_path, f"chairgame {command} sto", usual)


@pytest.mark.usefixtures("_shtab")
def test_fish_offers_saved_runs_as_well(run: Run, tmp_path: Path) -> None:
    if shutil.which("fish") is None:
        pytest.skip("no fish")
    (tmp_path / "a home" / "runs").mkdir(parents=True)
    (tmp_path / "a home" / "runs" / "kitchen-0-40.run").touch()
    script = tmp_path / "script"
    script.write_text(run("completions", "fish").out)
    environ = {"CHAIRGAME_HOME": str(tmp_path / "a home"), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    ask = ["fish", "-c", f"source {script}; complete -C 'chairgame replay kit'"]
    done = subprocess.run(ask, capture_output=True, text=True, check=True, env=environ, cwd=tmp_path)
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["kitchen-0-40"]


def completed(run: Run, tmp_path: Path, line: str, environ: Mapping[str, str] | None = None) -> list[str]:
    """What bash offers at the end of a line."""
    if shutil.which("bash") is None:
        pytest.skip("no bash")
    script = tmp_path / "script"
    script.write_text(run("completions", "bash").out)
    ask = f"""
        source {script}
        read -ra words <<< "$LINE"; [[ "$LINE" == *" " ]] && words+=("")
        COMP_WORDS=("${{words[@]}}") COMP_CWORD=$(( ${{#words[@]}} - 1 )) COMP_LINE=$LINE COMP_POINT=${{#LINE}}
        _shtab_chairgame chairgame "${{words[COMP_CWORD]}}" "${{words[COMP_CWORD-1]}}"
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    whole = {"LINE": line, "PATH": "/usr/bin:/bin", **(environ or {})}
    done = subprocess.run(
        ["bash", "--norc", "-c", ask], capture_output=True, text=True, check=True, env=whole, cwd=tmp_path
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize(("words", "named"), [([], "bash"), (["csh"], "csh"), (["bash", "zsh"], "zsh")])
def test_another_shell_is_refused(run: Run, words: list[str], named: str) -> None:
    for language in ("en", "pl"):
        result = run("completions", *words, "--lang", language)
        assert (result.code, result.out) == (2, "")
        assert named in result.err
