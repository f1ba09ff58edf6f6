"""Questions for discussion."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.courses import Audience, Part


def asked(pack):
    return [line for part in pack.parts if part.part is Part.DISCUSSION for line in part.lines]


def test_audiences_are_asked_different_things(make):
    told = [
        {line.text.rpartition("”")[2] for line in asked(make(topics=(), audience=audience))} for audience in Audience
    ]
    assert not set.intersection(*told)


def test_two_points_are_compared_only_of_one_plan(make):
    pack = make(plans=("kunming-14th", "ningxia-14th"), topics=("消防",), hours=4.0)
    weighed = [line for line in asked(pack) if "也要求" in line.text]
    assert len(weighed) == 1
    assert len(weighed[0].citations) == 2
    assert len({citation.document for citation in weighed[0].citations}) == 1


def test_what_is_asked_about_speaks_of_the_topic(make):
    for line in asked(make(topics=("消防",), hours=4.0)):
        assert all("消防" in citation.quote or "火灾" in citation.quote for citation in line.citations)


def test_a_figure_is_quoted_with_its_number(make):
    pack = make(plans=("ningxia-14th",), topics=("消防",), hours=4.0)
    figures = [line.text for line in asked(pack) if "一项数据" in line.text]
    assert figures
    assert all(any(char.isdigit() for char in text.partition("一项数据")[2]) for text in figures)


@pytest.mark.parametrize("day", [date(2024, 1, 2), date(2027, 1, 1)])
def test_of_a_date_that_is_past_proof_is_asked_for(make, day):
    dates = [line.text for line in asked(make(topics=("消防",), day=day)) if "规划定下时限" in line.text]
    assert dates
    assert all(("已经过去" in text) is (day.year == 2027) for text in dates)
    assert all("年" in text.partition("规划定下时限")[2].partition("”")[0] for text in dates)


def test_a_note_holds_what_the_plan_itself_answers(make):
    assert all("好的回答" in line.note for line in asked(make()))


def test_where_two_offices_have_the_topic_in_their_fields_it_is_asked_where_these_meet(make):
    pack = make(topics=("燃气",), audience=Audience.PARTY_HEAD, hours=1.0)
    (line,) = (line for line in asked(pack) if line.text.startswith("规划的分工里"))
    one, other = line.citations
    quoted = [part.partition("：") for part in line.text.split("“")[1:3]]
    assert all(unit in citation.quote for (unit, _, _), citation in zip(quoted, (one, other), strict=True))
    assert quoted[0][0] != quoted[1][0]
    assert all("燃气" in field.partition("”")[0] for _, _, field in quoted)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_of_a_task_for_which_nobody_is_named_it_is_asked_who_takes_it(make, language):
    pack = make(plans=("ningxia-14th",), topics=("消防",), language=language)
    told = [line for line in asked(pack) if "没有写明由谁负责" in line.text or "who answers for it" in line.text]
    assert len(told) == 1
    duties = next(part for part in pack.parts if part.part is Part.DUTIES)
    assert told[0].citations[0].quote in {line.citations[0].quote for line in duties.lines}


def test_no_date_is_missed_where_the_plan_sets_one(make):
    pack = make(plans=("kunming-14th",), topics=("消防",), hours=4.0)
    undated = [line for line in asked(pack) if "没有写完成时限" in line.text]
    assert undated
    assert not any("年底" in citation.quote for line in undated for citation in line.citations)


def test_an_answer_does_not_read_the_question_out_again(make):
    for line in asked(make(topics=("消防",), hours=4.0)):
        for quoted in (part.partition("”")[0] for part in line.text.split("“")[1:]):
            assert quoted not in line.note


def test_only_a_division_of_duty_is_called_one(make):
    for topics, named in ((("燃气",), True), ((), False)):
        plan = "kizilsu-2024" if named else "kunming-14th"
        lines = asked(make(plans=(plan,), topics=topics, audience=Audience.DEPUTY_HEAD, hours=8.0))
        assert any(line.text.startswith("规划的分工") for line in lines) is named
