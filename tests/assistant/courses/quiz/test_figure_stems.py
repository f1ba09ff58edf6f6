"""Stems about targets and bounds."""

from __future__ import annotations

import pytest

from assistant.courses import GAP
from assistant.courses.quiz.figure_stems import figure_stems
from assistant.courses.values import Gap, wrong_there

PLANS = ("jincheng-13th", "kizilsu-2024", "kunming-14th", "ningxia-14th", "zhongwei-13th")


def _held(material, scribe, plan, **changes):
    asked = {"plans": (plan,), "topics": (), **changes}
    return material(**asked), scribe(**asked)


def test_figure_stem_is_the_plans_sentence_with_a_gap(plans, material, scribe):
    text = plans.document("jincheng-13th").clean.text
    stems = list(figure_stems(*_held(material, scribe, "jincheng-13th")))
    assert len(stems) >= 12
    for stem in stems:
        assert stem.original.count(GAP) == 1
        assert stem.original.replace(GAP, stem.right) in text
        assert not any(stem.original.replace(GAP, wrong) in text for wrong in stem.wrong)


def test_what_a_bound_lets_stand_is_no_untruth(material, scribe):
    stems = [s for s in figure_stems(*_held(material, scribe, "jincheng-13th")) if f"{GAP}以上" in s.original]
    assert stems
    for stem in stems:
        assert any(float(wrong.rstrip("%")) < float(stem.right.rstrip("%")) for wrong in stem.wrong)
        assert all(float(false.rstrip("%")) > float(stem.right.rstrip("%")) for false in stem.false)


def test_other_years_of_the_same_thing_are_not_wrong(material, scribe):
    for stem in figure_stems(*_held(material, scribe, "jincheng-13th")):
        if "隐患排查治理系统建设覆盖率" in stem.original:
            assert not {"25%", "50%", "75%"} & set(stem.wrong)


def test_figure_that_only_counts_what_stands_beside_it_is_not_asked(material, scribe):
    # "支持…4家企业组建应急救援队伍": the four are named.
    stems = figure_stems(*_held(material, scribe, "zhongwei-13th"))
    assert not [s for s in stems if "紫光" in s.original]


@pytest.mark.parametrize("plan", PLANS)
def test_every_false_figure_is_ruled_out(material, scribe, plan):
    for stem in figure_stems(*_held(material, scribe, plan)):
        before, _, after = stem.original.partition(GAP)
        assert all(wrong_there(Gap(before, stem.right, after), false) for false in stem.false)


@pytest.mark.parametrize("plan", PLANS)
def test_more_than_all_is_no_option(material, scribe, plan):
    for stem in figure_stems(*_held(material, scribe, plan)):
        if f"{GAP}以上" in stem.original or f">{GAP}" in stem.original:
            assert "100%" not in stem.wrong


def test_staff_of_one_office_weighs_little(material, scribe):
    stems = [s for s in figure_stems(*_held(material, scribe, "zhongwei-13th")) if "人员编制" in s.original]
    assert stems
    assert not any(stem.weighty for stem in stems)


def test_figure_that_opens_what_was_cut_off_is_not_asked(material, scribe):
    # "94%以上煤矿…信息系统上线运行": which system stands before the cut.
    stems = list(figure_stems(*_held(material, scribe, "zhongwei-13th")))
    assert stems
    assert not any(stem.original.startswith(GAP) for stem in stems)


def test_time_of_a_figure_opens_its_sentence(material, scribe):
    stems = figure_stems(*_held(material, scribe, "jincheng-13th"))
    stem = next(s for s in stems if "二级标准化达标率" in s.prompt)
    assert "提出：“至2020年底……地方生产煤矿企业" in stem.prompt
    assert "提出：“至2020年底……地方生产煤矿企业" in stem.claim(stem.right)
