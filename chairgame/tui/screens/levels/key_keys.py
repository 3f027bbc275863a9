"""The keys of the key: three answers, a page, a guess; then what lets the last brain build, and the lid."""

from dataclasses import replace

from chairgame.text.catalogue import N_
from chairgame.tui.keys import CHANGE, FLOOR, TIME, Key
from chairgame.tui.screens.levels.keys import LEVEL_KEYS, READ_AGAIN, UNDO

PAGE = Key("i", "i", "page", N_("the page that named the thing; else the level's pages"), CHANGE, 3, N_("page"))
KEY_KEYS = (
    Key("a,A", "a b c", "say('a')", N_("the answer a, b or c"), CHANGE, 1, N_("answer"), when="may_answer"),
    Key("b,B", "b", "say('b')", N_("the answer b"), CHANGE),
    Key("c,C", "c", "say('c')", N_("the answer c"), CHANGE),
    Key("t", "t", "type", N_("write down what you think is in the box"), CHANGE, 4, N_("your guess"), when="may_guess"),
    Key("space", N_("space"), "on", N_("on; rebuild, and hold; lift the lid"), TIME, 1, N_("on"), when="may_go_on"),
    Key("enter", "Enter", "take", N_("on; the guess is whole"), TIME),
    Key("greater_than_sign", ">", "tell('play.pace.change', 1)", N_("faster"), TIME, 5, N_("faster"), when="may_hurry"),
    Key("less_than_sign", "<", "tell('play.pace.change', -1)", N_("slower"), TIME),
    Key("end", "End", "tell('play.to_end')", N_("to the last rebuild, at once"), TIME, 6, N_("skip"), when="may_hurry"),
    Key("left", "← →", "orbit(-1, 0)", N_("walk around to the left"), FLOOR, 7, N_("round"), when="may_orbit"),
    Key("right", "→", "orbit(1, 0)", N_("walk around to the right"), FLOOR),
    Key("backspace", "BkSp", "erase", N_("undo; in the guess a letter less"), CHANGE),
    *(PAGE if key is READ_AGAIN else replace(key, keys="u") if key is UNDO else key for key in LEVEL_KEYS),
)
GUESS_FOOTER = (
    Key("enter", "Enter", "take", N_("the guess is whole"), CHANGE, 1, N_("write it down")),
    Key("escape", "Esc", "back", N_("no guess yet"), CHANGE, 2, N_("not yet")),
)
"""What the footer of level 12 names while a guess is typed: all else is letters."""
LISTEN, LIFT, HOLD, LEARN = N_("listen"), N_("lift the lid"), N_("hold"), N_("learn")
