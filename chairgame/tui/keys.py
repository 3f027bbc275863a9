"""All keys in one place, in groups: the footer, the help page and the screens' bindings come from here.

The same key means the same thing wherever it is bound; what a screen shares with others is a group of its own.
"""

from dataclasses import dataclass, replace

from textual.binding import Binding, BindingType

from chairgame.text.catalogue import N_, Catalogue

ARROWS = {"left": "←", "right": "→", "up": "↑", "down": "↓"}


@dataclass(frozen=True)
class Key:
    """A command's keys by textual's names, how they are written, what they do, and how early the footer names them."""

    keys: str
    shown: str
    action: str
    label: str
    group: str
    footer: int = 0
    """1 comes first; 0 stays in the help alone."""
    short: str = ""
    """The footer's word, where the label is a sentence."""
    when: str = ""
    """What of the screen, or of a part of it, says whether the footer names it now; without it whenever its action
    works."""

    def name_in(self, catalogue: Catalogue) -> str:
        """The key as it is written in a language."""
        return catalogue(self.shown) if self.shown.isalpha() and len(self.shown) > 1 else self.shown

    def own_name_in(self, catalogue: Catalogue) -> str:
        """The key as it is written beside what it does alone: of arrows that a footer names together, its own."""
        own = {ARROWS[key] for key in self.keys.split(",") if key in ARROWS}
        shown = [sign for sign in self.shown if sign in own]
        return " ".join(shown) if shown and set(self.shown) <= {*ARROWS.values(), " "} else self.name_in(catalogue)


TIME, FLOOR, BRAIN, CHANGE, GAME = N_("Time"), N_("Workshop"), N_("Panels"), N_("Changes"), N_("Game")

# What screens share

COLOURS = Key("K", "K", "colours", N_("other colours, fewer or more"), GAME)
LANGUAGE = Key("l", "l", "language", N_("language: English, Polish"), GAME, 13, N_("polski"))
HELP = Key("question_mark", "?", "help", N_("help"), GAME, 12, N_("help"))
CLOSE = Key("escape", "Esc", "back", N_("close"), GAME)
LEAVE = Key("q", "q", "leave", N_("leave"), GAME, 14, N_("leave"))
POSTCARD = Key("P", "P", "postcard", N_("write a postcard: three pictures, as text and SVG"), GAME)
EVERYWHERE = (COLOURS, LANGUAGE, HELP)
LOOK_AROUND = (
    Key("w", "w", "orbit(0, 1)", N_("look from higher up"), FLOOR),
    Key("s", "s", "orbit(0, -1)", N_("look from lower down"), FLOOR),
    Key("a", "a", "orbit(-1, 0)", N_("walk around to the left"), FLOOR),
    Key("d", "d", "orbit(1, 0)", N_("walk around to the right"), FLOOR),
    Key("z", "z", "zoom(-1)", N_("closer"), FLOOR),
    Key("Z", "Z", "zoom(1)", N_("farther away"), FLOOR),
)

# The screens; the levels' are in `screens/levels/keys`

LAB_KEYS = (
    Key("space", N_("space"), "play", N_("play and pause"), TIME, 1, N_("play")),
    Key("n", "n", "tell('next_epoch')", N_("next epoch: one more rebuild"), TIME, 2, N_("next")),
    Key("p", "p", "tell('next_phase')", N_("next phase of the loop"), TIME, 3, N_("phase")),
    Key("left", "←", "arrow('left')", N_("back in time, or what has the focus"), TIME),
    Key("right", "→", "arrow('right')", N_("on in time; at the newest epoch train one more"), TIME),
    Key("up", "↑", "arrow('up')", N_("up, in what has the focus"), TIME),
    Key("down", "↓", "arrow('down')", N_("down, in what has the focus"), TIME),
    Key("comma,pageup", ", PgUp", "tell('step', -1)", N_("one epoch back"), TIME),
    Key("full_stop,pagedown", ". PgDn", "tell('step', 1)", N_("one epoch on"), TIME),
    Key("home", "Home", "tell('seek', 0)", N_("rewind to the start"), TIME),
    Key("end", "End", "to_newest", N_("to the newest epoch"), TIME),
    Key("m", "m", "view('film')", N_("film strip: the run in five pictures"), TIME),
    Key("b", "b", "view('notebook')", N_("notebook: what was done and when"), TIME),
    Key("less_than_sign", "<", "tell('change_speed', -1)", N_("slower"), TIME),
    Key("greater_than_sign", ">", "tell('change_speed', 1)", N_("faster"), TIME, 6, N_("faster")),
    *LOOK_AROUND,
    Key("x", "x", "tell('toggle_peek')", N_("peek into the box (it is written down)"), FLOOR, 9, N_("peek")),
    Key("g", "g", "tell('grab')", N_("grab a part, or let go of it"), FLOOR, 8, N_("grab")),
    Key("t", "t", "view('sit')", N_("sit test: a cat, a grandmother, a hippopotamus"), FLOOR, 8, N_("sit")),
    Key("left_square_bracket", "[", "tell('hand.reach', -1)", N_("the part in hand: towards the front"), FLOOR),
    Key("right_square_bracket", "]", "tell('hand.reach', 1)", N_("the part in hand: towards the back"), FLOOR),
    Key(
        "tab", "Tab", "focus_panel(1)", N_("next panel: box, headphones, brain, workshop, time"), BRAIN, 10, N_("panel")
    ),
    Key("shift+tab", "Shift+Tab", "focus_panel(-1)", N_("previous panel"), BRAIN),
    Key("enter", "Enter", "enter", N_("set the chosen weight; put the part in hand right"), BRAIN),
    Key("k", "k", "cable", N_("the chosen weight's cable: where its slope comes from"), BRAIN),
    Key(
        "plus,equals_sign",
        "+",
        "tell('change_volume', 1)",
        N_("turn the volume up (learning rate)"),
        CHANGE,
        4,
        N_("volume"),
    ),
    Key("minus", "-", "tell('change_volume', -1)", N_("turn the volume down"), CHANGE),
    Key("f", "f", "tell('fork')", N_("fork: go on from here on a branch of its own"), CHANGE, 7, N_("fork")),
    Key("v", "v", "tell('switch_branch')", N_("the next branch"), CHANGE),
    Key("u,backspace", "u", "undo", N_("undo; after a burn-out back to just before"), CHANGE, 11, N_("undo")),
    Key("U", "U", "tell('redo')", N_("do again what was undone"), CHANGE),
    Key("o", "o", "settings", N_("settings: chair, brain, optimizer, batch …"), CHANGE, 5, N_("settings")),
    Key("R", "R", "tell('new_brain')", N_("a new brain (the next seed)"), CHANGE),
    Key("r", "r", "go_on", N_("go on with the run you left last"), GAME),
    Key("S", "S", "save", N_("save the run"), GAME),
    POSTCARD,
    *EVERYWHERE,
    CLOSE,
    LEAVE,
)
OPENING_KEYS = (
    Key("space,enter,pagedown", N_("space"), "begin", N_("begin"), GAME, 1),
    COLOURS,
    Key("l", "l", "language", N_("language: English, Polish"), GAME, 2, N_("polski")),
    Key("escape", "Esc", "back", N_("to the title"), GAME, 3, N_("title")),
    replace(LEAVE, footer=4),
)
HELP_KEYS = (
    Key("escape,question_mark,space,enter", "Esc", "back", N_("close"), GAME, 1),
    Key("down,pagedown,full_stop", "↓", "scroll(1)", N_("scroll down"), GAME, 2),
    Key("up,pageup,comma", "↑", "scroll(-1)", N_("scroll up"), GAME, 3),
    COLOURS,
    Key("l", "l", "language", N_("language: English, Polish"), GAME, 4, N_("polski")),
    Key("q", "q", "leave", N_("leave"), GAME, 5),
)
TITLE_KEYS = (
    Key("enter,space", "Enter", "take", N_("take what is chosen"), GAME, 1, N_("take")),
    Key("down,right,tab,pagedown", "↑ ↓", "choose(1)", N_("choose further down"), GAME, 2, N_("choose")),
    Key("up,left,shift+tab,pageup", "↑", "choose(-1)", N_("choose further up"), GAME),
    Key("s", "s", "story", N_("the story, where it goes on"), GAME, 3, N_("story")),
    Key("m", "m", "map", N_("the level map"), GAME),
    Key("b", "b", "lab", N_("the lab"), GAME, 4, N_("lab")),
    Key("w", "w", "words", N_("words: it learns your text"), GAME, 7, N_("words")),
    Key("k", "k", "hide", N_("hide a thing"), GAME, 5, N_("hide")),
    Key("p", "p", "present", N_("present: a lesson for a room"), GAME, 6, N_("present")),
    Key("o", "o", "settings", N_("settings"), GAME),
    Key("a", "a", "about", N_("what this is about"), GAME),
    *EVERYWHERE,
    LEAVE,
)
MAP_KEYS = (
    Key("enter,space", "Enter", "play", N_("play the chosen level"), GAME, 1, N_("play"), when="may_go"),
    Key("down,right,tab,pagedown", "↑ ↓", "choose(1)", N_("the next level"), GAME, 2, N_("choose")),
    Key("up,left,shift+tab,pageup", "↑", "choose(-1)", N_("the level before"), GAME),
    Key("escape,backspace", "Esc", "back", N_("to the title"), GAME, 3, N_("title")),
    Key("R", "R", "read", N_("the chosen level with its pages"), GAME, 4, N_("its pages"), when="may_read"),
    Key("s", "s", "share", N_("your stars as five lines for a chat"), GAME, 5, N_("share"), when="may_share"),
    *EVERYWHERE,
    LEAVE,
)
ENDING_KEYS = (
    Key("b", "b", "lab", N_("the lab"), GAME, 1, N_("lab")),
    Key("w", "w", "words", N_("words: it learns your text"), GAME, 2, N_("words")),
    Key("k", "k", "hide", N_("hide a thing"), GAME, 3, N_("hide")),
    Key("m", "m", "map", N_("the level map"), GAME, 4, N_("map")),
    replace(POSTCARD, footer=5, short=N_("postcard"), when="may_send"),
    Key("escape,backspace", "Esc", "back", N_("to the title"), GAME, 6, N_("title")),
    *EVERYWHERE,
    LEAVE,
)
THREE_KEYS = (
    Key("space,enter,full_stop,pagedown", N_("space"), "on", N_("on"), GAME, 1, when="may_go_on"),
    Key("1", "1 2 3", "need(1)", N_("name one of the three; then take it away"), CHANGE, 2, N_("name one"), "may_name"),
    Key("2", "2", "need(2)", N_("the second of the three"), CHANGE),
    Key("3", "3", "need(3)", N_("the third of the three"), CHANGE),
    Key("0", "0", "strike", N_("strike the chosen weight out, or put it back"), CHANGE, 2, N_("strike"), "may_strike"),
    Key("left", "← →", "choose(-1, 0)", N_("the weight before"), CHANGE, 3, N_("another weight"), "may_strike"),
    Key("right", "→", "choose(1, 0)", N_("the next weight"), CHANGE),
    Key("up", "↑", "choose(0, -1)", N_("a row up"), CHANGE),
    Key("down", "↓", "choose(0, 1)", N_("a row down"), CHANGE),
    Key("comma,pageup,backspace", ",", "back_up", N_("one page back"), GAME),
    replace(POSTCARD, footer=5, short=N_("postcard"), when="may_send"),
    Key("escape", "Esc", "back", N_("skip the rest"), GAME, 4, N_("skip")),
    *EVERYWHERE,
    LEAVE,
)
SETTINGS_KEYS = (
    Key("right,enter,space,plus", "→", "change(1)", N_("the next value"), GAME, 1, N_("change")),
    Key("left,minus", "←", "change(-1)", N_("the value before"), GAME),
    Key("down,tab,pagedown", "↓", "choose(1)", N_("choose further down"), GAME, 2, N_("choose")),
    Key("up,shift+tab,pageup", "↑", "choose(-1)", N_("choose further up"), GAME),
    Key("escape,o,backspace", "Esc", "back", N_("to the title"), GAME, 3, N_("title")),
    *EVERYWHERE,
    LEAVE,
)
ABOUT_KEYS = (
    Key("right,space,enter,pagedown,down,full_stop", N_("space"), "turn(1)", N_("on"), GAME, 1),
    Key("left,pageup,up,comma", "←", "turn(-1)", N_("one page back"), GAME, 2, N_("back")),
    Key("escape,a,backspace", "Esc", "back", N_("to the title"), GAME, 3, N_("title")),
    *EVERYWHERE,
    LEAVE,
)
WEIGHT_CABLE_KEYS = (
    Key("escape,k,enter,space", "Esc", "back", N_("close"), GAME, 1),
    Key("left", "← →", "choose(0, -1)", N_("another neuron at the weight's end"), BRAIN, 2, N_("neuron")),
    Key("right", "→", "choose(0, 1)", N_("another neuron at the weight's end"), BRAIN),
    Key("up", "↑ ↓", "choose(-1, 0)", N_("another beginning of the weight"), BRAIN, 3, N_("input")),
    Key("down", "↓", "choose(1, 0)", N_("another beginning of the weight"), BRAIN),
    Key("comma,pageup", ",", "step(-1)", N_("one epoch back"), TIME, 4, N_("back")),
    Key("full_stop,pagedown,n", ".", "step(1)", N_("one epoch on"), TIME, 5, N_("next")),
    COLOURS,
    LANGUAGE,
    LEAVE,
)
ARRANGE_KEYS = (
    Key("1,2,3,4,5,6,7,8", "1-8", "take", N_("take a part from the shelf"), CHANGE, 1, N_("take a part")),
    Key(
        "tab",
        "Tab",
        "tell('select_next', 1)",
        N_("the next part"),
        CHANGE,
        2,
        N_("next part"),
        "arrangement.has_others",
    ),
    Key("shift+tab", "Shift+Tab", "tell('select_next', -1)", N_("the part before"), CHANGE),
    Key("left", "←", "move(-1, 0, 0)", N_("the part to the left"), CHANGE),
    Key("right", "→", "move(1, 0, 0)", N_("the part to the right"), CHANGE),
    Key("up", "↑", "move(0, 0, 1)", N_("the part higher"), CHANGE, 3, N_("arrows: move"), "arrangement.parts"),
    Key("down", "↓", "move(0, 0, -1)", N_("the part lower"), CHANGE),
    Key(
        "left_square_bracket",
        "[",
        "move(0, -1, 0)",
        N_("the part to the front"),
        CHANGE,
        4,
        N_("] depth"),
        when="arrangement.parts",
    ),
    Key("right_square_bracket", "]", "move(0, 1, 0)", N_("the part to the back"), CHANGE),
    Key("r", "r", "tell('turn', 2)", N_("turn the part around"), CHANGE, 5, N_("turn"), "arrangement.parts"),
    Key("e", "e", "tell('turn', 0)", N_("tip the part forwards"), CHANGE, 6, N_("tip"), "arrangement.parts"),
    Key("f", "f", "tell('turn', 1)", N_("tip the part sideways"), CHANGE),
    Key("minus,delete", "-", "tell('remove')", N_("put the part back on the shelf"), CHANGE),
    Key("u", "u", "undo", N_("undo your last move"), CHANGE, 7, N_("undo"), "arrangement.is_touched"),
    Key("backspace", "BkSp", "erase", N_("undo; in the name a letter less"), CHANGE),
    Key("enter", "Enter", "lock", N_("name the thing and lock the box"), CHANGE, 8, N_("lock it")),
    *LOOK_AROUND,
    *EVERYWHERE,
    CLOSE,
    LEAVE,
)
HIDDEN_KEYS = (
    Key("space", N_("space"), "play", N_("play or pause"), TIME, 1, N_("play")),
    Key("n", "n", "step(1)", N_("next epoch"), TIME, 3, N_("next")),
    Key("right,full_stop,pagedown", "→", "step(1)", N_("one epoch on"), TIME),
    Key("left,comma,pageup", "←", "step(-1)", N_("one epoch back"), TIME, 5, N_("time"), "run.session.epoch"),
    Key("less_than_sign", "<", "speed(-1)", N_("slower"), TIME),
    Key("greater_than_sign", ">", "speed(1)", N_("faster"), TIME, 4, N_("faster")),
    Key("b", "b", "bet", N_("bet on an epoch, before the first signal"), CHANGE, 2, N_("bet"), "run.may_bet"),
    Key("enter", "Enter", "take_bet", N_("the number of the bet is whole"), CHANGE),
    Key("u,backspace", "u", "undo", N_("take the last bet back"), CHANGE),
    Key("o", "o", "open", N_("open the box: both side by side"), CHANGE, 6, N_("open the box"), "run.is_locked"),
    Key(
        "S",
        "S",
        "save",
        N_("save the thing as a chair file, once the box is open"),
        CHANGE,
        7,
        N_("save"),
        when="run.is_open",
    ),
    Key("N", "N", "another", N_("hide another thing"), CHANGE, 2, N_("another"), "run.is_open"),
    *LOOK_AROUND,
    *EVERYWHERE,
    CLOSE,
    LEAVE,
)
PRESENT_KEYS = (
    Key("space,pagedown,right,n", N_("space"), "on", N_("on: the answer, the next stop"), TIME, 1, when="can_go_on"),
    Key("enter", "Enter", "enter", N_("the number of hands is whole; else on"), TIME),
    Key("pageup,left,p", "PgUp", "back_up", N_("back: to the question, to the stop before"), TIME, 4, N_("back")),
    Key("1,2,3,4,5,6,7,8,9", "1-9", "digit", N_("to a stop; while a question is open how many hands"), TIME),
    Key("r", "r", "restart", N_("the lesson from its beginning"), TIME, 3, N_("again"), when="talk.is_at_end"),
    Key("full_stop", ".", "blank", N_("blank the screen, and back"), TIME, 5, N_("blank")),
    Key("w", "w", "wait", N_("wait: the lab in this very state; Esc comes back"), TIME, 6, N_("wait"), "talk.session"),
    Key("T", "T", "timer", N_("a timer in the corner, and off again"), TIME),
    Key(
        "a,A",
        "a b c",
        "hands('A')",
        N_("how many hands an answer has: a 12 b 30"),
        GAME,
        2,
        N_("hands"),
        "talk.is_asking",
    ),
    Key("b,B", "b", "second", N_("hands for the second answer; with no question open blank the screen"), GAME),
    Key("c,C", "c", "hands('C')", N_("hands for the third answer"), GAME),
    Key("backspace", "BkSp", "erase", N_("a digit less"), GAME),
    COLOURS,
    Key("l", "l", "language", N_("language: English, Polish"), GAME),
    HELP,
    Key("q,escape", "q", "leave", N_("leave; it asks first"), GAME, 14, N_("leave")),
)


def bindings_of(keys: tuple[Key, ...]) -> list[BindingType]:
    """A screen's bindings. They come before textual's own meanings of tab and the like."""
    interrupt = Binding("ctrl+c", "interrupt", show=False, priority=True)
    stop = Binding("ctrl+z", "app.suspend_process", show=False, priority=True)
    return [*(Binding(key.keys, key.action, show=False, priority=True) for key in keys), interrupt, stop]
