"""The vector index: one Chroma collection, embedded in the data folder or on a Chroma server; and vectors compared directly.

Passages come and go by document; the collection is never made anew but for another model. Chroma may hold more than the
database says is live (a writer was killed in between), so that what it finds is asked for and dropped again.

No type of Chroma's leaves this module, nor does one of its errors. Its telemetry is off. It is imported when it is first
needed: the import takes longer than a hundred answers.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.errors import VectorStoreError
from index.search.encoders import Vectors

if TYPE_CHECKING:
    from chromadb.api.client import Client

Keys = NDArray[np.uint32]

_DOCUMENT_KEY = "no"
_PANIC = "PanicException"
"""What Chroma's part in Rust raises over files that it cannot make sense of: no `Exception`, and of no importable type."""
_ADD_ROWS = 1000  # below the limit of 5,461 rows a call that SQLite sets
# Candidates that the graph search keeps. Of the 30 nearest among 3,000 random vectors of 256 dimensions, a hard case,
# 200 missed 3.5 % and 400 missed 0.2 %, at 1.7 ms a query either way.
_EF_SEARCH, _EF_CONSTRUCTION = 400, 200


class VectorIndex:
    """Passages by the direction of their vectors, in collection `name` at `location`, a server's URL or a folder of its own.

    Nothing is opened before the first call. May be shared between threads. In a folder only one process may write at a
    time, and a process sees what another one wrote after `close`.
    """

    def __init__(self, location: Path | str, name: str) -> None:
        self._location, self._name = location, name
        self._free = threading.Condition(threading.RLock())
        self._calls = 0  # that are under way in any thread
        self._client: Client | None = None
        self._collection: Any = None

    def add(self, keys: Sequence[int], no: int, vectors: Vectors) -> None:
        """Put in the passages of document `no`; those that are there already are put in anew."""
        with self._reported(make=True) as collection:
            for start in range(0, len(keys), _ADD_ROWS):
                rows = slice(start, start + _ADD_ROWS)
                collection.upsert(
                    ids=[str(key) for key in keys[rows]],
                    embeddings=vectors[rows],
                    metadatas=[{_DOCUMENT_KEY: no}] * len(keys[rows]),
                )

    def remove(self, keys: Sequence[int]) -> None:
        """Take out passages; those that are not there are no error."""
        with self._reported() as collection:
            for start in range(0, len(keys) if collection else 0, _ADD_ROWS):
                collection.delete(ids=[str(key) for key in keys[start : start + _ADD_ROWS]])

    def query(self, vector: Vectors, k: int) -> tuple[Keys, NDArray[np.float32]]:
        """The `k` nearest passages and their cosine similarities; `vector` is float32, (dim,). Zeros find nothing.

        Raises:
            VectorStoreError: The collection cannot be reached, or is gone.
        """
        with self._reported() as collection:
            if collection is None:
                raise VectorStoreError(f"Chroma at {self._location}: the collection {self._name} is gone")
            wanted = min(k, collection.count()) if np.any(vector) else 0
            if wanted <= 0:
                return np.empty(0, np.uint32), np.empty(0, np.float32)
            found = collection.query(query_embeddings=vector[np.newaxis], n_results=wanted, include=["distances"])
        return np.array(found["ids"][0], np.uint32), 1.0 - np.array(found["distances"][0], np.float32)

    def vectors(self, keys: Sequence[int]) -> dict[int, Vectors]:
        """The vectors of those of the passages that are there."""
        held: dict[int, Vectors] = {}
        with self._reported() as collection:
            for start in range(0, len(keys) if collection else 0, _ADD_ROWS):
                rows = [str(key) for key in keys[start : start + _ADD_ROWS]]
                found = collection.get(ids=rows, include=["embeddings"])
                held |= dict(zip(map(int, found["ids"]), found["embeddings"], strict=True))
        return held

    def keys(self) -> set[int]:
        """All passages that are there."""
        with self._reported() as collection:
            return set(map(int, collection.get(include=[])["ids"])) if collection else set()

    def drop(self) -> None:
        """Delete the collection; one that is gone already is no error."""
        if isinstance(self._location, Path):
            self.close()
            shutil.rmtree(self._location, ignore_errors=True)
            return
        with self._reported() as collection:
            if collection is not None and self._client is not None:
                self._client.delete_collection(self._name)
        self.close()

    def close(self) -> None:
        """Let go of the files or the connection when calls under way have ended; the next call opens them again.

        So a process sees what another one has written to a folder.
        """
        with self._free:
            self._free.wait_for(lambda: self._calls == 0)
            if self._client is not None:
                _close(self._client)
            self._client = self._collection = None

    @contextmanager
    def _reported(self, *, make: bool = False) -> Iterator[Any]:
        """The collection, None where there is none; the library's errors and those of the connection become ours."""
        import httpx
        from chromadb.errors import ChromaError

        try:
            with self._free:
                collection = self._opened(make=make)
                self._calls += 1
            try:
                yield collection
            finally:
                with self._free:
                    self._calls -= 1
                    self._free.notify_all()
        except BaseException as exc:
            expected = isinstance(exc, ChromaError | httpx.HTTPError | ValueError | OSError | RuntimeError)
            if not expected and type(exc).__name__ != _PANIC:
                raise
            reason = " ".join(str(exc).split())[:200]
            raise VectorStoreError(f"Chroma at {self._location}: {reason}") from exc

    def _opened(self, *, make: bool) -> Any:  # noqa: ANN401 - a collection, whose type is generic in the library
        from chromadb.api.collection_configuration import CreateCollectionConfiguration, CreateHNSWConfiguration
        from chromadb.errors import NotFoundError

        if self._client is None:
            if isinstance(self._location, Path) and not make and not self._location.is_dir():
                return None
            self._client = _client(self._location)
        if self._collection is None:
            try:
                self._collection = self._client.get_collection(self._name, embedding_function=None)
            except NotFoundError:
                if not make:
                    return None
                hnsw = CreateHNSWConfiguration(space="cosine", ef_search=_EF_SEARCH, ef_construction=_EF_CONSTRUCTION)
                self._collection = self._client.create_collection(
                    self._name, configuration=CreateCollectionConfiguration(hnsw=hnsw), embedding_function=None
                )
        return self._collection


def _client(location: Path | str) -> Client:
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    settings = ChromaSettings(anonymized_telemetry=False)
    if isinstance(location, Path):
        location.mkdir(parents=True, exist_ok=True)
        return cast("Client", chromadb.PersistentClient(path=str(location), settings=settings))
    url = urlsplit(location)
    is_tls = url.scheme == "https"
    port = url.port or (443 if is_tls else 80)
    return cast("Client", chromadb.HttpClient(host=url.hostname or "", port=port, ssl=is_tls, settings=settings))


def _close(client: Client) -> None:
    """Close, with the HTTP sessions of a server's client, which the library leaves open."""
    client.close()
    for part in (client, client._admin_client):
        session = getattr(getattr(part, "_server", None), "_session", None)
        if session is not None:
            session.close()
