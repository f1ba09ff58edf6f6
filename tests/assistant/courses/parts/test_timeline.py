"""Deadlines by the day on which they are read."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.courses.parts.timeline import common_dates, in_order, last_day, time_of, timeline
from index import Deadline, Span


def due(when: str, until: str) -> Deadline:
    return Deadline(Span("plan", 0, 9), "整改", when, until, "", ())


@pytest.mark.parametrize(
    ("when", "until", "time"),
    [
        ("2024年底前", "2024-12", "time_past"),
        ("2025年", "2025", "time_running"),
        ("2025年底前", "2025-12", "time_to_come"),
        ("2025年1月至12月", "2025-12", "time_running"),
        ("2024-2026年", "2026", "time_running"),
        ("2026年1月至9月", "2026-09", "time_to_come"),
        ("到2035年", "2035", "time_to_come"),
        ("每年12月15日前", "", "time_running"),
        ("2024年3月开始至2026年12月每月底前", "", "time_running"),
        ("2021年至2023年每季度", "", "time_past"),
    ],
)
def test_a_date_is_past_running_or_to_come(when, until, time):
    assert time_of(due(when, until), date(2025, 6, 1)) == time


def test_the_last_day_of_a_date_is_still_in_time():
    february = due("2024年2月底前", "2024-02")
    assert last_day(february) == date(2024, 2, 29)
    assert time_of(february, date(2024, 2, 29)) == "time_to_come"
    assert time_of(february, date(2024, 3, 1)) == "time_past"


def test_the_same_plan_reads_otherwise_on_another_day(chooser):
    early, late = (
        {line.id: line.group for _, line in timeline(chooser(topics=("消防",), day=day), 6)}
        for day in (date(2024, 1, 15), date(2027, 1, 1))
    )
    assert set(early.values()) <= {"正在进行", "即将到期"}
    assert set(late.values()) == {"已到期"}


def test_rows_stand_by_time_and_date_and_name_who_leads(chooser):
    made = chooser(topics=("消防",))
    lines = in_order(made, made.remembered(timeline(made, 6)))
    groups = list(dict.fromkeys(line.group for line in lines))
    assert groups == ["已到期", "正在进行", "即将到期"]
    water = next(line for line in lines if "消防供水全覆盖" in line.text)
    assert water.cells[0] == "2025年底前"
    assert "自治州消防救援支队" in water.cells[2]
    assert any("自治州消防救援支队" in citation.quote for citation in water.citations)


def test_dates_of_all_fields_are_said_to_be_that(chooser):
    made = chooser(topics=("燃气",))
    common = [line for _, line in common_dates(made, 2)]
    assert len(common) == 2
    assert all(line.cells[1].endswith("（各领域）") for line in common)
    assert all(line.group != "已到期" for line in common)
