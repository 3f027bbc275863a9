"""The keys of the family's level: heaps and what is said of them, and the chair that is bent."""

from chairgame.text.catalogue import N_
from chairgame.tui.keys import CHANGE, LOOK_AROUND, TIME, Key
from chairgame.tui.screens.levels.keys import LEVEL_KEYS, TO_MAP

FAMILY_KEYS = (
    Key(
        "space",
        N_("space"),
        "practise",
        N_("let a newborn brain practise on the heap, and hold it"),
        TIME,
        1,
        N_("practise"),
        when="may.practise",
    ),
    Key(
        "1",
        "1 2 3",
        "say('heart')",
        N_("what will come of the heap: by heart (1), understood (2), half-baked (3)"),
        CHANGE,
        2,
        N_("say"),
        when="may.say",
    ),
    Key("2", "2", "say('understood')", N_("it will be understood"), CHANGE),
    Key("3", "3", "say('half')", N_("it will stay half-baked"), CHANGE),
    Key("down", "↑ ↓", "arrow('down')", N_("the next heap; the seat 10 cm lower"), CHANGE, 3, N_("heap"), "may.choose"),
    Key("up", "↑", "arrow('up')", N_("the heap before; the seat 10 cm higher"), CHANGE),
    Key("right", "→", "arrow('right')", N_("the next heap; the seat 1 cm higher"), CHANGE),
    Key("left", "←", "arrow('left')", N_("the heap before; the seat 1 cm lower"), CHANGE),
    Key(
        "end",
        "End",
        "tell('play.hurry')",
        N_("to the end of what moves, at once"),
        TIME,
        5,
        N_("at once"),
        when="may.hurry",
    ),
    Key("b", "b", "bend", N_("bend the chair: bet where understanding ends"), CHANGE, 4, N_("bet"), when="may.bend"),
    Key("enter", "Enter", "enter", N_("take the bet; practise"), CHANGE),
    *LOOK_AROUND,
    *LEVEL_KEYS,
)
BEND_KEYS = (
    Key("left,right", "← →", "arrow('right')", N_("the seat 1 cm lower or higher"), CHANGE, 2, N_("by 1 cm")),
    Key("up,down", "↑ ↓", "arrow('up')", N_("the seat 10 cm higher or lower"), CHANGE, 3, N_("by 10 cm")),
    Key("enter", "Enter", "enter", N_("take the bet"), CHANGE, 1, N_("bet"), when="play.may_bet"),
    Key(
        "end",
        "End",
        "tell('play.hurry')",
        N_("to the end of what moves, at once"),
        TIME,
        5,
        N_("at once"),
        when="may.hurry",
    ),
    Key("escape", "Esc", "back", N_("back to the heaps"), CHANGE, 4, N_("heaps")),
    *(key for key in LEVEL_KEYS if key is not TO_MAP),
)
"""What the footer of level 9 names while the chair is bent."""
