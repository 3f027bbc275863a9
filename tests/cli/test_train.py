"""`chairgame train` and `replay`: rows, reasons to end, saved runs, the story."""

import json
import math
from itertools import pairwise
from pathlib import Path

import pytest

from chairgame.chair.catalogue import load_chair
from chairgame.cli.learning import Learning
from chairgame.cli.story import is_round
from chairgame.training.runs import load_run
from chairgame.training.settings import DEFAULT_RATES, MAXIMUM_SEED, Settings
from tests.cli.conftest import Run
from tests.training.beginning import begun


def _records(text: str) -> list[dict[str, object]]:
    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    return [json.loads(line, parse_constant=refuse) for line in text.splitlines()]


@pytest.mark.parametrize("epochs", [0, 1, 7])
def test_epochs_gives_one_row_more(run: Run, epochs: int) -> None:
    result = run("train", "--json", "--epochs", str(epochs))
    assert (result.code, result.err) == (0, "")
    start, *rows, end = _records(result.out)
    assert [row["epoch"] for row in rows] == list(range(epochs + 1))
    assert end == {"event": "end", "epochs": epochs, "distance_cm": rows[-1]["distance_cm"], "reason": "epochs"}
    assert start["event"] == "start"


def test_a_row_measures_the_chair_after_so_many_epochs(run: Run) -> None:
    short = _records(run("train", "--json", "--epochs", "3").out)[1:-1]
    long = _records(run("train", "--json", "--epochs", "6").out)[1:-1]
    assert long[:4] == short
    history = begun(load_chair("kitchen"), Settings())
    rows = [history.advance() for _ in range(6)]
    assert [row["loss"] for row in long[:6]] == [row.loss for row in rows]
    assert [row["distance_cm"] for row in long[:6]] == [row.distance_cm for row in rows]


def test_every_line_has_exactly_its_fields(run: Run) -> None:
    start, *rows, end = _records(run("train", "--json", "--epochs", "4").out)
    assert list(start) == [
        "event", "chair", "seed", "parts", "weights", "hidden", "activation", "optimizer", "learning_rate", "batch",
        "loss", "epochs", "until",
    ]  # fmt: skip
    assert {tuple(row) for row in rows} == {("event", "epoch", "loss", "distance_cm", "gradient_norm")}
    assert list(end) == ["event", "epochs", "distance_cm", "reason"]


def test_the_start_says_what_was_asked(run: Run) -> None:
    line = "train --json --chair stool --seed 7 --epochs 2 --optimizer momentum --learning-rate 2.5e-2 --hidden 5,6,7"
    line += " --activation relu --batch 4 --loss huber --until .5"
    start = _records(run(*line.split()).out)[0]
    parts = 9
    sizes = [parts + 3, 5, 6, 7, 7]
    weights = sum((a + 1) * b for a, b in pairwise(sizes))
    assert start == {
        "event": "start",
        "chair": "stool",
        "seed": 7,
        "parts": parts,
        "weights": weights,
        "hidden": [5, 6, 7],
        "activation": "relu",
        "optimizer": "momentum",
        "learning_rate": 0.025,
        "batch": 4,
        "loss": "huber",
        "epochs": 2,
        "until": 0.5,
    }


@pytest.mark.parametrize("words", [["--batch", "5"], ["--optimizer", "sgd"], ["--seed", str(MAXIMUM_SEED)]])
def test_two_runs_are_equal_byte_for_byte(run: Run, words: list[str]) -> None:
    line = ["train", "--json", "--epochs", "12", *words]
    assert run(*line).out == run(*line).out


@pytest.mark.parametrize("optimizer", sorted(DEFAULT_RATES))
def test_an_optimizer_brings_its_learning_rate(run: Run, optimizer: str) -> None:
    start = _records(run("train", "--json", "--epochs", "0", "--optimizer", optimizer).out)[0]
    assert start["learning_rate"] == DEFAULT_RATES[optimizer]


def test_the_last_of_two_options_wins(run: Run) -> None:
    start = _records(run("train", "--json", "--epochs", "0", "--seed", "3", "--seed", "4").out)[0]
    assert start["seed"] == 4


def test_a_batch_beyond_any_chair_is_the_whole_chair(run: Run) -> None:
    whole = run("train", "--json", "--epochs", "2").out
    assert run("train", "--json", "--epochs", "2", "--batch", "12345678901234567890").out == whole
    assert run("train", "--json", "--epochs", "2", "--batch", "all").out == whole


def test_until_ends_with_the_first_row_below(run: Run) -> None:
    *rows, end = _records(run("train", "--json", "--until", "12").out)[1:]
    distances = [row["distance_cm"] for row in rows]
    assert all(distance >= 12 for distance in distances[:-1])
    assert distances[-1] < 12
    assert end == {"event": "end", "epochs": len(rows) - 1, "distance_cm": distances[-1], "reason": "until"}


def test_until_may_hold_at_once_or_never(run: Run) -> None:
    assert _records(run("train", "--json", "--until", "1e9").out)[-1]["epochs"] == 0
    end = _records(run("train", "--json", "--until", "1e-9", "--epochs", "3").out)[-1]
    assert (end["epochs"], end["reason"]) == (3, "epochs")


def test_a_burnout_is_an_ending(run: Run) -> None:
    result = run("train", "--json", "--optimizer", "sgd", "--learning-rate", "100")
    assert result.code == 0
    *rows, end = _records(result.out)[1:]
    assert end["reason"] == "burned_out"
    assert 0 < end["epochs"] == len(rows) - 1 < 200
    for row in rows:
        assert all(value is None or math.isfinite(value) for value in list(row.values())[1:])


def test_a_burnout_without_numbers_says_null(run: Run) -> None:
    result = run("train", "--json", "--activation", "relu", "--optimizer", "sgd", "--learning-rate", "1e300")
    end = _records(result.out)[-1]
    assert (result.code, end["reason"], end["distance_cm"]) == (0, "burned_out", None)


def test_saved_and_printed_again_it_is_the_same(run: Run, tmp_path: Path) -> None:
    for words in ([], ["--until", "20"], ["--optimizer", "sgd", "--learning-rate", "100"], ["--batch", "3"]):
        trained = run("train", "--json", "--epochs", "15", "--save", str(tmp_path / "a.run"), *words)
        assert "chairgame replay" in trained.err
        replayed = run("replay", str(tmp_path / "a.run"), "--json")
        assert (replayed.code, replayed.err) == (0, "")
        assert replayed.out == trained.out


def test_a_bare_name_is_kept_with_the_players_runs(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    trained = run("train", "--json", "--epochs", "2", "--save", "mine")
    assert [path.name for path in (tmp_path / "home" / "runs").iterdir()] == ["mine.run"]
    assert run("replay", "mine", "--json").out == trained.out
    (tmp_path / "home" / "runs" / "mine.run").rename(tmp_path / "here")
    assert run("replay", "here", "--json").out == trained.out


def test_a_run_replaces_an_older_run(run: Run, tmp_path: Path) -> None:
    for epochs in (2, 3):
        assert run("train", "--epochs", str(epochs), "--save", str(tmp_path / "a.run")).code == 0
    assert len(load_run(tmp_path / "a.run").rows) == 4
    assert [path.name for path in tmp_path.iterdir()] == ["a.run"]


def test_without_json_the_story_is_told_in_both_languages(run: Run) -> None:
    english, polish = (run("train", "--epochs", "60", "--lang", language) for language in ("en", "pl"))
    assert "14 parts" in english.out
    assert "14 części" in polish.out
    assert "for the first time" in english.out
    assert "pierwszy raz" in polish.out
    assert "61.5 cm" in english.out or " cm  " in english.out
    assert english.err == polish.err == ""
    told = [line.split()[0] for line in english.out.splitlines() if " cm  " in line and line.split()[0].isdigit()]
    assert {"0", "1", "2", "5", "10", "20", "50", "60"} <= set(told)
    assert told == sorted(told, key=int)


def test_the_story_ends_with_a_reason(run: Run) -> None:
    assert "--epochs 100" in run("train", "--epochs", "2").out.splitlines()[-1]
    assert "--learning-rate 0.1" in run("train", "--optimizer", "sgd", "--learning-rate", "100").out.splitlines()[-1]
    assert "as you asked" in run("train", "--until", "20").out.splitlines()[-1]
    assert "stands" in run("train", "--epochs", "150").out.splitlines()[-1]


def test_in_ascii_the_story_is_ascii(run: Run) -> None:
    assert run("train", "--epochs", "30", "--glyphs", "ascii").out.isascii()


def test_the_story_of_the_simplest_chairs_and_of_no_epochs(run: Run) -> None:
    for chair in ("three-part-stool", "dog-in-crocs"):
        result = run("train", "--chair", chair, "--epochs", "0")
        assert (result.code, result.err) == (0, "")


def test_an_interruption_ends_between_two_epochs() -> None:
    learning = Learning(begun(load_chair("stool"), Settings()), 50, None)
    rows = []
    for row in learning.rows():
        rows.append(row)
        learning.interrupted = row.epoch == 3
    assert [row.epoch for row in rows] == [0, 1, 2, 3, 4]
    assert learning.reason == "interrupted"
    assert rows == learning.history.rows


def test_round_epochs() -> None:
    assert [epoch for epoch in range(1001) if is_round(epoch)] == [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
