"""Selection: the few pieces that together are the answer."""

from __future__ import annotations

from dataclasses import replace

from assistant import Asked
from assistant.evidence.select import select, task_quote
from assistant.evidence.window import WINDOW_CHARS
from assistant.types import Evidence
from index import Duty, DutyBasis, Index, Span

KUNMING = "kunming-14th"


def test_nothing_ranked_selects_nothing(make, plans: Index) -> None:
    assert select(make.meant(), (), plans) == ()


def test_a_duty_answers_alone(make, plans: Index) -> None:
    duty = make.division("11.")
    assert select(make.meant(asked=Asked.DUTY), (duty, make.division("12.")), plans) == (duty,)


def test_one_person_answers_one_question(make, plans: Index) -> None:
    leader, deputy = make.person("吾肉孜阿力·哈西哈尔巴依"), make.person("陈亮")
    assert select(make.meant("组长是谁", asked=Asked.PERSON), (leader, deputy), plans) == (leader,)


def test_a_question_for_several_people_takes_all_that_fit_as_well(make, plans: Index) -> None:
    first, second, third = (make.person(name) for name in ("陈亮", "温光华", "王海江"))
    ranked = (first, second, replace(third, score=0.0))
    assert select(make.meant("副组长有哪几位", asked=Asked.PERSON), ranked, plans) == (first, second)


def test_cells_of_one_row_and_year_belong_together(make, plans: Index) -> None:
    deaths = make.cell(KUNMING, "道路运输", "死亡人数 2018")
    count = make.cell(KUNMING, "道路运输", "事故起数 2018")
    later = make.cell(KUNMING, "道路运输", "死亡人数 2019")
    other = make.cell(KUNMING, "化工", "死亡人数 2018")
    chosen = select(make.meant(asked=Asked.FIGURE, years=(2018,)), (deaths, later, other, count), plans)
    assert chosen == (count, deaths)


def test_a_short_sentence_takes_in_its_neighbours_that_speak_of_the_question(make, plans: Index) -> None:
    quote = make.quote("zhongwei-13th", "开展职业病危害基本情况普查。")
    text = plans.document("zhongwei-13th").clean.text
    meant = make.meant(asked=Asked.MEASURE, concepts=(make.concept("职业病"),))
    (chosen,) = select(meant, (quote,), plans)
    assert chosen.text == text[chosen.span.start : chosen.span.end]
    assert chosen.span.contains(quote.span) and len(chosen.text) > len(quote.text)
    assert len(chosen.text) <= max(WINDOW_CHARS, len(quote.text))
    assert "\n" not in chosen.text


def test_a_question_for_a_figure_keeps_to_its_sentence(make, plans: Index) -> None:
    quote = make.quote("zhongwei-13th", "2015年道路交通万车死亡率为2.15，较2010年的4.2下降48.8%。")
    meant = make.meant(asked=Asked.FIGURE, concepts=(make.concept("死亡率"),))
    assert select(meant, (quote,), plans) == (quote,)


def test_a_task_is_quoted_by_its_nearest_sentence_and_its_units(make, plans: Index) -> None:
    task = make.task("7.")
    meant = make.meant(concepts=(make.concept("特种作业考试"),))
    quoted = task_quote(task, meant, plans)
    assert quoted.text.startswith("加强特种作业考试和许可管理")
    assert quoted.text.endswith(
        "(牵头单位:自治州应急管理局、住建局、消防救援支队,责任单位:自治州安委会有关成员单位分工负责)"
    )


def test_other_evidence_is_quoted_whole(make, plans: Index) -> None:
    duty = make.division("11.")
    assert task_quote(duty, make.meant(), plans) is duty


def test_all_who_have_the_role_asked_for_are_told(make, plans: Index) -> None:
    first, second, member = (make.person(name) for name in ("陈亮", "温光华", "王海江"))
    role = {"asked": Asked.PERSON, "concepts": (make.concept("副组长"),)}
    assert select(make.meant("谁是副组长", **role), (first, member, second), plans) == (first, second)
    far = replace(second, score=-5.0)
    assert select(make.meant("公安的副组长是谁", **role), (first, member, far), plans) == (first,)
    assert select(make.meant("有哪些副组长", **role), (first, member, far), plans) == (first, far)


def test_a_sentence_without_an_office_gives_way_to_the_duty_it_is_part_of(make, plans: Index) -> None:
    duty = next(
        d for d in plans.facts(Duty, ("kizilsu-2024",)) if d.units and len(d.what) > 60 and d.basis is DutyBasis.TASK
    )
    text = plans.document("kizilsu-2024").clean.text
    inside = Evidence(
        Span("kizilsu-2024", duty.span.start, duty.span.start + 8),
        text[duty.span.start : duty.span.start + 8],
        (),
        1.0,
        0.9,
    )
    (chosen,) = select(make.meant(asked=Asked.DUTY), (inside,), plans)
    assert isinstance(chosen.fact, Duty) and chosen.span.contains(inside.span)
    assert select(make.meant(asked=Asked.MEASURE), (inside,), plans)[0].fact is None


def test_a_task_answers_with_what_it_says_where_its_units_are_not_asked_for(make, plans: Index) -> None:
    tasks = (d for d in plans.facts(Duty, ("kizilsu-2024",)) if d.basis is DutyBasis.TASK and "外包外租" in d.what)
    task = make.of_fact(next(tasks))
    concepts = (make.concept("外包外租"),)
    (told,) = select(make.meant("外包外租怎么管", concepts=concepts), (task,), plans)
    assert told.fact is None and task.span.contains(told.span)
    assert "外包外租" in told.text and "牵头单位" not in told.text
    (asked,) = select(make.meant("外包外租由哪个单位管", concepts=concepts), (task,), plans)
    assert asked.fact == task.fact
