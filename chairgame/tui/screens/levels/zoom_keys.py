"""The keys of the zoom: bets, tenfold steps, and the foundry."""

from chairgame.text.catalogue import N_
from chairgame.tui.keys import CHANGE, TIME, Key
from chairgame.tui.screens.levels.keys import LEVEL_KEYS

ZOOM_KEYS = (
    Key("enter", "Enter", "take", N_("take the bet; let the machine multiply"), CHANGE, 1, N_("bet"), when="may.take"),
    Key(
        "space,full_stop,pagedown",
        N_("space"),
        "on",
        N_("on; drop new numbers, and hold them"),
        TIME,
        1,
        N_("on"),
        when="may.go_on",
    ),
    Key(
        "right,plus,equals_sign,d",
        "← →",
        "arrow(1)",
        N_("farther away, tenfold; a larger bet; fewer multiplications"),
        CHANGE,
        2,
        N_("pick"),
        when="may.choose",
    ),
    Key("left,minus,a", "←", "arrow(-1)", N_("a smaller bet; more multiplications"), CHANGE),
    Key(
        "greater_than_sign",
        ">",
        "tell('play.pace.change', 1)",
        N_("faster"),
        TIME,
        4,
        N_("faster"),
        when="play.is_casting",
    ),
    Key("less_than_sign", "<", "tell('play.pace.change', -1)", N_("slower"), TIME),
    Key(
        "end",
        "End",
        "tell('play.hurry')",
        N_("to the end of the fall, at once"),
        TIME,
        5,
        N_("skip"),
        when="play.is_casting",
    ),
    *LEVEL_KEYS,
)
TENFOLD, PICK, HOW_MANY = N_("tenfold"), N_("pick"), N_("how many")
DROP, HOLD, ON, MULTIPLY, BET = N_("drop"), N_("hold"), N_("on"), N_("multiply"), N_("bet")
