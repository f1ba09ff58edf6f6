"""The documents folder and added files to a searchable index, and changes to it, one at a time.

The conductor: `read` takes a file through load -> clean -> structure -> chunk -> facts, `job` finds out which files
need it, `fill` writes what came of them. Every change fills a new generation and puts it in force at the end. A file
that cannot be read is skipped and told by `build`; it stops `add` before anything is changed.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from index.errors import IndexMissing, MissingFile, UnknownDocument, UnknownFileType
from index.job import Action, Change, Job, Progress, Skipped
from index.settings import Settings
from index.storage.generations import Generation, open_current, prune, release, write_lock
from index.storage.overrides import Override, write_override
from index.storage.sources import sha256_of, source_in_documents, source_path, sweep_uploads, uploaded

__all__ = ["Action", "Change", "Progress", "Report", "Skipped", "add", "build", "remove"]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Report:
    """What a call did, by document id; `add` and `remove` tell of the documents that they were asked about only."""

    changes: tuple[Change, ...]
    skipped: tuple[Skipped, ...] = ()


def build(settings: Settings, progress: Progress | None = None) -> Report:
    """Bring the index up to date with the documents folder, the added files, the code and the model.

    Raises:
        IndexBusy: Another process is writing.
        NothingReadable: There are plans, and not one of them can be read; the index stays as it was.
        CatalogError, ModelError, VectorStoreError: As they say; the index stays as it was.
    """
    with _writing(settings) as previous:
        job = Job(settings, previous, progress)
        job.read()
        job.raise_if_nothing_is_left()
        job.store()
        return Report(job.changes(), tuple(job.skipped))


def add(
    settings: Settings,
    paths: Sequence[Path],
    progress: Progress | None = None,
    edits: Mapping[Path, Override] = MappingProxyType({}),
) -> Report:
    """Index copies of these files, all of them or none; `edits` go before what a file says of itself.

    The same content again changes nothing; new content under the title of an indexed plan replaces that plan, as does
    a file whose edit names it.

    Raises:
        FileRejected: One or more cannot be indexed, a line for each; the index stays as it was.
    """
    with _writing(settings) as previous, ExitStack() as copies:
        job = Job(settings, previous, progress)
        for path in paths:
            with job.collecting_refusals():
                key = _admit(job, path, copies)
                job.asked[key] = key not in job.entries
                if job.asked[key] and key.startswith("uploads/"):
                    write_override(
                        source_path(key, settings.documents_dir, settings.data_dir), edits.get(path, Override())
                    )
                job.removed.discard(key)
        job.read()
        job.raise_refusals()
        job.store()
        return Report(job.asked_changes())


def remove(settings: Settings, document_id: str, progress: Progress | None = None) -> Report:
    """Take one plan out of the index; an added file's copy is deleted, a file in the documents folder stays there.

    Raises:
        UnknownDocument: No plan has this id.
    """
    with _writing(settings) as previous:
        job = Job(settings, previous, progress)
        keys = {entry.id: key for key, entry in job.entries.items()}
        if document_id not in keys:
            raise UnknownDocument(f"no plan has the id {document_id!r}; known ids: {', '.join(sorted(keys)) or 'none'}")
        job.removed.add(keys[document_id])
        job.read()
        job.store()
        return Report(tuple(change for change in job.changes() if change.document_id == document_id))


@contextmanager
def _writing(settings: Settings) -> Iterator[Generation | None]:
    """Hold the write lock and the generation in force; None where there is none that can be read."""
    with write_lock(settings.data_dir):
        try:
            previous = open_current(settings.data_dir)
        except IndexMissing as exc:
            logger.info("building anew: %s", exc)
            previous = None
        sweep_uploads(settings.data_dir, {entry.source for entry in previous.manifest.entries} if previous else ())
        try:
            yield previous
        finally:
            if previous:
                release(previous)
            prune(settings.data_dir)


def _admit(job: Job, path: Path, copies: ExitStack) -> str:
    """The key of a file that is to be added: where its content lies already, else where it was copied to."""
    settings = job.settings
    if path.is_dir():
        raise UnknownFileType(f"{path.name}: is a folder, name the files in it", code="folder")
    if not path.is_file():
        raise MissingFile(f"{path}: there is no such file")
    there = {source.sha256: source.key for source in job.sources()}
    own = source_in_documents(path, settings.documents_dir)
    if own is not None and own not in there.values():
        raise UnknownFileType(f"{path.name}: is no plan", code="no_plan")
    if own is None and path.stat().st_size <= settings.max_file_bytes:
        own = there.get(sha256_of(path))
    return own or copies.enter_context(uploaded(path, settings.data_dir, settings.max_file_bytes)).key
