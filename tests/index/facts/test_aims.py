"""Reviews of what was, told from what is to be done."""

from __future__ import annotations

import pytest

from index.facts.aims import looks_back


@pytest.mark.parametrize(
    "heading",
    [
        "一、“十二五”安全生产工作回顾",
        "一、安全生产现状与面临的形势",
        "一、规划背景",
        "(二)存在问题",
        "第一章发展基础与面临形势",
        "二、“十三五”时期面临的机遇与挑战",
        "(一)工作基础",
    ],
)
def test_a_heading_of_a_review_looks_back(heading: str) -> None:
    assert looks_back((heading, "1.安全生产责任体系"))


@pytest.mark.parametrize(
    "heading", ["三、主要任务", "第五章夯实安全生产基础支撑", "(三)规划目标", "四、重点工程", "(四)强化考核评估"]
)
def test_a_heading_of_tasks_does_not(heading: str) -> None:
    assert not looks_back((heading,))
