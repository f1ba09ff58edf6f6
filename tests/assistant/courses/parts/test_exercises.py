"""Exercises from the plans' own duties, dates and figures."""

from __future__ import annotations

import pytest

from assistant.courses import Audience
from assistant.courses.addressed import bound
from assistant.courses.audiences import NEEDS
from assistant.types import Language


@pytest.mark.parametrize(("hours", "count"), [(1.0, 1), (2.0, 2), (4.0, 4)])
def test_more_time_has_more_exercises(make, hours, count):
    pack = make(plans=("kunming-14th",), topics=(), hours=hours)
    assert len(pack.exercises) == count
    assert len({exercise.situation.text for exercise in pack.exercises}) == count


def test_no_exercise_is_made_of_what_a_plan_says_nothing_of(make):
    assert not make(topics=("核电站",)).exercises


@pytest.mark.parametrize("language", list(Language))
def test_a_situation_cites_nothing_and_its_solution_all(make, language):
    pack = make(language=language)
    known = {citation.number for citation in pack.citations}
    for exercise in pack.exercises:
        assert not exercise.situation.citations + exercise.asked.citations
        assert all({c.number for c in line.citations} <= known for line in exercise.solution)
        assert exercise.solution
    ids = [line.id for line in pack.lines]
    assert len(ids) == len(set(ids))


def test_who_must_act_on_a_topic_is_who_the_plan_names(make):
    first = make(topics=("燃气",), audience=Audience.PARTY_HEAD, hours=1.0).exercises[0]
    assert "燃气" in first.situation.text
    assert first.solution[0].text.startswith("自治州住房和城乡建设局：")


def test_a_solution_begins_with_the_topic_and_stays_in_one_plan(make):
    for topic in ("燃气", "消防"):
        for exercise in make(topics=(topic,), hours=4.0).exercises:
            sources = [citation for line in exercise.solution for citation in line.citations]
            assert len({citation.document for citation in sources}) == 1
            assert topic in exercise.situation.text
            assert topic in sources[0].quote


def test_who_finds_a_danger_left_open_reads_how_the_plan_presses_for_it(make):
    first = make(topics=("燃气",), audience=Audience.PARTY_HEAD, hours=1.0).exercises[0]
    told = "".join(line.text for line in first.solution[1:])
    assert "您当场提出哪些要求" in first.asked.text
    assert all(word in told for word in ("整改责任、时限、措施", "挂牌督办", "责任倒查"))


def test_a_solution_holds_what_the_plan_says_of_the_same_elsewhere(make):
    first = make(plans=("kunming-14th",), topics=("消防",), hours=2.0).exercises[0]
    assert len({citation.section for line in first.solution for citation in line.citations}) > 1
    assert any("停车资源" in line.text for line in first.solution)
    assert first.solution[-1].text.startswith("时限")


@pytest.mark.parametrize("language", list(Language))
def test_no_exercise_has_one_figure_for_its_answer_and_each_plan_has_one(make, language):
    plans = ("kunming-14th", "ningxia-14th")
    exercises = make(plans=plans, topics=("消防",), hours=2.0, language=language).exercises
    assert {line.citations[0].document for one in exercises for line in one.solution} == set(plans)
    assert all(len(one.solution) > 1 for one in exercises)


def test_who_leads_and_supports_is_asked_where_the_task_names_both(make):
    exercises = [one for topic in ("燃气", "消防") for one in make(topics=(topic,), hours=4.0).exercises]
    named = make(topics=(), audience=Audience.PARTY_HEAD, hours=4.0).exercises[0]
    assert ("由谁牵头" in named.asked.text) is any(line.text.startswith("牵头单位") for line in named.solution)
    for one in (*exercises, named):
        assert ("何时" in one.asked.text) is any(line.text.startswith("时限") for line in one.solution)


def test_the_head_of_a_firm_is_asked_in_a_firm(make):
    pack = make(plans=("kunming-14th",), topics=(), audience=Audience.ENTERPRISE_HEAD, hours=4.0)
    assert pack.exercises
    assert all("您在昆明的企业" in exercise.situation.text for exercise in pack.exercises)
    assert all(bound(line.text, NEEDS[pack.request.audience]) for one in pack.exercises for line in one.solution)


def test_a_firms_long_lesson_has_exercises_of_four_kinds(make):
    pack = make(plans=("kunming-14th",), topics=(), audience=Audience.ENTERPRISE_HEAD, hours=4.0)
    said = [exercise.situation.text for exercise in pack.exercises]
    assert [any(word in one for one in said) for word in ("检查人员", "分经费", "调查组", "自查")] == [True] * 4
    assert len({exercise.asked.text for exercise in pack.exercises}) == 4
    for exercise in pack.exercises[1:]:
        assert len(exercise.solution) >= 2
        assert len({line.citations[0].section for line in exercise.solution}) == 1


def test_a_note_holds_the_points_of_a_good_answer(make):
    first = make(topics=("燃气",), audience=Audience.PARTY_HEAD, hours=1.0).exercises[0]
    assert "住房和城乡建设局" in first.asked.note
