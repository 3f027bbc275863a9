"""The key that writes a postcard of the run on the screen, for screens with a session. The drawing is elsewhere."""

from chairgame.game.news import News
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import N_
from chairgame.text.errors import PlayerError
from chairgame.tui.screens.base import GameScreen


class PostcardKey(GameScreen):
    """A screen with a session, and the key's action."""

    session: GameSession

    def action_postcard(self) -> None:
        """To the player's folder."""
        from chairgame.graphics.film.postcard import is_worth_a_postcard  # noqa: PLC0415  (few games ask for one)
        from chairgame.tui.farewell import write_postcard  # noqa: PLC0415

        session = self.session
        if not is_worth_a_postcard(session.history):
            session.say(N_("Nothing to show yet: a postcard needs a few rebuilds."))
            self.show()
            return
        self.game.keep()
        try:
            file = write_postcard(self.game, session)
        except PlayerError as error:
            session.voice.tell(News.of_error(error))
        else:
            session.say(N_("Postcard (and .svg): {file}"), file=str(file))
        self.show()
