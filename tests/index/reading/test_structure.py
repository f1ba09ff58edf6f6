"""The section tree: chapters, sections, items, boxes, tables and attachments of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from index import Index, IndexedDocument, Section, SectionKind
from index.reading.structure import LOST, is_article, prose_start, walk, walk_prose

ReadText = Callable[..., Any]

NUMERALS = "一二三四五六七八九十"


def titles(section: Section, kind: SectionKind) -> list[tuple[str, str]]:
    return [(found.number, found.title) for found, _ in walk(section) if found.kind is kind]


def descendants(section: Section) -> Iterator[tuple[Section, Section]]:
    for child in section.children:
        yield section, child
        yield from descendants(child)


# --- small texts ------------------------------------------------------------------------------------------------------


def test_headings_nest_by_the_numbering_of_official_papers(read_text: ReadText) -> None:
    read = read_text(
        "一、主要任务\n(一)压实责任\n1.企业责任。建立制度。\n(1)落实投入。\n2.部门责任。\n(二)强化监管\n二、保障措施\n"
    )
    first, second = read.root.children
    assert [first.label, second.label] == ["一、主要任务", "二、保障措施"]
    assert [child.label for child in first.children] == ["(一)压实责任", "(二)强化监管"]
    duties, _ = first.children
    assert [(item.kind, item.label) for item in duties.children] == [
        (SectionKind.ITEM, "1.企业责任"),
        (SectionKind.ITEM, "2.部门责任"),
    ]
    assert duties.children[0].children[0].number == "(1)"


def test_plain_digits_number_the_chapters_of_a_paper_without_decimals(read_text: ReadText) -> None:
    text = "1 总则\n为规范处置，制定本预案。\n2 组织体系\n（一）指挥部。统一指挥。\n（二）办公室。负责值守。\n3 应急响应\n立即出动。\n"
    read = read_text(f"云溪区防汛应急预案\n\n{text}")
    assert titles(read.root, SectionKind.CHAPTER) == [("1", "总则"), ("2", "组织体系"), ("3", "应急响应")]
    assert [child.title for child in read.section("组织体系").children] == ["指挥部", "办公室"]


@pytest.mark.parametrize(
    "text",
    [
        "各单位如下。\n1 教育局\n2 民政局\n3 水务局\n",
        "全市增长。\n1 见统计公报（2023年）\n又有下降。\n2 见统计公报（2024年）\n仍须努力。\n3 见统计公报（2025年）\n抓紧落实。\n",
        "一、任务\n3 号楼\n抓紧改造。\n5 号楼\n抓紧改造。\n7 号楼\n抓紧改造。\n",
    ],
)
def test_rows_notes_and_figures_are_no_chapters(read_text: ReadText, text: str) -> None:
    numbered = [section.title for section, _ in walk(read_text(text).root) if section.number[:1].isdecimal()]
    assert numbered == []


def test_a_section_reaches_to_the_next_heading_of_its_rank(read_text: ReadText) -> None:
    read = read_text("一、甲\n(一)乙\n乙的正文。\n二、丙\n丙的正文。\n")
    assert read.at(read.section("甲").span) == "一、甲\n(一)乙\n乙的正文。\n"
    assert read.at(read.section("丙").span) == "二、丙\n丙的正文。"


def test_the_text_of_an_item_begins_behind_its_title(read_text: ReadText) -> None:
    read = read_text("11.住房和城乡建设局。重点突出城镇燃气。\n")
    item = read.section("住房和城乡建设局")
    assert read.clean.text[item.body_start : item.span.end] == "重点突出城镇燃气。"


def test_a_numbered_sentence_has_no_title(read_text: ReadText) -> None:
    read = read_text("1.在发展规划、产业转移、重大项目立项等方面,推动建立会商机制,有效衔接成果。\n")
    (item,) = read.root.children
    assert (item.number, item.title, item.label) == ("1.", "", "1")


def test_two_chapters_with_one_number_are_two_chapters(read_text: ReadText) -> None:
    read = read_text("四、主要任务\n任务。\n四、重点工程\n工程。\n")
    assert titles(read.root, SectionKind.CHAPTER) == [("四、", "主要任务"), ("四、", "重点工程")]


def test_an_item_whose_stop_is_lost_is_known_by_its_sequence(read_text: ReadText) -> None:
    read = read_text("(一)成效\n1党委政府高度重视\n正文。\n2责任体系完善\n正文。\n57座以上客车\n")
    assert titles(read.root, SectionKind.ITEM) == [("1", "党委政府高度重视"), ("2", "责任体系完善")]


@pytest.mark.parametrize(
    "line", ["2022年底前,涉及重大危险源的企业全部完成整改。", "3.5万余处隐患全部整治。", "今年十二、明年再说"]
)
def test_a_line_of_running_text_is_no_heading(line: str, read_text: ReadText) -> None:
    assert read_text(f"{line}\n").root.children == ()


def test_a_box_ends_at_the_empty_line_behind_its_lines(read_text: ReadText) -> None:
    read = read_text(
        "(二)法治\n1.健全制度。正文。\n\n专栏3制修订重点\n1.制定:若干意见。\n2.修订:安全生产条例。\n\n2.创新机制。正文。\n"
    )
    box = read.section("制修订重点")
    assert read.at(box.span) == "专栏3制修订重点\n1.制定:若干意见。\n2.修订:安全生产条例。"
    assert titles(read.root, SectionKind.ITEM) == [("1.", "健全制度"), ("2.", "创新机制")]


def test_an_item_whose_beginning_is_lost_stands_by_itself(read_text: ReadText) -> None:
    read = read_text("6.民政局。负责养老服务。\n的合法性审核等,负责制定子方案。\n8.人社局。负责培训。\n")
    assert titles(read.root, SectionKind.ITEM) == [("6.", "民政局"), ("7.", LOST), ("8.", "人社局")]
    assert read.at(read.section("民政局").span) == "6.民政局。负责养老服务。\n"
    assert read.at(read.section(LOST).span) == "的合法性审核等,负责制定子方案。\n"


def test_a_jump_in_numbers_alone_loses_nothing(read_text: ReadText) -> None:
    read = read_text("6.民政局。负责养老服务。\n其他工作按职责分工负责。\n8.人社局。负责培训。\n")
    assert titles(read.root, SectionKind.ITEM) == [("6.", "民政局"), ("8.", "人社局")]


def test_a_text_without_headings_is_one_section(read_text: ReadText) -> None:
    read = read_text("关于做好安全生产工作的通知。\n")
    assert (read.root.kind, read.root.children, read.root.span.end) == (SectionKind.DOCUMENT, (), 14)


LAW = """# 青岭市渡口安全条例

<!-- 说明 -->

## 第一章　总　则

第一条 为了保障渡口安全，制定本条例。

第二条 渡工应当持证。第一款规定的证书由县交通局发放。

## 第二章　法律责任

第三条 违反本条例，有下列情形之一的，处二千元罚款：

（一）超载的；

（二）夜间停渡后摆渡的。

第三条规定的罚款由交通局收取。
"""


def test_articles_of_a_law_stand_in_its_chapters_and_number_through_them(read_text: ReadText) -> None:
    read = read_text(LAW)
    first, second = read.root.children
    assert [first.label, second.label] == ["第一章总则", "第二章法律责任"]
    assert [article.number for article in first.children] == ["第一条", "第二条"]
    (third,) = second.children
    assert third.label == "第三条违反本条例，有下列情形之一的，处二千元罚款"
    assert is_article(third) and not is_article(second)
    assert read.at(third.span).rstrip().endswith("第三条规定的罚款由交通局收取。")
    assert "#" not in read.clean.text and "说明" not in read.clean.text


def test_what_an_article_says_is_text_and_no_title(read_text: ReadText) -> None:
    read = read_text("第一条 渡工应当持证。\n第二条 适用范围\n本条例适用于渡口。\n")
    one, two = read.root.children
    assert (one.title, two.title) == ("", "适用范围")
    assert read.clean.text[one.body_start : one.span.end].strip() == "渡工应当持证。"


def test_what_a_section_says_behind_a_table_is_walked_too(read_text: ReadText) -> None:
    read = read_text("一、任务\n前面的话。\n序号\t任务\n1\t检查\n后面的话。\n")
    walked = [(read.at(section.span).strip(), path) for section, path in walk_prose(read.root)]
    assert walked[-1] == ("后面的话。", ("一、任务",))
    assert [section for section, _ in walk_prose(read.root) if section.title] == [read.root.children[0]]


# --- the five plans ---------------------------------------------------------------------------------------------------


def test_children_lie_inside_their_parent_in_order_and_apart(plan: IndexedDocument) -> None:
    for parent, child in descendants(plan.root):
        assert parent.span.contains(child.span)
        assert child.span.start <= child.body_start <= child.span.end
    for section, _ in walk(plan.root):
        for one, two in zip(section.children, section.children[1:], strict=False):
            assert one.span.end <= two.span.start


def test_a_heading_stands_where_its_span_begins(plan: IndexedDocument) -> None:
    for section, _ in walk(plan.root):
        if section.number and section.title != LOST:
            assert plan.clean.text.startswith(section.number, section.span.start)


@pytest.mark.parametrize(
    ("plan_id", "expected"),
    [
        ("ningxia-14th", ["规划背景", "总体要求", "主要任务", "保障措施"]),
        (
            "kizilsu-2024",
            ["指导思想", "领导小组", "阶段划分", "任务目标及任务分工", "重点工作任务", "保障措施"],
        ),
        (
            "kunming-14th",
            [
                "安全生产现状与面临的形势",
                "指导思想、基本原则和规划目标",
                "主要工作任务",
                "重点工程项目",
                "规划保障措施",
            ],
        ),
        (
            "jincheng-13th",
            [
                "“十二五”时期工作回顾",
                "“十三五”时期面临的机遇与挑战",
                "指导思想和工作目标",
                "主要任务",
                "重点工程",
                "保障措施",
            ],
        ),
    ],
)
def test_chapters_of_a_plan(plan_id: str, expected: list[str], plans: Index) -> None:
    chapters = titles(plans.document(plan_id).root, SectionKind.CHAPTER)
    assert [title for _, title in chapters] == expected
    assert [number for number, _ in chapters] == [f"{numeral}、" for numeral in NUMERALS[: len(expected)]]


def test_zhongwei_has_two_chapters_four(plans: Index) -> None:
    assert titles(plans.document("zhongwei-13th").root, SectionKind.CHAPTER) == [
        ("一、", "“十二五”安全生产工作回顾"),
        ("二、", "“十三五”时期安全生产面临的机遇与挑战"),
        ("三、", "“十三五”时期安全生产工作指导思想与目标"),
        ("四、", "主要任务"),
        ("四、", "重点工程（项目）"),
        ("五、", "规划实施保障措施"),
    ]


def test_ningxia_has_fifteen_boxes(plans: Index) -> None:
    assert titles(plans.document("ningxia-14th").root, SectionKind.BOX) == [
        ("专栏1", "“十四五”安全生产主要指标"),
        ("专栏2", "强化企业主体责任量化指标"),
        ("专栏3", "安全生产法规制度制修订重点"),
        ("专栏4", "提升监管执法能力量化指标"),
        ("专栏5", "强化安全风险治理量化指标"),
        ("专栏6", "精准排查治理隐患量化指标"),
        ("专栏7", "危险化学品安全量化指标"),
        ("专栏8", "煤矿安全量化指标"),
        ("专栏9", "非煤矿山安全量化指标"),
        ("专栏10", "消防安全量化指标"),
        ("专栏11", "道路运输安全量化指标"),
        ("专栏12", "建筑施工安全量化指标"),
        ("专栏13", "功能区安全量化指标"),
        ("专栏14", "安全生产科技创新应用"),
        ("专栏15", "提高全民安全素质量化指标"),
    ]


def test_kizilsu_numbers_31_tasks_and_26_places_in_the_division_of_duty(plans: Index) -> None:
    root = plans.document("kizilsu-2024").root
    by_title = {section.title: section for section, _ in walk(root)}
    division = by_title["任务分工"].children
    assert [item.number for item in division] == [f"{number}." for number in range(1, 27)]
    assert [item.number for item in division if item.title == LOST] == ["7."]
    tasks = [item for section in by_title["重点工作任务"].children for item in section.children]
    assert [item.number for item in tasks] == [f"{number}." for number in range(1, 32)]
    assert len(by_title["重点工作任务"].children) == 10


def test_kunming_has_sixteen_sectors_under_supervision(plans: Index) -> None:
    sections = {section.title: section for section, _ in walk(plans.document("kunming-14th").root)}
    sectors = sections["加强重点行业领域监管"].children
    assert [item.number for item in sectors] == [str(number) for number in range(1, 17)]
    assert (sectors[0].title, sectors[10].title, sectors[15].title) == ("消防安全", "燃气安全", "其他行业安全")


def test_a_path_tells_chapter_section_and_item(plans: Index) -> None:
    (path,) = [
        path for section, path in walk(plans.document("kizilsu-2024").root) if section.title == "自治州住房和城乡建设局"
    ]
    assert path == ("四、任务目标及任务分工", "(二)任务分工")


# --- other numberings ----------------------------------------------------------------------------------------------------


def test_chapters_of_a_part_lie_below_it(read_text: ReadText) -> None:
    read = read_text("第一部分  成员单位职责\n一、总则\n(一)依据\n第二部分  工作要点\n全年目标如下。\n一、责任\n")
    assert [child.label for child in read.root.children] == ["第一部分成员单位职责", "第二部分工作要点"]
    first, second = read.root.children
    assert [child.label for child in first.children] == ["一、总则"]
    assert [child.label for child in second.children] == ["一、责任"]


def test_numerals_lie_below_chapters_and_sections_that_are_called_so(read_text: ReadText) -> None:
    read = read_text("第一章 现状\n第一节 成绩\n一、事故下降\n二、基础加强\n第二节 问题\n第二章 目标\n")
    assert [child.label for child in read.root.children] == ["第一章现状", "第二章目标"]
    assert [child.label for child in read.root.children[0].children[0].children] == ["一、事故下降", "二、基础加强"]


def test_a_plan_that_numbers_by_decimals(read_text: ReadText) -> None:
    text = "1 现状\n1.1 成绩\n2020年事故127起。\n1.2 问题\n2 任务\n2.1 治理隐患\n2.1.1 排查矿山\n2.2 支撑能力\n"
    read = read_text(text)
    assert [child.label for child in read.root.children] == ["1现状", "2任务"]
    assert [child.label for child in read.root.children[1].children] == ["2.1治理隐患", "2.2支撑能力"]
    assert [child.label for child in read.root.children[1].children[0].children] == ["2.1.1排查矿山"]


def test_chapters_above_decimals_may_have_a_stop(read_text: ReadText) -> None:
    read = read_text("1.总则\n1.1 目的\n1.2 依据\n2.组织\n2.1 指挥机构\n(1)总指挥。\n")
    assert [child.label for child in read.root.children] == ["1.总则", "2.组织"]
    assert [child.label for child in read.root.children[0].children] == ["1.1目的", "1.2依据"]


def test_a_figure_at_the_start_of_a_line_is_no_decimal_heading(read_text: ReadText) -> None:
    read = read_text("1.整治\n2.排查\n3.治理\n3.5万余处隐患全部整治。\n")
    assert [child.label for child in read.root.children] == ["1.整治", "2.排查", "3.治理"]


def test_a_few_decimals_in_running_text_are_no_headings(read_text: ReadText) -> None:
    read = read_text("一、现状\n1.02人死亡率\n2.15人伤亡率\n二、目标\n")
    assert [child.label for child in read.root.children] == ["一、现状", "二、目标"]


def test_actions_in_corner_brackets_are_sections(read_text: ReadText) -> None:
    read = read_text("一、任务\n【行动一】培训行动\n①组织轮训。\n【行动二】清零行动\n(甲)动员部署\n")
    assert [child.label for child in read.root.children[0].children] == [
        "【行动一】培训行动",
        "【行动二】清零行动",
        "(甲)动员部署",
    ]


def test_a_numbered_heading_above_a_table_stays_a_heading(read_text: ReadText) -> None:
    rows = "序号\t任务\t牵头单位\t完成时限\n1\t校车\t教育局\t9月底\n2\t燃气\t住建局\t6月底\n3\t消防\t消防大队\t7月底\n"
    text = f"一、重点任务清单\n{rows}二、保障\n"
    read = read_text(text)
    assert [child.label for child in read.root.children] == ["一、重点任务清单", "二、保障"]
    (table,) = read.tables
    assert read.root.children[0].children[0].kind is SectionKind.TABLE
    assert table.span.start == read.root.children[0].children[0].span.start


def test_an_item_may_open_with_a_date(read_text: ReadText) -> None:
    read = read_text("五、安排\n1.启动工作。\n2.2026年底前,全部建成。\n3.6月底前完成检查。\n")
    assert [number for number, _ in titles(read.root, SectionKind.ITEM)] == ["1.", "2.", "3."]


def test_a_heading_that_is_a_sentence_is_the_text_of_its_section(read_text: ReadText) -> None:
    read = read_text("五、安排\n1.指挥中心全部建成。\n2.落实责任。各乡镇要落实责任。\n")
    one, two = read.root.children[0].children
    assert read.clean.text[prose_start(read.clean.text, one) :].startswith("指挥中心全部建成")
    assert read.clean.text[prose_start(read.clean.text, two) :].startswith("各乡镇要落实责任")
