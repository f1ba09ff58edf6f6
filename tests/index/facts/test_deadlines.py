"""Deadlines: what must be done by when, and by whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from index import Deadline, Index, IndexedDocument
from index.facts.deadlines import read_deadlines

ReadText = Callable[..., Any]
ReadDeadlines = Callable[[str], list[Deadline]]


@pytest.fixture
def deadlines_of(read_text: ReadText) -> ReadDeadlines:
    def deadlines(text: str) -> list[Deadline]:
        read = read_text(text)
        return list(read_deadlines(read.clean, read.root, read.tables))

    return deadlines


def test_each_date_of_a_sentence_is_a_deadline_of_its_own(deadlines_of: ReadDeadlines) -> None:
    found = deadlines_of("2024年底前基本消除事故隐患存量,2025年底前有效遏制事故隐患增量。")
    assert [(one.what, one.when, one.date) for one in found] == [
        ("基本消除事故隐患存量", "2024年底前", "2024-12"),
        ("有效遏制事故隐患增量", "2025年底前", "2025-12"),
    ]


def test_what_stands_before_the_date_is_done_where_nothing_follows(deadlines_of: ReadDeadlines) -> None:
    (one,) = deadlines_of("完善数据库运行管理机制,到2024年底。")
    assert one.what.startswith("完善数据库运行管理机制")


def test_who_must_act_is_named_where_the_sentence_says_so(deadlines_of: ReadDeadlines) -> None:
    (one,) = deadlines_of("各县(市)人民政府、各相关行业部门于2024年3月18日前报送行动方案。")
    assert (one.who, one.date) == ("各县(市)人民政府、各相关行业部门", "2024-03-18")


def test_a_limit_in_brackets_belongs_to_the_task_before_it(deadlines_of: ReadDeadlines) -> None:
    (one,) = deadlines_of("开展校车安全检查(完成时限:2026年6月底前)")
    assert (one.what, one.date) == ("开展校车安全检查", "2026-06")


def test_a_recurring_deadline_has_no_last_day(deadlines_of: ReadDeadlines) -> None:
    (one,) = deadlines_of("每年12月15日前将当年工作总结报送州安委会办公室。")
    assert (one.what, one.when, one.date) == ("将当年工作总结报送州安委会办公室", "每年12月15日前", "")


def test_a_phase_has_the_days_of_its_heading(deadlines_of: ReadDeadlines) -> None:
    (one,) = deadlines_of("(二)综合整治阶段(2024年3月12日至12月底)。摸排隐患存量。\n")
    assert (one.what, one.when, one.date) == ("综合整治阶段", "2024年3月12日至12月底", "2024-12")


def test_a_row_with_a_time_limit_is_a_deadline(deadlines_of: ReadDeadlines) -> None:
    found = deadlines_of(
        "任务分工表\n序号\t任务\t牵头单位\t完成时限\n"
        "1\t燃气整治\t住建局\t2025年底前\n2\t校车检查\t教育局\t2026年6月底前\n"
    )
    assert [(one.what, one.date) for one in found] == [("燃气整治", "2025-12"), ("校车检查", "2026-06")]


@pytest.mark.parametrize("text", ["2014年3月1日发生爆燃事故。", "2019年起实行网格化管理。", "与2016年相比下降46.3%。"])
def test_what_happened_is_no_deadline(text: str, deadlines_of: ReadDeadlines) -> None:
    assert deadlines_of(text) == []


# --- the five plans ---------------------------------------------------------------------------------------------------


def test_kizilsus_five_phases(plans: Index) -> None:
    phases = [one for one in plans.facts(Deadline, ("kizilsu-2024",)) if one.heading_path[0] == "三、阶段划分"]
    titles = {"动员部署阶段", "综合整治阶段", "强化治理水平", "巩固提升", "总结评估阶段"}
    assert [(one.what, one.date) for one in phases if one.what in titles] == [
        ("动员部署阶段", "2024-03-12"),
        ("综合整治阶段", "2024-12"),
        ("强化治理水平", "2025-12"),
        ("巩固提升", "2026-09"),
        ("总结评估阶段", "2026-12"),
    ]


def test_kizilsus_reports_are_due(plans: Index) -> None:
    found = {one.when: one.what for one in plans.facts(Deadline, ("kizilsu-2024",))}
    assert found["每年12月15日前"] == "将当年安全生产治本攻坚工作总结报送报自治州安委会办公室"
    assert found["每季度最后一个月的20日"].startswith("将安全生产治本攻坚阶段性工作进展情况")


def test_jinchengs_hidden_danger_system_grows_by_quarters(plans: Index) -> None:
    found = {
        one.date: one.what
        for one in plans.facts(Deadline, ("jincheng-13th",))
        if "隐患排查治理" in one.heading_path[-1]
    }
    assert found["2017-12"].endswith("覆盖率达到25%")
    assert found["2018-12"].endswith("覆盖率达到50%")
    assert found["2019-12"].endswith("覆盖率达到75%")
    assert found["2020-12"] == "基本实现隐患排查治理系统全覆盖"


def test_every_deadline_stands_at_its_span(plan: IndexedDocument) -> None:
    for fact in plan.facts:
        if isinstance(fact, Deadline):
            assert fact.when in plan.clean.text[fact.span.start : fact.span.end]
            for part in (*fact.what.split(","), fact.who):
                assert part in plan.clean.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "滨湖县2025年安全生产工作要点\n一、重点\n(一)燃气。县住建局要在9月底前更换老旧管网。",
            ("更换老旧管网", "9月底前", "2025-09"),
        ),
        ("二、目标\n——2024年为起步年。年底前,重大隐患全部清零。", ("重大隐患全部清零", "年底前", "2024-12")),
        ("(一)动员(2026年3月)。各单位制定工作方案,于3月25日前报县安委办。", ("报县安委办", "3月25日前", "2026-03-25")),
        ("一、重点\n(一)燃气。县住建局要在9月底前更换老旧管网。", ("更换老旧管网", "9月底前", "")),
    ],
)
def test_a_date_without_a_year_takes_it_from_above(
    deadlines_of: ReadDeadlines, text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in [(one.what, one.when, one.date) for one in deadlines_of(text)]


def test_a_row_tells_who_and_takes_the_year_of_its_table(deadlines_of: ReadDeadlines) -> None:
    (one,) = deadlines_of("2025年重点任务表\n序号\t任务\t牵头单位\t完成时限\n1\t更换管网\t县住建局\t6月底前\n")
    assert (one.who, one.when, one.date) == ("县住建局", "6月底前", "2025-06")


@pytest.mark.parametrize(
    ("item", "what", "date"),
    [
        ("1.2026年年底前,指挥中心全部建成。", "指挥中心全部建成", "2026-12"),
        ("1.启动阶段:2025年4月20日前。各乡镇制定方案。", "启动阶段", "2025-04-20"),
        ("1.加强旅游安全。(责任领导:李明;牵头单位:县文旅局;完成时限:2025年9月底前)", "加强旅游安全", "2025-09"),
    ],
)
def test_an_item_that_is_one_sentence_has_its_deadline(
    deadlines_of: ReadDeadlines, item: str, what: str, date: str
) -> None:
    (one,) = deadlines_of(f"五、安排\n{item}\n")
    assert (one.what, one.date) == (what, date)


def test_what_was_found_by_a_year_is_no_deadline(deadlines_of: ReadDeadlines) -> None:
    assert deadlines_of("一、目标\n2023年及以前排查的隐患全部完成整改。") == []


def test_a_time_counted_from_an_event_is_a_deadline_without_a_date(deadlines_of: ReadDeadlines) -> None:
    found = deadlines_of(
        "第三条 企业中止经营的，应当提前三十日向主管部门备案。主管部门应当自收到备案之日起十五日内予以答复。"
    )
    assert [(one.when, one.date, one.who) for one in found] == [
        ("提前三十日", "", ""),
        ("自收到备案之日起十五日内", "", "主管部门"),
    ]
    assert found[0].what == "企业中止经营的，向主管部门备案"


def test_what_a_day_is_and_what_was_done_are_no_deadlines(deadlines_of: ReadDeadlines) -> None:
    assert deadlines_of("每年11月9日为全省消防日。") == []
    assert deadlines_of("对2020年前已鉴定的病险水库除险加固。") == []


def test_when_another_paper_was_issued_is_no_deadline(deadlines_of: ReadDeadlines) -> None:
    assert not deadlines_of("一、附则\n2019年7月印发的《青岭县渡口安全管理办法》同时废止。")
    assert deadlines_of("一、附则\n2031年7月印发《青岭县渡口安全管理办法》。")


@pytest.mark.parametrize(
    ("when", "date"),
    [
        ("2031年3月21日至9月30日", "2031-09-30"),
        ("2031年3月1日—20日", "2031-03-20"),
        ("2031年3月到5月", "2031-05"),
        ("2031年12月至2032年2月", "2032-02"),
        ("2031—2033", "2033"),
        ("2031年3月5日", "2031-03-05"),
    ],
)
def test_a_range_of_days_is_due_on_its_last(when: str, date: str, deadlines_of: ReadDeadlines) -> None:
    rows = deadlines_of(f"表1 整治步骤\n工作内容\t完成时限\n检修泵站闸门\t{when}\n总结整治经验\t2034年12月\n")
    assert (rows[0].when, rows[0].date) == (when, date)
