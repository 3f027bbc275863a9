"""The postcard: three epochs of the run, their names and figures, the command; in every width, colour and language."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chairgame.game.naming.names import monster_name
from chairgame.game.session.rebuild import rebuild_of
from chairgame.game.sitting.outcome import GRANDMOTHER, HIPPOPOTAMUS, Sitter
from chairgame.game.sitting.sit_test import best_sitter
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.film.postcard import (
    HIGHEST,
    LEAST_EPOCHS,
    NARROWEST,
    WIDEST,
    draw_postcard,
    is_worth_a_postcard,
    postcard_of,
    three_epochs,
)
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import Catalogue
from tests.graphics.film.films import history
from tests.graphics.soundness import Terminal, assert_sound, terminals

COMMAND = "chairgame replay autosave"
RUN = history(30)


def card(width: int, terminal: Terminal, language: str = "en", command: str = COMMAND) -> Cells:
    _ = Catalogue(language)
    return draw_postcard(postcard_of(RUN, _, command), width, terminal.theme, terminal.depth, terminal.glyphs, _)


TRUE = Terminal(ColourDepth.TRUECOLOR, GlyphSet.BLOCKS)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 250), terminals, st.sampled_from(["en", "pl"]))
def test_it_fits_every_terminal(width: int, terminal: Terminal, language: str) -> None:
    cells = card(width, terminal, language)
    assert cells.height <= HIGHEST <= 24
    assert cells.width == max(NARROWEST, min(width, WIDEST)) <= 80
    assert_sound(cells, cells.height, cells.width, terminal)
    text = "\n".join(cells.lines())
    assert f"{30}" in text
    assert COMMAND in text if width >= len(COMMAND) + 4 else COMMAND[:10] in text


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("glyphs", [GlyphSet.BLOCKS, GlyphSet.ASCII])
def test_all_three_are_named_with_their_epochs_and_distances(language: str, glyphs: GlyphSet) -> None:
    _ = Catalogue(language)
    cells = card(80, Terminal(ColourDepth.NONE, glyphs), language)
    text = " ".join("\n".join(cells.lines()).split())
    shots = postcard_of(RUN, _).snapshots
    assert [shot.epoch for shot in shots] == list(three_epochs(np.array([row.distance_cm for row in RUN.rows])))
    for shot in shots:
        rebuild = rebuild_of(RUN, shot.epoch)
        assert shot.name == monster_name(RUN.chair, rebuild.poses, rebuild.measurement.part_distances_cm, _)
        figures = f"{_('epoch {epoch}', epoch=shot.epoch)} · {_.number(RUN.rows[shot.epoch].distance_cm or 0, 1)} cm"
        assert (figures if glyphs is GlyphSet.BLOCKS else figures.replace("·", ".")) in text
        if glyphs is GlyphSet.BLOCKS:
            assert all(word in text for word in shot.name.split())


def test_the_three_pictures_differ_and_each_shows_something() -> None:
    cells = card(80, TRUE)
    pictures = [cells.background[2:14, 2 + 26 * i : 26 + 26 * i] for i in range(3)]
    assert all(len(np.unique(picture)) > 20 for picture in pictures)
    assert (pictures[0] != pictures[1]).any()
    assert (pictures[1] != pictures[2]).any()


def test_a_narrow_card_has_fewer_pictures_and_never_smaller_ones() -> None:
    def epochs(width: int) -> int:
        return "\n".join(card(width, TRUE).lines()).count("epoch ")

    assert [epochs(width) for width in (80, 60, 50, 40, 34, 33, 24)] == [3, 3, 3, 2, 2, 1, 1]


def test_without_a_command_none_is_promised() -> None:
    text = "\n".join(card(80, TRUE, command="").lines())
    assert "replay" not in text
    assert "again" not in text


@given(st.lists(st.floats(0.01, 1e4) | st.just(np.nan), min_size=1, max_size=60))
def test_the_three_epochs_are_the_first_a_middle_and_the_last(distances: list[float]) -> None:
    epochs = three_epochs(np.array(distances))
    assert len(epochs) == min(3, len(distances))
    assert list(epochs) == sorted(set(epochs))
    assert epochs[0] == 0
    assert epochs[-1] == len(distances) - 1


def test_the_middle_one_is_halfway_as_a_ratio() -> None:
    assert three_epochs(np.array([100.0, 50.0, 26.0, 24.0, 10.0, 4.0])) == (0, 4, 5)
    assert three_epochs(np.array([100.0, 9.0, 5.0, 1.0])) == (0, 1, 3)
    assert three_epochs(np.array([1.0, 2.0, 3.0, 4.0, 5.0])) == (0, 2, 4)


def test_a_burned_out_run_has_its_card() -> None:
    run, _ = history(60, optimizer="sgd", learning_rate=50.0), Catalogue("en")
    assert run.burned_out
    shots = postcard_of(run, _).snapshots
    assert shots[-1].name == "Puff of Smoke"
    draw_postcard(postcard_of(run, _), 80, TRUE.theme, TRUE.depth, TRUE.glyphs, _)


@pytest.mark.parametrize("epochs", [0, 1, LEAST_EPOCHS - 1, LEAST_EPOCHS])
def test_a_short_run_has_nothing_to_show(epochs: int) -> None:
    assert is_worth_a_postcard(history(epochs)) == (epochs >= LEAST_EPOCHS)


def test_on_the_last_picture_sits_the_guest_or_whoever_can() -> None:
    run, _ = history(120, "kitchen", hidden=(24, 24), seed=3), Catalogue("en")

    def sitters(guest: Sitter | None) -> list[str]:
        tests = [shot.sitting for shot in postcard_of(run, _, "", guest).snapshots]
        return ["" if test is None else test.sitter.name for test in tests]

    assert best_sitter(run.chair, postcard_of(run, _).snapshots[-1].poses) is HIPPOPOTAMUS
    assert sitters(None) == ["", "", HIPPOPOTAMUS.name]
    assert sitters(GRANDMOTHER) == ["", "", GRANDMOTHER.name]
    assert postcard_of(RUN, _, "", GRANDMOTHER).snapshots[0].sitting is None
