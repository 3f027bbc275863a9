"""Levels 1 to 3 as a dialogue: played to three stars by typed lines, kept, and never at a loss for an answer."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.cli.plain.levels.commands import GAME, LEVEL, PLAYS, commands_of
from chairgame.cli.plain.levels.dialogue import LevelDialogue
from chairgame.cli.plain.levels.in_words import IN_WORDS
from chairgame.cli.plain.levels.shared import PLAIN
from chairgame.cli.plain.speech import DIRECTIONS
from chairgame.cli.plain.vocabulary import ENGLISH, find, folded
from chairgame.game.progress.whole import Progress
from chairgame.game.story.attempt import Stage
from chairgame.game.story.level import Level, level_named, levels
from chairgame.game.story.recipe_thing import first_recipe
from chairgame.text.catalogue import LANGUAGES, Catalogue
from tests.cli.conftest import Run
from tests.text.extraction import ROOT, messages_of

PLAYED = [level for level in levels() if level.play in PLAIN]
EACH = pytest.mark.parametrize("level", PLAYED, ids=lambda level: level.id)
SPOKEN = pytest.mark.parametrize("language", LANGUAGES)
KEY = re.compile(r"(?<![\w{])[buhekR](?![\w}])|\bSpace\b|[+−]\.|\+ and −|→|to the right|\btick")

FIRST_MINUTE = """\
> move A right
knob A: column 3 of 5, row 3 of 5, storey 1 of 4.
They may share a tile.
>
Build 2 is 21 points off.
knob A one tile to the right: −3.
12 builds left.
>
You know that one: 21 points. It costs nothing, and tells nothing.
> move c up 2
post C: column 4 of 5, row 3 of 5, storey 3 of 4.
> plan
knob A: column 3 of 5, row 3 of 5, storey 1 of 4.
pillow B: column 3 of 5, row 3 of 5, storey 1 of 4.
post C: column 4 of 5, row 3 of 5, storey 3 of 4.
Build 2 is 21 points off. Since then: post C 2 up.
> build
Build 3 is 25 points off.
Several tiles at once: together +4.
11 builds left.
> table
knob A: to the right −3; up ?; to the back ?.
pillow B: to the right ?; up ?; to the back ?.
post C: to the right ?; up ?; to the back ?.
> builds
Build 1, as it lay: 24 points.
Build 2, knob A 1 to the right: 21 points.
Build 3, post C 2 up: 25 points.
> undo
The plan is build 2 again: 21 points.
> move D up
move: expected a part's label, like A, found "D"
> move A sideways
move: expected a direction, one of left, right, front, back, down, up, and how many tiles, found "sideways"
> move A left 4
That is the edge of the board.
> open
The box is opened at the end; enough ends the play.
> enough
End here with 0 of 3 stars? enough once more: yes. Anything else: go on.
> hint
Several at once: the table stays as it was. One tile, one part.
> enough
End here with 0 of 3 stars? enough once more: yes. Anything else: go on.
> enough
It is over. 24 points at first, 21 points at best.
0 of 3 stars.
Star 1, not yet: under 20 points: the best of 12 built at random.
Star 2, not yet: under 5 points: the best of 1,000.
Star 3, not yet: 0 points: the thing itself.
Enter opens the box: what it was.
> build
This play is over. open tells what it was, again plays another, next goes on.
"""


class Talking:
    """A dialogue with progress of its own."""

    def __init__(self, level: Level, language: str, home: Path) -> None:
        self.progress = Progress(home)
        self.dialogue = LevelDialogue(level, Catalogue(language), self.progress)

    def say(self, *lines: str) -> list[list[str]]:
        return [list(self.dialogue.answer(line)) for line in lines]


def typed(level: Level, _: Catalogue) -> Iterator[str]:
    """A level's solution as somebody types it."""
    plan = [list(cell) for cell in first_recipe(3)]
    first = [list(cell) for cell in plan]

    def word(english: str) -> str:
        return find(english, PLAYS[level.play], ENGLISH).words(_)[0]

    for move in level.solution:
        verb, *rest = move.split()
        numbers = [int(number) for number in rest]
        if verb == "place":
            part, *cell = numbers
            for axis, (before, after) in enumerate(zip(plan[part], cell, strict=True)):
                if before != after:
                    way = _(DIRECTIONS[axis][after > before]).split()[-1]
                    yield f"{word('move')} {'ABC'[part]} {way} {abs(after - before)}"
            plan[part] = cell
        elif verb == "recall":
            plan = [list(cell) for cell in first]
            yield f"{word('recall')} 1"
        elif verb == "turn":
            yield f"{word('turn')} {numbers[0] + 1} {numbers[1]}"
        elif verb == "volume":
            yield word("louder" if numbers[0] > 0 else "quieter")
        else:
            yield ""


@EACH
@SPOKEN
def test_the_solution_is_played_by_typed_lines_to_three_stars_that_are_kept(level, language, tmp_path) -> None:
    talking, _ = Talking(level, language, tmp_path), Catalogue(language)
    answers = talking.say(*typed(level, _))
    assert talking.dialogue.talk.attempt.stage is Stage.RESULT
    made = talking.dialogue.talk.play.moves
    assert _without_places(made) == _without_places(level.solution), "a part is moved along one direction after another"
    told = [line for answer in answers for line in answer]
    for number in (1, 2, 3):
        assert (
            sum(line.startswith(_("Star {n} is yours: {rule}.", n=number, rule="").rstrip(" .")) for line in told) == 1
        )
    record = Progress(tmp_path).records()[level.id]
    assert record.stars == {1, 2, 3}
    assert record.best is not None
    assert record.best.count == level.par
    [opened] = talking.say("")
    thing = talking.dialogue.talk.play.reveal()
    assert opened[0] == _("In the box: {thing}.", thing=_(thing.chair.title["en"]))
    assert _(level.term) in "\n".join(opened)
    assert not any("–" in line or "{" in line for line in opened)


def _without_places(moves: Sequence[str]) -> list[str]:
    return [move for move in moves if not move.startswith("place")]


@EACH
def test_stars_are_kept_at_the_moment_they_are_earned(level, tmp_path) -> None:
    talking = Talking(level, "en", tmp_path)
    lines = list(typed(level, ENGLISH))
    for line in lines[:-1]:
        talking.say(line)
        assert Progress(tmp_path).records().get(level.id, None) is None or (
            Progress(tmp_path).records()[level.id].stars == talking.dialogue.talk.attempt.earned
        )
    again = Talking(level, "en", tmp_path)
    assert "again begins it anew" in "\n".join(again.dialogue.opening())
    assert again.dialogue.talk.play.moves == talking.dialogue.talk.play.moves
    again.say(lines[-1])
    assert again.dialogue.talk.attempt.stage is Stage.RESULT


@EACH
def test_what_was_in_the_box_is_never_told_before_the_end(level, tmp_path) -> None:
    talking = Talking(level, "en", tmp_path)
    told = "\n".join(talking.dialogue.opening())
    for line in (*list(typed(level, ENGLISH))[:-1], "open", "next", "stars", "dials", "builds", "plan", "help"):
        told += "\n".join(talking.say(line)[0])
    assert "In the box:" not in told.replace("In the box: what they should become", "")
    assert "from its place" not in told


def test_the_first_minute_reads_so(tmp_path: Path) -> None:
    talking, told = Talking(level_named("1"), "en", tmp_path), []
    for line in FIRST_MINUTE.splitlines():
        if line.startswith(">"):
            told += [line, *talking.say(line.removeprefix(">"))[0]]
    assert told == FIRST_MINUTE.splitlines()


def test_the_end_leads_to_the_next_level_and_from_the_third_to_the_screen(tmp_path: Path) -> None:
    talking = Talking(level_named("1"), "en", tmp_path)
    for number in (2, 3):
        answers = talking.say("enough", "enough", "", "")
        assert answers[-1][0].startswith(f"Level {number}: ")
    assert "chairgame play 4" in talking.say("enough", "enough", "", "")[-1][0]


def test_another_play_hides_something_else(tmp_path: Path) -> None:
    talking = Talking(level_named("1"), "en", tmp_path)
    talking.say("enough", "enough", "again")
    assert talking.dialogue.talk.attempt.level.seed == level_named("1").seeds[1]
    talking.say("move A up", "again")
    assert talking.dialogue.talk.play.moves == []
    assert talking.dialogue.talk.attempt.level.seed == level_named("1").seeds[1]


def test_smoke_is_told_in_words_and_taken_back(tmp_path: Path) -> None:
    level = level_named("3")
    talking = Talking(level, "en", tmp_path)
    by_hand = list(typed(level, ENGLISH))[: level.solution.index("volume 1")]
    answers = talking.say(*by_hand, *["+"] * 4, *["listen"] * 9, "turn 1 2", "undo", "-", "stars")
    told = "\n".join(line for answer in answers for line in answer)
    assert "Smelled." in told
    assert "Nothing but smoke: undo" in told
    assert "e+" not in told
    assert "Volume 4." in answers[-2][0]


# The words


@EACH
@SPOKEN
def test_every_word_means_one_command(level: Level, language: str) -> None:
    _ = Catalogue(language)
    commands = (*PLAYS[level.play], *LEVEL, *GAME)
    spelled = [word for command in commands for word in command.spellings(_)]
    assert len(spelled) == len(set(spelled))
    for command in commands:
        for word in (*command.words(_), *command.words(ENGLISH)):
            for written in (word, word.upper(), folded(word)):
                assert find(written, commands, _) is command
        assert command.most == 0 or " " in command.usage(_) or command.key == "l"


@EACH
@SPOKEN
def test_help_names_and_explains_every_command(level: Level, language: str, tmp_path: Path) -> None:
    talking, _ = Talking(level, language, tmp_path), Catalogue(language)
    [overview] = talking.say("help")
    for command in commands_of(talking.dialogue.talk):
        word = command.words(_)[0]
        assert any(word in line.replace(".", ",").replace(":", ",") for line in overview)
        assert talking.say(f"help {word}")[0][0] == _(command.message) + "."


def _said_by_levels() -> set[str]:
    said = {text for level in PLAYED for text in (*level.pages, *level.debrief, *(hint.text for hint in level.hints))}
    for name in ("recipe", "scanner", "headphones", "kept_play"):
        path = ROOT / "chairgame" / "game" / "story" / f"{name}.py"
        said |= {message.english for message in messages_of(path.read_text(encoding="utf-8"), "")}
    return said


def test_no_sentence_of_these_levels_names_a_key() -> None:
    """Every one that does has another form here, which does not, and no form is left over."""
    assert {message for message in _said_by_levels() if KEY.search(message)} == set(IN_WORDS)
    assert not [message for message in IN_WORDS.values() if KEY.search(message)]


# Any line at all

WORDS = sorted(
    {
        word
        for commands in (*PLAYS.values(), LEVEL, GAME)
        for command in commands
        for language in LANGUAGES
        for word in command.spellings(Catalogue(language))
    }
)
ARGUMENTS = st.one_of(
    st.integers(-30, 30).map(str),
    st.sampled_from(["A", "b", "C", "right", "up", "back", "prawo", "tył", "dół", "[", "→", "0,5", "1e9", "nan", "pl"]),
    st.text(max_size=5),
)
LINES = st.one_of(
    st.builds(lambda word, rest: " ".join([word, *rest]), st.sampled_from(WORDS), st.lists(ARGUMENTS, max_size=3)),
    st.builds(
        "move {} {} {}".format, st.sampled_from("ABC"), st.sampled_from(["left", "up", "back"]), st.integers(1, 4)
    ),
    st.builds("turn {} {}".format, st.integers(1, 8), st.integers(-6, 6)),
    st.just(""),
    st.text(max_size=20),
)


@pytest.mark.parametrize("number", ["1", "2", "3"])
@given(language=st.sampled_from(LANGUAGES), lines=st.lists(LINES, max_size=25))
@settings(max_examples=40)
def test_any_line_is_answered_and_answered_the_same_again(number: str, language: str, lines: Sequence[str]) -> None:
    with TemporaryDirectory() as home, TemporaryDirectory() as other:
        talking = Talking(level_named(number), language, Path(home))
        answers = talking.say(*lines)
        for answer in answers:
            assert answer
            assert all(line.strip() and line.isprintable() for line in answer)
        assert Talking(level_named(number), language, Path(other)).say(*lines) == answers


# The command


def test_the_end_of_the_input_is_a_goodbye_without_an_escape_code(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "chairgame", "play", "1", "--plain", "--lang", "en"],
        input=b"move A right\n\n",
        capture_output=True,
        check=False,
        env={**os.environ, "TERM": "dumb"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.splitlines()[0] == b"Level 1: No instructions."
    assert done.stdout.splitlines()[-1] == b"Goodbye. Everything is kept."
    assert b"Build 2 is 21 points off." in done.stdout
    assert b"\x1b" not in done.stdout


def test_a_level_that_is_not_told_in_lines_says_which_are(run: Run) -> None:
    done = run("play", "cable", "--plain")
    assert (done.code, done.out) == (2, "")
    assert done.err == 'level "cable": cannot be played in lines of text, only 1, 2, 3 can\n'
