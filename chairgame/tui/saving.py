"""The keys that write the run on the screen into the player's folder, and say where it is. The drawing is elsewhere."""

from chairgame.game.news import News
from chairgame.game.session.model import GameSession
from chairgame.game.session.saving import save_session
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.tui.game import Game


def keep_run(game: Game, session: GameSession) -> None:
    """As a run that can be played again."""
    try:
        path = save_session(session, game.options.home)
    except PlayerError as error:
        session.voice.tell(News.of_error(error))
    else:
        session.say(N_("Saved. chairgame replay {name} plays it again."), name=path.stem)


def keep_postcard(game: Game, session: GameSession) -> None:
    """As a postcard, if there is anything to show on it."""
    from chairgame.graphics.film.postcard import is_worth_a_postcard  # noqa: PLC0415  (few games ask for one)
    from chairgame.tui.farewell import write_postcard  # noqa: PLC0415

    if not is_worth_a_postcard(session.history):
        session.say(N_("Nothing to show yet: a postcard needs a few rebuilds."))
        return
    game.keep()
    try:
        file = write_postcard(game, session)
    except PlayerError as error:
        session.voice.tell(News.of_error(error))
    else:
        session.say(N_("Postcard (and .svg): {file}"), file=str(file))
