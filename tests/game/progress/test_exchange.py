"""What a game has kept goes to another machine and is there again, however much it is."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chairgame.game.progress import exchange
from chairgame.game.progress.exchange import account_of, export_to, exported, read_export
from chairgame.game.progress.records import MOST_STARS, Feat, KeptAttempt, Record, Result
from chairgame.game.progress.whole import Account, Progress
from chairgame.text.errors import PlayerError
from chairgame.text.tables import parse_json

NAMES = st.from_regex(r"[a-z0-9_-]{1,60}", fullmatch=True)
LINES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=40)
COUNTS = st.integers(0, 2**63 - 1)
MOMENTS = st.floats(0, 1e12)
STARS = st.frozensets(st.integers(1, MOST_STARS))
MOVES = st.lists(LINES, max_size=4).map(tuple)
RESULTS = st.builds(Result, STARS, COUNTS, COUNTS, COUNTS, MOMENTS, COUNTS, COUNTS)
RECORDS = st.builds(Record, STARS, st.none() | RESULTS, COUNTS)
ATTEMPTS = st.builds(KeptAttempt, COUNTS, COUNTS, st.lists(LINES, min_size=1, max_size=4).map(tuple))
FEATS = st.builds(Feat, st.floats(-1e15, 1e15), LINES, MOMENTS, MOVES)
ACCOUNTS = st.builds(
    Account,
    st.dictionaries(NAMES, RECORDS, max_size=4),
    st.dictionaries(NAMES, ATTEMPTS, max_size=4),
    st.dictionaries(NAMES, LINES, max_size=4),
    st.dictionaries(NAMES, FEATS, max_size=4),
)


def years_of_days(days: int) -> Account:
    moves = tuple(f"place {part} {part} 0 1" for part in range(20))
    return Account({}, {}, {}, {f"daily-{day}": Feat(-3.0, "points", float(day), moves) for day in range(days)})


@given(ACCOUNTS)
@example(years_of_days(4000))
@example(Account({}, {"volume": KeptAttempt(1, 2, ("epoch 1",) * 150_000)}, {}, {}))
@settings(max_examples=40, deadline=None)
def test_whatever_was_kept_can_be_read_again(account: Account) -> None:
    with tempfile.TemporaryDirectory() as home:
        progress = Progress(Path(home))
        progress.merge(account)
        assert progress.news is None
        again = account_of(parse_json(exported(progress), "export", exchange.LARGEST_EXPORT))
        assert again == Account(progress.records(), progress.attempts(), progress.settings(), progress.feats())
        progress.close()


def test_an_export_of_years_goes_through_a_file(tmp_path: Path) -> None:
    progress = Progress(tmp_path)
    progress.merge(years_of_days(4000))
    export_to(tmp_path / "mine.json", progress)
    assert (tmp_path / "mine.json").stat().st_size > 1 << 20
    assert read_export(tmp_path / "mine.json").feats == progress.feats()


def test_what_nobody_could_read_again_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    progress = Progress(tmp_path)
    progress.merge(years_of_days(100))
    monkeypatch.setattr(exchange, "LARGEST_EXPORT", 1000)
    with pytest.raises(PlayerError):
        export_to(tmp_path / "mine.json", progress)
    assert not (tmp_path / "mine.json").exists()
