"""A session's news for somebody without the screen's keys: where a sentence names a key, one that names a command."""

from dataclasses import replace

from chairgame.game.news import News
from chairgame.text.catalogue import N_

IN_WORDS = {
    "Branch {name}: a copy of the brain from epoch {epoch}. v changes between the branches.": N_(
        "Branch {name}: a copy of the brain from epoch {epoch}. The command branch changes between the branches."
    ),
    "There is only one branch. f makes another one.": N_("There is only one branch. The command fork makes another."),
    "Just before it burned. Make it quieter («-») and try again.": N_(
        "Just before it burned. Turn the volume down with quieter and try again."
    ),
    "Undone: epoch {epoch}, volume {rate} again. U takes it back.": N_(
        "Undone: epoch {epoch}, volume {rate} again. redo takes it back."
    ),
    "You hold {label}. Arrows and [ ] move it, Enter puts it right, g lets go.": N_(
        "You hold {label}. move X Y Z moves it, right puts it right, drop lets go."
    ),
    "{label} is right, by your hand; the brain has not changed. n builds it again.": N_(
        "{label} is right, by your hand; the brain has not changed. next builds it again."
    ),
    "The brain burned out: its numbers grew past all bounds. u: back to before.": N_(
        "The brain burned out: its numbers grew past all bounds. undo goes back to just before."
    ),
    "It stands! A grandmother could sit on it. t: let somebody sit down.": N_(
        "It stands! A grandmother could sit on it."
    ),
    "A run rests after {n} epochs. Go back, turn the volume; or R: a new brain.": N_(
        "A run rests after {n} epochs. new gives a new brain; or go back in time and turn the volume there."
    ),
    "Under 2 cm: the box opens. x shows what was inside.": N_("Under 2 cm: the box opens. peek tells what was inside."),
}


def in_words(news: News) -> News:
    """The same news without keys."""
    return replace(news, message=IN_WORDS.get(news.message, news.message))
