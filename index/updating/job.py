"""One change of the index: from what it holds and the files of today to what it is to hold."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from index.errors import FileRejected, NothingReadable, PlaceTaken
from index.settings import Settings
from index.storage.earlier import Earlier
from index.storage.freshness import reader_fingerprint
from index.storage.held import HeldDocument, TakenOut
from index.storage.sources import Source, source_at, source_path
from index.storage.write import Changes, NewReading, Writer
from index.updating.document_names import Naming
from index.updating.leaving import Leaving
from index.updating.outcomes import Action, Change, Progress, Skipped, raise_refusals, reading_page
from index.updating.present_files import files_as_held, files_of_today
from index.updating.telling import Kept, Telling

_WRITING_SHARE = 0.9
"""Of the time that a build takes: what is left when all is read."""
_BATCH = 16
"""Documents that are written together: a kill costs no more of a long build than these."""

logger = logging.getLogger(__name__)


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
        self.leaving = Leaving(settings, {**state.removed, **earlier.removed}, state.revision + 1)
        self._earlier, self._damaged = earlier, earlier.damaged
        self._naming = Naming(settings, self.entries, earlier.ids)
        self.asked: dict[str, Source] = {}  # files to add, by key
        self._new: set[str] = set()  # those of them that are new to the index, or to take a place in it
        self._told = Telling()
        self._back: dict[str, Source] = {}  # files that come back, by key
        self._lost: frozenset[str] = frozenset()  # copies that cannot be read again, by key
        self.skipped: list[Skipped] = []
        self._refusals: list[FileRejected] = []  # of files that were asked for
        self._unreadable: list[tuple[str, FileRejected]] = []  # of the others, with the file's name
        self._progress = progress or (lambda _message, _share: None)
        self._kept: dict[str, Kept] = {}  # by document id
        self._pending: list[NewReading] = []
        self._reader = reader_fingerprint()

    # --- what the caller asks for

    def ask(self, source: Source, replaces: str = "") -> None:
        """Add this file, in the place of the document of an id where one is named.

        What is a document already stays under its own id, so that an undoing leaves both as they were.

        Raises:
            PlaceTaken: It is a catalogued plan whose place another file took, which nobody said is to go.
        """
        entry = self._naming.catalogue.get(source.key)
        there = self._writer.state.documents.get(replaces or (entry.id if entry else ""))
        if there and there.source != source.key and there.sha256 != source.sha256:
            if not replaces:
                title, name = there.document.title, there.document.id
                remedy = f"`python -m index remove {name}` brings this one back, `add --replace {name}` puts it there"
                raise PlaceTaken(f"{source.path.name}: {title} took its place; {remedy}", title=title)
            if own := self.entries.get(source.key):
                self._told.before[own.document.id] = there.document.title
                self._new.add(source.key)
            else:
                self._put_in_place(source, there)
            self.leaving.take_out(there, source.key)
        self._let_in(source)

    def bring_back(self, one: TakenOut, source: Source) -> None:
        """Put what was taken out in its place again; what stands there now goes."""
        there = self._writer.state.documents.get(one.document_id)
        self._naming.ids[source.key] = one.document_id
        if there and there.source != source.key:
            self._put_in_place(source, there)
            self.leaving.take_out(there, source.key, undoing=True)
        self._back[source.key] = source
        self._let_in(source)

    def _put_in_place(self, source: Source, there: HeldDocument) -> None:
        self._naming.ids[source.key] = there.document.id
        self._told.before[there.document.id] = there.document.title
        self._new.add(source.key)

    def _let_in(self, source: Source) -> None:
        self.asked[source.key] = source
        if source.key not in self.entries:
            self._new.add(source.key)
        self.leaving.let_in(source.key)

    def take_out(self, document_id: str) -> None:
        """Take a document out of the index, and its file where it is a copy."""
        self.leaving.take_out(self._writer.state.documents[document_id])

    def held_with(self, sha256: str) -> Source | None:
        """The file of the index that has this content, or is asked for and has it."""
        held = files_as_held(self.entries, self.settings) | self.asked
        return next((one for one in held.values() if one.sha256 == sha256), None)

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
        self._let_return()
        sources = self._of_today() if self._whole else self._as_held()
        first: dict[str, Source] = {}
        for source in sorted(sources.values(), key=self._turn):
            if source.key in self.leaving.taken_out:
                continue
            same = first.setdefault(source.sha256 or source.key, source)
            if same is not source:
                self.skipped.append(Skipped(source.key, f"has the same content as {same.key}"))
        return list(first.values())

    def _as_held(self) -> dict[str, Source]:
        return files_as_held(self.entries, self.settings) | self.asked | self._back

    def _let_return(self) -> None:
        """Let in the plans of the documents folder whose place nothing takes any longer."""
        live = {*self.entries, *self.asked} - self.leaving.taken_out.keys()
        for one in self.leaving.returning(live):
            path = source_path(one.source, self.settings.documents_dir, self.settings.data_dir)
            self._back[one.source] = source_at(one.source, path, self.settings.data_dir)
            self._naming.ids[one.source] = one.document_id

    def _of_today(self) -> dict[str, Source]:
        catalogued, earlier = self._naming.catalogue.keys(), self._earlier.ids.keys()
        today = files_of_today(self.settings, self.entries, catalogued, earlier)
        self.leaving.forget_missing(today.found)
        self._lost = today.lost
        self.skipped += [*today.skipped, *self.leaving.offered(today.sources)]
        return dict(today.sources)

    def _turn(self, source: Source) -> tuple[bool, bool, bool, str]:
        """Catalogued files, then known ones, then new ones; last what is added, whose ids give way."""
        key = source.key
        return key in self._new, key not in self._naming.catalogue, key not in self.entries, key

    def _is_to_be_read(self, source: Source) -> bool:
        held = self.entries.get(source.key)
        same = held and (held.sha256, held.document.id) == (source.sha256, self._naming.known_id(source.key))
        current = held and held.reader == self._reader and held.document.id not in self._damaged
        return not (held and same and (current or source.key in self._lost or not source.path.exists()))

    def _read(self, sources: Sequence[Source]) -> None:
        """Read files, in their turn."""
        from index.read import ReadLimits, read_all  # only where there is something to read: it starts processes

        self._writer.expect_readings()
        turns = {source.key: turn for turn, source in enumerate(sources)}

        def told(source: Source, page: int, pages: int) -> None:
            done = turns[source.key] + (page - 1) / max(pages, 1) if page else turns[source.key]
            self._progress(reading_page(source.path.name, page, pages), _WRITING_SHARE * done / len(sources))

        settings = self.settings
        limits = ReadLimits(settings.max_file_bytes, settings.max_read_seconds, settings.pages_dir)
        for source, read in read_all(sources, self._naming.named, limits, told):
            if isinstance(read, FileRejected):
                self._refuse(source, read)
                continue
            document = read.document
            self._keep(Kept(source, document, read.warnings), self._action(source.key, document.id))
            self._pending.append(self._writer.prepared(read, source.size, source.changed, self._reader))
            if self._whole and len(self._pending) >= _BATCH:
                self._flush()

    def _action(self, key: str, document_id: str) -> Action:
        if key in self._back:
            return Action.BROUGHT_BACK
        if document_id in self._told.before:
            return Action.REPLACED
        return Action.UPDATED if key in self.entries else Action.ADDED

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

    def _take_over(self, source: Source, held: HeldDocument) -> None:
        document = self._naming.described(held.document, source) if self._whole else held.document
        action = Action.UNCHANGED if document == held.document else Action.UPDATED
        action = Action.REPLACED if document.id in self._told.before else action
        self._keep(Kept(source, document, held.warnings, held), action)

    def _keep(self, kept: Kept, action: Action) -> None:
        self._kept[kept.document.id] = kept
        self._naming.taken[kept.document.id] = kept.document
        self._told.tell(kept.document.id, action)

    # --- writing

    def _flush(self) -> None:
        """Put what has been read so far in force."""
        names = {reading.indexed.document.id for reading in self._pending}
        sources = {reading.indexed.document.file for reading in self._pending}
        held = self._writer.state.documents.values()
        ended = tuple(one for one in held if one.document.id in names or one.source in sources)
        self._told.tell_gone(ended)
        self._writer.apply(Changes(tuple(self._pending), ended, removed=self._writer.state.removed))
        self._pending.clear()

    def _finish(self) -> None:
        """Put the rest in force, if anything changed, and put away the copies of what was taken out."""
        kept = {one.held.no: one for one in self._kept.values() if one.held}
        fresh = {document_id for document_id, one in self._kept.items() if not one.held}
        pending = {reading.indexed.document.id for reading in self._pending}
        held = self._writer.state.documents
        ended = tuple(one for one in held.values() if one.no not in kept and one.document.id not in fresh - pending)
        described = {
            name: one.document for name, one in self._kept.items() if one.held and one.document != one.held.document
        }
        removed = self.leaving.taken_out
        self._told.tell_gone(ended)
        if self._pending or ended or described or removed != self._writer.state.removed:
            self._progress("Building the search index", _WRITING_SHARE)
            self._writer.apply(Changes(tuple(self._pending), ended, described, removed))
            self._pending.clear()
        self.leaving.clear_away()

    # --- telling

    def changes(self) -> tuple[Change, ...]:
        """What became of every document, by id."""
        return self._told.changes(self._kept)

    def asked_changes(self) -> tuple[Change, ...]:
        """What became of the files that were asked for, by document id."""
        return self._told.asked_changes(self._kept, self.asked, self._new | self._back.keys())
