"""The levels' keys: those of every level, of its pages, and of those kinds of play that have no module for theirs."""

from dataclasses import replace

from chairgame.text.catalogue import N_
from chairgame.tui.keys import CHANGE, COLOURS, GAME, HELP, LANGUAGE, LEAVE, LOOK_AROUND, TIME, Key

TO_MAP = Key("escape", "Esc", "back", N_("to the level map"), GAME)
AGAIN = Key("R", "R", "restart", N_("the level from its beginning"), GAME, 3, N_("again"))
UNDO = Key("u,backspace", "u", "undo", N_("undo your last move"), GAME, 10, N_("undo"), when="can_undo")
SHARE = Key("s", "s", "share", N_("your stars as five lines for a chat"), GAME, 4, N_("share"))
SPOKEN = Key("l", "l", "language", N_("language: English, Polish"), GAME)
MAP = replace(TO_MAP, footer=12, short=N_("map"))
HINT = Key("h", "h", "hint", N_("a hint, as many as you like"), GAME, 9, N_("hint"))
READ_AGAIN = Key("i", "i", "tell('attempt.read_again')", N_("the level's pages again"), GAME)

LEVEL_KEYS = (
    HINT,
    UNDO,
    Key("e", "e", "finish", N_("enough: to the stars and what it was"), GAME, 11, N_("enough"), when="attempt.may_end"),
    READ_AGAIN,
    replace(AGAIN, footer=0),
    COLOURS,
    SPOKEN,
    HELP,
    TO_MAP,
    LEAVE,
)
PAGE_KEYS = (
    Key("space,enter,pagedown,right,full_stop", N_("space"), "turn(1)", N_("on"), GAME, 1),
    Key("pageup,left,comma", "←", "turn(-1)", N_("one page back"), GAME, 2, N_("back"), when="attempt.can_turn_back"),
    LANGUAGE,
    MAP,
    LEAVE,
)
RETURN_KEYS = (replace(MAP, footer=1), COLOURS, LANGUAGE, HELP, LEAVE)
"""While an attempt that was left comes back."""
RESULT_KEYS = (
    Key("space,enter", N_("space"), "turn(1)", N_("what it was"), GAME, 1),
    replace(UNDO, footer=2),
    AGAIN,
    SHARE,
    HELP,
    LEAVE,
)
DEBRIEF_KEYS = (
    Key("space,enter,pagedown,right,full_stop", N_("space"), "turn(1)", N_("on"), GAME, 1),
    Key("pageup,left,comma", "←", "turn(-1)", N_("one page back"), GAME, 2, N_("back"), when="attempt.can_turn_back"),
    AGAIN,
    SHARE,
    MAP,
    LEAVE,
)
RECIPE_KEYS = (
    Key(
        "enter,space",
        "Enter",
        "build",
        N_("build the plan; the box says how far off it is"),
        CHANGE,
        1,
        N_("build"),
    ),
    Key("tab", "Tab", "select(1)", N_("the next part"), CHANGE, 2, N_("part")),
    Key("shift+tab", "Shift+Tab", "select(-1)", N_("the part before"), CHANGE),
    Key("left", "←→↑↓ [ ]", "shift(-1, 0, 0)", N_("move the part by one tile; ] to the back"), CHANGE, 3, N_("move")),
    Key("right", "→", "shift(1, 0, 0)", N_("the part to the right"), CHANGE),
    Key("up,pageup", "↑", "shift(0, 0, 1)", N_("the part higher"), CHANGE),
    Key("down,pagedown", "↓", "shift(0, 0, -1)", N_("the part lower"), CHANGE),
    Key("left_square_bracket", "[", "shift(0, -1, 0)", N_("the part to the front"), CHANGE),
    Key("right_square_bracket", "]", "shift(0, 1, 0)", N_("the part to the back"), CHANGE),
    *LOOK_AROUND,
    *LEVEL_KEYS,
)
CHOOSE_DIAL = Key("down", "↑ ↓", "select(1)", N_("the dial below"), CHANGE, 2, N_("dial"))
CHOOSE_ANY = replace(CHOOSE_DIAL, shown="↑↓←→", footer=5, short=N_("dials"), when="may_turn")
DIALS = (
    Key("up", "↑", "select(-1)", N_("the dial above"), CHANGE),
    CHOOSE_DIAL,
    Key("left", "←", "twist(-1)", N_("turn the dial down by a click"), CHANGE),
    Key("right", "← →", "twist(1)", N_("turn the dial up by a click"), CHANGE, 3, N_("turn")),
)
SCANNER_KEYS = (
    Key(
        "enter,space",
        "Enter",
        "scan",
        N_("build: one dial turned is a slope, several are a leap"),
        CHANGE,
        1,
        N_("scan"),
    ),
    *DIALS,
    Key(
        "k,full_stop",
        "k",
        "keep",
        N_("the dial that has just sprung back stays where it was nudged to"),
        CHANGE,
        4,
        N_("keep"),
        when="may_keep",
    ),
    *LOOK_AROUND,
    *LEVEL_KEYS,
)
HEADPHONES_KEYS = (
    Key(
        "space",
        N_("space"),
        "listen",
        N_("listen: all eight dials turn by their signals"),
        CHANGE,
        1,
        N_("listen"),
        when="play.may_listen",
    ),
    Key(
        "enter",
        "Enter",
        "step",
        N_("a step with the dials as you have turned them"),
        CHANGE,
        2,
        N_("step"),
        when="may_step",
    ),
    Key(
        "plus,equals_sign",
        "+ -",
        "tell('attempt.do', 'volume 1')",
        N_("louder: larger steps"),
        CHANGE,
        3,
        N_("volume"),
        when="play.may_listen",
    ),
    Key("minus", "-", "tell('attempt.do', 'volume -1')", N_("quieter: smaller steps"), CHANGE),
    *(replace(key, footer=0) for key in DIALS if key is not CHOOSE_DIAL),
    CHOOSE_ANY,
    Key(
        "greater_than_sign",
        ">",
        "run_on",
        N_("listen on by itself, until the number rises; any key holds it"),
        TIME,
        7,
        N_("on"),
        when="play.may_listen",
    ),
    *LOOK_AROUND,
    *(replace(key, footer=4) if key is UNDO else key for key in LEVEL_KEYS),
)
BLIND_KEYS = (
    Key("space", N_("space"), "play", N_("let it learn, and hold it; on"), TIME, 1, N_("learn"), when="may.go_on"),
    Key(
        "g,tab",
        "g",
        "grab(1)",
        N_("take a part in hand, then the next one"),
        CHANGE,
        2,
        N_("part"),
        when="play.can_probe",
    ),
    Key("shift+tab", "Shift+Tab", "grab(-1)", N_("the part before in hand"), CHANGE),
    Key(
        "left",
        "←→↑↓ [ ]",
        "arrow('left')",
        N_("the part in hand 10 cm to the left"),
        CHANGE,
        3,
        N_("move"),
        "hands.hold_a_part",
    ),
    Key("right", "→", "arrow('right')", N_("the part in hand 10 cm to the right"), CHANGE),
    Key("up", "↑", "arrow('up')", N_("the part in hand 10 cm higher"), CHANGE),
    Key("down", "↓", "arrow('down')", N_("the part in hand 10 cm lower"), CHANGE),
    Key("left_square_bracket", "[", "arrow('front')", N_("the part in hand 10 cm forward"), CHANGE),
    Key("right_square_bracket", "]", "arrow('rear')", N_("the part in hand 10 cm back"), CHANGE),
    Key(
        "r", "r", "arrow('turn')", N_("the part in hand turned by 30°"), CHANGE, 4, N_("turn"), when="hands.hold_a_part"
    ),
    Key(
        "enter",
        "Enter",
        "take",
        N_("scan the part as it is held; name what is chosen"),
        CHANGE,
        1,
        N_("scan"),
        "hands.way",
    ),
    Key("b", "b", "name", N_("name what the scanner cannot see"), CHANGE, 5, N_("name it"), when="play.can_probe"),
    Key("t", "t", "sit", N_("let grandmother sit down"), CHANGE, 6, N_("sit"), when="may.sit"),
    Key(
        "plus,equals_sign",
        "+ -",
        "tell('attempt.do', 'volume 1')",
        N_("turn the volume up"),
        CHANGE,
        2,
        N_("volume"),
        when="play.noise",
    ),
    Key("minus", "-", "tell('attempt.do', 'volume -1')", N_("turn the volume down"), CHANGE),
    Key("n,full_stop,pagedown", "n", "epoch", N_("one rebuild on"), TIME),
    Key("end", "End", "to_event", N_("to the end of what learns, at once"), TIME, 3, N_("skip"), when="play.can_run"),
    Key("greater_than_sign", ">", "tell('play.pace.change', 1)", N_("faster"), TIME),
    Key("less_than_sign", "<", "tell('play.pace.change', -1)", N_("slower"), TIME),
    *LOOK_AROUND,
    *LEVEL_KEYS,
)
NAMING_KEYS = (
    Key(
        "left,right,up,down", "← →", "arrow('left')", N_("choose a name"), CHANGE, 1, N_("pick"), when="play.can_probe"
    ),
    Key("enter", "Enter", "take", N_("name it"), CHANGE, 2, N_("name it")),
    Key("b", "b", "name", N_("not yet"), CHANGE, 3, N_("not yet")),
    *LEVEL_KEYS,
)
"""What the footer of level 10 names while a blind spot is named."""
