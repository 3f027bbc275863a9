"""The benches of tokens and attention on the screen: every key does what its table says, in any look, at any size."""

from collections.abc import Awaitable, Callable
from itertools import product
from pathlib import Path
from random import Random
from typing import cast

import numpy as np
import pytest

from chairgame.game import places
from chairgame.game.words.attending import AttentionBench
from chairgame.game.words.desk import Desk, Wishes, desk_of_run
from chairgame.game.words.pointing import chance_of
from chairgame.game.words.tokens import TokenBench
from chairgame.graphics.cells.signs import width_of
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.training.runs import load_run
from chairgame.tui.keys import Key
from chairgame.tui.look import Look
from chairgame.tui.screens.help import HelpScreen
from chairgame.tui.screens.title import TitleScreen
from chairgame.tui.screens.words.attention import ATTENTION_KEYS, AttentionScreen
from chairgame.tui.screens.words.base import WordsScreen
from chairgame.tui.screens.words.brain import BrainScreen
from chairgame.tui.screens.words.tokens import TOKENS_KEYS, TokensScreen
from chairgame.tui.widgets.words_attention import AttentionPanel
from chairgame.tui.widgets.words_tokens import TokensPanel
from tests.tui.driving import Game, game
from tests.tui.snapshots import Snapshots
from tests.tui.test_words_mode import TEXTS, desk
from tests.words.texts import ALA_HAS

PAGE = 3
"""The sample that is long enough for a race."""
SIZES = [(80, 24), (120, 40)]
Deed = Callable[[Game, str], Awaitable[None]]


def at(bench: str, sample: int = PAGE, language: str = "en") -> places.Words:
    return places.Words(Desk.with_sample(sample, Catalogue(language), Wishes()), bench, has_way_back=True)


def tokens(g: Game) -> TokenBench:
    return cast(TokensScreen, g.screen).bench


def attention(g: Game) -> AttentionBench:
    return cast(AttentionScreen, g.screen).bench


def merges(g: Game) -> int:
    return len(tokens(g).merging.done)


async def learn(g: Game) -> None:
    """Until it knows who has what."""
    await g.press("end")
    while attention(g).runs:
        await g.pass_time(0.1)


# Tokens


async def merge_on(g: Game, key: str) -> None:
    await g.press(key)
    await g.pass_time(1.0)
    assert 7 <= merges(g) <= 10
    await g.press(key)
    done = merges(g)
    await g.pass_time(1.0)
    assert merges(g) == done


async def merge_one(g: Game, key: str) -> None:
    await g.press(key, key)
    assert merges(g) == 2
    assert "merge 2" in g.text()


async def take_back(g: Game, key: str) -> None:
    await g.press("n", "n", key)
    assert merges(g) == 1


async def to_start(g: Game, key: str) -> None:
    await g.press("n", "n", key)
    assert merges(g) == 0


async def hurry(g: Game, key: str) -> None:
    await g.press(key)
    while tokens(g).runs:
        await g.pass_time(0.1)
    assert merges(g) == 400 or tokens(g).is_at_end


def merge_speed(steps: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press(key, "space")
        await g.pass_time(1.0)
        assert (merges(g) > 20) is (steps > 0)
        assert (merges(g) < 5) is (steps < 0)

    return deed


def choose(rows: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press("down", "down", key)
        assert tokens(g).cursor == 2 + rows

    return deed


async def merge_chosen(g: Game, key: str) -> None:
    await g.press("down")
    pair = tokens(g).pairs[1]
    await g.press(key)
    assert tokens(g).last is not None
    assert tokens(g).last.pair == pair


async def race(g: Game, key: str) -> None:
    await g.press(key)
    assert "race: merge 0 of 12" in g.text()
    counts = [str(tokens(g).race.merging.count_of(pair)) for pair in tokens(g).pairs]
    assert not any(f"  {count} " in row for count in counts for row in g.text().splitlines()[4:9])
    for _ in range(12):
        await g.press("enter")
    assert "saved:" in g.text()
    assert "what the machine saved" in g.row_of("news")
    await g.press("escape")
    assert tokens(g).race is None
    assert isinstance(g.screen, TokensScreen)


async def learn_on_tokens(g: Game, key: str) -> None:
    await g.press(*["n"] * 9, key)
    assert isinstance(g.screen, BrainScreen)
    assert g.screen.bench.reading.merges == 9


async def another_word(g: Game, key: str) -> None:
    await g.press(key, *"quirky", "backspace", "enter")
    assert tokens(g).word == "quirk"
    assert "·|q|u|i|r|k|" in g.text()
    await g.press(key, *"xyz", "escape")
    assert tokens(g).word == "quirk"


async def sample(g: Game, key: str) -> None:
    before = tokens(g)
    await g.press(key)
    assert tokens(g) is not before


# Attention


async def learn_on(g: Game, key: str) -> None:
    await g.press(key)
    await g.pass_time(0.3)
    assert 5 <= attention(g).epoch <= 12
    await g.press(key)
    step = attention(g).epoch
    await g.pass_time(0.3)
    assert attention(g).epoch == step


async def one_step(g: Game, key: str) -> None:
    await g.press(key, key)
    assert attention(g).epoch == 2
    assert "step 2" in g.text()


def step(steps: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press("n", "n", "n", "comma", "comma", key)
        assert attention(g).epoch == 1 + steps

    return deed


async def rewind(g: Game, key: str) -> None:
    await g.press("n", "n", key)
    assert (attention(g).epoch, attention(g).history.newest) == (0, 2)


async def until_it_knows(g: Game, key: str) -> None:
    await learn(g)
    assert attention(g).has_learned
    assert "it knows who has what" in g.row_of("news")


def learning_speed(steps: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press(key, "space")
        await g.pass_time(0.4)
        assert (attention(g).epoch > 20) is (steps > 0)
        assert (attention(g).epoch < 6) is (steps < 0)

    return deed


def ask(facts: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press(key)
        name = ("Ann", "Ben", "Eve")[1 + facts]
        assert f"{name} has → ?" in g.text()

    return deed


def facts(more: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press(key)
        assert len(attention(g).view.text) == 14 + 4 * more

    return deed


async def fresh_text(g: Game, key: str) -> None:
    before = attention(g).view.text
    await g.press(key)
    assert attention(g).view.text != before


async def point(g: Game, key: str) -> None:
    await g.press(key)
    assert "does not know yet" in g.row_of("news")
    await learn(g)
    await g.press(key)
    assert "Where will it look most?" in g.row_of("news")
    for number in range(5):
        assert f"text {number + 1} of 5" in g.text()
        await g.press(*["down"] * attention(g).view.answer_at, "enter")
        assert "█" in g.text().splitlines()[attention(g).view.looked_at + 3][:30]
        if number < 4:
            await g.press("enter")
    assert "of 5 right" in g.text()
    assert str(round(1 / chance_of(4, 14))) in g.text()  # so many games it takes by chance
    await g.press("escape")
    assert isinstance(g.screen, AttentionScreen)
    assert attention(g).game is None


def point_at(places_: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await learn(g)
        await g.press("b", "down", "down", key)
        assert attention(g).game.pointer == 2 + places_

    return deed


async def head_off(g: Game, key: str) -> None:
    await learn(g)
    await g.press(key)
    assert "head off" in g.text()
    assert attention(g).share < 0.3
    await g.press(key)
    assert attention(g).share > 0.95


def volume(steps: int) -> Deed:
    async def deed(g: Game, key: str) -> None:
        await g.press(key)
        assert (attention(g).brains.volume > 0.02) is (steps > 0)
        assert f"volume {attention(g).brains.volume:g}" in g.text()

    return deed


async def new_brain(g: Game, key: str) -> None:
    await g.press("n", key)
    assert (attention(g).epoch, attention(g).history.first_settings.seed) == (0, 1)


async def fork(g: Game, key: str) -> None:
    await g.press("n", "n", "comma", key)
    assert "branch B" in g.text()


async def switch(g: Game, key: str) -> None:
    await g.press("n", "f", "n", key)
    assert (attention(g).brains.branch.name, attention(g).epoch) == ("A", 1)


async def undo(g: Game, key: str) -> None:
    await g.press("plus", key)
    assert attention(g).brains.volume == 0.02
    assert "Undone" in g.row_of("news")


async def other_names(g: Game, key: str) -> None:
    await g.press(key)
    assert "Ann Ben Eve" in g.row_of("news")
    await g.press("enter")
    assert attention(g).is_renamed
    await g.press(key, *["backspace"] * 12, "enter")
    assert "Sixteen different words" in g.row_of("news")
    await g.press(key, *["backspace"] * 6, *"dogma ", "enter")
    assert "dogma" in attention(g).facts.things
    await g.press("l")
    assert "dogma" in attention(g).facts.things


async def save(g: Game, key: str) -> None:
    await g.press("n", key)
    (file,) = Path(g.app.options.home).rglob("*.run")
    assert load_run(file).about == attention(g).facts
    assert file.stem in g.row_of("news")


# Both


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


BOTH = {"back": back, "leave": leave, "help": help_page}
TOKEN_DEEDS: dict[str, Deed] = {
    "tell('toggle_play')": merge_on,
    "tell('merge_next')": merge_one,
    "tell('take_back')": take_back,
    "erase": take_back,
    "tell('to_start')": to_start,
    "tell('hurry')": hurry,
    "tell('change_speed', -1)": merge_speed(-1),
    "tell('change_speed', 1)": merge_speed(1),
    "tell('choose', -1)": choose(-1),
    "tell('choose', 1)": choose(1),
    "enter": merge_chosen,
    "tell('begin_race')": race,
    "learn": learn_on_tokens,
    "type_text": another_word,
    "sample": sample,
    **BOTH,
}
ATTENTION_DEEDS: dict[str, Deed] = {
    "tell('toggle_play')": learn_on,
    "tell('next_step')": one_step,
    "tell('step', -1)": step(-1),
    "tell('step', 1)": step(1),
    "tell('seek', 0)": rewind,
    "tell('hurry')": until_it_knows,
    "tell('change_speed', -1)": learning_speed(-1),
    "tell('change_speed', 1)": learning_speed(1),
    "tell('texts.ask_another', -1)": ask(-1),
    "tell('texts.ask_another', 1)": ask(1),
    "tell('texts.change_facts', -1)": facts(-1),
    "tell('texts.change_facts', 1)": facts(1),
    "enter": fresh_text,
    "tell('begin_game')": point,
    "tell('point', -1)": point_at(-1),
    "tell('point', 1)": point_at(1),
    "tell('switch_head')": head_off,
    "tell('change_volume', 1)": volume(1),
    "tell('change_volume', -1)": volume(-1),
    "tell('new_brain')": new_brain,
    "tell('fork')": fork,
    "tell('switch_branch')": switch,
    "tell('undo')": undo,
    "erase": undo,
    "type_text": other_names,
    "save": save,
    **BOTH,
}


@pytest.mark.parametrize("key", TOKENS_KEYS, ids=lambda key: key.action)
async def test_a_key_of_the_token_bench_does_what_the_table_says(key: Key) -> None:
    deed = TOKEN_DEEDS.get(key.action, stays)
    for name in key.keys.split(","):
        async with game((100, 30), place=at("tokens")) as g:
            await deed(g, name)


@pytest.mark.parametrize("key", ATTENTION_KEYS, ids=lambda key: key.action)
async def test_a_key_of_the_attention_bench_does_what_the_table_says(key: Key, tmp_path: Path) -> None:
    deed = ATTENTION_DEEDS.get(key.action, stays)
    for name in key.keys.split(","):
        async with game((100, 30), place=at("attention"), home=tmp_path / name) as g:
            await deed(g, name)


@pytest.mark.parametrize("name", TEXTS)
async def test_a_text_in_any_writing_is_cut_and_every_row_is_as_wide_as_the_screen(name: str) -> None:
    async with game((80, 24), place=places.Words(desk(TEXTS[name]), "tokens")) as g:
        await g.press(*["n"] * 4)
        assert all(width_of(line) == 80 for line in g.text().splitlines())


async def test_benches_are_as_they_were_left_and_names_are_those_of_the_language() -> None:
    async with game((100, 30), place=at("tokens")) as g:
        await g.press("n", "n", "3", "n", "n", "n", "2")
        assert merges(g) == 2
        await g.press("tab", "l")
        assert attention(g).epoch == 3
        assert "Ola ma → ?" in g.text()


async def test_in_the_game_the_answer_is_not_given_away() -> None:
    async with game((80, 24), place=at("attention")) as g:
        await learn(g)
        await g.press("b")
        text = g.text()
        assert "✓" not in text
        assert "◂" not in text
        keys = g.row_of("keys")
        assert "Enter it looks" in keys
        assert "fresh text" not in keys


async def test_a_saved_run_is_lived_through_again_and_gone_on_with(tmp_path: Path) -> None:
    async with game((80, 24), place=at("attention"), home=tmp_path) as g:
        await g.press("n", "n", "plus", "n", "S")
        weights = attention(g).view.weights
        (file,) = tmp_path.rglob("*.run")
    async with game((80, 24), place=places.Words(desk_of_run(load_run(file)), "attention")) as g:
        while attention(g).runs:
            await g.pass_time(0.1)
        assert (attention(g).epoch, attention(g).brains.volume) == (3, 0.03)
        assert np.array_equal(attention(g).view.weights, weights)
        assert attention(g).facts.names[0] == "Ann"
        await g.press("n")
        assert attention(g).epoch == 4


@pytest.mark.parametrize("bench", ["tokens", "attention"])
@pytest.mark.parametrize(
    ("depth", "glyphs", "language"),
    [
        (ColourDepth.TRUECOLOR, GlyphSet.BLOCKS, "pl"),
        (ColourDepth.NONE, GlyphSet.ASCII, "pl"),
        (ColourDepth.SIXTEEN, GlyphSet.ASCII, "en"),
    ],
)
async def test_it_is_whole_in_every_look(bench: str, depth: ColourDepth, glyphs: GlyphSet, language: str) -> None:
    place = at(bench, language=language)
    async with game((80, 24), place=place, language=language, depth=depth, glyphs=glyphs) as g:
        for keys in (["n", "n"], ["r", "enter"], ["right_square_bracket"] * 5, ["0"]):
            await g.press(*keys)
            text = g.text()
            assert text.isascii() or glyphs is not GlyphSet.ASCII
            assert all(width_of(line) == 80 for line in text.splitlines())


@pytest.mark.parametrize(("size", "language"), list(product(SIZES, LANGUAGES)))
async def test_snapshots_of_tokens(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    async with game(size, place=at("tokens", 0, language), language=language) as g:
        await g.press("n", "n", "down")
        await snapshot(g, "words-tokens-sentence")
    async with game(size, place=at("tokens", 2, language), language=language) as g:
        await g.press(*["n"] * 12)
        await snapshot(g, "words-tokens-merged")
        await g.press("r", "down", "enter")
        await snapshot(g, "words-tokens-race")


@pytest.mark.parametrize(("size", "language"), list(product(SIZES, LANGUAGES)))
async def test_snapshots_of_attention(size: tuple[int, int], language: str, snapshot: Snapshots) -> None:
    async with game(size, place=at("attention", 0, language), language=language) as g:
        await snapshot(g, "words-attention-newborn")
        await learn(g)
        await snapshot(g, "words-attention-knows")
        await g.press(*["right_square_bracket"] * 5)
        await snapshot(g, "words-attention-eight")
        await g.press("b", *["down"] * 6)
        await snapshot(g, "words-attention-pointing")


BENCH_KEYS = {"tokens": TOKENS_KEYS, "attention": ATTENTION_KEYS}


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 8))])
async def test_no_sequence_of_keys_at_any_size_breaks_it(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    name = list(BENCH_KEYS)[seed % 2]
    keys = [
        pressed
        for key in BENCH_KEYS[name]
        if key.action not in ("leave", "back", "help")
        for pressed in key.keys.split(",")
    ]
    async with game((80, 24), place=at(name, random.randrange(4)), home=tmp_path) as g:
        for _ in range(80):
            await g.press(random.choice(keys))
            if random.random() < 0.1:
                await g.pass_time(random.random())
            if random.random() < 0.05:
                await g.pilot.resize_terminal(random.randint(20, 140), random.randint(8, 50))
        assert g.app.return_value is None


def test_the_panels_are_painted_in_any_size_at_any_stage() -> None:
    look = Look(ColourDepth.TRUECOLOR, GlyphSet.BLOCKS, "pl")
    brain = AttentionBench(ALA_HAS)
    text = TokenBench("Ala ma kota a kot ma Alę to jest tekst " * 9, "to be or not to be", "kot")
    brain.hurry()
    while brain.runs:
        brain.tick(0.0, lambda: True)
    for stage in (None, (brain.begin_game, text.begin_race), (brain.enter, text.merge_chosen)):
        for command in stage or ():
            for _ in range(12):
                command()
        for height, width in product((0, 1, 7, 21), (0, 3, 20, 60, 110)):
            for panel in (AttentionPanel(brain, look), TokensPanel(text, look)):
                cells = panel.paint(height, width)
                assert (cells.height, cells.width) == (height, width)
