"""Stems about the targets of tables."""

from __future__ import annotations

import pytest

from assistant import Language
from assistant.courses.quiz.cell_stems import cell_stems
from index import Indicator, Status, of_kind

PLANS = ("jincheng-13th", "kizilsu-2024", "kunming-14th", "ningxia-14th", "zhongwei-13th")


def _stems(material, scribe, plan, **changes):
    asked = {"plans": (plan,), "topics": (), **changes}
    return list(cell_stems(material(**asked), scribe(**asked)))


def test_fall_is_asked_in_a_sentence_of_its_own(material, scribe):
    stem = next(s for s in _stems(material, scribe, "ningxia-14th") if "煤矿百万吨死亡率" in s.prompt)
    assert stem.prompt == "宁夏2021—2025年规划要求“煤矿百万吨死亡率”下降多少？"
    assert stem.claim(stem.right) == "宁夏2021—2025年规划要求“煤矿百万吨死亡率”下降10%。"
    assert stem.accepted == ("10%", "10")


def test_fall_is_told_with_what_it_is_compared_with(material, scribe):
    stem = next(s for s in _stems(material, scribe, "kunming-14th") if "生产安全事故死亡人数" in s.prompt)
    assert "（十四五平均数与十三五平均数相比）" in stem.prompt
    english = next(s for s in _stems(material, scribe, "kunming-14th", language=Language.EN) if s.right == "下降15%")
    assert english.prompt.startswith("By the Kunming plan for 2021–2025, by how much should the figure for “")
    assert "compared with the 13th Five-Year Plan average" in english.prompt


def test_fall_in_a_column_of_its_own_is_compared_with_what_was_reached(material, scribe):
    stem = next(s for s in _stems(material, scribe, "zhongwei-13th") if "生产安全事故起数" in s.prompt)
    assert stem.prompt == "中卫2016—2020年规划要求“生产安全事故起数”下降多少（与十二五平均数相比）？"
    assert stem.shown(stem.right) == "10%"


def test_row_whose_figures_contradict_each_other_is_not_asked(material, scribe):
    # 3.292 to 3 is no fall of 18.99 %, and a base of nought falls by nothing.
    prompts = "".join(stem.prompt for stem in _stems(material, scribe, "zhongwei-13th"))
    assert "工矿商贸就业人员十万人" not in prompts
    assert "煤矿百万吨死亡率" not in prompts


@pytest.mark.parametrize("plan", PLANS)
def test_nobody_is_asked_for_many_decimals(material, scribe, plan):
    for stem in _stems(material, scribe, plan):
        assert all(len(stem.shown(value).partition(".")[2]) <= 2 for value in (stem.right, *stem.wrong))


def test_wrong_targets_are_of_the_same_form(material, scribe):
    stem = next(s for s in _stems(material, scribe, "ningxia-14th") if "煤矿百万吨死亡率" in s.prompt)
    assert stem.right not in stem.wrong
    assert len(stem.wrong) >= 3
    assert all(stem.shown(wrong).endswith("%") and stem.shown(wrong)[:-1].isdigit() for wrong in stem.wrong)


@pytest.mark.parametrize("plan", PLANS)
def test_no_history_is_asked(plans, material, scribe, plan):
    indexed = plans.document(plan)
    reached = {f.span for f in of_kind(Indicator, indexed.facts) if f.row and f.status is Status.ACHIEVED}
    assert not [s for s in _stems(material, scribe, plan) if s.evidence.span in reached]


def test_targets_of_the_plan_before_are_not_asked(material, scribe):
    stems = _stems(material, scribe, "zhongwei-13th")
    assert stems
    assert not any("十二五规划指标" in stem.original for stem in stems)
