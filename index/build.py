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

from index.errors import MissingFile, StoreDamaged, UnknownDocument, UnknownFileType, VectorStoreError
from index.settings import Settings
from index.storage.check import Damage
from index.storage.earlier import Earlier, read_earlier, remove_earlier
from index.storage.overrides import Override, write_override
from index.storage.place import SET_ASIDE, holding, writing
from index.storage.repair import forget_damaged, renew_postings, restore_edits, salvage, set_aside, settle
from index.storage.sources import Source, put_back, sha256_of, source_in_documents, uploaded
from index.storage.write import Writer
from index.updating.job import Job
from index.updating.outcomes import Action, Change, Progress, Skipped

__all__ = ["Action", "Change", "Progress", "Report", "Skipped", "add", "build", "remove"]

logger = logging.getLogger(__name__)
_NO_DAMAGE = Damage()


@dataclass(frozen=True, slots=True)
class Report:
    """What a call did, by document id; `add` and `remove` tell of the documents that they were asked about only."""

    changes: tuple[Change, ...]
    skipped: tuple[Skipped, ...] = ()


def build(settings: Settings, progress: Progress | None = None, *, damage: Damage = _NO_DAMAGE) -> Report:
    """Bring the index up to date with the documents folder, the added files, the code and the model.

    Of what turns out to be damaged on the way, or is by `damage`, the sound part is kept and the rest read again; `check`
    finds what this does not come across.

    Raises:
        IndexBusy: Another process is writing.
        NothingReadable: There are plans, and not one of them can be read; the index stays as it was.
        SourcesMissing: The documents folder holds none of the plans that were read from it.
        CatalogError, ModelError, StoreError, VectorStoreError: As they say; the index stays as it was.
    """
    if damage.whole:
        _set_aside(settings)
    try:
        return _built(settings, progress, damage)
    except StoreDamaged as exc:
        logger.error("%s", exc)
        if not _set_aside(settings):
            raise
    except VectorStoreError as exc:
        if settings.chroma_url:
            raise
        logger.error("%s; the vectors are put in anew", exc)
    return _built(settings, progress, Damage(vectors=True))


def _built(settings: Settings, progress: Progress | None, damage: Damage) -> Report:
    with writing(settings, fresh_vectors=damage.vectors) as writer:
        earlier = read_earlier(settings.data_dir) | salvage(writer, settings.data_dir) | forget_damaged(writer)
        earlier |= Earlier(damaged=damage.documents)
        renew_postings(writer, damage.blocks)
        restore_edits(writer, settings)
        job = Job(settings, writer, progress, whole=True, earlier=earlier)
        job.run()
        remove_earlier(settings.data_dir)
        settle(settings.data_dir)
        return Report(job.changes(), tuple(job.skipped))


def _set_aside(settings: Settings) -> bool:
    with holding(settings):
        return set_aside(settings)


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
    if read_earlier(settings.data_dir) != Earlier():
        build(settings, progress)  # first everything that an earlier version held
    with writing(settings) as writer, ExitStack() as copies:
        _require_whole(writer, settings)
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
        _require_whole(writer, settings)
        job = Job(settings, writer, progress, whole=False)
        known = writer.state.documents
        if document_id not in known:
            raise UnknownDocument(f"no plan has the id {document_id!r}; known ids: {', '.join(known) or 'none'}")
        job.take_out(document_id)
        job.run()
        return Report(tuple(change for change in job.changes() if change.document_id == document_id))


def _require_whole(writer: Writer, settings: Settings) -> None:
    """Change nothing beside plans that wait to be read again: what is added might take the place of one of them."""
    if damaged := writer.state.damaged:
        told = f"{', '.join(damaged)}: damaged in the index; run `python -m index check --repair` first"
        raise StoreDamaged(told, where=str(settings.data_dir))
    if (settings.data_dir / SET_ASIDE).exists():
        told = f"the index in {settings.data_dir} is being repaired; run `python -m index build` to the end first"
        raise StoreDamaged(told, where=str(settings.data_dir))


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
        put_back(path, held)
        return held
    return copies.enter_context(uploaded(path, settings.data_dir, settings.max_file_bytes))
