"""`chairgame chairs`: lists the chairs that ship with the game, and checks chair files that somebody wrote."""

from chairgame.cli.command import Group
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.cli.values import shown
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import PlayerError

NAME = "chairs"
GROUP = Group.LEARN
PURPOSE = N_("list the chairs, or check a chair file")
CHECK = "check"


def add(options: Options, _: Catalogue) -> None:
    """Which files to check, if any."""
    options.take_words("files", f"{CHECK} {_('FILE')}", _("check chair files"), most=None)
    options.flag("--json", _("print JSON, for programs"))


def run(context: Context) -> int:
    """Raises PlayerError for another word than `check`, and for `check` alone."""
    with loading():
        from chairgame.cli.chairs import check_chairs, list_chairs
    words = context.arguments.files
    if not words:
        return list_chairs(context)
    if words[0] != CHECK:
        message = N_("command {found}: expected one of {commands}")
        raise PlayerError(message, found=shown(words[0]), commands=CHECK)
    if len(words) == 1:
        raise PlayerError(N_("chairs check: expected a chair file, found nothing"))
    return check_chairs(words[1:], context)
