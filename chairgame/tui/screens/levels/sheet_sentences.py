"""What the news line of the instruction sheet's level says when there is no news: which key, and why."""

from chairgame.game.story.sheet_play import Act, SheetPlay
from chairgame.text.catalogue import Catalogue
from chairgame.tui.widgets.sheet_desk import Desk


def sentence_of(play: SheetPlay, desk: Desk, _: Catalogue) -> str:
    """The next step."""
    match play.act:
        case Act.SORT:
            return _sorting(play, _)
        case Act.WRITE:
            return _writing(play, _)
        case _:
            return _watching(play, desk, _)


def _sorting(play: SheetPlay, _: Catalogue) -> str:
    if play.is_sorted:
        return _("In order, by swapping neighbours. Space: now you write the instructions.")
    return _("← → choose two neighbours, Enter swaps them. Smallest to the left.")


def _writing(play: SheetPlay, _: Catalogue) -> str:
    if play.film < 1:
        return _("Line by line, and no thought between.")
    if play.is_built:
        return _("It builds. Space: the network gets the same chair. Or change the sheet: another chair will come.")
    return _("↑ ↓ a line, ← → other words, Tab its next word: part, instruction, to what. Enter runs it.")


def _watching(play: SheetPlay, desk: Desk, _: Catalogue) -> str:
    if desk.bet is not None:
        return _("The first chair's parts again, but another thing. Rebuilds to under 3 cm? Enter bets, Esc: not yet.")
    if desk.has_programs:
        return _("Both build the first chair. ↑ ↓ a line, ← → sheet or network, 0 strikes it out. Which can you read?")
    if play.film < 1:
        return _("Left the sheet, line by line. Right the network, rebuild by rebuild.")
    if play.needs_bet:
        return _("b: bet how many rebuilds the network will need for what comes next.")
    if play.has_watched_all:
        return _("Tab: both programs, the sheet's and the network's. e: what it was.")
    return _("Space: the box swaps the chair. Sheet and network stay as they are.")
