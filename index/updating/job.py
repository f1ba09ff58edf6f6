"""One change of the index: from what it holds and the files of today to what it is to hold."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from index.errors import FileRejected, NothingReadable
from index.settings import Settings
from index.storage.catalogue import read_catalog
from index.storage.earlier import Earlier
from index.storage.freshness import reader_fingerprint
from index.storage.held import HeldDocument
from index.storage.overrides import Override, read_override
from index.storage.sources import Source, remove_upload, source_path
from index.storage.write import Changes, NewReading, Writer
from index.types import Document
from index.updating.outcomes import Action, Change, Progress, Skipped, raise_refusals
from index.updating.present_files import files_as_held, files_of_today
from index.updating.titles import edited, free_id, same_title

_WRITING_SHARE = 0.9
"""Of the time that a build takes: what is left when all is read."""
_BATCH = 16
"""Documents that are written together: a kill costs no more of a long build than these."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A document that the index is to hold; `held` is its present reading, None for one that was read just now."""

    source: Source
    document: Document
    warnings: tuple[str, ...]
    held: HeldDocument | None = None


class Job:
    """Collects what the index is to hold, and writes it; lives under the write lock.

    With `whole` it goes through all files, as `build` does, and writes as it reads; else it looks at the files that are
    asked for alone, and writes all of them or none.
    """

    def __init__(
        self,
        settings: Settings,
        writer: Writer,
        progress: Progress | None,
        *,
        whole: bool,
        earlier: Earlier = Earlier(),  # noqa: B008 - it cannot be changed
    ) -> None:
        """`earlier` tells of what was indexed before and is to be read again."""
        self.settings, self._writer, self._whole = settings, writer, whole
        state = writer.state
        self.entries: dict[str, HeldDocument] = {held.source: held for held in state.documents.values()}
        self.removed = set(state.removed | earlier.removed)
        self._earlier_ids, self._damaged = earlier.ids, earlier.damaged
        self.asked: dict[str, Source] = {}  # files to add, by key
        self._new: set[str] = set()  # those of them that are new to the index
        self._lost: frozenset[str] = frozenset()  # copies that cannot be read again, by key
        self.skipped: list[Skipped] = []
        self._refusals: list[FileRejected] = []  # of files that were asked for
        self._unreadable: list[tuple[str, FileRejected]] = []  # of the others, with the file's name
        self._progress = progress or (lambda _message, _share: None)
        catalogue = read_catalog(settings.documents_dir)
        self._catalogue = {f"documents/{document.file}": document for document in catalogue}
        self._kept: dict[str, _Kept] = {}  # by document id
        self._pending: list[NewReading] = []
        self._actions: dict[str, Action] = {}  # by document id
        self._gone: dict[str, str] = {}  # titles of documents that leave the index, by id
        self._reader = reader_fingerprint()

    # --- what the caller asks for

    def ask(self, source: Source) -> None:
        """Add this file."""
        self.asked[source.key] = source
        if source.key not in self.entries:
            self._new.add(source.key)
        self.removed.discard(source.key)

    def take_out(self, document_id: str) -> None:
        """Take a document out of the index, and its file where it is a copy."""
        self.removed.add(self._writer.state.documents[document_id].source)

    def held_with(self, sha256: str) -> Source | None:
        """The file of the index that has this content."""
        return next((one for one in files_as_held(self.entries, self.settings).values() if one.sha256 == sha256), None)

    @contextmanager
    def collecting_refusals(self) -> Iterator[None]:
        """Go on after a file that is refused; `run` tells of it."""
        try:
            yield
        except FileRejected as exc:
            self._refusals.append(exc)

    # --- reading

    def run(self) -> None:
        """Read what is new or changed, take over the rest, and put it in force.

        Raises:
            FileRejected: A file that was asked for cannot be indexed; nothing is changed.
            NothingReadable: There are plans, and not one of them can be read; nothing is changed.
            SourcesMissing: The files of all plans are gone at once; nothing is changed.
        """
        unread: list[Source] = []
        for source in self._wanted():
            if self._is_to_be_read(source):
                unread.append(source)
            else:
                self._take_over(source, self.entries[source.key])
        if unread:
            self._read(unread)
        raise_refusals(self._refusals)
        if self._unreadable and not self._kept:
            raise NothingReadable(self._unreadable)
        self._finish()
        self._progress("The index is up to date", 1.0)

    def _wanted(self) -> list[Source]:
        """The files to index, those first that may choose their ids first; of equal files the first one only."""
        sources = self._of_today() if self._whole else files_as_held(self.entries, self.settings) | self.asked
        first: dict[str, Source] = {}
        for source in sorted(sources.values(), key=self._turn):
            if source.key in self.removed:
                continue
            same = first.setdefault(source.sha256 or source.key, source)
            if same is not source:
                self.skipped.append(Skipped(source.key, f"has the same content as {same.key}"))
        return list(first.values())

    def _of_today(self) -> dict[str, Source]:
        today = files_of_today(self.settings, self.entries, self._catalogue.keys(), self._earlier_ids.keys())
        self.removed &= today.found
        self._lost = today.lost
        self.skipped += today.skipped
        return dict(today.sources)

    def _turn(self, source: Source) -> tuple[bool, bool, bool, str]:
        """Catalogued files, then known ones, then new ones; last what is added, since it may replace one of them."""
        key = source.key
        return key in self._new, key not in self._catalogue, key not in self.entries, key

    def _is_to_be_read(self, source: Source) -> bool:
        held = self.entries.get(source.key)
        same = held and (held.sha256, held.document.id) == (source.sha256, self._known_id(source.key))
        current = held and held.reader == self._reader and held.document.id not in self._damaged
        return not (held and same and (current or source.key in self._lost or not source.path.exists()))

    def _read(self, sources: Sequence[Source]) -> None:
        """Read files, in their turn."""
        from index.read import read_all  # only where there is something to read: it starts processes

        settings = self.settings
        self._writer.expect_readings()
        reading = read_all(sources, self._named, settings.max_file_bytes, settings.max_read_seconds)
        for number, source in enumerate(sources):
            self._progress(f"Reading {source.path.name}", _WRITING_SHARE * number / len(sources))
            _, read = next(reading)
            if isinstance(read, FileRejected):
                self._refuse(source, read)
                continue
            document = read.document
            self._actions.setdefault(document.id, Action.UPDATED if source.key in self.entries else Action.ADDED)
            self._kept[document.id] = _Kept(source, document, read.warnings)
            self._pending.append(self._writer.prepared(read, source.size, source.changed, self._reader))
            if self._whole and len(self._pending) >= _BATCH:
                self._flush()

    def _refuse(self, source: Source, exc: FileRejected) -> None:
        """Tell of a file that cannot be indexed; a document that was read of it before stays."""
        if source.key in self.asked:
            self._refusals.append(exc)
            return
        logger.warning("skipped: %s", exc)
        self.skipped.append(Skipped(source.key, str(exc)))
        held = self.entries.get(source.key)
        if held and held.document.id not in self._kept:
            self._take_over(source, held)
        else:
            self._unreadable.append((source.path.name, exc))

    def _known_id(self, key: str) -> str:
        """The id of a catalogued or known file; "" for one that is still to be named."""
        if key in self._catalogue:
            return self._catalogue[key].id
        held = self.entries.get(key)
        before = held.document.id if held else self._earlier_ids.get(key, "")
        return "" if before in self._kept else before

    def _take_over(self, source: Source, held: HeldDocument) -> None:
        document = self._described(held.document, source) if self._whole else held.document
        same = document == held.document
        self._actions[document.id] = Action.UNCHANGED if same else Action.UPDATED
        self._kept[document.id] = _Kept(source, document, held.warnings, held)

    def _described(self, stored: Document, source: Source) -> Document:
        """The document by its catalogue entry as it reads today, if it has one."""
        entry = next((document for document in self._catalogue.values() if document.id == stored.id), stored)
        if entry.sha256 not in ("", source.sha256) and source.key in self._catalogue:
            logger.warning("%s differs from the file that the catalogue describes", source.key)
        return replace(edited(entry, stored, read_override(source.path)), file=source.key, sha256=stored.sha256)

    def _named(self, source: Source, described: Document) -> Document:
        """Give a described document its id and entry; a file that is added replaces the plan of its id or title."""
        edit, document_id = read_override(source.path), self._known_id(source.key)
        if source.key in self._new:
            document_id = self._place_taken(edit, document_id, described.title) or document_id
        if not document_id:
            catalogued = {document.id for document in self._catalogue.values()}
            document_id = free_id(described.id, self._kept.keys() | catalogued)
        entry = next((document for document in self._catalogue.values() if document.id == document_id), None)
        return edited(entry, described, edit) if entry else replace(described, id=document_id)

    def _place_taken(self, edit: Override, document_id: str, title: str) -> str:
        """The id of the plan that an added file replaces; "" where it replaces none."""
        if edit.replaces is None:
            return self._replaced(document_id, title)
        return self._replaced(edit.replaces, "") if edit.replaces else ""

    def _replaced(self, document_id: str, title: str) -> str:
        """Take out the plan that has this id, or this title if there is no id; its id, "" where there is none."""
        for name, kept in self._kept.items():
            if name == document_id or (not document_id and same_title(kept.document.title, title)):
                del self._kept[name]
                self._pending = [one for one in self._pending if one.indexed.document.id != name]
                self.removed.add(kept.source.key)
                self._actions[name] = Action.REPLACED
                return name
        return ""

    # --- writing

    def _flush(self) -> None:
        """Put what has been read so far in force."""
        names = {reading.indexed.document.id for reading in self._pending}
        sources = {reading.indexed.document.file for reading in self._pending}
        held = self._writer.state.documents.values()
        ended = tuple(one for one in held if one.document.id in names or one.source in sources)
        for one in ended:
            self._gone.setdefault(one.document.id, one.document.title)
        self._writer.apply(Changes(tuple(self._pending), ended, removed=self._writer.state.removed))
        self._pending.clear()

    def _finish(self) -> None:
        """Put the rest in force, if anything changed, and delete the copies of what was taken out."""
        kept = {one.held.no: one for one in self._kept.values() if one.held}
        fresh = {document_id for document_id, one in self._kept.items() if not one.held}
        pending = {reading.indexed.document.id for reading in self._pending}
        held = self._writer.state.documents
        ended = tuple(one for one in held.values() if one.no not in kept and one.document.id not in fresh - pending)
        described = {
            name: one.document for name, one in self._kept.items() if one.held and one.document != one.held.document
        }
        removed = frozenset(self.removed)
        for one in ended:
            self._gone.setdefault(one.document.id, one.document.title)
        if self._pending or ended or described or removed != self._writer.state.removed:
            self._progress("Building the search index", _WRITING_SHARE)
            self._writer.apply(Changes(tuple(self._pending), ended, described, removed))
            self._pending.clear()
        for key in removed:
            if key.startswith("uploads/"):
                remove_upload(source_path(key, self.settings.documents_dir, self.settings.data_dir))

    # --- telling

    def changes(self) -> tuple[Change, ...]:
        """What became of every document, by id."""
        changes = [self._change(document_id) for document_id in self._kept]
        changes += [
            Change(document_id, title, Action.REMOVED)
            for document_id, title in self._gone.items()
            if document_id not in self._kept
        ]
        return tuple(sorted(changes, key=lambda change: change.document_id))

    def asked_changes(self) -> tuple[Change, ...]:
        """What became of the files that were asked for, by document id."""
        told: dict[str, Change] = {}
        for document_id, kept in self._kept.items():
            if kept.source.key in self.asked:
                change = self._change(document_id)
                is_new = kept.source.key in self._new
                told[document_id] = change if is_new else replace(change, action=Action.ALREADY_THERE)
        return tuple(told[document_id] for document_id in sorted(told))

    def _change(self, document_id: str) -> Change:
        kept = self._kept[document_id]
        return Change(document_id, kept.document.title, self._actions[document_id], kept.warnings)
