"""The keys of the volume: runs, what they will come to, and the knob."""

from chairgame.text.catalogue import N_
from chairgame.tui.keys import CHANGE, LOOK_AROUND, TIME, Key
from chairgame.tui.screens.levels.keys import LEVEL_KEYS

VOLUME_KEYS = (
    Key("space", N_("space"), "play", N_("let the run run, and hold it"), TIME, 1, N_("run"), when="play.can_run"),
    Key(
        "1",
        "1 2 3",
        "read('crawl')",
        N_("at the question: it crawls (1), learns (2) or burns out (3)"),
        CHANGE,
        2,
        N_("read"),
        when="play.is_asking",
    ),
    Key("2", "2", "read('learn')", N_("at the question: it learns"), CHANGE),
    Key("3", "3", "read('burn')", N_("at the question: it burns out"), CHANGE),
    Key(
        "plus,equals_sign",
        "+ -",
        "tell('attempt.do', 'volume 1')",
        N_("turn the volume up (learning rate)"),
        CHANGE,
        3,
        N_("volume"),
    ),
    Key("minus", "-", "tell('attempt.do', 'volume -1')", N_("turn the volume down"), CHANGE),
    Key(
        "greater_than_sign",
        ">",
        "tell('play.pace.change', 1)",
        N_("faster"),
        TIME,
        4,
        N_("faster"),
        when="play.running",
    ),
    Key("less_than_sign", "<", "tell('play.pace.change', -1)", N_("slower"), TIME),
    Key(
        "end",
        "End",
        "epochs",
        N_("to the question, the smoke, the end"),
        TIME,
        5,
        N_("skip"),
        when="may_skip",
    ),
    Key("n,full_stop,pagedown", "n", "epochs(1)", N_("next epoch: one more rebuild"), TIME),
    Key("N", "N", "brain", N_("the next newborn brain"), CHANGE, 8, N_("brain"), when="may_change_brain"),
    Key("home", "Home", "tell('attempt.do', 'anew')", N_("this run from its beginning"), TIME),
    *LOOK_AROUND,
    *LEVEL_KEYS,
)
