"""Dates and values turned round as English has them; no bound is lost."""

from __future__ import annotations

import pytest

from index.translation.english_values import dates_in_english, values_in_english


def spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("到2025年底", "by the end of 2025"),
        ("2024年12月20日前", "by 20 December 2024"),
        ("2025年1月至12月", "January 2025 to December"),
        ("于每年12月15日前", "by 15 December each year"),
        ("每季度最后一个月的20日", "on the 20th of the last month of each quarter"),
        ("每月21日前", "by the 21st of each month"),
        ("9月底前", "by the end of September"),
        ("每月底前", "by the end of each month"),
        ("2024年12月底前", "by the end of December 2024"),
        ("6月", "June"),
        ("2018年11月05日", "5 November 2018"),
        ("“十四五”期间", "the 14th Five-Year Plan period"),
        ("十三五规划", "13th Five-Year Plan"),
    ],
)
def test_dates_are_worded_as_english_does(text: str, english: str) -> None:
    assert spaced(dates_in_english(text)) == english


@pytest.mark.parametrize("text", ["6个月", "每月开展", "每年组织", "20183月", "十五年", "13月"])
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert dates_in_english(text) == text


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("不少于3", "at least 3"),
        ("不低于95%", "at least 95%"),
        ("不超过5", "at most 5"),
        ("超过30", "over 30"),
        ("不足5", "under 5"),
        ("至少2", "at least 2"),
        ("下降15%以上", "down 15% or more"),
        ("下降到0.2", "down to 0.2"),
        ("控制在0.2以内", "held at 0.2 or less"),
        ("1500余万元", "over 15,000,000 yuan"),
        ("2.5亿元", "2.5 hundred million yuan"),
        ("900万", "9,000,000"),
        ("1,575", "1,575"),
        ("3.78,2015", "3.78,2015"),
        ("≥98%", "≥98%"),
    ],
)
def test_values_keep_their_bounds(text: str, english: str) -> None:
    assert spaced(values_in_english(text)) == english
