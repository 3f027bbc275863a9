"""`chairgame present [FILE]`: gives a lesson on a projector, or prints the speaker's script."""

from pathlib import Path
from typing import TYPE_CHECKING

from chairgame.cli.command import Group
from chairgame.cli.context import Context
from chairgame.cli.loading import loading
from chairgame.cli.options import Options
from chairgame.cli.values import STANDARD_OUTPUT
from chairgame.terminal.depth import HIGH_CONTRAST
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.disk import Mark, write
from chairgame.text.errors import PlayerError

if TYPE_CHECKING:
    from chairgame.game.lesson.lesson import Lesson

NAME = "present"
GROUP = Group.SHARE
PURPOSE = N_("give a lesson on a projector: one key, eight questions")


def add(options: Options, _: Catalogue) -> None:
    """Which lesson, and in what form."""
    options.take_words("file", _("FILE"), _("a lesson of your own, a TOML file"))
    options.optional_value(
        "--notes", "FILE.html", _("print the speaker's script, or write it as a page for the second screen")
    )
    options.force()
    options.flag("--attract", _("go on by itself, over and over, until a key is pressed"))
    options.flag("--big", _("large digits for the epoch and the distance"))


def run(context: Context) -> int:
    """Raises PlayerError for a lesson that makes no sense, a page that cannot be written, or no terminal."""
    with loading():
        from chairgame.game.lesson.files import built_in_lesson, read_lesson
    arguments = context.arguments
    lesson = read_lesson(Path(arguments.file[0])) if arguments.file else built_in_lesson()
    if arguments.notes is not None:
        return _tell_notes(lesson, context)
    with loading():
        from chairgame.cli.screen import open_place
        from chairgame.game import places
    theme = getattr(arguments, "theme", HIGH_CONTRAST)  # for a room, unless another one is asked for
    return open_place(context, places.Lesson(lesson, goes_on=arguments.attract), theme=theme, big=arguments.big)


def _tell_notes(lesson: "Lesson", context: Context) -> int:
    """The script, on standard output or as a page in a file."""
    with loading():
        from chairgame.cli.output import print_line, tell
        from chairgame.game.lesson.notes import notes_page, notes_text
    _, notes = context.catalogue, context.arguments.notes
    if notes in ("", STANDARD_OUTPUT):
        for line in notes_text(lesson, _).split("\n")[:-1]:
            print_line(line)
        return 0
    path = Path(notes)
    if path.suffix.lower() not in (".html", ".htm"):
        raise PlayerError(N_("--notes {file}: expected a file that ends in .html"), file=path)
    write(path, notes_page(lesson, _).encode(), Mark.NOTES, force=context.arguments.force, parents=False)
    tell(_("{file} is written: open it on the second screen.", file=path))
    return 0
