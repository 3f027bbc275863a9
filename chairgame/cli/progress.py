"""`chairgame progress`: the stars so far, for people and for programs; out to a file, in from one, and back to none."""

import sys
from pathlib import Path

from chairgame.cli.context import Context
from chairgame.cli.output import print_data, print_json, print_lines, tell
from chairgame.cli.values import STANDARD_OUTPUT
from chairgame.game.progress.exchange import export_to, exported, read_export
from chairgame.game.progress.records import MOST_STARS, Record, is_open, next_level, star_count
from chairgame.game.progress.whole import Progress
from chairgame.game.story.level import Level, levels
from chairgame.text.catalogue import N_, Catalogue
from chairgame.text.errors import OutputError, PlayerError

AGREED = ("y", "yes", "t", "tak")


def show_progress(context: Context) -> int:
    """What was asked for, of what is kept."""
    arguments = context.arguments
    account = read_export(Path(arguments.import_file)) if arguments.import_file is not None else None
    progress = Progress(context.home)
    try:
        if arguments.reset:
            _reset(progress, context)
        elif account is not None:
            progress.merge(account)
            _refuse_unkept(progress)
        elif arguments.export_file is not None:
            _export(progress, arguments.export_file, force=arguments.force)
        if account is not None or not (arguments.reset or arguments.export_file is not None):
            _print(progress, context)
        if progress.news is not None:
            tell(progress.news.sentence(context.catalogue))
    finally:
        progress.close()
    return 0


def _export(progress: Progress, file: str, *, force: bool) -> None:
    if file == STANDARD_OUTPUT:
        print_data(exported(progress).encode())
    else:
        export_to(Path(file), progress, force=force)


def _reset(progress: Progress, context: Context) -> None:
    _ = context.catalogue
    if not context.arguments.yes and not _agreed(progress, _):
        tell(_("Nothing was changed."))
        return
    progress.reset()
    _refuse_unkept(progress)
    tell(_("All stars are forgotten; the story begins anew."))


def _agreed(progress: Progress, _: Catalogue) -> bool:
    """Ask, where somebody can answer."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise PlayerError(N_("--reset: nobody can be asked here; expected --yes as well"))
    records = progress.records()
    stars = star_count(records, list(records))
    question = _.plural(
        "Forget {n} star and every level you began?", "Forget {n} stars and every level you began?", stars
    )
    tell(f"{question} {_('[y/N]')}", end=" ")
    return sys.stdin.readline().strip().lower() in AGREED


def _refuse_unkept(progress: Progress) -> None:
    """What could not be written down has not been done."""
    if progress.news is not None and not progress.is_kept:
        kind = OutputError if progress.lacks_room else PlayerError
        raise kind(progress.news.message, **progress.news.fields)


def _print(progress: Progress, context: Context) -> None:
    records, story = progress.records(), levels()
    ids = [level.id for level in story]
    if context.arguments.json:
        print_json(
            {
                "stars": star_count(records, ids),
                "of": MOST_STARS * len(ids),
                "next": next_level(ids, records),
                "levels": [_entry(level, progress, ids) for level in story],
            }
        )
    else:
        print_lines(_table(story, progress, context.catalogue), context.glyphs)


def _entry(level: Level, progress: Progress, ids: list[str]) -> dict[str, object]:
    records = progress.records()
    record = records.get(level.id, Record())
    return {
        "id": level.id,
        "number": level.number,
        "open": is_open(ids, level.id, records),
        "stars": len(record.stars),
        "stars_earned": sorted(record.stars),
        "best_count": None if record.best is None else record.best.count,
        "par": level.par,
        "played": record.played,
        "seed": level.seed,
        "finished_at": None if record.best is None else record.best.finished_at,
        "moves_kept": _moves_kept(level, progress),
    }


def _moves_kept(level: Level, progress: Progress) -> int:
    """Of an attempt that can be gone on with."""
    kept = progress.attempts().get(level.id)
    return 0 if kept is None or not kept.is_of(level.seeds, level.edition) else len(kept.moves)


def _numbers(record: Record) -> tuple[str, str, str]:
    best = "–" if record.best is None else str(record.best.count)
    return str(len(record.stars)), best, str(record.played)


def _table(story: tuple[Level, ...], progress: Progress, _: Catalogue) -> list[str]:
    """Columns as wide as their widest entry, the stars of all levels, and where the story goes on."""
    records, ids = progress.records(), [level.id for level in story]
    rows = [("", _("level"), _("stars"), _("best"), _("par"), _("played"), "")]
    for level in story:
        record, is_locked = records.get(level.id), not is_open(ids, level.id, records)
        numbers = ("–", "–", "–") if record is None else _numbers(record)
        kept = _moves_kept(level, progress)
        remark = _("locked") if is_locked else _("in the middle") if kept else ""
        rows.append((str(level.number), _(level.title), numbers[0], numbers[1], str(level.par), numbers[2], remark))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        f"{row[0]:>{widths[0]}}  {row[1]:<{widths[1]}}"
        + "".join(f"  {cell:>{width}}" for cell, width in zip(row[2:6], widths[2:6], strict=True))
        + f"  {row[6]}"
        for row in rows
    ]
    total = _.plural("{n} star of {all}", "{n} stars of {all}", star_count(records, ids), all=MOST_STARS * len(ids))
    goes_on = _("chairgame play {level} goes on with the story.", level=next_level(ids, records))
    return [line.rstrip() for line in lines] + ["", f"{total}. {goes_on}"]
