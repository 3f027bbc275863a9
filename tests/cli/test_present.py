"""`chairgame present`: the speaker's page is written whole, over its like only, and no lesson can hang the command."""

import os
import re
from pathlib import Path

import pytest

from chairgame.text import disk
from tests.cli.conftest import Run

LESSON = 'format = 1\ntitle = "<script>alert(1)</script>\\"&"\n[[stop]]\ntitle = "$title {oops"\n'


def test_the_page_is_written_over_itself_and_over_nothing_else(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "notes.html"
    assert [run("present", "--notes", str(page)).code for _ in range(2)] == [0, 0]
    page.write_text("<!doctype html><p>my thesis", encoding="utf-8")
    done = run("present", "--notes", str(page))
    assert (done.code, str(page) in done.err, "--force" in done.err) == (2, True, True)
    assert page.read_text(encoding="utf-8") == "<!doctype html><p>my thesis"
    assert run("present", "--notes", str(page), "--force").code == 0
    assert run("present", "--notes", str(tmp_path / "none" / "notes.html")).code == 2


def test_a_full_disk_costs_nobody_the_page(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "notes.html"
    run("present", "--notes", str(page))
    before = page.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "fsync", full)
    done = run("present", "--notes", str(page), "--lang", "pl")
    assert done.code == 1
    assert "No space left on device" in done.err
    assert page.read_bytes() == before
    assert os.listdir(tmp_path) == ["notes.html"]


def test_a_speakers_own_words_stay_words_on_the_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(LESSON, encoding="utf-8")
    page = tmp_path / "notes.html"
    assert run("present", str(tmp_path / "mine.toml"), "--notes", str(page)).code == 0
    text = page.read_text(encoding="utf-8")
    assert text.count("<script>") == 1  # the timer's
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;" in text
    assert "$title {oops" in text


@pytest.mark.parametrize("lesson", ["pipe", "folder", "/dev/zero", "none"])
@pytest.mark.parametrize("language", ["en", "pl"])
def test_what_is_no_file_is_no_lesson(run: Run, tmp_path: Path, lesson: str, language: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    done = run("present", str(tmp_path / lesson), "--notes", "--lang", language)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert lesson in done.err


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_page_has_a_timer_that_knows_when_each_stop_is_to_be_over(run: Run, tmp_path: Path, language: str) -> None:
    page = tmp_path / "notes.html"
    assert run("present", "--notes", str(page), "--lang", language).code == 0
    text = page.read_text(encoding="utf-8")
    assert [f'<button value="{length}">' in text for length in (7, 15, 45)] == [True] * 3
    until = [float(minutes) for minutes in re.findall(r'data-until-15="([0-9.]+)"', text)]
    assert len(until) == 8
    assert until == sorted(until)
    assert 10 < until[-1] <= 15
