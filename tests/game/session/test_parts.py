"""A session's fields are its own: commands go in. Read off the source, so that no screen or level begins to write."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from chairgame.game.session.model import GameSession
from tests.game.commands import small_session

PACKAGE = Path(__file__).resolve().parents[3] / "chairgame"
INSIDE = PACKAGE / "game" / "session"
OUTSIDE = [path for path in sorted(PACKAGE.rglob("*.py")) if INSIDE not in path.parents]
PARTS = ("workshop", "player", "voice", "journal", "scanner", "peeks", "hand", "seat", "journey")
MUTATORS = {"append", "extend", "insert", "pop", "remove", "clear", "update", "setdefault", "add"}
MOST_METHODS = 40


def _names(node: ast.expr) -> Iterator[str]:
    """The names along `a.b().c[0]`, outermost first."""
    while True:
        if isinstance(node, ast.Attribute):
            yield node.attr
            node = node.value
        elif isinstance(node, ast.Subscript):
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        else:
            break
    if isinstance(node, ast.Name):
        yield node.id


def _is_within_session(node: ast.expr) -> bool:
    return any("session" in name.lower() for name in _names(node))


def _written(tree: ast.AST) -> Iterator[ast.expr]:
    """Everything that is assigned to, deleted, or changed in place by a method of lists and dictionaries."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.Delete):
            yield from node.targets
        elif isinstance(node, ast.AugAssign | ast.AnnAssign | ast.For):
            yield node.target
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATORS:
            yield node.func
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("setattr", "delattr"):
            yield ast.Attribute(node.args[0], "set")


def writes_into_sessions(source: str) -> list[str]:
    """What a module's source writes into a session or one of its parts, private fields that it reads included."""
    tree = ast.parse(source)
    targets = [leaf for target in _written(tree) for leaf in getattr(target, "elts", [target])]
    into = [node for node in targets if isinstance(node, ast.Attribute) and _is_within_session(node.value)]
    into += [node for node in targets if isinstance(node, ast.Subscript) and _is_within_session(node.value)]
    peeped = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and _is_within_session(node.value)
    ]
    allowed = {f"session.{part}.clear" for part in PARTS}  # a part's own command of that name
    found = [ast.unparse(node) for node in (*into, *peeped)]
    return [text for text in found if not any(text.endswith(command) for command in allowed)]


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nobody_outside_writes_into_a_session(path: Path) -> None:
    assert writes_into_sessions(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "written",
    [
        "session.playing = True",
        "self.session.player.elapsed += 1",
        "play.session.peeks.written.append(3)",
        "a, run.session.news = 1, None",
        "setattr(session, 'hand', None)",
        "del session.history.rows[3]",
        "print(self._session.player._elapsed)",
    ],
)
def test_a_write_is_seen_however_it_is_written(written: str) -> None:
    assert writes_into_sessions(written)


def _classes() -> Iterator[type]:
    session = small_session()
    yield GameSession
    yield from (type(part) for part in vars(session).values() if type(part).__module__.startswith("chairgame.game"))


@pytest.mark.parametrize("part", list(_classes()), ids=lambda part: part.__name__)
def test_no_class_of_a_session_has_more_than_forty_methods(part: type) -> None:
    own = [kind for kind in part.__mro__ if kind.__module__.startswith("chairgame")]
    methods = {name for kind in own for name, value in vars(kind).items() if callable(value) or hasattr(value, "fget")}
    assert len(methods) <= MOST_METHODS


@pytest.mark.parametrize("part", PARTS)
def test_parts_are_never_exchanged_and_keep_their_fields_to_themselves(part: str) -> None:
    owned = getattr(small_session(), part)
    assert [name for name in vars(owned) if not name.startswith("_")] == []
