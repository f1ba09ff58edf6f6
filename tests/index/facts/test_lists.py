"""Enumerations: what a heading or a sentence lists, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from index import Enumeration, Index, IndexedDocument
from index.facts.lists import read_enumerations

ReadText = Callable[..., Any]
ReadLists = Callable[[str], list[Enumeration]]


@pytest.fixture
def lists_of(read_text: ReadText) -> ReadLists:
    def lists(text: str) -> list[Enumeration]:
        read = read_text(text)
        return list(read_enumerations(read.clean, read.root))

    return lists


def told(listing: Enumeration) -> tuple[str, list[str]]:
    return listing.head, [item.text for item in listing.items]


def test_a_heading_lists_the_headings_below_it(lists_of: ReadLists) -> None:
    (one,) = lists_of("(二)基本原则\n1.深化改革,加快创新。正文。\n2.依法监管,科学治理。正文。\n")
    assert told(one) == ("基本原则", ["深化改革,加快创新", "依法监管,科学治理"])


def test_items_without_a_title_are_listed_by_their_first_sentence(lists_of: ReadLists) -> None:
    (one,) = lists_of(
        "(一)源头管控\n1.在规划、产业、项目立项等方面,推动建立会商机制,有效衔接。后文。\n"
        "2.突出危险化学品、矿山等行业,提高防控能力,落实标准。后文。\n"
    )
    assert [item.text for item in one.items] == [
        "在规划、产业、项目立项等方面,推动建立会商机制,有效衔接",
        "突出危险化学品、矿山等行业,提高防控能力,落实标准",
    ]


def test_first_second_third_are_a_list_under_what_leads_in(lists_of: ReadLists) -> None:
    (one,) = lists_of("面临的挑战:一是监管任务加重;二是安全基础薄弱;三是人员力量不足。今后要加强。\n")
    assert told(one) == ("面临的挑战", ["监管任务加重", "安全基础薄弱", "人员力量不足"])


def test_a_list_goes_on_in_the_next_paragraph_and_a_new_first_opens_a_new_list(lists_of: ReadLists) -> None:
    text = (
        "(一)成效\n五个下降。一是起数下降。二是死亡人数下降。\n三是死亡率下降。\n机遇。一是党委重视。二是群众支持。\n"
    )
    assert [[item.text for item in one.items] for one in lists_of(text)] == [
        ["起数下降", "死亡人数下降", "死亡率下降"],
        ["党委重视", "群众支持"],
    ]


def test_one_member_is_no_list(lists_of: ReadLists) -> None:
    assert lists_of("当前形势。一是监管任务加重。\n") == []


def test_the_lines_of_a_box_are_its_list(lists_of: ReadLists) -> None:
    (one,) = lists_of("专栏4提升监管执法能力量化指标\n到2025年,执法人员超过75%。\n到2025年,信息化执法率>90%。\n")
    assert told(one) == ("提升监管执法能力量化指标", ["到2025年,执法人员超过75%", "到2025年,信息化执法率>90%"])


# --- the five plans ---------------------------------------------------------------------------------------------------


def listed(plans: Index, plan: str, head: str) -> list[str]:
    (found,) = [one for one in plans.facts(Enumeration, (plan,)) if one.head == head]
    return [item.text for item in found.items]


def test_kizilsu_lists_ten_fields_of_work(plans: Index) -> None:
    fields = listed(plans, "kizilsu-2024", "重点工作任务")
    assert len(fields) == 10
    assert (fields[0], fields[9]) == ("着力抓重大安全风险源头管控", "着力抓安全生产精准执法和帮扶指导")


def test_kunming_lists_seven_projects(plans: Index) -> None:
    assert listed(plans, "kunming-14th", "重点工程项目") == [
        "数字安全生产工程",
        "非煤矿山专项整治提升建设工程",
        "全民安全素质提升工程",
        "消防安全专项整治提升工程",
        "公路安全生命防护工程",
        "安全生产监管执法能力提升工程",
        "创建国家安全发展示范城市工程",
    ]


def test_zhongwei_lists_five_falls(plans: Index) -> None:
    falls = listed(plans, "zhongwei-13th", "生产安全考核指标实现了五个大幅下降")
    assert [fall.split("。")[0] for fall in falls] == [
        "事故起数大幅下降",
        "死亡人数大幅下降",
        "亿元GDP死亡率大幅下降",
        "道路交通万车死亡率大幅下降",
        "工矿商贸10万就业人员死亡率大幅下降",
    ]


@pytest.mark.parametrize(
    ("box", "lines"),
    [
        ("强化企业主体责任量化指标", 5),
        ("安全生产法规制度制修订重点", 2),
        ("提升监管执法能力量化指标", 2),
        ("强化安全风险治理量化指标", 1),
        ("精准排查治理隐患量化指标", 1),
        ("危险化学品安全量化指标", 5),
        ("煤矿安全量化指标", 4),
        ("非煤矿山安全量化指标", 1),
        ("消防安全量化指标", 2),
        ("道路运输安全量化指标", 2),
        ("建筑施工安全量化指标", 1),
        ("功能区安全量化指标", 2),
        ("安全生产科技创新应用", 4),
        ("提高全民安全素质量化指标", 1),
    ],
)
def test_each_box_of_ningxia_lists_its_lines(box: str, lines: int, plans: Index) -> None:
    assert len(listed(plans, "ningxia-14th", box)) == lines


def test_every_item_stands_at_its_span_inside_its_list(plan: IndexedDocument) -> None:
    for fact in plan.facts:
        if isinstance(fact, Enumeration):
            assert len(fact.items) >= 1
            for item in fact.items:
                text = plan.clean.text[item.span.start : item.span.end]
                assert text.endswith(item.text)
                assert fact.span.contains(item.span)
            starts = [item.span.start for item in fact.items]
            assert starts == sorted(starts)


def test_marks_within_a_sentence_are_a_list(lists_of: ReadLists) -> None:
    (one,) = lists_of("二、任务\n推进“三项机制”建设:(1)排查机制;(2)分级机制;(3)考核机制。\n")
    assert told(one) == ("推进“三项机制”建设", ["排查机制", "分级机制", "考核机制"])


def test_points_that_follow_each_other_on_a_line_are_told_apart(lists_of: ReadLists) -> None:
    (one,) = lists_of("(一)落实责任\n①建立责任制。②健全预防机制。③开展培训。\n")
    assert told(one) == ("落实责任", ["建立责任制", "健全预防机制", "开展培训"])


def test_the_cells_of_a_table_in_a_box_are_no_list(lists_of: ReadLists) -> None:
    cells = "序号\n指标\n2025年\n2030年\n1\n死亡人数\n45\n36\n2\n死亡率\n0.2\n0.1\n3\n起数\n9\n8\n"
    assert lists_of(f"专栏1 主要指标\n\n{cells}") == []


def test_the_articles_of_a_chapter_are_no_list_and_the_items_of_one_are(lists_of: ReadLists) -> None:
    (one,) = lists_of(
        "第一章 渡口管理\n第一条 渡口经营者应当履行下列职责：\n（一）检查渡船\n（二）公布渡运时间\n"
        "第二条 渡船超载的，由县交通运输局责令改正。\n第三条 乘客应当穿戴救生衣。\n"
    )
    assert [item.text for item in one.items] == ["检查渡船", "公布渡运时间"]
