"""A level taken up where the player's progress left it, and written down when it has ended. Knows no screen."""

from chairgame.game.progress.records import KeptAttempt, Result, best_count, seed_of_next
from chairgame.game.progress.whole import Progress
from chairgame.game.story.attempt import Attempt
from chairgame.game.story.keepsakes import Keepsake, name_of
from chairgame.game.story.level import Level
from chairgame.text.catalogue import N_


def taken_up(level: Level, progress: Progress, *, in_slices: bool = False) -> Attempt:
    """The level in the middle where it was left there, else with the next of its seeds; what is new is its news. What
    was left comes back at once, or `in_slices` of time, see `Attempt`."""
    record, kept = progress.records().get(level.id), progress.attempts().get(level.id)
    is_same = kept is not None and kept.is_of(level.seeds, level.edition)
    level = level.with_seed(seed_of_next(level.seeds, record, kept, level.edition))
    attempt = Attempt(
        level,
        kept.moves if kept is not None and is_same else (),
        frozenset() if record is None else record.stars,
        None if record is None else best_count(record, level.edition),
        keep=lambda moves: progress.keep(level.id, KeptAttempt(level.seed, level.edition, tuple(moves))),
        earn=lambda stars: progress.earn(level.id, stars),
        in_slices=in_slices,
    )
    attempt.when_back(lambda: _greet(attempt, progress, has_kept=kept is not None, is_same=is_same))
    return attempt


def _greet(attempt: Attempt, progress: Progress, *, has_kept: bool, is_same: bool) -> None:
    """What is wrong with the progress file comes first; then what became of an attempt that was left."""
    if progress.news is not None:
        attempt.play.news, progress.news = progress.news, None
    elif attempt.is_anew or (has_kept and not is_same):
        attempt.play.say(N_("The level has changed since you left it: that attempt is over. This is a new one."))
    elif has_kept:
        attempt.play.say(N_("You go on where you left this level; R begins it anew."))


def written_down(attempt: Attempt, progress: Progress) -> None:
    """The result of a play that has ended, and how it was played where no play was better."""
    level, result = attempt.level, _result(attempt, progress.now())
    progress.finish(level.id, result)
    if progress.records()[level.id].best == result:
        kept = Keepsake(level.seed, level.edition, tuple(attempt.play.moves))
        progress.keep_feat(name_of(level.id), kept.feat(result.finished_at))


def _result(attempt: Attempt, now: float) -> Result:
    level, play = attempt.level, attempt.play
    made = play.hand_moves, play.weight_changes
    return Result(attempt.earned_now, play.count, level.seed, level.edition, now, *made)
