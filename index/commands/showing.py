"""`list` and `facts`: what the index holds, a line each or as JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

from index.fact_types import Fact
from index.types import Document

if TYPE_CHECKING:
    from index.settings import Settings
    from index.store import Index

_KINDS = tuple(kind.kind for kind in get_args(Fact))


def add_showing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Make both known to the command line."""
    command = commands.add_parser("list", help="show the plans in the index")
    command.add_argument("--json", action="store_true", help="one JSON object a line")
    command.set_defaults(run=_list)

    command = commands.add_parser("facts", help="show the typed statements read out of the plans")
    command.add_argument("--plan", action="append", metavar="ID", help="of this plan only; may be given again")
    command.add_argument("--type", choices=_KINDS, help="of this type only")
    command.add_argument("--json", action="store_true", help="one JSON object a line")
    command.set_defaults(run=_facts)


def _list(settings: Settings, arguments: argparse.Namespace) -> int:
    from index.database.serialise import to_json
    from index.store import Index

    index = Index.open(settings)
    for document in index.documents:
        if arguments.json:
            indexed = index.document(document.id)
            counts = {"chunks": len(indexed.chunks), "facts": len(indexed.facts), "warnings": list(indexed.warnings)}
            shown = {"shown_title": index.shown_title(document.id)}
            print(json.dumps(to_json(document, Document) | shown | counts, ensure_ascii=False))
        else:
            period = "-".join(dict.fromkeys(map(str, document.period))) if document.period else ""
            told = period, document.place, index.shown_title(document.id), document.issuer, document.issued
            print("\t".join((document.id, *(text or "-" for text in told))))
    return 0


def _facts(settings: Settings, arguments: argparse.Namespace) -> int:
    from index.store import Index

    index = Index.open(settings)
    for plan in arguments.plan or [document.id for document in index.documents]:
        for line in _fact_lines(index, plan, arguments.type, as_json=arguments.json):
            print(line)
    return 0


def _fact_lines(index: Index, plan: str, kind: str | None, *, as_json: bool) -> Iterator[str]:
    from index.database.serialise import to_json

    indexed = index.document(plan)
    for fact in indexed.facts:
        if kind in (None, fact.kind):
            quote = indexed.clean.text[fact.span.start : fact.span.end]
            if as_json:
                told = {"kind": fact.kind, "type": type(fact).__name__}
                yield json.dumps(told | to_json(fact, Fact) | {"quote": quote}, ensure_ascii=False)
            else:
                yield f"{plan}\t{fact.kind}\t{fact.span.start}-{fact.span.end}\t{' '.join(quote.split())}"
