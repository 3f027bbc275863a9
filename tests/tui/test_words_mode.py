"""Words mode on the screen: every key of the first bench does what its table says, whatever the text is written in."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from typing import cast

import pytest

from chairgame.game import places
from chairgame.game.words.brain import BrainBench
from chairgame.game.words.desk import Desk, Wishes, desk_of_run
from chairgame.game.words.saying import TEMPERATURES, recital
from chairgame.game.words.source import typed_text
from chairgame.graphics.cells.signs import width_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.training.runs import load_run
from chairgame.tui.keys import Key
from chairgame.tui.screens.help import HelpScreen
from chairgame.tui.screens.title import TitleScreen
from chairgame.tui.screens.words.base import WordsScreen
from chairgame.tui.screens.words.brain import BrainScreen
from chairgame.tui.screens.words.keys import BRAIN_KEYS
from tests.tui.driving import FRAME, Game, game

ALA = "Ala ma kota a kot ma Alę"
TEXTS = {
    "polish": ALA,
    "english": "to be or not to be, that is the question",
    "ukrainian": "Аліса має кота, а кіт має Алісу",
    "chinese": "我爱北京天安门，天安门上太阳升",
    "emoji": "👩\u200d🚀 ma 🐕 , 🇵🇱 ma 👍🏽 ❤\ufe0f",
    "arabic": "أحب القطط والقطط تحب النوم",
    "hebrew": "שָׁלוֹם עולם שלום לכולם",
    "hindi": "बिल्ली मेरी है मेरी बिल्ली",
}
Deed = Callable[[Game, str], Awaitable[None]]


def desk(text: str = ALA, **wishes: object) -> Desk:
    return Desk(typed_text(text), Wishes(**wishes))


def at_bench(text: str = ALA, **wishes: object) -> places.Words:
    return places.Words(desk(text, **wishes))


def bench_of(g: Game) -> BrainBench:
    return cast(BrainScreen, g.screen).bench


async def play(g: Game, key: str) -> None:
    await g.press(key)
    await g.pass_time(1.0)
    assert 6 <= bench_of(g).epoch <= 10
    await g.press(key)
    epoch = bench_of(g).epoch
    await g.pass_time(1.0)
    assert bench_of(g).epoch == epoch


async def next_epoch(g: Game, key: str) -> None:
    await g.press(key, key)
    assert bench_of(g).epoch == bench_of(g).history.newest == 2
    assert "epoch 2" in g.text()


def step(epochs: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press("n", "n", "n", "comma", "comma", key)
        assert bench_of(g).epoch == 1 + epochs
        assert bench_of(g).history.newest == 3

    return deed


async def rewind(g: Game, key: str) -> None:
    await g.press("n", "n", key)
    assert bench_of(g).epoch == 0


async def to_newest(g: Game, key: str) -> None:
    await g.press("n", "n", "home", key)
    assert bench_of(g).epoch == 2


def faster(steps: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press(key, "space")
        await g.pass_time(1.0)
        assert (bench_of(g).epoch > 15) is (steps > 0)
        assert (bench_of(g).epoch < 4) is (steps < 0)

    return deed


def move(places_: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press("right", "right", key)
        assert bench_of(g).gaze.place == 3 + places_

    return deed


def choose(rows: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press("down", "down", key)
        assert bench_of(g).gaze.chosen == 2 + rows

    return deed


async def wires(g: Game, key: str) -> None:
    await g.press("n", "n", key)
    assert "neuron × wire" in g.text()
    await g.press(key)
    assert "neuron × wire" not in g.text()


def volume(steps: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        before = bench_of(g).settings.learning_rate
        await g.press("n", key)
        after = bench_of(g).settings.learning_rate
        assert (after > before) is (steps > 0)
        assert f"{after:g}" in g.text()

    return deed


def widen(words: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press("n", key)
        assert bench_of(g).reading.window == 3 + words
        assert bench_of(g).epoch == 0
        assert "Certain questions" in g.row_of("news")

    return deed


async def new_brain(g: Game, key: str) -> None:
    await g.press("n", key)
    assert bench_of(g).history.first_settings.seed == 1
    assert bench_of(g).epoch == 0


async def fork(g: Game, key: str) -> None:
    await g.press("n", "n", "comma", key, "n", "n")
    assert [branch.name for branch in bench_of(g).branches] == ["A", "B"]
    assert "branch B" in g.text()


async def switch(g: Game, key: str) -> None:
    await g.press("n", "f", "n", "n", key)
    assert (bench_of(g).branch.name, bench_of(g).epoch) == ("A", 1)


async def undo(g: Game, key: str) -> None:
    await g.press("n", "plus", key)
    assert bench_of(g).settings.learning_rate == 0.05
    assert "Undone" in g.row_of("news")


async def say_word(g: Game, key: str) -> None:
    await g.press(key, key)
    assert len(bench_of(g).speaker.said) == 3
    assert bench_of(g).reading.spelled(bench_of(g).speaker.said) in g.text()


async def go_on_saying(g: Game, key: str) -> None:
    await g.press(key)
    await g.pass_time(1.0)
    assert 3 <= len(bench_of(g).speaker.said) <= 6
    await g.pass_time(5.0)
    assert len(bench_of(g).speaker.said) == 7
    assert not bench_of(g).runs


def heat(steps: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press(key)
        assert bench_of(g).speaker.temperature == TEMPERATURES[4 + steps]

    return deed


async def type_text(g: Game, key: str) -> None:
    await g.press(key, *"kot ma psa", "backspace", "enter")
    assert bench_of(g).reading.content == "kot ma ps"
    await g.press(key, *"kot", "enter")
    assert "One word has no next word." in g.row_of("news")
    assert bench_of(g).reading.content == "kot ma ps"
    await g.press(key, *"qlKT")
    assert "Enter done" in g.row_of("keys")
    assert "wires" not in g.row_of("keys")
    await g.press("escape")
    assert g.app.return_value is None
    assert bench_of(g).reading.content == "kot ma ps"


async def sample(g: Game, key: str) -> None:
    seen = []
    for _ in range(4):
        await g.press(key)
        seen.append(cast(WordsScreen, g.screen).desk.sample.name)
    assert seen == ["Ala ma kota", "who has what", "who bought what", "what this game says"]


async def save(g: Game, key: str) -> None:
    await g.press("n", key)
    assert "chairgame replay words-0-1" in g.row_of("news")
    assert [file.name for file in Path(g.app.options.home).rglob("*.run")] == ["words-0-1.run"]


async def postcard(g: Game, key: str) -> None:
    await g.press("n", "n", "n", key)
    assert "Postcard" in g.row_of("news")
    (text,) = Path(g.app.options.home).rglob("postcards/*.txt")
    card = text.read_text(encoding="utf-8")
    assert "epoch 0" in card
    assert "epoch 3" in card
    assert "chairgame replay words-0-3" in card


async def go_on(g: Game, key: str) -> None:
    await g.press(key)
    assert "no earlier text" in g.row_of("news")


async def stays(g: Game, key: str) -> None:
    await g.press(key)
    assert isinstance(g.screen, WordsScreen)


async def back(g: Game, key: str) -> None:
    await g.press(key)
    assert isinstance(g.screen, TitleScreen)


async def leave(g: Game, key: str) -> None:
    await g.press("space", key)
    assert g.app.return_value == 0


async def help_page(g: Game, key: str) -> None:
    await g.press("space", key)
    assert isinstance(g.screen, HelpScreen)
    await g.press("escape")
    assert not bench_of(g).playing


DEEDS: dict[str, Deed] = {
    "play": play,
    "tell('next_epoch')": next_epoch,
    "step(-1)": step(-1),
    "step(1)": step(1),
    "tell('seek', 0)": rewind,
    "to_newest": to_newest,
    "tell('change_speed', -1)": faster(-1),
    "tell('change_speed', 1)": faster(1),
    "tell('gaze.move', -1)": move(-1),
    "tell('gaze.move', 1)": move(1),
    "tell('gaze.choose', -1)": choose(-1),
    "tell('gaze.choose', 1)": choose(1),
    "enter": wires,
    "tell('change_volume', 1)": volume(1),
    "tell('change_volume', -1)": volume(-1),
    "tell('widen', -1)": widen(-1),
    "tell('widen', 1)": widen(1),
    "tell('new_brain')": new_brain,
    "tell('fork')": fork,
    "tell('switch_branch')": switch,
    "tell('undo')": undo,
    "erase": undo,
    "tell('say_word')": say_word,
    "tell('speaker.toggle')": go_on_saying,
    "tell('speaker.change_temperature', 1)": heat(1),
    "tell('speaker.change_temperature', -1)": heat(-1),
    "type_text": type_text,
    "sample": sample,
    "go_on": go_on,
    "save": save,
    "postcard": postcard,
    "back": back,
    "leave": leave,
    "help": help_page,
}


@pytest.mark.parametrize("key", BRAIN_KEYS, ids=lambda key: key.action)
async def test_a_key_of_the_brain_bench_does_what_the_table_says(key: Key, tmp_path: Path) -> None:
    deed = DEEDS.get(key.action, stays)
    for name in key.keys.split(","):
        place = places.Words(desk(), has_way_back=True)
        async with game((100, 30), place=place, home=tmp_path / name) as g:
            await deed(g, name)


@pytest.mark.parametrize("name", TEXTS)
async def test_a_text_in_any_writing_is_shown_whole_and_learned(name: str) -> None:
    size = (80, 24)
    async with game(size, place=at_bench(TEXTS[name])) as g:
        bench = bench_of(g)
        for _ in range(60):
            bench.next_epoch()
        await g.press("n")
        assert bench.row.score == 1.0
        words = bench.reading.words
        assert recital(bench.history, bench.state) == bench.reading.spelled(bench.reading.numbers.tolist())
        lines = g.text().splitlines()
        assert all(width_of(line) == size[0] for line in lines)
        assert all(word in lines[2] for word in words[:4])


@pytest.mark.parametrize("depth", [ColourDepth.TRUECOLOR, ColourDepth.SIXTEEN, ColourDepth.NONE])
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
@pytest.mark.parametrize("language", ["en", "pl"])
async def test_it_is_whole_in_every_look(depth: ColourDepth, glyphs: GlyphSet, language: str) -> None:
    async with game((80, 24), place=at_bench(), language=language, depth=depth, glyphs=glyphs) as g:
        await g.press("n", "n", "n", "g", "g")
        text = g.text()
        assert "ma" in text
        assert text.isascii() or glyphs is not GlyphSet.ASCII
        certain = {"en": "certain 100 %", "pl": "pewne 100 %"}[language]
        assert certain in text


async def test_a_window_of_one_word_cannot_see_far_and_says_so() -> None:
    async with game((100, 30), place=at_bench(window=1)) as g:
        await g.press(*["n"] * 3, "right", "left")
        assert "Certain questions: 4 of 6" in g.row_of("news")
        assert "certain 67 %" in g.text()


async def test_by_heart_is_told_once() -> None:
    async with game((100, 30), place=at_bench()) as g:
        for _ in range(40):
            await g.press("n")
            if "By heart" in g.row_of("news"):
                break
        assert bench_of(g).row.score == 1.0
        await g.press("n")
        assert "By heart" not in g.row_of("news")


async def test_what_was_learned_is_kept_on_leaving_and_gone_on_with(tmp_path: Path) -> None:
    async with game((100, 30), place=at_bench("kot ma psa a pies kota"), home=tmp_path) as g:
        await g.press("n", "n", "plus", "n", "q")
    async with game((100, 30), place=places.Words(), home=tmp_path) as g:
        while bench_of(g).runs:  # what was kept is read beside the screen
            await g.pass_time(FRAME)
        assert "kot ma psa a pies kota, epoch 3" in g.row_of("news")
        await g.press("r")
        assert bench_of(g).reading.content == "kot ma psa a pies kota"
        assert bench_of(g).epoch == bench_of(g).history.newest == 3
        assert "kot ma psa" in g.row_of("title")
        await g.press("n")
        assert bench_of(g).epoch == 4


async def test_a_saved_run_is_played_from_its_beginning(tmp_path: Path) -> None:
    async with game((100, 30), place=at_bench(), home=tmp_path) as g:
        await g.press(*["n"] * 5, "S")
    run = load_run(next(tmp_path.rglob("words-0-5.run")))
    async with game((100, 30), place=places.Words(desk_of_run(run)), home=tmp_path) as g:
        assert bench_of(g).history.newest == 5
        await g.pass_time(0.3)
        assert 1 <= bench_of(g).epoch <= 4
        await g.press("space", "end")
        assert bench_of(g).epoch == 5


async def test_the_bench_is_as_it_was_left() -> None:
    async with game((100, 30), place=places.Words(desk(), has_way_back=True)) as g:
        await g.press("n", "n", "escape", "w")
        assert isinstance(g.screen, BrainScreen)
        assert bench_of(g).epoch == 2


KEYS = [name for key in BRAIN_KEYS if key.action not in ("leave", "back", "help") for name in key.keys.split(",")]


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 12))])
async def test_no_sequence_of_keys_at_any_size_breaks_it(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    async with game((80, 24), place=at_bench(TEXTS[random.choice(list(TEXTS))]), home=tmp_path) as g:
        for _ in range(50):
            await g.press(random.choice(KEYS))
            if random.random() < 0.1:
                await g.pass_time(random.random())
            if random.random() < 0.05:
                await g.pilot.resize_terminal(random.randint(20, 140), random.randint(8, 50))
        assert g.app.return_value is None
