"""A document made to be found by what was translated of it: its vectors and its words, made anew beside the live ones."""

from __future__ import annotations

from index.settings import Settings
from index.storage.place import writing
from index.storage.write import Changes
from index.store import Index


def renew(settings: Settings, document_id: str) -> None:
    """Make the vectors and the words of a document anew, with all that is translated of it; its file is not read again.

    Raises:
        UnknownDocument: No plan has this id.
        IndexBusy, StoreError, VectorStoreError, ModelError: It cannot be written; the index stays as it was.
    """
    with writing(settings) as writer:
        indexed = Index.open(settings).document(document_id)
        held = writer.state.documents[document_id]
        reading = writer.prepared(indexed, held.size, held.changed, held.reader)
        writer.apply(Changes((reading,), (held,), removed=writer.state.removed))
