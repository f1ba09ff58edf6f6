"""What is seen on a page as text: order, indents, columns, tables; and where each line stands in it."""

from __future__ import annotations

from index.reading.files.ocr.page_lines import INDENT, page_texts
from index.reading.files.ocr.seen_page import SeenCell, SeenLine, SeenPage, SeenTable

HEIGHT = 20


def line(text, left, top, width=None, confidence=0.9):
    box = (left, top, left + (width or HEIGHT * len(text)), top + HEIGHT)
    return SeenLine(text, confidence, box, tuple(edge / 2000 for edge in box))


def text_of(*lines, tables=()):
    return page_texts({1: SeenPage(1600, lines, tables)})[1].text


def test_lines_come_from_top_to_bottom_and_the_first_of_a_paragraph_keeps_its_indent():
    second, first = line("任务落实到人。", 100, 140), line("各单位要把", 140, 100)
    assert text_of(second, first) == f"{INDENT}各单位要把\n任务落实到人。\n"


def test_pieces_of_one_printed_line_are_put_together():
    assert text_of(line("县应急局", 100, 100), line("负责", 184, 102)) == "县应急局负责\n"
    assert text_of(line("联系人", 100, 100), line("王某", 400, 102)) == "联系人 王某\n"
    assert text_of(line("work", 100, 100, 60), line("safety", 165, 100, 80)) == "work safety\n"


def test_each_line_tells_where_its_text_stands():
    page = page_texts({3: SeenPage(1600, (line("总则", 100, 100), line("一是检查。", 140, 140, confidence=0.6)))})[3]
    assert [page.text[one.start : one.end] for one in page.lines] == ["总则", "一是检查。"]
    assert [(one.page, one.confidence) for one in page.lines] == [(3, 0.9), (3, 0.6)]
    assert page.lines[0].box == (0.05, 0.05, 0.07, 0.06)


def test_two_columns_of_text_are_read_one_after_the_other_below_a_title_over_both():
    title = line("青岚县安全生产简报二〇二四年第三期全文", 500, 50)
    left = [line("甲" * 30, 100, 100 + 30 * at) for at in range(6)]
    right = [line("乙" * 30, 800, 100 + 30 * at) for at in range(6)]
    told = text_of(title, *left, *right).split()
    assert told == [title.text, "甲" * 180, "乙" * 180]


def test_a_line_that_fills_the_column_goes_on_in_the_next_unless_that_opens_something():
    full, rest, item = (
        line("县" * 29 + "应急", 100, 100),
        line("管理局负责。", 100, 140),
        line("（一）检查。", 100, 180),
    )
    short = line("未满行的标题", 100, 220)
    assert text_of(full, rest, item, short, line("正文。", 100, 260)) == (
        "县" * 29 + "应急管理局负责。\n（一）检查。\n未满行的标题\n正文。\n"
    )
    assert text_of(full, item) == "县" * 29 + "应急\n（一）检查。\n"


def test_where_paragraphs_are_set_in_a_full_line_goes_on_whatever_it_ends_with():
    lines = []
    for at in range(3):
        lines += [line("甲" * 27 + "。", 140, 100 + 80 * at), line("乙", 100, 140 + 80 * at)]
    assert text_of(*lines).splitlines() == [f"{INDENT}{'甲' * 27}。乙"] * 3


def test_a_list_of_names_and_values_is_no_text_in_columns():
    names = [line(f"项目{at}", 100, 100 + 30 * at) for at in range(6)]
    values = [line(f"{at}万元", 800, 100 + 30 * at) for at in range(6)]
    assert text_of(*names, *values).splitlines()[0] == "项目0 0万元"


def table(rows, columns, top=200):
    cells = tuple(
        SeenCell(row, column, (100 + 200 * column, top + 50 * row, 300 + 200 * column, top + 50 + 50 * row))
        for row in range(rows)
        for column in range(columns)
    )
    return SeenTable((100, top, 100 + 200 * columns, top + 50 * rows), columns, cells)


def test_rows_of_tables_are_lines_with_cells_parted_by_tabs_and_tables_are_parted_by_an_empty_line():
    lines = [line("单位", 110, 210), line("任务", 310, 210), line("县教育局", 110, 260), line("甲", 110, 410)]
    lines += [line("乙", 310, 410), line("丙", 110, 460), line("说明", 100, 100), line("完", 100, 600)]
    told = text_of(*lines, tables=(table(2, 2), table(2, 2, 400)))
    assert told == "说明\n单位\t任务\n县教育局\t\n\n甲\t乙\n丙\t\n完\n"


def test_lines_of_one_cell_run_on():
    lines = [line("县住房和城", 110, 205), line("乡建设局", 110, 228), line("燃气", 310, 210), line("管道", 310, 260)]
    assert text_of(*lines, tables=(table(2, 2),)) == "县住房和城乡建设局\t燃气\n\t管道\n"


def test_no_line_is_lost_where_the_rules_of_its_cell_are_broken():
    lines = [line("单位", 110, 210), line("任务", 310, 210), line("县教育局", 110, 260), line("演练", 310, 260)]
    whole = table(2, 2)
    broken = SeenTable(
        (100, 200, 500, 340), whole.columns, tuple(cell for cell in whole.cells if cell != whole.cells[2])
    )
    told = text_of(*lines, line("青岚县安委办", 110, 312), tables=(broken,))
    assert told == "单位\t任务\n县教育局\t演练\n青岚县安委办\n"
