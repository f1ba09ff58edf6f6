"""Questions that ask for several things are answered part by part."""

from __future__ import annotations

from assistant import Assistant


def test_each_clause_is_answered_in_its_order(asking: Assistant) -> None:
    answer = asking.ask("克州治本攻坚领导小组办公室设在哪里,办公室主任是谁?")
    assert not answer.refused
    assert answer.answer.index("州应急管理局") < answer.answer.rindex("滕洪涛")
    assert answer.answer.count("克州：") == 1


def test_a_part_that_is_not_told_is_said_to_be_missing(asking: Assistant) -> None:
    answer = asking.ask("中卫市2015年亿元GDP死亡率是多少,市长的工资是多少?")
    assert "0.169" in answer.answer
    assert "未见关于“市长的工资是多少”的内容" in answer.answer


def test_marks_are_numbered_through(asking: Assistant) -> None:
    answer = asking.ask("Where is the office of the Kizilsu leading group and who heads it?")
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert all(f"[{citation.number}]" in answer.answer for citation in answer.citations)
