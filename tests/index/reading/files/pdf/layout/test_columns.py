"""The order of reading."""

from __future__ import annotations

from tests.index.reading.files.pdf.conftest import Drawn, Page, column, wrapped

LEFT = (
    "县应急管理局牵头负责全县安全生产综合监管，督促各行业主管部门落实监管责任，每季度通报一"
    "次情况，对进展缓慢的单位予以约谈，并将结果报县安委会办公室备案，作为年度考核的重要依据。"
)
RIGHT = (
    "县消防救援大队牵头负责消防安全专项整治，对高层建筑和大型商业综合体逐栋排查，建立问题"
    "清单和整改台账，整改一处销号一处，确保重大火灾隐患按期清零，逾期未改的依法予以查封。"
)


def two_columns(signs: int = 17) -> list[Drawn]:
    return column(wrapped(LEFT, signs), 60, 200) + column(wrapped(RIGHT, signs), 310, 203)


def test_a_column_is_read_to_its_end_before_the_next(read_pages) -> None:
    assert read_pages(Page(two_columns())).text.splitlines() == [LEFT, RIGHT]


def test_lines_across_stand_before_and_behind_columns(read_pages) -> None:
    title, end = (
        Drawn(180, 150, "平川县安全生产工作简报第三期", 18),
        Drawn(60, 520, "编辑部设在县安全生产委员会办公室，联系电话见封底，欢迎来稿来电。"),
    )
    assert read_pages(Page([title, *two_columns(), end])).text.splitlines() == [title.text, LEFT, RIGHT, end.text]


def test_a_sentence_goes_on_in_the_next_column(read_pages) -> None:
    lines = wrapped(LEFT + RIGHT, 17)
    half = len(lines) // 2
    page = Page(column(lines[:half], 60, 200) + column(lines[half:], 310, 200))
    assert read_pages(page).text.splitlines() == [LEFT + RIGHT]


def test_names_in_rows_are_no_columns(read_pages) -> None:
    names = [("组长", "陈立山"), ("副组长", "周敏"), ("成员", "何远"), ("成员", "吴小川"), ("成员", "郑文")]
    drawn = [
        Drawn(x, 200 + 20 * at, name) for at, row in enumerate(names) for x, name in zip((90, 160), row, strict=True)
    ]
    assert [line.split() for line in read_pages(Page(drawn)).text.splitlines()] == [list(row) for row in names]


def test_what_a_file_draws_out_of_order_is_read_where_it_stands(read_pages) -> None:
    drawn = [
        Drawn(90, 120, "平川县安全生产"),
        Drawn(186, 120, "十四五"),
        Drawn(234, 120, "规划"),
        Drawn(174, 120, "“"),
        Drawn(222, 120, "”"),
    ]
    assert read_pages(Page(drawn)).text == "平川县安全生产“十四五”规划\n"
