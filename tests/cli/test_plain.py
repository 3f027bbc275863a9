"""The lab as a dialogue: exact answers, any line at all, and the same session as the commands behind it make."""

# ruff: noqa: E501  (an answer is one line, however long)

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.chair.catalogue import chair_names, load_chair
from chairgame.cli.plain.commands import COMMANDS, find
from chairgame.cli.plain.dialogue import Dialogue
from chairgame.cli.plain.news import IN_WORDS
from chairgame.cli.plain.speech import heading, way
from chairgame.cli.plain.vocabulary import ENGLISH, folded
from chairgame.game.session.autosave import FILE
from chairgame.game.session.beats import Phase
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import LANGUAGES, Catalogue
from tests.cli.conftest import Run
from tests.game.commands import small_session
from tests.text.extraction import ROOT, messages_of

POLISH = Catalogue("pl")
COMMAND = [sys.executable, "-m", "chairgame", "lab", "--plain", "--chair", "three-part-stool", "--lang", "en"]

KEY = re.compile(r"(?<![\w{])[b-zB-HJ-Z](?![\w}])|\bEnter\b|\bArrows\b|[ «]-[ »]")
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and closed streams are those of POSIX")

ENGLISH_DIALOGUE = """\
> parts
Nothing is measured yet; next builds and measures.
>
Epoch 0. Build: Knife-Edged Woodpile. Measure: 65.7 cm. Listen: loudest for seat B1, 80.4 cm to the back and to the right. Adjust: 65.7 cm becomes 51.3 cm.
> phase
Epoch 1. Build: Unsittable Bird's Nest.
> phase
Measure: 51.3 cm.
> Phase
Listen: loudest for seat B1, 63.7 cm to the back and to the right.
> phase
Adjust: 51.3 cm becomes 38.9 cm.
> play 20
Epoch 3: The distance has halved: 29.2 cm.
Epoch 13: The distance has halved: 14.2 cm.
Epoch 16: Under 12 cm, and nobody ever showed it a chair.
Epoch 21. Build: Knotted Chair-in-Training. Measure: 8.2 cm. Listen: loudest for seat B1, 9.0 cm up and to the front. Adjust: 8.2 cm becomes 7.8 cm.
>
Epoch 22. Build: Crumpled School Bench. Measure: 7.8 cm. Listen: loudest for seat B1, 8.3 cm up and to the front. Adjust: 7.8 cm becomes 7.4 cm.
> distance
Epoch 22: 7.8 cm; the best so far 7.8 cm.
The next build: 7.4 cm.
> parts
seat B1: 8.8 cm.
side A2: 7.9 cm.
side A1: 6.4 cm.
> part a2
side A2, from the middle of the floor: 10.3 cm to the right, 2.7 cm to the back, 15.0 cm up.
The brain is 7.9 cm off there; the box wants its centre 4.7 cm to the right, 2.7 cm to the front, 5.5 cm up.
> weight a1 1.1
Weight 1, from A1 to 1.1: -0.016.
The slope of the loss along it: 0.007008.
> weight 1 0,5
Weight 1, from A1 to 1.1: 0.500.
Epoch 22: Knotted Suitcase, 23.0 cm.
> undo
Undone: epoch 22, volume 0.02 again. redo takes it back.
Epoch 22: Crumpled School Bench, 7.8 cm.
> volume 0.05
volume (learning rate): 0.05.
> louder
volume (learning rate): 0.07.
> grab b1
You hold B1. move X Y Z moves it, right puts it right, drop lets go.
> move 1,5 0 -2
seat B1 in your hand: 0.4 cm to the right, 4.1 cm to the back, 33.6 cm up.
With it there the scanner reads 8.4 cm, where the brain put it 7.8 cm.
> right
B1 is right, by your hand; the brain has not changed. next builds it again.
seat B1 in your hand: 42.8 cm up.
With it there the scanner reads 5.9 cm, where the brain put it 7.8 cm.
> drop
seat B1 is back where the brain put it.
> fork
Branch B: a copy of the brain from epoch 22. The command branch changes between the branches.
> next
Epoch 23. Build: Knotted Chair-in-Training. Measure: 8.1 cm. Listen: loudest for side A1, 9.2 cm to the back. Adjust: 8.1 cm becomes 9.7 cm.
> branches
Branch A: up to epoch 22, 7.8 cm.
Branch B, in use: up to epoch 23, 8.1 cm.
> branch a
Branch A.
Epoch 22: Crumpled School Bench, 7.8 cm.
> rewind 3
Epoch 19: Knotted Suitcase, 9.4 cm.
> history
Epoch 0: 65.7 cm.
Epoch 1: 51.3 cm.
Epoch 2: 38.9 cm.
Epoch 5: 19.4 cm.
Epoch 10: 18.0 cm.
Epoch 20: 8.8 cm.
Epoch 22: 7.8 cm.
> peek b1
You looked into the box. It is written down.
Where the centres belong, from the middle of the floor:
seat B1: 42.8 cm up.
> save
Saved. chairgame replay three-part-stool-0-22 plays it again.
> seed 3
brain number (seed): 3.
That is a new brain; undo brings the old one back.
Epoch 0: 3 parts in a pile.
> n
Epoch 0. Build: Sunken Wheelbarrow. Measure: 55.4 cm. Listen: loudest for side A1, 55.4 cm down. Adjust: 55.4 cm becomes 46.2 cm.
> volume 100
volume (learning rate): 100.
> play 9
Epoch 1: The brain burned out: its numbers grew past all bounds. undo goes back to just before.
Epoch 1. Build: Puff of Smoke. Measure: 28339.2 cm.
> undo
Just before it burned. Turn the volume down with quieter and try again.
Epoch 0: Sunken Wheelbarrow, 55.4 cm.
> quieter
volume (learning rate): 70.
You changed the past: from epoch 0 on this is branch B.
> xyzzy
"xyzzy" is no command; help tells them all.
> quit
Goodbye. Epoch 0: Sunken Wheelbarrow, 55.4 cm.
"""

POLISH_DIALOGUE = """\
> części
Nic jeszcze nie zmierzono; polecenie dalej składa i mierzy.
>
Epoka 0. Składanie: Ostry jak brzytwa stos drewna. Mierzenie: 65,7 cm. Słuchanie: najgłośniej siedzisko B1, 80,4 cm do tyłu i w prawo. Poprawianie: było 65,7 cm, będzie 51,3 cm.
> faza
Epoka 1. Składanie: Niesiadalne gniazdo.
> graj 20
Epoka 3: Odległość spadła o połowę: 29,2 cm.
Epoka 13: Odległość spadła o połowę: 14,2 cm.
Epoka 16: Poniżej 12 cm, a nikt mu nigdy nie pokazał krzesła.
Epoka 20. Składanie: Zmięta ławka szkolna. Mierzenie: 8,8 cm. Słuchanie: najgłośniej siedzisko B1, 9,5 cm w górę i do przodu. Poprawianie: było 8,8 cm, będzie 8,2 cm.
> część a2
bok A2, licząc od środka podłogi: 9,0 cm w prawo, 5,2 cm do tyłu, 15,7 cm w górę.
Błąd mózgu: 9,8 cm; kufer przesunąłby jej środek: 6,0 cm w prawo, 5,2 cm do przodu, 4,8 cm w górę.
> waga 1 0,5
Waga 1, A1 do 1.1: 0,500.
Epoka 20: Zasupłany jeż, 24,4 cm.
> głośność 0.05
głośność (współczynnik uczenia): 0,05.
> chwyć b1
Trzymasz B1. przesuń X Y Z przesuwa, ułóż kładzie dobrze, puść puszcza.
> przesuń 1,5 0 -2
siedzisko B1 w ręce: 2,3 cm w prawo, 5,5 cm do tyłu, 33,0 cm w górę.
Z nią w tym miejscu skaner odczytuje 24,7 cm, a tam, gdzie położył ją mózg, 24,4 cm.
> ułóż
B1 leży dobrze, twoją ręką; mózg się nie zmienił. Polecenie dalej składa od nowa.
siedzisko B1 w ręce: 42,8 cm w górę.
Z nią w tym miejscu skaner odczytuje 23,7 cm, a tam, gdzie położył ją mózg, 24,4 cm.
> dalej
Epoka 21. Składanie: Zasupłana pralka. Mierzenie: 20,3 cm. Słuchanie: najgłośniej bok A1, 26,3 cm w lewo i do przodu. Poprawianie: było 20,3 cm, będzie 15,3 cm.
Krzesło poprawione, mózgu nie poprawił nikt: B1 znów tam, gdzie każe mózg.
> gałąź
Jest tylko jedna gałąź. Polecenie odgałęź tworzy następną.
Epoka 21: Zasupłana pralka, 20,3 cm.
> głośność 100
głośność (współczynnik uczenia): 100.
> graj 9
Epoka 22: Mózg się przepalił: jego liczby urosły ponad wszelką miarę. Polecenie cofnij wraca do chwili tuż przed.
Epoka 22. Składanie: Obłoczek dymu. Mierzenie: 9415,0 cm.
> cofnij
Tuż przed przepaleniem. Polecenie ciszej ścisza; spróbuj jeszcze raz.
głośność (współczynnik uczenia): 0,02.
Epoka 19: Zasupłana walizka, 9,4 cm.
> waga próg x
Waga 113, próg do x: 0,094.
Nachylenie straty wzdłuż niej: -0,044942.
> wyjdz
Do widzenia. Epoka 19: Zasupłana walizka, 9,4 cm.
"""


def talked(lines: list[str], language: str = "en", session: GameSession | None = None) -> list[list[str]]:
    """The answers to some lines, in a data folder of their own."""
    with TemporaryDirectory() as home:
        dialogue = Dialogue(session or small_session(), Catalogue(language), Path(home))
        return [list(dialogue.answer(line)) for line in lines]


def picture(session: GameSession) -> tuple[object, ...]:
    """Everything about a session that a player could tell apart, bit by bit."""
    states = [session.history.state(epoch).params.tobytes() for epoch in {0, session.epoch, session.newest}]
    hand = None if session.hand.held is None else (session.hand.held.part, session.hand.held.centre.tobytes())
    branches = [(branch.name, branch.forked_at, branch.history.newest) for branch in session.workshop.bench.branches]
    position = (session.epoch, session.newest, session.player.moment, session.settings, session.chair.name)
    return (
        *position,
        states,
        hand,
        branches,
        session.workshop.bench.current,
        session.peeks.written,
        session.hand.selected,
    )


# Exact answers


@pytest.mark.parametrize(("language", "transcript"), [("en", ENGLISH_DIALOGUE), ("pl", POLISH_DIALOGUE)])
def test_a_dialogue_reads_so(language: str, transcript: str, tmp_path: Path) -> None:
    dialogue = Dialogue(small_session(), Catalogue(language), tmp_path)
    told = []
    for line in transcript.splitlines():
        if line.startswith(">"):
            told += [line, *dialogue.answer(line.removeprefix(">"))]
    assert told == transcript.splitlines()
    assert dialogue.over


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_opening_says_what_there_is_and_how_to_begin(language: str, tmp_path: Path) -> None:
    _, session = Catalogue(language), small_session()
    box, brain, beginning = Dialogue(session, _, tmp_path).opening()
    assert box.startswith(f"{session.chair.title_in(language)}: 3 ")
    assert str(session.history.trainer.architecture.parameter_count) in brain
    for english in ("play", "help", "quit"):
        assert find(english, _).words(_)[0] in beginning


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("play many", 'play: expected a whole number from 1 to 1000000, found "many"'),
        ("go 1", 'go: expected a whole number from 0 to 0, found "1"'),
        ("part", "part: expected a part's label, like A1, found nothing"),
        ("part Z9", 'part: expected a part\'s label, like A1, found "Z9"'),
        ("volume -1", 'volume: expected a finite number above 0, found "-1"'),
        ("volume nan", 'volume: expected a finite number above 0, found "nan"'),
        ("echo 1", 'echo: expected a number from 0 to below 1, found "1"'),
        ("optimizer adm", 'optimizer: expected one of sgd, momentum, adam, found "adm"'),
        ("batch 0", 'batch: expected all, or a whole number from 1, found "0"'),
        ("hidden 0", 'hidden: expected 1 to 8 layers of 1 to 512 units, like 24,24, found "0"'),
        ("seed -1", 'seed: expected a whole number from 0 to 9223372036854775807, found "-1"'),
        ("weight", "weight: expected a number, or the names of two neurons"),
        ("weight A1", "weight: expected a number, or the names of two neurons"),
        ("weight 0", 'weight: expected a whole number from 1 to 119, found "0"'),
        ("weight 120", 'weight: expected a whole number from 1 to 119, found "120"'),
        ("weight 1 x", 'weight: expected a number from -1000 to 1000, found "x"'),
        ("weight 1 2 3", "weight: expected one value after the weight's number"),
        ("weight A1 x", 'weight: expected what that neuron listens to, like 1.1 or bias, found "a1"'),
        (
            "weight A1 9",
            'weight: expected a neuron like 1.1, or an output: x, y, z, qw, qx, qy, qz, found "9"',
        ),
        ("move 1 2 3", "There is nothing in your hand; grab LABEL takes a part."),
        ("right", "There is nothing in your hand; grab LABEL takes a part."),
        ("drop", "There is nothing in your hand; grab LABEL takes a part."),
        ("distance", "Nothing is measured yet; next builds and measures."),
        ("branch Q", "branch: expected one of A"),
        ("next 5", "next: expected nothing after it"),
        ("move 1 2 3 4", "move: that is too much, expected move X Y Z"),
        ("language fr", 'language: expected en, pl, found "fr"'),
        ("help me", '"me" is no command; did you mean move?'),
        ("branhces", '"branhces" is no command; did you mean branches?'),
        ("re", '"re" could be any of rewind, redo.'),
        ("\x1b[31m", '"?[31m" is no command; help tells them all.'),
    ],
)
def test_a_mistake_is_one_sentence_and_costs_nothing(line: str, answer: str) -> None:
    session = small_session()
    before = picture(session)
    assert talked([line], session=session) == [[answer]]
    assert picture(session) == before


def test_a_chair_that_does_not_exist_names_those_that_do() -> None:
    [[answer]] = talked(["chair sofa"])
    assert all(name in answer for name in chair_names())


def test_numbers_take_a_point_or_a_comma() -> None:
    for language in LANGUAGES:
        point, comma = small_session(), small_session()
        lines = ["volume 0.03", "weight 5 -0.25", "grab A1", "move 0.5 1.5 -2"]
        told = talked(lines, language, point)
        assert told == talked([line.replace(".", ",") for line in lines], language, comma)
        assert picture(point) == picture(comma)
        assert point.settings.learning_rate == 0.03
        assert point.history.state(0).params[4] == -0.25


def test_a_weight_is_the_same_by_number_and_by_name() -> None:
    session = small_session()
    count = session.history.trainer.architecture.parameter_count
    for number in (1, 20, 60, 112, count):
        [[by_number, _slope]] = talked([f"weight {number}"], session=session)
        source, target = by_number.partition(", from ")[2].partition(":")[0].split(" to ")
        assert talked([f"weight {source} {target}"], session=session)[0][0] == by_number


def test_the_language_changes_at_any_moment() -> None:
    answers = talked(["n", "language", "głośność", "language en", "głośność", "volume"])
    assert answers[1] == ["Odtąd po polsku."]
    assert answers[2] == ["głośność (współczynnik uczenia): 0,02."]
    assert answers[3] == ["From now on in English."]
    assert "no command" in answers[4][0]
    assert answers[5] == ["volume (learning rate): 0.02."]


def test_a_look_into_an_open_box_is_not_recorded() -> None:
    session = small_session(hidden=(24, 24))
    talked(["play 200"], session=session)
    assert session.scanner.box_is_open
    [answer] = talked(["peek"], session=session)
    assert answer[0] == "The box is open: this look costs nothing."
    assert len(answer) == 2 + len(session.chair.parts)
    assert session.peeks.written == ()
    assert not session.peeks.is_looking


@pytest.mark.parametrize("optimizer", ["sgd", "ADAM"])
def test_a_brain_that_burns_beyond_all_numbers_is_told_in_words(optimizer: str) -> None:
    lines = [f"optimizer {optimizer}", "n", "volume 1e300", "play 9", "distance", "parts", "part a1", "brain", "undo"]
    answers = talked(lines)
    assert answers[0][0] == f"optimizer: {optimizer.lower()}."
    assert answers[3][-1] == "Epoch 1. Build: Puff of Smoke. Measure: beyond measure."
    assert answers[4][0].startswith("Epoch 1: beyond measure; the best so far ")
    assert answers[5] == [f"{part}: beyond measure." for part in ("side A1", "side A2", "seat B1")]
    assert answers[-1][-1].startswith("Epoch 0: Knife-Edged Woodpile, ")


def test_directions_are_those_of_who_stands_before_the_chair() -> None:
    assert way(np.array([-3.0, 0.0, 12.54]), ENGLISH) == "3.0 cm to the left, 12.5 cm up"
    assert way(np.array([0.04, 0.0, 0.0]), ENGLISH) == ""
    assert heading(np.array([0.0, -4.0, -3.0]), ENGLISH) == "5.0 cm to the front and down"
    assert heading(np.array([1.0, 8.0, 4.0]), POLISH) == "9,0 cm do tyłu i w górę"
    assert heading(np.array([0.0, 8.0, 0.0]), ENGLISH) == "8.0 cm to the back"


def test_a_saved_run_can_be_replayed(run: Run, tmp_path: Path) -> None:
    home = Path(os.environ["CHAIRGAME_HOME"])
    dialogue = Dialogue(small_session(), ENGLISH, home)
    for line in ("play 4", "save", "save mine"):
        answer = list(dialogue.answer(line))
    assert answer == ["Saved. chairgame replay mine plays it again."]
    assert sorted(path.name for path in (home / "runs").iterdir()) == ["mine.run", "three-part-stool-0-3.run"]
    assert len(run("replay", "mine", "--json").out.splitlines()) == 6


# The words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_means_one_command(language: str) -> None:
    _ = Catalogue(language)
    spelled = [word for command in COMMANDS for word in command.spellings(_)]
    assert len(spelled) == len(set(spelled))
    for command in COMMANDS:
        for word in (*command.words(_), *command.words(ENGLISH)):
            for typed in (word, word.upper(), folded(word)):
                assert find(typed, _) is command
        assert command.most == 0 or " " in command.usage(_) or command.key == "l"


def test_a_beginning_is_one_of_the_own_language_first() -> None:
    assert find("gr", ENGLISH).words(ENGLISH) == ["grab"]
    assert find("gr", POLISH).words(POLISH) == ["graj"]
    assert find("lou", POLISH).words(POLISH) == ["głośniej"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_and_explains_every_command(language: str) -> None:
    _ = Catalogue(language)
    [overview] = talked(["help"], language)
    for command in COMMANDS:
        word = command.words(_)[0]
        assert any(word in line.replace(".", ",").replace(":", ",") for line in overview)
        assert talked([f"help {word}"], language)[0][0] == _(command.message) + "."


def test_no_news_names_a_key() -> None:
    """Every sentence of the rules that does has another form here, which does not, and no form is left over."""
    rules = [ROOT / "chairgame" / "game" / "session" / name for name in ("model.py", "journey.py", "commentary.py")]
    news = {message.english for path in rules for message in messages_of(path.read_text(encoding="utf-8"), "")}
    assert {message for message in news if KEY.search(message)} == set(IN_WORDS)
    assert not [message for message in IN_WORDS.values() if KEY.search(message.replace("move X Y Z", ""))]


# Any line at all

WORDS = sorted(
    {word for command in COMMANDS for language in LANGUAGES for word in command.spellings(Catalogue(language))}
)
NUMBERS = st.one_of(st.integers(-3, 12).map(str), st.sampled_from(["0,5", "0.05", "-2.5", "1e300", "nan", "1e-9"]))
ARGUMENTS = st.one_of(
    NUMBERS,
    st.sampled_from(
        ["A1", "b1", "B", "sgd", "momentum", "relu", "huber", "all", "en", "pl", "stool", "8,8", "1.2", "x"]
    ),
    st.text(max_size=5),
)
COMMAND_LINES = st.builds(
    lambda word, rest: " ".join([word, *rest]), st.sampled_from(WORDS), st.lists(ARGUMENTS, max_size=4)
)
LINES = st.one_of(COMMAND_LINES, st.just(""), st.text(max_size=20))


@pytest.mark.parametrize("language", LANGUAGES)
@given(lines=st.lists(LINES, max_size=12))
@settings(max_examples=60)
def test_any_line_is_answered_and_replayed_the_same(
    language: str, tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:  # `save x.y` writes where the player is
        monkeypatch.chdir(tmp_path_factory.mktemp("here"))
        session = small_session()
        answers = talked(lines, language, session)
    for answer in answers:
        assert answer
        assert all(line.strip() and line.isprintable() for line in answer)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.chdir(tmp_path_factory.mktemp("there"))
        again = small_session()
        assert talked(lines, language, again) == answers
    assert picture(again) == picture(session)


# The same session as by its own commands


def _rebuild(session: GameSession) -> None:
    if session.player.moment.phase in (None, Phase.ADJUST):
        session.next_epoch()
    else:
        session.player.rest()


def _play(session: GameSession) -> None:
    for _rebuilt in range(3):
        _rebuild(session)


def _with(**changes: object) -> Callable[[GameSession], None]:
    return lambda session: session.change_settings(replace(session.settings, **changes))  # type: ignore[arg-type]


def _grab(session: GameSession) -> None:
    if session.hand.held is not None:
        session.grab()
    session.hand.select(1)
    session.grab()


def _let_go(session: GameSession) -> None:
    if session.hand.held is not None:
        session.grab()


def _look(session: GameSession) -> None:
    session.toggle_peek()
    session.toggle_peek()


def _only_tells(_session: GameSession) -> None:
    """What a command does that changes nothing."""


PAIRS: tuple[tuple[str, Callable[[GameSession], object]], ...] = (
    ("", _rebuild),
    ("n", _rebuild),
    ("play 3", _play),
    ("phase", GameSession.next_phase),
    ("rewind 2", lambda session: session.step(-2)),
    ("start", lambda session: session.seek(0)),
    ("end", lambda session: session.seek(session.newest)),
    ("go 0", lambda session: session.seek(0)),
    ("volume 0,05", _with(learning_rate=0.05)),
    ("louder", lambda session: session.change_volume(1)),
    ("-", lambda session: session.change_volume(-1)),
    ("optimizer sgd", _with(optimizer="sgd", learning_rate=0.1)),
    ("echo 0.5", _with(momentum=0.5)),
    ("batch 2", _with(batch=2)),
    ("batch all", _with(batch=None)),
    ("loss huber", _with(loss="huber")),
    ("activation relu", _with(activation="relu")),
    ("hidden 4 5", _with(hidden=(4, 5))),
    ("seed 7", _with(seed=7)),
    ("new", GameSession.new_brain),
    ("chair stool", lambda session: session.change_chair(load_chair("stool"))),
    ("weight 3 0.5", lambda session: session.change_parameter(2, 0.5)),
    ("fork", GameSession.fork),
    ("branch", GameSession.switch_branch),
    ("undo", GameSession.undo),
    ("redo", GameSession.redo),
    ("grab A2", _grab),
    ("move 1 0 -2,5", lambda session: session.hand.move(1, 0, -2.5)),
    ("right", GameSession.put_right),
    ("drop", _let_go),
    ("peek", _look),
    ("peek A1", _look),
    ("parts", _only_tells),
    ("brain", _only_tells),
    ("settings", _only_tells),
    ("branches", _only_tells),
    ("history", _only_tells),
    ("language", _only_tells),
)


@given(st.lists(st.sampled_from(PAIRS), max_size=25))
@settings(max_examples=80)
def test_a_dialogue_reaches_what_the_session_s_commands_reach(
    pairs: list[tuple[str, Callable[[GameSession], object]]],
) -> None:
    spoken, driven = small_session(), small_session()
    talked([line for line, _do in pairs], session=spoken)
    for _line, do in pairs:
        do(driven)
    assert picture(spoken) == picture(driven)


# Streams


def _process(typed: bytes, *words: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *words], input=typed, capture_output=True, check=False, env={**os.environ, **environ}
    )


def test_the_end_of_the_input_is_a_goodbye() -> None:
    done = _process(b"n\n", TERM="dumb")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.splitlines()[-1].startswith(b"Goodbye. Epoch 0: ")
    assert b"\x1b" not in done.stdout
    assert b"> " not in done.stdout


def test_quit_reads_no_further() -> None:
    done = _process(b"quit\nn\n")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 4


def test_a_last_line_without_its_end_is_answered() -> None:
    assert b"Epoch 0. Build: " in _process(b"n").stdout


def test_bytes_that_are_no_text_are_a_mistake_like_any_other() -> None:
    done = _process(b"\xff\xfe\x00\nn\n", PYTHONIOENCODING="utf-8")
    assert done.returncode == 0
    assert b"is no command" in done.stdout
    assert b"Epoch 0. Build: " in done.stdout


@POSIX
def test_an_input_that_cannot_be_read_is_one_sentence() -> None:
    with open(os.devnull, "w") as only_for_writing:
        done = subprocess.run(COMMAND, stdin=only_for_writing, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("standard input: cannot be read (")
    assert done.stderr.count("\n") == 1


@POSIX
def test_a_closed_input_is_an_end() -> None:
    done = subprocess.run(["sh", "-c", '"$@" <&-', "sh", *COMMAND], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_every_answer_comes_before_the_next_question_and_a_reader_may_leave() -> None:
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin and process.stdout and process.stderr  # noqa: PT018
        opening = [process.stdout.readline() for _ in range(3)]
        process.stdin.write(b"n\n")
        process.stdin.flush()
        assert process.stdout.readline().startswith(b"Epoch 0. ")
        process.stdout.close()
        process.stdin.write(b"help\n")
        process.stdin.close()
        assert process.stderr.read() == b""
    assert all(opening)
    assert process.returncode == 0


@POSIX
@pytest.mark.parametrize("line", [b"", b"play 1000000\n"])
def test_ctrl_c_leaves_with_130(line: bytes) -> None:
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin and process.stdout and process.stderr  # noqa: PT018
        for _ in range(3):
            process.stdout.readline()
        process.stdin.write(line)
        process.stdin.flush()
        if line:
            process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        assert process.stderr.read() == b""
    assert process.returncode == 130


def test_a_name_with_a_space_is_quoted_as_a_shell_wants_it() -> None:
    [[answer]] = talked(["save my best"])
    assert answer == "Saved. chairgame replay 'my best' plays it again."


@POSIX
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, "end of input", "quit"])
@pytest.mark.parametrize(
    ("language", "go_on"),
    [("en", b"go on"), pytest.param("pl", "idź dalej".encode(), marks=pytest.mark.slow)],
)
def test_however_it_ends_the_next_one_can_go_on(
    ending: signal.Signals | str, language: str, go_on: bytes, tmp_path: Path
) -> None:
    environ = {**os.environ, "CHAIRGAME_HOME": str(tmp_path)}
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(COMMAND, **streams, env=environ) as process:  # type: ignore[call-overload]
        process.stdin.write(b"play 5\n" + b"quit\n" * (ending == "quit"))
        process.stdin.flush()
        while not (left := process.stdout.readline()).startswith(b"Epoch 4. "):
            assert left
        if isinstance(ending, signal.Signals):
            process.send_signal(ending)
        process.stdin.close()
        process.stdout.read()
        assert process.stderr.read() == b""
    assert process.returncode == (128 + ending if isinstance(ending, signal.Signals) else 0)
    done = _process(b"\n".join([go_on] * 2), "--chair", "throne", "--lang", language, CHAIRGAME_HOME=str(tmp_path))
    assert done.returncode == 0
    offered, resumed, no_more, goodbye = done.stdout.decode().splitlines()[3:]
    _ = Catalogue(language)
    assert go_on.decode() in offered
    assert resumed.startswith(_("Epoch {epoch}: {name}, {distance}.", epoch=4, name="", distance="")[:8])
    assert no_more == _("There is no earlier run to go on with.")
    assert goodbye.endswith(resumed)


def test_a_damaged_run_is_told_of_and_set_aside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("garbage")
    done = _process(b"go on\n", CHAIRGAME_HOME=str(tmp_path))
    assert b"damaged-autosave.run" in done.stderr
    assert b"There is no earlier run" in done.stdout
    assert os.listdir(tmp_path) == ["damaged-autosave.run"]


def test_a_terminal_gets_a_prompt_and_no_codes() -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    with subprocess.Popen(COMMAND, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        os.write(ours, b"n\n\x04")
        output = b""
        while chunk := _read(ours):
            output += chunk
    os.close(ours)
    assert process.returncode == 0
    assert output.count(b"> ") == 2
    assert b"Epoch 0. Build: " in output
    assert output.rstrip().splitlines()[-1].startswith(b"Goodbye.")
    assert b"\x1b" not in output


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that nobody holds the other end any more
        return b""


def test_it_loads_nothing_of_the_screens() -> None:
    code = (
        "import sys; from chairgame.cli.main import main; main(['lab', '--plain']);"
        "sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], input=b"n\nquit\n", capture_output=True, check=True)


def test_who_has_no_terminal_is_told_of_it() -> None:
    done = subprocess.run([*COMMAND[:3], "lab"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "chairgame lab --plain" in done.stderr
