"""Wording of single lines."""

from __future__ import annotations

from dataclasses import replace

from assistant import Language
from assistant.courses.gather import facts, requirements
from assistant.courses.pack_lines import Scribe, role
from assistant.courses.types import PackLine
from index import Duty, DutyBasis
from index.translation.english import English
from index.translation.memory import Line, Maker, Memory
from index.translation.segments import segments


def test_chinese_line_is_the_plans_own(material, scribe):
    evidence = requirements(material())[0]
    line = scribe().said(evidence)
    assert line is not None
    assert line.text == f"{evidence.text}。"
    assert line.citations[0].quote == evidence.text


def test_line_whose_quote_is_not_in_the_plan_is_dropped(material, scribe):
    evidence = requirements(material())[0]
    assert scribe().said(replace(evidence, text=f"{evidence.text}9")) is None


def test_task_names_leads_and_those_responsible(material, scribe):
    tasks = [e for e in facts(material(), Duty) if isinstance(e.fact, Duty) and e.fact.basis is DutyBasis.TASK]
    seven = next(e for e in tasks if isinstance(e.fact, Duty) and e.fact.number.startswith("7"))
    line = scribe().duty(seven)
    assert line is not None
    assert "牵头单位自治州应急管理局、住建局、消防救援支队" in line.text
    assert "责任单位自治州安委会有关成员单位" in line.text
    english = scribe(language=Language.EN).duty(seven)
    assert english is not None
    assert english.text.startswith("Task 7, “")
    assert "(住建局)" in english.text


def test_units_are_called_what_the_plan_calls_them(material):
    task = next(e.fact for e in facts(material(), Duty) if isinstance(e.fact, Duty) and e.fact.basis is DutyBasis.TASK)
    assert role(task) == "lead"
    # A bracket that names responsible units only makes nobody a lead.
    assert role(replace(task, leads=False)) == "support"


def test_period_that_a_piece_does_not_name_stands_before_it(material, scribe):
    held = material(plans=("jincheng-13th",), topics=())
    text = held.documents[0].clean.text
    at = text.index("道路交通事故死亡646人")
    evidence = requirements(held)[0]
    piece = replace(
        evidence,
        span=replace(evidence.span, start=at, end=at + len("道路交通事故死亡646人")),
        text="道路交通事故死亡646人",
    )
    line = scribe(plans=("jincheng-13th",), topics=()).said(piece, "“十二五”期间")
    assert line is not None
    assert line.text == "“十二五”期间：道路交通事故死亡646人。"
    assert line.citations[0].quote.startswith("“十二五”期间")


def test_a_line_whose_english_a_machine_made_is_marked(material, asking):
    held = material()
    piece = requirements(held)[0]
    text = held.index.text(piece.span.document_id).text
    every = [text[segment.start : segment.end] for segment in segments(text)]

    def line(maker: Maker) -> PackLine | None:
        memory = Memory(Line("", zh, "Take measures", maker) for zh in every)
        return Scribe.of(held, English(asking.glossary, memory), Language.EN).said(piece)

    assert line(Maker.MACHINE).unchecked
    assert not line(Maker.PERSON).unchecked
