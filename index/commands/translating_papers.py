"""`translate`: what of a paper is to be translated, written out for whoever does it, and taken in again."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from index.translation.memory import Maker

if TYPE_CHECKING:
    from index.language_model.language_model import LanguageModel
    from index.settings import Settings
    from index.store import Index
    from index.translating.worksheet import Coverage

_NO_MODEL = (
    "no language model is configured for translations, so nothing was translated; write what is to be translated with "
    "--out FILE, have it translated by a person or another program, and take it in with --from FILE"
)


def add_translating(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Make it known to the command line."""
    command = commands.add_parser(
        "translate",
        help="tell how much of a plan is translated, write out what is to be, take translations in",
        description="Without an option: how much of a plan is translated. A FILE is a table parted by tabs with the columns "
        "part, zh and en, or TMX where its name ends with .tmx.",
    )
    command.add_argument("id", metavar="ID", help="its id, as `list` shows it")
    way = command.add_mutually_exclusive_group()
    way.add_argument("--out", type=Path, metavar="FILE", help="write every sentence with its English where it is known")
    way.add_argument(
        "--from", dest="source", type=Path, metavar="FILE", help="take in what was translated; each line is checked"
    )
    command.add_argument(
        "--machine",
        action="store_true",
        help="have what is missing translated by the language model; with --from: a program translated the file",
    )
    command.set_defaults(run=_translate, usage=command.error)


def _translate(settings: Settings, arguments: argparse.Namespace) -> int:
    from index.language_model.language_model import open_model
    from index.language_model.uses import Use
    from index.store import Index
    from index.translating.translation_files import to_file
    from index.translating.worksheet import coverage, worksheet

    if arguments.machine and arguments.out:
        arguments.usage("--machine is to translate, --out to write what is to be translated")
    index = Index.open(settings)
    if arguments.source:
        return _take(settings, index, arguments)
    text, memory = index.text(arguments.id).text, index.english.memory
    covered = coverage(text, memory)
    print(f"{arguments.id}: {_told(covered)}")
    if arguments.out:
        arguments.out.write_bytes(to_file(arguments.out.name, worksheet(text, memory)))
        return 0
    if not covered.missing:
        return 0
    model = open_model(settings, Use.TRANSLATIONS)
    if model is None:
        print(_NO_MODEL, file=sys.stderr)
        return 1
    if arguments.machine:
        return _by_model(settings, index, arguments.id, model)
    print(f"--machine has what is missing translated by {model.name}")
    return 1


def _by_model(settings: Settings, index: Index, document_id: str, model: LanguageModel) -> int:
    """Have what is missing translated, and tell how far it is, what was held back and how much there is now."""
    from index.translating.by_model import Progress, cost_of, translate_by_model
    from index.translating.renewed import renew
    from index.translating.worksheet import coverage

    cost = cost_of(index, document_id)
    print(f"about {cost.lines} lines, {cost.tokens} tokens, by {model.name}", file=sys.stderr)
    done = Progress(cost.lines)
    try:
        for done in translate_by_model(settings, index, document_id, model):
            told = f"{done.asked} of {done.lines} lines, about {done.seconds_left:.0f} s left"
            print(f"{done.share:4.0%} {told}", file=sys.stderr)
    finally:
        for one in done.held_back:
            print(f"held back, {', '.join(map(str, one.wrong)) or 'no English'}: {one.zh}", file=sys.stderr)
        share = len(done.held_back) / done.asked if done.asked else 0
        print(f"{done.taken} taken, {len(done.held_back)} held back ({share:.0%}), about {done.tokens} tokens")
        if done.taken:
            renew(settings, document_id)
        print(f"{document_id}: {_told(coverage(index.text(document_id).text, index.english.memory))}")
    return 1 if done.held_back else 0


def _take(settings: Settings, index: Index, arguments: argparse.Namespace) -> int:
    from index.translating.renewed import renew
    from index.translating.taking import take
    from index.translating.translation_files import read_rows

    maker = Maker.MACHINE if arguments.machine else Maker.PERSON
    rows = read_rows(arguments.source, maker, settings.max_file_bytes)
    done = take(settings, index, arguments.id, rows, maker)
    if done.taken:
        renew(settings, arguments.id)
    for fault in done.faults:
        print(f"{arguments.source}, {fault}", file=sys.stderr)
    print(
        f"{done.taken} taken, {done.known} known before, {len(done.faults)} left out, {done.coverage.missing} missing"
    )
    print(f"{arguments.id}: {_told(done.coverage)}")
    return 1 if done.faults else 0


def _told(covered: Coverage) -> str:
    known = covered.sentences - covered.missing
    made = (
        f"{number} {by}"
        for number, by in (
            (covered.shipped, "shipped"),
            (covered.person, "by a person"),
            (covered.machine, "by a machine"),
        )
        if number
    )
    of_whom = f" ({', '.join(made)})" if known else ""
    return f"{known} of {covered.sentences} sentences, headings and cells translated{of_whom}"
