"""A made paper as a web page."""

from __future__ import annotations

from evals.formats.web_page import web_page

TABLE = {
    "caption": "表1 指标",
    "head": 2,
    "rows": [["指标", "目标值", "<"], ["^", "2025年", "2026年"], ["事故", "4", "3"]],
}


def test_cells_that_are_merged_are_told_by_their_spans() -> None:
    page = web_page([{"title": "澜县方案"}, {"table": TABLE}])
    assert '<tr><th rowspan="2" colspan="1">指标</th><th rowspan="1" colspan="2">目标值</th></tr>' in page
    assert "<tr><th>2025年</th><th>2026年</th></tr>" in page
    assert "<tr><td>事故</td><td>4</td><td>3</td></tr>" in page


def test_a_title_of_two_lines_is_one_heading_and_a_note_stands_at_the_end() -> None:
    page = web_page(
        [{"title": "澜县消防"}, {"title": "实施方案"}, {"p": "安排100万元。", "note": "含上级资金。"}, {"p": "完。"}]
    )
    assert "<h1>澜县消防<br>实施方案</h1>" in page
    assert page.index("安排100万元。<sup>[1]</sup>") < page.index("完。") < page.index("[1] 含上级资金。")
