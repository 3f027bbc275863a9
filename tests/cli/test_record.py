"""`chairgame record`: the files it writes, the same bytes each time, and one sentence for whatever is wrong."""

import json
import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from chairgame.cli.record import ProgressBar
from tests.cli.conftest import Run

QUICK = ("--chair", "three-part-stool", "--hidden", "8", "--json")


@pytest.fixture
def saved(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, and a run of thirty epochs that is saved as `mine`."""
    monkeypatch.chdir(tmp_path)
    assert run("train", *QUICK, "--epochs", "30", "--save", "mine").code == 0
    return tmp_path


def test_all_files_are_written_at_once(run: Run, saved: Path) -> None:
    pytest.importorskip("PIL")
    from PIL import Image

    done = run("record", "mine", "--gif", "a.gif", "--cast", "a.cast", "--svg", "a.svg", "--postcard", "a.txt")
    assert (done.code, done.out) == (0, "")
    assert [line.split()[0] for line in done.err.splitlines()] == ["a.gif", "a.cast", "a.svg", "a.txt"]
    with Image.open("a.gif") as image:
        assert (image.size, image.format) == ((960, 576), "GIF")
        assert getattr(image, "n_frames", 1) == 43  # twelve of the flight, 31 epochs
    header, *events = [json.loads(line) for line in Path("a.cast").read_text(encoding="utf-8").splitlines()]
    assert (header["version"], header["width"], header["height"], len(events)) == (2, 80, 24, 44)
    assert "timestamp" not in header
    assert ElementTree.parse("a.svg").getroot().tag.endswith("svg")
    assert "chairgame replay mine" in Path("a.txt").read_text(encoding="utf-8")


def test_the_same_run_gives_the_same_bytes_wherever_it_is_recorded(
    run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("PIL")
    outputs = ("--gif", "{}.gif", "--cast", "{}.cast", "--svg", "{}.svg", "--postcard", "{}.txt")
    for name, variables in (("a", {}), ("b", {"NO_COLOR": "1", "TERM": "dumb", "LANG": "C", "COLUMNS": "40"})):
        for variable, value in variables.items():
            monkeypatch.setenv(variable, value)
        assert run("record", "mine", *(word.format(name) for word in outputs)).code == 0
    for suffix in ("gif", "cast", "svg", "txt"):
        assert Path(f"a.{suffix}").read_bytes() == Path(f"b.{suffix}").read_bytes()


def test_a_time_stamp_comes_from_source_date_epoch_alone(
    run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for value, stamp in (("1700000000", 1700000000), ("soon", None), ("", None)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
        run("record", "mine", "--cast", "a.cast")
        header = json.loads(Path("a.cast").read_text(encoding="utf-8").splitlines()[0])
        assert header.get("timestamp") == stamp


def events_of(path: str) -> list[list[object]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()[1:]]


def test_options_choose_what_is_shown(run: Run, saved: Path) -> None:
    run(
        "record", "mine", "--cast", "a.cast", "--epochs", "10-20", "--speed", "5", "--reduced-motion", "--size", "40x12"
    )
    header = json.loads(Path("a.cast").read_text(encoding="utf-8").splitlines()[0])
    assert (header["width"], header["height"]) == (40, 12)
    *shown, _last = events_of("a.cast")
    assert len(shown) == 3
    run("--lang", "pl", "record", "mine", "--svg", "a.svg", "--epochs", "7", "--color", "none", "--glyphs", "ascii")
    text = Path("a.svg").read_text(encoding="utf-8")
    assert "epoka" in text
    assert {match.lower() for match in re.findall(r'fill="(#\w+)"', text)} <= {"#161822", "#c8c8d8", "#6f707d"}


def test_a_postcard_can_be_plain_ascii_or_a_picture(run: Run, saved: Path) -> None:
    run("record", "mine", "--postcard", "a.txt", "--glyphs", "ascii", "--lang", "pl")
    text = Path("a.txt").read_text(encoding="utf-8")
    assert text.isascii()
    assert len(text.splitlines()) <= 24
    assert max(map(len, text.splitlines())) <= 80
    run("record", "mine", "--postcard", "a.svg")
    assert "replay" in "".join(ElementTree.parse("a.svg").getroot().itertext())


def test_the_command_on_the_card_can_be_pasted(run: Run, saved: Path) -> None:
    Path("my run.run").write_bytes(next(saved.rglob("mine.run")).read_bytes())
    run("record", "my run.run", "--postcard", "a.txt")
    assert "chairgame replay 'my run.run'" in Path("a.txt").read_text(encoding="utf-8")


def test_the_kept_run_can_be_recorded_by_its_name(run: Run, saved: Path) -> None:
    home = saved / "home"
    (home / "autosave.run").write_bytes((home / "runs" / "mine.run").read_bytes())
    assert run("record", "autosave", "--svg", "a.svg").code == 0


def test_a_burned_out_run_can_be_recorded(run: Run, saved: Path) -> None:
    run("train", *QUICK, "--optimizer", "sgd", "--learning-rate", "50", "--save", "burnt")
    assert run("record", "burnt", "--cast", "a.cast", "--svg", "a.svg", "--postcard", "a.txt").code == 0
    assert "Puff of Smoke" in Path("a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ([], "--gif"),
        (["--gif", ""], "--gif"),
        (["--gif"], "--gif"),
        (["--svg", "no/such/folder/a.svg"], "no/such/folder/a.svg"),
        (["--svg", "."], "."),
        (["--svg", "a\0b"], "a?b"),
        (["--svg", "a.svg", "--cast", "./a.svg"], "a.svg"),
        (["--svg", "home/runs/mine.run"], "mine.run"),
        (["--postcard", "a.png"], "a.png"),
        (["--svg", "a.svg", "--epochs", "5-31"], "31"),
        (["--cast", "a.cast", "--epochs", "9-5"], "--epochs"),
        *((["--svg", "a.svg", f"--epochs={bad}"], "--epochs") for bad in ("", "-", "a-b", "-5", "5-", "1-2-3", "٣")),
        *(
            (["--svg", "a.svg", f"--size={bad}"], "--size")
            for bad in ("", "80", "80x", "x24", "19x6", "20x5", "301x24", "80x101", "80 x 24", "-80x24", "80x24x3")
        ),
        *((["--svg", "a.svg", f"--speed={bad}"], "--speed") for bad in ("", "0", "-1", "1.5", "fast")),
        (["--svg", "a.svg", "--json"], "--json"),
        (["again", "--svg", "a.svg"], "again"),
    ],
)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_a_mistake_is_one_sentence_and_writes_nothing(
    run: Run, saved: Path, words: list[str], named: str, language: str
) -> None:
    before = sorted(path for path in saved.rglob("*"))
    done = run("record", "mine", *words, "--lang", language)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert named in done.err
    assert sorted(path for path in saved.rglob("*")) == before


@pytest.mark.parametrize("words", [(), ("nothing", "--svg", "a.svg"), ("", "--svg", "a.svg"), ("--svg", "a.svg")])
def test_there_must_be_a_run(run: Run, saved: Path, words: tuple[str, ...]) -> None:
    done = run("record", *words)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert not Path("a.svg").exists()


def test_a_film_that_nobody_will_watch_is_refused(run: Run, saved: Path) -> None:
    run("train", *QUICK, "--epochs", "2500", "--save", "long")
    done = run("record", "long", "--cast", "a.cast", "--speed", "1")
    assert (done.code, "2513" in done.err, Path("a.cast").exists()) == (2, True, False)
    assert run("record", "long", "--cast", "a.cast", "--speed", "100").code == 0


def test_what_was_there_stays_whole_where_nothing_can_be_written(run: Run, saved: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    (saved / "closed").mkdir(mode=0o500)
    done = run("record", "mine", "--svg", "closed/a.svg")
    assert (done.code, "closed/a.svg" in done.err) == (2, True)


def test_files_have_the_rights_of_ordinary_ones_and_replace_what_was_there(run: Run, saved: Path) -> None:
    Path("plain").touch()
    Path("a.svg").write_text("old")
    assert run("record", "mine", "--svg", "a.svg", "--force").code == 0
    assert Path("a.svg").stat().st_mode == Path("plain").stat().st_mode
    assert Path("a.svg").read_text(encoding="utf-8").startswith("<svg")
    assert not list(saved.glob(".chairgame-*"))


def test_what_chairgame_made_is_made_again_and_all_else_stays_unless_forced(run: Run, saved: Path) -> None:
    pytest.importorskip("PIL")
    made = {"--gif": "a.gif", "--cast": "a.cast", "--svg": "a.svg", "--postcard": "a.txt"}
    words = ("record", "mine", *(word for pair in made.items() for word in pair), "--epochs", "28-30")
    assert run(*words).code == 0
    assert run(*words, "--lang", "pl", "--glyphs", "ascii").code == 0
    assert run("record", "mine", "--postcard", "a.svg").code == 0  # a picture of ours, whichever
    for option, name in made.items():
        Path(name).write_text("Dear grandmother, chairgame is a game. <!-- made by chairgame -->")
        done = run("record", "mine", option, name)
        assert (done.code, name in done.err, "--force" in done.err) == (2, True, True)
        assert Path(name).read_text().startswith("Dear grandmother")
        assert run("record", "mine", option, name, "--force").code == 0


def test_a_device_a_folder_and_a_pipe_stay_what_they_are(run: Run, saved: Path) -> None:
    os.mkfifo("pipe")
    Path("link.svg").symlink_to("/dev/null")
    for place in ("/dev/null", "link.svg", "pipe", "home"):
        done = run("record", "mine", "--svg", place, "--force")
        assert (done.code, place in done.err) == (2, True)
    assert Path("/dev/null").is_char_device()
    assert Path("link.svg").is_symlink()


def test_the_bar_is_for_terminals_and_leaves_no_trace(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with ProgressBar(4) as bar:
        bar.step()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with ProgressBar(4) as bar:
        for _ in range(4):
            bar.step()
    shown = capsys.readouterr().err.split("\r")
    assert [text[-5:] for text in shown[1:5]] == [" 25 %", " 50 %", " 75 %", "100 %"]
    assert shown[5] == "\x1b[K"


def test_a_dash_is_standard_output(run: Run, saved: Path) -> None:
    for option, suffix in (("--svg", "svg"), ("--cast", "cast"), ("--postcard", "txt")):
        assert run("record", "mine", option, f"a.{suffix}").code == 0
        piped = run("record", "mine", option, "-")
        assert (piped.code, piped.err) == (0, "")
        assert piped.out == Path(f"a.{suffix}").read_text(encoding="utf-8")
    assert not Path("-").exists()
    twice = run("record", "mine", "--svg", "-", "--cast", "-")
    assert (twice.code, twice.out) == (2, "")


def test_a_terminal_gets_no_bytes_of_a_gif(run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("PIL")
    monkeypatch.setattr("chairgame.cli.streams.PatientFile.isatty", lambda _: True)
    for language in ("en", "pl"):
        refused = run("record", "mine", "--gif", "-", "--lang", language)
        assert (refused.code, refused.out) == (2, "")
        assert "--gif" in refused.err
