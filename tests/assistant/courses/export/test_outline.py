"""What all files of a pack share."""

from __future__ import annotations

from datetime import date

from assistant import Language
from assistant.courses import Audience, QuizKind
from assistant.courses.export.outline import answer, cautions, options, particulars, short_answer, source, subject


def test_title_and_particulars_are_in_the_packs_language(make):
    chinese, english = make(), make(language=Language.EN, topics=("燃气",))
    assert subject(chinese) == "燃气、消防安全 · 克州2024—2026年"
    assert subject(english) == "Gas (燃气) · Kizilsu"
    assert dict(particulars(english))["For"] == "Heads of departments"


def test_topics_typed_in_english_are_named_in_chinese(make):
    assert make(topics=("gas",)).topics == ("燃气",)


def test_sources_name_plan_and_section(make):
    pack = make(language=Language.EN)
    told = source(pack.citations[0], pack)
    assert told.startswith("Kizilsu Prefecture Three-Year Action Plan")
    assert " › " in told


def test_answers_have_the_letter_of_their_option(make):
    for question in make(hours=4.0).quiz:
        if question.kind is QuizKind.SINGLE:
            assert answer(question) == options(question)[question.answer]
            assert answer(question)[1:3] == ". "
        elif question.kind is QuizKind.MULTIPLE:
            assert answer(question) == "; ".join(options(question)[i] for i in question.right)
            assert short_answer(question) == ", ".join("ABCD"[i] for i in question.right)
        elif question.kind is QuizKind.FILL:
            assert answer(question) == question.accepted[0]


def test_a_plan_that_has_run_out_is_said_to_have(make):
    late, early = (make(plans=("kunming-14th",), topics=("消防",), day=date(year, 6, 1)) for year in (2026, 2025))
    assert not any("规划期" in said for said in cautions(early))
    said = cautions(late)[0]
    assert "规划期已经结束" in said
    assert "昆明2021—2025年规划" in said
    assert said in [value for _, value in particulars(late)]


def test_a_thin_topic_is_said_to_be_thin(make):
    pack = make(topics=("燃气",), day=date(2025, 6, 1))
    assert any("案例" in said for said in cautions(pack))
    assert any("燃气" in said and str(dict(pack.thin)["燃气"]) in said for said in cautions(pack))


def test_people_of_a_paper_of_more_than_a_year_ago_are_to_be_checked(make):
    def said(year):
        pack = make(topics=("燃气",), audience=Audience.PARTY_HEAD, hours=1.0, day=date(year, 12, 1))
        return [one for one in cautions(pack) if "现任" in one]

    assert said(2024) == []
    assert len(said(2025)) == 1
    assert "2024年3月" in said(2025)[0]
    assert not any("现任" in one for one in cautions(make(plans=("kunming-14th",), day=date(2025, 12, 1))))
