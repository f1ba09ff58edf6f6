"""The documents folder and added files to a searchable index, and changes to it, one at a time.

The conductor: `read` takes a file through load -> clean -> structure -> chunk -> facts, `job` finds out which files
need it, `storage.write` puts what came of them in force. A file that cannot be read is skipped and told by `build`; it
stops `add` before anything is changed.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from index.errors import MissingFile, UnknownDocument, UnknownFileType
from index.job import Action, Change, Job, Progress, Skipped
from index.settings import Settings
from index.storage.earlier import read_earlier, remove_earlier
from index.storage.overrides import Override, write_override
from index.storage.place import writing
from index.storage.sources import Source, sha256_of, source_in_documents, uploaded

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
        SourcesMissing: The documents folder holds none of the plans that were read from it.
        CatalogError, ModelError, StoreError, VectorStoreError: As they say; the index stays as it was.
    """
    with writing(settings) as writer:
        earlier = read_earlier(settings.data_dir)
        job = Job(settings, writer, progress, whole=True, earlier=earlier)
        job.run()
        if earlier:
            remove_earlier(settings.data_dir)
        return Report(job.changes(), tuple(job.skipped))


def add(
    settings: Settings,
    paths: Sequence[Path],
    progress: Progress | None = None,
    edits: Mapping[Path, Override] = MappingProxyType({}),
) -> Report:
    """Index copies of these files, all of them or none; `edits` go before what a file says of itself.

    The same content again changes nothing; new content under the title of an indexed plan replaces that plan, as does
    a file whose edit names it. Other plans are not looked at, so that it takes as long as these files do.

    Raises:
        FileRejected: One or more cannot be indexed, a line for each; the index stays as it was.
    """
    with writing(settings) as writer, ExitStack() as copies:
        job = Job(settings, writer, progress, whole=False)
        for path in paths:
            with job.collecting_refusals():
                source = _admit(job, path, copies)
                if source.key not in job.entries and source.key.startswith("uploads/"):
                    write_override(source.path, edits.get(path, Override()))
                job.ask(source)
        job.run()
        return Report(job.asked_changes())


def remove(settings: Settings, document_id: str, progress: Progress | None = None) -> Report:
    """Take one plan out of the index; an added file's copy is deleted, a file in the documents folder stays there.

    Raises:
        UnknownDocument: No plan has this id.
    """
    with writing(settings) as writer:
        job = Job(settings, writer, progress, whole=False)
        known = writer.state.documents
        if document_id not in known:
            raise UnknownDocument(f"no plan has the id {document_id!r}; known ids: {', '.join(known) or 'none'}")
        job.take_out(document_id)
        job.run()
        return Report(tuple(change for change in job.changes() if change.document_id == document_id))


def _admit(job: Job, path: Path, copies: ExitStack) -> Source:
    """A file that is to be added: where its content lies already, else where it was copied to."""
    settings = job.settings
    if path.is_dir():
        raise UnknownFileType(f"{path.name}: is a folder, name the files in it", code="folder")
    if not path.is_file():
        raise MissingFile(f"{path}: there is no such file")
    if own := source_in_documents(path, settings.documents_dir):
        return own
    if path.stat().st_size <= settings.max_file_bytes and (held := job.held_with(sha256_of(path))):
        return held
    return copies.enter_context(uploaded(path, settings.data_dir, settings.max_file_bytes))
