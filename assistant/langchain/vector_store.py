"""The vectors of the index as a store of LangChain, for reading.

It is not `langchain_chroma.Chroma` over the program's collection: that would keep every text twice, know nothing of plans
that are live or damaged, and takes three times as long to fill (`python -m benchmarks.stores.chroma_clients`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn

import numpy as np
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.vectorstores import VectorStore
from langchain_core.vectorstores.utils import maximal_marginal_relevance

from assistant.langchain.embeddings import PlansEmbeddings
from assistant.langchain.passage_documents import about, passage_document
from assistant.pipeline import Assistant
from index import Document as PlanDocument
from index import Index
from index.errors import UnknownDocument
from index.search.encoders import Vectors

Filter = Mapping[str, Any]
"""What a paper's metadata must be, by key ("document", "place", "kind", …): a value, or {"$in": [values]}."""
_Found = list[tuple[Document, float]]


class PlansVectorStore(VectorStore):
    """Passages by meaning alone; `PlansRetriever` finds better, by words, places and facts as well.

    Scores are cosine similarities: higher is better. A `filter` chooses papers. Plans are added with
    `python -m index add`, not here.
    """

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    @property
    def embeddings(self) -> Embeddings:
        """The model that made the vectors."""
        return PlansEmbeddings(self._assistant.settings.embedding_model)

    def similarity_search(self, query: str, k: int = 4, **given: Any) -> list[Document]:  # noqa: ANN401
        """The `k` passages nearest to a text, best first; of the papers that a `filter` is given for, here and below."""
        return [document for document, _ in self.similarity_search_with_score(query, k, **given)]

    def similarity_search_with_score(self, query: str, k: int = 4, **given: Any) -> _Found:  # noqa: ANN401
        """The same with their scores."""
        return self._assistant.index.on_sound(lambda index: _near(index, _vector(index, query), k, **given))

    def similarity_search_by_vector(self, embedding: list[float], k: int = 4, **given: Any) -> list[Document]:  # noqa: ANN401
        """The `k` passages nearest to a vector of `embeddings`."""
        vector = np.asarray(embedding, dtype=np.float32)
        return self._assistant.index.on_sound(lambda index: [one for one, _ in _near(index, vector, k, **given)])

    def max_marginal_relevance_search(
        self,
        query: str,
        k: int = 4,
        fetch_k: int = 20,
        lambda_mult: float = 0.5,
        **given: Any,  # noqa: ANN401
    ) -> list[Document]:
        """`k` of the `fetch_k` nearest passages, chosen also for saying different things (`lambda_mult` 0) or not (1)."""
        vector = _vector(self._assistant.index, query)
        return self.max_marginal_relevance_search_by_vector(vector.tolist(), k, fetch_k, lambda_mult, **given)

    def max_marginal_relevance_search_by_vector(
        self,
        embedding: list[float],
        k: int = 4,
        fetch_k: int = 20,
        lambda_mult: float = 0.5,
        **given: Any,  # noqa: ANN401
    ) -> list[Document]:
        """The same for a vector of `embeddings`."""
        vector = np.asarray(embedding, dtype=np.float32)

        def varied(index: Index) -> list[Document]:
            near = [document for document, _ in _near(index, vector, fetch_k, **given)]
            if not near:
                return []
            vectors = index.encoder.encode([index.chunk(str(document.id)).searched for document in near])
            return [near[at] for at in maximal_marginal_relevance(vector, list(vectors), lambda_mult, k)]

        return self._assistant.index.on_sound(varied)

    def get_by_ids(self, ids: Sequence[str], /) -> list[Document]:
        """The passages of these ids; those that are not there are left out."""
        index, found = self._assistant.index.snapshot(), []
        for one in ids:
            try:
                found.append(passage_document(index, index.chunk(one)))
            except (UnknownDocument, KeyError):
                continue
        return found

    def _select_relevance_score_fn(self) -> Callable[[float], float]:
        return lambda similarity: min(max(similarity, 0.0), 1.0)

    def add_texts(self, texts: Iterable[str], *_: object, **__: object) -> NoReturn:
        """Not here: a passage belongs to a paper. Raises `NotImplementedError`."""
        raise NotImplementedError("plans are added whole: python -m index add FILE")

    @classmethod
    def from_texts(cls, texts: list[str], *_: object, **__: object) -> NoReturn:
        """Not here, see `add_texts`."""
        raise NotImplementedError("plans are added whole: python -m index add FILE")


def _vector(index: Index, text: str) -> Vectors:
    vector: Vectors = index.encoder.encode_questions([text])[0]
    return vector


def _near(index: Index, vector: Vectors, k: int, filter: Filter | None = None) -> _Found:
    ids = None if filter is None else [one.id for one in index.documents if _fits(filter, one)]
    return [(passage_document(index, index.chunk(one), score), score) for one, score in index.nearest(vector, k, ids)]


def _fits(wanted: Filter, document: PlanDocument) -> bool:
    """A place fits by any of its names."""
    told = {key: [value] for key, value in about(document).items()}
    told |= {"document": [document.id], "place": [document.place, *document.places]}
    allowed = {key: value["$in"] if isinstance(value, Mapping) else [value] for key, value in wanted.items()}
    return all(any(one in values for one in told.get(key, ())) for key, values in allowed.items())
