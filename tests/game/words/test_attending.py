"""The bench of attention: it learns with time, shows any step again, and its game is played on what it really does."""

import numpy as np
import pytest

from chairgame.game.session.limits import Limits
from chairgame.game.words.attending import AttentionBench
from chairgame.game.words.facts_words import as_typed, facts_in, facts_typed
from chairgame.neural.attention import Looks
from chairgame.text.catalogue import LANGUAGES, Catalogue
from chairgame.training.runs import run_of
from tests.words.texts import ALA_HAS


def always() -> bool:
    return True


def bench(seed: int = 0) -> AttentionBench:
    return AttentionBench(ALA_HAS, seed)


def learned(seed: int = 0) -> AttentionBench:
    found = bench(seed)
    found.hurry()
    while found.runs:
        found.tick(0.0, always)
    return found


def told(found: AttentionBench) -> str:
    return "" if found.news is None else found.news.sentence(Catalogue("en"))


def test_a_newborn_is_asked_for_ola_and_looks_everywhere_alike():
    view = bench().view
    assert " ".join(ALA_HAS.words[number] for number in view.text) == "Ala ma kota . Ola ma psa . Ewa ma konia . Ola ma"
    assert ALA_HAS.words[view.right] == "psa"
    assert view.weights.max() < 2 / len(view.text)
    assert view.weights.sum() == pytest.approx(1)
    assert view.answers.sum() == pytest.approx(1)


def test_it_learns_with_time_and_holds_when_it_knows():
    found = bench()
    found.toggle_play()
    found.tick(0.5, always)
    assert found.epoch == 16  # one at once, then thirty a second
    for _ in range(100):
        found.tick(0.2, always)
    assert not found.playing
    assert found.has_learned
    assert "it knows who has what" in told(found)
    assert found.view.looked_at == 6
    assert ALA_HAS.words[int(found.view.answers.argmax())] == "psa"
    assert found.share >= 0.97
    assert 0.15 < found.share_of(Looks.EVENLY) < 0.35
    assert 0.07 < found.share_of(Looks.NOWHERE) < 0.2


def test_learning_ends_between_two_steps_when_a_frame_is_over():
    found = bench()
    found.toggle_play()
    assert found.tick(1.0, lambda: False)
    assert found.epoch == 1


def test_any_step_is_seen_again_as_it_was():
    found = bench()
    found.toggle_play()
    weights = {}
    for _ in range(4):
        found.next_step()
        weights[found.epoch] = found.view.weights
    found.step(-2)
    assert found.epoch == 2
    assert np.array_equal(found.view.weights, weights[2])
    found.seek(0)
    found.hurry()
    assert found.epoch == found.history.newest == 4
    found.seek(1)
    found.next_step()
    assert (found.epoch, found.history.newest) == (2, 4)


def test_the_head_off_is_chance():
    found = learned()
    found.switch_head()
    assert found.share < 0.3
    assert "Head off" in told(found)
    found.switch_head()
    assert found.share >= 0.97


def test_the_question_moves_and_texts_are_fresh():
    found = bench()
    asked = []
    for _ in range(3):
        found.texts.ask_another(1)
        asked.append(ALA_HAS.words[found.view.text[-2]])
    assert asked == ["Ewa", "Ala", "Ola"]
    texts = set()
    for _ in range(5):
        found.texts.fresh()
        texts.add(found.view.text)
    assert len(texts) == 5
    for facts in (4, 5, 6, 7, 8, 8):
        found.texts.change_facts(1)
        assert len(found.view.text) == 4 * facts + 2
    for _ in range(9):
        found.texts.change_facts(-1)
    assert len(found.view.text) == 10


def test_other_names_change_nothing_but_the_names():
    found = learned()
    before = found.view.weights
    facts = facts_typed("a b c d e f g h A B C D E F G H", found.facts)
    assert facts is not None
    found.rename(facts)
    assert np.array_equal(found.view.weights, before)
    assert found.facts.words[found.view.right] == "B"


@pytest.mark.parametrize("typed", ["", "a b c", "a a b c d e f g A B C D E F G H", "a b c d e f g h A B C D E F G has"])
def test_names_that_are_too_few_or_alike_are_none(typed):
    assert facts_typed(typed, facts_in(Catalogue("en"))) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_own_facts(language):
    facts = facts_in(Catalogue(language))
    assert facts.is_sound()
    assert facts_typed(as_typed(facts), facts) == facts


def test_the_game_waits_until_it_knows_where_to_look():
    found = bench()
    found.begin_game()
    assert found.game is None
    assert "does not know yet" in told(found)


def test_who_points_at_the_thing_wins_and_who_points_at_the_first_word_does_not():
    found = learned()
    found.begin_game()
    assert found.game
    game = found.game
    while not game.is_over:
        found.point(found.view.answer_at)
        found.enter()
        assert game.guesses[-1].looked == found.view.looked_at
        if not game.is_over:
            found.enter()
    assert game.hits >= 4
    assert "of 5 right" in told(found)
    found.enter()
    assert found.game is None
    found.begin_game()
    assert found.game.texts[0].texts.tobytes() != game.texts[0].texts.tobytes()
    for _ in range(9):
        found.enter()
    assert found.game.is_over
    assert found.game.hits == 0
    assert found.leave_game()
    assert not found.leave_game()


def test_louder_in_the_past_is_a_branch_of_its_own():
    found = bench()
    for _ in range(3):
        found.next_step()
    found.seek(1)
    found.change_volume(1)
    assert [branch.name for branch in found.brains.branches] == ["A", "B"]
    assert (found.epoch, found.brains.volume) == (1, 0.03)
    found.switch_branch()
    assert (found.epoch, found.brains.volume) == (3, 0.02)
    found.undo()
    assert len(found.brains.branches) == 1
    found.fork()
    assert found.brains.branch.name == "B"


def test_a_new_brain_is_the_next_seed_for_all_three():
    found = learned()
    found.new_brain()
    assert (found.epoch, found.history.first_settings.seed) == (0, 1)
    assert not found.has_learned
    assert found.share_of(Looks.EVENLY) < 0.2
    found.undo()
    assert found.has_learned


def test_a_run_rests_where_its_limits_say():
    found = AttentionBench(ALA_HAS, limits=Limits(longest_run=2))
    for _ in range(4):
        found.next_step()
    assert found.epoch == 2
    assert "rests" in told(found)


def test_a_saved_run_is_lived_through_again_in_slices():
    found = bench()
    for _ in range(3):
        found.next_step()
    found.change_volume(1)
    found.next_step()
    again = AttentionBench.of_run(run_of(found.history, "interrupted"), ALA_HAS)
    frames = 0
    while again.is_reviving:
        assert again.tick(0.0, lambda: False)
        frames += 1
    assert frames > 4
    assert (again.epoch, again.brains.volume) == (4, 0.03)
    assert np.array_equal(again.view.weights, found.view.weights)
    assert again.share_of(Looks.EVENLY) == found.share_of(Looks.EVENLY)
    again.next_step()
    assert again.epoch == 5
