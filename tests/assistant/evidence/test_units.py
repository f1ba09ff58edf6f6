"""What can be ranked: sentences of the passages found, and facts with the words people ask by."""

from __future__ import annotations

import pytest

from assistant import Asked
from assistant.evidence.retrieve import retrieve
from assistant.evidence.units import fact_units, front_units, office_key, sentence_units
from assistant.types import Candidate
from index import Deadline, Duty, Enumeration, Index, Indicator, Person, Span


def test_sentences_come_with_their_headings_and_stand_in_the_text(make, plans: Index) -> None:
    candidates = retrieve(make.meant("燃气安全"), plans, 5)
    units = list(sentence_units(candidates, plans))
    assert units
    for unit in units:
        text = plans.document(unit.span.document_id).clean.text
        assert unit.place.text == text[unit.span.start : unit.span.end]
        assert unit.place.heading == unit.heading_path[-1]
        assert 0 < unit.retrieved <= 1
    assert units[0].retrieved == 1.0


def test_sentences_of_tables_come_as_facts_instead(plans: Index) -> None:
    row = next(
        c for c in plans.document("zhongwei-13th").chunks if "亿元地区生产总值生产安全事故死亡率\t0.437" in c.text
    )
    assert list(sentence_units((Candidate(row.id, 1.0, 1, 1),), plans)) == []


def test_lines_before_the_first_chapter_are_the_front(make, plans: Index) -> None:
    units = list(front_units(make.meant(plans=("jincheng-13th",)), plans))
    assert any("晋市政办〔2017〕29号" in unit.place.text for unit in units)
    assert all(unit.front and "十二五”期间,全市上下" not in unit.place.text for unit in units)


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        (Asked.DEADLINE, {Indicator, Duty, Enumeration, Deadline}),
        (Asked.FIGURE, {Indicator, Duty, Enumeration}),
        (Asked.DUTY, {Person, Indicator, Duty}),
    ],
)
def test_the_kind_of_question_decides_which_facts_can_answer(
    asked: Asked, kinds: set[type], make, plans: Index
) -> None:
    units = list(fact_units(make.meant(asked=asked, plans=("kizilsu-2024", "kunming-14th")), plans))
    assert {type(unit.fact) for unit in units} == kinds


def test_facts_come_from_the_plans_in_question(make, plans: Index) -> None:
    units = fact_units(make.meant(plans=("ningxia-14th",)), plans)
    assert {unit.span.document_id for unit in units} == {"ningxia-14th"}


def test_figures_of_running_text_and_duties_of_clauses_are_left_to_their_sentences(make, plans: Index) -> None:
    units = list(fact_units(make.meant(asked=Asked.FIGURE), plans))
    assert all(unit.fact.row for unit in units if isinstance(unit.fact, Indicator))
    assert all(unit.fact.basis != "clause" for unit in units if isinstance(unit.fact, Duty))


def test_a_person_is_found_by_name_pinyin_office_and_what_the_office_answers_for(make, plans: Index) -> None:
    meant = make.meant(asked=Asked.PERSON, plans=("kizilsu-2024",))
    (unit,) = [u for u in fact_units(meant, plans) if isinstance(u.fact, Person) and u.fact.name == "王海江"]
    for word in ("王海江", "wanghaijiang", "haijiang", "成员", "州住建局党组书记"):
        assert word in unit.place.text
    whole = f"{unit.place.text} {unit.place.heading} {unit.place.path} {unit.place.nearby}"
    assert "城镇燃气" in whole


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("州住建局", "自治州住房和城乡建设局"),
        ("州卫健委", "自治州卫生健康委员会"),
        ("州应急管理局", "自治州应急管理局"),
        ("州人社局", "自治州人力资源和社会保障局"),
        ("阿图什火车站", "火车站"),
    ],
)
def test_short_and_full_names_of_an_office_meet(one: str, other: str) -> None:
    assert office_key(one) == office_key(other)


def test_different_offices_do_not_meet() -> None:
    assert office_key("州住建局") != office_key("州自然资源局")


def test_the_units_that_end_a_task_are_no_sentence(plans: Index) -> None:
    text = plans.document("kizilsu-2024").clean.text
    at = text.index("(牵头单位:")
    (chunk, *_) = plans.chunks_at(Span("kizilsu-2024", at, at + 5))
    units = list(sentence_units((Candidate(chunk.id, 1.0, 1, 1),), plans))
    assert units
    assert not [unit for unit in units if unit.place.text.lstrip().startswith("(牵头单位")]
