"""The keys of the cable: letters that say a number, a wire that is accused."""

from dataclasses import replace

from chairgame.text.catalogue import N_
from chairgame.tui.keys import BRAIN, CHANGE, TIME, Key
from chairgame.tui.screens.levels.keys import AGAIN, HINT, LEVEL_KEYS, READ_AGAIN

ACCUSE, TAKE = N_("accuse"), N_("take")
_CABLE_PLACES = {
    "hint": replace(HINT, footer=5),
    READ_AGAIN.action: replace(READ_AGAIN, footer=9, short=N_("pages")),
    "restart": replace(AGAIN, footer=10),
}
"""Where the cable's footer has the keys of every level."""
CABLE_KEYS = (
    Key("a,A", "a b c", "say('a')", N_("the first answer"), CHANGE, 1, N_("answer"), when="may.answer"),
    Key("b,B", "b", "say('b')", N_("the second answer"), CHANGE),
    Key("c,C", "c", "say('c')", N_("the third answer"), CHANGE),
    Key("enter", "Enter", "take", N_("take the chosen answer; accuse the chosen wire"), CHANGE, 3, when="may.take"),
    Key(
        "space",
        N_("space"),
        "play",
        N_("hold what moves, and let it go on; on to the next case"),
        TIME,
        1,
        N_("on"),
        when="may.go_on",
    ),
    Key(
        "greater_than_sign",
        ">",
        "tell('play.pace.change', 1)",
        N_("faster"),
        TIME,
        3,
        N_("faster"),
        when="play.is_moving",
    ),
    Key("less_than_sign", "<", "tell('play.pace.change', -1)", N_("slower"), TIME),
    Key("end", "End", "skip", N_("to the end of what moves"), TIME, 4, N_("skip"), when="play.is_moving"),
    Key("left", "←", "arrow('left')", N_("the answer before; a wire before the neurons"), BRAIN),
    Key(
        "right",
        "← →",
        "arrow('right')",
        N_("the next answer; a wire behind the neurons"),
        BRAIN,
        6,
        N_("pick"),
        "may.answer",
    ),
    Key("up", "↑", "arrow('up')", N_("the wire above"), BRAIN),
    Key("down", "←→↑↓", "arrow('down')", N_("the wire below"), BRAIN, 2, N_("wire"), when="may.accuse"),
    Key("m", "m", "middle", N_("take the middle out, or put it back"), BRAIN, 2, N_("the middle"), when="may.take_out"),
    Key("comma,pageup", ",", "look_back(1)", N_("look one number back"), TIME, 7, N_("back"), when="may.look_back"),
    Key("full_stop,pagedown,n", ".", "look_back(-1)", N_("look one number on"), TIME),
    *(_CABLE_PLACES.get(key.action, key) for key in LEVEL_KEYS),
)
