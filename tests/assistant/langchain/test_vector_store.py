"""The vectors of the index as a store that is read."""

from __future__ import annotations

import asyncio

import pytest

from assistant import Assistant
from assistant.langchain import PlansEmbeddings, PlansVectorStore

QUERY = "燃气安全"


@pytest.fixture
def store(asking: Assistant) -> PlansVectorStore:
    return PlansVectorStore(asking)


def test_it_finds_by_meaning_what_the_index_finds(asking: Assistant, store: PlansVectorStore) -> None:
    expected = asking.index.search_dense(QUERY, 3)
    found = store.similarity_search_with_score(QUERY, 3)
    assert [(document.id, score) for document, score in found] == expected
    ids = [chunk_id for chunk_id, _ in expected]
    assert [one.id for one in store.similarity_search(QUERY, 3)] == ids
    assert [one.id for one in asyncio.run(store.asimilarity_search(QUERY, 3))] == ids
    vector = PlansEmbeddings(asking.settings.embedding_model).embed_query(QUERY)
    assert [one.id for one in store.similarity_search_by_vector(vector, 3)] == ids
    assert store.embeddings.embed_query(QUERY) == vector
    assert [one.id for one in store.get_by_ids(["nowhere:0-1", ids[0], f"{ids[0]}9"])] == ids[:1]


def test_a_filter_chooses_papers(asking: Assistant, store: PlansVectorStore) -> None:
    one, other, *_ = asking.documents()

    def documents(wanted: dict[str, object]) -> set[str]:
        return {found.metadata["document"] for found in store.similarity_search(QUERY, 40, filter=wanted)}

    assert documents({"document": one.id}) == {one.id}
    assert documents({"document": {"$in": [one.id, other.id]}}) == {one.id, other.id}
    assert documents({"place": other.place}) == {other.id}
    assert documents({"place": other.place, "document": one.id}) == set()
    assert documents({"colour": "red"}) == set()


def test_what_says_the_same_can_be_left_out(store: PlansVectorStore) -> None:
    nearest = [one.id for one in store.similarity_search(QUERY, 10)]
    assert store.max_marginal_relevance_search(QUERY, 1, 10)[0].id == nearest[0]
    varied = [one.id for one in store.max_marginal_relevance_search(QUERY, 3, 10, 0.0)]
    assert set(varied) < set(nearest)
    assert varied != nearest[:3]
    assert store.max_marginal_relevance_search(QUERY, filter={"place": "无"}) == []


def test_it_is_a_retriever(store: PlansVectorStore) -> None:
    nearest = store.similarity_search(QUERY, 2)
    assert store.as_retriever(search_kwargs={"k": 2}).invoke(QUERY) == nearest
    alike = store.as_retriever(
        search_type="similarity_score_threshold", search_kwargs={"k": 2, "score_threshold": 0.99}
    )
    assert alike.invoke(nearest[0].page_content) in ([], nearest[:1])
    assert len(store.as_retriever(search_type="mmr", search_kwargs={"k": 3}).invoke(QUERY)) == 3


def test_plans_are_not_added_here(store: PlansVectorStore) -> None:
    with pytest.raises(NotImplementedError):
        store.add_texts(["安全"])
    with pytest.raises(NotImplementedError):
        PlansVectorStore.from_texts(["安全"], store.embeddings)
