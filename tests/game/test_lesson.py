"""Lessons: the built-in one keeps its promises, broken files are one sentence, no order of presses breaks a talk."""

import os
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chairgame.game.lesson.files import built_in_lesson, read_lesson
from chairgame.game.lesson.lesson import LENGTHS, LETTERS
from chairgame.game.lesson.notes import notes_page, notes_text
from chairgame.game.lesson.talk import Step, Talk
from chairgame.game.news import News
from chairgame.text.assets import assets_folder
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.text.errors import PlayerError

STOP = """
[[stop]]
title = "One"
question = "Well?"
answers = ["yes", "no"]
right = "A"
"""
GOOD = 'format = 1\ntitle = { en = "Mine", pl = "Moja" }\n' + STOP


def _passed(talk: Talk) -> Talk:
    """The stop's motion to its end, as time brings it about."""
    talk.on()
    for _ in range(4000):
        if talk.step is Step.TELL:
            return talk
        talk.tick(0.05, lambda: True)
    raise AssertionError("the motion never ends")


@pytest.fixture(scope="module")
def lesson():
    return built_in_lesson()


def _at(lesson, number: int) -> Talk:
    talk = Talk(lesson)
    talk.jump(number)
    return talk


def test_there_are_eight_stops_of_one_seed_each_with_a_question(lesson):
    assert len(lesson.stops) == 8
    assert all(len(stop.answers) == 3 and stop.right in LETTERS for stop in lesson.stops)


@pytest.mark.parametrize("number", range(1, 9))
def test_watching_and_skipping_a_motion_end_in_the_same_place(lesson, number):
    watched, skipped = _passed(_at(lesson, number)), _at(lesson, number)
    skipped.on()
    skipped.on()
    assert watched.step is skipped.step is Step.TELL
    if watched.session is None or skipped.session is None:
        assert np.array_equal(watched.words.history.moment[0].params, skipped.words.history.moment[0].params)
    else:
        assert watched.session.epoch == skipped.session.epoch
        assert np.array_equal(watched.session.rebuild.outputs, skipped.session.rebuild.outputs, equal_nan=True)


def test_what_the_lesson_claims_is_what_happens(lesson):
    distance = lambda number: _passed(_at(lesson, number)).session.row.distance_cm  # noqa: E731
    assert 50 < distance(2) < 70
    history = _passed(_at(lesson, 5)).session.history
    under = next(row.epoch for row in history.rows if row.distance_cm < 5)
    assert 15 < under < 60
    assert _passed(_at(lesson, 6)).session.rebuild.burned_out
    assert distance(8) < 2


def test_the_words_are_learned_for_real(lesson):
    talk = _at(lesson, 7)
    answers = lambda: talk.words.answers("Ala ma")  # noqa: E731
    assert LETTERS[int(np.argmax(answers()))] == talk.stop.right
    _passed(talk)
    assert answers()[2] > 0.9


@pytest.mark.parametrize("length", LENGTHS)
def test_a_lesson_leaves_time_for_questions(lesson, length):
    total = sum(stop.minutes[length] for stop in lesson.stops)
    assert 0.75 * length <= total < length


@settings(max_examples=60, deadline=None)
@given(
    presses=st.lists(
        st.sampled_from(["on", "back", "restart", "tick", "A", "B", "1", "8", "9", "0", "end"]), max_size=40
    )
)
def test_any_presses_keep_the_talk_whole(presses):
    talk = Talk(built_in_lesson())
    for press in presses:
        if press in LETTERS:
            talk.count(press)
        elif press.isdigit():
            talk.type(press) if talk.counting else talk.jump(int(press))
        elif press == "tick":
            talk.tick(0.5, lambda: False)
        elif press == "end":
            talk.stop_counting()
        else:
            getattr(talk, press)()
        assert 0 <= talk.index < 8
        assert all(0 <= hands <= 9999 for stop in talk.hands for hands in stop.values())


def test_a_lesson_at_a_stand_comes_round(lesson):
    talk = Talk(lesson, goes_on=True)
    seen = set()
    for _ in range(20000):
        talk.tick(0.25, lambda: True)
        seen.add(talk.index)
        if len(seen) == 8 and talk.index == 0:
            return
    raise AssertionError("it stops somewhere")


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_lesson_of_ones_own_speaks_its_own_languages(tmp_path):
    lesson = read_lesson(_file(tmp_path, GOOD))
    assert [lesson.title.spoken(Catalogue(language)) for language in LANGUAGES] == ["Mine", "Moja"]
    assert lesson.stops[0].answers[1].spoken(Catalogue("pl")) == "no"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "format"),
        ("format = 1\ntitle = 'x'\n", "stop"),
        (GOOD.replace('title = "One"', "title = 3"), "stop 1, title"),
        (GOOD.replace('right = "A"', 'right = "C"'), "stop 1, right"),
        (GOOD + "color = 'red'\n", "stop 1, color"),
        (GOOD + "[stop.scene]\nepoch = -1\n", "stop 1, scene, epoch"),
        (GOOD + "[stop.scene]\nseed = true\n", "stop 1, scene, seed"),
        (GOOD + "[stop.scene]\nlearning_rate = nan\n", "stop 1, scene, learning_rate"),
        (GOOD + "[stop.motion]\nphases = ['dance']\n", "stop 1, motion, phases[0]"),
        (GOOD + "[stop.motion]\nspeed = 99\n", "stop 1, motion, speed"),
        (GOOD + "[stop.notes.minutes]\n8 = 1\n", "stop 1, notes, minutes, 8"),
        (GOOD + "[stop.scene]\ntext = 'one'\n", "stop 1, scene, text"),
        ("format = 1\ntitle = 'x'\n[[stop]]\nfile = 3\n", "stop 1, file"),
        (GOOD.replace("format = 1", "format = true"), "format"),
        (GOOD.replace("format = 1", "format = 1\nseed = 1.7"), "seed"),
        (GOOD + "[stop.scene]\nepoch = 1.7\n", "stop 1, scene, epoch"),
        (GOOD + "[stop.motion]\nuntil = true\n", "stop 1, motion, until"),
        (GOOD + "[stop.motion]\nspeed = 1.0\n", "stop 1, motion, speed"),
        (GOOD.replace('["yes", "no"]', '["yes"]'), "stop 1, answers"),
        (GOOD.replace('answers = ["yes", "no"]\n', ""), "stop 1, right"),
        (GOOD.replace("Mine", "Mine\\u001b]0;owned\\u0007"), "title, en"),
        (GOOD.replace("Mine", "M" * 101), "title, en"),
        (GOOD.replace('"One"', '"\\u202eenO"'), "stop 1, title"),
        (GOOD.replace('"yes"', '"\\u009b31myes"'), "stop 1, answers[0]"),
        (GOOD.replace("Well?", "Well?" * 1000), "stop 1, question"),
        (GOOD + "[stop.notes]\nsay = 'a\u202eb'\n", "stop 1, notes, say"),
        (GOOD + '[stop.scene]\ntext = "ala \\u001b[31m ma kota"\n', "stop 1, scene, text"),
    ],
)
def test_a_broken_lesson_is_one_sentence_that_names_the_field(tmp_path, text, field):
    with pytest.raises(PlayerError) as caught:
        read_lesson(_file(tmp_path, text))
    sentence = caught.value.sentence(Catalogue("en"))
    assert f": {field}: " in sentence
    assert "mine.toml" in sentence


@pytest.mark.parametrize("place", ["/dev/zero", "pipe", ".", "x" * 5000, "\\u0000", "\\u001b[2J"])
def test_a_stop_comes_from_an_ordinary_file_or_is_refused_at_once(tmp_path, place):
    os.mkfifo(tmp_path / "pipe")
    text = f'format = 1\ntitle = "x"\n[[stop]]\nfile = "{place}"\n'
    with pytest.raises(PlayerError):
        read_lesson(_file(tmp_path, text))
    with pytest.raises(PlayerError):
        read_lesson(_file(tmp_path, text.replace("file =", 'title = "x"\n[stop.scene]\nchair =')))
    with pytest.raises(PlayerError):
        read_lesson(tmp_path / "pipe")


any_value = st.one_of(st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.lists(st.text(), max_size=2))
somewhere = st.sampled_from(
    ["format", "title", "seed", "stop", *(f"stop.0.{key}" for key in ("title", "answers", "right", "notes", "file"))]
    + [f"stop.0.scene.{key}" for key in ("chair", "text", "context", "seed", "epoch", "optimizer", "loss")]
    + [f"stop.0.motion.{key}" for key in ("phases", "until", "speed", "learning_rate", "opens", "other")]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(somewhere, any_value)
def test_any_value_anywhere_is_a_lesson_or_a_sentence_that_names_the_file(tmp_path, place, value):
    table: Any = tomllib.loads(GOOD) | {"seed": 1}
    *way, key = place.split(".")
    target = table
    for step in way:
        target = target[0] if step == "0" else target.setdefault(step, {})
    target[key] = value
    sentence = "mine.toml"
    try:
        assert read_lesson(_file(tmp_path, tomli_w.dumps(table))).stops
    except PlayerError as error:
        sentence = str(error)
    assert "mine.toml" in sentence


@pytest.mark.parametrize("text", ["[", "stop = ['file", "\0"])
def test_what_is_no_toml_is_said(tmp_path, text):
    with pytest.raises(PlayerError):
        read_lesson(_file(tmp_path, text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("stop", "place"),
    [
        (None, "nowhere.toml: "),
        ("title = 3", "own.toml: title: "),
        ("title = 'x'\n[motion]\nspeed = 99", "own.toml: motion, speed: "),
        ("title = 'x'\n[scene]\nchair = 'throne.toml'", "own.toml: scene, chair: "),
    ],
)
def test_a_mistake_in_a_stops_own_file_names_the_lesson_and_the_stop_as_well(tmp_path, language, stop, place):
    name = "nowhere.toml" if stop is None else "own.toml"
    if stop is not None:
        (tmp_path / name).write_text(stop)
    with pytest.raises(PlayerError) as caught:
        read_lesson(_file(tmp_path, f"format = 1\ntitle = 'x'\n[[stop]]\ntitle = 'y'\n[[stop]]\nfile = '{name}'\n"))
    sentence = caught.value.sentence(Catalogue(language))
    assert "mine.toml: stop 2, file: " in sentence
    assert place in sentence
    assert News.of_error(caught.value).sentence(Catalogue(language)) == sentence


def test_a_lesson_cut_off_at_any_byte_never_crashes(tmp_path):
    text = (assets_folder() / "lessons" / "how-it-learns" / "4-headphones.toml").read_text(encoding="utf-8")
    text = "format = 1\ntitle = 'x'\n[[stop]]\n" + text.replace("[scene]", "[stop.scene]").replace(
        "[motion]", "[stop.motion]"
    ).replace("[notes]", "[stop.notes]")
    read_lesson(_file(tmp_path, text))
    for end in range(0, len(text), 7):
        with suppress(PlayerError):
            read_lesson(_file(tmp_path, text[:end]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_says_everything_that_a_stop_says(lesson, language):
    _ = Catalogue(language)
    text = " ".join(notes_text(lesson, _).split())
    page = notes_page(lesson, _)
    for stop in lesson.stops:
        for words in (stop.title, stop.say, stop.ask, *stop.answers):
            assert " ".join(words.spoken(_).split()) in text
    assert all(len(line) <= 100 for line in notes_text(lesson, _).splitlines())
    assert page.count("<section ") == 8
    assert "http" not in page  # it works offline
    printed = page[page.index("@media print") : page.index("</style>")]
    assert "display: none" in printed
    assert "position" not in printed, "on paper nothing lies over anything"
    assert page.count("#timer {") == 2


def test_a_page_cannot_be_broken_by_a_speakers_words(tmp_path):
    lesson = read_lesson(_file(tmp_path, GOOD.replace("Well?", "<script>{name} $title {oops")))
    page = notes_page(lesson, Catalogue("en"))
    assert (page.count("<script>"), "&lt;script&gt;{name}" in page) == (1, True)  # the timer's alone
    assert "{oops" in notes_text(lesson, Catalogue("en"))
