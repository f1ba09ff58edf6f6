"""Deadlines by the day on which they are read."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.courses.parts.figure_rows import figure_rows
from assistant.courses.parts.timeline import common_dates, in_order, time_of, timeline, together
from index import Deadline, Span


def due(when: str, until: str) -> Deadline:
    return Deadline(Span("plan", 0, 9), "整改", when, until, "", ())


@pytest.mark.parametrize(
    ("when", "until", "time"),
    [
        ("2024年底前", "2024-12", "time_past"),
        ("2025年", "2025", "time_running"),
        ("2025年底前", "2025-12", "time_to_come"),
        ("2025年6月", "2025-06", "time_running"),
        ("2025年11月", "2025-11", "time_to_come"),
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


def test_the_goals_of_the_plan_and_its_reports_stand_beside_a_thin_topic(chooser):
    made = chooser(topics=("燃气",), day=date(2026, 11, 30))
    told = [line for _, line in common_dates(made, 4)]
    assert any("重大事故隐患动态清零" in line.cells[1] and line.group == "即将到期" for line in told)
    assert any("每年12月15日前" in line.cells[0] and "工作总结" in line.cells[1] for line in told)
    assert any("每月底前" in line.cells[0] for line in told)


def test_what_was_told_before_is_still_due(chooser):
    made = chooser(plans=("ningxia-14th",), topics=("消防",), day=date(2026, 11, 30))
    made.remembered(figure_rows(made, 6))
    rows = [line for _, line in timeline(made, 6)]
    assert any("消防站消防装备配备达标率" in line.text and line.group == "已到期" for line in rows)


def test_a_stage_tells_what_is_done_in_it(chooser):
    made = chooser(topics=(), day=date(2026, 11, 30))
    for evidence, line in timeline(made, 30):
        assert len(line.cells[1]) >= 8
        assert not line.cells[1].startswith(evidence.heading_path[-1][:6])


def test_of_too_many_dates_the_oldest_past_ones_give_way(chooser):
    made = chooser(topics=("消防",))
    own = made.remembered(timeline(made, 6))
    common = made.remembered(common_dates(made, 4))
    kept = together(made, own, common, len(own) + len(common) - 1)
    (lost,) = {line.id for line in (*own, *common)} - {line.id for line in kept}
    past = [line for line in in_order(made, (*own, *common)) if line.group == "已到期"]
    assert lost == past[0].id
