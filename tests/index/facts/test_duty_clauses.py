"""Clauses that name who answers for something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from index.facts.duty_clauses import read_clauses
from index.facts.offices import subject_units, units_of

ReadText = Callable[..., Any]


def told(read_text: ReadText, sentence: str) -> list[tuple[str, str, str]]:
    clean = read_text(sentence).clean
    return [(who, helpers, what) for _, who, helpers, what in read_clauses(clean, 0, len(clean.text))]


def test_two_offices_in_one_sentence_have_their_own_duties(read_text: ReadText) -> None:
    sentence = "应急管理部门要加强规划实施工作的统筹协调和指导,各相关行业主管部门要按职责分工,认真对照规划目标任务。"
    assert told(read_text, sentence) == [
        ("应急管理部门", "", "要加强规划实施工作的统筹协调和指导"),
        ("各相关行业主管部门", "", "要按职责分工,认真对照规划目标任务"),
    ]


def test_who_leads_and_who_helps_are_told_apart(read_text: ReadText) -> None:
    sentence = "液化石油气瓶整治由县住建局牵头,县市场监管局、县交通运输局配合。"
    assert told(read_text, sentence) == [("县住建局", "县市场监管局、县交通运输局", "液化石油气瓶整治")]


@pytest.mark.parametrize(
    "sentence",
    [
        "推行企业负责人向职工代表大会报告安全生产工作制度。",
        "分级、分期、分批组织开展企业负责人轮训。",
        "重点行业领域全部建立安全生产诚信档案。",
        "油气长输管道企业对高后果区监测监控率达到100%。",
        "口岸管委会和企业统筹发展和安全的理念进一步强化。",
        "由牵头部门组织推动。",
    ],
)
def test_words_that_only_look_like_an_office_have_no_duty(sentence: str, read_text: ReadText) -> None:
    assert told(read_text, sentence) == []


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("市发展改革、财政等部门", ("市发展改革、财政等部门",)),
        ("勘察、设计单位", ("勘察、设计单位",)),
        ("各市、县(区)人民政府和宁东管委会", ("各市、县(区)人民政府", "宁东管委会")),
        ("各级安委会及其办公室", ("各级安委会及其办公室",)),
        ("各县(市)、口岸管委会", ("各县(市)", "口岸管委会")),
        ("各级党委、政府", ("各级党委", "政府")),
    ],
)
def test_the_units_of_a_subject(text: str, units: tuple[str, ...]) -> None:
    assert subject_units(text) == units


def test_a_level_of_government_alone_is_no_unit() -> None:
    assert units_of("市、县(区)应急管理局、公安局") == ("市、县(区)应急管理局", "公安局")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "现场警戒由公安分局负责,环境监测由生态环境分局负责,善后工作由属地街道负责。",
            [("公安分局", ""), ("生态环境分局", ""), ("属地街道", "")],
        ),
        ("民宿由县文旅局牵头,县住建局负责房屋鉴定。", [("县文旅局", ""), ("县住建局", "")]),
        ("教材由省教育厅会同省公安厅、省应急管理厅编写。", [("省教育厅", "省公安厅、省应急管理厅")]),
        ("县市场监管局会同县委宣传部对产品开展检查。", [("县市场监管局", "县委宣传部")]),
        ("县应急管理局牵头组织宣传活动,县教育局、县总工会配合。", [("县应急管理局", "县教育局、县总工会")]),
    ],
)
def test_every_office_of_a_sentence_is_found(
    read_text: ReadText, sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert [(who, helpers) for who, helpers, _ in told(read_text, sentence)] == expected


def test_what_a_bare_clause_leads_stands_before_it(read_text: ReadText) -> None:
    assert told(read_text, "三年内轮训矿工6.5万人,由省总工会牵头。") == [
        ("省总工会", "", "三年内轮训矿工6.5万人,由省总工会牵头")
    ]


@pytest.mark.parametrize(
    "sentence",
    ["漂流项目开业前必须通过县文旅局组织的联合验收。", "新建学校、医院按照高于当地要求建设。"],
)
def test_an_office_in_the_middle_of_a_sentence_is_no_subject(read_text: ReadText, sentence: str) -> None:
    assert told(read_text, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "瓶装燃气企业应当遵守下列规定：",
        "县级以上人民政府要求企业违规生产的。",
        "总体应急预案是人民政府组织应对突发事件的总体制度安排。",
        "县水利局结合工作实际制定本方案。",
        "下列单位应当建立专职消防队：",
    ],
)
def test_what_leads_in_a_case_and_a_definition_are_no_duties(read_text: ReadText, sentence: str) -> None:
    assert told(read_text, sentence) == []


def test_a_duty_is_told_with_the_case_it_is_for(read_text: ReadText) -> None:
    sentence = "用户报告漏气的，燃气企业应当及时进行处理。"
    assert told(read_text, sentence) == [("燃气企业", "", "用户报告漏气的 应当及时进行处理")]


def test_a_short_verb_behind_the_office_by_whom_it_is_done(read_text: ReadText) -> None:
    assert [who for who, _, _ in told(read_text, "对整改不到位的，由县安委会办公室约谈。")] == ["县安委会办公室"]


def test_units_with_colons_line_by_line_are_a_list_of_duties(read_text: ReadText) -> None:
    text = "区公安分局：维护灾区治安和交通秩序。\n区卫健局：负责伤员救治。"
    assert told(read_text, text)[0][0] == "区公安分局"
