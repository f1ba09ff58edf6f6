"""The assistant over the five plans, and builders for what flows between its steps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant import Asked, Assistant, Language, Question
from assistant.question.said import Said
from assistant.question.wants import wants_of
from assistant.types import Concept, Evidence, Understanding
from index import Chunk, Duty, DutyBasis, Index, Indicator, Person, Position, Settings, Span, Status


@pytest.fixture(scope="session")
def asking(plans_settings: Settings) -> Assistant:
    """The assistant over the five plans; not to be changed."""
    return Assistant(plans_settings)


class Builder:
    """Makes values with defaults, so that a test shows only what it is about."""

    def __init__(self, plans: Index) -> None:
        self._plans = plans

    def concept(self, *spellings: str, **changes: Any) -> Concept:
        return replace(Concept(spellings[0], spellings, 1.0), **changes)

    def meant(self, text: str = "燃气安全谁负责", **changes: Any) -> Understanding:
        made = Understanding(
            question=Question(text),
            language=Language.ZH,
            asked=Asked.MEASURE,
            plans=(),
            named_plans=(),
            unknown_places=(),
            years=(),
            concepts=(),
            query=text,
            wants=wants_of(Said(text)),
            people=self._plans.people_in(text),
        )
        return replace(made, **changes)

    def quote(self, plan: str, text: str, **changes: Any) -> Evidence:
        """Evidence for a text that stands once in a plan."""
        whole = self._plans.document(plan).clean.text
        assert whole.count(text) == 1
        start = whole.index(text)
        made = Evidence(Span(plan, start, start + len(text)), text, (), 1.0, 0.9)
        return replace(made, **changes)

    def of_fact(self, fact: Any) -> Evidence:
        """Evidence for a fact of a plan."""
        span = fact.span
        text = self._plans.document(span.document_id).clean.text[span.start : span.end]
        return Evidence(span, text, getattr(fact, "heading_path", ()), 1.0, 0.9, fact)

    def cell(self, plan: str, row: str, column: str) -> Evidence:
        (fact,) = [f for f in self._plans.facts(Indicator, (plan,)) if f.row == row and f.column == column]
        return self.of_fact(fact)

    def division(self, number: str) -> Evidence:
        """An office of Kizilsu's division of duty."""
        (fact,) = [f for f in self._plans.facts(Duty) if f.basis is DutyBasis.DIVISION and f.number == number]
        return self.of_fact(fact)

    def task(self, number: str) -> Evidence:
        """One of Kizilsu's tasks."""
        duties = self._plans.facts(Duty, ("kizilsu-2024",))
        (fact,) = [f for f in duties if f.basis is DutyBasis.TASK and f.number == number]
        return self.of_fact(fact)

    def person(self, name: str) -> Evidence:
        return self.of_fact(next(person for person in self._plans.facts(Person) if person.name == name))

    def indicator(self, **changes: Any) -> Indicator:
        made = Indicator(
            span=Span("plan", 0, 9),
            name="道路运输",
            value="108",
            period="死亡人数 2018",
            years=(2018,),
            baseline="",
            status=Status.ACHIEVED,
            row="道路运输",
            column="死亡人数 2018",
            heading_path=("1:事故统计情况",),
        )
        return replace(made, **changes)

    def member(self, **changes: Any) -> Person:
        made = Person(
            span=Span("plan", 0, 9),
            name="王海江",
            positions=(Position("州住建局", "党组书记"), Position("州住建局", "副局长")),
            role="成员",
            body="领导小组",
            as_written="州住建局党组书记、副局长",
            pinyin="wanghaijiang wang haijiang wang hai jiang",
        )
        return replace(made, **changes)

    def duty(self, **changes: Any) -> Duty:
        made = Duty(
            span=Span("plan", 0, 9),
            what="重点突出城镇燃气",
            units=("州住建局",),
            support=(),
            drafts="",
            basis=DutyBasis.DIVISION,
            number="11.",
            heading_path=("(二)任务分工",),
        )
        return replace(made, **changes)

    def chunk(self, text: str = "安全生产。", path: tuple[str, ...] = ()) -> Chunk:
        return Chunk("plan:0-5", Span("plan", 0, len(text)), path, text)


@pytest.fixture
def make(plans: Index) -> Builder:
    """Builders over the five plans."""
    return Builder(plans)


@pytest.fixture
def plan_files(settings: Settings) -> Path:
    """The documents folder of an assistant of one's own, still empty."""
    return settings.documents_dir
