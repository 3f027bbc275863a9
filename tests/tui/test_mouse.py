"""A thousand mouse events are not a thousand pictures: what they change is painted once for all within a moment."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message
from textual.widget import Widget

from chairgame.chair.catalogue import load_chair
from chairgame.game import places
from chairgame.graphics.picture.renderer import Renderer
from chairgame.tui.terminal.mouse import moves_joined
from tests.tui.driving import game

STOOL = load_chair("three-part-stool")
MANY = 1000


def wheel(widget: Widget, turn: int) -> events.Event:
    kind = events.MouseScrollUp if turn % 3 else events.MouseScrollDown
    return _at(kind, widget, 5, 5, button=0)


def drag(widget: Widget, turn: int) -> events.Event:
    return _at(events.MouseMove, widget, 5 + turn % 7, 5 + turn % 3, button=1, delta=(1 + turn % 2, 1))


def click(widget: Widget, turn: int) -> events.Event:
    kind = events.MouseUp if turn % 2 else events.MouseDown
    return _at(kind, widget, 5, 5, button=1)


def _at(kind: type[events.MouseEvent], widget: Widget, x: int, y: int, *, button: int, delta=(0, 0)) -> events.Event:  # type: ignore[no-untyped-def]
    return kind(widget, x, y, *delta, button, False, False, False, x, y)


BUTTONS = st.sampled_from([0, 1])
STEPS = st.tuples(BUTTONS, st.integers(0, 80), st.integers(0, 24))


@given(st.lists(st.one_of(STEPS, st.just("key"))))
def test_moves_that_come_together_are_one_from_their_beginning_to_their_end(steps: list[Any]) -> None:
    parser, sent = XTermParser(), ""
    for step in steps:
        sent += "k" if step == "key" else f"\x1b[<{32 if step[0] else 35};{step[1] + 1};{step[2] + 1}M"
    told = list(parser.feed(sent)) if sent else []
    joined = list(moves_joined(told))
    assert all(one != other or one == "key" for one, other in pairwise(map(kind_of, joined)))
    assert [message for message in told if kind_of(message) == "key"] == [m for m in joined if kind_of(m) == "key"]
    all_moves, fewer = ([m for m in some if isinstance(m, events.MouseMove)] for some in (told, joined))
    assert sum(m.delta_x for m in all_moves) == sum(m.delta_x for m in fewer)
    assert sum(m.delta_y for m in all_moves) == sum(m.delta_y for m in fewer)
    assert [(m.screen_x, m.screen_y) for m in all_moves[-1:]] == [(m.screen_x, m.screen_y) for m in fewer[-1:]]


def kind_of(message: Message) -> object:
    return message.button if isinstance(message, events.MouseMove) else "key"


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One for every picture that is drawn."""
    drawn: list[int] = []
    render = Renderer.render

    def counted(self: Renderer, *arguments: object) -> object:
        drawn.append(1)
        return render(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Renderer, "render", counted)
    return drawn


@pytest.mark.parametrize("happens", [wheel, drag, click])
@pytest.mark.parametrize("name", ["lab", "hidden", "table"])
async def test_a_thousand_events_are_a_few_pictures(
    happens: Callable[[Widget, int], events.Event], name: str, pictures: list[int]
) -> None:
    place = {"lab": places.Lab(), "hidden": places.Hidden(STOOL, 1), "table": places.Table()}[name]
    async with game((100, 30), place=place) as g:
        await g.press("1", "2")
        floor = g.screen.query_one("#table" if name == "table" else "#viewport")
        before, shown = len(pictures), g.text()
        for turn in range(MANY):
            floor.post_message(happens(floor, turn))
        await g.settle()
        assert len(pictures) - before < MANY // 10
        if (happens, name) in ((wheel, "lab"), (drag, "lab"), (drag, "table")):
            assert g.text() != shown


async def test_what_the_wheel_has_asked_for_last_is_seen() -> None:
    async with game((100, 30)) as g, game((100, 30)) as calm:
        for turn in range(20):
            g.lab.viewport.post_message(wheel(g.lab.viewport, turn))
            calm.lab.viewport.post_message(wheel(calm.lab.viewport, turn))
            await calm.settle()
        await g.settle()
        assert g.text() == calm.text()
