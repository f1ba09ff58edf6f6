"""Objects for programs: derived from the program's types, never written twice."""

from __future__ import annotations

import json
from typing import Literal, get_args, get_type_hints

from assistant.comparison.types import Comparison
from assistant.facts import KINDS
from assistant.server.wire import (
    FactKind,
    Passage,
    PlanOnFile,
    StatedFact,
    as_json,
    plan_on_file,
    stated_fact,
    told_type,
)
from assistant.types import Answer
from index.fact_types import Enumeration as Listed
from index.fact_types import ListItem
from index.types import Document, Level, PaperKind, Span


def test_what_is_told_of_an_answer_is_what_is_sent():
    told = get_type_hints(told_type(Answer))
    assert list(told) == [
        *("id", "question", "language", "refused", "answer", "citations", "suggestions", "mode", "timings_ms"),
        *("by_model", "note", "parts", "did_you_mean"),
    ]
    assert {"by_model", "note", "parts", "did_you_mean"} <= told_type(Answer).__optional_keys__
    assert told["language"] == Literal["zh", "en"]
    (citation,) = get_args(told["citations"])
    assert get_type_hints(citation)["page"] == int | None


def test_what_is_computed_of_a_cell_is_told_too():
    (topic,) = get_args(get_type_hints(told_type(Comparison))["topics"])
    (cell,) = get_args(get_type_hints(topic)["cells"])
    assert get_type_hints(cell)["stated"] is bool


def test_every_kind_of_fact_may_be_asked_for():
    assert get_args(FactKind) == tuple(KINDS)


def test_a_fact_is_sent_with_its_quote_and_without_its_place_twice():
    span = Span("plan", 2, 4)
    fact = stated_fact(Listed(span, "任务", (ListItem("甲", span),), ()), "enumeration", "一二甲乙")
    sent = json.loads(as_json(fact, StatedFact))
    assert (sent["kind"], sent["document"], sent["start"], sent["quote"]) == ("enumeration", "plan", 2, "甲乙")
    assert set(sent["fields"]) == {"head", "items", "heading_path"}
    assert sent["fields"]["items"][0]["text"] == "甲"


def test_a_document_is_sent_with_what_it_says_of_itself():
    document = Document(
        *("qinglan-2024", "消防条例", "", "a.md", "", "青岚县", "Qinglan", (), Level.COUNTY, None),
        kind=PaperKind.REGULATION,
        in_force="2024-07-01",
        part="上",
    )
    sent = json.loads(as_json(plan_on_file(document, "消防条例（上）"), PlanOnFile))
    told = (sent["shown_title"], sent["kind"], sent["in_force"], sent["part"], sent["period"])
    assert told == ("消防条例（上）", "regulation", "2024-07-01", "上", [])


def test_a_list_is_sent_as_a_list():
    assert json.loads(as_json([Passage("plan", 0, 1, ("一、",), "甲", 0.5)], list[Passage])) == [
        {"document": "plan", "start": 0, "end": 1, "headings": ["一、"], "text": "甲", "score": 0.5}
    ]
