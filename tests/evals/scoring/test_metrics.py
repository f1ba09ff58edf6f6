"""Scores of single answers, by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evals.scoring.metrics import score
from evals.types import Cited

if TYPE_CHECKING:
    from tests.evals.conftest import Builder

FULL = Cited("kizilsu-2024", "11.自治州住房和城乡建设局。重点突出城镇燃气,含瓶装液化石油气。")


def test_right_answer_with_its_evidence_scores_full(make: Builder) -> None:
    scores = score(make.question(), make.given())
    assert scores == {
        "accuracy": 1.0,
        "language": 1.0,
        "answer_chars": 12.0,  # without [1]
        "nugget_recall": 1.0,
        "citation_recall": 1.0,
        "citation_precision": 1.0,
        "wrong_document": 0.0,
    }


def test_a_quote_of_another_document_counts_against_an_answer(make: Builder) -> None:
    given = make.given()
    other = Cited("kunming-14th", given.citations[0].quote)
    mixed = replace(given, citations=(*given.citations, other))
    assert score(make.question(), mixed)["wrong_document"] == 1.0
    assert score(make.question(), mixed)["citation_recall"] == 1.0
    assert "wrong_document" not in score(make.question(), replace(mixed, refused=True))


def test_every_nugget_must_stand(make: Builder) -> None:
    question = make.question(nuggets=(("住建局", "住房和城乡建设局"), ("瓶装液化石油气",)))
    scores = score(question, make.given())
    assert scores["accuracy"] == 0.0
    assert scores["nugget_recall"] == 1 / 2


def test_nugget_beyond_the_head_does_not_count(make: Builder) -> None:
    assert score(make.question(), make.given("长" * 300 + "住建局"))["accuracy"] == 0.0
    assert score(make.question(), make.given("长" * 297 + "住建局"))["accuracy"] == 1.0


def test_nugget_straddling_a_mark_counts(make: Builder) -> None:
    assert score(make.question(), make.given("住房和城乡[1]建设局"))["accuracy"] == 1.0


def test_forbidden_text_makes_an_answer_wrong(make: Builder) -> None:
    question = make.question(forbidden=("教育局",))
    assert score(question, make.given("住建局和教育局。"))["accuracy"] == 0.0


def test_refusing_what_is_answered_is_wrong_and_costs_refusal_precision(make: Builder) -> None:
    scores = score(make.question(), make.refusal("规划没有写住建局。"))
    assert scores["accuracy"] == 0.0
    assert scores["nugget_recall"] == 0.0
    assert scores["refusal_precision"] == 0.0
    assert "refusal_recall" not in scores


def test_refusing_what_no_plan_tells_is_right(make: Builder) -> None:
    scores = score(make.unanswerable(), make.refusal())
    assert (scores["accuracy"], scores["refusal_precision"], scores["refusal_recall"]) == (1.0, 1.0, 1.0)
    assert "nugget_recall" not in scores


def test_answering_what_no_plan_tells_is_wrong(make: Builder) -> None:
    scores = score(make.unanswerable(), make.given())
    assert (scores["accuracy"], scores["refusal_recall"]) == (0.0, 0.0)
    assert "refusal_precision" not in scores


def test_quote_of_another_plan_is_no_evidence(make: Builder) -> None:
    other = Cited("kunming-14th", FULL.quote)
    assert score(make.question(), make.given(citations=(other,)))["citation_recall"] == 0.0


def test_citation_precision_counts_quotes_with_evidence_or_a_nugget(make: Builder) -> None:
    quotes = (FULL, Cited("kizilsu-2024", "王海江 住建局党组书记"), Cited("kizilsu-2024", "各县市要高度重视"))
    assert score(make.question(), make.given(citations=quotes))["citation_precision"] == 2 / 3


def test_failed_question_is_wrong_even_where_refusal_is_right(make: Builder) -> None:
    failed = make.given("", refused=True, error="OSError: gone", citations=())
    assert score(make.unanswerable(), failed)["accuracy"] == 0.0
