"""Dates and periods as official Chinese writes them."""

from __future__ import annotations

import pytest

from index import DateExpression, dates, plan_years
from index.facts.dates import in_year


def one(text: str) -> DateExpression:
    (found,) = dates(text)
    return found


@pytest.mark.parametrize(
    ("text", "written", "date", "is_deadline"),
    [
        ("2024年12月20日前全部消除", "2024年12月20日前", "2024-12-20", True),
        ("到2025年底,覆盖率达到75%", "到2025年底", "2025-12", True),
        ("2022年底前完成", "2022年底前", "2022-12", True),
        ("到2025年,达标率达到95%", "到2025年", "2025", True),
        ("到 2020年末建立", "2020年末", "2020-12", True),
        ("于2024年3月18日前报送", "于2024年3月18日前", "2024-03-18", True),
        ("2025年上半年完成", "2025年上半年", "2025-06", False),
        ("2014年3月1日发生", "2014年3月1日", "2014-03-01", False),
        ("2019年起实行", "2019年起", "2019", False),
        ("2011年以来", "2011年以来", "2011", False),
    ],
)
def test_a_date_is_kept_as_written_and_as_its_last_day(text: str, written: str, date: str, is_deadline: bool) -> None:
    found = one(text)
    assert (found.written, found.date, found.is_deadline) == (written, date, is_deadline)
    assert text[found.start : found.end] == written


@pytest.mark.parametrize("text", ["至202012月,共排查整改隐患32万余项", "至2020年12月"])
def test_a_year_glued_to_its_month_has_one_reading(text: str) -> None:
    assert one(text).date == "2020-12"


def test_the_end_of_a_range_or_of_a_change_is_no_deadline() -> None:
    assert [found.is_deadline for found in dates("2011年至2015年")] == [False, False]
    assert not one("死亡率下降到2020年的1.02").is_deadline


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("于每季度最后一个月的20日报送", "每季度最后一个月的20日"),
        ("每年12月15日前报送", "每年12月15日前"),
        ("每月底前报送", "每月底前"),
    ],
)
def test_a_recurring_deadline_has_no_last_day(text: str, written: str) -> None:
    found = one(text)
    assert (found.written, found.date, found.years, found.is_deadline) == (written, "", (), True)


@pytest.mark.parametrize(
    "text", ["每半年至少1次", "57座以上大客车", "应急预案编制率达到100%", "电话12350", "新安〔2024〕3号"]
)
def test_a_rate_or_a_number_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_a_plan_period_stands_for_its_years() -> None:
    assert one("“十四五”期间,培训率达到100%").years == (2021, 2022, 2023, 2024, 2025)
    assert one("十三五时期工作成效").years == (2016, 2017, 2018, 2019, 2020)


@pytest.mark.parametrize(
    ("number", "years"),
    [
        ("七", (1986, 1990)),
        ("十", (2001, 2005)),
        ("十二", (2011, 2015)),
        ("十四", (2021, 2025)),
        ("二十", (2051, 2055)),
    ],
)
def test_five_year_plans_follow_each_other(number: str, years: tuple[int, int]) -> None:
    assert plan_years(number) == years


def test_plans_before_the_seventh_are_not_reckoned() -> None:
    assert plan_years("六") is None


def test_only_the_range_asked_for_is_read_and_offsets_are_in_the_whole_text() -> None:
    text = "2019年基本完成,2020年底前全部完成"
    (found,) = dates(text, 9, len(text))
    assert text[found.start : found.end] == "2020年底前"


@pytest.mark.parametrize(
    "text", ["于6月底前完成", "11月30日前报送", "第三季度末前完成", "年内完成60家创建", "上半年,完成整治"]
)
def test_a_date_without_a_year_has_no_day_until_a_year_is_told(text: str) -> None:
    found = one(text)
    assert (found.date, found.years, found.is_deadline) == ("", (), True)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("6月底前", "2025-06"),
        ("11月30日前", "2025-11-30"),
        ("年底前", "2025-12"),
        ("第三季度末前", "2025-09"),
        ("上半年,完成", "2025-06"),
    ],
)
def test_a_date_without_a_year_is_put_into_the_year_told(text: str, date: str) -> None:
    assert in_year(one(text), 2025).date == date
    assert in_year(one(text), None).date == ""


def test_a_date_with_a_year_stays_in_it() -> None:
    assert in_year(one("2026年6月底前"), 2025).date == "2026-06"


@pytest.mark.parametrize("text", ["截至3月底完成", "历时3月余", "今后两年内完成", "2021年起数"])
def test_what_is_no_date_to_be_met(text: str) -> None:
    assert not any(found.is_deadline or found.written.endswith("起") for found in dates(text))


def test_a_season_belongs_to_its_year() -> None:
    found = one("2024年主汛期前完成")
    assert (found.written, found.date, found.is_deadline) == ("2024年主汛期前", "2024", True)
