"""Runs on disk: what is saved is what is read; whatever else a file holds is refused with one sentence."""

import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.text.catalogue import Catalogue
from chairgame.text.errors import PlayerError
from chairgame.training.runs import MOST_VALUES, REASONS, Run, history_of, load_chair_run, load_run, run_of, save_run
from chairgame.training.settings import Settings
from chairgame.training.tasks import Subject
from chairgame.words.text import MOST_CHARACTERS, MOST_WORDS, Text
from tests.training.beginning import begun

STOOL = load_chair("three-part-stool")
TEXT = Text("Ala ma kota a kot ma Alę")
BRAIN = Settings(seed=2**63 - 1, hidden=(2,), batch=2)
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def small_run(about: Subject = STOOL) -> Run:
    history = begun(about, BRAIN)
    for _ in range(3):
        history.advance()
    history.change_settings(replace(BRAIN, learning_rate=0.5, loss="huber"))
    history.change_parameter(4, -1.25)
    history.advance()
    return replace(run_of(history, "until", epochs=7, until=1.5), shown=2)


def refused(path: Path) -> str:
    """The sentence, in both languages one line that opens with the file's name; the English one."""
    with pytest.raises(PlayerError) as caught:
        load_run(path)
    for language in ("en", "pl"):
        sentence = caught.value.sentence(Catalogue(language))
        assert sentence.startswith(f"{path}: ")
        assert "\n" not in sentence
    return caught.value.sentence(Catalogue("en"))


def sealed(body: bytes, version: int = 1) -> bytes:
    """A body under a header that vouches for it, as a forger would write it."""
    digest = hashlib.sha256(body).hexdigest().encode()
    return b'{"chairgame-run":%d,"sha256":"%s"}\n' % (version, digest) + body


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "small.run"
    save_run(small_run(), path)
    return path


@pytest.fixture
def saved_text(tmp_path):
    path = tmp_path / "text.run"
    save_run(small_run(TEXT), path)
    return path


@pytest.mark.parametrize("name", chair_names(include_hidden=True))
def test_what_is_saved_is_what_is_read(name, tmp_path):
    history = begun(load_chair(name), Settings(seed=3))
    history.advance()
    run = run_of(history, "epochs")
    path = tmp_path / "new" / "folder" / "a.run"
    save_run(run, path)
    assert load_run(path) == run
    assert history_of(load_run(path)).rows == history.rows


def test_the_same_run_is_the_same_file(saved, tmp_path):
    save_run(small_run(), tmp_path / "again.run")
    assert saved.read_bytes() == (tmp_path / "again.run").read_bytes()


def test_a_burned_out_run_is_replayed_to_its_end(tmp_path):
    history = begun(STOOL, Settings(optimizer="sgd", learning_rate=1e5))
    while not history.burned_out:
        history.advance()
    save_run(run_of(history, "burned_out"), tmp_path / "a.run")
    again = history_of(load_run(tmp_path / "a.run"))
    assert again.burned_out
    assert again.rows == history.rows


@pytest.mark.parametrize("file", ["saved", "saved_text"])
def test_a_file_cut_at_any_byte_is_refused(file, request):
    path = request.getfixturevalue(file)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(PlayerError):
            load_run(path)
    refused(path)


def test_a_file_with_any_byte_changed_is_refused(saved):
    whole = bytearray(saved.read_bytes())
    for place in range(len(whole)):
        for flip in (0x01, 0x20, 0x80):
            damaged = whole.copy()
            damaged[place] ^= flip
            saved.write_bytes(damaged)
            with pytest.raises(PlayerError):
                load_run(saved)


@given(data=st.data())
def test_damage_of_any_kind_is_refused(data, tmp_path_factory):
    path = tmp_path_factory.mktemp("runs") / "a.run"
    save_run(small_run(), path)
    whole = path.read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    damaged = whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:]
    path.write_bytes(damaged)
    if damaged == whole:
        assert load_run(path) == small_run()
    else:
        refused(path)


@given(body=st.binary(max_size=60))
def test_any_sealed_bytes_are_refused(body, tmp_path_factory):
    path = tmp_path_factory.mktemp("runs") / "a.run"
    path.write_bytes(sealed(body))
    refused(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just(10**400),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=6,
)


def places(value: object, way: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """The ways to every value inside a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(place for key, entry in inner for place in places(entry, (*way, key)))]


def with_value(value, way, new):
    if not way:
        return new
    copy = value.copy()
    copy[way[0]] = with_value(value[way[0]], way[1:], new)
    return copy


def replays_or_is_refused(path: Path) -> None:
    try:
        run = load_run(path)
    except PlayerError:
        refused(path)
        return
    if max(run.settings.hidden) <= 16:  # a forged brain may be large, and then only slow
        history_of(run)


@settings(max_examples=400)
@given(data=st.data())
def test_a_forged_run_is_refused_or_replays_without_a_crash(data, tmp_path_factory):
    path = tmp_path_factory.mktemp("runs") / "a.run"
    save_run(small_run(), path)
    honest = json.loads(path.read_bytes().partition(b"\n")[2])
    way = data.draw(st.sampled_from(places(honest)))
    forged = with_value(honest, way, data.draw(JSON))
    path.write_bytes(sealed(json.dumps(forged).encode()))
    replays_or_is_refused(path)


def test_a_run_without_one_of_its_fields_is_refused(saved):
    honest = json.loads(saved.read_bytes().partition(b"\n")[2])
    optional = {("chair", "part", number, key) for number in range(3) for key in ("turn", "material")} | {("shown",)}
    for way in places(honest):
        if not way or not isinstance(way[-1], str) or way in optional or way[-1] == "pl":
            continue
        forged = json.loads(json.dumps(honest))
        holder = forged
        for key in way[:-1]:
            holder = holder[key]
        del holder[way[-1]]
        if way == ("changes", 0, "settings"):
            assert "index" not in holder
        saved.write_bytes(sealed(json.dumps(forged).encode()))
        refused(saved)


@pytest.mark.parametrize(
    ("way", "nonsense"),
    [
        (("settings", "seed"), 1.0),
        (("settings", "seed"), True),
        (("settings", "seed"), -1),
        (("settings", "seed"), 2**63),
        (("settings", "hidden"), []),
        (("settings", "hidden"), [0]),
        (("settings", "hidden"), [2] * 9),
        (("settings", "hidden"), [513]),
        (("settings", "hidden"), [2.5]),
        (("settings", "hidden"), "24"),
        (("settings", "activation"), "step"),
        (("settings", "activation"), ["tanh"]),
        (("settings", "loss"), None),
        (("settings", "optimizer"), "luck"),
        (("settings", "learning_rate"), 0),
        (("settings", "learning_rate"), float("inf")),
        (("settings", "learning_rate"), float("nan")),
        (("settings", "learning_rate"), 10**400),
        (("settings", "learning_rate"), "0.1"),
        (("settings", "momentum"), 1),
        (("settings", "batch"), 0),
        (("settings", "batch"), 1.5),
        (("chair", "format"), 2),
        (("chair", "part"), []),
        (("chair", "part", 0, "size"), [1, 2]),
        (("chair", "part", 0, "size"), [1, 2, float("nan")]),
        (("chair", "part", 0, "at"), [0, 0, 1e9]),
        (("chair", "part", 0, "label"), "\ud800"),
        (("chair", "part", 0, "shape"), "sphere"),
        (("chair", "name"), "../../etc"),
        (("rows",), []),
        (("rows", 0), [1.0, 2.0]),
        (("rows", 0), [1.0, 2.0, 3.0, 4.0]),
        (("rows", 0), [float("nan"), 2.0, 3.0]),
        (("rows", 0), [True, 2.0, 3.0]),
        (("rows", 0), "abc"),
        (("reason",), "boredom"),
        (("epochs",), -1),
        (("epochs",), 1.0),
        (("until",), 0),
        (("until",), "1"),
        (("shown",), -1),
        (("shown",), 10**6),
        (("shown",), 1.0),
        (("changes", 0, "epoch"), 2.0),
        (("changes", 0, "epoch"), -1),
        (("changes", 0, "epoch"), 99),
        (("changes", 1, "epoch"), 1),
        (("changes", 0, "settings", "seed"), 5),
        (("changes", 0, "settings", "hidden"), [3]),
        (("changes", 1, "index"), -1),
        (("changes", 1, "index"), 10**6),
        (("changes", 1, "index"), 1.0),
        (("changes", 1, "value"), float("inf")),
        ((), []),
        ((), None),
    ],
)
def test_a_sealed_run_of_nonsense_is_refused(way, nonsense, saved):
    honest = json.loads(saved.read_bytes().partition(b"\n")[2])
    saved.write_bytes(sealed(json.dumps(with_value(honest, way, nonsense)).encode()))
    refused(saved)


@pytest.mark.parametrize("name", ["changes", "minibatches"])
def test_what_the_first_version_wrote_is_read_replayed_and_written_as_the_same_bytes(name, tmp_path):
    path = Path(__file__).parent / "runs" / f"{name}.run"
    run = load_run(path)
    save_run(run, tmp_path / "again.run")
    assert (tmp_path / "again.run").read_bytes() == path.read_bytes()
    again = history_of(run)
    assert again.changes == list(run.changes)
    for now, then in ((again.rows.losses, run.rows.losses), (again.rows.scores, run.rows.scores)):
        assert now == pytest.approx(then, rel=1e-9)  # another machine's products differ in their last digits


def test_a_text_is_said_in_a_file_of_version_2_and_a_chair_as_ever(saved, saved_text):
    assert saved.read_bytes().startswith(b'{"chairgame-run":1,')
    assert saved_text.read_bytes().startswith(b'{"chairgame-run":2,')
    run = load_run(saved_text)
    assert run == small_run(TEXT)
    assert run.about == TEXT
    assert history_of(run).rows == run.rows


def test_where_a_chair_is_expected_a_text_is_told_in_a_sentence(saved, saved_text):
    assert load_chair_run(saved) == load_run(saved)
    with pytest.raises(PlayerError, match="a run of a text"):
        load_chair_run(saved_text)


@pytest.mark.parametrize(("file", "version"), [("saved", 2), ("saved_text", 1)])
def test_a_run_under_another_versions_header_is_refused(file, version, request):
    path = request.getfixturevalue(file)
    path.write_bytes(sealed(path.read_bytes().partition(b"\n")[2], version))
    refused(path)


@pytest.mark.parametrize(
    ("way", "nonsense"),
    [
        (("text",), "Ala ma kota"),
        (("text",), None),
        (("text",), {}),
        (("text", "content"), None),
        (("text", "content"), 5),
        (("text", "content"), ["Ala", "ma"]),
        (("text", "content"), "Ala"),
        (("text", "content"), ""),
        (("text", "content"), "Ala ma \x1b[2Jkota"),
        (("text", "content"), "Ala \ud800 kota"),
        (("text", "content"), "a " * (MOST_WORDS + 1)),
        (("text", "content"), "Ala " + "a" * MOST_CHARACTERS),
        (("text", "more"), "Ala"),
        (("chair",), None),
        (("changes", 1, "index"), 10**6),
        (("rows", 0), [1.0, 2.0]),
    ],
)
def test_a_sealed_text_of_nonsense_is_refused(way, nonsense, saved_text):
    honest = json.loads(saved_text.read_bytes().partition(b"\n")[2])
    forged = honest | {"text": dict(honest["text"])}
    holder = forged
    for key in way[:-1]:
        holder = holder[key]
    holder[way[-1]] = nonsense
    saved_text.write_bytes(sealed(json.dumps(forged).encode(), 2))
    refused(saved_text)


def test_json_nested_without_end_is_refused(saved):
    saved.write_bytes(sealed(b"[" * 100_000))
    refused(saved)


def test_a_file_of_endless_empty_lists_is_refused_before_it_takes_gigabytes(saved, monkeypatch):
    def parsed(_: object) -> None:
        raise AssertionError("it was parsed")

    saved.write_bytes(sealed(b"[" + b"[]," * (MOST_VALUES // 2) + b"[]]"))
    monkeypatch.setattr("json.loads", parsed)
    refused(saved)


def test_another_version_is_called_that(saved):
    saved.write_bytes(saved.read_bytes().replace(b'run":1', b'run":3', 1))
    assert "another version" in refused(saved)


def test_what_is_no_file_is_refused(tmp_path):
    assert "found a folder" in refused(tmp_path)
    assert "no such file" in refused(tmp_path / "missing.run")
    os.mkfifo(tmp_path / "pipe")
    assert "an ordinary file" in refused(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert "cannot be read" in refused(tmp_path / "circle")


def test_a_file_larger_than_any_run_is_not_read(tmp_path):
    with (tmp_path / "huge.run").open("wb") as file:
        file.truncate(2**40)  # sparse: it takes no room
    assert "at most 96 MiB" in refused(tmp_path / "huge.run")


def unwritable(path: Path, why: str = "cannot be written") -> None:
    with pytest.raises(PlayerError) as caught:
        save_run(small_run(), path)
    assert caught.value.sentence(Catalogue("en")).startswith(f"{path}: {why}")


def test_where_nothing_can_be_written_one_sentence_says_so(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    unwritable(tmp_path / "file" / "a.run")
    unwritable(tmp_path / ("x" * 300))
    (tmp_path / "folder").mkdir()
    unwritable(tmp_path / "folder", "is a folder")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(AS_ROOT, reason="root may write anywhere")
def test_a_read_only_folder_is_refused(tmp_path):
    tmp_path.chmod(0o500)
    unwritable(tmp_path / "a.run")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_an_existing_run_survives_a_write_that_fails(failing, saved, monkeypatch):
    before = saved.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, full)
    unwritable(saved)
    assert saved.read_bytes() == before
    assert list(saved.parent.iterdir()) == [saved]


def test_an_interrupted_write_leaves_the_old_run_and_nothing_else(saved, monkeypatch):
    before = saved.read_bytes()

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save_run(small_run(), saved)
    assert saved.read_bytes() == before
    assert list(saved.parent.iterdir()) == [saved]


def test_a_symbolic_link_stays_one_and_its_target_is_written(saved, tmp_path):
    target = tmp_path / "elsewhere" / "b.run"
    target.parent.mkdir()
    link = tmp_path / "link.run"
    link.symlink_to(target)
    save_run(small_run(), link)
    assert link.is_symlink()
    assert target.read_bytes() == saved.read_bytes()
    assert load_run(link) == small_run()


def test_only_a_run_is_written_over_unless_forced(saved, tmp_path):
    save_run(replace(small_run(), reason="epochs"), saved)
    assert load_run(saved).reason == "epochs"
    foreign = tmp_path / "letter.run"
    foreign.write_text("Dear reader")
    unwritable(foreign, "exists and was not written by this command")
    assert foreign.read_text() == "Dear reader"
    save_run(small_run(), foreign, force=True)
    assert load_run(foreign) == small_run()


def test_every_reason_can_be_saved(tmp_path):
    for reason in REASONS:
        save_run(replace(small_run(), reason=reason), tmp_path / "a.run")
        assert load_run(tmp_path / "a.run").reason == reason
