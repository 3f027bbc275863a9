"""`chairgame train --text`, `replay` and `record` of texts, and words mode as a dialogue."""

import json
import os
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from chairgame.cli.plain.word_commands import COMMANDS
from chairgame.text.catalogue import Catalogue
from chairgame.text.clean import clean
from chairgame.training.runs import load_run
from tests.cli.conftest import Run

ALA = "Ala ma kota a kot ma Alę"
TEXTS = [
    ALA,
    "to be or not to be, that is the question",
    "Аліса має кота, а кіт має Алісу",
    "我爱北京天安门",
    "👩\u200d🚀 ma 🐕 🇵🇱 ❤\ufe0f",
    "שָׁלוֹם עולם שלום לכולם",
    "أحب القطط والقطط تحب النوم",
]
START = [
    *("event", "text", "seed", "words", "vocabulary", "weights", "window", "embedding", "merges", "hidden"),
    *("activation", "optimizer", "learning_rate", "batch", "questions", "certain", "held_back", "epochs", "until"),
]


def records(text: str) -> list[dict[str, object]]:
    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    return [json.loads(line, parse_constant=refuse) for line in text.splitlines()]


def trained(run: Run, *words: str) -> list[dict[str, object]]:
    result = run("train", "--json", *words)
    assert (result.code, result.err) == (0, "")
    return records(result.out)


def test_every_line_has_exactly_its_fields(run: Run) -> None:
    start, *rows, end = trained(run, "--words", ALA, "--epochs", "12")
    assert list(start) == START
    assert {tuple(row) for row in rows} == {("event", "epoch", "loss", "known", "gradient_norm")}
    assert list(end) == ["event", "epochs", "loss", "known", "reason", "says"]
    assert [row["epoch"] for row in rows] == list(range(13))
    assert end == {**end, "epochs": 12, "known": 1.0, "reason": "epochs", "says": ALA}
    assert start == {
        **start,
        "text": ALA,
        "words": 7,
        "vocabulary": 6,
        "weights": 342,
        "window": 3,
        "hidden": [12],
        "learning_rate": 0.05,
        "questions": 6,
        "certain": 6,
        "held_back": 0,
    }


def test_the_options_are_heard(run: Run) -> None:
    line = ["--words", ALA, "--epochs", "3", "--seed", "7", "--window", "1", "--hidden", "5,6", "--learning-rate", ".5"]
    start, *_ = trained(run, *line)
    assert [start[name] for name in ("seed", "window", "hidden", "learning_rate")] == [7, 1, [5, 6], 0.5]
    assert start["certain"] == 4
    start, *_ = trained(run, "--words", ALA, "--epochs", "0", "--optimizer", "sgd", "--batch", "all")
    assert [start[name] for name in ("optimizer", "learning_rate", "batch")] == ["sgd", 0.1, "all"]


def test_until_is_a_loss(run: Run) -> None:
    *rows, end = trained(run, "--words", ALA, "--until", "0.5")[1:]
    losses = [float(str(row["loss"])) for row in rows]
    assert all(loss >= 0.5 for loss in losses[:-1])
    assert losses[-1] < 0.5
    assert end["reason"] == "until"


def test_of_a_long_text_the_unread_is_told_beside(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("Ala ma kota , a kot ma Alę . " * 40, encoding="utf-8")
    start, *rows, _ = trained(run, "--text", str(file), "--epochs", "2")
    assert list(rows[0]) == ["event", "epoch", "loss", "known", "gradient_norm", "unread", "unread_loss"]
    assert start["held_back"] == 35


@pytest.mark.parametrize("text", TEXTS)
def test_saved_and_printed_again_it_is_the_same_in_any_writing(run: Run, text: str, tmp_path: Path) -> None:
    file = str(tmp_path / "a.run")
    first = run("train", "--json", "--words", text, "--epochs", "60", "--save", file)
    again = run("train", "--json", "--words", text, "--epochs", "60")
    replayed = run("replay", file, "--json")
    assert first.out == again.out == replayed.out
    assert records(first.out)[-1]["known"] == 1.0
    assert load_run(Path(file)).version == 2


@pytest.mark.parametrize("text", [ALA, TEXTS[4]])
def test_it_is_recorded_like_a_chair(run: Run, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("train", "--json", "--words", text, "--epochs", "9", "--save", "mine")
    outputs = ("--gif", "a.gif", "--cast", "a.cast", "--svg", "a.svg", "--postcard", "a.txt")
    assert run("record", "mine", *outputs, "--size", "60x20").code == 0
    assert Path("a.gif").read_bytes()[:4] == b"GIF8"
    assert Path("a.svg").read_text(encoding="utf-8").startswith("<svg")
    card = Path("a.txt").read_text(encoding="utf-8")
    assert "epoch 0" in card
    assert "epoch 9" in card
    assert "chairgame replay mine" in card
    assert all(clean(line) == line for line in card.splitlines())
    assert run("record", "mine", *outputs).code == 0  # they are ours, and may be written over


def test_the_story_is_told_in_both_languages(run: Run) -> None:
    english, polish = (
        run("train", "--words", ALA, "--epochs", "30", "--lang", language).out for language in ("en", "pl")
    )
    assert f"It says: {ALA}" in english
    assert f"Mówi: {ALA}" in polish
    assert "by heart" in english
    assert "na pamięć" in polish


def test_a_burnout_is_an_ending(run: Run) -> None:
    line = ["--words", ALA, "--optimizer", "sgd", "--learning-rate", "1e300"]
    end = trained(run, *line)[-1]
    assert (end["reason"], end["loss"]) == ("burned_out", None)


def refused(run: Run, *words: str) -> str:
    for language in ("pl", "en"):
        result = run(*words, "--lang", language)
        assert (result.code, result.out) == (2, "")
        assert len(result.err.splitlines()) == 1
    return result.err


@pytest.mark.parametrize("command", [["train", "--json", "--text"], ["words"]])
def test_what_is_no_text_is_one_sentence(run: Run, command: list[str], tmp_path: Path) -> None:
    files = {name: tmp_path / name for name in ("one", "blank", "latin", "large", "pipe", "folder")}
    files["one"].write_text("Ala", encoding="utf-8")
    files["blank"].write_text(" \n\t\u00a0 ", encoding="utf-8")
    files["latin"].write_bytes("zażółć gęślą".encode("iso-8859-2"))
    files["large"].write_bytes(b"a " * (1 << 20))
    os.mkfifo(files["pipe"])
    files["folder"].mkdir()
    said = {name: refused(run, *command, str(file)) for name, file in files.items()}
    assert all(str(files[name]) in sentence for name, sentence in said.items())
    assert "One word has no next word." in said["one"]
    assert "expected words" in said["blank"]
    assert "UTF-8" in said["latin"]
    assert "1 MiB" in said["large"]
    assert "ordinary file" in said["pipe"]
    assert "folder" in said["folder"]
    assert "ordinary file" in refused(run, *command, os.devnull)
    assert "no such file" in refused(run, *command, str(tmp_path / "nothing"))


@pytest.mark.parametrize(
    "words",
    [
        ["train", "--words", "Ala"],
        ["train", "--words", ALA, "--window", "9"],
        ["train", "--words", ALA, "--window", "0"],
        ["train", "--window", "3"],
        ["train", "--words", ALA, "--text", "x"],
        ["train", "--words", ALA, "--chair", "stool"],
        ["words", "--words", "Ala"],
        ["words", "x", "--words", ALA],
        ["words", "--words", ALA, "--hidden", "4,4"],
        ["words", "--words", ALA, "--seed", "-1"],
    ],
)
def test_a_mistake_is_one_sentence(run: Run, words: list[str]) -> None:
    refused(run, *words)


def test_what_is_too_much_is_named_in_one_sentence(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("a " * 20_050, encoding="utf-8")
    result = run("train", "--json", "--text", str(file), "--epochs", "0")
    assert result.code == 0
    assert result.err == "The text has 20050 words; the first 20000 are read.\n"
    assert records(result.out)[0]["words"] == 20_000


def talked(run: Run, monkeypatch: pytest.MonkeyPatch, lines: list[str], *words: str) -> list[str]:
    typed = "".join(f"{line}\n" for line in lines).encode()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(typed), encoding="utf-8"))
    result = run("words", "--plain", *words)
    assert (result.code, result.err) == (0, "")
    return result.out.splitlines()


def test_the_dialogue_learns_and_recites(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["", "learn 30", "recite", "ask 3", "say 2", "window 1", "undo", "temperature +", "save", "quit"]
    told = "\n".join(talked(run, monkeypatch, lines, "--words", ALA))
    assert "Epoch 1: loss" in told
    assert f"It says: {ALA}" in told
    assert "it expects: kota" in told
    assert "Certain questions: 4 of 6" in told
    assert "Temperature 0.7." in told
    assert "chairgame replay words-0-31" in told


def test_the_dialogue_speaks_polish_and_never_breaks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        "pomoc",
        "ucz 5",
        "recytuj",
        "tekst 我爱北京",
        "ucz 40",
        "recytuj",
        "\x1b[2J",
        "ucz x",
        "tekst a",
        "learn 1 2",
        "koniec",
    ]
    told = talked(run, monkeypatch, lines, "--words", ALA, "--lang", "pl")
    assert any("Mówi: 我爱北京" in line for line in told)
    assert all(clean(line) == line for line in told)


def test_every_command_of_the_dialogue_answers(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [word for command in COMMANDS if (word := command.words(Catalogue("en"))[0]) != "quit"]
    assert len(talked(run, monkeypatch, [*names, *reversed(names)])) > 2 * len(names)
