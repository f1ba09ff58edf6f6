"""Tables rebuilt from text that a conversion flattened: rows with their headers, blank cells left blank."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from index import Index, IndexedDocument, Table

ReadText = Callable[..., Any]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


# --- cells parted by tabs or bars -------------------------------------------------------------------------------------


def test_cells_parted_by_tabs_are_a_table_under_their_caption(read_text: ReadText) -> None:
    read = read_text("主要指标情况表\n指标\t2020年\t2025年\n死亡人数\t56\t50\n起数\t199\t180\n\n正文。\n")
    (table,) = read.tables
    assert table.caption == "主要指标情况表"
    assert table.headers == ("指标", "2020年", "2025年")
    assert rows(table) == [["死亡人数", "56", "50"], ["起数", "199", "180"]]
    assert read.at(table.span).endswith("起数\t199\t180")


def test_cells_parted_by_bars_are_a_table(read_text: ReadText) -> None:
    read = read_text("| 指标 | 目标 |\n| --- | --- |\n| 死亡率 | 0.2 |\n| 起数 | 10 |\n")
    (table,) = read.tables
    assert table.headers == ("指标", "目标")
    assert rows(table) == [["死亡率", "0.2"], ["起数", "10"]]


def test_a_group_of_columns_names_each_of_its_columns(read_text: ReadText) -> None:
    read = read_text(
        "指标\t事故起数\t\t死亡人数\t\n\t2019年\t2020年\t2019年\t2020年\n煤矿\t3\t2\t1\t0\n化工\t1\t1\t0\t0\n"
    )
    (table,) = read.tables
    assert table.headers == ("指标", "事故起数 2019年", "事故起数 2020年", "死亡人数 2019年", "死亡人数 2020年")


def test_a_group_of_rows_names_each_of_its_rows(read_text: ReadText) -> None:
    read = read_text("类别\t指标\t2015年\n相对指标\t亿元死亡率\t0.35\n\t万车死亡率\t3.78\n绝对指标\t死亡人数\t66\n")
    (table,) = read.tables
    assert [row[0] for row in rows(table)] == ["相对指标", "相对指标", "绝对指标"]


def test_a_blank_cell_has_no_span(read_text: ReadText) -> None:
    read = read_text("指标\t2020年\t2025年\n死亡人数\t\t50\n起数\t199\t180\n")
    (table,) = read.tables
    label, blank, value = table.rows[0]
    assert (blank.text, blank.span) == ("", None)
    assert (read.at(label.span), read.at(value.span)) == ("死亡人数", "50")


def test_one_line_with_a_tab_is_no_table(read_text: ReadText) -> None:
    assert read_text("联系人:\t张三\n\n正文从这里开始。\n").tables == ()


# --- numbered lines below a head --------------------------------------------------------------------------------------


def test_numbered_lines_below_a_head_are_rows(read_text: ReadText) -> None:
    read = read_text("专栏1 主要指标\n序号 指标名称 预期值\n1 死亡人数 下降15%\n2 重特大事故 零发生\n\n三、任务\n")
    (table,) = read.tables
    assert table.headers == ("序号", "指标名称", "预期值")
    assert rows(table) == [["1", "死亡人数", "下降15%"], ["2", "重特大事故", "零发生"]]


# --- one cell a line --------------------------------------------------------------------------------------------------

FLAT = ("1:事故统计情况(2019年-2020年)", "事故起数", "死亡人数", "2019", "2020", "2019", "2020")
FLAT_ROWS = ("金属", "非金属矿山", "4", "2", "4", "2", "轻工", "3", "1", "", "2")


def test_one_cell_a_line_is_rebuilt_with_joined_labels_and_the_blank_cell(read_text: ReadText) -> None:
    lines = "\n\n".join((*FLAT, *FLAT_ROWS)).replace("1\n\n\n\n2", "1\n\n\n2")
    (table,) = read_text(f"{lines}\n\n三、主要任务\n").tables
    assert table.headers == ("", "事故起数 2019", "事故起数 2020", "死亡人数 2019", "死亡人数 2020")
    assert rows(table) == [["金属非金属矿山", "4", "2", "4", "2"], ["轻工", "3", "1", "", "2"]]
    assert table.rows[1][3].span is None


def test_short_lines_without_a_caption_are_no_table(read_text: ReadText) -> None:
    assert read_text("张三\n李四\n王五\n1\n2\n3\n4\n5\n6\n7\n").tables == ()


# --- the five plans ---------------------------------------------------------------------------------------------------


def test_every_cell_stands_in_the_text_and_every_row_has_all_columns(plan: IndexedDocument) -> None:
    for table in plan.tables:
        for row in table.rows:
            assert len(row) == len(table.headers)
            for cell in row:
                if cell.span is None:
                    assert cell.text == ""
                    continue
                text = plan.clean.text[cell.span.start : cell.span.end]
                assert "".join(text.split()) == "".join(cell.text.split())
                assert table.span.contains(cell.span)


def test_plans_have_the_tables_that_they_have(plans: Index) -> None:
    captions = {d.id: [table.caption for table in plans.document(d.id).tables] for d in plans.documents}
    assert captions == {
        "jincheng-13th": [],
        "kizilsu-2024": [""],
        "kunming-14th": ["1:昆明市生产安全事故统计情况(2016年-2020年)", "2:昆明市十四五安全生产主要指标"],
        "ningxia-14th": ["专栏1 “十四五”安全生产主要指标"],
        "zhongwei-13th": ["十二五规划指标完成情况", "十三五时期安全生产主要指标"],
    }


def test_kunmings_accident_table_has_all_its_cells(plans: Index) -> None:
    table = plans.document("kunming-14th").tables[0]
    years = ("2016", "2017", "2018", "2019", "2020")
    assert table.headers == ("", *(f"事故起数 {year}" for year in years), *(f"死亡人数 {year}" for year in years))
    zeros = ["0"] * 10
    assert rows(table) == [
        ["合计", "473", "243", "190", "270", "254", "403", "220", "188", "262", "257"],
        ["煤矿", *zeros],
        ["石油天然气", *zeros],
        ["金属非金属矿山", "4", "2", "2", "0", "3", "4", "2", "2", "0", "3"],
        ["建筑施工", "31", "37", "29", "31", "29", "31", "40", "32", "30", "30"],
        ["化工", "1", "1", "1", "1", "3", "1", "1", "1", "1", "3"],
        ["烟花爆竹", *zeros],
        ["轻工", "3", "0", "2", "1", "2", "4", "", "2", "1", "2"],
        ["冶金", "1", "1", "2", "0", "0", "1", "1", "2", "0", "0"],
        ["机械", "2", "2", "1", "0", "2", "2", "2", "1", "0", "2"],
        ["有色", "3", "0", "0", "0", "0", "3", "0", "0", "0", "0"],
        ["建材", "5", "3", "2", "2", "5", "5", "3", "2", "2", "5"],
        ["纺织", "0", "0", "0", "1", "0", "0", "0", "0", "1", "0"],
        ["烟草", *zeros],
        ["贸易", "0", "0", "0", "2", "0", "0", "0", "0", "2", "0"],
        ["道路运输", "396", "173", "125", "206", "183", "332", "147", "108", "198", "188"],
        ["水上交通", *zeros],
        ["铁路交通", "7", "4", "4", "4", "4", "5", "3", "2", "4", "2"],
        ["工商贸其他事故", "0", "0", "0", "9", "9", "0", "0", "0", "10", "8"],
    ]
    assert table.rows[7][7].span is None, "轻工, deaths 2017: blank in the source"


def test_kunmings_target_table_leaves_its_lost_cell_blank(plans: Index) -> None:
    table = plans.document("kunming-14th").tables[1]
    assert table.headers == ("序号", "指标名称", "目标 十四五平均数与十三五平均数相比")
    assert rows(table)[:7] == [
        ["1", "生产安全事故死亡人数", "下降15%"],
        ["2", "较大生产安全事故起数", "下降20%"],
        ["3", "一般生产安全事故起数", "下降10%"],
        ["4", "重特大事故", "坚决遏制"],
        ["5", "亿元地区生产总值生产安全事故死亡率", "下降33%"],
        ["6", "工矿商贸就业人员十万人生产安全事故死亡率", "下降20%"],
        ["7", "煤矿百万吨死亡率", ""],
    ]
    assert [row[2] for row in rows(table)[7:]] == ["100%"] * 4


def test_ningxias_indicator_box_is_a_table(plans: Index) -> None:
    (table,) = plans.document("ningxia-14th").tables
    assert rows(table) == [
        ["1", "生产安全事故死亡人数", "下降15%"],
        ["2", "重特大生产安全事故起数", "零发生"],
        ["3", "单位地区生产总值生产安全事故死亡率", "下降33%"],
        ["4", "工矿商贸就业人员十万人生产安全事故死亡率", "下降20%"],
        ["5", "营运车辆万车死亡率", "下降10%"],
        ["6", "煤矿百万吨死亡率", "下降10%"],
    ]


def test_zhongweis_table_of_what_was_reached(plans: Index) -> None:
    table = plans.document("zhongwei-13th").tables[0]
    assert table.headers == (
        "类别",
        "指标",
        "2010 年",
        "2015 年",
        "下降幅度 (%)",
        "年均降幅 (%)",
        "执行情况 2015 年",
        "执行情况 降幅%",
    )
    one, ten = "相对指标", "绝对指标"
    assert rows(table) == [
        [one, "1、亿元地区生产总值生产安全事故死亡率", "0.437", "0.35", "20", "4", "0.169", "63.64"],
        [one, "2、工矿商贸就业人员十万人生产安全事故死亡率", "5.212", "4.68", "10", "2.1", "2.725", "47.72"],
        [one, "3、道路交通万车死亡率", "4.2", "3.78", "10", "2.15", "1.92", "54.29"],
        [one, "4、煤矿百万吨死亡率", "15.22", "13.7", "10", "2.1", "0", "100"],
        [one, "5、特种设备万台死亡率", "0", "0", "-", "-", "0", ""],
        [one, "6、火灾十万人人口死亡率（生产性）", "0", "0", "-", "-", "0", ""],
        [ten, "1、各类事故死亡人数", "74", "66", "10.8", "2.16", "51", "31.08"],
        [ten, "2、工矿商贸事故死亡人数", "5", "≤5", "-", "-", "4", "20"],
        [ten, "3、较大以上事故起数", "3", "≤3", "-", "-", "1", "66.67"],
        [ten, "4、煤矿事故死亡人数", "5", "≤5", "-", "-", "0", "100"],
        [ten, "5、金属与非金属矿山事故死亡人数", "0", "0", "-", "-", "0", ""],
        [ten, "6、危险化学品事故死亡人数", "3", "≤3", "-", "-", "1", "66.67"],
        [ten, "7、烟花爆竹", "0", "0", "-", "-", "0", ""],
        [ten, "8、建筑事故死亡人数", "3", "≤3", "-", "-", "4", ""],
        [ten, "9、火灾死亡人数", "0", "0", "-", "-", "0", ""],
        [ten, "10、道路交通事故死亡人数", "58", "50", "13.8", "2.76", "42", "27.59"],
        [ten, "11、水上交通事故死亡人数", "0", "0", "-", "-", "0", ""],
        [ten, "12、农业机械事故死亡人数", "0", "0", "-", "-", "0", ""],
    ]


def test_zhongweis_table_of_targets(plans: Index) -> None:
    table = plans.document("zhongwei-13th").tables[1]
    assert table.headers == ("序号", "指标", "十二五平均数", "规划目标", "降幅 (%)")
    assert rows(table) == [
        ["1", "生产安全事故起数", "221", "199", "10"],
        ["2", "生产安全事故死亡人数", "62", "56", "10"],
        ["3", "较大事故起数", "2", "2", "-"],
        ["4", "较大事故死亡人数", "6.8", "6", "10"],
        ["5", "亿元地区生产总值生产安全事故死亡率", "0.225", "0.142", "36.84"],
        ["6", "工矿商贸就业人员十万人生产安全事故死亡率", "3.292", "3", "18.99"],
        ["7", "道路交通万车死亡率", "3.04", "2.857", "6"],
        ["8", "煤矿百万吨死亡率", "0", "0.058", "-"],
    ]
