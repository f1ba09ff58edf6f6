"""One change of the index: from what it holds and the files of today to what it is to hold."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from index.errors import FileRejected, NothingReadable
from index.settings import Settings
from index.storage.earlier import Earlier
from index.storage.freshness import reader_fingerprint
from index.storage.sources import Source
from index.storage.write import Changes, NewReading, Writer
from index.types import Document
from index.updating.outcomes import Action, Change, Progress, Skipped, raise_refusals, reading_page
from index.updating.papers import named_papers
from index.updating.telling import Kept, Telling
from index.updating.wanted import WantedFiles

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
        self.wanted = WantedFiles(settings, writer.state, earlier)
        self._damaged, self._naming = earlier.damaged, self.wanted.naming
        self._told = Telling(self.wanted.before)
        self.skipped = self.wanted.skipped
        self._refusals: list[FileRejected] = []  # of files that were asked for
        self._unreadable: list[tuple[str, FileRejected]] = []  # of the others, with the file's name
        self._progress = progress or (lambda _message, _share: None)
        self._kept: dict[str, Kept] = {}  # by document id
        self._pending: list[NewReading] = []
        self._reader = reader_fingerprint()

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
        for source in self.wanted.wanted(whole=self._whole):
            if self._is_to_be_read(source):
                unread.append(source)
            else:
                self._take_over(source)
        if unread:
            self._read(unread)
        raise_refusals(self._refusals)
        if self._unreadable and not self._kept:
            raise NothingReadable(self._unreadable)
        self._finish()
        self._progress("The index is up to date", 1.0)

    def _is_to_be_read(self, source: Source) -> bool:
        held = self.wanted.files.get(source.key, ())
        kept = [one for one in held if one.source not in self.wanted.leaving.taken_out]
        if not kept or (source.key in self._naming.catalogue and kept[0].document.paper):
            return True
        same = all((one.sha256, one.document.id) == (source.sha256, self._naming.known_id(one.source)) for one in kept)
        whole = source.key not in self.wanted.incomplete
        current = whole and all(one.reader == self._reader and one.document.id not in self._damaged for one in kept)
        return not (same and (current or source.key in self.wanted.lost or not source.path.exists()))

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
        for source, read in read_all(sources, self._named, self._naming.catalogue.keys(), limits, told):
            if isinstance(read, FileRejected):
                self._refuse(source, read)
                continue
            for place, one in enumerate(read):
                if place:  # of several in a file, which take their time, too
                    share = (turns[source.key] + place / len(read)) / len(sources)
                    self._progress(f"Reading {one.document.title}", _WRITING_SHARE * share)
                self._keep(Kept(source, one.document, one.warnings), self._action(one.document))
                self._pending.append(self._writer.prepared(one, source.size, source.changed, self._reader))
            if self._whole and len(self._pending) >= _BATCH:  # all papers of a file at once, or a kill would part them
                self._flush()

    def _named(self, source: Source, read: Sequence[Document]) -> tuple[Document | None, ...]:
        there = self.wanted.replaced.get(source.key)
        if there and there.document.paper and len(read) > 1:  # the whole file is in a new edition
            for one in self.wanted.replace_file(there, source, read):
                self._kept.pop(one, None)
                self._naming.taken.pop(one, None)
        return named_papers(
            self._naming, source, read, self.wanted.files.get(source.key, ()), self.wanted.leaving.taken_out
        )

    def _action(self, document: Document) -> Action:
        if {document.key, document.file} & self.wanted.brought:
            return Action.BROUGHT_BACK
        if document.id in self.wanted.before:
            return Action.REPLACED
        held = self.wanted.files.get(document.file, ())
        return Action.UPDATED if any(one.source == document.key for one in held) else Action.ADDED

    def _refuse(self, source: Source, exc: FileRejected) -> None:
        """Tell of a file that cannot be indexed; a document that was read of it before stays."""
        if source.key in self.wanted.asked:
            self._refusals.append(exc)
            return
        logger.warning("skipped: %s", exc)
        self.skipped.append(Skipped(source.key, str(exc)))
        held = self.wanted.files.get(source.key, ())
        if held and held[0].document.id not in self._kept:
            self._take_over(source)
        else:
            self._unreadable.append((source.path.name, exc))

    def _take_over(self, source: Source) -> None:
        for held in self.wanted.files[source.key]:
            if held.source in self.wanted.leaving.taken_out:
                continue
            document = self._naming.described(held.document, source) if self._whole else held.document
            action = Action.UNCHANGED if document == held.document else Action.UPDATED
            action = Action.REPLACED if document.id in self.wanted.before else action
            self._keep(Kept(source, document, held.warnings, held), action)

    def _keep(self, kept: Kept, action: Action) -> None:
        self._kept[kept.document.id] = kept
        self._naming.taken[kept.document.id] = kept.document
        self._told.tell(kept.document.id, action)

    # --- writing

    def _flush(self) -> None:
        """Put what has been read so far in force."""
        names = {reading.indexed.document.id for reading in self._pending}
        files = {reading.indexed.document.file for reading in self._pending}
        held = self._writer.state.documents.values()
        ended = tuple(one for one in held if one.document.id in names or one.file in files)
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
        removed = self.wanted.leaving.taken_out
        self._told.tell_gone(ended)
        if self._pending or ended or described or removed != self._writer.state.removed:
            self._progress("Building the search index", _WRITING_SHARE)
            self._writer.apply(Changes(tuple(self._pending), ended, described, removed))
            self._pending.clear()
        self.wanted.leaving.clear_away(self.wanted.live_files)

    # --- telling

    def changes(self) -> tuple[Change, ...]:
        """What became of every document, by id."""
        return self._told.changes(self._kept)

    def asked_changes(self) -> tuple[Change, ...]:
        """What became of the files that were asked for, by document id."""
        return self._told.asked_changes(self._kept, self.wanted.asked, self.wanted.new | self.wanted.brought)
