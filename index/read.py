"""Files to everything that is known of them, each read by a worker under limits of time, memory and length."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from index.confined import MOST_WORKERS, run_confined
from index.errors import FileRejected
from index.indexed_document import IndexedDocument, under
from index.storage.overrides import read_override
from index.storage.sources import Source
from index.types import Document

if TYPE_CHECKING:  # a worker loads it: its libraries take a second and a hundred megabytes
    from index.steps import Described

Named = Callable[[Source, Sequence[Document]], Sequence[Document | None]]
"""Gives the described documents of a file, whose ids are proposals, the ids and entries they go by; None to those left out."""
_MOST_WAITING = 2 * MOST_WORKERS
"""So many files are being read or lie ready, so that a worker need not wait for whoever stores them."""

logger = logging.getLogger(__name__)


def read_source(source: Source, max_bytes: int, max_seconds: float) -> tuple[IndexedDocument, ...]:
    """Read one file whole: the paper in it, or those in it, under the ids that they propose.

    Raises:
        FileRejected: It cannot become part of the index.
    """
    return _named(source, lambda _, read: read, _read(source, max_bytes, max_seconds, is_one=False))


def read_all(
    sources: Iterable[Source], named: Named, single: Collection[str], max_bytes: int, max_seconds: float
) -> Iterator[tuple[Source, tuple[IndexedDocument, ...] | FileRejected]]:
    """Read files, as many at a time as there are workers; each comes in its turn, read or refused.

    A file is named when its turn comes, when those before it are with the caller. `single` are the keys of files that are
    known to hold one paper.
    """
    waiting: deque[tuple[Source, Future[tuple[IndexedDocument, ...]]]] = deque()
    left = iter(sources)
    with ThreadPoolExecutor(MOST_WORKERS) as pool:
        try:
            while True:
                while len(waiting) < _MOST_WAITING and (source := next(left, None)):
                    reading = pool.submit(_read, source, max_bytes, max_seconds, is_one=source.key in single)
                    waiting.append((source, reading))
                if not waiting:
                    return
                source, reading = waiting.popleft()
                try:
                    read: tuple[IndexedDocument, ...] | FileRejected = _named(source, named, reading.result())
                except FileRejected as exc:
                    read = exc
                yield source, read
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def describe_source(path: Path, max_bytes: int, max_seconds: float) -> Described:
    """What a file says of itself, without its facts.

    Raises:
        FileRejected: It cannot become part of the index.
    """
    described = run_confined(path.name, max_seconds, "index.steps:describe_file", path.absolute(), max_bytes)
    return cast("Described", described)


def _read(source: Source, max_bytes: int, max_seconds: float, *, is_one: bool) -> tuple[IndexedDocument, ...]:
    path = source.path.absolute()  # a worker has a folder of its own
    edit = read_override(source.edit)
    read = run_confined(path.name, max_seconds, "index.steps:read_file", path, edit, max_bytes, is_one)
    return cast("tuple[IndexedDocument, ...]", read)


def _named(source: Source, named: Named, read: tuple[IndexedDocument, ...]) -> tuple[IndexedDocument, ...]:
    found: list[IndexedDocument] = []
    for document, indexed in zip(named(source, [one.document for one in read]), read, strict=True):
        if document:
            found.append(under(replace(document, file=source.key, sha256=source.sha256), indexed))
            logger.info("%s: %d chunks, %d facts", document.id, len(indexed.chunks), len(indexed.facts))
    return tuple(found)
