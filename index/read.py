"""Files to everything that is known of them, each read by a worker under limits of time, memory and length."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from index.beside import begun
from index.confined import MOST_WORKERS, Watch, run_confined
from index.errors import FileRejected
from index.indexed_document import IndexedDocument, under
from index.storage.overrides import Override, read_override
from index.storage.sources import Source
from index.types import Document

if TYPE_CHECKING:  # a worker loads it: its libraries take a second and a hundred megabytes
    from index.steps import Described

_Read = TypeVar("_Read")
Named = Callable[[Source, Sequence[Document]], Sequence[Document | None]]
"""Gives the described documents of a file, whose ids are proposals, the ids and entries they go by; None to those left out."""
Told = Callable[[int, int], None]
"""Told again and again while a file is read which page is being read, from 1 on, and how many there are to read; zeros where
that is not known. What it raises stops the reading at once."""
_AS_READ = Override()
_MOST_WAITING = 2 * MOST_WORKERS
"""So many files are being read or lie ready, so that a worker need not wait for whoever stores them."""
_TELL_SECONDS = 0.2
"""So often is told how far the reading has come: who stops it waits no longer."""

logger = logging.getLogger(__name__)


def _nobody(*_: object) -> None:
    """Where nobody wants to be told."""


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """How large a file may be, how long reading it (or a page of a scan) may take, and where recognised pages are kept."""

    max_bytes: int
    max_seconds: float
    pages: Path | None = None
    """An absolute path, since a worker has a folder of its own; None to keep none."""


def read_source(source: Source, limits: ReadLimits) -> tuple[IndexedDocument, ...]:
    """Read one file whole: the paper in it, or those in it, under the ids that they propose.

    Raises:
        FileRejected: It cannot become part of the index.
    """
    return _named(source, lambda _, read: read, _read(source, limits, Watch(), is_one=False))


def read_all(
    sources: Iterable[Source],
    named: Named,
    single: Collection[str],
    limits: ReadLimits,
    told: Callable[[Source, int, int], None] = _nobody,
) -> Iterator[tuple[Source, tuple[IndexedDocument, ...] | FileRejected]]:
    """Read files, as many at a time as there are workers; each comes in its turn, read or refused.

    A file is named when its turn comes, when those before it are with the caller; `told` hears of it, as `Told` does, when its turn
    comes and while it is awaited. `single` are the keys of files that are known to hold one paper.
    """
    waiting: deque[tuple[Source, Watch, Future[tuple[IndexedDocument, ...]]]] = deque()
    left = iter(sources)
    try:
        while True:
            while len(waiting) < _MOST_WAITING and (source := next(left, None)):
                watch = Watch()
                call = partial(_read, source, limits, watch, is_one=source.key in single)
                waiting.append((source, watch, begun(call)))
            if not waiting:
                return
            source, watch, reading = waiting[0]
            told(source, 0, 0)
            try:
                indexed = _awaited(reading, watch, partial(told, source))
                read: tuple[IndexedDocument, ...] | FileRejected = _named(source, named, indexed)
            except FileRejected as exc:
                read = exc
            waiting.popleft()
            yield source, read
    finally:
        for _, watch, _ in waiting:
            watch.stop()


def describe_source(path: Path, limits: ReadLimits, told: Told = _nobody, edit: Override = _AS_READ) -> Described:
    """What a file says of itself, with what is written over it, without its facts.

    Raises:
        FileRejected: It cannot become part of the index.
    """
    watch = Watch()
    arguments = path.absolute(), limits.max_bytes, limits.pages, edit
    call = partial(run_confined, path.name, limits.max_seconds, "index.steps:describe_file", *arguments, watch=watch)
    try:
        return cast("Described", _awaited(begun(call), watch, told))
    finally:
        watch.stop()


def _awaited(reading: Future[_Read], watch: Watch, told: Told) -> _Read:
    """What a reading gives, when it does; `told` hears meanwhile how far it has come."""
    while True:
        try:
            return reading.result(timeout=_TELL_SECONDS)
        except TimeoutError:
            told(*watch.turn)


def _read(source: Source, limits: ReadLimits, watch: Watch, *, is_one: bool) -> tuple[IndexedDocument, ...]:
    path = source.path.absolute()  # a worker has a folder of its own
    arguments = path, read_override(source.edit), limits.max_bytes, is_one, limits.pages
    read = run_confined(path.name, limits.max_seconds, "index.steps:read_file", *arguments, watch=watch)
    return cast("tuple[IndexedDocument, ...]", read)


def _named(source: Source, named: Named, read: tuple[IndexedDocument, ...]) -> tuple[IndexedDocument, ...]:
    found: list[IndexedDocument] = []
    for document, indexed in zip(named(source, [one.document for one in read]), read, strict=True):
        if document:
            found.append(under(replace(document, file=source.key, sha256=source.sha256), indexed))
            logger.info("%s: %d chunks, %d facts", document.id, len(indexed.chunks), len(indexed.facts))
    return tuple(found)
