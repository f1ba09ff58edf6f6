"""One change of the index: from the generation in force and the files of today to the next generation."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from index.errors import FileRejected, NothingReadable
from index.indexed_document import IndexedDocument
from index.settings import Settings
from index.storage.catalogue import read_catalog
from index.storage.freshness import is_current
from index.storage.generations import Generation
from index.storage.overrides import Override, read_override
from index.storage.sources import Source, find_sources, remove_upload
from index.storage.stored import Reading, read_document
from index.types import Document

Progress = Callable[[str, float], None]
"""Told what is being done, and the share of all work that is done, 0 to 1."""

_READING_SHARE = 0.6  # of the time that a first build takes; the rest goes to vectors and words

logger = logging.getLogger(__name__)


class Action(StrEnum):
    """What became of a document."""

    ADDED = "added"
    REPLACED = "replaced"
    UPDATED = "updated"
    REMOVED = "removed"
    UNCHANGED = "unchanged"
    ALREADY_THERE = "already there"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one document. `warnings` are sentences for the person who adds it."""

    document_id: str
    title: str
    action: Action
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the index, and why."""

    file: str
    reason: str


class Job:
    """Collects what the next generation holds, then writes it; lives under the write lock."""

    def __init__(self, settings: Settings, previous: Generation | None, progress: Progress | None) -> None:
        self.settings, self.previous = settings, previous
        self.entries = {entry.source: entry for entry in previous.manifest.entries} if previous else {}
        self.removed = set(previous.manifest.removed) if previous else set()
        self.asked: dict[str, bool] = {}  # keys of files to add -> whether they are new to the index
        self.skipped: list[Skipped] = []
        self._refusals: list[FileRejected] = []  # of files that were asked for
        self._unreadable: list[tuple[str, FileRejected]] = []  # of the others, with the file's name
        self._progress = progress or (lambda _message, _share: None)
        catalogue = read_catalog(settings.documents_dir)
        self._catalogue = {f"documents/{document.file}": document for document in catalogue}
        self._readings: list[Reading] = []
        self._actions: dict[str, Action] = {}  # by document id

    # --- what the caller asks for

    def sources(self) -> tuple[Source, ...]:
        """The files of today."""
        return find_sources(self.settings.documents_dir, self.settings.data_dir)

    @contextmanager
    def collecting_refusals(self) -> Iterator[None]:
        """Go on after a file that is refused; `raise_refusals` tells of it."""
        try:
            yield
        except FileRejected as exc:
            self._refusals.append(exc)

    def raise_refusals(self) -> None:
        """Stop if a file that was asked for cannot be indexed.

        Raises:
            FileRejected: The one there is, or all of them, a line for each.
        """
        if len(self._refusals) == 1:
            raise self._refusals[0]
        if self._refusals:
            raise FileRejected("\n".join(sorted(str(refusal) for refusal in self._refusals)))

    def raise_if_nothing_is_left(self) -> None:
        """Stop where every plan there is was refused: an empty index would answer that no plan tells anything.

        Raises:
            NothingReadable: It tells of each file.
        """
        if self._unreadable and not self._readings:
            raise NothingReadable(self._unreadable)

    # --- reading

    def read(self) -> None:
        """Read what is new or changed, take over the rest."""
        sources = self._wanted()
        for number, source in enumerate(sources):
            try:
                self._readings.append(self._reading(source, _READING_SHARE * number / len(sources)))
            except FileRejected as exc:
                if source.key in self.asked:
                    self._refusals.append(exc)
                else:
                    logger.warning("skipped: %s", exc)
                    self._unreadable.append((source.path.name, exc))
                    self.skipped.append(Skipped(source.key, str(exc)))
        self._readings.sort(key=lambda reading: reading.indexed.document.id)

    def _wanted(self) -> list[Source]:
        """The files to index, those first that may choose their ids first; of equal files the first one only."""
        sources = self.sources()
        keys = {source.key for source in sources}
        self.removed &= keys
        for key in sorted(self._catalogue.keys() - keys):
            self.skipped.append(Skipped(key, "stands in the catalogue, but there is no such file"))
        first: dict[str, Source] = {}
        for source in sorted(sources, key=self._turn):
            if source.key in self.removed:
                continue
            same = first.setdefault(source.sha256, source)
            if same is not source:
                self.skipped.append(Skipped(source.key, f"has the same content as {same.key}"))
        return list(first.values())

    def _turn(self, source: Source) -> tuple[bool, bool, bool, str]:
        """Catalogued files, then known ones, then new ones; last what is added, since it may replace one of them."""
        key = source.key
        return self.asked.get(key, False), key not in self._catalogue, key not in self.entries, key

    def _reading(self, source: Source, share: float) -> Reading:
        entry = self.entries.get(source.key)
        document_id = self._known_id(source.key)
        if entry and is_current(self.previous) and (entry.sha256, entry.id) == (source.sha256, document_id):
            return self._taken_over(source, document_id)
        from index.read import read_source  # only where there is something to read: its libraries take seconds

        self._progress(f"Reading {source.path.name}", share)
        named = partial(self._named, source, document_id)
        indexed = read_source(source, named, self.settings.max_file_bytes, self.settings.max_read_seconds)
        self._actions.setdefault(indexed.document.id, Action.UPDATED if entry else Action.ADDED)
        return Reading(source, indexed)

    def _known_id(self, key: str) -> str:
        """The id of a catalogued or known file; "" for one that is still to be named."""
        if key in self._catalogue:
            return self._catalogue[key].id
        entry = self.entries.get(key)
        return entry.id if entry and entry.id not in self._taken_ids() else ""

    def _taken_ids(self) -> set[str]:
        return {reading.indexed.document.id for reading in self._readings}

    def _taken_over(self, source: Source, document_id: str) -> Reading:
        assert self.previous is not None  # it has the entry
        stored = read_document(self.previous.folder, document_id)
        document = self._described(stored.document, source)
        same = document == stored.document
        self._actions[document_id] = Action.UNCHANGED if same else Action.UPDATED
        indexed = stored if same else replace(stored, document=document)
        return Reading(source, indexed, stored_as=document_id, same_entry=same)

    def _described(self, stored: Document, source: Source) -> Document:
        """The document by its catalogue entry as it reads today, if it has one."""
        entry = next((document for document in self._catalogue.values() if document.id == stored.id), stored)
        if entry.sha256 not in ("", source.sha256) and source.key in self._catalogue:
            logger.warning("%s differs from the file that the catalogue describes", source.key)
        return replace(_edited(entry, stored, read_override(source.path)), file=source.key, sha256=source.sha256)

    def _named(self, source: Source, document_id: str, described: Document) -> Document:
        """Give a described document its id and entry; a file that is added replaces the plan of its id or title."""
        edit = read_override(source.path)
        if self.asked.get(source.key):
            document_id = self._place_taken(edit, document_id, described.title) or document_id
        if not document_id:
            catalogued = {document.id for document in self._catalogue.values()}
            document_id = _free_id(described.id, self._taken_ids() | catalogued)
        entry = next((document for document in self._catalogue.values() if document.id == document_id), None)
        return _edited(entry, described, edit) if entry else replace(described, id=document_id)

    def _place_taken(self, edit: Override, document_id: str, title: str) -> str:
        """The id of the plan that an added file replaces; "" where it replaces none."""
        if edit.replaces is None:
            return self._replaced(document_id, title)
        return self._replaced(edit.replaces, "") if edit.replaces else ""

    def _replaced(self, document_id: str, title: str) -> str:
        """Take out the plan that has this id, or this title if there is no id; its id, "" where there is none."""
        for reading in self._readings:
            other = reading.indexed.document
            if other.id == document_id or (not document_id and same_title(other.title, title)):
                self._readings.remove(reading)
                self.removed.add(reading.source.key)
                self._actions[reading.indexed.document.id] = Action.REPLACED
                return reading.indexed.document.id
        return ""

    # --- writing

    def store(self) -> None:
        """Put a new generation in force if anything changed."""
        if self._has_changed():
            from index.storage.fill import fill_generation  # as above

            self._progress("Building the search index", _READING_SHARE)
            fill_generation(self.settings, self.previous, self._readings, sorted(self.removed))
            for source in self.sources():
                if source.key in self.removed and source.key.startswith("uploads/"):
                    remove_upload(source.path)
        self._progress("The index is up to date", 1.0)

    def _has_changed(self) -> bool:
        if self.previous is None or not is_current(self.previous, self.settings):
            return True
        ids = {reading.indexed.document.id for reading in self._readings}
        return (
            any(action is not Action.UNCHANGED for action in self._actions.values())
            or ids != {entry.id for entry in self.entries.values()}
            or self.removed != set(self.previous.manifest.removed)
        )

    # --- telling

    def changes(self) -> tuple[Change, ...]:
        """What became of every document, by id."""
        changes = [self._change(reading.indexed) for reading in self._readings]
        present = {change.document_id for change in changes}
        gone = (entry.id for entry in self.entries.values() if entry.id not in present)
        changes += [Change(document_id, self._old_title(document_id), Action.REMOVED) for document_id in gone]
        return tuple(sorted(changes, key=lambda change: change.document_id))

    def asked_changes(self) -> tuple[Change, ...]:
        """What became of the files that were asked for, by document id."""
        told: dict[str, Change] = {}
        for reading in self._readings:
            is_new = self.asked.get(reading.source.key)
            if is_new is not None:
                change = self._change(reading.indexed)
                told[change.document_id] = change if is_new else replace(change, action=Action.ALREADY_THERE)
        return tuple(told[document_id] for document_id in sorted(told))

    def _old_title(self, document_id: str) -> str:
        return read_document(self.previous.folder, document_id).document.title if self.previous else ""

    def _change(self, indexed: IndexedDocument) -> Change:
        document = indexed.document
        return Change(document.id, document.title, self._actions[document.id], indexed.warnings)


def _edited(entry: Document, described: Document, edit: Override) -> Document:
    """A catalogue entry with what a person wrote over it, as `described` says it."""
    if edit.title:
        entry = replace(entry, title=described.title, title_en=described.title_en)
    if edit.place:
        own = described
        entry = replace(entry, place=own.place, place_en=own.place_en, places=own.places, level=own.level)
    return replace(entry, period=described.period) if edit.period else entry


def _free_id(proposed: str, taken: Collection[str]) -> str:
    """`proposed`, or the first of proposed-2, proposed-3 … that is not taken."""
    number, free = 1, proposed
    while free in taken:
        number += 1
        free = f"{proposed}-{number}"
    return free


def same_title(one: str, other: str) -> bool:
    """Whether two titles differ in nothing but signs and widths."""
    return _bare(one) == _bare(other)


def _bare(title: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", title)).lower()
