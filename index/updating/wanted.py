"""The files that one change of the index is about: those that are asked for, come back, or are held, and what goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.errors import PlaceTaken
from index.settings import Settings
from index.storage.earlier import Earlier
from index.storage.held import HeldDocument, State, TakenOut
from index.storage.sources import Source, file_of, source_at, source_path
from index.types import Document
from index.updating.document_names import Naming
from index.updating.leaving import Leaving
from index.updating.outcomes import Skipped
from index.updating.papers import by_file, papers_out
from index.updating.present_files import files_as_held, files_of_today


class WantedFiles:
    """Collects which files the index is to be made of, and which of their papers; nothing is read of them yet.

    `files` are the documents of the index by the key of their file, `asked` the files to add and `replaced` the documents
    whose place they are to take, by key; `new` and `brought` are keys of files and papers, those that are new to the index
    or take a place in it, and those that come back; `incomplete` are files of which papers are missing; `before` holds the
    titles of documents whose place is taken, by id; `lost` are copies that cannot be read again.
    """

    def __init__(self, settings: Settings, state: State, earlier: Earlier) -> None:
        """`earlier` tells of what was indexed before and is to be read again."""
        entries = {held.source: held for held in state.documents.values()}
        self.settings, self._documents, self._earlier = settings, state.documents, earlier
        self.files = by_file(entries.values())
        self.leaving = Leaving(settings, {**state.removed, **earlier.removed}, state.revision + 1)
        self.naming = Naming(settings, entries, earlier.ids)
        gone = earlier.ids.keys() - entries.keys() - self.leaving.taken_out.keys()
        self.incomplete = set(map(file_of, gone))
        self.asked: dict[str, Source] = {}
        self.replaced: dict[str, HeldDocument] = {}
        self.new: set[str] = set()
        self.brought: set[str] = set()
        self.before: dict[str, str] = {}
        self.lost: frozenset[str] = frozenset()
        self.skipped: list[Skipped] = []
        self._back: dict[str, Source] = {}  # files that come back, by key

    def ask(self, source: Source, replaces: str = "") -> None:
        """Add this file, in the place of the document of an id where one is named.

        What is a document already stays under its own id, so that an undoing leaves both as they were.

        Raises:
            PlaceTaken: It is a catalogued plan whose place another file took, which nobody said is to go.
        """
        entry = self.naming.catalogue.get(source.key)
        there = self._documents.get(replaces or (entry.id if entry else ""))
        if there and there.file != source.key and there.sha256 != source.sha256:
            if not replaces:
                title, name = there.document.title, there.document.id
                remedy = f"`python -m index remove {name}` brings this one back, `add --replace {name}` puts it there"
                raise PlaceTaken(f"{source.path.name}: {title} took its place; {remedy}", title=title)
            if own := self.files.get(source.key):
                self.before[own[0].document.id] = there.document.title
                self.new.add(source.key)
            else:
                self._put_in_place(source, there)
            self.leaving.take_out(there, source.key)
            self.replaced[source.key] = there
        for key in papers_out(source.key, self.leaving.taken_out):
            self._let_in(source, key)
        self._let_in(source, source.key)

    def bring_back(self, one: TakenOut, source: Source) -> None:
        """Put what was taken out in its place again; what stands there now goes."""
        there = self._documents.get(one.document_id)
        self.naming.ids[one.source] = one.document_id
        if there and there.file != source.key:
            self.before[there.document.id] = there.document.title
            for paper in self.files[there.file]:  # of which the others came with it
                self.leaving.take_out(paper, source.key, undoing=True)
        self._back[source.key] = source
        self.brought.add(one.source)
        self._let_in(source, one.source)

    def _put_in_place(self, source: Source, there: HeldDocument) -> None:
        self.naming.ids[source.key] = there.document.id
        self.before[there.document.id] = there.document.title
        self.new.add(source.key)

    def _let_in(self, source: Source, key: str) -> None:
        """Let a file in, or the paper of a key in it."""
        self.asked[source.key] = source
        if key != source.key or key not in self.files:
            self.new.add(key)
        if key != source.key:
            self.incomplete.add(source.key)
        self.leaving.let_in(key)

    def take_out(self, document_id: str, *, whole_file: bool = False) -> tuple[Document, ...]:
        """Take a document out of the index, or all that are in its file, which goes too where it is a copy and they are all."""
        held = self._documents[document_id]
        going = self.files[held.file] if whole_file else (held,)
        for one in going:
            self.leaving.take_out(one)
        return tuple(one.document for one in going)

    def replace_file(self, there: HeldDocument, source: Source, read: Sequence[Document]) -> list[str]:
        """Put a file in the place of another with all its papers, each in that of its namesake; gives the ids of these.

        `there` is the paper that was named as the one to be replaced, which goes to the first where it has no namesake.
        """
        going = self.files[there.file]
        for held in going:
            self.leaving.take_out(held, source.key)
            if heir := next((one for one in read if one.title == held.document.title), None):
                self.naming.ids[replace(heir, file=source.key).key] = held.document.id
                self.before[held.document.id] = held.document.title
        if any(one.title == there.document.title for one in read):
            self.naming.ids.pop(source.key, None)
        return [held.document.id for held in going]

    def held_with(self, sha256: str) -> Source | None:
        """The file of the index that has this content, or is asked for and has it."""
        held = files_as_held(self.files, self.settings) | self.asked
        return next((one for one in held.values() if one.sha256 == sha256), None)

    def wanted(self, *, whole: bool) -> list[Source]:
        """The files to index, those first that may choose their ids first; of equal files the first one only."""
        self._let_return()
        sources = self._of_today() if whole else self._as_held()
        first: dict[str, Source] = {}
        for source in sorted(sources.values(), key=self._turn):
            meant = source.key in self.asked or source.key in self._back
            if not meant and self.leaving.keeps_out(source.key, self._known_keys(source.key)):
                continue
            same = first.setdefault(source.sha256 or source.key, source)
            if same is not source:
                self.skipped.append(Skipped(source.key, f"has the same content as {same.key}"))
        return list(first.values())

    def _as_held(self) -> dict[str, Source]:
        return files_as_held(self.files, self.settings) | self.asked | self._back

    def _known_keys(self, file: str) -> set[str]:
        """The keys of a file's papers that are in the index, or were in one before it."""
        earlier = {key for key in self._earlier.ids if file_of(key) == file}
        return earlier | {one.source for one in self.files.get(file, ())}

    @property
    def live_files(self) -> set[str]:
        """The files of which something is to be in the index."""
        held = (one for own in self.files.values() for one in own)
        return {one.file for one in held if one.source not in self.leaving.taken_out} | self.asked.keys()

    def _let_return(self) -> None:
        """Let in the plans of the documents folder whose place nothing takes any longer."""
        for one in self.leaving.returning(self.live_files):
            path = source_path(one.source, self.settings.documents_dir, self.settings.data_dir)
            source = source_at(file_of(one.source), path, self.settings.data_dir)
            self._back[source.key] = source
            self.brought.add(one.source)
            self.incomplete.add(source.key)
            self.naming.ids[one.source] = one.document_id

    def _of_today(self) -> dict[str, Source]:
        catalogued, earlier = self.naming.catalogue.keys(), self._earlier.ids.keys()
        today = files_of_today(self.settings, self.files, catalogued, earlier)
        self.leaving.forget_missing(today.found)
        self.lost = today.lost
        self.skipped += [*today.skipped, *self.leaving.offered(today.sources)]
        return dict(today.sources)

    def _turn(self, source: Source) -> tuple[bool, bool, bool, str]:
        """Catalogued files, then known ones, then new ones; last what is added, whose ids give way."""
        key = source.key
        return key in self.new, key not in self.naming.catalogue, key not in self.files, key
