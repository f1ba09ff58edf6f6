"""Retrieval over the real index: both searches, fused, filtered by plan."""

from __future__ import annotations

import pytest

from assistant import Question
from assistant.evidence.retrieve import DENSE_WEIGHT, LEXICAL_WEIGHT, RRF_K, retrieve
from assistant.question.understand import understand
from index import Index


@pytest.fixture
def read(plans: Index, glossary):
    return lambda text, *only: understand(Question(text, plans=only), plans, glossary)


@pytest.mark.parametrize("text", ["克州燃气安全谁牵头", "who leads gas safety in Kizilsu"])
def test_the_passage_that_answers_is_found_in_either_language(text: str, read, plans: Index) -> None:
    found = [plans.chunk(candidate.chunk_id).heading_path[-1] for candidate in retrieve(read(text), plans, 5)]
    assert "11.自治州住房和城乡建设局" in found


def test_words_of_a_translation_find_the_chinese_passage(read, plans: Index) -> None:
    found = retrieve(read("a harmonious socialist society in Zhongwei"), plans, 5)
    assert any("和谐社会" in plans.chunk(candidate.chunk_id).text for candidate in found)


def test_only_the_plans_in_question_are_searched(read, plans: Index) -> None:
    found = retrieve(read("燃气安全", "kunming-14th"), plans, 20)
    assert len(found) == 20
    assert {plans.chunk(candidate.chunk_id).span.document_id for candidate in found} == {"kunming-14th"}


def test_scores_are_fused_from_both_ranks(read, plans: Index) -> None:
    for candidate in retrieve(read("宁夏煤矿百万吨死亡率目标"), plans, 15):
        lexical = LEXICAL_WEIGHT / (RRF_K + candidate.lexical_rank) if candidate.lexical_rank else 0.0
        dense = DENSE_WEIGHT / (RRF_K + candidate.dense_rank) if candidate.dense_rank else 0.0
        assert candidate.score == pytest.approx(lexical + dense) and candidate.score > 0


def test_the_best_come_first_and_ties_go_by_chunk_id(read, plans: Index) -> None:
    found = retrieve(read("消防安全"), plans, 40)
    keys = [(-candidate.score, candidate.chunk_id) for candidate in found]
    assert keys == sorted(keys)
    assert len({candidate.chunk_id for candidate in found}) == len(found)


def test_either_search_works_alone(read, plans: Index) -> None:
    meant = read("宁夏煤矿百万吨死亡率目标")
    lexical, dense = (retrieve(meant, plans, 10, (name,)) for name in ("lexical", "dense"))
    assert all(candidate.dense_rank is None for candidate in lexical)
    assert all(candidate.lexical_rank is None for candidate in dense)
    assert [candidate.lexical_rank for candidate in lexical] == list(range(1, 11))


def test_the_same_question_finds_the_same(read, plans: Index) -> None:
    assert retrieve(read("道路交通"), plans, 10) == retrieve(read("道路交通"), plans, 10)
