"""The facts behind an answer."""

from __future__ import annotations

from assistant.types import Answer, Citation, Language, Mode
from assistant.ui.ask.cited_facts import cited_facts
from index import Span


def make_answer(span):
    citation = Citation(1, span.document_id, "", "", None, span.start, span.end, "")
    return Answer("", "?", Language.ZH, False, "。[1]", (citation,), (), Mode.EXTRACTIVE)


def test_facts_inside_the_quote_are_found_and_no_others(plans):
    duty = next(fact for fact in plans.document("kizilsu-2024").facts if fact.kind == "duty")
    facts = cited_facts(make_answer(duty.span), plans)
    assert duty in facts
    assert all(duty.span.contains(fact.span) for fact in facts)
    assert list(facts) == sorted(facts, key=lambda fact: (fact.span, fact.kind))


def test_a_plan_that_has_gone_gives_none(plans):
    assert cited_facts(make_answer(Span("gone", 0, 5)), plans) == ()


def test_a_quoted_cell_brings_its_row(plans):
    document = plans.document("kunming-14th")
    cell = next(f for f in document.facts if f.kind == "indicator" and f.row == "道路运输" and f.value == "396")
    row = [(fact.column, fact.value) for fact in cited_facts(make_answer(cell.span), plans) if fact.kind == "indicator"]
    assert ("死亡人数 2020", "188") in row
    assert len(row) == 10
