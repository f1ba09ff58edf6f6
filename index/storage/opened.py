"""One index that is open: its database, what was read of it lately, the model, and its state at this moment."""

from __future__ import annotations

import logging
import threading

from index.database.migrate import require_current
from index.database.state_values import read_revision
from index.errors import DocumentDamaged, IndexMissing, IndexOutdated, ModelError
from index.search.encoders import Encoder, RememberingEncoder, fingerprint, load_encoder
from index.search.vectors import VectorIndex
from index.settings import Settings
from index.storage.held import State, read_state
from index.storage.lookups import Lookups
from index.storage.place import open_database, open_vectors, with_own_model
from index.storage.reader import Reader

_MAX_VECTORS = 20_000  # sentences and facts that were ranked; 20 MB of the shipped model's vectors

logger = logging.getLogger(__name__)


class Opened:
    """What all snapshots of an index have in common; may be shared between threads."""

    def __init__(self, settings: Settings, *, own_model: bool = False) -> None:
        """Open the index of `settings`; with `own_model` by the model that made it, whichever these name.

        Raises:
            IndexMissing: There is none, or one of another version.
            ModelError, StoreError: The model or the database cannot be read.
        """
        self.database = open_database(settings)
        require_current(self.database)
        if own_model:
            with self.database.reading() as connection:
                settings = with_own_model(settings, read_state(connection))
        self.settings = settings
        self._model = fingerprint(settings.embedding_model)
        self.reader = Reader(self.database, self._model, self._leave_out)
        self.encoder: Encoder = RememberingEncoder(load_encoder(settings.embedding_model), _MAX_VECTORS)
        self._lock = threading.Lock()
        self._vectors: dict[str, VectorIndex] = {}  # by collection: a snapshot may still ask the one before
        self._state: State | None = None
        self._lookups: Lookups | None = None
        self._next: Opened | None = None

    def current(self) -> tuple[Opened, State, Lookups]:
        """The state of now, read anew if it has changed, and who reads it: another one where the model has changed, too.

        Who holds the state before goes on with this one: its vectors and its model belong together.
        """
        with self._lock:
            if self._next is None:
                with self.database.reading() as connection:
                    if self._state is None or read_revision(connection) != self._state.revision:
                        known = self._state.by_no if self._state else {}
                        self._enter(read_state(connection, known))
            if self._next is None:
                assert self._state is not None
                assert self._lookups is not None
                return self, self._state, self._lookups
        return self._next.current()

    def _leave_out(self, damage: DocumentDamaged) -> None:
        """Go on without a document, until the index changes."""
        with self._lock:
            if self._state is not None and damage.no in self._state.by_no:
                logger.error("%s is left out: %s", damage.document_id, damage)
                self._enter(self._state.without(damage.no))

    def vectors(self, collection: str) -> VectorIndex:
        """Chroma's part."""
        with self._lock:
            if collection not in self._vectors:
                self._vectors[collection] = open_vectors(self.settings, collection)
            return self._vectors[collection]

    def _enter(self, state: State) -> None:
        if not state.collection:
            raise IndexMissing(f"nothing is indexed in {self.database.told}; run `python -m index build`")
        if self._state is not None and state.model != self._model:
            self._next = self._with_next_model(state)
            for vectors in self._vectors.values():
                vectors.close()
            return
        if state.model != self._model:
            its = f", {state.model_at}" if state.model_at else ""
            raise IndexOutdated(
                f"the index was built with another embedding model{its}; set PLANS_EMBEDDING_MODEL to that one, or run "
                "`python -m index build`"
            )
        if state.vectors_at != self.settings.chroma_url:
            raise IndexOutdated("the index was built with another Chroma server; run `python -m index build`")
        for vectors in self._vectors.values():
            vectors.close()  # another process may have written, which Chroma sees when it opens its files
        # The one of today stays the same object: a question that was about to ask it opens it again, and the next change
        # closes it. Left open it would keep what Chroma shares in this process as it was, also for those opened later.
        self._vectors = {name: vectors for name, vectors in self._vectors.items() if name == state.collection}
        self._state, self._lookups = state, Lookups(self.database, self.reader, state)

    def _with_next_model(self, state: State) -> Opened:
        """The same index opened anew, since another process has made it over with another embedding model."""
        logger.info("the index went over to the embedding model %s", state.model_at)
        try:
            opened = Opened(self.settings, own_model=True)
        except ModelError as exc:
            told = f"the index went over to the embedding model {state.model_at}, which cannot be opened here"
            raise IndexOutdated(f"{told}: {exc}") from exc
        opened.current()  # raises where the model no longer lies there
        return opened
