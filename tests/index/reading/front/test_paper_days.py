from __future__ import annotations

import pytest

from index.reading.front.paper_days import days_in, only_day


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024年3月24日", "2024-03-24"),
        ("2024 年 3 月 24 日", "2024-03-24"),
        ("二〇二四年三月二十四日", "2024-03-24"),
        ("二○二四年三月二十四日", "2024-03-24"),
        ("二零二四年十二月三十一日", "2024-12-31"),
        ("二O二四年十月十日", "2024-10-10"),
        ("2024-03-24", "2024-03-24"),
        ("2024.3.24", "2024-03-24"),
        ("2024/3/24", "2024-03-24"),
        ("（2024年3月24日）", "2024-03-24"),
        ("5 March 2024", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"),
        ("5th Mar. 2024", "2024-03-05"),
    ],
)
def test_a_day_in_every_form(written: str, iso: str) -> None:
    assert only_day(written) == iso


@pytest.mark.parametrize(
    "written", ["2024年3月", "2024年2月30日", "12024-03-24", "1.2024.3.24", "March 2024", "二十五年"]
)
def test_what_is_no_day(written: str) -> None:
    assert days_in(written) == ()


def test_days_stand_in_the_order_of_the_text_with_their_places() -> None:
    text = "2019年9月25日通过，自2019年12月1日起施行"
    assert [(day.iso, text[day.start : day.end]) for day in days_in(text)] == [
        ("2019-09-25", "2019年9月25日"),
        ("2019-12-01", "2019年12月1日"),
    ]
