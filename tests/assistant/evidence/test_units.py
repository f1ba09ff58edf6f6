"""What can be ranked: sentences of the passages found, and facts with the words people ask by."""

from __future__ import annotations

import pytest

from assistant import Asked
from assistant.evidence.matching import matches
from assistant.evidence.retrieve import retrieve
from assistant.evidence.units import fact_units, front_units, office_key, plans_looked_into, sentence_units
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


def test_lines_before_the_first_chapter_are_the_front(plans: Index) -> None:
    units = list(front_units(("jincheng-13th",), plans))
    assert any("晋市政办〔2017〕29号" in unit.place.text for unit in units)
    assert all(unit.front and "十二五”期间,全市上下" not in unit.place.text for unit in units)


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        (Asked.DEADLINE, {Indicator, Duty, Enumeration, Deadline}),
        (Asked.FIGURE, {Indicator, Duty, Enumeration}),
        (Asked.DUTY, {Person, Indicator, Duty, Enumeration}),
    ],
)
def test_the_kind_of_question_decides_which_facts_can_answer(asked: Asked, kinds: set[type], plans: Index) -> None:
    units = fact_units(asked, ("kizilsu-2024", "kunming-14th"), plans).units
    assert {type(unit.fact) for unit in units} == kinds


def test_facts_come_from_the_plans_in_question(plans: Index) -> None:
    units = fact_units(Asked.MEASURE, ("ningxia-14th",), plans).units
    assert {unit.span.document_id for unit in units} == {"ningxia-14th"}


def test_figures_of_running_text_and_duties_of_clauses_are_left_to_their_sentences(plans: Index) -> None:
    units = fact_units(Asked.FIGURE, [document.id for document in plans.documents], plans).units
    assert all(unit.fact.row for unit in units if isinstance(unit.fact, Indicator))
    assert all(unit.fact.basis != "clause" for unit in units if isinstance(unit.fact, Duty))


def test_a_person_is_found_by_name_pinyin_office_and_what_the_office_answers_for(plans: Index) -> None:
    units = fact_units(Asked.PERSON, ("kizilsu-2024",), plans).units
    (unit,) = [u for u in units if isinstance(u.fact, Person) and u.fact.name == "王海江"]
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


def test_facts_stand_in_their_haystack_in_the_same_order(make, plans: Index) -> None:
    facts = fact_units(Asked.DUTY, ("kizilsu-2024", "kunming-14th"), plans)
    gas = make.concept("燃气")
    assert matches((gas,), facts.haystack).of(gas).tolist() == [
        float(matches((gas,), [unit.place]).of(gas)[0]) for unit in facts.units
    ]


def test_lines_of_lists_of_people_are_sentences_only_where_facts_are_left_out(plans: Index) -> None:
    person = next(p for p in plans.facts(Person) if p.name == "王海江")
    (chunk, *_) = plans.chunks_at(person.span)
    candidates = (Candidate(chunk.id, 1.0, 1, 1),)
    assert not any("王海江" in unit.place.text for unit in sentence_units(candidates, plans))
    assert any("王海江" in unit.place.text for unit in sentence_units(candidates, plans, with_people=True))


def test_of_few_plans_all_are_looked_into(make, plans: Index) -> None:
    assert plans_looked_into(make.meant(), (), plans) == tuple(document.id for document in plans.documents)
    assert plans_looked_into(make.meant(plans=("kunming-14th",)), (), plans) == ("kunming-14th",)
