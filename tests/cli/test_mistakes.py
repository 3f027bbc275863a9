"""Whatever is wrong with an argument or a file: exit code 2, one line on standard error that names it, nothing else."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BAD_NUMBERS = ("", " ", "-1", "1.5", "1e3", "1_000", "+1", " 1", "1 ", "٣", "²", "0x10", "nan", "inf", "one", "1,0")
BAD_DECIMALS = (
    "",
    "0",
    "0.0",
    "-1",
    "-0.5",
    "nan",
    "inf",
    "1e999",
    "1e-999",
    "1_0",
    "+1",
    " 1",
    "0,5",
    "٣",
    "0x1p3",
    ".",
)
BAD_HIDDEN = ("", "0", "24,", ",24", "24,,24", "513", "24,513", "-1", "24 24", "24,x", "1.5", ",".join("1" * 9), "٣")
BAD_BATCHES = ("", "0", "-1", "ALL", "1.5", "none", "1_0", "all ")
BAD_WORDS = {
    "--optimizer": ("", "Adam", "rmsprop", "sgd "),
    "--activation": ("", "TANH", "softmax"),
    "--loss": ("", "mse", "Huber"),
    "--lang": ("", "de", "PL", "en_GB"),
    "--color": ("", "always", "truecolour", "8"),
    "--glyphs": ("", "emoji", "Half"),
}

ARGUMENTS = [
    *((["train", f"--epochs={bad}"], "--epochs") for bad in (*BAD_NUMBERS, "1000001", "9" * 5000)),
    *((["train", "--seed", bad], "--seed") for bad in (*BAD_NUMBERS[1:], str(2**63), "\udcff", "\x1b[31m")),
    *((["lab", f"--seed={bad}"], "--seed") for bad in ("-1", "x", "9" * 19 + "9")),
    *((["train", f"--learning-rate={bad}"], "--learning-rate") for bad in BAD_DECIMALS),
    *((["train", f"--until={bad}"], "--until") for bad in BAD_DECIMALS),
    *((["train", f"--hidden={bad}"], "--hidden") for bad in BAD_HIDDEN),
    *((["train", f"--batch={bad}"], "--batch") for bad in BAD_BATCHES),
    *((["train", f"{option}={bad}"], option) for option, words in BAD_WORDS.items() for bad in words),
    *(([option, "de", "chairs"], option) for option in ("--lang", "--color", "--glyphs")),
    *((["train", option], option) for option in ("--epochs", "--seed", "--hidden", "--chair", "--save", "--lang")),
    (["train", "--learning-rate", "-1e5"], "--learning-rate"),
    (["train", "--json=yes"], "--json"),
    (["--reduced-motion=1"], "--reduced-motion"),
    (["lab", "--big=1"], "--big"),
    (["lab", "--json"], "--json"),
    (["lab", "--epochs", "3"], "--epochs"),
    (["lab", "kitchen"], "kitchen"),
    (["train", "--epoch", "3"], "--epoch"),
    (["train", "--ep", "3"], "--epochs"),
    (["train", "--lang", "--version"], "--lang"),
    (["train", "--save", "--version"], "--save"),
    (["train", "--learn=3"], "--learn"),
    (["train", "--jso"], "--jso"),
    (["train", "-x"], "-x"),
    (["train", "--momentum", "0.5"], "--momentum"),
    (["train", "extra"], "extra"),
    (["train", "--", "extra"], "extra"),
    (["train", "--chair", ""], "--chair"),
    (["train", "--chair", "sofa"], "sofa"),
    (["train", "--chair", "bad\x1b[2J\nname"], "chair"),
    (["train", "--chair", "\udcff\udcfe"], "chair"),
    (["lab", "--chair", "sofa"], "sofa"),
    (["--epochs", "3", "train"], "--epochs"),
    (["--json", "chairs"], "--json"),
    (["--langs=pl"], "--langs"),
    (["bogus"], "bogus"),
    (["TRAIN"], "TRAIN"),
    (["tra"], "tra"),
    ([""], "command|polecenie"),
    (["two words"], "two words"),
    (["esc\x1b]0;title\x07"], "esc"),
    (["\udcff"], "command|polecenie"),
    *(([word], word) for word in ("play", "race", "record", "host")),
    (["chairs", "chek"], "chek"),
    (["chairs", "check"], "check"),
    (["chairs", "list", "all"], "list"),
    (["chairs", "--loud"], "--loud"),
    (["chairs", "check", "{dir}/none.toml"], "none.toml"),
    (["chairs", "check", "{dir}"], "{dir}"),
    (["chairs", "check", "nul\0byte"], "nul?byte"),
    (["doctor", "--fix"], "--fix"),
    (["doctor", "me"], "me"),
    (["replay"], "replay"),
    (["replay", ""], "run|zapis"),
    (["replay", "."], "."),
    (["replay", "a", "b"], "b"),
    (["replay", "none"], "none"),
    (["replay", "{dir}/none.run", "--json"], "none.run"),
    (["replay", "{dir}", "--json"], "{dir}"),
    (["replay", "{dir}/notes.txt", "--json"], "notes.txt"),
    (["replay", "{dir}/old.run", "--json"], "old.run"),
    (["train", "--save", "{dir}"], "{dir}"),
    (["train", "--save", "{dir}/notes.txt"], "notes.txt"),
    (["train", "--save", "{dir}/notes.txt/run"], "notes.txt"),
    (["train", "--save", "{dir}/" + "n" * 300], "nnn"),
    (["train", "--save", " "], "run|zapis"),
    (["train", "--save", "a\0b"], "run|zapis"),
]

PART = 'label = "A1"\nkind = "leg"\nshape = "box"\nsize = [4.0, 4.0, 45.0]\nat = [0.0, 0.0, 22.5]\n'
HEAD = 'format = 1\nname = "mine"\ntitle = { en = "Mine" }\n'
FILES = {
    "empty": ("", "format"),
    "no toml": ("<html>", "TOML"),
    "no utf-8": ("\udcff", "UTF-8"),
    "another format": (HEAD.replace("1", "2") + "[[part]]\n" + PART, "format"),
    "a shouted name": (HEAD.replace("mine", "MINE") + "[[part]]\n" + PART, "name"),
    "no title": ('format = 1\nname = "mine"\n[[part]]\n' + PART, "title"),
    "no part": (HEAD, "part"),
    "a strange key": (HEAD + "colour = 3\n[[part]]\n" + PART, "colour"),
    "a strange part": (HEAD + "[[part]]\n" + PART + "weight = 3\n", "weight"),
    "a shape of its own": (HEAD + "[[part]]\n" + PART.replace("box", "ball"), "shape"),
    "no height": (HEAD + "[[part]]\n" + PART.replace("45.0", "0.0"), "size[2]"),
    "two numbers": (HEAD + "[[part]]\n" + PART.replace("4.0, 4.0, 45.0", "4.0, 4.0"), "size"),
    "out of the room": (HEAD + "[[part]]\n" + PART.replace("22.5", "2200.5"), "at[2]"),
    "not a number": (HEAD + "[[part]]\n" + PART.replace("22.5", "nan"), "at[2]"),
    "a label twice": (HEAD + ("[[part]]\n" + PART) * 2, "label"),
    "an oval cylinder": (HEAD + "[[part]]\n" + PART.replace("box", "cylinder").replace("4.0, 4.0", "4.0, 5.0"), "size"),
}


def _names(line: str, what: str) -> bool:
    return any(word in line for word in what.split("|"))


def _is_refused(run: Run, words: list[str], named: str) -> None:
    for language in ("en", "pl"):
        result = run(*words, *([] if "--lang" in words[-1:] or "--" in words else ["--lang", language]))
        assert result.code == 2, (words, result)
        assert result.out == ""
        assert result.err.endswith("\n")
        assert result.err.count("\n") == 1, result.err
        assert result.err[:-1].isprintable(), result.err
        assert _names(result.err, named), result.err
        assert "Traceback" not in result.err
        assert len(result.err) < 600


@pytest.mark.parametrize(("words", "named"), ARGUMENTS, ids=lambda value: ascii(value)[:60])
def test_a_bad_argument_is_refused(run: Run, tmp_path: Path, words: list[str], named: str) -> None:
    (tmp_path / "notes.txt").write_text("not a run\n")
    (tmp_path / "old.run").write_bytes(b'{"chairgame-run":99,"sha256":"0"}\n{}')
    words = [word.replace("{dir}", str(tmp_path)) for word in words]
    _is_refused(run, words, named.replace("{dir}", str(tmp_path)))
    assert (tmp_path / "notes.txt").read_text() == "not a run\n"


@pytest.mark.parametrize(("text", "named"), FILES.values(), ids=list(FILES))
def test_a_bad_chair_file_is_refused(run: Run, tmp_path: Path, text: str, named: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8", errors="surrogateescape")
    for words in (
        ["chairs", "check", str(file)],
        ["train", "--json", "--chair", str(file)],
        ["lab", "--chair", str(file)],
    ):
        _is_refused(run, words, named)
        assert str(file) in run(*words).err


def test_the_table_is_long_enough() -> None:
    assert len(ARGUMENTS) + len(FILES) >= 120


@pytest.mark.parametrize(
    ("words", "polish"),
    [
        (["--lang", "pl", "bogus"], True),
        (["bogus", "--lang=pl"], True),
        (["train", "--seed", "x", "--lang", "pl"], True),
        (["--lang", "pl", "train", "--seed", "x", "--lang", "en"], False),
        (["--lang", "en", "train", "--lang", "pl", "--seed"], True),
        (["--lang", "xx", "--lang", "pl"], True),
    ],
)
def test_the_last_language_speaks_whatever_else_is_wrong(run: Run, words: list[str], polish: bool) -> None:
    assert ("oczekiwano" in run(*words).err) == polish


def test_the_locale_speaks_where_no_option_does(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "pl_PL.UTF-8")
    assert "oczekiwano" in run("bogus").err
    assert "expected" in run("bogus", "--lang", "en").err


def test_a_misspelt_option_is_recognised(run: Run) -> None:
    assert "--epochs" in run("train", "--epoch", "3").err
    assert "did you mean" not in run("train", "--zzz").err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_refused_before_training(run: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    result = run("train", "--json", "--save", str(tmp_path / "x.run"))
    assert (result.code, result.out) == (2, "")
    assert str(tmp_path) in result.err


@pytest.mark.parametrize("words", [[], ["lab"], ["replay", "mine"]])
@pytest.mark.parametrize("language", ["en", "pl"])
def test_without_a_terminal_the_game_names_train(run: Run, words: list[str], language: str) -> None:
    run("train", "--epochs", "1", "--json", "--save", "mine")
    result = run(*words, "--lang", language)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert "chairgame train" in result.err


def test_arguments_are_checked_before_the_terminal(run: Run) -> None:
    assert "sofa" in run("lab", "--chair", "sofa").err
    assert "--seed" in run("lab", "--seed", "x").err
    assert "none" in run("replay", "none").err


def test_a_defect_of_the_program_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a\nbug \x1b[31m")

    monkeypatch.setattr("chairgame.cli.train.load_chair", broken)
    for language in ("en", "pl"):
        result = run("train", "--lang", language)
        assert (result.code, result.out) == (1, "")
        assert result.err.count("\n") == 1
        assert result.err[:-1].isprintable()
        assert "RuntimeError" in result.err
        assert "CHAIRGAME_DEBUG=1" in result.err
        assert str(tmp_path / "home" / "crash.txt") in result.err
    assert "in broken" in (tmp_path / "home" / "crash.txt").read_text()


def test_a_report_is_not_written_over_what_is_not_ours(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("bug")

    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "crash.txt").write_text("a diary")
    monkeypatch.setattr("chairgame.cli.train.load_chair", broken)
    assert run("train").code == 1
    assert (tmp_path / "home" / "crash.txt").read_text() == "a diary"


def test_a_defect_shows_its_place_to_who_asks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("bug")

    monkeypatch.setattr("chairgame.cli.train.load_chair", broken)
    monkeypatch.setenv("CHAIRGAME_DEBUG", "1")
    with pytest.raises(RuntimeError, match="bug"):
        run("train")


def test_an_interrupt_is_no_error_message(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("chairgame.cli.chairs.chair_names", interrupted)
    result = run("chairs")
    assert (result.code, result.out, result.err) == (130, "", "")
