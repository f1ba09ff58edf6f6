"""The papers of a file that holds several: under which keys, ids and edits each of them goes when the file is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from index.storage.held import HeldDocument, TakenOut
from index.storage.sources import Source, file_of
from index.types import IN_FILE, Document
from index.updating.document_names import Naming


def by_file(held: Iterable[HeldDocument]) -> dict[str, tuple[HeldDocument, ...]]:
    """The documents of each file by its key, in the order in which they were read."""
    in_turn = sorted(held, key=lambda one: (one.file, one.no))
    return {file: tuple(own) for file, own in groupby(in_turn, key=lambda one: one.file)}


def papers_out(file: str, taken_out: Collection[str]) -> list[str]:
    """The keys of a file's papers that are out of the index."""
    return sorted(key for key in taken_out if key != file and file_of(key) == file)


def named_papers(
    naming: Naming,
    source: Source,
    read: Sequence[Document],
    held: Sequence[HeldDocument],
    taken_out: Mapping[str, TakenOut],
) -> tuple[Document | None, ...]:
    """The documents that were just read of a file as they are to be called, None for each that stays out of the index.

    Those that are known choose their ids first.
    """
    out = papers_out(source.key, taken_out)
    same = all(
        sha256 == source.sha256 for sha256 in (*(one.sha256 for one in held), *(taken_out[key].sha256 for key in out))
    )
    papers = known_again(read, [_name_in(one.source) for one in held], list(map(_name_in, out)), same_content=same)
    if len(papers) > 1 and (own := naming.ids.pop(source.key, "")):
        naming.ids[f"{source.key}{IN_FILE}{papers[0].paper}"] = own
    in_turn = sorted(papers, key=lambda one: not naming.known_id(replace(one, file=source.key).key))
    chosen: dict[str, Document] = {}
    for one in in_turn:
        if replace(one, file=source.key).key not in taken_out:
            chosen[one.paper] = naming.named(source, one)
            naming.taken[chosen[one.paper].id] = chosen[one.paper]
    return tuple(chosen.get(one.paper) for one in papers)


def known_again(
    read: Sequence[Document], held: Sequence[str], out: Sequence[str], *, same_content: bool
) -> tuple[Document, ...]:
    """Papers that were just read of a file, each under the name that it had where it is `held` or `out` already.

    A paper is known by the title with which it was first read. Where the content is the same and as many are left over on
    both sides, another version of the program reads their titles otherwise, and they stand in the same order.
    """
    names = {one.paper for one in read}
    left = [name for name in (*held, *out) if name and name not in names]
    others = [one.paper for one in read if one.paper and one.paper not in (*held, *out)]
    is_told = same_content and len(left) == len(others) and (len(left) == 1 or not set(left) & set(out))
    before = dict(zip(others, left, strict=True)) if is_told else {}
    return tuple(replace(one, paper=before.get(one.paper, one.paper)) for one in read)


def _name_in(key: str) -> str:
    return key.partition(IN_FILE)[2]
