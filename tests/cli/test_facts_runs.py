"""A saved run of who has what at the command line: told as JSON; no film is made of it, and that is said."""

import json

from chairgame.cli.main import main
from chairgame.training.history import History
from chairgame.training.runs import run_of, save_run
from chairgame.training.settings import ATTENTIVE
from chairgame.training.tasks import facts_task
from tests.words.texts import ALA_HAS


def test_it_is_told_step_by_step_and_filmed_by_nobody(tmp_path, capsys):
    history = History(facts_task(ALA_HAS, ATTENTIVE), ATTENTIVE)
    for _ in range(3):
        history.advance()
    save_run(run_of(history, "interrupted"), tmp_path / "facts.run")
    assert main(["replay", str(tmp_path / "facts.run"), "--json"]) == 0
    start, *epochs, end = map(json.loads, capsys.readouterr().out.splitlines())
    assert start["names"] == list(ALA_HAS.names)
    assert start["weights"] == 9216
    assert [epoch["right"] for epoch in epochs] == [row.score for row in history.rows]
    assert end["reason"] == "interrupted"
    assert main(["record", str(tmp_path / "facts.run"), "--gif", str(tmp_path / "a.gif")]) == 2
    assert "who has what" in capsys.readouterr().err
