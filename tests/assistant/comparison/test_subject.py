"""What a comparison is about, and what a plan is proven not to mention."""

from __future__ import annotations

from dataclasses import replace

from assistant.comparison.findings import find
from assistant.comparison.subject import held_by, mention, of_other_sector, subject_of, with_heads
from assistant.question.understand import understand
from assistant.types import Question


def test_the_subject_is_what_plans_could_fail_to_mention(search) -> None:
    meant = understand(Question("晋城和中卫在燃气安全方面有何异同"), search.index, search.glossary)
    (gas,) = subject_of(meant.of_plan("jincheng-13th"), search.index)
    assert "燃气" in gas.spellings


def test_a_plan_that_speaks_of_the_bare_thing_mentions_it(search, make) -> None:
    gas = subject_of(make.meant(concepts=(make.concept("燃气安全", kind="sector"),)), search.index)
    assert held_by("zhongwei-13th", gas, search.index) == gas
    said = mention(gas, "zhongwei-13th", search.index)
    assert said is not None
    assert "燃气" in said.text
    pond = (make.concept("尾矿库", kind="sector"),)
    assert held_by("ningxia-14th", pond, search.index) == ()
    assert mention(pond, "ningxia-14th", search.index) is None


def test_words_that_name_no_thing_are_no_subject(search, make) -> None:
    concepts = (make.concept("不同", kind="general"), make.concept("毛病", weight=0.3), make.concept("未见之词"))
    assert subject_of(make.meant(concepts=concepts), search.index) == ()


def test_filler_is_not_told_as_if_it_were_asked(search) -> None:
    meant = understand(Question("中卫和宁夏在危化品企业搬迁方面有什么不同"), search.index, search.glossary)
    moving, none = find(meant, ("zhongwei-13th", "ningxia-14th"), search, prefer_targets=False)
    assert moving.told
    assert "搬迁" in moving.ranked[0].text
    assert not none.told
    assert none.mentioned is not None


def test_a_topic_that_no_plan_knows_is_not_answered_with_another(search) -> None:
    meant = understand(Question("宁夏和昆明对外卖骑手有什么要求"), search.index, search.glossary)
    found = find(meant, ("ningxia-14th", "kunming-14th"), search, prefer_targets=False)
    assert [(one.told, one.mentioned) for one in found] == [(False, None), (False, None)]


def test_a_plan_that_says_what_is_done_by_its_bare_name_is_not_silent_on_it(search, make) -> None:
    drill = (make.concept("无脚本应急演练", kind="measure"),)
    assert held_by("jincheng-13th", drill, search.index) == ()
    said = mention(with_heads(drill, search.glossary), "jincheng-13th", search.index)
    assert said is not None
    assert "演练" in said.text


def test_the_count_of_one_sector_is_not_that_of_all(make, search) -> None:
    cell = make.cell("zhongwei-13th", "道路交通万车死亡率", "规划目标")
    coal = replace(cell, fact=replace(cell.fact, row="4、煤矿事故死亡人数"))
    deaths = make.concept("死亡人数", "事故死亡人数", kind="accident")
    assert of_other_sector(coal, make.meant(concepts=(deaths,)), search.glossary)
    assert not of_other_sector(
        coal, make.meant(concepts=(deaths, make.concept("煤矿", kind="sector"))), search.glossary
    )
