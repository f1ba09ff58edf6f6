import pytest

from assistant import Assistant
from assistant.whole.figures.matters_told import brief


@pytest.mark.parametrize(
    ("question", "count", "told"),
    [
        (
            "晋城哪些任务要在2018年底前完成",
            "共6项",
            ["覆盖率达到50%", "重大危险源普查登记", "警示教育基地", "职业病防治数据库"],
        ),
        ("列出克州2024年底前要完成的任务", "共11项", ["不符合条件的机构实施清退", "电力监测分析系统"]),
        (
            "2025年底前宁夏要达到哪些指标",
            "共25项",
            ["生产安全事故死亡人数下降15%", "信息化执法率>90%", "消防通信设施完好率≥95%"],
        ),
        ("克州 2024年底前 要完成的任务", "共11项", ["电力监测分析系统"]),
        ("2022年底前昆明要完成哪些事？都列出来", "共8项", ["一城一策"]),
        ("到2026年末克州应当办成哪几件？", "共4项", ["动态清零", "应急指挥部"]),
        (
            "What must be completed by the end of 2024 in Kizilsu?",
            "11 items",
            ["by 20 December 2024", "remove institutions"],
        ),
    ],
)
def test_all_that_is_due_is_listed(asking: Assistant, question: str, count: str, told: list[str]) -> None:
    answer = asking.ask(question)
    assert not answer.refused
    assert count in answer.answer
    assert [part for part in told if part not in answer.answer] == []
    assert len(answer.citations) >= 4


def test_a_sector_narrows_what_is_due(asking: Assistant) -> None:
    answer = asking.ask("宁夏到2025年危险化学品要达到哪些指标").answer
    assert "二级标准化达标率" in answer or "三级达标率达到100%" in answer
    assert "信息化执法率" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "晋城2020年底前完成25座水库治理了吗",
        "2020年昆明发生了多少起事故",
        "宁夏有哪些任务",
        "On what exact day in 2024 must the Kizilsu backlog of 2023 hazards be completely eliminated?",
    ],
)
def test_other_questions_are_left_alone(asking: Assistant, question: str) -> None:
    answer = asking.ask(question).answer
    assert "年的共" not in answer
    assert "items for" not in answer


def test_a_matter_is_shortened_at_its_clauses() -> None:
    assert brief("完成普查登记工作,建立完善数据库系统,定期报告", 20) == "完成普查登记工作,建立完善数据库系统"
    assert brief("煤矿、危险化学品等高危行业生产经营单位责任保险投保率达到100%", 30).endswith("投保率达到100%")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What does Ningxia hope to have achieved by 2035?", ["By 2035, the modernisation", "sense of gain"]),
        ("宁夏到2035年要达到什么目标", ["到2035年,基本实现", "获得感"]),
    ],
)
def test_one_thing_due_is_told_as_the_plan_goes_on_about_it(asking: Assistant, question: str, told: list[str]) -> None:
    answer = asking.ask(question).answer
    assert [part for part in told if part not in answer] == []
    assert "1 items" not in answer and "共1项" not in answer
