"""`chairgame present [FILE]`: gives a lesson on a projector, or prints the speaker's script."""

from pathlib import Path

from chairgame.cli.context import Context
from chairgame.cli.output import print_line, tell
from chairgame.cli.screen import open_lesson
from chairgame.game.lesson.files import built_in_lesson, read_lesson
from chairgame.game.lesson.notes import notes_page, notes_text
from chairgame.text.catalogue import N_
from chairgame.text.disk import Mark, write
from chairgame.text.errors import PlayerError


def present(context: Context) -> int:
    """Raises PlayerError for a lesson that makes no sense, a page that cannot be written, or no terminal."""
    arguments, _ = context.arguments, context.catalogue
    lesson = read_lesson(Path(arguments.file[0])) if arguments.file else built_in_lesson()
    if arguments.notes is None:
        return open_lesson(lesson, context, attract=arguments.attract)
    if not arguments.notes:
        for line in notes_text(lesson, _).splitlines():
            print_line(line)
        return 0
    path = Path(arguments.notes)
    if path.suffix.lower() not in (".html", ".htm"):
        raise PlayerError(N_("--notes {file}: expected a file that ends in .html"), file=path)
    write(path, notes_page(lesson, _).encode(), Mark.NOTES, force=arguments.force, parents=False)
    tell(_("{file} is written: open it on the second screen.", file=path))
    return 0
