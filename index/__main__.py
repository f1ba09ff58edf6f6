"""The command line of the index: `python -m index build | add | remove | undo | clean | edit | list | facts | translate …`."""

from __future__ import annotations

import argparse
import logging
import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from index.commands.showing import add_showing
from index.commands.translating_papers import add_translating
from index.errors import PlansError
from index.terms.lexicon import years_in
from index.types import PaperKind

if TYPE_CHECKING:
    from index.build import Report
    from index.like_titles import Like
    from index.settings import Settings
    from index.storage.check import CheckReport

_MOST_LINE_CHARS = 120
"""Of a title or a place that a person writes, as on the page."""


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 done, 1 an error told in a line on stderr or a fault found by `check`, 2 wrong usage, 130 Ctrl-C."""
    arguments = _parser().parse_args(argv)
    os.umask(0o077)  # what is read and answered is nobody else's on a shared machine
    logging.basicConfig(level=logging.ERROR, format="%(levelname)s %(name)s: %(message)s")
    try:
        from index.settings import read_settings

        return int(arguments.run(read_settings(), arguments))
    except PlansError as exc:
        print(exc, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; what was not read yet is left as it was", file=sys.stderr)
        return 130  # as shells tell it
    except BrokenPipeError:  # whoever read our output has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as exc:  # of the disk or the folder, in a place where it means nothing more particular
        print(f"{exc.filename or 'the data folder'}: {exc.strerror or exc}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m index", description="Build, change and examine the index.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("build", help="index what is new or changed in the documents folder")
    command.set_defaults(run=_build)

    command = commands.add_parser("add", help="index copies of files: PDF, office, web, text, or a ZIP of such")
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    command.add_argument("--replace", metavar="ID", help="the plan whose place and id the file takes; of one file only")
    command.set_defaults(run=_add, usage=command.error)

    command = commands.add_parser("remove", help="take a plan out of the index")
    command.add_argument("id", metavar="ID", help="its id, as `list` shows it")
    command.add_argument("--whole-file", action="store_true", help="with all plans of a file that holds several")
    command.set_defaults(run=_remove)

    command = commands.add_parser("undo", help="bring back what the last change replaced or took out")
    command.set_defaults(run=_undo)

    command = commands.add_parser("clean", help="delete the copies of files that were replaced or taken out")
    command.set_defaults(run=_clean)

    command = commands.add_parser("edit", help="write over what was read of a plan; its file is not read again")
    command.add_argument("id", metavar="ID", help="its id, as `list` shows it")
    command.add_argument("--title", type=_line, metavar="T")
    command.add_argument("--place", type=_line, metavar="P", help="as its own government writes it: 青岚县")
    command.add_argument("--period", type=_period, metavar="YEARS", help="2024-2026, or one year")
    command.add_argument("--kind", type=PaperKind, choices=tuple(PaperKind), metavar="KIND", help=", ".join(PaperKind))
    command.set_defaults(run=_edit, usage=command.error)

    add_showing(commands)
    add_translating(commands)

    command = commands.add_parser("check", help="verify the index and the files it was made from")
    command.add_argument("--repair", action="store_true", help="read again from the files of the plans what is damaged")
    command.set_defaults(run=_check)

    command = commands.add_parser("backup", help="write the index and the added files to one file")
    command.add_argument("file", type=Path, metavar="FILE", help="a zip file; one that is there is replaced")
    command.set_defaults(run=_backup)

    command = commands.add_parser(
        "restore",
        help="put a backup in the place of the index",
        description="Put a backup in the place of the index and the added files, all of it or nothing; a running program "
        "sees it at the next question. Where the index holds a plan that the backup does not hold, or holds in another "
        "reading, nothing is done without --force.",
    )
    command.add_argument("file", type=Path, metavar="FILE", help="as `backup` wrote it")
    command.add_argument("--force", action="store_true", help="restore although plans of the index are lost by it")
    command.set_defaults(run=_restore)
    return parser


def _build(settings: Settings, _arguments: argparse.Namespace) -> int:
    from index.build import build, once_each
    from index.errors import IndexMissing
    from index.storage.check import Damage, check

    try:
        damage = check(settings).damage
    except IndexMissing:
        damage = Damage()
    return _tell(build(settings, once_each(_progress), damage=damage))


def _add(settings: Settings, arguments: argparse.Namespace) -> int:
    from index.build import add, once_each

    if arguments.replace and (len(arguments.paths) > 1 or arguments.paths[0].suffix.lower() == ".zip"):
        arguments.usage("--replace takes one PATH, of no archive: the file that takes the place of the plan")
    replace = {arguments.paths[0]: arguments.replace} if arguments.replace else {}
    report = add(settings, arguments.paths, once_each(_progress), replace=replace)
    _tell(report)
    for change in report.changes:
        path = next((path for path in arguments.paths if path.name == change.file), Path(change.file))
        for like in change.like:
            print(f"{change.document_id}: {_told_like(like, path)}", file=sys.stderr)
    return 0


def _told_like(like: Like, path: Path) -> str:
    """What to do about a plan of the same title that stands beside an added one."""
    from index.like_titles import Relation

    other = " ".join(part for part in (like.document.id, like.document.title, like.document.issued) if part)
    if like.relation is Relation.EARLIER_VERSION:
        return f"is an earlier version of {other}; both stay"
    command = f"python -m index add --replace {like.document.id} {shlex.quote(str(path))}"
    what = "is a later version of" if like.relation is Relation.LATER_VERSION else "has the title of"
    return f"{what} {other}; both stay; to replace it: {command}"


def _remove(settings: Settings, arguments: argparse.Namespace) -> int:
    from index.build import once_each, remove

    return _tell(remove(settings, arguments.id, once_each(_progress), whole_file=arguments.whole_file))


def _undo(settings: Settings, _arguments: argparse.Namespace) -> int:
    from index.build import once_each, undo

    return _tell(undo(settings, once_each(_progress)))


def _clean(settings: Settings, _arguments: argparse.Namespace) -> int:
    from index.build import clean

    for title in (deleted := clean(settings)):
        print(f"deleted\t{title}")
    if not deleted:
        print("nothing to delete")
    return 0


def _edit(settings: Settings, arguments: argparse.Namespace) -> int:
    from index.build import edit
    from index.storage.overrides import Override

    override = Override(arguments.title or "", arguments.place or "", arguments.period, arguments.kind)
    if override == Override():
        arguments.usage("name what is to be written: --title, --place, --period or --kind")
    return _tell(edit(settings, arguments.id, override))


def _line(text: str) -> str:
    """Some words on one line."""
    line = " ".join(text.split())
    if not 0 < len(line) <= _MOST_LINE_CHARS:
        raise argparse.ArgumentTypeError(f"must hold 1 to {_MOST_LINE_CHARS} characters")
    return line


def _period(text: str) -> tuple[int, int]:
    """Two years, as 2024-2026, or one."""
    years = years_in(text)
    if "-".join(map(str, years)) != text or len(years) not in (1, 2) or years[0] > years[-1]:
        raise argparse.ArgumentTypeError(f"{text!r} is neither two years, as 2024-2026, nor one")
    return years[0], years[-1]


def _progress(message: str, share: float) -> None:
    print(f"{share:4.0%} {message}", file=sys.stderr)


def _tell(report: Report) -> int:
    for change in report.changes:
        print(f"{change.document_id}\t{change.action}\t{change.title}")
        if change.before:
            print(f"{change.document_id}: takes the place of {change.before}", file=sys.stderr)
        if change.action in ("replaced", "removed"):  # what is brought back by an undoing leaves nothing to undo
            print(f"{change.document_id}: `python -m index undo` brings back what was there", file=sys.stderr)
        for warning in change.warnings:
            print(f"{change.document_id}: {warning}", file=sys.stderr)
    for skipped in report.skipped:
        print(f"skipped {skipped.file}: {skipped.reason}", file=sys.stderr)
    return 0


def _check(settings: Settings, arguments: argparse.Namespace) -> int:
    from index.storage.check import check

    report = check(settings)
    _tell_faults(report)
    if report.faults and arguments.repair:
        from index.build import build, once_each

        _tell(build(settings, once_each(_progress), damage=report.damage))
        report = check(settings)
        _tell_faults(report)
    return 1 if report.faults else 0


def _backup(settings: Settings, arguments: argparse.Namespace) -> int:
    from index.storage.backup import backup

    manifest = backup(settings, arguments.file)
    print(f"{arguments.file}: {manifest.documents} plans, {len(manifest.members) - 1} files of uploads")
    return 0


def _restore(settings: Settings, arguments: argparse.Namespace) -> int:
    from index.storage.backup import restore

    print(f"{restore(settings, arguments.file, force=arguments.force).documents} plans restored from {arguments.file}")
    return 0


def _tell_faults(report: CheckReport) -> None:
    print(f"{report.documents} plans, {report.chunks} chunks, {report.facts} facts, {len(report.faults)} faults")
    for fault in report.faults:
        print(fault, file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
