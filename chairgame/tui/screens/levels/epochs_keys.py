"""The keys of the level of epochs: time, a hand, a bet, who sits down, and the pairs."""

from chairgame.text.catalogue import N_
from chairgame.tui.keys import CHANGE, FLOOR, LOOK_AROUND, TIME, Key
from chairgame.tui.screens.levels.keys import LEVEL_KEYS, TO_MAP

EPOCHS_KEYS = (
    Key(
        "space",
        N_("space"),
        "play",
        N_("let it learn, and hold it; on to the next pair"),
        TIME,
        1,
        N_("learn"),
        when="play.run.leads_on",
    ),
    Key("n,full_stop,pagedown", "n", "epochs(1)", N_("one rebuild on"), TIME, 2, N_("next"), when="play.run.can_learn"),
    Key("comma,pageup", ",", "epochs(-1)", N_("one rebuild back"), TIME),
    Key("less_than_sign", "<", "tell('play.run.change_speed', -1)", N_("slower"), TIME),
    Key(
        "greater_than_sign",
        ">",
        "tell('play.run.change_speed', 1)",
        N_("faster"),
        TIME,
        6,
        N_("faster"),
        when="play.run.running",
    ),
    Key(
        "end",
        "End",
        "tell('play.hurry')",
        N_("to the next thing that happens, at once"),
        TIME,
        10,
        N_("on"),
        when="play.run.running",
    ),
    Key(
        "g",
        "g",
        "tell('hand.grab')",
        N_("take the worst part in hand, or let go of it"),
        CHANGE,
        3,
        N_("grab"),
    ),
    Key("left", "←", "arrow('left')", N_("left: the part in hand, the bet, the chair; else a rebuild back"), CHANGE),
    Key("right", "→", "arrow('right')", N_("right: the part in hand, the bet, the chair; else a rebuild on"), CHANGE),
    Key("up", "↑", "arrow('up')", N_("the part in hand higher; the bet ten later"), CHANGE),
    Key("down", "↓", "arrow('down')", N_("the part in hand lower; the bet ten earlier"), CHANGE),
    Key("left_square_bracket", "[", "tell('hand.reach', -1)", N_("the part in hand: towards the front"), CHANGE),
    Key("right_square_bracket", "]", "tell('hand.reach', 1)", N_("the part in hand: towards the back"), CHANGE),
    Key("enter", "Enter", "enter", N_("put the part in hand right; take the bet; give grandmother the chair"), CHANGE),
    Key(
        "b",
        "b",
        "bet",
        N_("bet on the first rebuild that will hold grandmother"),
        CHANGE,
        4,
        N_("bet"),
        when="play.run.needs_bet",
    ),
    Key(
        "t",
        "t",
        "tell('attempt.do', 'sit')",
        N_("the next one sits down: cat, grandmother, hippopotamus"),
        CHANGE,
        5,
        N_("sit"),
    ),
    Key("m", "m", "film", N_("the film strip of the run"), TIME, 8, N_("film")),
    Key("W", "W", "wipe", N_("wipe the brain"), CHANGE, 7, N_("wipe"), when="play.can_be_wiped"),
    Key("v", "v", "feet", N_("the feet of the pair, seen from the floor"), FLOOR),
    *LOOK_AROUND,
    *LEVEL_KEYS,
)
BET_KEYS = (
    Key("left,right", "← →", "arrow('left')", N_("the bet one rebuild earlier or later"), CHANGE, 1, N_("pick")),
    Key("up,down", "↑ ↓", "arrow('up')", N_("the bet ten rebuilds later or earlier"), CHANGE, 2, N_("ten")),
    Key("enter", "Enter", "enter", N_("take the bet"), CHANGE, 3, N_("bet")),
    Key("escape", "Esc", "back", N_("no bet yet"), CHANGE, 4, N_("not yet")),
    *(key for key in LEVEL_KEYS if key is not TO_MAP),
)
"""What the footer of level 6 names while a bet is chosen."""
PAIR_KEYS = (
    Key(
        "left,right", "← →", "arrow('left')", N_("choose a chair"), CHANGE, 1, N_("pick"), when="play.finale.is_asking"
    ),
    Key("enter", "Enter", "enter", N_("give it to grandmother"), CHANGE, 2, N_("give"), when="play.finale.is_asking"),
    Key("space", N_("space"), "play", N_("the next pair"), CHANGE, 2, N_("on"), when="play.finale.can_go_on"),
    Key(
        "v",
        "v",
        "feet",
        N_("the feet of the pair, seen from the floor"),
        FLOOR,
        3,
        N_("feet"),
        when="play.finale.is_asking",
    ),
    Key("a", "a d", "orbit(-1, 0)", N_("walk around"), FLOOR, 4, N_("round")),
    *LEVEL_KEYS,
)
"""What it names while there are two chairs."""
