"""Figures of Chinese passages in English: whole, with bound, unit and frequency, or not at all."""

from __future__ import annotations

import pytest

from index.translation.english import load_english
from index.translation.figures_told import figures_told, whole_figure


@pytest.mark.parametrize(
    ("zh", "values"),
    [
        ("部门应急预案每3年至少进行一次演练。", ("at least once every 3 years",)),
        ("红色企业每月检查1次,橙色每季度2次;", ("once every month", "twice every quarter")),
        ("每两年检验一次", ("once every 2 years",)),
        ("处3万元以上20万元以下罚款", ("30,000 yuan or more and 200,000 yuan or less",)),
        ("死亡1至2人的", ("1 to 2 people",)),
        ("非煤矿山数量由29座压减至18座以内", ("from 29 to 18 or less",)),
        ("应当自受理之日起三十日内审查完毕", ("within 30 days",)),
        ("提前48小时予以公告", ("48 hours",)),
        ("从2015年的1.53下降到2020年的1.02,同比下降33.3%", ("down 33.3%",)),
        ("不得低于25%，≤5%", ("at least 25%", "at most 5%")),
    ],
)
def test_a_value_is_told_with_its_bound_unit_and_frequency(zh: str, values: tuple[str, ...]) -> None:
    assert figures_told(zh, load_english().words)[1] == values


@pytest.mark.parametrize(
    "zh",
    [
        "3、加强监管",
        "第三十六条 依照第二十条第三款办理",
        "国办发〔2023〕12号文件",
        "治本攻坚三年行动",
        "上一年年收入",
        "对1.4万栋农村自建房建档",
        "共12个乡镇",
        "每年2至3次",
        "组织1次检查",
        "10日前报送",
        "进一步统一标准",
    ],
)
def test_numbers_of_items_and_parts_of_figures_are_not_told(zh: str) -> None:
    assert figures_told(zh, load_english().words) == ((), ())


def test_dates_are_told_apart() -> None:
    told = figures_told("12月底前完成,2025年底前覆盖率达到95%以上", load_english().words)
    assert told == (("by the end of December", "by the end of 2025"), ("95% or more",))


def test_a_text_may_be_one_figure() -> None:
    words = load_english().words
    assert whole_figure("30日内", words) == "within 30 days"
    assert whole_figure("30日内办结", words) == whole_figure("办结", words) == ""
