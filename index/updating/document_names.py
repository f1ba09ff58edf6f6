"""The id and the entry by which a document goes: what the catalogue says, what it had before, or what it proposes."""

from __future__ import annotations

import logging
from collections import ChainMap
from collections.abc import Mapping
from dataclasses import replace

from index.settings import Settings
from index.storage.catalogue import read_catalog
from index.storage.held import HeldDocument
from index.storage.overrides import edited, override_path, read_override
from index.storage.sources import Source
from index.types import Document
from index.updating.titles import free_id, written_over

logger = logging.getLogger(__name__)


class Naming:
    """Names the documents of one change.

    Whoever makes the change puts into `ids` the ids that files are to have, by key, and into `taken` the documents that
    the index is to hold, by id.
    """

    def __init__(self, settings: Settings, entries: Mapping[str, HeldDocument], earlier_ids: Mapping[str, str]) -> None:
        """`entries` are the documents of the index by the keys of their files, `earlier_ids` the ids of an index before it.

        Raises:
            CatalogError: The catalogue cannot be read.
        """
        catalogue = read_catalog(settings.documents_dir)
        self.catalogue = {f"documents/{document.file}": document for document in catalogue}
        self._catalogued = {document.id: document for document in catalogue}
        self.ids: dict[str, str] = {}
        self.taken: dict[str, Document] = {}
        self._entries, self._earlier_ids, self._data_dir = entries, earlier_ids, settings.data_dir

    def known_id(self, key: str) -> str:
        """The id that is meant for a file, else that of its catalogue entry or the one it had; "" where it is taken, or none."""
        if key in self.catalogue and key not in self.ids:
            return self.catalogue[key].id
        held = self._entries.get(key)
        before = self.ids.get(key) or (held.document.id if held else self._earlier_ids.get(key, ""))
        return "" if before in self.taken else before

    def described(self, stored: Document, source: Source) -> Document:
        """A document that was read before, by its catalogue entry as it reads today, if it has one."""
        entry = self.catalogue.get(source.key, stored)
        edit = read_override(override_path(stored.key, self._data_dir))
        if entry.sha256 not in ("", source.sha256) and source.key in self.catalogue:
            logger.warning("%s differs from the file that the catalogue describes", source.key)
        entry = edited(entry, stored, edit)
        return replace(entry, id=stored.id, file=source.key, sha256=stored.sha256)

    def named(self, source: Source, read: Document) -> Document:
        """A document that was just read, with the entry of its file, if that has one, and an id that no other one has.

        What was written over the description of one of several papers of a file is not known to whoever reads the file.
        """
        read = replace(read, file=source.key)
        document_id = self.known_id(read.key) or free_id(read, ChainMap(self.taken, self._catalogued))
        if read.paper:
            edit = read_override(override_path(read.key, self._data_dir))
            return replace(written_over(read, edit), id=document_id)
        entry = self.catalogue.get(source.key, read)
        return replace(edited(entry, read, read_override(source.edit)), id=document_id)
