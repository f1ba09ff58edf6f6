"""Stems about who must act."""

from __future__ import annotations

import pytest

from assistant import Language
from assistant.courses.quiz.act_stems import act_stems

PLANS = ("jincheng-13th", "kizilsu-2024", "kunming-14th", "ningxia-14th", "zhongwei-13th")


def _stems(material, scribe, plan, language=Language.ZH):
    asked = {"plans": (plan,), "topics": (), "language": language}
    return list(act_stems(material(**asked), scribe(**asked)))


@pytest.mark.parametrize("plan", PLANS)
def test_whoever_the_paragraph_names_is_not_wrong(plans, material, scribe, plan):
    text = plans.document(plan).clean.text
    stems = _stems(material, scribe, plan)
    assert stems
    for stem in stems:
        start = text.rfind("\n", 0, stem.evidence.span.start) + 1
        paragraph = text[start : text.find("\n", stem.evidence.span.end)]
        assert stem.right in paragraph
        assert not any(wrong in paragraph for wrong in stem.wrong)


def test_deed_stands_right_behind_the_one_who_is_bound(material, scribe):
    # "财政部门应当为专家组提供…,充分发挥专家的智慧…": the further clauses are the experts'.
    stems = [s for s in _stems(material, scribe, "jincheng-13th") if s.right == "财政部门"]
    assert stems
    assert all("积极配合政府部门" not in stem.prompt for stem in stems)


def test_nobody_is_said_not_to_be_bound(material, scribe):
    stems = _stems(material, scribe, "ningxia-14th")
    assert stems
    assert all(not stem.false for stem in stems)


def test_english_deed_does_not_name_its_subject(material, scribe):
    stems = _stems(material, scribe, "jincheng-13th", Language.EN)
    assert stems
    for stem in stems:
        name = stem.shown(stem.right).partition(" (")[0]
        assert name.lower() not in stem.prompt.lower()


@pytest.mark.parametrize("plan", PLANS)
def test_firms_stand_beside_firms_and_offices_beside_offices(material, scribe, plan):
    for stem in _stems(material, scribe, plan):
        firms = {any(word in one for word in ("企业", "单位", "负责人")) for one in (stem.right, *stem.wrong)}
        assert len(firms) == 1


def test_office_of_another_trade_is_no_rival(material, scribe):
    # "全市乡镇级以上森林防火指挥部" is bound below "12.森林" and decides on no sites of factories.
    stem = next(s for s in _stems(material, scribe, "jincheng-13th") if "企业选址" in s.prompt)
    assert stem.wrong
    assert not any("森林" in wrong for wrong in stem.wrong)


def test_deed_stands_with_its_section_unless_that_names_who_is_bound(material, scribe):
    stems = _stems(material, scribe, "jincheng-13th")
    assert "（严格风险管控），" in next(s for s in stems if "企业选址" in s.prompt).prompt
    assert not [s for s in stems if "森林" in s.right]


def test_what_is_done_once_in_a_year_is_not_asked(material, scribe):
    assert not [s for s in _stems(material, scribe, "jincheng-13th") if "中期评估" in s.prompt]
