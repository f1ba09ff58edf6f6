"""The stages of a plan: all, one by number or name, how many; and questions that are none of these."""

from __future__ import annotations

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ("方案分几个阶段，时间怎么安排", ("2025年3月底前", "2025年4月至10月", "2025年11月至12月")),
        ("列出各阶段", ("2025年3月底前", "2025年4月至10月", "2025年11月至12月")),
        ("What are the phases of the plan?", ("2025年3月底前", "2025年4月至10月", "November 2025")),
        ("how many stages are there", ("2025年3月底前", "2025年4月至10月", "November 2025")),
    ],
)
def test_all_stages_are_told_with_their_dates(of_one_paper: Assistant, question: str, dates: tuple[str, ...]) -> None:
    answer = of_one_paper.ask(question).answer
    told = [answer.index(one) for one in dates]
    assert told == sorted(told)


@pytest.mark.parametrize("question", ["第二阶段做什么", "排查整治阶段做什么", "What is done in the second stage?"])
def test_one_stage_is_told_by_its_number_or_name(of_one_paper: Assistant, question: str) -> None:
    answer = of_one_paper.ask(question).answer
    assert "餐饮企业逐户排查" in answer
    assert "长效机制" not in answer


def test_a_date_is_asked_of_one_stage(of_one_paper: Assistant) -> None:
    answer = of_one_paper.ask("巩固提升阶段是什么时候").answer
    assert "2025年11月至12月" in answer
    assert "总结经验" not in answer


def test_the_last_stage_is_known(asking: Assistant) -> None:
    assert "2026年10月至12月" in asking.ask("克州方案的最后一个阶段是什么时候").answer


def test_a_plan_without_stages_is_answered_otherwise(asking: Assistant) -> None:
    assert "（共" not in asking.ask("昆明在施工阶段如何保证安全").answer
