"""The keys of words mode: what its benches share, and the first bench's. The others' are with them."""

from dataclasses import replace

from chairgame.text.catalogue import N_
from chairgame.tui.keys import COLOURS, GAME, HELP, LANGUAGE, LEAVE, POSTCARD, TIME, Key

TEXT, BRAIN, SPEECH = N_("Text"), N_("Brain"), N_("Speech")

BENCH_KEYS = (
    Key(
        "tab",
        "Tab",
        "next_bench(1)",
        N_("the next bench: brain, tokens, attention"),
        TEXT,
        9,
        N_("bench"),
        "has_others",
    ),
    Key("shift+tab", "Shift+Tab", "next_bench(-1)", N_("the bench before"), TEXT),
    Key("1", "1 2 3", "bench(1)", N_("to the bench of that number"), TEXT),
    Key("2", "2", "bench(2)", N_("to the second bench"), TEXT),
    Key("3", "3", "bench(3)", N_("to the third bench"), TEXT),
    Key("T", "T", "sample", N_("the next text at hand"), TEXT, 8, N_("sample")),
)
TYPE_TEXT = Key("t", "t", "type_text", N_("type a text of your own"), TEXT, 7, N_("your text"))
TYPING_KEYS = (
    Key("enter", "Enter", "enter", N_("the text is whole"), TEXT, 1, N_("done")),
    Key("escape", "Esc", "back", N_("as it was"), TEXT, 2),
)
"""What the footer names while something is typed."""
GOING_KEYS = (
    Key("escape", "Esc", "back", N_("to the title"), GAME, 11, N_("title"), "has_way_back"),
    COLOURS,
    LANGUAGE,
    HELP,
    LEAVE,
)
BRAIN_KEYS = (
    Key("space", N_("space"), "play", N_("learn, or hold"), TIME, 1, N_("learn")),
    Key("n", "n", "tell('next_epoch')", N_("one epoch more"), TIME, 2, N_("next")),
    Key("comma,pageup", ", PgUp", "step(-1)", N_("one epoch back"), TIME),
    Key("full_stop,pagedown", ". PgDn", "step(1)", N_("one epoch on"), TIME),
    Key("home", "Home", "tell('seek', 0)", N_("rewind to the start"), TIME),
    Key("end", "End", "to_newest", N_("to the newest epoch"), TIME),
    Key("less_than_sign", "<", "tell('change_speed', -1)", N_("slower"), TIME),
    Key("greater_than_sign", ">", "tell('change_speed', 1)", N_("faster"), TIME),
    Key("left", "← →", "tell('gaze.move', -1)", N_("the place in the text before"), TEXT, 3, N_("place")),
    Key("right", "→", "tell('gaze.move', 1)", N_("the next place in the text"), TEXT),
    Key("up", "↑", "tell('gaze.choose', -1)", N_("the likelier word"), BRAIN),
    Key("down", "↓", "tell('gaze.choose', 1)", N_("the next expected word"), BRAIN),
    Key("enter", "Enter", "enter", N_("the wires that lift the chosen word, and back"), BRAIN, 6, N_("wires")),
    Key("plus,equals_sign", "+", "tell('change_volume', 1)", N_("volume up (learning rate)"), BRAIN, 5, N_("volume")),
    Key("minus", "-", "tell('change_volume', -1)", N_("volume down"), BRAIN),
    Key("a", "a", "tell('widen', -1)", N_("a narrower window (a new brain)"), BRAIN),
    Key("d", "d", "tell('widen', 1)", N_("a wider window, up to 8 words (a new brain)"), BRAIN, 5, N_("wider")),
    Key("R", "R", "tell('new_brain')", N_("a new brain (the next seed)"), BRAIN),
    Key("f", "f", "tell('fork')", N_("fork: go on from here on a branch of its own"), BRAIN),
    Key("v", "v", "tell('switch_branch')", N_("the next branch"), BRAIN),
    Key("u", "u", "tell('undo')", N_("undo"), BRAIN),
    Key("backspace", "BkSp", "erase", N_("undo; in a text a letter less"), BRAIN),
    Key("g", "g", "tell('say_word')", N_("say one word"), SPEECH, 4, N_("say")),
    Key("G", "G", "tell('speaker.toggle')", N_("go on saying, or be silent"), SPEECH),
    Key("w", "w", "tell('speaker.change_temperature', 1)", N_("hotter: more is possible"), SPEECH),
    Key("s", "s", "tell('speaker.change_temperature', -1)", N_("colder: only what is sure"), SPEECH),
    TYPE_TEXT,
    *BENCH_KEYS,
    Key("r", "r", "go_on", N_("go on with the text you left"), GAME, 2, N_("go on"), "has_offer"),
    Key("S", "S", "save", N_("save the run"), GAME),
    replace(POSTCARD, label=N_("write a postcard: what it said at first, in the middle, now")),
    *GOING_KEYS,
)
