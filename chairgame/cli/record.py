"""`chairgame record RUN`: writes a saved run as GIF, asciicast, SVG or postcard, without a screen.

The same run and options give the same bytes: what the terminal or the environment can show plays no part. An
asciicast's time stamp is left out unless SOURCE_DATE_EPOCH says which.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path
from shlex import quote
from typing import Self

from chairgame.chair.parts import Chair
from chairgame.cli.context import Context
from chairgame.cli.output import print_data, tell
from chairgame.cli.values import STANDARD_OUTPUT
from chairgame.game.home import run_to_load
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.film.reel import MOST_FRAMES, Frame, frame_count, reel
from chairgame.graphics.film.stage import FilmStage, Shape, Stage
from chairgame.graphics.film.word_stage import WordStage, text_title
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.disk import Mark, try_to_write, write
from chairgame.text.errors import PlayerError
from chairgame.training.history import History
from chairgame.training.runs import Run, history_of, load_learned_run
from chairgame.words.facts import Facts
from chairgame.words.reading import Reading

OUTPUTS = ("gif", "cast", "svg", "postcard")
BAR_COLUMNS = 30
POSTCARD_COLUMNS = 80


def record(context: Context) -> int:
    """Raises PlayerError when there is no such run, nothing to write, or a file that cannot be written."""
    arguments, _ = context.arguments, context.catalogue
    path = run_to_load(arguments.run[0], context.home)
    run = load_learned_run(path)
    if isinstance(run.about, Facts):
        raise PlayerError(N_("{file}: is a run of who has what, of which there are no films"), file=path)
    files = _files(arguments, path)
    frames = _frames(run, arguments)
    for name, file in files.items():
        if _is_standard_output(file):
            _refuse_terminal(name)
        else:
            try_to_write(file, _mark(name, file), force=arguments.force, parents=False)
    made = _made(files, frames, run, context)
    for name, file in files.items():
        if _is_standard_output(file):
            print_data(made[name])
        else:
            write(file, made[name], _mark(name, file), force=arguments.force, parents=False)
            tell(_("{file} is written ({size} kB).", file=file, size=-(-len(made[name]) // 1000)))
    return 0


def _is_standard_output(file: Path) -> bool:
    return str(file) == STANDARD_OUTPUT


def _refuse_terminal(name: str) -> None:
    """A terminal would take a picture's bytes for characters, and for commands."""
    if name == "gif" and sys.stdout.isatty():
        raise PlayerError(N_("--{option} -: expected a pipe or a file behind standard output"), option=name)


def _made(files: dict[str, Path], frames: tuple[Frame, ...], run: Run, context: Context) -> dict[str, bytes]:
    """What is to be written, by the names of `files`; a bar shows how far it is."""
    arguments, _ = context.arguments, context.catalogue
    history, shape = history_of(run), _shape(arguments)
    frames = tuple(frame for frame in frames if frame.epoch <= history.newest)  # elsewhere it may burn out earlier
    wanted = frames if {"gif", "cast"} & set(files) else frames[-1:]
    stage, pictures = _stage(history, shape, _), []
    with ProgressBar(len(wanted) * (1 + ("gif" in files))) as bar:
        for frame in wanted:
            pictures.append(stage.picture(frame))
            bar.step()
        makers: dict[str, Callable[[], bytes]] = {
            "gif": lambda: _gif(pictures, wanted, shape, bar.step),
            "cast": lambda: _cast(pictures, wanted, history, context),
            "svg": lambda: _svg(pictures[-1], history, _),
            "postcard": lambda: _postcard(history, files["postcard"], arguments, shape, _),
        }
        return {name: makers[name]() for name in files}


def _stage(history: History, shape: Shape, _: Catalogue) -> Stage:
    """What draws a run's frames."""
    if isinstance(history.task.about, Reading):
        return WordStage(history, shape, _)
    return FilmStage(history, shape, _)


class ProgressBar:
    """How far it is, on standard error, where that is a terminal; nothing anywhere else."""

    def __init__(self, steps: int) -> None:
        self._steps, self._done, self._is_seen = steps, 0, sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._put("\r\x1b[K")

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        full = BAR_COLUMNS * self._done // self._steps
        self._put(f"\r[{'#' * full}{'.' * (BAR_COLUMNS - full)}] {100 * self._done // self._steps:3} %")

    def _put(self, text: str) -> None:
        if self._is_seen:
            sys.stderr.write(text)
            sys.stderr.flush()


def _files(arguments: argparse.Namespace, run: Path) -> dict[str, Path]:
    """What to write where. Raises PlayerError for nothing, and for a file that is asked for twice or is the run."""
    files = {name: Path(text) for name in OUTPUTS if (text := getattr(arguments, name)) is not None}
    if not files:
        options = ", ".join(f"--{name}" for name in OUTPUTS)
        raise PlayerError(N_("record: expected at least one of {options}"), options=options)
    taken = {_real(run)}
    for name, file in files.items():
        if _real(file) in taken:
            raise PlayerError(N_("--{option} {file}: expected a file that nothing else is in"), option=name, file=file)
        taken.add(_real(file))
    card = files.get("postcard")
    if card is not None and not _is_standard_output(card) and card.suffix.lower() not in (".txt", ".svg"):
        raise PlayerError(N_("--postcard {file}: expected a file that ends in .txt or .svg"), file=card)
    return files


def _mark(name: str, file: Path) -> Mark:
    """What a file of ours of this kind carries."""
    marks = {"gif": Mark.GIF, "cast": Mark.CAST, "svg": Mark.SVG, "postcard": Mark.POSTCARD}
    return Mark.SVG if file.suffix.lower() == ".svg" and name == "postcard" else marks[name]


def _real(file: Path) -> str:
    try:
        return os.path.realpath(file)
    except (OSError, ValueError) as error:  # a name that no file can have; a working folder that is gone
        why = getattr(error, "strerror", None) or error
        raise PlayerError(N_("{file}: cannot be written ({why})"), file=file, why=why) from error


def _frames(run: Run, arguments: argparse.Namespace) -> tuple[Frame, ...]:
    """Raises PlayerError for epochs that the run does not have, and for more frames than anybody will watch."""
    newest = len(run.rows) - 1
    first, last = arguments.epochs or (0, newest)
    if last > newest:
        raise PlayerError(N_("--epochs: expected epochs from 0 to {newest}, found {found}"), newest=newest, found=last)
    flight = isinstance(run.about, Chair) and not arguments.reduced_motion
    count = frame_count(first, last, arguments.speed, flight=flight)
    if count > MOST_FRAMES:
        message = N_("--speed: {count} frames are too many (at most {most}); expected a higher one or fewer epochs")
        raise PlayerError(message, count=count, most=MOST_FRAMES)
    return reel(first, last, arguments.speed, flight=flight)


def _shape(arguments: argparse.Namespace) -> Shape:
    """The film's own look: the options alone decide, else it is as rich as can be."""
    depth, glyphs = getattr(arguments, "color", "auto"), getattr(arguments, "glyphs", "auto")
    depth = ColourDepth.TRUECOLOR if depth == "auto" else ColourDepth(depth)
    glyphs = GlyphSet.BLOCKS if glyphs == "auto" else GlyphSet(glyphs)
    theme = theme_for(depth, getattr(arguments, "theme", "default"))
    width, height = arguments.size
    return Shape(width, height, depth, glyphs, theme)


def _gif(pictures: Sequence[Cells], frames: Sequence[Frame], shape: Shape, progress: Callable[[], None]) -> bytes:
    from chairgame.graphics.film.gif import gif_bytes

    colours = [colour for f in fields(shape.theme) if (colour := getattr(shape.theme, f.name)) >= 0]
    return gif_bytes(pictures, [frame.seconds for frame in frames], colours, progress)


def _cast(pictures: Sequence[Cells], frames: Sequence[Frame], history: History, context: Context) -> bytes:
    from chairgame.graphics.film.cast import cast_lines

    stamp = context.environ.get("SOURCE_DATE_EPOCH", "")
    timestamp = int(stamp) if stamp.isascii() and stamp.isdigit() and len(stamp) < 12 else None
    title = _title(history, context.catalogue)
    lines = cast_lines(pictures, [frame.seconds for frame in frames], title, timestamp)
    return "".join(f"{line}\n" for line in lines).encode()


def _svg(picture: Cells, history: History, _: Catalogue) -> bytes:
    from chairgame.graphics.film.svg import svg_of

    return svg_of(picture, _title(history, _)).encode()


def _postcard(history: History, file: Path, arguments: argparse.Namespace, shape: Shape, _: Catalogue) -> bytes:
    from chairgame.graphics.film.postcard import draw_postcard, postcard_of
    from chairgame.graphics.film.svg import svg_of
    from chairgame.graphics.film.word_card import draw_word_card, word_card

    is_text = file.suffix.lower() != ".svg"
    depth = ColourDepth.NONE if is_text else shape.depth
    command, theme = f"chairgame replay {quote(arguments.run[0])}", theme_for(depth)
    if isinstance(history.task.about, Reading):
        cells = draw_word_card(word_card(history, command), POSTCARD_COLUMNS, theme, shape.glyphs, _)
    else:
        cells = draw_postcard(postcard_of(history, _, command), POSTCARD_COLUMNS, theme, depth, shape.glyphs, _)
    if is_text:
        return "".join(f"{line.rstrip()}\n" for line in cells.lines()).encode()
    return svg_of(cells, _title(history, _)).encode()


def _title(history: History, _: Catalogue) -> str:
    about = history.task.about
    title = text_title(about) if isinstance(about, Reading) else history.chair.title_in(_.language)
    return _("chairgame · {chair}", chair=title)
