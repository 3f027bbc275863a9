"""The keys of the repair: wires, a bet, learning, and a sentence that is typed."""

from dataclasses import replace

from chairgame.text.catalogue import N_
from chairgame.tui.keys import BRAIN, CHANGE, TIME, Key
from chairgame.tui.screens.levels.keys import LEVEL_KEYS, UNDO

REPAIR_KEYS = (
    Key(
        "plus,equals_sign",
        "+ -",
        "turn_wire(1)",
        N_("the wire up by half a unit"),
        CHANGE,
        1,
        N_("turn"),
        "may.turn",
    ),
    Key("minus", "-", "turn_wire(-1)", N_("the wire down by half a unit"), CHANGE),
    Key("left", "←→↑↓", "arrow(-1, 0)", N_("the wire, or the word, to the left"), BRAIN, 2, N_("wire"), "may.choose"),
    Key("right", "→", "arrow(1, 0)", N_("the wire, or the word, to the right"), BRAIN),
    Key("up", "↑", "arrow(0, -1)", N_("the wire above"), BRAIN),
    Key("down", "↓", "arrow(0, 1)", N_("the wire below"), BRAIN),
    Key("enter", "Enter", "take", N_("bet on the chosen word; the sentence is whole"), CHANGE, 3, N_("bet"), "may.bet"),
    Key("b", "b", "bet", N_("bet on the chosen word"), CHANGE),
    Key("t", "t", "type", N_("type a sentence of your own"), CHANGE, 2, N_("your sentence"), when="may.write"),
    Key("space", N_("space"), "play", N_("let it learn, and hold it"), TIME, 1, N_("learn"), when="may.go_on"),
    Key("n,full_stop,pagedown", "n", "epoch", N_("one epoch"), TIME, 3, N_("next"), when="play.can_run"),
    Key("end", "End", "to_event", N_("to the end of what learns, at once"), TIME, 4, N_("skip"), when="play.can_run"),
    Key("greater_than_sign", ">", "tell('play.pace.change', 1)", N_("faster"), TIME),
    Key("less_than_sign", "<", "tell('play.pace.change', -1)", N_("slower"), TIME),
    Key("backspace", "BkSp", "erase", N_("undo; in the sentence a letter less"), CHANGE),
    *(replace(key, keys="u") if key is UNDO else key for key in LEVEL_KEYS),
)
SENTENCE_FOOTER = (
    Key("enter", "Enter", "take", N_("the sentence is whole"), CHANGE, 1, N_("learn it")),
    Key("escape", "Esc", "back", N_("no sentence yet"), CHANGE, 2, N_("not yet")),
)
"""What the footer of level 7 names while a sentence is typed: all else is letters."""
