"""People are told as the plan lists them: everybody of a role or a body, with how many they are, and who is not among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from index import Settings

COMMITTEE = """清河县安全生产委员会组成人员名单
清河县人民政府办公室
2025年3月5日
主任：李强（县长）
副主任：王芳（常务副县长）
成员：赵军（县公安局局长）
孙丽（县教育局局长）
办公室主任：周敏（县应急管理局局长）
"""
DEPUTIES = ("陈亮", "温光华", "哈力旦·吐尔逊", "赖晓军", "高俊青", "阿尔达克·牙生")


def told(asking: Assistant, question: str) -> str:
    return asking.ask(question).answer


@pytest.mark.parametrize(
    "question",
    ["克州领导小组有哪些副组长？", "Who are the deputies in the leading group of Kizilsu?", "克州领导小组副组长有几位"],
)
def test_all_deputies_and_nobody_else(asking: Assistant, question: str) -> None:
    answer = told(asking, question)
    assert all(name in answer for name in DEPUTIES)
    assert "王海江" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "克州三年行动领导小组由哪些人组成？",
        "克州领导小组有多少成员？",
        "How many members does the Kizilsu leading group have?",
    ],
)
def test_a_body_is_told_whole_by_role_with_how_many(asking: Assistant, question: str) -> None:
    answer = told(asking, question)
    assert all(name in answer for name in (*DEPUTIES, "袁文生", "张强"))
    assert "共6人" in answer or "6 in all" in answer


def test_who_runs_its_office_is_told_with_the_post_told_elsewhere(asking: Assistant) -> None:
    answer = told(asking, "Who heads the office of the leading group in Kizilsu?")
    assert "director of the office" in answer and "Party committee secretary" in answer
    assert answer.count("滕洪涛") == 1 and "(州应急管理局)" in answer


def test_the_member_for_an_office_is_found_by_its_field(asking: Assistant) -> None:
    for question in (
        "管燃气的局在克州领导小组里是谁？",
        "Who in the Kizilsu leading group is from the bureau in charge of gas?",
    ):
        answer = told(asking, question)
        assert "王海江" in answer and "王春林" not in answer


def test_an_office_without_a_member_is_said_to_have_none(asking: Assistant) -> None:
    assert "没有林草局的人" in told(asking, "克州领导小组里有林草局的人吗？")
    assert "易实" in told(asking, "克州领导小组里有气象局的人吗？")


def test_a_question_for_somebody_else_is_not_answered_with_the_list(asking: Assistant) -> None:
    assert "王海江" not in told(asking, "哪位副组长是州公安局局长？")
    assert "共" not in told(asking, "王海江在领导小组里任什么，本职是什么？")


def test_who_holds_a_post_beside_the_body_is_told_with_all_who_do(asking: Assistant) -> None:
    assert all(name in told(asking, "克州有哪些副州长？") for name in DEPUTIES)


@pytest.mark.parametrize("question", ["克州领导小组组长的电话是多少？", "克州三年行动领导小组副组长多久开一次会？"])
def test_what_is_asked_of_people_beside_who_they_are_is_no_list(asking: Assistant, question: str) -> None:
    assert not any(name in told(asking, question) for name in DEPUTIES)


def test_the_head_of_a_bodys_office_is_not_the_head_of_the_body(plan_files: Path, settings: Settings) -> None:
    (plan_files / "list.txt").write_text(COMMITTEE, encoding="utf-8")
    answer = Assistant(settings).ask("清河县安委办主任是谁？").answer
    assert "周敏" in answer and "李强" not in answer
