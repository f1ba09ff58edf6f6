"""Tables of data, and tables that place text on the page."""

from __future__ import annotations

from index.reading.files.html.load_html import read_html

ROW = "<tr><td>1</td><td>巡山</td></tr>"


def lines(markup: str) -> list[str]:
    return read_html(markup).text.split("\n")


def test_a_cell_merged_down_is_repeated_and_one_merged_across_is_not() -> None:
    table = """<table><tr><th rowspan=2>任务</th><th colspan=2>单位</th></tr><tr><th>牵头</th><th>配合</th></tr>
    <tr><td rowspan=2>巡山</td><td>林业局</td><td>公安局</td></tr><tr><td>应急局</td><td></td></tr></table>"""
    assert lines(table) == ["任务\t单位\t", "任务\t牵头\t配合", "巡山\t林业局\t公安局", "巡山\t应急局\t"]


def test_a_long_cell_is_told_once() -> None:
    long = "长" * 101
    assert lines(f"<table><tr><td rowspan=2>{long}</td><td>甲</td></tr><tr><td>乙</td></tr></table>") == [
        f"{long}\t甲",
        "\t乙",
    ]


def test_a_caption_stands_above_and_the_foot_below() -> None:
    table = (
        f"<table><caption>表1 任务</caption><tfoot><tr><td>合计</td><td>1</td></tr></tfoot><tbody>{ROW}</tbody></table>"
    )
    assert lines(table) == ["表1 任务", "1\t巡山", "合计\t1"]


def test_an_empty_line_parts_two_tables() -> None:
    table = f"<table>{ROW}</table>"
    assert lines(f"{table}<div>{table}</div><p>附注</p>") == ["1\t巡山", "", "1\t巡山", "附注"]


def test_a_table_inside_a_cell_of_data_stays_with_its_row() -> None:
    inner = "<table><tr><td>甲</td><td>乙</td></tr></table>"
    table = f"<table><tr><td>序号</td><td>任务</td></tr>{ROW}<tr><td>2</td><td>演练{inner}</td></tr></table>"
    assert lines(table) == ["序号\t任务", "1\t巡山", "2\t演练 甲 乙"]


def test_a_table_that_places_an_article_beside_a_menu_is_none() -> None:
    article = "".join(f"<p>第{number}段，讲的是巡山。</p>" for number in range(6))
    page = f"<table><tr><td>首页</td><td>{article}</td></tr></table>"
    assert lines(page) == ["首页", *(f"第{number}段，讲的是巡山。" for number in range(6))]


def test_tables_in_tables_of_any_depth_are_read() -> None:
    page = "<table><tr><td>" * 400 + "深处" + "</td></tr></table>" * 400
    assert lines(page) == ["深处"]
