from __future__ import annotations

import math

import pytest

from index.search.lexical import LexicalIndex

CHUNKS = {"a:1": ("煤矿", "安全"), "a:2": ("燃气", "安全", "安全"), "b:1": ("燃气", "管道"), "b:2": ()}


def build(chunks=CHUNKS):
    return LexicalIndex.build(list(chunks), [chunk.split(":")[0] for chunk in chunks], list(chunks.values()))


def test_scores_are_bm25():
    # Four chunks of 2, 3, 2 and 0 words, 7/4 on average; "煤矿" stands in one of them, once.
    idf = math.log(1 + (4 - 1 + 0.5) / (1 + 0.5))
    tf = 1 / (1 + 1.5 * (1 - 0.75 + 0.75 * 2 / (7 / 4)))
    ((chunk_id, score),) = build().search(["煤矿"], 5)
    assert chunk_id == "a:1"
    assert score == pytest.approx(idf * tf, rel=1e-5)


def test_ties_go_by_chunk_id_and_zero_scores_are_no_hits():
    index = build({"b:2": ("甲",), "a:1": ("甲",), "b:1": ("甲",), "c:1": ("乙",)})
    assert [chunk_id for chunk_id, _ in index.search(["甲"], 10)] == ["a:1", "b:1", "b:2"]
    assert [chunk_id for chunk_id, _ in index.search(["甲"], 2)] == ["a:1", "b:1"]


def test_a_filter_does_not_cost_recall():
    chunks = {f"a:{number:03}": ("燃气",) for number in range(100)} | {"b:1": ("燃气", "管道", "其他", "词")}
    assert [chunk_id for chunk_id, _ in build(chunks).search(["燃气"], 1, ["b"])] == ["b:1"]


@pytest.mark.parametrize(
    ("words", "document_ids"), [([], None), (["没有"], None), (["燃气"], []), (["燃气"], ["z"]), (["煤矿"], ["b"])]
)
def test_what_is_not_there_is_not_found(words, document_ids):
    assert build().search(words, 5, document_ids) == []


def test_a_saved_index_finds_the_same(tmp_path):
    index = build()
    index.save(tmp_path / "lexical")
    loaded = LexicalIndex.load(tmp_path / "lexical")
    assert len(loaded) == 4
    assert loaded.search(["燃气", "安全"], 5) == index.search(["燃气", "安全"], 5)


@pytest.mark.parametrize("chunks", [{}, {"a:1": ()}])
def test_an_index_without_words_finds_nothing(tmp_path, chunks):
    index = build(chunks)
    index.save(tmp_path / "lexical")
    assert LexicalIndex.load(tmp_path / "lexical").search(["安全"], 3) == index.search(["安全"], 3) == []
