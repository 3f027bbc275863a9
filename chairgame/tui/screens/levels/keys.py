"""The levels' keys: those of every level, of its pages, and of each kind of play."""

from dataclasses import replace

from chairgame.text.catalogue import N_
from chairgame.tui.keys import BRAIN, CHANGE, COLOURS, FLOOR, GAME, HELP, LANGUAGE, LEAVE, LOOK_AROUND, TIME, Key

TO_MAP = Key("escape", "Esc", "back", N_("to the level map"), GAME)
AGAIN = Key("R", "R", "restart", N_("the level from its beginning"), GAME, 3, N_("again"))
UNDO = Key("u,backspace", "u", "undo", N_("undo your last move"), GAME, 10, N_("undo"), when="can_undo")
SHARE = Key("s", "s", "share", N_("your stars as five lines for a chat"), GAME, 4, N_("share"))
SPOKEN = Key("l", "l", "language", N_("language: English, Polish"), GAME)
MAP = replace(TO_MAP, footer=12, short=N_("map"))
HINT = Key("h", "h", "hint", N_("a hint, as many as you like"), GAME, 9, N_("hint"))
READ_AGAIN = Key("i", "i", "tell('read_again')", N_("the level's pages again"), GAME)

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
        when="may_listen",
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
    Key("plus,equals_sign", "+ -", "volume(1)", N_("louder: larger steps"), CHANGE, 3, N_("volume"), when="may_listen"),
    Key("minus", "-", "volume(-1)", N_("quieter: smaller steps"), CHANGE),
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
        when="may_listen",
    ),
    *LOOK_AROUND,
    *(replace(key, footer=4) if key is UNDO else key for key in LEVEL_KEYS),
)
ACCUSE, TAKE = N_("accuse"), N_("take")
_CABLE_PLACES = {
    "hint": replace(HINT, footer=5),
    READ_AGAIN.action: replace(READ_AGAIN, footer=9, short=N_("pages")),
    "restart": replace(AGAIN, footer=10),
}
"""Where the cable's footer has the keys of every level."""
CABLE_KEYS = (
    Key("a,A", "a b c", "say('a')", N_("the first answer"), CHANGE, 1, N_("answer"), when="is_asked"),
    Key("b,B", "b", "say('b')", N_("the second answer"), CHANGE),
    Key("c,C", "c", "say('c')", N_("the third answer"), CHANGE),
    Key("enter", "Enter", "take", N_("take the chosen answer; accuse the chosen wire"), CHANGE, 3, when="may_take"),
    Key(
        "space",
        N_("space"),
        "play",
        N_("hold what moves, and let it go on; on to the next case"),
        TIME,
        1,
        N_("on"),
        when="may_go_on",
    ),
    Key("greater_than_sign", ">", "speed(1)", N_("faster"), TIME, 3, N_("faster"), when="may_skip"),
    Key("less_than_sign", "<", "speed(-1)", N_("slower"), TIME),
    Key("end", "End", "skip", N_("to the end of what moves"), TIME, 4, N_("skip"), when="may_skip"),
    Key("left", "←", "arrow('left')", N_("the answer before; a wire before the neurons"), BRAIN),
    Key(
        "right",
        "← →",
        "arrow('right')",
        N_("the next answer; a wire behind the neurons"),
        BRAIN,
        6,
        N_("pick"),
        "is_asked",
    ),
    Key("up", "↑", "arrow('up')", N_("the wire above"), BRAIN),
    Key("down", "←→↑↓", "arrow('down')", N_("the wire below"), BRAIN, 2, N_("wire"), when="may_accuse"),
    Key("m", "m", "middle", N_("take the middle out, or put it back"), BRAIN, 2, N_("the middle"), when="may_take_out"),
    Key("comma,pageup", ",", "look_back(1)", N_("look one number back"), TIME, 7, N_("back"), when="may_look_back"),
    Key("full_stop,pagedown,n", ".", "look_back(-1)", N_("look one number on"), TIME),
    *(_CABLE_PLACES.get(key.action, key) for key in LEVEL_KEYS),
)
VOLUME_KEYS = (
    Key("space", N_("space"), "play", N_("let the run run, and hold it"), TIME, 1, N_("run"), when="may_run"),
    Key(
        "1",
        "1 2 3",
        "read('crawl')",
        N_("at the question: it crawls (1), learns (2) or burns out (3)"),
        CHANGE,
        2,
        N_("read"),
        when="may_read",
    ),
    Key("2", "2", "read('learn')", N_("at the question: it learns"), CHANGE),
    Key("3", "3", "read('burn')", N_("at the question: it burns out"), CHANGE),
    Key("plus,equals_sign", "+ -", "volume(1)", N_("turn the volume up (learning rate)"), CHANGE, 3, N_("volume")),
    Key("minus", "-", "volume(-1)", N_("turn the volume down"), CHANGE),
    Key("greater_than_sign", ">", "speed(1)", N_("faster"), TIME, 4, N_("faster"), when="may_speed"),
    Key("less_than_sign", "<", "speed(-1)", N_("slower"), TIME),
    Key(
        "end",
        "End",
        "to_event",
        N_("to the question, the smoke, the end"),
        TIME,
        5,
        N_("skip"),
        when="may_skip",
    ),
    Key("n,full_stop,pagedown", "n", "next_epoch", N_("next epoch: one more rebuild"), TIME),
    Key("N", "N", "brain", N_("the next newborn brain"), CHANGE, 8, N_("brain"), when="may_change_brain"),
    Key("home", "Home", "anew", N_("this run from its beginning"), TIME),
    *LOOK_AROUND,
    *LEVEL_KEYS,
)
EPOCHS_KEYS = (
    Key(
        "space",
        N_("space"),
        "play",
        N_("let it learn, and hold it; on to the next pair"),
        TIME,
        1,
        N_("learn"),
        when="may_play",
    ),
    Key("n,full_stop,pagedown", "n", "epochs(1)", N_("one rebuild on"), TIME, 2, N_("next"), when="may_learn"),
    Key("comma,pageup", ",", "epochs(-1)", N_("one rebuild back"), TIME),
    Key("less_than_sign", "<", "speed(-1)", N_("slower"), TIME),
    Key("greater_than_sign", ">", "speed(1)", N_("faster"), TIME, 6, N_("faster"), when="may_hurry"),
    Key("end", "End", "hurry", N_("to the next thing that happens, at once"), TIME, 10, N_("on"), when="may_hurry"),
    Key("g", "g", "grab", N_("take the worst part in hand, or let go of it"), CHANGE, 3, N_("grab")),
    Key("left", "←", "arrow('left')", N_("left: the part in hand, the bet, the chair; else a rebuild back"), CHANGE),
    Key("right", "→", "arrow('right')", N_("right: the part in hand, the bet, the chair; else a rebuild on"), CHANGE),
    Key("up", "↑", "arrow('up')", N_("the part in hand higher; the bet ten later"), CHANGE),
    Key("down", "↓", "arrow('down')", N_("the part in hand lower; the bet ten earlier"), CHANGE),
    Key("left_square_bracket", "[", "depth(-1)", N_("the part in hand: towards the front"), CHANGE),
    Key("right_square_bracket", "]", "depth(1)", N_("the part in hand: towards the back"), CHANGE),
    Key("enter", "Enter", "enter", N_("put the part in hand right; take the bet; give grandmother the chair"), CHANGE),
    Key(
        "b", "b", "bet", N_("bet on the first rebuild that will hold grandmother"), CHANGE, 4, N_("bet"), when="may_bet"
    ),
    Key("t", "t", "sit", N_("the next one sits down: cat, grandmother, hippopotamus"), CHANGE, 5, N_("sit")),
    Key("m", "m", "film", N_("the film strip of the run"), TIME, 8, N_("film")),
    Key("W", "W", "wipe", N_("wipe the brain"), CHANGE, 7, N_("wipe"), when="may_wipe"),
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
    Key("left,right", "← →", "arrow('left')", N_("choose a chair"), CHANGE, 1, N_("pick"), when="may_give"),
    Key("enter", "Enter", "enter", N_("give it to grandmother"), CHANGE, 2, N_("give"), when="may_give"),
    Key("space", N_("space"), "play", N_("the next pair"), CHANGE, 2, N_("on"), when="may_go_on"),
    Key("v", "v", "feet", N_("the feet of the pair, seen from the floor"), FLOOR, 3, N_("feet"), when="may_give"),
    Key("a", "a d", "orbit(-1, 0)", N_("walk around"), FLOOR, 4, N_("round")),
    *LEVEL_KEYS,
)
"""What it names while there are two chairs."""
REPAIR_KEYS = (
    Key(
        "plus,equals_sign",
        "+ -",
        "turn_wire(1)",
        N_("the wire up by half a unit"),
        CHANGE,
        1,
        N_("turn"),
        "may_turn",
    ),
    Key("minus", "-", "turn_wire(-1)", N_("the wire down by half a unit"), CHANGE),
    Key("left", "←→↑↓", "arrow(-1, 0)", N_("the wire, or the word, to the left"), BRAIN, 2, N_("wire"), "may_choose"),
    Key("right", "→", "arrow(1, 0)", N_("the wire, or the word, to the right"), BRAIN),
    Key("up", "↑", "arrow(0, -1)", N_("the wire above"), BRAIN),
    Key("down", "↓", "arrow(0, 1)", N_("the wire below"), BRAIN),
    Key("enter", "Enter", "take", N_("bet on the chosen word; the sentence is whole"), CHANGE, 3, N_("bet"), "may_bet"),
    Key("b", "b", "bet", N_("bet on the chosen word"), CHANGE),
    Key("t", "t", "type", N_("type a sentence of your own"), CHANGE, 2, N_("your sentence"), when="may_type"),
    Key("space", N_("space"), "play", N_("let it learn, and hold it"), TIME, 1, N_("learn"), when="may_play"),
    Key("n,full_stop,pagedown", "n", "epoch", N_("one epoch"), TIME, 3, N_("next"), when="may_run"),
    Key("end", "End", "to_event", N_("to the end of what learns, at once"), TIME, 4, N_("skip"), when="may_run"),
    Key("greater_than_sign", ">", "speed(1)", N_("faster"), TIME),
    Key("less_than_sign", "<", "speed(-1)", N_("slower"), TIME),
    Key("backspace", "BkSp", "erase", N_("undo; in the sentence a letter less"), CHANGE),
    *(replace(key, keys="u") if key is UNDO else key for key in LEVEL_KEYS),
)
SENTENCE_FOOTER = (
    Key("enter", "Enter", "take", N_("the sentence is whole"), CHANGE, 1, N_("learn it")),
    Key("escape", "Esc", "back", N_("no sentence yet"), CHANGE, 2, N_("not yet")),
)
"""What the footer of level 7 names while a sentence is typed: all else is letters."""
BLIND_KEYS = (
    Key("space", N_("space"), "play", N_("let it learn, and hold it; on"), TIME, 1, N_("learn"), when="may_play"),
    Key("g,tab", "g", "grab(1)", N_("take a part in hand, then the next one"), CHANGE, 2, N_("part"), when="may_probe"),
    Key("shift+tab", "Shift+Tab", "grab(-1)", N_("the part before in hand"), CHANGE),
    Key(
        "left", "←→↑↓ [ ]", "arrow('left')", N_("the part in hand 10 cm to the left"), CHANGE, 3, N_("move"), "may_move"
    ),
    Key("right", "→", "arrow('right')", N_("the part in hand 10 cm to the right"), CHANGE),
    Key("up", "↑", "arrow('up')", N_("the part in hand 10 cm higher"), CHANGE),
    Key("down", "↓", "arrow('down')", N_("the part in hand 10 cm lower"), CHANGE),
    Key("left_square_bracket", "[", "arrow('front')", N_("the part in hand 10 cm forward"), CHANGE),
    Key("right_square_bracket", "]", "arrow('rear')", N_("the part in hand 10 cm back"), CHANGE),
    Key("r", "r", "turn_part", N_("the part in hand turned by 30°"), CHANGE, 4, N_("turn"), when="may_move"),
    Key(
        "enter",
        "Enter",
        "take",
        N_("scan the part as it is held; name what is chosen"),
        CHANGE,
        1,
        N_("scan"),
        "may_scan",
    ),
    Key("b", "b", "name", N_("name what the scanner cannot see"), CHANGE, 5, N_("name it"), when="may_probe"),
    Key("t", "t", "sit", N_("let grandmother sit down"), CHANGE, 6, N_("sit"), when="may_sit"),
    Key("plus,equals_sign", "+ -", "volume(1)", N_("turn the volume up"), CHANGE, 2, N_("volume"), when="may_turn"),
    Key("minus", "-", "volume(-1)", N_("turn the volume down"), CHANGE),
    Key("n,full_stop,pagedown", "n", "epoch", N_("one rebuild on"), TIME),
    Key("end", "End", "to_event", N_("to the end of what learns, at once"), TIME, 3, N_("skip"), when="may_run"),
    Key("greater_than_sign", ">", "speed(1)", N_("faster"), TIME),
    Key("less_than_sign", "<", "speed(-1)", N_("slower"), TIME),
    *LOOK_AROUND,
    *LEVEL_KEYS,
)
NAMING_KEYS = (
    Key("left,right,up,down", "← →", "arrow('left')", N_("choose a name"), CHANGE, 1, N_("pick"), when="may_probe"),
    Key("enter", "Enter", "take", N_("name it"), CHANGE, 2, N_("name it")),
    Key("b", "b", "name", N_("not yet"), CHANGE, 3, N_("not yet")),
    *LEVEL_KEYS,
)
"""What the footer of level 10 names while a blind spot is named."""
