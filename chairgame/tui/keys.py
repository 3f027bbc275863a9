"""The one table of keys: the footer, the help page and the screens' bindings all come from it."""

from dataclasses import dataclass

from textual.binding import Binding, BindingType

from chairgame.text.catalogue import N_, Catalogue


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

    def name_in(self, catalogue: Catalogue) -> str:
        """The key as it is written in a language."""
        return catalogue(self.shown) if self.shown.isalpha() and len(self.shown) > 1 else self.shown


TIME, FLOOR, BRAIN, CHANGE, GAME = N_("Time"), N_("Workshop"), N_("Panels"), N_("Changes"), N_("Game")

LAB_KEYS = (
    Key("space", N_("space"), "play", N_("play and pause"), TIME, 1, N_("play")),
    Key("n", "n", "next_epoch", N_("next epoch: one more rebuild"), TIME, 2, N_("next")),
    Key("p", "p", "next_phase", N_("next phase of the loop"), TIME, 3, N_("phase")),
    Key("left", "←", "arrow('left')", N_("back in time, or what has the focus"), TIME),
    Key("right", "→", "arrow('right')", N_("on in time; at the newest epoch train one more"), TIME),
    Key("up", "↑", "arrow('up')", N_("up, in what has the focus"), TIME),
    Key("down", "↓", "arrow('down')", N_("down, in what has the focus"), TIME),
    Key("comma,pageup", ", PgUp", "step(-1)", N_("one epoch back"), TIME),
    Key("full_stop,pagedown", ". PgDn", "step(1)", N_("one epoch on"), TIME),
    Key("home", "Home", "to_start", N_("rewind to the start"), TIME),
    Key("end", "End", "to_newest", N_("to the newest epoch"), TIME),
    Key("m", "m", "film", N_("film strip: the run in five pictures"), TIME),
    Key("b", "b", "notebook", N_("notebook: what was done and when"), TIME),
    Key("less_than_sign", "<", "speed(-1)", N_("slower"), TIME),
    Key("greater_than_sign", ">", "speed(1)", N_("faster"), TIME, 6, N_("faster")),
    Key("w", "w", "orbit(0, 1)", N_("look from higher up"), FLOOR),
    Key("s", "s", "orbit(0, -1)", N_("look from lower down"), FLOOR),
    Key("a", "a", "orbit(-1, 0)", N_("walk around to the left"), FLOOR),
    Key("d", "d", "orbit(1, 0)", N_("walk around to the right"), FLOOR),
    Key("z", "z", "zoom(-1)", N_("closer"), FLOOR),
    Key("Z", "Z", "zoom(1)", N_("farther away"), FLOOR),
    Key("x", "x", "peek", N_("peek into the box (it is written down)"), FLOOR, 9, N_("peek")),
    Key("g", "g", "grab", N_("grab a part, or let go of it"), FLOOR, 8, N_("grab")),
    Key("t", "t", "sit", N_("sit test: a cat, a grandmother, a hippopotamus"), FLOOR, 8, N_("sit")),
    Key("left_square_bracket", "[", "hand_depth(-1)", N_("the part in hand: towards the front"), FLOOR),
    Key("right_square_bracket", "]", "hand_depth(1)", N_("the part in hand: towards the back"), FLOOR),
    Key("tab", "Tab", "focus_panel(1)", N_("next panel: time, box, headphones, brain"), BRAIN, 10, N_("panel")),
    Key("shift+tab", "Shift+Tab", "focus_panel(-1)", N_("previous panel"), BRAIN),
    Key("enter", "Enter", "enter", N_("set the chosen weight; put the part in hand right"), BRAIN),
    Key("k", "k", "cable", N_("the chosen weight's cable: where its slope comes from"), BRAIN),
    Key("plus,equals_sign", "+", "volume(1)", N_("turn the volume up (learning rate)"), CHANGE, 4, N_("volume")),
    Key("minus", "-", "volume(-1)", N_("turn the volume down"), CHANGE),
    Key("f", "f", "fork", N_("fork: go on from here on a branch of its own"), CHANGE, 7, N_("fork")),
    Key("v", "v", "switch_branch", N_("the next branch"), CHANGE),
    Key("u,backspace", "u", "undo", N_("undo; after a burn-out back to just before"), CHANGE, 11, N_("undo")),
    Key("U", "U", "redo", N_("do again what was undone"), CHANGE),
    Key("o", "o", "settings", N_("settings: chair, brain, optimizer, batch …"), CHANGE, 5, N_("settings")),
    Key("R", "R", "new_brain", N_("a new brain (the next seed)"), CHANGE),
    Key("r", "r", "go_on", N_("go on with the run you left last"), GAME),
    Key("S", "S", "save", N_("save the run"), GAME),
    Key("P", "P", "postcard", N_("write a postcard: three pictures, as text and SVG"), GAME),
    Key("c", "c", "colours", N_("other colours, fewer or more"), GAME),
    Key("l", "l", "language", N_("language: English, Polish"), GAME, 13, N_("polski")),
    Key("question_mark", "?", "help", N_("help"), GAME, 12, N_("help")),
    Key("escape", "Esc", "back", N_("close"), GAME),
    Key("q", "q", "leave", N_("leave"), GAME, 14, N_("leave")),
)
OPENING_KEYS = (
    Key("space,enter,pagedown", N_("space"), "begin", N_("begin"), GAME, 1),
    Key("l", "l", "language", N_("language: English, Polish"), GAME, 2, N_("polski")),
    Key("q,escape", "q", "leave", N_("leave"), GAME, 3),
)
HELP_KEYS = (
    Key("escape,question_mark,space,enter", "Esc", "back", N_("close"), GAME, 1),
    Key("down,pagedown,full_stop", "↓", "scroll(1)", N_("scroll down"), GAME, 2),
    Key("up,pageup,comma", "↑", "scroll(-1)", N_("scroll up"), GAME, 3),
    Key("l", "l", "language", N_("language: English, Polish"), GAME, 4, N_("polski")),
    Key("q", "q", "leave", N_("leave"), GAME, 5),
)


def bindings_of(keys: tuple[Key, ...]) -> list[BindingType]:
    """A screen's bindings. They come before textual's own meanings of tab and the like."""
    interrupt = Binding("ctrl+c", "interrupt", show=False, priority=True)
    stop = Binding("ctrl+z", "app.suspend_process", show=False, priority=True)
    return [*(Binding(key.keys, key.action, show=False, priority=True) for key in keys), interrupt, stop]
