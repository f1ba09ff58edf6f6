"""Time within which something must be done, in digits and in Chinese numerals."""

from __future__ import annotations

import pytest

from index.facts.rules import time_limits


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("主管部门应当自接到投诉之日起十五日内予以答复。", ["自接到投诉之日起十五日内"]),
        ("事故发生后，单位负责人应当在1小时内向县应急管理局报告。", ["1小时内"]),
        ("施工单位应当在开工前提前三十日备案。", ["提前三十日"]),
        ("接到报警后半小时以内到达现场。", ["半小时以内"]),
        ("应当在三个工作日内核查，并在十个工作日内答复。", ["三个工作日内", "十个工作日内"]),
        ("预计未来24小时内降雨量达50毫米以上。", []),
        ("三年内发生两起事故的，吊销许可证。", []),
        ("企业应当在厂区内设置标志。", []),
        ("受理申请超过60日内未答复的，视为同意。", []),
    ],
)
def test_only_what_is_due_within_a_time(text: str, written: list[str]) -> None:
    assert [limit.written for limit in time_limits(text, 0, len(text))] == written
