"""The vector index: one Chroma collection a generation, embedded in the index's folder or on a Chroma server.

No type of Chroma's leaves this module, nor does one of its errors. Its telemetry is off.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import chromadb
import httpx
import numpy as np
from chromadb import Where
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration, CreateHNSWConfiguration
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError, NotFoundError

from index.errors import VectorStoreError
from index.search.encoders import Vectors

_DOCUMENT_KEY = "document"
_ADD_ROWS = 1000  # below the limit of 5,461 rows a call that SQLite sets
# Candidates that the graph search keeps. Of the 30 nearest among 3,000 random vectors of 256 dimensions, a hard case,
# 200 missed 3.5 % and 400 missed 0.2 %, at 1.7 ms a query either way.
_EF_SEARCH, _EF_CONSTRUCTION = 400, 200


class VectorIndex:
    """Finds chunks by the direction of their vectors. `location` is a folder, or the URL of a Chroma server."""

    def __init__(self, location: Path | str, name: str) -> None:
        self._location, self._name = location, name
        with _reported(location), ExitStack() as opened:
            self._client = _client(location)
            opened.callback(_close, self._client)
            self._collection = self._client.get_collection(name, embedding_function=None)
            self._count = self._collection.count()
            opened.pop_all()  # stays open, since nothing went wrong

    @classmethod
    def create(
        cls,
        location: Path | str,
        name: str,
        chunk_ids: Sequence[str],
        document_ids: Sequence[str],
        embeddings: Vectors,
    ) -> VectorIndex:
        """A new collection `name` of the chunks, given by id, document and vector (the three in the same order)."""
        if isinstance(location, Path):
            location.mkdir(parents=True, exist_ok=True)
        with _reported(location), _open(location) as client:
            hnsw = CreateHNSWConfiguration(space="cosine", ef_search=_EF_SEARCH, ef_construction=_EF_CONSTRUCTION)
            collection = client.create_collection(
                name, configuration=CreateCollectionConfiguration(hnsw=hnsw), embedding_function=None
            )
            for start in range(0, len(chunk_ids), _ADD_ROWS):
                rows = slice(start, start + _ADD_ROWS)
                collection.add(
                    ids=list(chunk_ids[rows]),
                    embeddings=embeddings[rows],
                    metadatas=[{_DOCUMENT_KEY: document_id} for document_id in document_ids[rows]],
                )
        return cls(location, name)

    def __len__(self) -> int:
        return self._count

    def query(self, embedding: Vectors, k: int, document_ids: Collection[str] | None = None) -> list[tuple[str, float]]:
        """The `k` nearest chunks as (chunk id, cosine similarity), best first, ties by chunk id.

        `embedding` is float32, (dim,). `document_ids` restricts the search to these documents before the nearest are
        taken; None searches all. A vector of zeros has no direction and finds nothing.
        """
        wanted = min(k, self._count)
        if wanted <= 0 or not np.any(embedding) or (document_ids is not None and not document_ids):
            return []
        where = None if document_ids is None else cast(Where, {_DOCUMENT_KEY: {"$in": sorted(document_ids)}})
        with _reported(self._location):
            found = self._collection.query(
                query_embeddings=embedding[np.newaxis], n_results=wanted, where=where, include=["distances"]
            )
        distances = (found["distances"] or [[]])[0]
        similarities = (1.0 - float(distance) for distance in distances)
        hits = zip(found["ids"][0], similarities, strict=True)
        return sorted((hit for hit in hits if not np.isnan(hit[1])), key=lambda hit: (-hit[1], hit[0]))

    def chunk_ids(self) -> tuple[str, ...]:
        """All ids in the collection, sorted."""
        with _reported(self._location):
            return tuple(sorted(self._collection.get(include=[])["ids"]))

    def close(self) -> None:
        """Let go of the files or the connection; the index cannot be used afterwards."""
        _close(self._client)


def drop_collection(url: str, name: str) -> None:
    """Delete collection `name` from the server at `url`; one that is gone already is no error."""
    with _reported(url), _open(url) as client, suppress(NotFoundError):
        client.delete_collection(name)


def _client(location: Path | str) -> Client:
    settings = ChromaSettings(anonymized_telemetry=False)
    if isinstance(location, Path):
        return cast(Client, chromadb.PersistentClient(path=str(location), settings=settings))
    url = urlsplit(location)
    is_tls = url.scheme == "https"
    port = url.port or (443 if is_tls else 80)
    return cast(Client, chromadb.HttpClient(host=url.hostname or "", port=port, ssl=is_tls, settings=settings))


@contextmanager
def _open(location: Path | str) -> Iterator[Client]:
    client = _client(location)
    try:
        yield client
    finally:
        _close(client)


def _close(client: Client) -> None:
    """Close, with the HTTP sessions of a server's client, which the library leaves open."""
    client.close()
    for part in (client, client._admin_client):
        session = getattr(getattr(part, "_server", None), "_session", None)
        if session is not None:
            session.close()


@contextmanager
def _reported(location: Path | str) -> Iterator[None]:
    """Turn the library's errors, and those of the connection below it, into ours."""
    try:
        yield
    except (ChromaError, httpx.HTTPError, ValueError, OSError) as exc:
        reason = " ".join(str(exc).split())[:200]
        raise VectorStoreError(f"Chroma at {location}: {reason}") from exc
