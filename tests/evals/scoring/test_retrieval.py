"""Retrieval metrics, by hand."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

import pytest

from evals.scoring.retrieval import ranked_scores, relevant_ids, retrieval_scores
from evals.types import Passage

if TYPE_CHECKING:
    from tests.evals.conftest import Builder

GAS = Passage("p1", "kizilsu-2024", "11.自治州住房和城乡建设局。重点突出城镇燃气,含瓶装液化石油气。")
SCHOOL = Passage("p2", "kizilsu-2024", "2.自治州教育局。重点突出校园燃气。")
FIRE = Passage("p3", "kizilsu-2024", "消防救援支队负责消防安全。")
ELSEWHERE = Passage("p4", "kunming-14th", GAS.text)


def test_relevant_passages_hold_evidence_and_are_of_the_right_plan(make: Builder) -> None:
    assert relevant_ids(make.question(), (GAS, SCHOOL, FIRE, ELSEWHERE)) == {"p1"}


def test_scores_of_a_ranking_with_one_of_two_found_at_rank_two() -> None:
    scores = ranked_scores((SCHOOL, GAS), frozenset({"p1", "p3"}))
    ideal = 1 / log2(2) + 1 / log2(3)
    assert scores == pytest.approx(
        {
            "recall@1": 0.0,
            "recall@5": 1 / 2,
            "recall@10": 1 / 2,
            "hit@5": 1.0,
            "mrr@10": 1 / 2,
            "ndcg@10": (1 / log2(3)) / ideal,
        }
    )


def test_evidence_that_no_passage_holds_scores_nothing() -> None:
    assert set(ranked_scores((GAS,), frozenset()).values()) == {0.0}


def test_empty_ranking_scores_nothing() -> None:
    assert set(ranked_scores((), frozenset({"p1"})).values()) == {0.0}


def test_retrieval_is_not_scored_for_what_no_plan_tells(make: Builder) -> None:
    assert retrieval_scores(make.unanswerable(), make.system(ranked=(GAS,), stored=(GAS,))) == {}
    assert retrieval_scores(make.question(), make.system(ranked=(GAS,), stored=(GAS,)))["recall@1"] == 1.0
