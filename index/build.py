"""The documents folder and added files to a searchable index, and changes to it, one at a time.

The conductor: `read` takes a file through load -> clean -> structure -> chunk -> facts, `job` finds out which files
need it, `storage.write` puts what came of them in force. A file that cannot be read is skipped and told by `build`; it
stops `add` before anything is changed.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from index.errors import MissingFile, NothingToUndo, StoreDamaged, UnknownDocument, UnknownFileType, VectorStoreError
from index.search.kept_vectors import unheard
from index.settings import Settings
from index.storage.check import Damage
from index.storage.earlier import Earlier, read_earlier, remove_earlier
from index.storage.held import HeldDocument
from index.storage.overrides import Override, override_path, read_override, sweep_edits, write_override
from index.storage.place import SET_ASIDE, holding, writing
from index.storage.repair import forget_damaged, renew_postings, restore_edits, salvage, set_aside, settle
from index.storage.sources import (
    TRASH_FOLDER,
    Source,
    drop_from_trash,
    file_of,
    put_back,
    sha256_of,
    source_at,
    source_in_documents,
    source_path,
    trash_path,
    uploaded,
)
from index.storage.write import Changes, Writer
from index.translation.added_translations import sweep_translations
from index.updating.job import Job
from index.updating.leaving import without_copies
from index.updating.outcomes import Action, Change, Progress, Skipped, once_each, page_told
from index.updating.titles import written_over
from index.updating.unpacking import readable_of

__all__ = [
    "Action",
    "Change",
    "Progress",
    "Report",
    "Skipped",
    "add",
    "build",
    "clean",
    "edit",
    "once_each",
    "page_told",
    "remove",
    "undo",
]

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
    quiet = progress or unheard
    with writing(settings, fresh_vectors=damage.vectors, switch_model=True, told=quiet) as writer:
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
    replace: Mapping[Path, str] = MappingProxyType({}),
) -> Report:
    """Index copies of these files, all of them or none; `edits` go before what a file says of itself.

    The files of a zip archive are added as if each were named; those that no reader knows are left out. The same content
    again changes nothing. A file takes the place and id of another document only where `replace` names that; else it
    stands beside documents of its title, and its change tells of them. Other plans are not looked at, so that it takes as
    long as these files do.

    Raises:
        FileRejected: One or more cannot be indexed, a line for each; the index stays as it was.
        UnknownDocument: No plan has an id that is to be replaced.
    """
    from index.updating.chosen_particulars import chosen_for_file  # only where a file is added

    if read_earlier(settings.data_dir) != Earlier():
        build(settings, progress)  # first everything that an earlier version held
    with writing(settings) as writer, ExitStack() as copies:
        _require_whole(writer, settings)
        for document_id in replace.values():
            _held(writer, document_id)
        job = Job(settings, writer, progress, whole=False)
        folder = copies.enter_context(TemporaryDirectory())
        files, left_out = readable_of(paths, Path(folder), settings.max_file_bytes)
        job.skipped += left_out
        for path in files:
            with job.collecting_refusals():
                source = _admit(job, path, copies)
                if source.key in job.wanted.asked:
                    job.skipped.append(Skipped(path.name, f"has the same content as {source.path.name}"))
                    continue
                if source.key not in job.wanted.files and source.edit:
                    given = edits.get(path, Override())
                    write_override(source.edit, chosen_for_file(settings, source.path, given, progress))
                job.wanted.ask(source, replace.get(path, ""))
        job.run()
        return Report(job.asked_changes(), tuple(job.skipped))


def remove(
    settings: Settings, document_id: str, progress: Progress | None = None, *, whole_file: bool = False
) -> Report:
    """Take one plan out of the index; an added file's copy goes to the trash, a file in the documents folder stays there.

    Of a file that holds several it goes alone, and the file stays; with `whole_file` all of them go. A plan of the documents
    folder in whose place it stood comes back.

    Raises:
        UnknownDocument: No plan has this id.
    """
    with writing(settings) as writer:
        _require_whole(writer, settings)
        job = Job(settings, writer, progress, whole=False)
        _held(writer, document_id)
        gone = job.wanted.take_out(document_id, whole_file=whole_file)
        job.run()
        changes = (Change(one.id, one.title, Action.REMOVED) for one in gone)
        return Report((*changes, *job.asked_changes()), tuple(job.skipped))


def undo(settings: Settings, progress: Progress | None = None) -> Report:
    """Bring back what the last change replaced or took out, in the place of what stands there now.

    Called again it brings back what went before that.

    Raises:
        NothingToUndo: Nothing was taken out, or its file is no longer there.
        FileRejected: It cannot be read again; the index stays as it was.
    """
    with writing(settings) as writer, ExitStack() as copies:
        _require_whole(writer, settings)
        job = Job(settings, writer, progress, whole=False)
        job.wanted.leaving.clear_away(job.wanted.live_files)  # what a killed writer left
        last = job.wanted.leaving.last()
        if not last:
            raise NothingToUndo("there is nothing to undo: nothing was replaced or taken out whose file is still kept")
        for one in last:
            job.wanted.bring_back(one, _as_before(one.source, settings, copies))
        job.run()
        for one in last:
            drop_from_trash(one.source, settings.data_dir)
        changes = (change for change in job.asked_changes() if change.action is not Action.ALREADY_THERE)
        return Report(tuple(changes), tuple(job.skipped))


def clean(settings: Settings) -> tuple[str, ...]:
    """Delete the copies of added files that were taken out, and what was written over descriptions and translated of them.

    Gives the titles of what was deleted, or the names of files of which no title is known.
    """
    with writing(settings) as writer:
        _require_whole(writer, settings)
        state, trash = writer.state, settings.data_dir / TRASH_FOLDER
        live = {held.file for held in state.documents.values()}
        titles: dict[Path, list[str]] = {}
        for key, one in state.removed.items():
            titles.setdefault(trash_path(key, settings.data_dir), []).append(one.title)
        lying = sorted(trash.glob("*/*"))
        deleted = [title or path.name for path in lying for title in titles.get(path, [path.name])]
        kept = without_copies(state.removed, live)
        if kept != state.removed:
            writer.apply(Changes(removed=kept))
        shutil.rmtree(trash, ignore_errors=True)
        used = {*(held.source for held in state.documents.values()), *kept}
        sweep_edits(settings.data_dir, used | set(map(file_of, used)))
        sweep_translations(settings.data_dir, {*state.documents, *(one.document_id for one in kept.values())})
        return tuple(deleted)


def edit(settings: Settings, document_id: str, override: Override) -> Report:
    """Write title, place, years or kind over the description of a document; its file is not read again, its id stays.

    Raises:
        UnknownDocument: No plan has this id.
    """
    with writing(settings) as writer:
        _require_whole(writer, settings)
        held = _held(writer, document_id)
        path = override_path(held.source, settings.data_dir)
        write_override(path, override.over(read_override(path)))
        document = written_over(held.document, override)
        if document == held.document:
            return Report((Change(document_id, document.title, Action.UNCHANGED),))
        writer.apply(Changes(described={document_id: document}, removed=writer.state.removed))
        return Report((Change(document_id, document.title, Action.UPDATED),))


def _held(writer: Writer, document_id: str) -> HeldDocument:
    known = writer.state.documents
    if document_id not in known:
        raise UnknownDocument(f"no plan has the id {document_id!r}; known ids: {', '.join(known) or 'none'}")
    return known[document_id]


def _as_before(key: str, settings: Settings, copies: ExitStack) -> Source:
    """The file that was taken out, copied out of the trash where it lies there, which keeps its own."""
    path = source_path(key, settings.documents_dir, settings.data_dir)
    if key.startswith("uploads/") and not path.is_file():  # else papers of it are in the index still
        return copies.enter_context(
            uploaded(trash_path(key, settings.data_dir), settings.data_dir, settings.max_file_bytes)
        )
    return source_at(file_of(key), path, settings.data_dir)


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
    if path.parts[:1] in (("http:",), ("https:",)):
        told = "a web address is not fetched; open it in a browser, save the page and add the file"
        raise UnknownFileType(f"{path.as_posix()}: {told}", code="web_address")
    if path.is_dir():
        raise UnknownFileType(f"{path.name}: is a folder, name the files in it", code="folder")
    if not path.is_file():
        raise MissingFile(f"{path}: there is no such file")
    if own := source_in_documents(path, settings.documents_dir, settings.data_dir):
        return own
    if path.stat().st_size <= settings.max_file_bytes and (held := job.wanted.held_with(sha256_of(path))):
        put_back(path, held, settings.data_dir)
        return held
    return copies.enter_context(uploaded(path, settings.data_dir, settings.max_file_bytes))
