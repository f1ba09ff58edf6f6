"""Composition: drafts in the question's language, refusals and suggestions."""

from __future__ import annotations

import pytest

from assistant import Language
from assistant.compose import compose, refusal, searched, suggestions
from index import Index

TABLE = "十三五时期安全生产主要指标"


def test_each_piece_of_evidence_becomes_a_statement(make, plans: Index, english) -> None:
    chosen = (make.person("陈亮"), make.person("温光华"))
    draft = compose(make.meant(), chosen, (), plans, english)
    assert [statement.evidence for statement in draft.statements] == [(one,) for one in chosen]
    assert draft.statements[0].text == "副组长：陈亮（州委常委、常务副州长）。"


def test_an_english_question_gets_english_parted_by_spaces(make, plans: Index, english) -> None:
    draft = compose(make.meant(language=Language.EN), (make.person("陈亮"),), (), plans, english)
    assert draft.separator == " "
    assert draft.statements[0].text.startswith("Chen Liang (陈亮), ")


@pytest.mark.parametrize(
    ("language", "lead"),
    [(Language.ZH, "规划另一处的数字不同："), (Language.EN, "Elsewhere the plan gives another figure: ")],
)
def test_a_contradiction_is_told_with_its_own_evidence(
    language: Language, lead: str, make, plans: Index, english
) -> None:
    cell = make.cell("zhongwei-13th", "道路交通万车死亡率", "执行情况 2015 年")
    other = make.quote("zhongwei-13th", "2015年道路交通万车死亡率为2.15，较2010年的4.2下降48.8%。")
    draft = compose(make.meant(language=language), (cell,), (other,), plans, english)
    assert [statement.evidence for statement in draft.statements] == [(cell,), (other,)]
    assert draft.statements[1].text.startswith(lead)


def test_an_unknown_place_is_refused_with_what_there_is(make, plans: Index, english) -> None:
    text = refusal(make.meant(unknown_places=("西安市",)), (), plans, english)
    assert text.startswith("现有规划不含西安市，无法回答；已收录的是")
    assert all(place in text for place in ("晋城市", "昆明市", "宁夏回族自治区", "中卫市", "克孜勒苏柯尔克孜自治州"))
    told = refusal(make.meant(unknown_places=("Xi'an",), language=Language.EN), (), plans, english)
    assert told.startswith("No plan here covers Xi'an") and "Kunming" in told


def test_a_plan_that_does_not_tell_is_named(make, plans: Index, english) -> None:
    meant = make.meant(plans=("kunming-14th",), named_plans=("kunming-14th",))
    assert refusal(meant, (), plans, english) == "昆明市的规划没有说明这一点。"


def test_a_refusal_points_to_the_nearest_passage(make, plans: Index, english) -> None:
    near = make.quote("ningxia-14th", "信息化执法率>90%", heading_path=("二、任务", "专栏4提升监管执法能力量化指标"))
    text = refusal(make.meant(plans=("ningxia-14th",)), (near,), plans, english)
    assert text.endswith("[1]。") and "提升监管执法能力量化指标" in text


def test_a_passage_of_a_plan_that_was_not_asked_about_is_told_with_its_name(make, plans: Index, english) -> None:
    near = make.quote("ningxia-14th", "信息化执法率>90%", heading_path=("二、任务",))
    assert "相近的内容见宁夏：“二、任务”[1]" in refusal(make.meant(unknown_places=("西安市",)), (near,), plans, english)


def test_a_heading_with_square_brackets_makes_no_mark(make, plans: Index, english) -> None:
    near = make.quote("ningxia-14th", "信息化执法率>90%", heading_path=("落实国发[2021]23号[7]",))
    text = refusal(make.meant(), (near,), plans, english)
    assert text.count("[") == 1 and text.endswith("[1]。")


def test_suggestions_are_questions_about_the_headings_found(make, english, plans: Index) -> None:
    near = tuple(
        make.quote("ningxia-14th", "信息化执法率>90%", heading_path=(heading,))
        for heading in (
            "(五)强化应急救援处置效能",
            "(五)强化应急救援处置效能",
            "3.消防",
            "三、主要任务",
            "四、保障措施",
        )
    )
    made = suggestions(near, Language.ZH, plans, english)
    assert len(made) == 3
    assert "强化应急救援处置效能" in made[0] and "宁夏" in made[0] and "(五)" not in made[0]
    told = suggestions(near[:1], Language.EN, plans, english)
    assert told[0].startswith("What does the Ningxia plan say about “")


def test_a_heading_keeps_the_numerals_that_belong_to_it(make, english, plans: Index) -> None:
    near = (make.quote("kunming-14th", "管理留痕迹、痕迹可追溯", heading_path=("(一)十三五时期工作成效",)),)
    assert "十三五时期工作成效" in suggestions(near, Language.ZH, plans, english)[0]


def test_a_refusal_is_about_the_few_documents_that_may_be_meant(make) -> None:
    assert searched(make.meant(documents={"kunming-14th": 1.0, "ningxia-14th": 0.3})) == ("kunming-14th",)
    assert searched(make.meant(documents=dict.fromkeys("abcd", 1.0))) == ()
    assert searched(make.meant(plans=("ningxia-14th",), named_plans=("ningxia-14th",))) == ("ningxia-14th",)
