"""What a question wants of its answer is read once, and nowhere else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from assistant.question.said import Said
from assistant.question.wants import wants_of
from assistant.types import Want

ROOT = Path(__file__).parents[3]
MAY_READ_THE_TEXT = {
    "assistant/generation/answer_prompt.py": "shows a language model the question as typed",
    "assistant/generation/held_sentence.py": "lets a model's sentence deny what the question as typed presumes",
    "assistant/rewriting/read_by_model.py": "shows a language model the question as typed",
    "assistant/rewriting/rewriting_held.py": "holds what a model makes of the question to the question as typed",
    "assistant/limits.py": "measures it before any step",
    "assistant/types.py": "encodes the question as typed",
    "assistant/one_question.py": "echoes the question in its answer",
    "assistant/whole/earlier_answer.py": "puts what a follow-up points back at into words, before it is understood",
    "assistant/whole/pointed_items.py": "follows the pointers of a conversation back to the list that they point into",
}


@pytest.mark.parametrize(
    ("text", "want", "other"),
    [
        ("应急管理局的电话", Want.PHONE, "应急管理局的职责"),
        ("覆盖率达到百分之几", Want.SHARE, "培训多少人"),
        ("多久检查一次", Want.FREQUENCY, "多久完成整治"),
        ("how often do they inspect", Want.FREQUENCY, "how long does it take"),
        ("两者相差多少", Want.DIFFERENCE, "目标是多少"),
        ("三年一共死亡多少人", Want.SUM, "2018年死亡多少人"),
        ("哪个规划的目标最高", Want.HIGHEST, "目标是多少"),
        ("各规划的目标", Want.TARGET, "各规划怎么写"),
        ("what does each plan aim for", Want.TARGET, "what does each plan say"),
        ("安委会主任叫什么名字", Want.NAME, "安委会主任是谁"),
        ("安委会主任是谁", Want.HOLDER, "安委会由谁牵头"),
        ("Who won the contract for the platform?", Want.COMPANY, "Who leads the platform?"),
        ("What does an inspector earn?", Want.PRICE, "What does an inspector do?"),
        ("What number does the plan carry?", Want.DOCUMENT_NUMBER, "What number of accidents did it carry over?"),
        ("规划何时印发", Want.FRONT_MATTER, "何时完成整治"),
    ],
)
def test_a_question_wants_what_its_words_ask(text: str, want: Want, other: str) -> None:
    assert want in wants_of(Said(text))
    assert want not in wants_of(Said(other))


def test_units_numbers_and_years_are_read() -> None:
    assert wants_of(Said("更换管道多少公里")).units == {"公里", "千米"}
    assert wants_of(Said("how many kilometres of pipeline")).units == {"公里", "千米"}
    assert (
        "元"
        in wants_of(Said("罚款多少钱")).units
        & wants_of(Said("how much was the fine")).units
        & wants_of(Said("拿几千块")).units
    )
    assert not wants_of(Said("点了哪几块招牌")).units | wants_of(Said("资金怎么管")).units
    assert wants_of(Said("发生事故多少起,死亡几人")).counters == {"起", "人"}
    assert wants_of(Said("任务29由谁牵头,附表1写了什么")).numbered == ("29", "1")
    assert wants_of(Said("第十一类场所由谁牵头")).numbered == ("11",)
    assert wants_of(Said("who surveys class 16 sites")).numbered == ("16",)
    assert wants_of(Said("第一责任人是谁")).numbered == ()


def test_what_somebody_answers_for_is_another_thing_than_who_does():
    assert Want.FIELD in wants_of(Said("副总指挥负责什么"))
    assert Want.FIELD in wants_of(Said("what does the deputy commander do"))
    assert Want.FIELD not in wants_of(Said("由谁负责"))
    assert wants_of(Said("2016年至2018年一共多少起")).year_range == (2016, 2018)


def test_no_step_behind_the_question_looks_at_its_text() -> None:
    """What a later step wants to know of a question stands in its understanding."""
    reading = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "assistant").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "text" and _is_question(node.value)
    }
    allowed = {path for path in reading if path.startswith(("assistant/question/", "assistant/ui/"))}
    assert reading - allowed == set(MAY_READ_THE_TEXT)


def _is_question(node: ast.expr) -> bool:
    return (
        isinstance(node, (ast.Name, ast.Attribute))
        and (node.id if isinstance(node, ast.Name) else node.attr) == "question"
    )


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("When does the level IV response start?", "四级"),
        ("who signs a grade-2 alert", "二级"),
        ("a level of 3 metres", ""),
        ("county level 5", ""),
    ],
)
def test_levels_are_those_of_chinese_papers(text: str, level: str) -> None:
    said = wants_of(Said(text)).said
    assert said.endswith(level) if level else "级" not in said
