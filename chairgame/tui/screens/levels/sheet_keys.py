"""The keys of the instruction sheet's level: hands on numbers, on lines, on a bet, on two programs."""

from chairgame.text.catalogue import N_
from chairgame.tui.keys import CHANGE, LOOK_AROUND, TIME, Key
from chairgame.tui.screens.levels.keys import LEVEL_KEYS

SHEET_KEYS = (
    Key("enter", "Enter", "enter", N_("swap; run the sheet; take the bet"), CHANGE, 2, N_("swap"), when="may.enter"),
    Key(
        "space",
        N_("space"),
        "on",
        N_("on: to the sheet, to the network, to the next chair"),
        TIME,
        1,
        N_("on"),
        when="may.go_on",
    ),
    Key(
        "left",
        "← →",
        "arrow(-1, 0)",
        N_("another number, another word, a rebuild less"),
        CHANGE,
        3,
        when="may.go_sideways",
    ),
    Key("right", "→", "arrow(1, 0)", N_("another number, another word, a rebuild more"), CHANGE),
    Key("up", "↑ ↓", "arrow(0, -1)", N_("another line; ten rebuilds more"), CHANGE, 4, when="may.choose_line"),
    Key("down", "↓", "arrow(0, 1)", N_("another line; ten rebuilds less"), CHANGE),
    Key("tab", "Tab", "tab(1)", N_("the line's next word; at the end both programs"), CHANGE, 5, when="may.tab"),
    Key("shift+tab", "Shift+Tab", "tab(-1)", N_("the line's word before"), CHANGE),
    Key("b", "b", "bet", N_("bet how many rebuilds the next chair will take"), CHANGE, 6, N_("bet"), when="may.bet"),
    Key("0", "0", "strike", N_("strike the chosen line out, or put it back"), CHANGE, 7, N_("strike"), "may.strike"),
    Key(
        "end",
        "End",
        "tell('play.skip')",
        N_("to the end of what moves, at once"),
        TIME,
        8,
        N_("at once"),
        when="may.hurry",
    ),
    *LOOK_AROUND,
    *LEVEL_KEYS,
)
