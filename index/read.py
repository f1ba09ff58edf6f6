"""Files to everything that is known of them, each read by a worker under limits of time, memory and length."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
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

Named = Callable[[Document], Document]
"""Gives a described document, whose id is a proposal, the id and the entry it goes by."""
_MOST_WAITING = 2 * MOST_WORKERS
"""So many files are being read or lie ready, so that a worker need not wait for whoever stores them."""

logger = logging.getLogger(__name__)


def read_source(source: Source, named: Named, max_bytes: int, max_seconds: float) -> IndexedDocument:
    """Read one file whole.

    Raises:
        FileRejected: It cannot become part of the index.
    """
    return _named(source, named, _read(source, max_bytes, max_seconds))


def read_all(
    sources: Iterable[Source], named: Callable[[Source, Document], Document], max_bytes: int, max_seconds: float
) -> Iterator[tuple[Source, IndexedDocument | FileRejected]]:
    """Read files, as many at a time as there are workers; each comes in its turn, read or refused.

    A file is named when its turn comes, when those before it are with the caller.
    """
    waiting: deque[tuple[Source, Future[IndexedDocument]]] = deque()
    left = iter(sources)
    with ThreadPoolExecutor(MOST_WORKERS) as pool:
        try:
            while True:
                while len(waiting) < _MOST_WAITING and (source := next(left, None)):
                    waiting.append((source, pool.submit(_read, source, max_bytes, max_seconds)))
                if not waiting:
                    return
                source, reading = waiting.popleft()
                try:
                    read: IndexedDocument | FileRejected = _named(source, partial(named, source), reading.result())
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


def _read(source: Source, max_bytes: int, max_seconds: float) -> IndexedDocument:
    path = source.path.absolute()  # a worker has a folder of its own
    read = run_confined(path.name, max_seconds, "index.steps:read_file", path, read_override(source.edit), max_bytes)
    return cast(IndexedDocument, read)


def _named(source: Source, named: Named, indexed: IndexedDocument) -> IndexedDocument:
    found = under(replace(named(indexed.document), file=source.key, sha256=source.sha256), indexed)
    logger.info("%s: %d chunks, %d facts", found.document.id, len(found.chunks), len(found.facts))
    return found
